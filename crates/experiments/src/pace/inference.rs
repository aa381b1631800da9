//! Simulation-based inference: Bayesian calibration with an emulator that is refined where the posterior is.
//!
//! The first generation of simulations is drawn from the prior, uniform on the unit cube. Quadratic surfaces through the most
//! recent simulations stand for the simulation in a normal likelihood, as a synthetic likelihood does
//! (Wood, "Statistical inference for noisy nonlinear ecological dynamic systems", *Nature* 466, 2010); each later generation is
//! drawn from the posterior that they imply, somewhat widened, and refines them (Vernon, Goldstein and Bower, "Galaxy
//! formation: a Bayesian uncertainty analysis", *Bayesian Analysis* 5, 2010). The cost is fixed. A fact that no parameters can
//! give widens nothing and bends nothing: it counts with its distance, as in any likelihood.

use super::emulator::Emulator;
use crate::domains;
use drift::rng::{StreamKey, uniform};
use survey::parallel::in_parallel;

/// Size of a fit.
#[derive(Clone, Copy, Debug)]
pub struct FitSize {
    /// Number of parameters.
    pub parameters: usize,
    /// Simulations of the first generation.
    pub first: usize,
    /// Simulations of each later generation.
    pub later: usize,
    /// Generations, the first included.
    pub generations: usize,
    /// Most recent simulations through which surfaces are laid, more than a surface has coefficients. They are chosen by their
    /// age and not by how near they came to the facts: those that came near by chance would bend the surfaces.
    pub recent: usize,
    /// Points of the prior at which the likelihood is evaluated.
    pub points: usize,
    /// Draws from the posterior.
    pub draws: usize,
}

/// A simulation.
#[derive(Clone, Debug)]
struct Run {
    /// Parameters, 0 to 1.
    shares: Vec<f64>,
    /// Differences from the facts, in standard errors.
    differences: Vec<f64>,
    /// Root mean square of the differences; infinite where one is not a number.
    distance: f64,
}

/// A posterior.
#[derive(Clone, Debug)]
pub struct Posterior {
    /// Draws of equal weight: parameters, 0 to 1, uniform in the prior.
    pub draws: Vec<Vec<f64>>,
    /// Number of independent draws that they are worth (Kong 1992).
    pub effective_draws: f64,
    /// Root mean square of the differences of the nearest simulation, and of the one in the middle of those that count.
    pub distances: [f64; 2],
}

/// State of a fit after some simulations.
#[derive(Clone, Copy, Debug)]
pub struct FitProgress {
    /// Generation, from 1, and all of them.
    pub generation: [usize; 2],
    /// Simulations of this generation that are done, and all of them.
    pub done: [usize; 2],
    /// Median distance of this generation so far.
    pub median: f64,
}

/// Runs between two reports.
const BATCH: usize = 20;
/// Power of the likelihood from which a generation is drawn: flatter than it is, so that simulations surround the posterior.
const FLATTENING: f64 = 0.5;

/// Fits by simulations: `simulate` returns differences at parameters for the run of a number, from which all that is random in
/// it follows. Results depend on `seed` alone and not on the number of threads.
pub fn fit(
    size: &FitSize,
    seed: u64,
    simulate: impl Fn(&[f64], u64) -> Vec<f64> + Sync,
    mut report: impl FnMut(&FitProgress),
) -> Posterior {
    let mut runs: Vec<Run> = Vec::new();
    for generation in 1..=size.generations {
        let key = StreamKey::new(seed, domains::PROPOSALS).at_step(generation as u32);
        let proposed = if generation == 1 {
            prior_points(size.parameters, size.first, &key)
        } else {
            sample(&runs, size, size.later, FLATTENING, &key).draws
        };
        let begin = runs.len();
        for batch in proposed.chunks(BATCH) {
            let done = runs.len();
            runs.extend(in_parallel(batch.len(), |at| {
                let shares = batch[at].clone();
                let differences = simulate(&shares, (done + at) as u64);
                let square = differences.iter().map(|z| z * z).sum::<f64>() / differences.len() as f64;
                let distance = if square.is_nan() { f64::INFINITY } else { f64::sqrt(square) };
                Run { shares, differences, distance }
            }));
            let mut distances: Vec<f64> = runs[begin..].iter().map(|run| run.distance).collect();
            distances.sort_by(f64::total_cmp);
            report(&FitProgress {
                generation: [generation, size.generations],
                done: [runs.len() - begin, proposed.len()],
                median: distances[distances.len() / 2],
            });
        }
    }
    let key = StreamKey::new(seed, domains::PROPOSALS).at_step(0);
    sample(&runs, size, size.draws, 1.0, &key)
}

fn prior_points(parameters: usize, count: usize, key: &StreamKey) -> Vec<Vec<f64>> {
    let of_point = |n: usize| {
        let mut stream = key.stream(n);
        (0..parameters).map(|_| uniform(&mut stream)).collect()
    };
    (0..count).map(of_point).collect()
}

/// `count` draws of equal weight from the prior times a power of the likelihood, by sampling–importance resampling.
fn sample(runs: &[Run], size: &FitSize, count: usize, power: f64, key: &StreamKey) -> Posterior {
    let recent = &runs[runs.len().saturating_sub(size.recent)..];
    let mut recent: Vec<&Run> = recent.iter().filter(|run| run.distance.is_finite()).collect();
    recent.sort_by(|a, b| a.distance.total_cmp(&b.distance));
    let simulations: Vec<(&[f64], &[f64])> =
        recent.iter().map(|run| (&run.shares[..], &run.differences[..])).collect();
    let emulator = Emulator::new(&simulations);
    let points = prior_points(size.parameters, size.points, key);
    let logs: Vec<f64> = points.iter().map(|at| power * emulator.log_likelihood(at)).collect();
    let highest = logs.iter().fold(f64::NEG_INFINITY, |a, &b| a.max(b));
    let weights: Vec<f64> = logs.iter().map(|log| libm::exp(log - highest)).collect();
    let total: f64 = weights.iter().sum();
    let squares: f64 = weights.iter().map(|w| w * w).sum();
    // Systematic resampling: the points come in random order.
    let mut draws = Vec::with_capacity(count);
    let (mut at, mut reached) = (0, 0.0);
    for n in 0..count {
        let level = (n as f64 + 0.5) / count as f64 * total;
        while at + 1 < points.len() && reached + weights[at] < level {
            reached += weights[at];
            at += 1;
        }
        draws.push(points[at].clone());
    }
    let distances = [0, recent.len() / 2].map(|at: usize| recent[at].distance);
    Posterior { draws, effective_draws: total * total / squares, distances }
}

#[cfg(test)]
mod tests {
    use super::*;
    use drift::rng::{Domain, normal};

    const SIZE: FitSize = FitSize {
        parameters: 2,
        first: 200,
        later: 200,
        generations: 3,
        recent: 300,
        points: 20_000,
        draws: 1_000,
    };

    /// Two data .5 and .7 of the first parameter, which cannot both be right, with errors of .1; the second parameter changes
    /// nothing.
    fn run(seed: u64) -> Posterior {
        let simulate = |shares: &[f64], run: u64| {
            let mut stream = StreamKey::new(3, Domain::new(999)).stream(run as usize);
            [0.5, 0.7].map(|datum| (shares[0] + 0.1 * normal(&mut stream) - datum) / 0.1).to_vec()
        };
        fit(&SIZE, seed, simulate, |_| ())
    }

    #[test]
    fn a_normal_posterior_is_found_although_no_parameters_give_all_facts() {
        let posterior = run(1);
        let moments = |k: usize| {
            let count = posterior.draws.len() as f64;
            let mean = posterior.draws.iter().map(|draw| draw[k]).sum::<f64>() / count;
            let squares = posterior.draws.iter().map(|draw| (draw[k] - mean) * (draw[k] - mean));
            [mean, f64::sqrt(squares.sum::<f64>() / count)]
        };
        let ([mean, spread], [other, wide]) = (moments(0), moments(1));
        assert!((mean - 0.6).abs() < 0.02 && (spread - 0.0707).abs() < 0.012, "{mean} {spread}");
        assert!((other - 0.5).abs() < 0.06 && (wide - 0.289).abs() < 0.03, "{other} {wide}");
        assert!(posterior.effective_draws > 300.0, "{posterior:?}");
    }

    #[test]
    fn the_seed_decides() {
        assert_eq!(run(1).draws, run(1).draws);
        assert_ne!(run(1).draws, run(2).draws);
    }
}
