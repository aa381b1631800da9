//! What does the page know about its visitor? Only this, only in memory.

use crate::items::{Answers, Order, QUESTIONS, Step};
use leptos::prelude::*;

/// What a visitor guessed and answered, by question (not by the order asked).
#[derive(Clone, Copy)]
pub struct Visitor {
    /// "Out of 100 simulated people, how many are weirder than you?"
    pub guess: RwSignal<Option<u8>>,
    /// The answers.
    pub answers: RwSignal<Answers>,
    /// Which questions were passed, to tell a pass from a question not yet met.
    pub passed: RwSignal<[bool; QUESTIONS.len()]>,
    /// How far the visit is.
    pub stage: RwSignal<Stage>,
    /// This session's way through the questions.
    pub order: RwSignal<Order>,
}

/// How far a visit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Before the first question.
    Guess,
    /// At a place in the order, `0..24`.
    Asking(usize),
    /// Between the last question and the result: the sentence tells itself, once.
    Reveal,
    /// Through.
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

impl Visitor {
    /// Somebody new.
    pub fn new() -> Visitor {
        Visitor {
            guess: RwSignal::new(None),
            answers: RwSignal::new(Answers::default()),
            passed: RwSignal::new([false; QUESTIONS.len()]),
            stage: RwSignal::new(Stage::Guess),
            order: RwSignal::new(Order::of(session_seed())),
        }
    }

    /// Forgets everything and asks anew, in a new order.
    pub fn begin_again(&self) {
        self.guess.set(None);
        self.answers.set(Answers::default());
        self.passed.set([false; QUESTIONS.len()]);
        self.order.set(Order::of(session_seed()));
        self.stage.set(Stage::Guess);
    }

    /// What was chosen for the question at `place`, as shown.
    pub fn choice(&self, place: usize) -> Option<Choice> {
        let order = self.order.get_untracked();
        let question = order.question(place);
        match self.answers.get_untracked().get(question) {
            Some(step) => Some(Choice::Shown(order.turned(question, step))),
            None => self.passed.get_untracked()[question].then_some(Choice::Pass),
        }
    }

    /// Keeps a choice and goes on to the next question, or to what came of all of them.
    pub fn choose(&self, place: usize, choice: Choice) {
        let order = self.order.get_untracked();
        let question = order.question(place);
        let step = match choice {
            Choice::Shown(step) => Some(order.turned(question, step)),
            Choice::Pass => None,
        };
        self.answers.update(|answers| answers.0[question] = step);
        self.passed.update(|passed| passed[question] = step.is_none());
        let next = place + 1;
        self.stage.set(if next < QUESTIONS.len() { Stage::Asking(next) } else { self.outcome() });
    }

    /// The stage after the questions; nothing is revealed of who passed all of them.
    fn outcome(&self) -> Stage {
        if self.answers.get_untracked().count() == 0 { Stage::Result } else { Stage::Reveal }
    }
}

/// A seed nobody can foresee; it decides nothing but the order of the questions.
fn session_seed() -> u64 {
    getrandom::u64().unwrap_or_else(|_| js_sys::Date::now() as u64)
}
