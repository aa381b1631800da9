//! Survey: a response table with the response models that score it.

use perplexity::item_bank::{ITEM_COUNT, ITEMS};
use perplexity::likeness::Likeness;
use perplexity::response_model::Observation;
use perplexity::score::PerplexityScore;
use rand::Rng;

use super::domains;
use super::parallel::in_parallel;
use super::response_table::ResponseTable;
use super::scale::{bank_thresholds, refit_thresholds};
use drift::rng::StreamKey;

/// Response model of the answers to one item.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// Item of the bank.
    pub(super) item: usize,
    /// Column of the table.
    place: usize,
    /// Thresholds between the categories at style 0, ascending.
    pub(super) thresholds: Vec<f64>,
    /// Share of each category among the table's answers.
    pub(super) shares: Vec<f64>,
}

/// An answer that is scored.
#[derive(Clone, Copy)]
pub(super) struct TableAnswer<'a> {
    pub(super) column: &'a Column,
    pub(super) category: usize,
}

impl<'a> TableAnswer<'a> {
    pub(super) fn observation(&self) -> Observation<'a> {
        let Column { item, thresholds, .. } = self.column;
        Observation { loadings: &ITEMS[*item].loadings, thresholds, category: self.category }
    }
}

/// A response table with the response models that score it.
#[derive(Clone, Debug)]
pub struct Survey {
    table: ResponseTable,
    /// Columns that are scored, ascending by item.
    columns: Vec<Column>,
    pub(super) likeness: Likeness,
}

impl Survey {
    /// Prepares scoring of `table`. With `reanchor`, each column's thresholds are those at which the population's shares are
    /// the table's ([`refit_thresholds`]), else the bank's, for the column's number of categories ([`bank_thresholds`]).
    ///
    /// Columns without an answer above the lowest category are left out: how many categories they have is unknown, and
    /// that all of them are the lowest says nothing about one respondent.
    ///
    /// # Panics
    /// If an item is not in the bank, or a row is shorter than the heading.
    pub fn new(table: ResponseTable, reanchor: bool) -> Survey {
        let mut columns: Vec<Column> = (0..table.items.len())
            .filter_map(|place| {
                let (item, counts) = (table.items[place], table.counts(place));
                let all: usize = counts.iter().sum();
                let thresholds =
                    if reanchor { refit_thresholds(&counts) } else { bank_thresholds(item, counts.len()) };
                let shares = counts.iter().map(|&count| count as f64 / all as f64).collect();
                (all > counts[0]).then_some(Column { item, place, thresholds, shares })
            })
            .collect();
        columns.sort_unstable_by_key(|column| column.item);
        Survey { table, columns, likeness: Likeness::default() }
    }

    /// The response table.
    pub fn table(&self) -> &ResponseTable {
        &self.table
    }

    /// Items of the columns that are left out, ascending.
    pub fn left_out(&self) -> Vec<usize> {
        let is_scored = |item: &usize| self.columns.iter().any(|column| column.item == *item);
        let mut items: Vec<usize> =
            self.table.items.iter().copied().filter(|item| !is_scored(item)).collect();
        items.sort_unstable();
        items
    }

    /// Score of a respondent; `None` if they answered nothing that is scored. Takes some milliseconds.
    ///
    /// # Panics
    /// If there is no such respondent.
    pub fn score(&self, person: usize) -> Option<PerplexityScore> {
        PerplexityScore::of_observations(&self.likeness, &observations(&self.answers(person)))
    }

    /// Scores of all respondents, in order, on all cores.
    pub fn score_all(&self) -> Vec<Option<PerplexityScore>> {
        in_parallel(self.table.people.len(), |person| self.score(person))
    }

    /// Answers of a respondent that are scored, ascending by item.
    pub(super) fn answers<'a>(&'a self, person: usize) -> Vec<TableAnswer<'a>> {
        let cells = &self.table.people[person];
        let answer = |column: &'a Column| {
            cells[column.place].map(|category| TableAnswer { column, category: usize::from(category) })
        };
        self.columns.iter().filter_map(answer).collect()
    }

    /// The same answers in a random order. Another number of `draw` draws another order. The order of two items depends on no
    /// other item, and not on the columns.
    pub(super) fn shuffled_answers(&self, person: usize, seed: u64, draw: u32) -> Vec<TableAnswer<'_>> {
        let mut stream = StreamKey::new(seed, domains::ANSWER_ORDER).at_step(draw).stream(person);
        let ranks: [u64; ITEM_COUNT] = core::array::from_fn(|_| stream.next_u64());
        let mut answers = self.answers(person);
        answers.sort_by_key(|answer| ranks[answer.column.item]);
        answers
    }
}

/// Observations of answers in any order: ascending by item, so that a posterior does not depend on their order.
pub(super) fn observations<'a>(answers: &[TableAnswer<'a>]) -> Vec<Observation<'a>> {
    let mut answers = answers.to_vec();
    answers.sort_unstable_by_key(|answer| answer.column.item);
    answers.iter().map(TableAnswer::observation).collect()
}
