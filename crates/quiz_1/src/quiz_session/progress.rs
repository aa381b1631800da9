//! Progress of a visitor through the items.

use core::ops::RangeInclusive;

use crate::questionnaire::{Answers, ItemOrder, QuestionSet, Response};

/// Range of the guess: "out of 100 simulated people, how many are weirder than you?"
pub const GUESSES: RangeInclusive<u8> = 0..=100;

/// Number of answers from which a preview of the result is offered.
pub const MIN_PREVIEW_ANSWERS: usize = 12;

/// Session of one visitor: all that is known of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuizSession {
    /// The visitor's guess: "out of 100 simulated people, how many are weirder than you?"
    pub guess: Option<u8>,
    /// Answers, which name the question set, in its order, not the order asked.
    pub answers: Answers,
    /// Items passed, as opposed to not yet reached, in the order of the set. An item that is passed has no answer, and
    /// nothing is passed beyond the set's length.
    pub passed: [bool; QuestionSet::MOST],
    /// Seed of the order of the items and of the sides of their poles.
    pub seed: u64,
    /// Current stage.
    pub stage: Stage,
}

/// Stage of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The guess, before the first item.
    Guess,
    /// The item at a place in the order, counted from 0.
    Asking(usize),
    /// The offer of a preview, after [`MIN_PREVIEW_ANSWERS`] answers.
    Halfway,
    /// The result of the answers given so far.
    Result,
}

/// Choice of a visitor for one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemChoice {
    /// A response, counted from A as shown on the screen.
    Shown(Response),
    /// A pass.
    Pass,
}

/// Record of a choice and the one it replaced, for [`QuizSession::undo`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChoiceRecord {
    /// Place in the order, counted from 0.
    pub place: usize,
    /// The choice made.
    pub choice: ItemChoice,
    /// The choice it replaced, if there was one.
    pub before: Option<ItemChoice>,
}

impl QuizSession {
    /// A session with the items of `set` that has not begun.
    pub fn of(set: &'static QuestionSet, seed: u64) -> QuizSession {
        QuizSession {
            guess: None,
            answers: Answers::all_passed(set),
            passed: [false; QuestionSet::MOST],
            seed,
            stage: Stage::Guess,
        }
    }

    /// The question set.
    pub fn set(&self) -> &'static QuestionSet {
        self.answers.set()
    }

    /// Whether the session has not begun: no guess, no choice, the first stage.
    pub fn is_blank(&self) -> bool {
        *self == QuizSession::of(self.set(), self.seed)
    }

    /// Order of the items in this session.
    pub fn order(&self) -> ItemOrder {
        ItemOrder::of(self.set(), self.seed)
    }

    /// Choice for the item at `place` in the order, as shown on the screen; `None` when it was not reached.
    ///
    /// # Panics
    ///
    /// When `place` is not below the number of items.
    pub fn choice(&self, place: usize) -> Option<ItemChoice> {
        let order = self.order();
        let question = order.question(place);
        match self.answers.get(question) {
            Some(response) => Some(ItemChoice::Shown(order.mirror_if_swapped(question, response))),
            None => self.passed[question].then_some(ItemChoice::Pass),
        }
    }

    /// First place whose item has neither an answer nor a pass; `None` when there is none.
    pub fn next_unmet(&self) -> Option<usize> {
        let order = self.order();
        let is_met = |question: usize| self.answers.get(question).is_some() || self.passed[question];
        (0..self.set().len()).find(|&place| !is_met(order.question(place)))
    }

    /// Number of items with neither an answer nor a pass.
    pub fn unmet(&self) -> usize {
        self.set().len() - self.answers.count() - self.passed.iter().filter(|passed| **passed).count()
    }

    /// Records a choice for the item at `place` in the order, and advances: to the next item, to [`Stage::Halfway`] when
    /// this is answer number [`MIN_PREVIEW_ANSWERS`], or to the result.
    ///
    /// # Panics
    ///
    /// When `place` is not below the number of items.
    pub fn choose(&mut self, place: usize, choice: ItemChoice) -> ChoiceRecord {
        let before = self.choice(place);
        let answered = self.answers.count();
        self.put(place, Some(choice));
        let next = place + 1;
        self.stage = if next >= self.set().len() {
            Stage::Result
        } else if answered < MIN_PREVIEW_ANSWERS && self.answers.count() == MIN_PREVIEW_ANSWERS {
            Stage::Halfway
        } else {
            Stage::Asking(next)
        };
        ChoiceRecord { place, choice, before }
    }

    /// Reverts a choice: restores the one it replaced and returns to its item.
    ///
    /// # Panics
    ///
    /// When [`ChoiceRecord::place`] is out of range.
    pub fn undo(&mut self, chosen: ChoiceRecord) {
        self.put(chosen.place, chosen.before);
        self.stage = Stage::Asking(chosen.place);
    }

    /// Returns to the previous item, or from the first one to the guess.
    pub fn back(&mut self) {
        self.stage = match self.stage {
            Stage::Guess | Stage::Asking(0) => Stage::Guess,
            Stage::Asking(place) => Stage::Asking(place - 1),
            // The last item that was reached.
            Stage::Halfway | Stage::Result => {
                Stage::Asking(self.next_unmet().unwrap_or(self.set().len()).saturating_sub(1))
            }
        };
    }

    /// Advances to the first item with neither an answer nor a pass, or to the result when there is none.
    pub fn go_on(&mut self) {
        self.stage = self.next_unmet().map_or(Stage::Result, Stage::Asking);
    }

    fn put(&mut self, place: usize, choice: Option<ItemChoice>) {
        let order = self.order();
        let question = order.question(place);
        let answer = match choice {
            Some(ItemChoice::Shown(response)) => Some(order.mirror_if_swapped(question, response)),
            Some(ItemChoice::Pass) | None => None,
        };
        self.answers.put(question, answer);
        self.passed[question] = choice == Some(ItemChoice::Pass);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::SET_1;

    fn shown(index: usize) -> ItemChoice {
        ItemChoice::Shown(Response::ALL[index])
    }

    /// A session with these choices for the first items.
    fn after(choices: &[ItemChoice]) -> QuizSession {
        let mut session = QuizSession::of(&SET_1, 7);
        for (place, &choice) in choices.iter().enumerate() {
            session.choose(place, choice);
        }
        session
    }

    #[test]
    fn a_choice_is_shown_again_as_it_was_made() {
        let choices = [shown(0), ItemChoice::Pass, shown(4), shown(2), shown(1), shown(3)];
        let session = after(&choices);
        for (place, &choice) in choices.iter().enumerate() {
            assert_eq!(session.choice(place), Some(choice), "{place}");
        }
        assert_eq!(session.choice(choices.len()), None);
        assert_eq!((session.answers.count(), session.unmet()), (5, 18));
        assert_eq!(session.next_unmet(), Some(6));
    }

    #[test]
    fn the_offer_comes_once_with_the_twelfth_answer_and_not_with_the_twelfth_question() {
        let mut session = after(&[ItemChoice::Pass; 3]);
        for place in 3..14 {
            session.choose(place, shown(1));
            assert_eq!(session.stage, Stage::Asking(place + 1));
        }
        session.choose(14, shown(1));
        assert_eq!(session.stage, Stage::Halfway);
        session.go_on();
        assert_eq!(session.stage, Stage::Asking(15));
        // An answer that is only changed makes no offer.
        session.choose(9, shown(4));
        assert_eq!(session.stage, Stage::Asking(10));
    }

    #[test]
    fn whoever_answers_the_twelfth_question_last_gets_the_result_and_no_offer() {
        let mut session = after(&[ItemChoice::Pass; 12]);
        for place in 12..24 {
            session.choose(place, shown(1));
        }
        assert_eq!(session.stage, Stage::Result);
    }

    #[test]
    fn a_choice_taken_back_leaves_what_was_there_before() {
        let mut session = after(&[shown(0), shown(1)]);
        let before = session;
        let chosen = session.choose(2, ItemChoice::Pass);
        session.undo(chosen);
        assert_eq!(session, before, "a question not met is unmet again");
        let chosen = session.choose(0, shown(4));
        session.undo(chosen);
        assert_eq!(
            session,
            QuizSession { stage: Stage::Asking(0), ..before },
            "an earlier answer comes back"
        );
    }

    #[test]
    fn back_leads_from_every_stage_to_what_was_asked_last() {
        let mut session = after(&[shown(1); 12]);
        assert_eq!(session.stage, Stage::Halfway);
        session.back();
        assert_eq!(session.stage, Stage::Asking(11));
        session.back();
        assert_eq!(session.stage, Stage::Asking(10));
        for (stage, before) in [
            (Stage::Asking(0), Stage::Guess),
            (Stage::Guess, Stage::Guess),
            (Stage::Result, Stage::Asking(11)),
        ] {
            session.stage = stage;
            session.back();
            assert_eq!(session.stage, before);
        }
        let mut through = after(&[shown(1); 24]);
        assert_eq!(through.stage, Stage::Result);
        through.back();
        assert_eq!(through.stage, Stage::Asking(23));
        through.go_on();
        assert_eq!(through.stage, Stage::Result);
    }

    #[test]
    fn a_sitting_is_blank_until_something_is_said() {
        let mut session = QuizSession::of(&SET_1, 3);
        assert!(session.is_blank());
        session.stage = Stage::Asking(0);
        assert!(!session.is_blank(), "the guess was skipped");
    }
}
