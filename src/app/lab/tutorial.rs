//! A beat of the tutorial: words, a guess, days, and the outcome beside the guess.

use js_sys::Reflect;
use leptos::prelude::*;

use super::playback::Run;
use super::speed::Pace;
use super::tutorial_copy::{BEATS, Beat};
use crate::app::kept::kept;
use crate::app::parts::{Live, follow};
use crate::protocol::LabWho;
use link::encode_world;
use quiz::format::grouped;

/// Words before the stage, as HTML.
pub(super) fn words_html(at: usize) -> String {
    let beat = &BEATS[at];
    format!(
        r#"<p class="eyebrow">{} of 6</p><h2 id="beat-title" tabindex="-1">{}</h2><p class="beat-words">{}</p>"#,
        at + 1,
        beat.title,
        beat.words
    )
}

/// What is asked after it, as HTML.
pub(super) fn play_html(at: usize) -> String {
    let beat = &BEATS[at];
    let (control, choices) = beat.control;
    let radio = |(number, choice): (usize, &&str)| {
        let checked = if number == 0 { " checked" } else { "" };
        format!(
            r#"<label><input type="radio" name="choice" value="{number}"{checked}><span>{choice}</span></label>"#
        )
    };
    let choices: String = choices.iter().enumerate().map(radio).collect();
    let control = if choices.is_empty() {
        String::new()
    } else {
        format!(r#"<fieldset class="choices"><legend>{control}</legend>{choices}</fieldset>"#)
    };
    let chips: String = beat
        .chips
        .iter()
        .map(|chip| format!(r#"<button type="button" data-chip="{chip}">{chip}</button>"#))
        .collect();
    let by_day = if at == 0 {
        r#"<button type="button" class="button" data-action="step">a day</button>"#
    } else {
        ""
    };
    let drop_in = if at == 5 { DROP_IN } else { "" };
    let next = match BEATS.get(at + 1) {
        Some(next) => {
            format!(r#"<button class="button" data-beat="{}">next: {}</button>"#, at + 2, next.title)
        }
        None => r#"<button class="button" data-beat="7">all the levers</button>"#.to_owned(),
    };
    format!(
        r##"{control}{drop_in}<form class="beat-guess"><label for="beat-guess">{question}</label>
        <span class="beat-field"><input id="beat-guess" type="number" min="0" max="5000" step="1" inputmode="numeric" placeholder="?" autocomplete="off">
        <small>{unit}</small></span><div class="chips" role="group" aria-label="quick guesses">{chips}</div>
        <p class="controls"><button class="button primary" data-action="go">{go}</button>{by_day}
        <button type="button" class="button quiet" data-action="again">from day 0</button></p>
        <p class="beat-hint"></p></form>
        <ol class="verdicts" role="status"></ol><p class="moral" hidden>{moral}</p>
        <p class="ways">{next} <a class="button quiet small" data-action="levers" href="#lab">this world, all the levers</a></p>"##,
        question = beat.question,
        unit = beat.unit,
        go = beat.go,
        moral = beat.moral,
    )
}

/// A way for the visitor's own answers into the world, as HTML.
pub(super) const DROP_IN: &str = r##"<p class="controls drop-in"><button type="button" class="button small" data-action="drop-in">drop me in, with my answers</button>
    <a class="button small" data-action="to-quiz" href="#quiz">take the quiz, then drop yourself in</a>
    <span class="dropped" role="status"></span></p>"##;

/// Keeps the offer up to date, and handles its button.
pub(super) fn keep_drop_in(live: &Live, run: Run) {
    let answers = kept().map(|session| *session.answers()).filter(|answers| answers.count() > 0);
    live.attribute("[data-action=drop-in]", "hidden", move || answers.is_none().then(String::new));
    live.attribute("[data-action=to-quiz]", "hidden", move || answers.is_some().then(String::new));
    let said = RwSignal::new("");
    live.text(".dropped", move || said.get().to_owned());
    live.on("[data-action=drop-in]", "click", move |_| {
        if let Some(answers) = answers {
            run.become_somebody(LabWho::Answers(answers));
            run.meet(None);
            said.set("that is you now.");
        }
    });
}

/// State of the beat that is open.
#[derive(Clone, Copy)]
struct OpenBeat {
    beat: &'static Beat,
    run: Run,
    guess: RwSignal<Option<u32>>,
    choice: RwSignal<usize>,
    /// Whether the guess has been made and days pass to see.
    going: RwSignal<bool>,
    verdicts: RwSignal<Vec<String>>,
}

/// Keeps a beat up to date, and handles its controls.
pub(super) fn keep_beat(live: &Live, run: Run, at: usize) {
    let beat_state = OpenBeat {
        beat: &BEATS[at],
        run,
        guess: RwSignal::new(None),
        choice: RwSignal::new(0),
        going: RwSignal::new(false),
        verdicts: RwSignal::new(Vec::new()),
    };
    beat_state.open();
    if at == 5 {
        keep_drop_in(live, run);
    }
    keep_guess(live, beat_state);
    keep_choice(live, beat_state);
    live.on(".beat-guess", "submit", move |event| {
        event.prevent_default();
        beat_state.go();
    });
    live.on("[data-action=again]", "click", move |_| beat_state.open());
    if at == 0 {
        live.on(".beat-guess [data-action=step]", "click", move |_| run.step());
    }
    live.text("[data-action=go]", move || {
        if run.playing.get() && beat_state.going.get() { "pause" } else { beat_state.beat.go }.to_owned()
    });
    live.attribute("[data-action=go]", "disabled", move || beat_state.waits().map(|_| String::new()));
    live.text(".beat-hint", move || beat_state.waits().unwrap_or_default());
    // The world as it begins: what a beat changes later is up to who pulls the levers.
    live.attribute("[data-action=levers]", "href", move || {
        Some(format!("#{}", encode_world(&(beat_state.beat.world)(beat_state.choice.get()))))
    });
    follow(Box::new(move || beat_state.look()));
    let list = live.find(".verdicts");
    follow(Box::new(move || {
        if let Some(list) = &list {
            // Numbers and our own words only.
            let items: String =
                beat_state.verdicts.with(|all| all.iter().map(|said| format!("<li>{said}</li>")).collect());
            list.set_inner_html(&items);
        }
    }));
    live.attribute(".moral", "hidden", move || beat_state.verdicts.with(Vec::is_empty).then(String::new));
}

fn keep_guess(live: &Live, beat_state: OpenBeat) {
    let Some(field) = live.find("#beat-guess") else { return };
    let typed = field.clone();
    live.on("#beat-guess", "input", move |_| {
        let value = Reflect::get(&typed, &"value".into()).ok().and_then(|value| value.as_string());
        beat_state.guess.set(value.and_then(|value| value.trim().parse().ok()));
    });
    for chip in beat_state.beat.chips {
        let which = format!("[data-chip='{chip}']");
        let field = field.clone();
        live.on(&which, "click", move |_| {
            beat_state.guess.set(Some(*chip));
            if Reflect::set(&field, &"value".into(), &chip.to_string().into()).is_err() {
                leptos::logging::error!("the guess cannot be shown");
            }
        });
        live.attribute(&which, "aria-pressed", move || {
            Some((beat_state.guess.get() == Some(*chip)).to_string())
        });
    }
}

fn keep_choice(live: &Live, beat_state: OpenBeat) {
    for number in 0..beat_state.beat.control.1.len() {
        live.on(&format!("[name=choice][value='{number}']"), "change", move |_| {
            beat_state.choice.set(number);
            // Where the choice is of what comes later, what came before stays; once that has begun it starts again.
            if beat_state.beat.then.is_none() || beat_state.run.day() > beat_state.beat.before {
                beat_state.open();
            }
        });
    }
}

impl OpenBeat {
    /// Its world, on day 0, with what happens before anything is asked.
    fn open(self) {
        self.going.set(false);
        self.run.come_from(self.beat.start);
        self.run.open((self.beat.world)(self.choice.get_untracked()));
        self.run.pace.set(Pace::Fast);
        if self.beat.before > 0 {
            self.run.play(Some(self.beat.before));
        }
    }

    /// Why it cannot go yet.
    fn waits(self) -> Option<String> {
        let day = self.run.frame.with(|frame| frame.as_ref().map(|frame| frame.day));
        if self.guess.get().is_none() {
            return Some("guess first. nobody else sees it.".to_owned());
        }
        match day {
            None => Some("the world is being made.".to_owned()),
            Some(day) if day < self.beat.before => {
                Some(format!("the feed is at work: day {day} of {}.", self.beat.before))
            }
            Some(_) => None,
        }
    }

    /// Lets days pass, or holds them.
    fn go(self) {
        if self.waits_now() {
            return;
        }
        if self.run.playing.get_untracked() && self.going.get_untracked() {
            return self.run.pause();
        }
        if self.run.day() >= self.beat.until || self.arrived() {
            self.open();
        }
        self.going.set(true);
        self.run.come_into_view();
        let by_hand = self.beat.before == 0 && self.beat.control.1.is_empty();
        self.run.pace.set(if by_hand { Pace::Steady } else { Pace::Fast });
        if let Some(then) = self.beat.then
            && self.run.day() == self.beat.before
        {
            self.run.world.update(|world| world.setting.params = then(self.choice.get_untracked()));
            self.run.rule();
        }
        self.run.play(Some(self.beat.until));
    }

    fn waits_now(self) -> bool {
        untrack(|| self.waits().is_some())
    }

    /// Whether the first beat's end came before its last day.
    fn arrived(self) -> bool {
        let first = std::ptr::eq(self.beat, &BEATS[0]);
        first
            && self
                .run
                .frame
                .with_untracked(|frame| frame.as_ref().is_some_and(|frame| frame.your_cluster.is_some()))
    }

    /// Writes the verdicts once the quantity is known.
    fn look(self) {
        let first = std::ptr::eq(self.beat, &BEATS[0]);
        let beat_state = self.run.frame.with(|frame| {
            let frame = frame.as_ref()?;
            let there =
                frame.day >= self.beat.until || (first && frame.your_cluster.is_some() && frame.day > 0);
            there.then(|| (self.beat.came_out)(frame))
        });
        let Some(came_out) = beat_state else { return };
        if !self.going.get_untracked() {
            return;
        }
        self.going.set(false);
        self.run.pause();
        let Some(guess) = self.guess.get_untracked() else { return };
        let choice = self.beat.control.1.get(self.choice.get_untracked());
        let which = choice.map(|choice| format!("<b>{choice}</b>: ")).unwrap_or_default();
        let is = match came_out {
            Some(number) => format!("it is <b class=\"number\">{}</b>", grouped(libm::round(number) as u64)),
            None => format!("after {} days you are still out", self.beat.until),
        };
        self.verdicts
            .update(|all| all.push(format!("{which}you said <b class=\"number\">{guess}</b>. {is}.")));
    }
}
