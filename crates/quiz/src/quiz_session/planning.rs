//! Selection of the next question of a session: the most informative one, or a reverse-keyed one about an earlier answer.
//!
//! A reverse-keyed question is not scored, so it is asked only of somebody whose answers look careless: once
//! [`PAIR_CHECKS`] questions were asked, where the probability of careless responding is above [`CARELESS_SUSPECTED`].
//!
//! Simulated people with a reverse-keyed question in their session (`tests/sessions.rs`):
//!
//! | questions | of 500 who answer by the model | of 200 whose clicks are uniform |
//! |---|---|---|
//! | 24 | 7 | 149 |
//! | 36 | 9 | 192 |
//! | 48 | 10 | 197 |

use crate::questionnaire::{Answers, Item, QuestionSet};
use perplexity::careless::careless_probability;
use perplexity::item_bank::ITEM_COUNT;
use perplexity::likeness::Likeness;
use perplexity::posterior::PosteriorDraws;
use perplexity::selection::{first_items, next_item};

/// Numbers of questions asked after which a reverse-keyed question may follow.
pub const PAIR_CHECKS: [usize; 4] = [16, 22, 30, 40];

/// Probability of careless responding above which a reverse-keyed question follows.
pub const CARELESS_SUSPECTED: f64 = 0.2;

/// Least distance of the two questions of a consistency pair in the order of asking.
pub const MIN_PAIR_DISTANCE: usize = 4;

/// Number of posterior draws behind the probability of careless responding.
const DRAWS: usize = 200;

/// Index of the first question of the session with this seed: the first of its first items that the set has, or otherwise
/// the first that is not reverse-keyed.
pub(super) fn first_question(set: &QuestionSet, seed: u64) -> u8 {
    let questions = questions_by_item(set.items());
    let first = first_items(seed).into_iter().find_map(|item| questions[item]);
    first.or_else(|| questions.into_iter().flatten().min()).unwrap_or_default()
}

/// Index of the question that follows those at `asked`, the session's in the order of asking, all of them answered or
/// passed. `None` when every question that is not reverse-keyed was asked.
pub(super) fn next_question(likeness: &Likeness, seed: u64, asked: &[u8], answers: &Answers) -> Option<u8> {
    let items = answers.set().items();
    if let Some(question) = reverse_keyed_question(items, asked, answers) {
        return Some(question);
    }
    let questions = questions_by_item(items);
    // What the set lacks counts as asked.
    let lacking = (0..ITEM_COUNT).filter(|&item| questions[item].is_none());
    let asked: Vec<usize> =
        lacking.chain(asked.iter().map(|&question| items[usize::from(question)].bank)).collect();
    questions[next_item(likeness, seed, &asked, &answers.item_answers())?]
}

/// For each item of the bank, index of the question about it that is not reverse-keyed, if there is one.
fn questions_by_item(items: &[Item]) -> [Option<u8>; ITEM_COUNT] {
    let mut questions = [None; ITEM_COUNT];
    for (question, item) in items.iter().enumerate().filter(|(_, item)| !item.reverse_keyed) {
        questions[item.bank] = Some(question as u8);
    }
    questions
}

/// The first reverse-keyed question that was not asked and the other of whose pair was answered at least
/// [`MIN_PAIR_DISTANCE`] questions earlier, where one is due.
fn reverse_keyed_question(items: &[Item], asked: &[u8], answers: &Answers) -> Option<u8> {
    if !PAIR_CHECKS.contains(&asked.len()) {
        return None;
    }
    let is_earlier = |pair: usize| {
        let place = asked.iter().position(|&question| usize::from(question) == pair);
        place.is_some_and(|place| asked.len() - place >= MIN_PAIR_DISTANCE) && answers.get(pair).is_some()
    };
    let is_open = |question: &usize| {
        let item = &items[*question];
        item.reverse_keyed
            && !asked.contains(&(*question as u8))
            && item.consistency_pair.is_some_and(is_earlier)
    };
    let question = (0..items.len()).find(is_open)?;
    looks_careless(answers).then_some(question as u8)
}

fn looks_careless(answers: &Answers) -> bool {
    let observations = answers.item_answers().observations();
    let surprisal = PosteriorDraws::with_draws(&observations, DRAWS).surprisal_of_answers();
    careless_probability(&observations, surprisal) > CARELESS_SUSPECTED
}
