//! Comparison of real people, the fitted worlds and the engine's default world, fact by fact.

use super::calibration::Calibration;
use super::facts::{AgeFact, FactRole, PanelFact, age_facts, facts};
use super::panel_measures::LATE_YEARS;
use super::panel_waves::Instrument;
use super::panel_world::PanelWorld;
use super::posterior::{quantiles, thinned};
use super::statistic::{Statistic, StatisticValues};
use super::world_rules::WorldRules;
use drift::Params;
use settings::{REAL_STEPS_PER_YEAR, as_people_move};
use survey::parallel::in_parallel;

/// First seeds of the worlds that check a fit.
const CHECK_SEEDS: u64 = 500_000;
const DEFAULT_SEEDS: u64 = 600_000;
const AGE_SEEDS: u64 = 700_000;
const PRESET_SEEDS: u64 = 900_000;

/// Steps per year of the default world: taken literally, a step is a day; at the pace of real people, about a year (the
/// default moves a crowd in one step as far down the gradient as people move in a year).
pub const DEFAULT_PACES: [f64; 2] = [365.0, 1.0];

/// A fact beside what the worlds make of it.
#[derive(Clone, Debug)]
pub struct ComparisonRow {
    /// The fact.
    pub fact: PanelFact,
    /// The preset [`as_people_move`], mean of some worlds.
    pub preset: f64,
    /// 5th, 50th and 95th percentile over worlds of the posterior, each with as many people as the panels.
    pub fitted: [f64; 3],
    /// The default world at each of [`DEFAULT_PACES`].
    pub defaults: [f64; 2],
}

impl ComparisonRow {
    /// Difference of a value from the fact in standard errors of the fact.
    pub fn difference(&self, value: f64) -> f64 {
        (value - self.fact.estimate) / self.fact.standard_error()
    }

    /// How far a value is outside of the fact's interval, in standard errors of the fact; negative below, 0 inside.
    pub fn miss(&self, value: f64) -> f64 {
        let [low, high] = self.fact.interval;
        (value - value.clamp(low, high)) / self.fact.standard_error()
    }
}

/// Panels of `count` draws from the posterior, in worlds of so many `people` that the fit has not seen, with their rules.
pub fn predictive(
    calibration: &Calibration,
    instrument: &Instrument,
    count: usize,
    people: usize,
) -> Vec<(WorldRules, StatisticValues)> {
    let draws = thinned(&calibration.draws, count);
    in_parallel(count, |n| {
        let rules = *draws[n];
        let world = PanelWorld::new(rules.params(), rules.steps_per_year(), CHECK_SEEDS + n as u64, people);
        (rules, world.measure(instrument, LATE_YEARS))
    })
}

/// Panel of the default world at each of [`DEFAULT_PACES`].
pub fn default_panels(instrument: &Instrument, people: usize) -> [StatisticValues; 2] {
    let panels = in_parallel(2, |n| {
        let world = PanelWorld::new(Params::default(), DEFAULT_PACES[n], DEFAULT_SEEDS, people);
        world.measure(instrument, LATE_YEARS)
    });
    [panels[0], panels[1]]
}

/// Mean panel of so many `worlds` of the preset.
pub fn preset_panel(instrument: &Instrument, worlds: usize, people: usize) -> StatisticValues {
    let panels = in_parallel(worlds, |n| {
        let (pace, seed) = (f64::from(REAL_STEPS_PER_YEAR), PRESET_SEEDS + n as u64);
        PanelWorld::new(as_people_move(), pace, seed, people).measure(instrument, LATE_YEARS)
    });
    let mean = |at: usize| panels.iter().map(|panel| panel.0[at]).sum::<f64>() / worlds as f64;
    StatisticValues(core::array::from_fn(mean))
}

/// All facts beside the panels.
pub fn compare(
    preset: &StatisticValues,
    predictive: &[(WorldRules, StatisticValues)],
    defaults: &[StatisticValues; 2],
) -> Vec<ComparisonRow> {
    let row = |fact: PanelFact| {
        let values: Vec<f64> = predictive.iter().map(|(_, values)| values.get(fact.statistic)).collect();
        let defaults = defaults.map(|values| values.get(fact.statistic));
        let preset = preset.get(fact.statistic);
        ComparisonRow { preset, fitted: quantiles(&values, [0.05, 0.5, 0.95]), defaults, fact }
    };
    facts().into_iter().map(row).collect()
}

/// Whether the fitted worlds have an order of the excess kept: the share of them in which more is kept forward.
pub fn share_forward_first(predictive: &[(WorldRules, StatisticValues)]) -> f64 {
    let forward = predictive
        .iter()
        .filter(|(_, values)| values.get(Statistic::KeptForward) > values.get(Statistic::KeptReversed));
    forward.count() as f64 / predictive.len() as f64
}

/// A fact about a group of age beside its prediction: the fitted worlds at the group's own pace. 5th, 50th and 95th percentile.
#[derive(Clone, Debug)]
pub struct AgeRow {
    /// The fact.
    pub fact: AgeFact,
    /// How many times as fast as everybody the group moves, by its stability.
    pub pace: f64,
    /// The prediction.
    pub predicted: [f64; 3],
}

/// Predictions for the groups of age from `count` draws: the group's stability decides how fast its time runs, and all else
/// follows.
pub fn predict_ages(
    calibration: &Calibration,
    instrument: &Instrument,
    count: usize,
    people: usize,
) -> Vec<AgeRow> {
    let ages = age_facts();
    let everybody = facts()[Statistic::StabilityTwoYears as usize].estimate;
    let draws = thinned(&calibration.draws, count);
    let mut rows = Vec::new();
    for group in ages.chunk_by(|a, b| a.age == b.age) {
        let pace = libm::log(group[0].fact.estimate) / libm::log(everybody);
        let panels = in_parallel(count, |n| {
            let rules = *draws[n];
            let steps = pace * rules.steps_per_year();
            let world = PanelWorld::new(rules.params(), steps, AGE_SEEDS + n as u64, people);
            world.measure(instrument, 4.0)
        });
        for fact in group {
            let values: Vec<f64> = panels.iter().map(|values| values.get(fact.fact.statistic)).collect();
            let predicted = quantiles(&values, [0.05, 0.5, 0.95]);
            rows.push(AgeRow { fact: fact.clone(), pace, predicted });
        }
    }
    rows
}

/// The comparison as comma-separated values. `*_z` are differences from the fact in its standard errors.
pub fn comparison_csv(rows: &[ComparisonRow]) -> String {
    let mut text = String::from(
        "fact,role,real,low,high,people,preset,preset_z,fitted_5,fitted_50,fitted_95,default_day,default_day_z,default_year,\
         default_year_z\n",
    );
    for row in rows {
        let PanelFact { statistic, role, estimate, interval: [low, high], people, .. } = &row.fact;
        let [below, median, above] = row.fitted;
        let beside = |value: f64| format!("{value:.4},{:.2}", row.difference(value));
        let [day, year] = row.defaults.map(beside);
        text.push_str(&format!(
            "{},{},{estimate:.4},{low:.4},{high:.4},{people},{},{below:.4},{median:.4},{above:.4},{day},{year}\n",
            statistic.key(),
            role.name(),
            beside(row.preset),
        ));
    }
    text
}

/// The predictions for groups of age as comma-separated values.
pub fn ages_csv(rows: &[AgeRow]) -> String {
    let mut text = String::from("age,pace,fact,real,low,high,predicted,predicted_5,predicted_95\n");
    for AgeRow { fact: AgeFact { age, fact }, pace, predicted: [below, median, above] } in rows {
        let [low, high] = fact.interval;
        text.push_str(&format!(
            "{age},{pace:.3},{},{:.4},{low:.4},{high:.4},{median:.4},{below:.4},{above:.4}\n",
            fact.statistic.key(),
            fact.estimate,
        ));
    }
    text
}

/// The comparison as a table for a terminal: each value with its difference in standard errors, marked where it is outside of
/// the interval.
pub fn comparison_table(rows: &[ComparisonRow]) -> String {
    let mut text = format!(
        "{:28} {:>7} {:>17}  {:>15} {:>26} {:>15} {:>15}\n",
        "fact", "real", "95 %", "preset", "posterior, 5 to 95 %", "default, 365/y", "default, 1/y"
    );
    for role in [FactRole::Fitted, FactRole::Reported, FactRole::Predicted, FactRole::Checked] {
        text.push_str(&format!("{}\n", role.name()));
        for row in rows.iter().filter(|row| row.fact.role == role) {
            let [low, high] = row.fact.interval;
            let [below, median, above] = row.fitted;
            let beside = |value: f64| {
                let mark = if row.miss(value) == 0.0 { ' ' } else { '*' };
                format!("{value:7.3} {:+6.1}{mark}", row.difference(value))
            };
            let [day, year] = row.defaults.map(beside);
            text.push_str(&format!(
                "  {:26} {:7.3} [{low:7.3}, {high:6.3}]  {:>15} {median:7.3} [{below:7.3}, {above:6.3}] {day:>15} {year:>15}\n",
                row.fact.statistic.key(),
                row.fact.estimate,
                beside(row.preset),
            ));
        }
    }
    text
}
