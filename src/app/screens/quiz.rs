//! What is asked, one question a screen, by finger, key or screen reader?

use leptos::ev::KeyboardEvent;
use leptos::html::{Button, H1};
use leptos::prelude::*;
use normie_descent::items::{QUESTIONS, Step};
use std::time::Duration;

use crate::app::visitor::{Choice, Stage, Visitor};

/// How long a chosen step is shown before the next question.
const SHOWN: Duration = Duration::from_millis(250);

/// The five steps from A to B in words.
pub const STEP_WORDS: [&str; 5] = ["definitely A", "leaning A", "torn", "leaning B", "definitely B"];

/// The questions, the one at `Stage::Asking`.
#[component]
pub fn Quiz(visitor: Visitor) -> impl IntoView {
    let place = Memo::new(move |before: Option<&usize>| match visitor.stage.get() {
        Stage::Asking(place) => place,
        _ => before.copied().unwrap_or(0),
    });
    // What is chosen but not yet kept.
    let selected = RwSignal::new(None::<Choice>);
    let going_on = RwSignal::new(false);
    let heading = NodeRef::<H1>::new();
    Effect::new(move |_| {
        let place = place.get();
        selected.set(visitor.choice(place));
        going_on.set(false);
        if let Some(heading) = heading.get() {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            crate::app::focus(&heading);
        }
    });
    let choose = move |choice: Choice| {
        if going_on.get_untracked() {
            return;
        }
        let at = place.get_untracked();
        selected.set(Some(choice));
        going_on.set(true);
        set_timeout(
            move || {
                // Whoever has gone back meanwhile has changed their mind.
                if going_on.try_get_untracked() == Some(true) && place.get_untracked() == at {
                    visitor.choose(at, choice);
                }
            },
            SHOWN,
        );
    };
    let back = move || {
        going_on.set(false);
        let at = place.get_untracked();
        visitor.stage.set(if at == 0 { Stage::Guess } else { Stage::Asking(at - 1) });
    };
    let keys = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat() {
            return;
        }
        let digit = event.key().parse::<usize>().ok();
        match (event.key().as_str(), digit) {
            ("Backspace", _) => back(),
            (_, Some(0)) => choose(Choice::Pass),
            (_, Some(digit)) => match Step::new(digit - 1) {
                Some(step) => choose(Choice::Shown(step)),
                None => return,
            },
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
    let question = move || visitor.order.get_untracked().question(place.get());
    let statement = move |side: usize| visitor.order.get_untracked().statements(question())[side];
    view! {
        <main class="sheet quiz" data-screen="quiz" data-question=question data-asked=move || place.get() + 1>
            <div class="quiz-head">
                <button data-action="back" on:click=move |_| back()>"\u{2190} back"</button>
                <span>{move || QUESTIONS[question()].theme.name()}</span>
                <span aria-hidden="true">{move || place.get() + 1} " of " {QUESTIONS.len()}</span>
                <span class="unseen" role="status">"question " {move || place.get() + 1} " of " {QUESTIONS.len()}</span>
            </div>
            <Progress place/>
            <h1 node_ref=heading tabindex="-1">"which is closer to you?"</h1>
            <div class="statements">
                <p class="statement" id="statement-a"><b>"A"</b> <span>{move || statement(0)}</span></p>
                <p class="statement" id="statement-b"><b>"B"</b> <span>{move || statement(1)}</span></p>
            </div>
            <Steps selected choose/>
        </main>
    }
}

/// Where on the way: a line with a tick for every question and a dot, which is you.
#[component]
fn Progress(place: Memo<usize>) -> impl IntoView {
    let x = |place: usize| 20 + 960 * place / (QUESTIONS.len() - 1);
    let at = move || x(place.get());
    let ticks: String = (0..QUESTIONS.len()).map(|place| format!("M{} 3v4", x(place))).collect();
    view! {
        <svg class="quiz-progress" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
            <path d=ticks/>
            <path class="done" d=move || format!("M20 5H{}", at())/>
            <path class="here" d=move || format!("M{} 0v10", at())/>
        </svg>
    }
}

/// The five steps as a radio group: arrows move the choice, Enter or a tap keeps it. The pass stands apart.
#[component]
fn Steps(
    selected: RwSignal<Option<Choice>>,
    choose: impl Fn(Choice) + Copy + Send + 'static,
) -> impl IntoView {
    let buttons: [NodeRef<Button>; 6] = core::array::from_fn(|_| NodeRef::new());
    let choice_at = |at: usize| Step::new(at).map_or(Choice::Pass, Choice::Shown);
    let current = move || (0..6).find(|&at| selected.get() == Some(choice_at(at)));
    let move_by = move |event: KeyboardEvent| {
        let from = current();
        let to = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => from.map_or(0, |at| (at + 1) % 6),
            "ArrowUp" | "ArrowLeft" => from.map_or(5, |at| (at + 5) % 6),
            _ => return,
        };
        event.prevent_default();
        selected.set(Some(choice_at(to)));
        if let Some(button) = buttons[to].get_untracked() {
            crate::app::focus(&button);
        }
    };
    // One stop for the tab key: the chosen step, or the first.
    let tab = move |at: usize| if current().unwrap_or(0) == at { "0" } else { "-1" };
    let checked = move |at: usize| (current() == Some(at)).to_string();
    view! {
        <div class="steps" role="radiogroup" aria-label="your answer" aria-describedby="statement-a statement-b" on:keydown=move_by>
            {(0..5).map(|at| view! {
                <button
                    node_ref=buttons[at] class="step" role="radio" data-step=at
                    aria-checked=move || checked(at) tabindex=move || tab(at)
                    on:click=move |_| choose(choice_at(at))
                >
                    <Slope at/>
                    <span class="step-word">{STEP_WORDS[at]} <kbd aria-hidden="true">{at + 1}</kbd></span>
                </button>
            }).collect_view()}
            <button
                node_ref=buttons[5] class="pass" role="radio" data-step="pass"
                aria-checked=move || checked(5) tabindex=move || tab(5)
                on:click=move |_| choose(Choice::Pass)
            >"pass, rather not say " <kbd aria-hidden="true">"0"</kbd></button>
        </div>
    }
}

/// A valley between A and B, and where on its slope this step stands.
#[component]
fn Slope(at: usize) -> impl IntoView {
    // A parabola, as the curve below draws it: both ends high, torn at the bottom.
    let x = 8 + 22 * at;
    let y = [9, 16, 20, 16, 9][at];
    view! {
        <svg viewBox="0 0 104 28" aria-hidden="true">
            <path class="slope" d="M2 6Q52 34 102 6"/>
            <circle class="mark" cx=x cy=y r="4.5"/>
        </svg>
    }
}
