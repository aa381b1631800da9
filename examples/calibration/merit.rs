//! Does the number find the people who are truly far out, and nothing else?

use normie_descent::items::{Answers, Order};
use normie_descent::perplexity::{CALIBRATORS, Calibration, Placed, place, takers};
use normie_descent::session::SEED;

use super::statistics::{
    area_under_curve, correlation, kolmogorov_smirnov, mean, quantile, rank_correlation,
};
use super::visitors::{Quiz, Visitors, random_clickers};

/// How good a measure is.
#[derive(Clone, Copy, Debug)]
pub struct Merit {
    /// Correlation with the same people's second answers.
    pub retest: f64,
    /// Chance that one of the tenth truly furthest out by factors stands above one of the rest.
    pub finds_by_factors: f64,
    /// The same, by shared beliefs on the questions.
    pub finds_by_beliefs: f64,
    /// Rank correlation with the true response style.
    pub style: f64,
    /// Mean share of visitors below a random clicker.
    pub random: f64,
    /// Share of random clickers above 95 of 100 visitors.
    pub random_on_top: f64,
}

/// What is said of the quiz's numbers as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Merits {
    /// Identity bits I.
    pub identity: Merit,
    /// The divergence they are made of, with all that loudness adds.
    pub divergence: Merit,
    /// All the bits, for comparison.
    pub total: Merit,
    /// Kolmogorov–Smirnov distance of visitors' percentiles from the uniform law, and its probability.
    pub uniform: [f64; 2],
    /// 2^I of the median visitor, of one in twenty, of one in a hundred.
    pub perplexity: [f64; 3],
}

/// Measures all of it; `clickers` random ones.
pub fn merits(quiz: &Quiz, visitors: &Visitors, clickers: usize) -> Merits {
    let clickers = place(&quiz.predictor, &random_clickers(clickers));
    let merit = |measure: &dyn Fn(&Placed) -> f64| {
        let of = |placed: &[Placed]| placed.iter().map(measure).collect::<Vec<f64>>();
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
        uniform: kolmogorov_smirnov(&shares(quiz, visitors), CALIBRATORS),
        perplexity: [0.5, 0.95, 0.99].map(|share| libm::exp2(quantile(&bits, share))),
    }
}

/// What twelve answers, the first half of a session, tell of all 24: the correlation of identity bits, and the
/// probability that the early percentiles are uniform.
pub fn early_look(quiz: &Quiz, visitors: &Visitors) -> [f64; 2] {
    let asked: Vec<usize> = (0..12).map(|place| Order::of(0).question(place)).collect();
    let early = |answers: &Answers| {
        let mut early = Answers::default();
        asked.iter().for_each(|&q| early.0[q] = answers.0[q]);
        early
    };
    let answers: Vec<Answers> = visitors.answers.iter().map(early).collect();
    let placed = place(&quiz.predictor, &answers);
    let calibration = Calibration::new(&quiz.predictor, &takers(SEED), &answers[0]);
    let bits = |placed: &[Placed]| placed.iter().map(|p| p.identity).collect::<Vec<f64>>();
    let (early, late) = (bits(&placed), bits(&visitors.placed));
    let shares: Vec<f64> = early.iter().map(|&bits| calibration.nearer(bits)).collect();
    let [_, uniform] = kolmogorov_smirnov(&shares, CALIBRATORS);
    [correlation(&early, &late), uniform]
}

/// Everybody's share of the crowd that is nearer to everyone.
pub fn shares(quiz: &Quiz, visitors: &Visitors) -> Vec<f64> {
    visitors.placed.iter().map(|placed| quiz.calibration.nearer(placed.identity)).collect()
}
