//! Animation of the reveal: a stopwatch, a sentence that types itself, and a population that thins out.

use std::rc::Rc;

use leptos::prelude::*;

use super::VisitContext;
use super::scoring::Scored;
use crate::app::parts::{Layer, Live, follow, on_next_frame, on_resize, scale};
use crate::protocol::PLANE_REACH;
use picture::chart::{Viewport, draw_star, mean_point, splat};
use quiz::explanation::Whom;
use quiz::format::{grouped, one_decimal};

/// Milliseconds for which the whole crowd is seen.
const CROWD_MS: f64 = 900.0;
/// Most milliseconds in which the sentence types itself; a longer one is played faster, and the stopwatch says so.
const MOST_TYPING_MS: f64 = 6_000.0;
/// Milliseconds from the full stop to the first verdict, and from each verdict to the next.
const VERDICT_MS: f64 = 1_300.0;
/// Milliseconds in which a count falls.
const FALL_MS: f64 = 500.0;

/// What moves, as HTML; `verdicts` are our own, too.
pub(super) fn stage_html(verdicts: &[String]) -> String {
    let verdicts: String = verdicts.iter().map(|verdict| format!("<p>{verdict}</p>")).collect();
    format!(
        r#"<div class="reveal-stage" aria-hidden="true"><figure class="reveal-crowd">
        <div class="map-canvases"><canvas></canvas><canvas class="leaving"></canvas><canvas></canvas></div>
        <figcaption><b class="left number"></b> <span class="left-word"></span></figcaption></figure>
        <div class="reveal-words"><p class="stopwatch number"><b class="clock"></b> s <small></small></p>
        <p class="sentence"><span class="typed"></span><span class="untyped"></span></p>
        <div class="reveal-verdicts">{verdicts}</div></div></div>"#
    )
}

/// The show, as far as its timing goes.
struct Score {
    /// The sentence, letter by letter, and how many letters are shown when each of its parts is over.
    letters: Vec<char>,
    ends: Vec<usize>,
    /// How many people are left after so many parts; everybody first.
    left: Vec<u32>,
    seconds: f64,
    typing_ms: f64,
    verdicts: usize,
}

/// What is to be seen at one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Moment {
    letters: usize,
    /// Parts of the sentence that are over.
    parts: usize,
    left: u32,
    seconds: f64,
    verdicts: usize,
}

impl Score {
    fn new(scored: &Scored, people: u32, verdicts: usize) -> Score {
        let explanation = &scored.details.explanation;
        let spoken = explanation.spoken(Whom::You);
        let mut letters = Vec::new();
        let ends = spoken.iter().map(|part| {
            letters.extend(part.chars());
            letters.len()
        });
        let ends = ends.collect();
        let after = explanation.clauses.iter().map(|clause| clause.left);
        let seconds = explanation.seconds();
        Score {
            letters,
            ends,
            left: [people, explanation.opening_left].into_iter().chain(after).collect(),
            seconds,
            typing_ms: (1000.0 * seconds).min(MOST_TYPING_MS),
            verdicts,
        }
    }

    /// When the last verdict has been shown.
    fn over_ms(&self) -> f64 {
        CROWD_MS + self.typing_ms + VERDICT_MS * self.verdicts as f64
    }

    fn moment(&self, ms: f64) -> Moment {
        let typed = ((ms - CROWD_MS) / self.typing_ms).clamp(0.0, 1.0);
        let all = self.letters.len();
        let letters = (typed * all as f64) as usize;
        let parts = self.ends.partition_point(|&end| end <= letters);
        // The count is on its way from the last part's number to this one's.
        let since = |end: usize| ms - CROWD_MS - self.typing_ms * end as f64 / all.max(1) as f64;
        let left = match parts {
            0 => f64::from(self.left[0]),
            parts => {
                let [from, to] = [parts - 1, parts].map(|at| f64::from(self.left[at]));
                let still = 1.0 - (since(self.ends[parts - 1]) / FALL_MS).clamp(0.0, 1.0);
                to + (from - to) * still * still
            }
        };
        let verdicts = ((ms - CROWD_MS - self.typing_ms) / VERDICT_MS).max(0.0) as usize;
        Moment {
            letters,
            parts,
            left: libm::round(left) as u32,
            seconds: typed * self.seconds,
            verdicts: verdicts.min(self.verdicts),
        }
    }

    fn text(&self, from: usize, to: usize) -> String {
        self.letters[from..to].iter().collect()
    }
}

/// Plays it once, beginning now; sets `complete` at its end.
pub(super) fn show(
    app: VisitContext,
    live: &Live,
    of: (Rc<Scored>, u32),
    verdicts: usize,
    complete: RwSignal<bool>,
) {
    let (scored, people) = of;
    let score = Rc::new(Score::new(&scored, people, verdicts));
    let moment = RwSignal::new(score.moment(0.0));
    let part = Memo::new(move |_| moment.get().parts);
    let letters = Memo::new(move |_| moment.get().letters);
    let shown = Memo::new(move |_| moment.get().verdicts);
    let typed = score.clone();
    live.text(".typed", move || typed.text(0, letters.get()));
    let untyped = score.clone();
    live.text(".untyped", move || untyped.text(letters.get(), untyped.letters.len()));
    live.text(".clock", move || one_decimal(moment.get().seconds));
    let speed = score.seconds * 1000.0 / score.typing_ms.max(1.0);
    live.text(".stopwatch small", move || {
        if speed > 1.0 { format!("played {} times as fast", one_decimal(speed)) } else { String::new() }
    });
    live.text(".left", move || match moment.get().left {
        0 => "nobody".to_owned(),
        left => grouped(left.into()),
    });
    live.text(".left-word", move || {
        match (moment.get().left, part.get()) {
            (_, 0) => "simulated people",
            (0, _) => "else is left",
            _ => "still match",
        }
        .to_owned()
    });
    live.attribute(".reveal-verdicts", "data-said", move || Some(shown.get().to_string()));
    keep_crowd(app, live, scored, part, score.ends.len());
    play(score, moment, complete, js_sys::Date::now());
}

/// Frame by frame, as long as somebody is here.
fn play(score: Rc<Score>, moment: RwSignal<Moment>, complete: RwSignal<bool>, began: f64) {
    on_next_frame(Box::new(move || {
        let ms = js_sys::Date::now() - began;
        // Gone with the screen.
        if moment.try_set(score.moment(ms)).is_some() {
            return;
        }
        if ms < score.over_ms() {
            play(score, moment, complete, began);
        } else {
            complete.set(true);
        }
    }));
}

/// Redraws the crowd at each part of the sentence; that those who leave fade is the style sheet's doing.
fn keep_crowd(app: VisitContext, live: &Live, scored: Rc<Scored>, part: Memo<usize>, parts: usize) {
    let Some(canvases) = live.canvases::<3>(".reveal-crowd") else { return };
    let Some(stage) = live.find(".reveal-crowd") else { return };
    let [staying, leaving, star] = canvases.map(Layer::new);
    let resized = RwSignal::new(0u32);
    on_resize(&stage, move || resized.update(|times| *times += 1));
    // Two names of one motion, so that it begins again.
    live.attribute(".reveal-crowd", "data-turn", move || Some((part.get() % 2).to_string()));
    follow(Box::new(move || {
        resized.track();
        let (palette, part, scale) = (app.palette.get(), part.get(), scale());
        let soft = scale.min(2.0);
        let crowd = |keep: &dyn Fn(usize) -> bool| -> Vec<f32> {
            let people = scored.spots.chunks_exact(2).zip(&scored.matched);
            people
                .filter(|(_, matched)| keep(**matched as usize))
                .flat_map(|(spot, _)| spot)
                .copied()
                .collect()
        };
        let (stay, leave) =
            (crowd(&|matched| matched >= part), crowd(&|matched| part > 0 && matched == part - 1));
        // Fewer people are drawn larger: they are to be seen.
        let radius = |people: usize| {
            soft * if people > 2_000 {
                0.8
            } else if people > 100 {
                1.4
            } else {
                2.6
            }
        };
        for (layer, points) in [(&staying, &stay), (&leaving, &leave)] {
            if let Some(size) = layer.fresh(soft) {
                let frame = Viewport::square(size, PLANE_REACH);
                layer.put(&splat(points, &frame, radius(stay.len() / 2), palette.crowd), size);
            }
        }
        if let (Some(size), Some(sheet)) = (star.fresh(scale), star.sheet())
            && part == parts
        {
            let frame = Viewport::square(size, PLANE_REACH);
            let inside = |spot: &[f32; 2]| spot.map(|x| x.clamp(-PLANE_REACH, PLANE_REACH));
            let cloud: Vec<[f32; 2]> = scored.details.spots.iter().map(inside).collect();
            let you: Vec<[f32; 2]> = mean_point(&cloud).into_iter().collect();
            if let Err(trouble) = draw_star(&sheet, &you, &cloud, &frame, &palette, scale, "you") {
                leptos::logging::error!("the star cannot be drawn: {trouble}");
            }
        }
    }));
}
