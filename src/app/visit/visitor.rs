//! What does the page know about its visitor? Only this: in this tab's memory, and for a week in this browser.

use leptos::prelude::*;

use crate::app::kept;
use crate::items::Answers;
use crate::sitting::{Choice, Chosen, Sitting, Stage};

/// The one visitor of this tab.
#[derive(Clone, Copy)]
pub struct Visitor {
    sitting: RwSignal<Sitting>,
    /// Whether they were here before and have done nothing yet: then they are told what is still known.
    pub returned: RwSignal<bool>,
    /// Whether they have just been forgotten because they asked for it.
    pub forgotten: RwSignal<bool>,
    /// Whether the sentence is telling itself, before the result: once, and to nobody who comes back.
    pub revealing: RwSignal<bool>,
    /// The choice that can be taken back, for a moment.
    pub chosen: RwSignal<Option<Chosen>>,
    /// Whether the browser's storage has what is known.
    stored: RwSignal<bool>,
}

impl Visitor {
    /// Whoever this browser remembers, or somebody new. What happens from now on is kept.
    pub fn arrive() -> Visitor {
        let known = kept::kept();
        let visitor = Visitor {
            sitting: RwSignal::new(known.unwrap_or_else(|| Sitting::new(session_seed()))),
            returned: RwSignal::new(known.is_some_and(|sitting| sitting.stage != Stage::Guess)),
            forgotten: RwSignal::new(false),
            revealing: RwSignal::new(false),
            chosen: RwSignal::new(None),
            stored: RwSignal::new(known.is_some()),
        };
        kept::on_change_elsewhere(
            move || visitor.stored.get_untracked(),
            move |elsewhere| match elsewhere {
                Some(sitting) => visitor.adopt(sitting),
                None => visitor.forget(),
            },
        );
        visitor
    }

    /// What is known of them; tracked.
    pub fn sitting(&self) -> Sitting {
        self.sitting.get()
    }

    /// The same, untracked.
    pub fn sitting_now(&self) -> Sitting {
        self.sitting.get_untracked()
    }

    /// How far they are; tracked.
    pub fn stage(&self) -> Stage {
        self.sitting.with(|sitting| sitting.stage)
    }

    /// "Out of 100 simulated people, how many are weirder than you?"; untracked.
    pub fn guess(&self) -> Option<u8> {
        self.sitting_now().guess
    }

    /// What they answered; untracked.
    pub fn answers(&self) -> Answers {
        self.sitting_now().answers
    }

    /// Keeps the guess and asks the first question.
    pub fn guessed(&self, guess: Option<u8>) {
        self.change(|sitting| {
            sitting.guess = guess;
            sitting.stage = Stage::Asking(0);
        });
    }

    /// Keeps a choice and goes on.
    pub fn choose(&self, place: usize, choice: Choice) {
        let chosen = self.change(|sitting| sitting.choose(place, choice));
        self.chosen.set(Some(chosen));
    }

    /// Takes the last choice back, if it still can be.
    pub fn undo(&self) {
        if let Some(chosen) = self.chosen.get_untracked() {
            self.change(|sitting| sitting.undo(chosen));
        }
    }

    /// One step back.
    pub fn back(&self) {
        self.change(Sitting::back);
    }

    /// On to the first question not met yet.
    pub fn go_on(&self) {
        self.change(Sitting::go_on);
    }

    /// Reads the answers that are there.
    pub fn look(&self) {
        self.change(|sitting| sitting.stage = Stage::Result);
    }

    /// The sentence has been told, or was not waited for.
    pub fn revealed(&self) {
        self.revealing.set(false);
    }

    /// Drops everything and asks anew, in a new order.
    pub fn start_over(&self) {
        self.change(|sitting| *sitting = Sitting::new(session_seed()));
    }

    /// Forgets them, and knows that it has.
    pub fn forget(&self) {
        self.start_over();
        self.forgotten.set(true);
    }

    /// Goes on from where they are in another tab: there is one of them, and what they did last counts.
    fn adopt(&self, sitting: Sitting) {
        if sitting == self.sitting_now() {
            return;
        }
        self.stored.set(true);
        self.revealing.set(false);
        self.chosen.set(None);
        self.forgotten.set(false);
        self.sitting.set(sitting);
    }

    fn change<T>(&self, change: impl FnOnce(&mut Sitting) -> T) -> T {
        let before = self.sitting_now();
        let mut sitting = before;
        let told = change(&mut sitting);
        // Nothing is to be told of who passed on everything.
        let arrives = sitting.stage == Stage::Result && before.stage != Stage::Result;
        self.revealing.set(arrives && sitting.answers.count() > 0);
        self.stored.set(kept::keep(&sitting));
        self.chosen.set(None);
        self.returned.set(false);
        self.forgotten.set(false);
        self.sitting.set(sitting);
        told
    }
}

/// A seed nobody can foresee; it decides nothing but the order of the questions.
fn session_seed() -> u64 {
    getrandom::u64().unwrap_or_else(|_| js_sys::Date::now() as u64)
}
