//! Merit of the score at each length of a sitting.

use super::sitting::{Answering, Asking, LENGTHS, ScoredSitting, sitting};
use super::statistics::{area_under_curve, correlation, kolmogorov_smirnov, mean, quantile};
use super::truth::Truth;
use crate::domains::SESSIONS;
use drift::rng::{StreamKey, bounded_u32};
use perplexity::item_bank::FACTORS;
use perplexity::likeness::Likeness;
use perplexity::respondent::SimulatedRespondent;
use perplexity::score::PerplexityScore;
use rand::Rng;
use survey::parallel::in_parallel;

/// One simulated respondent: true values, scores of two sittings, and scores of categories chosen at random.
pub struct Case {
    /// True surprisal, bits.
    pub surprisal: f64,
    /// True percentile rank, 0 to 1.
    pub place: f64,
    /// Response style.
    pub style: f64,
    /// Scores of two sittings, at each of [`LENGTHS`].
    pub sittings: [[ScoredSitting; 4]; 2],
    /// Scores of a random clicker, at each of [`LENGTHS`].
    pub clicker: [ScoredSitting; 4],
}

/// `people` respondents of the population of `seed`. Their sessions have seeds of their own.
pub fn cases(likeness: &Likeness, seed: u64, people: usize, truth: Truth, asking: Asking) -> Vec<Case> {
    let items = truth.items(seed);
    in_parallel(people, |n| {
        let respondent = SimulatedRespondent::nth(seed, n);
        let surprisal = likeness.surprisal(respondent.factors());
        let sat = |occasion: u32| {
            let responses = respondent.responses_by(occasion, &items, truth.style);
            let seed = 2 * n as u64 + u64::from(occasion);
            sitting(likeness, Answering::Responses(&responses), seed, asking, surprisal)
        };
        let mut clicks = StreamKey::new(seed, SESSIONS).at_step(1).stream(n);
        let clicks = core::array::from_fn(|_| bounded_u32(5, clicks.next_u32()) as u8);
        Case {
            surprisal,
            place: likeness.place(surprisal),
            style: respondent.parameters[FACTORS],
            sittings: [sat(0), sat(1)],
            clicker: sitting(likeness, Answering::Responses(&clicks), n as u64, asking, surprisal),
        }
    })
}

/// Merit of the score at one length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SessionMerit {
    /// Number of answers.
    pub answers: usize,
    /// Correlation between two sittings: of the place, of the surprisal.
    pub retest: [f64; 2],
    /// Correlation with the truth: of the place, of the surprisal.
    pub truth: [f64; 2],
    /// The same correlation of the place by the posterior's own variance: √(1 − 12·mean variance). It varies less from
    /// sample to sample.
    pub truth_by_model: f64,
    /// Area under the curve of the chance of the outermost tenth, for those who are truly in it.
    pub outermost: f64,
    /// Mean difference between that chance and how often it is true, over ten bins.
    pub outermost_off: f64,
    /// Mean width of the place's range, points of 100: all respondents, those placed above 80, below 20.
    pub width: [f64; 3],
    /// Share of the ranges that hold the true place.
    pub held: f64,
    /// Absolute correlation of the place with the response style.
    pub style: f64,
    /// Random clickers: mean place, share found careless.
    pub clickers: [f64; 2],
    /// Share of honest respondents found careless.
    pub honest_flagged: f64,
    /// Root mean squared error of the surprisal shown, bits.
    pub error: f64,
    /// Quantiles .05, .5, .95 and .99 of the perplexity shown.
    pub perplexity: [f64; 4],
    /// Kolmogorov–Smirnov distance of the true percentiles within their posteriors from uniform, and its p-value.
    pub uniform: [f64; 2],
}

impl SessionMerit {
    /// The figures by name. Names that the prototype's
    /// simulation gave its own figures are the same here.
    pub fn figures(&self) -> [(&'static str, f64); 22] {
        [
            ("retest_place", self.retest[0]),
            ("retest_s", self.retest[1]),
            ("truth_place", self.truth[0]),
            ("truth_s", self.truth[1]),
            ("truth_place_by_model", self.truth_by_model),
            ("auc_outermost_tenth", self.outermost),
            ("outermost_tenth_off", self.outermost_off),
            ("width_all", self.width[0]),
            ("width_above_80", self.width[1]),
            ("width_below_20", self.width[2]),
            ("held", self.held),
            ("abs_style", self.style),
            ("clicker_mean_place", self.clickers[0]),
            ("clicker_flagged", self.clickers[1]),
            ("honest_flagged", self.honest_flagged),
            ("rms_error_bits", self.error),
            ("shown_q05", self.perplexity[0]),
            ("shown_q50", self.perplexity[1]),
            ("shown_q95", self.perplexity[2]),
            ("shown_q99", self.perplexity[3]),
            ("uniform_distance", self.uniform[0]),
            ("uniform_p", self.uniform[1]),
        ]
    }

    /// Merit at [`LENGTHS`]`[at]`.
    pub fn of(cases: &[Case], at: usize) -> SessionMerit {
        let of_sitting = |k: usize, value: &dyn Fn(&PerplexityScore) -> f64| -> Vec<f64> {
            cases.iter().map(|case| value(&case.sittings[k][at].score)).collect()
        };
        let of_case = |value: &dyn Fn(&Case) -> f64| -> Vec<f64> { cases.iter().map(value).collect() };
        let share = |is: &dyn Fn(&Case) -> bool| mean(&of_case(&|case| f64::from(u8::from(is(case)))));
        let (place, surprisal) = (of_sitting(0, &|s| s.place), of_sitting(0, &|s| s.surprisal));
        let truths = of_case(&|case| case.place);
        let is_outermost: Vec<bool> = truths.iter().map(|&place| place > 0.9).collect();
        let chance = of_sitting(0, &|s| s.outermost_tenth);
        let width = |within: core::ops::Range<f64>| {
            let widths: Vec<f64> = cases
                .iter()
                .map(|case| &case.sittings[0][at].score)
                .filter(|score| within.contains(&score.place))
                .map(|score| 100.0 * (score.place_range[1] - score.place_range[0]))
                .collect();
            mean(&widths)
        };
        let variance = mean(&of_sitting(0, &|s| s.place_sd * s.place_sd));
        let errors: Vec<f64> = surprisal
            .iter()
            .zip(cases)
            .map(|(shown, case)| (shown - case.surprisal) * (shown - case.surprisal))
            .collect();
        let shown = of_sitting(0, &PerplexityScore::perplexity);
        SessionMerit {
            answers: LENGTHS[at],
            retest: [
                correlation(&place, &of_sitting(1, &|s| s.place)),
                correlation(&surprisal, &of_sitting(1, &|s| s.surprisal)),
            ],
            truth: [correlation(&place, &truths), correlation(&surprisal, &of_case(&|case| case.surprisal))],
            truth_by_model: f64::sqrt(1.0 - 12.0 * variance),
            outermost: area_under_curve(&chance, &is_outermost),
            outermost_off: miscalibration(&chance, &is_outermost),
            width: [width(0.0..1.1), width(0.8..1.1), width(-0.1..0.2)],
            held: share(&|case| {
                let [low, high] = case.sittings[0][at].score.place_range;
                (low..=high).contains(&case.place)
            }),
            style: correlation(&place, &of_case(&|case| case.style)).abs(),
            clickers: [
                mean(&of_case(&|case| case.clicker[at].score.place)),
                share(&|case| case.clicker[at].score.careless > 0.5),
            ],
            honest_flagged: share(&|case| case.sittings[0][at].score.careless > 0.5),
            error: f64::sqrt(mean(&errors)),
            perplexity: [0.05, 0.5, 0.95, 0.99].map(|level| quantile(&shown, level)),
            uniform: kolmogorov_smirnov(
                &of_case(&|case| case.sittings[0][at].below_truth),
                // Against the law itself and no second sample.
                1_000_000_000,
            ),
        }
    }
}

/// Bins of the chance to be in the outermost tenth, at [`LENGTHS`]`[at]`: mean chance, share of whom it is true, and number
/// of respondents. Bins without respondents are left out.
pub fn outermost_bins(cases: &[Case], at: usize) -> Vec<[f64; 3]> {
    let chances: Vec<f64> = cases.iter().map(|case| case.sittings[0][at].score.outermost_tenth).collect();
    let came_true: Vec<bool> = cases.iter().map(|case| case.place > 0.9).collect();
    bins(&chances, &came_true)
        .into_iter()
        .filter(|[_, _, n]| *n > 0.0)
        .map(|[expected, found, n]| [expected / n, found / n, n])
        .collect()
}

/// Mean absolute difference between a chance and the share in which it came true, over ten bins of the chance.
fn miscalibration(chances: &[f64], came_true: &[bool]) -> f64 {
    let off = |[expected, found, _]: &[f64; 3]| (expected - found).abs();
    bins(chances, came_true).iter().map(off).sum::<f64>() / chances.len() as f64
}

/// Ten bins of a chance: sum of the chances, number of those that came true, number of all.
fn bins(chances: &[f64], came_true: &[bool]) -> [[f64; 3]; 10] {
    let mut bins = [[0.0; 3]; 10];
    for (&chance, &is) in chances.iter().zip(came_true) {
        let bin = &mut bins[((10.0 * chance) as usize).min(9)];
        bin[0] += chance;
        bin[1] += f64::from(u8::from(is));
        bin[2] += 1.0;
    }
    bins
}
