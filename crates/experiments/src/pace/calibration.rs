//! Calibration: the world's parameters given all fitted facts at once.

use super::facts::{FactRole, PanelFact, facts};
use super::inference::{FitProgress, FitSize, Posterior, fit};
use super::panel_measures::LATE_YEARS;
use super::panel_waves::Instrument;
use super::panel_world::PanelWorld;
use super::statistic::StatisticValues;
use super::world_rules::{RULE_COUNT, WorldRules};

/// Size of a calibration.
#[derive(Clone, Copy, Debug)]
pub struct CalibrationSize {
    /// Agents of a world.
    pub people: usize,
    /// Size of the fit.
    pub fit: FitSize,
}

impl CalibrationSize {
    /// Size of the published fit.
    pub const FULL: CalibrationSize = CalibrationSize {
        people: 2_000,
        fit: FitSize {
            parameters: RULE_COUNT,
            first: 240,
            later: 120,
            generations: 6,
            recent: 400,
            points: 200_000,
            draws: 1_000,
        },
    };

    /// A size that shows that the program runs.
    pub const TRIAL: CalibrationSize = CalibrationSize {
        people: 500,
        fit: FitSize {
            parameters: RULE_COUNT,
            first: 80,
            later: 40,
            generations: 2,
            recent: 100,
            points: 5_000,
            draws: 100,
        },
    };
}

/// First seed of the worlds of the fit.
const FIT_SEEDS: u64 = 100_000;

/// Differences of a panel from the fitted facts, in standard errors of the facts with their tolerances.
fn differences(facts: &[PanelFact], values: &StatisticValues) -> Vec<f64> {
    let fitted = facts.iter().filter(|fact| fact.role == FactRole::Fitted);
    let difference = |fact: &PanelFact| {
        let [error, tolerance] = [fact.standard_error(), fact.tolerance];
        (values.get(fact.statistic) - fact.estimate) / f64::sqrt(error * error + tolerance * tolerance)
    };
    fitted.map(difference).collect()
}

/// A calibration.
#[derive(Clone, Debug)]
pub struct Calibration {
    /// Posterior on the unit cube.
    pub posterior: Posterior,
    /// Draws from it, of equal weight.
    pub draws: Vec<WorldRules>,
}

/// Fits. `report` is called some times a minute.
///
/// * `without` – key of a parameter that is held at 0, to see what it is good for.
pub fn calibrate(
    size: &CalibrationSize,
    instrument: &Instrument,
    seed: u64,
    without: Option<&'static str>,
    report: impl FnMut(&FitProgress),
) -> Calibration {
    let facts = facts();
    let rules = |shares: &[f64]| {
        let mut rules = WorldRules::of_shares(shares);
        if let Some(key) = without {
            rules.set(key, 0.0);
        }
        rules
    };
    let simulate = |shares: &[f64], run: u64| {
        let rules = rules(shares);
        let world = PanelWorld::new(rules.params(), rules.steps_per_year(), FIT_SEEDS + run, size.people);
        differences(&facts, &world.measure(instrument, LATE_YEARS))
    };
    let posterior = fit(&size.fit, seed, simulate, report);
    let draws = posterior.draws.iter().map(|draw| rules(draw)).collect();
    Calibration { draws, posterior }
}
