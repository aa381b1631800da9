//! Validity of the percentile: agreement with how far out people truly are.

use quiz::population::SEED;
use quiz::questionnaire::{Answers, ItemOrder, SET_1};
use quiz::scoring::{BatchScore, NORM_SAMPLE_SIZE, Norms, norm_sample, score_batch};

use super::statistics::{
    area_under_curve, correlation, kolmogorov_smirnov, mean, quantile, rank_correlation,
};
use super::visitors::{Quiz, Visitors, random_clickers};

/// Validity of a measure.
#[derive(Clone, Copy, Debug)]
pub struct Merit {
    /// Retest correlation.
    pub retest: f64,
    /// Probability that one of the tenth truly furthest out by factors ranks above one of the rest.
    pub finds_by_factors: f64,
    /// Probability that one of the tenth furthest out by shared beliefs on the questions ranks above one of the rest.
    pub finds_by_beliefs: f64,
    /// Rank correlation with the true response style.
    pub style: f64,
    /// Mean share of visitors below a random clicker.
    pub random: f64,
    /// Share of random clickers above 95 of 100 visitors.
    pub random_on_top: f64,
}

/// Validity of all of the quiz's numbers.
#[derive(Clone, Copy, Debug)]
pub struct Merits {
    /// Identity bits I.
    pub identity: Merit,
    /// The divergence without style correction.
    pub divergence: Merit,
    /// Total surprisal, for comparison.
    pub total: Merit,
    /// Kolmogorov–Smirnov distance of visitors' percentiles from the uniform distribution, and its p-value.
    pub uniform: [f64; 2],
    /// Perplexity 2^I: median, 95th and 99th percentile of visitors.
    pub perplexity: [f64; 3],
}

/// Measures the validity of all numbers, against `clickers` random clickers.
pub fn merits(quiz: &Quiz, visitors: &Visitors, clickers: usize) -> Merits {
    let clickers = score_batch(&quiz.predictor, &random_clickers(clickers));
    let merit = |measure: &dyn Fn(&BatchScore) -> f64| {
        let of = |placed: &[BatchScore]| placed.iter().map(measure).collect::<Vec<f64>>();
        let (first, again) = (of(&visitors.placed), of(&visitors.placed_again));
        let styles: Vec<f64> = visitors.people.iter().map(|person| person.style).collect();
        let below = |score: &f64| first.iter().filter(|v| *v < score).count() as f64 / first.len() as f64;
        let random: Vec<f64> = of(&clickers).iter().map(below).collect();
        Merit {
            retest: correlation(&first, &again),
            finds_by_factors: area_under_curve(&first, &visitors.outermost_by_factors()),
            finds_by_beliefs: area_under_curve(&first, &visitors.outermost_by_beliefs()),
            style: rank_correlation(&first, &styles),
            random: mean(&random),
            random_on_top: random.iter().filter(|&&share| share >= 0.95).count() as f64 / random.len() as f64,
        }
    };
    let bits: Vec<f64> = visitors.placed.iter().map(|placed| placed.identity).collect();
    Merits {
        identity: merit(&|placed| placed.identity),
        divergence: merit(&|placed| placed.divergence()),
        total: merit(&|placed| placed.bits),
        uniform: kolmogorov_smirnov(&shares(quiz, visitors), NORM_SAMPLE_SIZE),
        perplexity: [0.5, 0.95, 0.99].map(|share| libm::exp2(quantile(&bits, share))),
    }
}

/// Agreement of twelve answers, the first half of a session, with all 24: the correlation of identity bits, and the p-value of
/// uniform early percentiles.
pub fn early_look(quiz: &Quiz, visitors: &Visitors) -> [f64; 2] {
    let asked: Vec<usize> = (0..12).map(|place| ItemOrder::of(&SET_1, 0).question(place)).collect();
    let early = |answers: &Answers| {
        let mut early = Answers::all_passed(&SET_1);
        asked.iter().for_each(|&q| early.put(q, answers.get(q)));
        early
    };
    let answers: Vec<Answers> = visitors.answers.iter().map(early).collect();
    let placed = score_batch(&quiz.predictor, &answers);
    let norms = Norms::new(&quiz.predictor, &norm_sample(&SET_1, SEED), &answers[0]);
    let bits = |placed: &[BatchScore]| placed.iter().map(|p| p.identity).collect::<Vec<f64>>();
    let (early, late) = (bits(&placed), bits(&visitors.placed));
    let shares: Vec<f64> = early.iter().map(|&bits| norms.nearer(bits)).collect();
    let [_, uniform] = kolmogorov_smirnov(&shares, NORM_SAMPLE_SIZE);
    [correlation(&early, &late), uniform]
}

/// Everybody's share of the crowd that is nearer to everyone.
pub fn shares(quiz: &Quiz, visitors: &Visitors) -> Vec<f64> {
    visitors.placed.iter().map(|placed| quiz.norms.nearer(placed.identity)).collect()
}
