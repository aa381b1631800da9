//! Detection of careless respondents ("i could not place you"): its error rates.

use quiz::questionnaire::Answers;
use quiz::scoring::{BatchScore, careless_probability, score_batch};

use super::statistics::{area_under_curve, quantile, share_from};
use super::visitors::{Quiz, Visitors, random_clickers};

/// Error rates of the detection of careless respondents.
#[derive(Clone, Debug)]
pub struct Coherence {
    /// Share of honest visitors flagged.
    pub honest: f64,
    /// Share flagged of the tenth truly furthest out.
    pub outermost: f64,
    /// Share of random clickers flagged.
    pub random: f64,
    /// Areas under the ROC curve: of the verdict, and of the likelihood ratio against random clicks alone.
    pub areas: [f64; 2],
    /// ROC curve: share of honest visitors flagged, and of random clickers by verdict and by likelihood ratio, for descending
    /// thresholds.
    pub curve: Vec<[f64; 3]>,
}

/// Measures the verdict on visitors and on as many random clickers.
pub fn coherence(quiz: &Quiz, visitors: &Visitors) -> Coherence {
    let clicks = random_clickers(visitors.answers.len());
    let placed = score_batch(&quiz.predictor, &clicks);
    let verdicts = |answers: &[Answers], placed: &[BatchScore]| -> Vec<f64> {
        answers.iter().zip(placed).map(|(a, p)| careless_probability(a, p.bits)).collect()
    };
    // All random clicks have probability 1/5, so the surprisal orders the likelihood ratios.
    let bits = |placed: &[BatchScore]| placed.iter().map(|p| p.bits).collect::<Vec<f64>>();
    let honest = [verdicts(&visitors.answers, &visitors.placed), bits(&visitors.placed)];
    let random = [verdicts(&clicks, &placed), bits(&placed)];
    let flagged = |verdicts: &[f64]| share_from(verdicts, 0.5);
    let outermost: Vec<f64> = honest[0]
        .iter()
        .zip(visitors.outermost_by_factors())
        .filter(|(_, outermost)| *outermost)
        .map(|(verdict, _)| *verdict)
        .collect();
    let areas = [0, 1].map(|test| {
        let both: Vec<f64> = honest[test].iter().chain(&random[test]).copied().collect();
        let truth: Vec<bool> = (0..both.len()).map(|at| at >= honest[test].len()).collect();
        area_under_curve(&both, &truth)
    });
    let caught = |test: usize, share: f64| {
        share_from(&random[test], quantile(&honest[test], 1.0 - share).max(f64::MIN_POSITIVE))
    };
    let curve = (1..=100).map(|at| {
        let share = f64::from(at) / 200.0;
        [share, caught(0, share), caught(1, share)]
    });
    Coherence {
        honest: flagged(&honest[0]),
        outermost: flagged(&outermost),
        random: flagged(&random[0]),
        areas,
        curve: curve.collect(),
    }
}
