//! The quiz: one question a screen, by pointer, key or screen reader.

use leptos::prelude::*;
use quiz::questionnaire::{QuestionSet, Response};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::choices::{CHOICES, choice_at, place_of, words};
use super::sheet::{along, button, html};
use super::undo_notice::keep_toast;
use super::visitor::Visitor;
use crate::app::parts::{Live, follow};
use quiz::quiz_session::{ItemChoice, MIN_PREVIEW_ANSWERS, Stage};

/// How long a chosen step is shown before the next question.
const SHOWN: Duration = Duration::from_millis(250);

/// What is shown of the question that is asked.
#[derive(Clone, Copy)]
struct Asking {
    visitor: Visitor,
    place: Memo<usize>,
    /// What is chosen but not yet kept.
    selected: RwSignal<Option<ItemChoice>>,
    /// Whether it is about to be kept.
    going_on: RwSignal<bool>,
}

/// The questions, the one at `Stage::Asking`.
pub(super) fn quiz(visitor: Visitor, slot: &HtmlElement) {
    let place = Memo::new(move |before: Option<&usize>| match visitor.stage() {
        Stage::Asking(place) => place,
        // Another tab may have begun again.
        _ => before.copied().unwrap_or(0).min(visitor.session().order().len() - 1),
    });
    let asking = Asking { visitor, place, selected: RwSignal::new(None), going_on: RwSignal::new(false) };
    let live = Live::write(slot, &html(visitor.session_now().goal()));
    let question = Memo::new(move |_| asking.question());
    show(asking, question, &live);
    keep_toast(visitor, &live);
    let top = live.clone();
    follow(Box::new(move || {
        // Another question may stand at the same place, after a change or in another tab.
        question.track();
        asking.selected.set(visitor.session_now().choice(place.get()));
        asking.going_on.set(false);
        top.begin();
    }));
    live.on("[data-action=back]", "click", move |_| visitor.back());
    live.on("[data-action=look]", "click", move |_| visitor.look());
    live.on("[data-action=forget]", "click", move |_| visitor.forget());
    // Once it is open, the harmless way out has the focus; once it is closed, it cannot have it.
    let sheet = live.clone();
    live.on("#forget-sheet", "toggle", move |_| {
        if let Some(keep) = sheet.find("#forget-sheet [popovertarget]") {
            crate::app::document::focus(&keep);
        }
    });
    for at in 0..CHOICES {
        live.on(&button(at), "click", move |_| asking.choose(choice_at(at)));
    }
    let keys = window_event_listener_untyped("keydown", move |event: Event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            asking.key(event, &live);
        }
    });
    on_cleanup(move || keys.remove());
}

/// Keeps the words and marks of the question that is asked.
fn show(asking: Asking, question: Memo<usize>, live: &Live) {
    let Asking { visitor, place, .. } = asking;
    let goal = move || visitor.session().goal();
    live.attribute("main", "data-question", move || Some(question.get().to_string()));
    live.attribute("main", "data-asked", move || Some((place.get() + 1).to_string()));
    live.text(".theme", move || set(visitor).items()[question.get()].subject().name().to_owned());
    let counted = move || format!("{} of {}", place.get() + 1, goal());
    live.text(".counted", counted);
    let greeting = move || if visitor.returned.get() { "welcome back. " } else { "" };
    live.text("h1", move || format!("{}which is closer to you?", greeting()));
    live.text("[role=status]", move || {
        let kept = match visitor.chosen.get() {
            Some(chosen) => format!("kept: {}. undo stands after the answers. ", words(chosen.choice)),
            None => String::new(),
        };
        format!("{kept}question {}", counted())
    });
    for (side, id) in ["#statement-a span", "#statement-b span"].into_iter().enumerate() {
        live.text(id, move || visitor.session().sides().statements(question.get())[side].to_owned());
    }
    live.attribute(".done", "d", move || Some(format!("M20 5H{}", along(place.get(), goal()))));
    live.attribute(".here", "d", move || Some(format!("M{} 0v10", along(place.get(), goal()))));
    let blurry = move || visitor.session().answers().count() >= MIN_PREVIEW_ANSWERS;
    live.attribute("[data-action=look]", "hidden", move || (!blurry()).then(String::new));
    live.text("#forget-sheet span", move || known(visitor.session().answers().count()));
    for at in 0..CHOICES {
        live.attribute(&button(at), "aria-checked", move || Some((asking.current() == Some(at)).to_string()));
        // One stop for the tab key: the chosen step, or the first.
        let stop = move || if asking.current().unwrap_or(0) == at { "0" } else { "-1" };
        live.attribute(&button(at), "tabindex", move || Some(stop().to_owned()));
    }
}

/// What would be forgotten.
fn known(answers: usize) -> String {
    match answers {
        0 => "no answer yet".to_owned(),
        1 => "one answer".to_owned(),
        many => format!("{many} answers"),
    }
}

/// The set that is asked from; tracked.
fn set(visitor: Visitor) -> &'static QuestionSet {
    visitor.session().set()
}

impl Asking {
    /// The question at the place; tracked.
    fn question(self) -> usize {
        let session = self.visitor.session();
        // The memo of the place may be of the session before.
        session.question(self.place.get().min(session.order().len() - 1))
    }

    /// The place in the row of what is chosen; tracked.
    fn current(self) -> Option<usize> {
        self.selected.get().map(place_of)
    }

    fn choose(self, choice: ItemChoice) {
        if self.going_on.get_untracked() {
            return;
        }
        let at = self.place.get_untracked();
        self.selected.set(Some(choice));
        self.going_on.set(true);
        set_timeout(
            move || {
                // A visitor who has gone back meanwhile has changed their mind.
                if self.going_on.try_get_untracked() == Some(true) && self.place.get_untracked() == at {
                    self.visitor.choose(at, choice);
                }
            },
            SHOWN,
        );
    }

    /// Keys work from anywhere on the screen: digits choose and go on, arrows move the choice and keep nothing. Enter
    /// is a click where the focus is.
    fn key(self, event: &KeyboardEvent, live: &Live) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // An open question about forgetting is not to be answered with a step.
        let elsewhere = target.is_some_and(|target| !matches!(target.closest("[popover]"), Ok(None)));
        if elsewhere || event.meta_key() || event.alt_key() || event.ctrl_key() {
            return;
        }
        let key = event.key();
        match (key.as_str(), key.parse::<usize>().ok().filter(|_| !event.repeat())) {
            ("ArrowDown" | "ArrowRight", _) => self.move_by(1, live),
            ("ArrowUp" | "ArrowLeft", _) => self.move_by(CHOICES - 1, live),
            ("Backspace", _) if !event.repeat() => self.visitor.back(),
            (_, Some(0)) => self.choose(ItemChoice::Pass),
            (_, Some(digit)) => match Response::new(digit - 1) {
                Some(step) => self.choose(ItemChoice::Shown(step)),
                None => return,
            },
            _ => return,
        }
        event.prevent_default();
    }

    /// Moves the choice by so many places down the row, or onto its nearer end when nothing is chosen.
    fn move_by(self, places: usize, live: &Live) {
        if self.going_on.get_untracked() {
            return;
        }
        let to = match self.selected.get_untracked().map(place_of) {
            Some(at) => (at + places) % CHOICES,
            None => (CHOICES + places - 1) % CHOICES,
        };
        self.selected.set(Some(choice_at(to)));
        if let Some(button) = live.find(&button(to)) {
            crate::app::document::focus(&button);
        }
    }
}
