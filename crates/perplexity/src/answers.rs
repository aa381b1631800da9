//! Answers to items of the bank.

use crate::item_bank::{CATEGORIES, ITEM_COUNT};
use crate::response_model::Observation;

/// Answers to items of the bank: a category, a pass, or not asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemAnswers([Answer; ITEM_COUNT]);

/// What is known of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// Not asked.
    #[default]
    NotAsked,
    /// Asked and passed. It says nothing about the respondent.
    Passed,
    /// Category, from 0 for the lower pole to 4 for the upper.
    Category(u8),
}

impl Default for ItemAnswers {
    fn default() -> ItemAnswers {
        ItemAnswers([Answer::NotAsked; ITEM_COUNT])
    }
}

impl ItemAnswers {
    /// Answer to an item.
    ///
    /// # Panics
    ///
    /// When the bank has no such item.
    pub fn get(&self, item: usize) -> Answer {
        self.0[item]
    }

    /// Sets the answer to an item.
    ///
    /// # Panics
    ///
    /// When the bank has no such item, or the item no such category.
    pub fn set(&mut self, item: usize, answer: Answer) {
        assert!(!matches!(answer, Answer::Category(c) if usize::from(c) >= CATEGORIES), "five categories");
        self.0[item] = answer;
    }

    /// Items that were asked, ascending.
    pub fn asked(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().filter(|(_, answer)| **answer != Answer::NotAsked).map(|(item, _)| item)
    }

    /// Items that were answered and their categories, ascending by item.
    pub fn answered(&self) -> impl Iterator<Item = (usize, usize)> {
        self.0.iter().enumerate().filter_map(|(item, answer)| match answer {
            Answer::Category(category) => Some((item, usize::from(*category))),
            _ => None,
        })
    }

    /// Observations for a posterior, ascending by item, so that the posterior does not depend on the order of asking.
    pub fn observations(&self) -> Vec<Observation<'static>> {
        self.answered().map(|(item, category)| Observation::of_bank(item, category)).collect()
    }
}
