//! Forecast: the fitted worlds from 2006, where the panels begin, to 2030.
//!
//! The facts that are fitted end in 2018; what comes after is extrapolated. A world keeps its people: nobody ages, dies or is
//! born into it.

use super::calibration::Calibration;
use super::constraint::{CROSS_SECTION_QUESTIONS, Constraint};
use super::facts::participation_ratio_of_2006;
use super::panel_waves::{Instrument, PanelWave};
use super::panel_world::PanelWorld;
use super::posterior::{quantiles, thinned};
use super::stability::spread_ratio;
use survey::parallel::in_parallel;

/// Year 0 of a world: that of the first interview.
pub const FIRST_YEAR: u32 = 2006;
/// Year of the last fact that is fitted.
pub const LAST_FITTED_YEAR: u32 = 2018;
/// Last year of the forecast.
pub const LAST_YEAR: u32 = 2030;
/// Levels of the fan.
pub const FAN_LEVELS: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// First seed of the worlds.
const FORECAST_SEEDS: u64 = 800_000;

/// What is forecast, in the order of [`ForecastYear::quantities`].
pub const QUANTITIES: [&str; 3] = ["participation_ratio", "spread", "true_spread"];

/// Fan of the draws in one year.
#[derive(Clone, Debug)]
pub struct ForecastYear {
    /// Year.
    pub year: u32,
    /// Quantiles at [`FAN_LEVELS`] of each of [`QUANTITIES`]: participation ratio of the 79 questions of the cross-sections
    /// (their line's value in 2006, times the growth of the world's own); variance of positions over that of 2006, as the panels
    /// measure it; and that of what beliefs really have in common. A response model that is fixed takes answers that depend less
    /// on each question's own for positions farther out.
    pub quantities: [[f64; 5]; 3],
}

/// Runs worlds of `count` draws from the posterior with so many `people`.
pub fn forecast(
    calibration: &Calibration,
    instrument: &Instrument,
    count: usize,
    people: usize,
) -> Vec<ForecastYear> {
    let draws = thinned(&calibration.draws, count);
    let years: Vec<u32> = (FIRST_YEAR..=LAST_YEAR).collect();
    let worlds = in_parallel(count, |n| {
        let rules = draws[n];
        let seed = FORECAST_SEEDS + n as u64;
        let mut world = PanelWorld::new(rules.params(), rules.steps_per_year(), seed, people);
        let mut first = None;
        let mut of_year = |&year: &u32| {
            world.run_until(f64::from(year - FIRST_YEAR));
            // The same people are asked with errors of their own each year.
            let responses = world.interview(year - FIRST_YEAR);
            let constraint = Constraint::new(&responses, CROSS_SECTION_QUESTIONS);
            let wave = PanelWave::new(instrument, &responses, seed);
            let spread = spread_ratio(first.as_ref().unwrap_or(&wave), &wave);
            first.get_or_insert(wave);
            [constraint.participation_ratio, spread, world.spread()]
        };
        years.iter().map(&mut of_year).collect::<Vec<[f64; 3]>>()
    });
    let scale = [participation_ratio_of_2006(), 1.0, 1.0];
    let fan = |at: usize| {
        let fans = [0, 1, 2].map(|quantity: usize| {
            let growth = |world: &Vec<[f64; 3]>| world[at][quantity] / world[0][quantity];
            let values: Vec<f64> = worlds.iter().map(|world| scale[quantity] * growth(world)).collect();
            quantiles(&values, FAN_LEVELS)
        });
        ForecastYear { year: years[at], quantities: fans }
    };
    (0..years.len()).map(fan).collect()
}

/// The forecast as comma-separated values.
pub fn forecast_csv(years: &[ForecastYear]) -> String {
    let mut text = String::from("quantity,year,p5,p25,p50,p75,p95\n");
    for (at, quantity) in QUANTITIES.iter().enumerate() {
        for year in years {
            let fan: Vec<String> = year.quantities[at].iter().map(|x| format!("{x:.4}")).collect();
            text.push_str(&format!("{quantity},{},{}\n", year.year, fan.join(",")));
        }
    }
    text
}
