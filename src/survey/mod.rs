//! What does the predictor make of answers from elsewhere?
//!
//! The quiz's own predictor, opened to a table of real people: any of the bank's 34 items in any order, five
//! steps or only sides, passes anywhere ([`Sheet`]). Six factors, response styles and the crowd are those of the
//! quiz; nothing is learned from the table except, when asked for, how often each answer is given: an old or
//! differently worded survey has other shares, and `reanchor` cuts the latent answers anew so that the crowd's
//! shares are the table's ([`Scale::refitted`]). A column of sides then has two cuts or, where nobody was torn, one.
//!
//! What it is held against are the table's own shares, which know every question's answers beforehand
//! but nothing about a person.
//!
//! Not tempered: shrinking the loadings by a tenth would gain .001 bits an answer where real correlations were 15 %
//! below the bank's and lose .002 where they are the bank's (simulated from the full table of correlations, with
//! and without response styles), so the crowd is left as it is.

mod course;
mod records;
mod scale;
mod sheet;
mod standing;

pub use course::{Course, Guess, Score};
pub use records::OpenQuote;
pub use scale::{Scale, shares};
pub use sheet::{Code, Sheet, SheetError};
pub use standing::Pattern;

use crate::chance::{Chance, Purpose, normal};
use crate::crowd::Person;
use crate::items::{BANK, ItemModel, RELIABILITY, Step, bank_models};
use crate::perplexity::{CALIBRATORS, Clue, Mixture, PEOPLE, Table};

/// People who predict where percentiles are concerned. Everybody compared is placed among the same ones, so that
/// fewer serve as well, and a table in which everybody answered other items needs hundreds of thousands of
/// placings.
const STANDING: usize = 2_500;

/// A table and the crowd that reads it.
pub struct Survey {
    sheet: Sheet,
    /// By column, as everything below.
    models: Vec<ItemModel>,
    scales: Vec<Scale>,
    /// What the table's own shares say of each code.
    shares: Vec<[f64; Code::NUMBER]>,
    mixture: Mixture,
    /// The first [`STANDING`] of its people, for percentiles.
    standing: Mixture,
    /// Probabilities of each code for everybody in the crowd; empty for what nobody answered.
    columns: Vec<[Vec<f32>; Code::NUMBER]>,
    /// Simulated people who take the survey: their styles and latent answers.
    takers: Vec<(f64, Vec<f64>)>,
}

impl Survey {
    /// Opens `sheet` to the first [`PEOPLE`] people of the crowd of `seed`; with `reanchor`, each item's cuts give
    /// the table's own shares.
    pub fn new(seed: u64, sheet: Sheet, reanchor: bool) -> Survey {
        let bank = bank_models();
        let models: Vec<ItemModel> = sheet.items.iter().map(|&item| bank[item]).collect();
        let counts: Vec<_> = (0..models.len()).map(|column| sheet.counts(column)).collect();
        let shares: Vec<_> = counts.iter().map(shares).collect();
        let scales: Vec<Scale> = models
            .iter()
            .zip(&shares)
            .map(|(model, shares)| if reanchor { Scale::refitted(shares) } else { Scale::of_item(model) })
            .collect();
        let factors: Vec<_> = (0..PEOPLE).map(|n| Person::nth(seed, n).factors).collect();
        let crowd = |people: usize| {
            let means =
                |model: &ItemModel| factors[..people].iter().map(|f| model.shared(f) as f32).collect();
            let tables = models.iter().zip(&scales).map(|(model, scale)| {
                let spread = f64::sqrt(1.0 - model.communality());
                Table::of_ranges(spread, &scale.cuts, &scale.ranges)
            });
            Mixture::new(models.iter().map(means).collect(), tables.collect())
        };
        let (mixture, standing) = (crowd(PEOPLE), crowd(STANDING));
        let columns = counts.iter().enumerate().map(|(topic, counts)| {
            let occurs = counts.iter().sum::<usize>() > 0;
            Code::ALL.map(|code| {
                let cell = code.index();
                let asked = occurs && (counts[cell] > 0 || code.side() == code);
                if asked { mixture.column(Clue { topic, cell }) } else { Vec::new() }
            })
        });
        let columns = columns.collect();
        let takers = (PEOPLE..PEOPLE + CALIBRATORS).map(|n| latent(seed, n, &sheet.items, &models)).collect();
        Survey { sheet, models, scales, shares, mixture, standing, columns, takers }
    }

    /// The table.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// What somebody answered: columns and codes.
    fn answers(&self, person: usize) -> impl Iterator<Item = (usize, Code)> {
        let cells = self.sheet.people[person].iter().enumerate();
        cells.filter_map(|(column, code)| code.map(|code| (column, code)))
    }
}

/// Style and latent answers of simulated person `number` to the columns.
fn latent(seed: u64, number: usize, items: &[usize], models: &[ItemModel]) -> (f64, Vec<f64>) {
    let person = Person::nth(seed, number);
    let mut stream = person.quirks();
    let quirks: [f64; BANK.len()] = core::array::from_fn(|_| normal(&mut stream));
    let mut noise = Chance::new(seed, Purpose::Answering).of(number);
    let answer = |(&item, model): (&usize, &ItemModel)| {
        let belief = model.shared(&person.factors) + model.quirk * quirks[item];
        belief + f64::sqrt(1.0 - RELIABILITY) * normal(&mut noise)
    };
    (person.style, items.iter().zip(models).map(answer).collect())
}

/// What simulated people answer to these items of the bank, to be read like any other table.
pub fn simulated(seed: u64, people: core::ops::Range<usize>, items: &[usize]) -> Sheet {
    let bank = bank_models();
    let models: Vec<ItemModel> = items.iter().map(|&item| bank[item]).collect();
    let row = |number| {
        let (style, latent) = latent(seed, number, items, &models);
        let step = |(model, y): (&ItemModel, f64)| Step::new(model.step(y, style)).map(Code::Step);
        models.iter().zip(latent).map(step).collect()
    };
    Sheet { items: items.to_vec(), people: people.map(row).collect() }
}
