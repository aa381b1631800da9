//! Playback of the landing's world: a day at a time, only while somebody looks and something moves.

use crate::protocol::{LandingReply, LandingRequest, MAX_DAYS, PLANE_REACH, PlaneFrame, Reply, RunId};
use leptos::prelude::*;
use picture::chart::{Grid, Palette};
use std::time::Duration;

use super::LandingContext;
use super::plane_layers::PlaneLayers;
use crate::app::parts::{NO_CANVAS, Visible, calm, on_next_frame};

/// Where "you" begin: outside of everything, where the still figure has its dot.
const START: [f32; 2] = [2.1, 2.3];

/// Milliseconds a simulated day takes to watch: one frame of most screens, so that a slide takes two or three seconds.
const DAY_MS: f64 = 16.0;

/// The most days between two frames, where frames take longer than a day: a slide lasts as long, in fewer pictures.
const DAYS_A_FRAME: f64 = 4.0;

/// Days between two sentences under the picture, which nobody could read faster.
const SAID_EVERY: u32 = 5;

/// Milliseconds "you" stay put after an arrow key.
const KEY_REST_MS: f64 = 700.0;

/// The landing's world, as far as the page knows it.
#[derive(Clone, Copy)]
pub(super) struct Plane {
    /// The last frame that was described in words.
    pub frame: RwSignal<Option<PlaneFrame>>,
    /// Where "you" are shown: where the world says, or under the visitor's hand.
    pub you: RwSignal<Option<[f32; 2]>>,
    /// A sentence, when the engine refused.
    pub refused: RwSignal<Option<String>>,
    /// Whether there has been anything to see.
    pub drawn: RwSignal<bool>,
    landing: LandingContext,
    visible: Visible,
    layers: StoredValue<PlaneLayers, LocalStorage>,
    inside: StoredValue<Inside, LocalStorage>,
}

#[derive(Default)]
struct Inside {
    run: Option<RunId>,
    seed: u64,
    crowd: Vec<f32>,
    land: Option<Grid>,
    trail: Vec<[f32; 2]>,
    /// Where the visitor wants "you" put next, and where they put you last.
    wish: Option<[f32; 2]>,
    start: [f32; 2],
    held: bool,
    rest_until: f64,
    waiting: bool,
    /// Whether this browser gives no canvas to draw on.
    undrawable: bool,
    frame_asked: bool,
    last_day_at: f64,
}

impl Plane {
    /// A world to be drawn on `layers`.
    pub(super) fn new(landing: LandingContext, layers: PlaneLayers, visible: Visible) -> Plane {
        Plane {
            frame: RwSignal::new(None),
            you: RwSignal::new(None),
            refused: RwSignal::new(None),
            drawn: RwSignal::new(false),
            landing,
            visible,
            layers: StoredValue::new_local(layers),
            inside: StoredValue::new_local(Inside { seed: 1, start: START, ..Inside::default() }),
        }
    }

    /// Makes ready for drawing while the world is still on its way. Where nothing can be drawn, the still figure stays.
    pub(super) fn prepare(self) {
        if self.layers.try_with_value(PlaneLayers::prepare) == Some(false) {
            self.inside.update_value(|inside| inside.undrawable = true);
            self.refused.set(Some(NO_CANVAS.to_owned()));
        }
    }

    /// Opens the world on day 0, with "you" where the visitor put you last: outside of everything, to begin with.
    pub(super) fn open(self) {
        if self.inside.with_value(|inside| inside.undrawable) {
            return;
        }
        let run = self.landing.plane().new_run();
        self.refused.set(None);
        self.inside.update_value(|inside| {
            inside.run = Some(run);
            inside.trail.clear();
            inside.wish = Some(inside.start);
        });
        let seed = self.inside.with_value(|inside| inside.seed);
        self.ask(LandingRequest::Open { run, seed });
    }

    /// The same slide from day 0.
    pub(super) fn replay(self) {
        if let Some(run) = self.inside.with_value(|inside| inside.run) {
            self.landing.plane().close(run);
        }
        self.open();
    }

    /// Another crowd from day 0.
    pub(super) fn another(self) {
        self.inside.update_value(|inside| (inside.seed, inside.start) = (inside.seed + 1, START));
        self.replay();
    }

    /// Puts "you" somewhere. The dot moves at once; the world hears of it when the pointer is released, and pauses until
    /// then.
    pub(super) fn put(self, spot: [f32; 2], held: bool) {
        let spot = spot.map(|at| at.clamp(-PLANE_REACH, PLANE_REACH));
        self.inside.update_value(|inside| {
            (inside.wish, inside.start, inside.held) = (Some(spot), spot, held);
            inside.trail = vec![spot];
        });
        self.you.set(Some(spot));
        self.draw_you();
        self.keep_going();
    }

    /// Moves "you" by an arrow key.
    pub(super) fn nudge(self, [dx, dy]: [f32; 2]) {
        // While the last key's request is on its way, the world has no position for it.
        let known = self.inside.with_value(|inside| inside.wish.or(inside.trail.last().copied()));
        let Some(from) = known.or(self.you.get_untracked()) else { return };
        self.inside.update_value(|inside| inside.rest_until = now() + KEY_REST_MS);
        self.put([from[0] + dx, from[1] + dy], false);
    }

    /// Lets go of "you".
    pub(super) fn release(self) {
        self.inside.update_value(|inside| inside.held = false);
        self.keep_going();
    }

    /// Whether somebody looks at it; tracked.
    pub(super) fn seen(self) -> bool {
        self.visible.get()
    }

    /// Asks for the next frame, if anything is to be seen; called whenever that may have changed.
    pub(super) fn keep_going(self) {
        let asked = self.inside.with_value(|inside| inside.frame_asked || inside.waiting);
        if !asked && self.moves() {
            self.inside.update_value(|inside| inside.frame_asked = true);
            on_next_frame(Box::new(move || self.step()));
        }
    }

    fn moves(self) -> bool {
        let settled = self.frame.with_untracked(|frame| frame.as_ref().is_some_and(|frame| frame.settled));
        let (open, wish, held) =
            self.inside.with_value(|inside| (inside.run.is_some(), inside.wish, inside.held));
        open && !held
            && self.visible.now()
            && self.refused.with_untracked(Option::is_none)
            && (wish.is_some() || !settled)
    }

    fn step(self) {
        // The landing may be gone by the time a frame comes.
        if self.inside.try_update_value(|inside| inside.frame_asked = false).is_none() || !self.moves() {
            return;
        }
        let time = now();
        let inside = |read: fn(&Inside) -> f64| self.inside.with_value(read);
        let wish = self.inside.try_update_value(|inside| inside.wish.take()).flatten();
        let Some(run) = self.inside.with_value(|inside| inside.run) else { return };
        if let Some(spot) = wish {
            self.inside.update_value(|inside| {
                inside.trail.clear();
                inside.last_day_at = time;
            });
            self.ask(LandingRequest::Place { run, point: spot });
        } else if calm() {
            self.ask(LandingRequest::Advance { run, days: MAX_DAYS });
        } else if time < inside(|i| i.rest_until) || time - inside(|i| i.last_day_at) < DAY_MS {
            self.keep_going();
        } else {
            let days = ((time - inside(|i| i.last_day_at)) / DAY_MS).min(DAYS_A_FRAME);
            self.inside.update_value(|inside| inside.last_day_at = time);
            self.ask(LandingRequest::Advance { run, days: days as u16 });
        }
    }

    fn ask(self, request: LandingRequest) {
        self.inside.update_value(|inside| inside.waiting = true);
        self.landing.plane().ask(&request, move |reply| self.heard(reply));
    }

    fn heard(self, reply: Reply<LandingReply>) {
        self.inside.update_value(|inside| inside.waiting = false);
        match reply.message {
            LandingReply::Plane { frame, .. } => {
                let mut arrays = reply.arrays.into_iter();
                self.inside.update_value(|inside| {
                    inside.crowd = arrays.next().unwrap_or_default();
                    if frame.potential_side > 0 {
                        inside.land =
                            arrays.next().and_then(|land| Grid::new(frame.potential_side.into(), land));
                    }
                });
                // What the world said before it heard of the visitor's last wish is of no interest.
                if self.inside.with_value(|inside| inside.wish.is_none() && !inside.held) {
                    self.inside.update_value(|inside| inside.trail.push(frame.you));
                    self.you.set(Some(frame.you));
                }
                let is_redrawn = frame.potential_side > 0;
                let quiet = calm() && !frame.settled;
                let said = self.frame.with_untracked(|said| said.as_ref().map(|said| said.day));
                // Whatever is surveyed is news: that is also how it comes to rest, and starts again.
                if is_redrawn || said.is_none_or(|said| frame.day >= said + SAID_EVERY) {
                    self.frame.set(Some(frame));
                }
                if !quiet {
                    if !(is_redrawn || calm()) {
                        self.draw_people();
                        return self.keep_going();
                    }
                    self.draw_land();
                    // In two tasks, so that input that comes in between is not delayed.
                    return set_timeout(move || self.drawn_whole(), Duration::ZERO);
                }
            }
            LandingReply::Refused { sentence, .. } => self.refused.set(Some(sentence)),
            _ => {}
        }
        self.keep_going();
    }

    /// The second task, if the landing still exists.
    fn drawn_whole(self) {
        let undrawable = self.inside.try_with_value(|inside| inside.undrawable);
        if undrawable == Some(false) {
            self.draw_people();
            self.drawn.set(true);
            self.keep_going();
        }
    }

    /// Draws everything again, once there is something: the box or the palette changed.
    pub(super) fn redraw(self) {
        self.layers.with_value(PlaneLayers::measure);
        if self.drawn.get_untracked() {
            self.draw_land();
            self.draw_people();
        }
    }

    fn draw_land(self) {
        self.draw(|layers, inside, palette| layers.draw_land(inside.land.as_ref(), palette));
    }

    /// Draws the crowd, and "you" in it.
    fn draw_people(self) {
        self.draw(|layers, inside, palette| layers.draw_crowd(&inside.crowd, palette));
        self.draw_you();
    }

    fn draw_you(self) {
        self.draw(|layers, inside, palette| layers.draw_you(&inside.trail, palette));
    }

    fn draw(self, draw: fn(&PlaneLayers, &Inside, &Palette)) {
        let palette = self.landing.palette.get_untracked();
        self.layers.with_value(|layers| self.inside.with_value(|inside| draw(layers, inside, &palette)));
    }
}

fn now() -> f64 {
    js_sys::Date::now()
}
