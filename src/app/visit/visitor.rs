//! State of the visitor's session: in the tab's memory, and for a week in the browser.

use leptos::prelude::*;

use crate::app::kept;
use perplexity::likeness::Likeness;
use quiz::questionnaire::{Answers, CURRENT};
use quiz::quiz_session::{ChoiceRecord, GOALS, ItemChoice, QuizSession, Stage};

/// The one visitor of this tab.
#[derive(Clone, Copy)]
pub struct Visitor {
    session: RwSignal<QuizSession>,
    /// Whether they were here before and have done nothing yet: then they read what is still known.
    pub returned: RwSignal<bool>,
    /// Whether they have just been forgotten because they asked for it.
    pub forgotten: RwSignal<bool>,
    /// Whether the sentence is telling itself, before the result: once, and to nobody who comes back.
    pub revealing: RwSignal<bool>,
    /// The choice that can be taken back, for a moment.
    pub chosen: RwSignal<Option<ChoiceRecord>>,
    /// By which questions are selected.
    likeness: StoredValue<Likeness>,
}

impl Visitor {
    /// The visitor that this browser has stored, or a new one. Changes from now on are stored.
    pub fn arrive() -> Visitor {
        let known = kept::arrive();
        let visitor = Visitor {
            session: RwSignal::new(known.unwrap_or_else(|| QuizSession::of(CURRENT, session_seed()))),
            returned: RwSignal::new(known.is_some_and(|session| session.stage() != Stage::Guess)),
            forgotten: RwSignal::new(false),
            revealing: RwSignal::new(false),
            chosen: RwSignal::new(None),
            likeness: StoredValue::new(Likeness::default()),
        };
        kept::on_change_elsewhere(move |elsewhere| match elsewhere {
            Some(session) => visitor.adopt(session),
            None => visitor.forgotten_now(),
        });
        visitor
    }

    /// What is known of them; tracked.
    pub fn session(&self) -> QuizSession {
        self.session.get()
    }

    /// The same, untracked.
    pub fn session_now(&self) -> QuizSession {
        self.session.get_untracked()
    }

    /// How far they are; tracked.
    pub fn stage(&self) -> Stage {
        self.session.with(QuizSession::stage)
    }

    /// "Out of 100 simulated people, how many are weirder than you?"; untracked.
    pub fn guess(&self) -> Option<u8> {
        self.session_now().guess()
    }

    /// What they answered; untracked.
    pub fn answers(&self) -> Answers {
        *self.session_now().answers()
    }

    /// Keeps the guess and asks the first question.
    pub fn guessed(&self, guess: Option<u8>) {
        self.change(|session| session.begin(guess));
    }

    /// Keeps a choice and goes on.
    pub fn choose(&self, place: usize, choice: ItemChoice) {
        let chosen = self
            .likeness
            .with_value(|likeness| self.change(|session| session.choose(likeness, place, choice)));
        self.chosen.set(Some(chosen));
    }

    /// Takes the last choice back, if it still can be.
    pub fn undo(&self) {
        if let Some(chosen) = self.chosen.get_untracked() {
            self.change(|session| session.undo(chosen));
        }
    }

    /// One step back.
    pub fn back(&self) {
        self.change(QuizSession::back);
    }

    /// On to the first question not met yet.
    pub fn go_on(&self) {
        self.change(QuizSession::go_on);
    }

    /// On to twelve more questions after a result, or to those that are left until it.
    pub fn sharpen(&self) {
        self.likeness.with_value(|likeness| self.change(|session| session.sharpen(likeness)));
    }

    /// Reads the answers that are there.
    pub fn look(&self) {
        self.change(QuizSession::finish);
    }

    /// The sentence has been shown, or was not waited for.
    pub fn revealed(&self) {
        self.revealing.set(false);
    }

    /// Drops everything and starts again, in a new order.
    pub fn start_over(&self) {
        self.change(|session| *session = QuizSession::of(CURRENT, session_seed()));
    }

    /// Forgets them because they ask for it: here, in other tabs, and what other versions have kept.
    pub fn forget(&self) {
        kept::forget();
        self.forgotten_now();
    }

    /// Knows nothing of them any more, and that they were forgotten.
    fn forgotten_now(&self) {
        self.start_over();
        self.forgotten.set(true);
    }

    /// Goes on from where they are in another tab: there is one of them, and what they did last counts.
    fn adopt(&self, session: QuizSession) {
        if session == self.session_now() {
            return;
        }
        self.revealing.set(false);
        self.chosen.set(None);
        self.forgotten.set(false);
        self.session.set(session);
    }

    fn change<T>(&self, change: impl FnOnce(&mut QuizSession) -> T) -> T {
        let before = self.session_now();
        let mut session = before;
        let outcome = change(&mut session);
        // There is no score for who passed on everything.
        // Who only sharpens a result has seen it.
        let is_first = session.goal() == GOALS[0];
        let arrives = is_first && session.stage() == Stage::Result && before.stage() != Stage::Result;
        self.revealing.set(arrives && session.answers().count() > 0);
        kept::keep(&session);
        self.chosen.set(None);
        self.returned.set(false);
        self.forgotten.set(false);
        self.session.set(session);
        outcome
    }
}

/// A seed nobody can foresee; it decides nothing but the order of the first questions and the sides of the screen.
fn session_seed() -> u64 {
    getrandom::u64().unwrap_or_else(|_| js_sys::Date::now() as u64)
}
