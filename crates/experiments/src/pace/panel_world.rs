//! A world whose agents are interviewed like a panel.

use super::interview::{Categories, interview};
use super::panel_measures::PanelResponses;
use super::panel_waves::Instrument;
use super::spread::SpreadMeasure;
use super::statistic::StatisticValues;
use drift::{Params, World};
use perplexity::item_bank::ITEM_COUNT;
use perplexity::opinions::OpinionAxes;

/// Years of the interviews.
const INTERVIEW_YEARS: [f64; 3] = [0.0, 2.0, 4.0];

/// A world in which time is counted in years. Its agents have the statistics of the bank's respondents at year 0, when they
/// are at their anchors, and one dimension for each item.
#[derive(Debug)]
pub struct PanelWorld {
    world: World,
    seed: u64,
    steps_per_year: f64,
    spread_measure: SpreadMeasure,
}

impl PanelWorld {
    /// A world of so many `people`.
    ///
    /// # Panics
    ///
    /// When the parameters are illegal or memory is refused.
    pub fn new(params: Params, steps_per_year: f64, seed: u64, people: usize) -> PanelWorld {
        let opinions = OpinionAxes::new(seed, ITEM_COUNT).population(seed, people).expect("a small world");
        let world = World::new(opinions, params, seed).expect("legal parameters");
        PanelWorld { world, seed, steps_per_year, spread_measure: SpreadMeasure::default() }
    }

    /// Runs until a year, to the nearest step.
    pub fn run_until(&mut self, year: f64) {
        let step = (year * self.steps_per_year).round() as u32;
        while self.world.step_count() < step {
            self.world.step();
        }
    }

    /// The engine's world.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// Responses of all agents now, with the errors of interview `wave`.
    pub fn interview(&self, wave: u32) -> Vec<Categories> {
        interview(self.world.opinions(), self.seed, wave)
    }

    /// Variance of what the agents' beliefs have in common now, without response errors.
    pub fn spread(&self) -> f64 {
        self.spread_measure.of(self.world.opinions())
    }

    /// Runs through the interviews and to the late sample, and measures them.
    ///
    /// * `late_year` – year of the late sample, at least 4; [`LATE_YEARS`](super::panel_measures::LATE_YEARS) for growth per
    ///   decade to be what it says.
    pub fn measure(mut self, instrument: &Instrument, late_year: f64) -> StatisticValues {
        let waves = core::array::from_fn(|wave| {
            self.run_until(INTERVIEW_YEARS[wave]);
            self.interview(wave as u32)
        });
        self.run_until(late_year);
        let late = self.interview(INTERVIEW_YEARS.len() as u32);
        PanelResponses { waves, late, seed: self.seed }.measure(instrument)
    }
}
