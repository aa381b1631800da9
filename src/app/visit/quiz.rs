//! What is asked, one question a screen, by finger, key or screen reader?

use crate::items::{QUESTIONS, Step};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use super::visitor::Visitor;
use crate::app::parts::{Live, follow};
use crate::sitting::{Choice, Stage};

/// How long a chosen step is shown before the next question.
const SHOWN: Duration = Duration::from_millis(250);

/// The five steps from A to B in words, then the pass.
const STEP_WORDS: [&str; 5] = ["definitely A", "leaning A", "torn", "leaning B", "definitely B"];

/// Places in the row of choices: five steps, and the pass.
const CHOICES: usize = STEP_WORDS.len() + 1;

/// What is shown of the question that is asked.
#[derive(Clone, Copy)]
struct Asking {
    visitor: Visitor,
    place: Memo<usize>,
    /// What is chosen but not yet kept.
    selected: RwSignal<Option<Choice>>,
    /// Whether it is about to be kept.
    going_on: RwSignal<bool>,
}

/// The questions, the one at `Stage::Asking`.
pub fn quiz(visitor: Visitor, slot: &HtmlElement) {
    let place = Memo::new(move |before: Option<&usize>| match visitor.stage() {
        Stage::Asking(place) => place,
        _ => before.copied().unwrap_or(0),
    });
    let asking = Asking { visitor, place, selected: RwSignal::new(None), going_on: RwSignal::new(false) };
    let live = Live::write(slot, &html());
    show(asking, &live);
    let top = live.clone();
    follow(Box::new(move || {
        asking.selected.set(visitor.sitting_now().choice(place.get()));
        asking.going_on.set(false);
        top.begin();
    }));
    live.on("[data-action=back]", "click", move |_| asking.back());
    for at in 0..CHOICES {
        live.on(&button(at), "click", move |_| asking.choose(choice_at(at)));
    }
    let row = live.clone();
    live.on(".steps", "keydown", move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            asking.move_by(event, &row);
        }
    });
    let keys = window_event_listener_untyped("keydown", move |event: Event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            asking.key(event);
        }
    });
    on_cleanup(move || keys.remove());
}

/// Keeps the words and marks of the question that is asked.
fn show(asking: Asking, live: &Live) {
    let Asking { visitor, place, .. } = asking;
    let order = Memo::new(move |_| visitor.sitting().order());
    let question = move || order.get().question(place.get());
    live.attribute("main", "data-question", move || Some(question().to_string()));
    live.attribute("main", "data-asked", move || Some((place.get() + 1).to_string()));
    live.text(".theme", move || QUESTIONS[question()].theme.name().to_owned());
    let counted = move || format!("{} of {}", place.get() + 1, QUESTIONS.len());
    live.text(".counted", counted);
    live.text("[role=status]", move || format!("question {}", counted()));
    for (side, id) in ["#statement-a span", "#statement-b span"].into_iter().enumerate() {
        live.text(id, move || order.get().statements(question())[side].to_owned());
    }
    live.attribute(".done", "d", move || Some(format!("M20 5H{}", along(place.get()))));
    live.attribute(".here", "d", move || Some(format!("M{} 0v10", along(place.get()))));
    for at in 0..CHOICES {
        live.attribute(&button(at), "aria-checked", move || Some((asking.current() == Some(at)).to_string()));
        // One stop for the tab key: the chosen step, or the first.
        let stop = move || if asking.current().unwrap_or(0) == at { "0" } else { "-1" };
        live.attribute(&button(at), "tabindex", move || Some(stop().to_owned()));
    }
}

impl Asking {
    /// The place in the row of what is chosen; tracked.
    fn current(self) -> Option<usize> {
        self.selected.get().map(place_of)
    }

    fn choose(self, choice: Choice) {
        if self.going_on.get_untracked() {
            return;
        }
        let at = self.place.get_untracked();
        self.selected.set(Some(choice));
        self.going_on.set(true);
        set_timeout(
            move || {
                // Whoever has gone back meanwhile has changed their mind.
                if self.going_on.try_get_untracked() == Some(true) && self.place.get_untracked() == at {
                    self.visitor.choose(at, choice);
                }
            },
            SHOWN,
        );
    }

    fn back(self) {
        self.going_on.set(false);
        self.visitor.back();
    }

    /// Digits choose and go on, from anywhere on the screen.
    fn key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat() {
            return;
        }
        let key = event.key();
        match (key.as_str(), key.parse::<usize>().ok()) {
            ("Backspace", _) => self.back(),
            (_, Some(0)) => self.choose(Choice::Pass),
            (_, Some(digit)) => match Step::new(digit - 1) {
                Some(step) => self.choose(Choice::Shown(step)),
                None => return,
            },
            _ => return,
        }
        event.prevent_default();
    }

    /// Arrows move the choice and keep nothing; Enter is a click.
    fn move_by(self, event: &KeyboardEvent, live: &Live) {
        let from = self.selected.get_untracked().map(place_of);
        let to = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => from.map_or(0, |at| (at + 1) % CHOICES),
            "ArrowUp" | "ArrowLeft" => from.map_or(CHOICES - 1, |at| (at + CHOICES - 1) % CHOICES),
            _ => return,
        };
        event.prevent_default();
        self.selected.set(Some(choice_at(to)));
        if let Some(button) = live.find(&button(to)) {
            crate::app::focus(&button);
        }
    }
}

fn choice_at(at: usize) -> Choice {
    Step::new(at).map_or(Choice::Pass, Choice::Shown)
}

fn place_of(choice: Choice) -> usize {
    match choice {
        Choice::Shown(step) => step.index(),
        Choice::Pass => STEP_WORDS.len(),
    }
}

/// The button of a place in the row.
fn button(at: usize) -> String {
    if at < STEP_WORDS.len() { format!("[data-step='{at}']") } else { "[data-step=pass]".to_owned() }
}

/// How far along the line of progress a place is.
fn along(place: usize) -> usize {
    20 + 960 * place / (QUESTIONS.len() - 1)
}

fn html() -> String {
    let ticks: String = (0..QUESTIONS.len()).map(|place| format!("M{} 3v4", along(place))).collect();
    let steps: String = STEP_WORDS.iter().enumerate().map(|(at, words)| step(at, words)).collect();
    format!(
        r#"<main class="sheet quiz" data-screen="quiz">
        <div class="quiz-head"><button data-action="back">← back</button><span class="theme"></span>
        <span class="counted" aria-hidden="true"></span><span class="unseen" role="status"></span></div>
        <svg class="quiz-progress" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
        <path d="{ticks}"/><path class="done"/><path class="here"/></svg>
        <h1 tabindex="-1">which is closer to you?</h1>
        <div class="statements"><p class="statement" id="statement-a"><b>A</b> <span></span></p>
        <p class="statement" id="statement-b"><b>B</b> <span></span></p></div>
        <div class="steps" role="radiogroup" aria-label="your answer" aria-describedby="statement-a statement-b">{steps}
        <button class="pass" role="radio" data-step="pass">pass, rather not say <kbd aria-hidden="true">0</kbd></button>
        </div></main>"#
    )
}

/// A step, with a valley between A and B and where on its slope this step stands.
fn step(at: usize, words: &str) -> String {
    // A parabola, as the curve draws it: both ends high, torn at the bottom.
    let (x, y) = (8 + 22 * at, [9, 16, 20, 16, 9][at]);
    format!(
        r#"<button class="step" role="radio" data-step="{at}"><svg viewBox="0 0 104 28" aria-hidden="true">
        <path class="slope" d="M2 6Q52 34 102 6"/><circle class="mark" cx="{x}" cy="{y}" r="4.5"/></svg>
        <span class="step-word">{words} <kbd aria-hidden="true">{}</kbd></span></button>"#,
        at + 1
    )
}
