//! Choices for an answer: their order on the screen and their names.

use quiz::questionnaire::Response;
use quiz::quiz_session::ItemChoice;

/// The five steps from A to B in words, then the pass.
pub(super) const STEP_WORDS: [&str; 5] = ["definitely A", "leaning A", "torn", "leaning B", "definitely B"];

/// Places in the row of choices: five steps, and the pass.
pub(super) const CHOICES: usize = STEP_WORDS.len() + 1;

/// The choice at a place in the row.
pub(super) fn choice_at(at: usize) -> ItemChoice {
    Response::new(at).map_or(ItemChoice::Pass, ItemChoice::Shown)
}

/// The place of a choice in the row.
pub(super) fn place_of(choice: ItemChoice) -> usize {
    match choice {
        ItemChoice::Shown(step) => step.index(),
        ItemChoice::Pass => STEP_WORDS.len(),
    }
}

/// A choice as its button says it.
pub(super) fn words(choice: ItemChoice) -> &'static str {
    STEP_WORDS.get(place_of(choice)).copied().unwrap_or("passed")
}
