//! Survey: a response table with the simulated population that scores it.

use super::response_table::{ResponseCode, ResponseTable};
use super::scale::{Scale, response_shares};
use drift::rng::{StreamKey, normal};
use quiz::domains;
use quiz::population::Respondent;
use quiz::questionnaire::{BANK, ItemModel, RELIABILITY, Response, bank_models};
use quiz::scoring::{Evidence, Mixture, NORM_SAMPLE_SIZE, PEOPLE, Table};

/// People in the mixture that ranks respondents. All people who are compared are scored by the same mixture, so that a
/// smaller one suffices; a table in which all response patterns differ needs hundreds of thousands of scores.
const RANKING_PEOPLE: usize = 2_500;

/// A response table with the simulated population that scores it.
pub struct Survey {
    pub(super) table: ResponseTable,
    /// Item models by column, like the fields below.
    pub(super) models: Vec<ItemModel>,
    pub(super) scales: Vec<Scale>,
    /// Probability of each code by the table's marginal shares.
    pub(super) shares: Vec<[f64; ResponseCode::NUMBER]>,
    pub(super) mixture: Mixture,
    /// The first [`RANKING_PEOPLE`] of its people, for percentiles.
    pub(super) ranking_mixture: Mixture,
    /// Probability of each code for each person of the mixture; empty for codes that do not occur.
    pub(super) columns: Vec<[Vec<f32>; ResponseCode::NUMBER]>,
    /// Norm sample: response styles and latent responses of simulated people who take the survey.
    pub(super) norm_sample: Vec<(f64, Vec<f64>)>,
}

impl Survey {
    /// Prepares scoring of `table` by the first [`PEOPLE`] people of the population of `seed`. With `reanchor`, each item's
    /// thresholds reproduce the table's marginal shares.
    ///
    /// # Panics
    /// If an item is not in the bank, or a row is shorter than the heading.
    pub fn new(seed: u64, table: ResponseTable, reanchor: bool) -> Survey {
        let bank = bank_models();
        let models: Vec<ItemModel> = table.items.iter().map(|&item| bank[item]).collect();
        let counts: Vec<_> = (0..models.len()).map(|column| table.counts(column)).collect();
        let shares: Vec<_> = counts.iter().map(response_shares).collect();
        let scales: Vec<Scale> = models
            .iter()
            .zip(&shares)
            .map(|(model, shares)| if reanchor { Scale::refit(shares) } else { Scale::of_item(model) })
            .collect();
        let factors: Vec<_> = (0..PEOPLE).map(|n| Respondent::nth(seed, n).factors).collect();
        let crowd = |people: usize| {
            let means =
                |model: &ItemModel| factors[..people].iter().map(|f| model.shared(f) as f32).collect();
            let tables = models.iter().zip(&scales).map(|(model, scale)| {
                let spread = f64::sqrt(1.0 - model.communality());
                Table::of_ranges(spread, &scale.thresholds, &scale.ranges)
            });
            Mixture::new(models.iter().map(means).collect(), tables.collect())
        };
        let (mixture, ranking_mixture) = (crowd(PEOPLE), crowd(RANKING_PEOPLE));
        let columns = counts.iter().enumerate().map(|(topic, counts)| {
            let occurs = counts.iter().sum::<usize>() > 0;
            ResponseCode::ALL.map(|code| {
                let cell = code.index();
                let asked = occurs && (counts[cell] > 0 || code.side() == code);
                if asked { mixture.column(Evidence { topic, cell }) } else { Vec::new() }
            })
        });
        let columns = columns.collect();
        let norm_sample =
            (PEOPLE..PEOPLE + NORM_SAMPLE_SIZE).map(|n| latent(seed, n, &table.items, &models)).collect();
        Survey { table, models, scales, shares, mixture, ranking_mixture, columns, norm_sample }
    }

    /// The response table.
    pub fn table(&self) -> &ResponseTable {
        &self.table
    }

    /// Responses of a respondent: columns and codes.
    pub(super) fn answers(&self, person: usize) -> impl Iterator<Item = (usize, ResponseCode)> {
        let cells = self.table.people[person].iter().enumerate();
        cells.filter_map(|(column, code)| code.map(|code| (column, code)))
    }
}

/// Response style of simulated person `number`, and their latent responses to the items.
fn latent(seed: u64, number: usize, items: &[usize], models: &[ItemModel]) -> (f64, Vec<f64>) {
    let person = Respondent::nth(seed, number);
    let mut stream = person.unique_factors();
    let unique_factors: [f64; BANK.len()] = core::array::from_fn(|_| normal(&mut stream));
    let mut noise = StreamKey::new(seed, domains::RESPONSES).stream(number);
    let answer = |(&item, model): (&usize, &ItemModel)| {
        let belief = model.shared(&person.factors) + model.unique_sd * unique_factors[item];
        belief + f64::sqrt(1.0 - RELIABILITY) * normal(&mut noise)
    };
    (person.style, items.iter().zip(models).map(answer).collect())
}

/// Simulates the responses of `people` of the population of `seed` to these items of the bank.
///
/// # Panics
/// If an item is not in the bank.
pub fn simulate_responses(seed: u64, people: core::ops::Range<usize>, items: &[usize]) -> ResponseTable {
    let bank = bank_models();
    let models: Vec<ItemModel> = items.iter().map(|&item| bank[item]).collect();
    let row = |number| {
        let (style, latent) = latent(seed, number, items, &models);
        let step = |(model, y): (&ItemModel, f64)| {
            Response::new(model.category(y, style)).map(ResponseCode::Category)
        };
        models.iter().zip(latent).map(step).collect()
    };
    ResponseTable { items: items.to_vec(), people: people.map(row).collect() }
}
