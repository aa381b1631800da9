//! How far is a visitor through the quiz, and what does their browser keep of it?

mod kept;

pub use kept::{DAYS_KEPT, kept_text, read_kept};

use crate::items::{ASKED, Answers, Order, Step};

/// After so many answers a result can be looked at: blurry, but a result.
pub const BLURRY: usize = 12;

/// One visitor's way through the questions: everything that is known of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// "Out of 100 simulated people, how many are weirder than you?"
    pub guess: Option<u8>,
    /// The answers, by question and not by the order asked.
    pub answers: Answers,
    /// Which questions were passed, to tell a pass from a question not yet met. None of them has an answer.
    pub passed: [bool; ASKED.len()],
    /// Decides the order of the questions and which pole stands on which side.
    pub seed: u64,
    /// How far it is.
    pub stage: Stage,
}

/// How far a sitting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Before the first question.
    Guess,
    /// At a place in the order, `0..24`.
    Asking(usize),
    /// [`BLURRY`] answers are there: look now, or go on?
    Halfway,
    /// The answers are read, all of them or as many as there are.
    Result,
}

/// What a visitor does with a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// So many steps from A, as shown.
    Shown(Step),
    /// Rather not.
    Pass,
}

/// A choice just made, and what it replaced: enough to take it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Where in the order.
    pub place: usize,
    /// What was chosen.
    pub choice: Choice,
    /// What stood there before, if anything.
    pub before: Option<Choice>,
}

impl Sitting {
    /// Somebody new.
    pub fn new(seed: u64) -> Sitting {
        Sitting {
            guess: None,
            answers: Answers::default(),
            passed: [false; ASKED.len()],
            seed,
            stage: Stage::Guess,
        }
    }

    /// Whether there is nothing to keep: no guess, no choice, not one step taken.
    pub fn is_blank(&self) -> bool {
        *self == Sitting::new(self.seed)
    }

    /// This sitting's way through the questions.
    pub fn order(&self) -> Order {
        Order::of(self.seed)
    }

    /// What was chosen for the question at `place`, as shown.
    pub fn choice(&self, place: usize) -> Option<Choice> {
        let order = self.order();
        let question = order.question(place);
        match self.answers.get(question) {
            Some(step) => Some(Choice::Shown(order.turned(question, step))),
            None => self.passed[question].then_some(Choice::Pass),
        }
    }

    /// The first place whose question has neither an answer nor a pass; nothing when all were met.
    pub fn next_unmet(&self) -> Option<usize> {
        let order = self.order();
        let is_met = |question: usize| self.answers.get(question).is_some() || self.passed[question];
        (0..ASKED.len()).find(|&place| !is_met(order.question(place)))
    }

    /// How many questions have neither an answer nor a pass.
    pub fn unmet(&self) -> usize {
        ASKED.len() - self.answers.count() - self.passed.iter().filter(|passed| **passed).count()
    }

    /// Keeps a choice and goes on: to the next question, to the offer when this was the answer that makes a blurry
    /// result, or to the result.
    pub fn choose(&mut self, place: usize, choice: Choice) -> Chosen {
        let before = self.choice(place);
        let answered = self.answers.count();
        self.put(place, Some(choice));
        let next = place + 1;
        self.stage = if next >= ASKED.len() {
            Stage::Result
        } else if answered < BLURRY && self.answers.count() == BLURRY {
            Stage::Halfway
        } else {
            Stage::Asking(next)
        };
        Chosen { place, choice, before }
    }

    /// Takes a choice back: its question is asked again, as it stood before.
    pub fn undo(&mut self, chosen: Chosen) {
        self.put(chosen.place, chosen.before);
        self.stage = Stage::Asking(chosen.place);
    }

    /// One step back: to the question before, or from the first one to the guess.
    pub fn back(&mut self) {
        self.stage = match self.stage {
            Stage::Guess | Stage::Asking(0) => Stage::Guess,
            Stage::Asking(place) => Stage::Asking(place - 1),
            // The last question that was met.
            Stage::Halfway | Stage::Result => {
                Stage::Asking(self.next_unmet().unwrap_or(ASKED.len()).saturating_sub(1))
            }
        };
    }

    /// On to the first question not met yet, or to the result when there is none.
    pub fn go_on(&mut self) {
        self.stage = self.next_unmet().map_or(Stage::Result, Stage::Asking);
    }

    fn put(&mut self, place: usize, choice: Option<Choice>) {
        let order = self.order();
        let question = order.question(place);
        self.answers.0[question] = match choice {
            Some(Choice::Shown(step)) => Some(order.turned(question, step)),
            Some(Choice::Pass) | None => None,
        };
        self.passed[question] = choice == Some(Choice::Pass);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(index: usize) -> Choice {
        Choice::Shown(Step::ALL[index])
    }

    /// A sitting in which the first questions were met with these choices.
    fn after(choices: &[Choice]) -> Sitting {
        let mut sitting = Sitting::new(7);
        for (place, &choice) in choices.iter().enumerate() {
            sitting.choose(place, choice);
        }
        sitting
    }

    #[test]
    fn a_choice_is_shown_again_as_it_was_made() {
        let choices = [shown(0), Choice::Pass, shown(4), shown(2), shown(1), shown(3)];
        let sitting = after(&choices);
        for (place, &choice) in choices.iter().enumerate() {
            assert_eq!(sitting.choice(place), Some(choice), "{place}");
        }
        assert_eq!(sitting.choice(choices.len()), None);
        assert_eq!((sitting.answers.count(), sitting.unmet()), (5, 18));
        assert_eq!(sitting.next_unmet(), Some(6));
    }

    #[test]
    fn the_offer_comes_once_with_the_twelfth_answer_and_not_with_the_twelfth_question() {
        let mut sitting = after(&[Choice::Pass; 3]);
        for place in 3..14 {
            sitting.choose(place, shown(1));
            assert_eq!(sitting.stage, Stage::Asking(place + 1));
        }
        sitting.choose(14, shown(1));
        assert_eq!(sitting.stage, Stage::Halfway);
        sitting.go_on();
        assert_eq!(sitting.stage, Stage::Asking(15));
        // An answer that is only changed makes no offer.
        sitting.choose(9, shown(4));
        assert_eq!(sitting.stage, Stage::Asking(10));
    }

    #[test]
    fn whoever_answers_the_twelfth_question_last_gets_the_result_and_no_offer() {
        let mut sitting = after(&[Choice::Pass; 12]);
        for place in 12..24 {
            sitting.choose(place, shown(1));
        }
        assert_eq!(sitting.stage, Stage::Result);
    }

    #[test]
    fn a_choice_taken_back_leaves_what_was_there_before() {
        let mut sitting = after(&[shown(0), shown(1)]);
        let before = sitting;
        let chosen = sitting.choose(2, Choice::Pass);
        sitting.undo(chosen);
        assert_eq!(sitting, before, "a question not met is unmet again");
        let chosen = sitting.choose(0, shown(4));
        sitting.undo(chosen);
        assert_eq!(sitting, Sitting { stage: Stage::Asking(0), ..before }, "an earlier answer comes back");
    }

    #[test]
    fn back_leads_from_every_stage_to_what_was_asked_last() {
        let mut sitting = after(&[shown(1); 12]);
        assert_eq!(sitting.stage, Stage::Halfway);
        sitting.back();
        assert_eq!(sitting.stage, Stage::Asking(11));
        sitting.back();
        assert_eq!(sitting.stage, Stage::Asking(10));
        for (stage, before) in [
            (Stage::Asking(0), Stage::Guess),
            (Stage::Guess, Stage::Guess),
            (Stage::Result, Stage::Asking(11)),
        ] {
            sitting.stage = stage;
            sitting.back();
            assert_eq!(sitting.stage, before);
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
        let mut sitting = Sitting::new(3);
        assert!(sitting.is_blank());
        sitting.stage = Stage::Asking(0);
        assert!(!sitting.is_blank(), "the guess was skipped");
    }
}
