//! Who is told "i could not place you"?

use normie_descent::items::Answers;
use normie_descent::perplexity::{Placed, nobody, place};

use super::statistics::{area_under_curve, quantile, share_from};
use super::visitors::{Quiz, Visitors, random_clickers};

/// How well clicks are told from answers.
#[derive(Clone, Debug)]
pub struct Coherence {
    /// Share of honest visitors flagged.
    pub honest: f64,
    /// Share flagged of the tenth truly furthest out.
    pub outermost: f64,
    /// Share of random clickers flagged.
    pub random: f64,
    /// Area under the curve of the verdict, and of the best test there is against random clicks alone.
    pub areas: [f64; 2],
    /// Share of honest visitors flagged, and of random clickers by verdict and by the best test, as the bar is
    /// lowered.
    pub curve: Vec<[f64; 3]>,
}

/// The verdict on visitors and on as many random clickers.
pub fn coherence(quiz: &Quiz, visitors: &Visitors) -> Coherence {
    let clicks = random_clickers(visitors.answers.len());
    let placed = place(&quiz.predictor, &clicks);
    let verdicts = |answers: &[Answers], placed: &[Placed]| -> Vec<f64> {
        answers.iter().zip(placed).map(|(a, p)| nobody(a, p.bits)).collect()
    };
    // A random click is one of five whatever it is, so the crowd's own bits order the likelihood ratios.
    let bits = |placed: &[Placed]| placed.iter().map(|p| p.bits).collect::<Vec<f64>>();
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
