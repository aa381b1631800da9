//! Playback of the world on the stage: days are requested only while somebody looks, wants it and something moves.

use leptos::prelude::*;

use super::context::LabContext;
use super::speed::Pace;
use crate::app::optional::call;
use crate::app::parts::{Visible, calm, on_next_frame};
use crate::protocol::{
    FromWorker, LabFrame, LabMeasures, LabPerson, LabPlane, LabRequest, LabWho, LabYou, RunId, ToWorker,
};
use drift::AgentId;
use settings::LabWorld;

/// The world on the stage, as far as the page knows it.
#[derive(Clone, Copy)]
pub(super) struct Run {
    /// All that decides how it goes, as the levers say.
    pub world: RwSignal<LabWorld>,
    /// What is looked at.
    pub plane: RwSignal<LabPlane>,
    /// Who you are.
    pub who: RwSignal<LabWho>,
    /// The last frame.
    pub frame: RwSignal<Option<LabFrame>>,
    /// Share of the way while it is being made.
    pub opening: RwSignal<Option<f32>>,
    /// Whether days are to pass.
    pub playing: RwSignal<bool>,
    /// How fast.
    pub pace: RwSignal<Pace>,
    /// The day on which it stops.
    pub until: RwSignal<Option<u32>>,
    /// A sentence, when the engine refused.
    pub refused: RwSignal<Option<String>>,
    /// The day on which its rules were changed, if they were.
    pub ruled: RwSignal<Option<u32>>,
    /// All that was measured so far, and your bits that day; not a number on days when you were somebody else.
    pub past: RwSignal<Vec<(LabMeasures, f32)>>,
    /// The inspected person.
    pub person: RwSignal<Option<LabPerson>>,
    /// Counts what came: pictures follow it.
    pub came: RwSignal<u32>,
    app: LabContext,
    visible: Visible,
    pub(super) inside: StoredValue<Inside, LocalStorage>,
}

/// What changes with every frame.
#[derive(Default)]
pub(super) struct Inside {
    /// Everybody's place: x, y, x, y ….
    pub points: Vec<f32>,
    /// Marker of each person's cluster; −1: none.
    pub signs: Vec<f32>,
    /// Where you have been, last where you are.
    pub trail: Vec<[f32; 2]>,
    /// Whether the density below was measured again.
    pub measured_again: bool,
    pub(super) run: Option<RunId>,
    /// Questions without an answer yet.
    pub(super) pending: u32,
    /// Whether somebody was asked for who has not come, and whom to ask for after them.
    pub(super) inspecting: bool,
    pub(super) next: Option<Option<AgentId>>,
    frame_asked: bool,
    last_day_at: f64,
}

impl Run {
    /// Nothing yet; it is closed with the present owner.
    pub(super) fn new(app: LabContext, world: LabWorld, visible: Visible) -> Run {
        let run = Run {
            world: RwSignal::new(world),
            plane: RwSignal::new(LabPlane::Components),
            who: RwSignal::new(LabWho::Outsider),
            frame: RwSignal::new(None),
            opening: RwSignal::new(None),
            playing: RwSignal::new(false),
            pace: RwSignal::new(Pace::Steady),
            until: RwSignal::new(None),
            refused: RwSignal::new(None),
            ruled: RwSignal::new(None),
            past: RwSignal::new(Vec::new()),
            person: RwSignal::new(None),
            came: RwSignal::new(0),
            app,
            visible,
            inside: StoredValue::new_local(Inside::default()),
        };
        on_cleanup(move || run.give_up());
        run
    }

    /// What came last.
    pub(super) fn with<R>(self, read: impl FnOnce(&Inside) -> R) -> R {
        self.inside.with_value(read)
    }

    /// The palette and the connection of the lab.
    pub(super) fn app(self) -> LabContext {
        self.app
    }

    /// Where you are when the next world begins: at a spot, or else among the outermost, unless you are yourself.
    pub(super) fn come_from(self, spot: Option<[f32; 2]>) {
        match (spot, self.who.get_untracked()) {
            (Some(spot), _) => self.who.set(LabWho::At(spot)),
            (None, LabWho::At(_)) => self.who.set(LabWho::Outsider),
            (None, _) => {}
        }
    }

    /// Another world, from day 0 and from the usual side.
    pub(super) fn open(self, world: LabWorld) {
        self.plane.set(LabPlane::Components);
        self.world.set(world);
        self.reset();
    }

    /// The same world from day 0, under the rules that the levers say now.
    pub(super) fn reset(self) {
        self.give_up();
        self.refused.set(None);
        self.ruled.set(None);
        self.person.set(None);
        self.past.update(Vec::clear);
        self.frame.set(None);
        self.opening.set(Some(0.0));
        let run = self.app.worker().new_run();
        self.inside.set_value(Inside { run: Some(run), ..Inside::default() });
        let world = self.world.get_untracked();
        let setting = Box::new(world.setting);
        let you = Box::new(LabYou { who: self.who.get_untracked(), traits: world.you });
        self.ask(LabRequest::Open { setting, plane: self.plane.get_untracked(), you });
    }

    /// Gives the world back.
    pub(super) fn give_up(self) {
        self.playing.set(false);
        self.opening.set(None);
        if let Some(Some(run)) = self.inside.try_update_value(|inside| inside.run.take()) {
            self.app.worker().close(run);
        }
    }

    /// Brings the picture into view if it is not: a visitor who lets days pass wants to see them.
    pub(super) fn come_into_view(self) {
        if !self.visible.now()
            && let Ok(Some(stage)) = document().query_selector(".stage-box")
        {
            // Where it cannot, the visitor scrolls.
            let _ = call(&stage, "scrollIntoView", &[]);
        }
    }

    /// Lets days pass, up to a day if there is one.
    pub(super) fn play(self, until: Option<u32>) {
        self.until.set(until);
        if self.refused.with_untracked(Option::is_some) || self.with(|inside| inside.run.is_none()) {
            self.reset();
        }
        self.playing.set(true);
        self.keep_going();
    }

    /// Holds the day.
    pub(super) fn pause(self) {
        self.playing.set(false);
    }

    /// One day, and no more.
    pub(super) fn step(self) {
        let day = self.day();
        self.play(Some(day + 1));
    }

    /// Today, untracked.
    pub(super) fn day(self) -> u32 {
        self.frame.with_untracked(|frame| frame.as_ref().map_or(0, |frame| frame.day))
    }

    /// Changes the rules of a world that has begun; one that has not is created again.
    pub(super) fn rule(self) {
        if self.day() == 0 {
            return self.reset();
        }
        self.ruled.set(Some(self.day()));
        let params = Box::new(self.world.with_untracked(|world| world.setting.params.clone()));
        self.ask(LabRequest::SetParams { params });
    }

    /// You are this from now on.
    pub(super) fn become_somebody(self, who: LabWho) {
        if who != LabWho::Same {
            self.who.set(who);
            self.inside.update_value(|inside| inside.trail.clear());
            // What was measured of somebody else is not about you.
            self.past.update(|past| past.iter_mut().for_each(|(_, yours)| *yours = f32::NAN));
        }
        let traits = self.world.with_untracked(|world| world.you.clone());
        self.ask(LabRequest::SetObserver { you: Box::new(LabYou { who, traits }) });
    }

    /// You are there from now on.
    pub(super) fn place(self, spot: [f32; 2]) {
        if self.with(|inside| inside.pending < 2) {
            self.inside.update_value(|inside| inside.trail.clear());
            self.ask(LabRequest::Place { spot });
        }
    }

    /// Looks from another side.
    pub(super) fn turn(self, plane: LabPlane) {
        self.plane.set(plane);
        self.inside.update_value(|inside| inside.trail.clear());
        self.ask(LabRequest::RotatePlane { plane });
    }

    /// Asks the engine something whose answer is for `then` alone.
    pub(super) fn ask_for(self, ask: LabRequest, then: impl FnOnce(FromWorker) + 'static) {
        if let Some(run) = self.with(|inside| inside.run) {
            self.app.worker().ask(&ToWorker::Lab { run, ask }, move |reply| then(reply.message));
        }
    }

    pub(super) fn ask(self, ask: LabRequest) {
        let Some(run) = self.with(|inside| inside.run) else { return };
        self.inside.update_value(|inside| inside.pending += 1);
        self.app.worker().ask(&ToWorker::Lab { run, ask }, move |reply| self.heard(run, reply));
    }

    /// Goes on with whatever is to go on; called whenever that may have changed.
    pub(super) fn keep_going(self) {
        let idle = self.inside.try_with_value(|inside| !inside.frame_asked && inside.pending == 0);
        if idle == Some(true) && self.moves() {
            self.inside.update_value(|inside| inside.frame_asked = true);
            on_next_frame(Box::new(move || self.next_frame()));
        }
    }

    /// Goes on whenever the picture comes into view; tracked. (A second watch over it might hear of that too early.)
    pub(super) fn keep_going_in_view(self) {
        if self.visible.get() {
            self.keep_going();
        }
    }

    /// Goes on after a tab was hidden: the frame that was asked for then may never come.
    pub(super) fn wake(self) {
        if self.inside.try_update_value(|inside| inside.frame_asked = false).is_some() {
            self.keep_going();
        }
    }

    /// Whether somebody looks. A run to a certain day goes on while they read beside it, but not behind another tab.
    fn seen(self) -> bool {
        self.visible.now() || (self.until.with_untracked(Option::is_some) && !document().hidden())
    }

    fn moves(self) -> bool {
        let there =
            self.frame.with_untracked(Option::is_some) && self.refused.with_untracked(Option::is_none);
        there && self.playing.get_untracked() && self.seen()
    }

    fn next_frame(self) {
        // The lab may be gone by the time a frame comes, or another frame may have come instead.
        let awaited = self.inside.try_update_value(|inside| std::mem::take(&mut inside.frame_asked));
        if awaited != Some(true) || !self.moves() {
            return;
        }
        let (rest, days) = self.pace.get_untracked().of(calm());
        let now = js_sys::Date::now();
        if now - self.with(|inside| inside.last_day_at) < rest {
            return self.keep_going();
        }
        let left = self.until.get_untracked().map_or(u32::MAX, |until| until.saturating_sub(self.day()));
        if left == 0 {
            return self.pause();
        }
        self.inside.update_value(|inside| inside.last_day_at = now);
        self.ask(LabRequest::Advance { days: u32::from(days).min(left) as u16 });
    }

    /// The land was drawn.
    pub(super) fn surveyed(self) -> bool {
        self.inside.try_update_value(|inside| std::mem::take(&mut inside.measured_again)).unwrap_or_default()
    }
}
