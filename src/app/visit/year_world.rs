//! Playback of the year on the feed: a week at a time, while it plays and somebody looks.

use std::rc::Rc;

use crate::protocol::{FromWorker, MAX_DAYS, Reply, RunId, ToWorker, YEAR, YearFrame};
use leptos::prelude::*;
use picture::chart::{YearDay, interpolate};
use quiz::cluster_names::on_a_map;
use quiz::questionnaire::{Answers, QuestionSet};
use scenario::{ClusterSummary, LeverOutcome, YearReport};

use super::VisitContext;
use super::cloud_tracks::CloudTracks;
use crate::app::parts::{MapPicture, calm, on_next_frame};

/// Days from one picture to the next.
const WEEK: u16 = 7;

/// Milliseconds a week takes to watch.
const WEEK_MS: f64 = 380.0;

/// The visitor's world, as far as the page knows it.
#[derive(Clone, Copy)]
pub(super) struct YearWorld {
    /// The last frame.
    pub frame: RwSignal<Option<YearFrame>>,
    /// All days measured so far, for every lever.
    pub days: RwSignal<Vec<Vec<YearDay>>>,
    /// The selected lever, as an index into [`scenario::Lever::ALL`].
    pub lever: RwSignal<usize>,
    /// The map of day 0.
    pub today: RwSignal<Option<MapPicture>, LocalStorage>,
    /// The map of the day that is shown.
    pub moving: RwSignal<Option<MapPicture>, LocalStorage>,
    /// Whether days pass.
    pub playing: RwSignal<bool>,
    /// A sentence, when the engine refused.
    pub refused: RwSignal<Option<String>>,
    app: VisitContext,
    answers: Answers,
    inside: StoredValue<Inside, LocalStorage>,
}

#[derive(Default)]
struct Inside {
    run: Option<RunId>,
    /// Crowds between which the map is on its way.
    from: Vec<f32>,
    to: Vec<f32>,
    /// The visitor on the map under every lever.
    tracks: CloudTracks,
    since: f64,
    /// Came before the way to the last one was over.
    next: Option<(YearFrame, Vec<Vec<f32>>)>,
    /// Cluster of each person at the last survey, and the names of the clusters.
    clusters: Rc<(Vec<f32>, Vec<Vec<String>>)>,
    waiting: bool,
    frame_asked: bool,
}

impl YearWorld {
    /// Opens the world on day 0; it is closed with the present owner.
    pub(super) fn open(app: VisitContext, answers: Answers) -> YearWorld {
        let world = YearWorld {
            frame: RwSignal::new(None),
            days: RwSignal::new(Vec::new()),
            lever: RwSignal::new(0),
            today: RwSignal::new_local(None),
            moving: RwSignal::new_local(None),
            playing: RwSignal::new(false),
            refused: RwSignal::new(None),
            app,
            answers,
            inside: StoredValue::new_local(Inside::default()),
        };
        world.open_run();
        on_cleanup(move || world.close_run());
        world
    }

    fn open_run(self) {
        let run = self.app.worker().new_run();
        self.inside.set_value(Inside { run: Some(run), waiting: true, ..Inside::default() });
        self.refused.set(None);
        self.days.set(Vec::new());
        let message = ToWorker::OpenYear { run, answers: self.answers };
        self.app.worker().ask(&message, move |reply| self.heard(reply));
    }

    fn close_run(self) {
        if let Some(Some(run)) = self.inside.try_with_value(|inside| inside.run) {
            self.app.worker().close(run);
        }
    }

    /// What the person answered today.
    pub(super) fn answers(self) -> Answers {
        self.answers
    }

    /// Outcome under the selected lever, on the day that is shown.
    pub(super) fn outcome(self) -> Option<LeverOutcome> {
        self.outcome_of(self.lever.get())
    }

    /// Outcome under any lever, on that day.
    pub(super) fn outcome_of(self, lever: usize) -> Option<LeverOutcome> {
        self.frame.with(|frame| frame.as_ref()?.report.outcomes.get(lever).cloned())
    }

    /// Bits by day under the selected lever.
    pub(super) fn bits_by_day(self) -> Vec<YearDay> {
        let lever = self.lever.get();
        self.days.with(|days| days.iter().filter_map(|levers| levers.get(lever).copied()).collect())
    }

    /// Selects another lever, on the same day.
    pub(super) fn look_at(self, lever: usize) {
        self.lever.set(lever);
        if !self.playing.get_untracked() {
            self.moving.set(Some(self.picture(1.0)));
        }
    }

    /// The map so far on its way to the next day.
    fn picture(self, share: f32) -> MapPicture {
        let lever = self.lever.get_untracked();
        self.inside.with_value(|inside| MapPicture {
            crowd: if share < 1.0 { interpolate(&inside.from, &inside.to, share) } else { inside.to.clone() },
            way: inside.tracks.path(lever, share),
            cloud: inside.tracks.cloud(lever, share),
            on_the_way: share < 1.0 || self.playing.get_untracked(),
            groups: inside.clusters.clone(),
        })
    }

    /// Whether the year is over.
    pub(super) fn over(self) -> bool {
        self.frame.with(|frame| frame.as_ref().is_some_and(|frame| frame.report.day >= YEAR))
    }

    /// Lets days pass; from the start again, if the year is over.
    pub(super) fn play(self) {
        let over =
            self.frame.with_untracked(|frame| frame.as_ref().is_some_and(|frame| frame.report.day >= YEAR));
        if over || self.refused.with_untracked(Option::is_some) {
            self.close_run();
            self.open_run();
        }
        self.playing.set(true);
        self.keep_going();
    }

    /// Holds the day.
    pub(super) fn pause(self) {
        self.playing.set(false);
        self.rest();
    }

    /// Nothing moves any more: the land is surveyed for the crowd that is shown.
    fn rest(self) {
        self.moving.update(|picture| {
            if let Some(picture) = picture {
                picture.on_the_way = false;
            }
        });
    }

    fn keep_going(self) {
        let idle = self.inside.try_with_value(|inside| !inside.frame_asked) == Some(true);
        if idle && self.playing.get_untracked() {
            self.inside.update_value(|inside| inside.frame_asked = true);
            on_next_frame(Box::new(move || self.step()));
        }
    }

    /// One frame of the screen: move the map along, ask for the next week in time.
    fn step(self) {
        let there = self.inside.try_update_value(|inside| inside.frame_asked = false).is_some();
        // Held, or refused, since this frame was asked for: then the map rests, and no engine is asked for a world that
        // went down with the last one.
        if !there || !self.playing.get_untracked() {
            return;
        }
        let share =
            self.inside.with_value(|inside| ((js_sys::Date::now() - inside.since) / WEEK_MS).clamp(0.0, 1.0));
        if !calm() {
            let picture = self.picture(share as f32);
            self.moving.set(Some(picture));
        }
        let arrived = share >= 1.0 || calm();
        if arrived
            && let Some((frame, arrays)) = self.inside.try_update_value(|inside| inside.next.take()).flatten()
        {
            self.show(frame, arrays);
        }
        let day = self.frame.with_untracked(|frame| frame.as_ref().map(|frame| frame.report.day));
        let wants =
            self.inside.with_value(|inside| inside.run.filter(|_| !inside.waiting && inside.next.is_none()));
        match (wants, day) {
            (Some(run), Some(day)) if day < YEAR => {
                self.inside.update_value(|inside| inside.waiting = true);
                let days = if calm() { MAX_DAYS } else { WEEK }.min(YEAR - day);
                self.app.worker().ask(&ToWorker::AdvanceYear { run, days }, move |reply| self.heard(reply));
            }
            (Some(_), Some(_)) if arrived => self.pause(),
            _ => {}
        }
        self.keep_going();
    }

    fn heard(self, reply: Reply) {
        if self.inside.try_update_value(|inside| inside.waiting = false).is_none() {
            return;
        }
        match reply.message {
            // The world is made in slices, so that it can be given up; each one has to be asked for.
            FromWorker::YearOpening { run, .. } => {
                self.inside.update_value(|inside| inside.waiting = true);
                let message = ToWorker::AdvanceYear { run, days: 1 };
                self.app.worker().ask(&message, move |reply| self.heard(reply));
                return;
            }
            FromWorker::Year { frame, .. } => {
                if frame.report.day == 0 {
                    let kinds = reply.arrays.get(1).cloned().unwrap_or_default();
                    let groups = Rc::new((kinds, names(self.answers.set(), &frame.kinds)));
                    self.show(frame, reply.arrays);
                    let picture = self.picture(1.0);
                    self.today.set(Some(MapPicture { groups, ..picture.clone() }));
                    self.moving.set(Some(picture));
                } else {
                    self.inside.update_value(|inside| inside.next = Some((frame, reply.arrays)));
                }
            }
            FromWorker::Refused { sentence, .. } => {
                self.playing.set(false);
                self.refused.set(Some(sentence));
            }
            _ => {}
        }
        self.keep_going();
    }

    /// Makes a day the one to be seen.
    fn show(self, frame: YearFrame, arrays: Vec<Vec<f32>>) {
        self.inside.update_value(|inside| {
            let mut arrays = arrays.into_iter();
            inside.from = std::mem::replace(&mut inside.to, arrays.next().unwrap_or_default());
            let report = &frame.report;
            if report.day == 0 {
                inside.from = inside.to.clone();
            } else if let Some(clusters) = arrays.next() {
                inside.clusters = Rc::new((clusters, names(self.answers.set(), &report.survey.clusters)));
            }
            let clouds = report.outcomes.iter().map(|outcome| outcome.selves.clone());
            inside.tracks.push(clouds.collect());
            inside.since = js_sys::Date::now();
        });
        if calm() {
            self.moving.set(Some(self.picture(1.0)));
        }
        let measured = frame.report.outcomes.iter().map(|outcome| year_day(&frame.report, outcome)).collect();
        self.days.update(|days| days.push(measured));
        self.frame.set(Some(frame));
    }
}

/// One day of one lever, for the chart.
fn year_day(report: &YearReport, outcome: &LeverOutcome) -> YearDay {
    YearDay {
        day: report.day,
        drifting: outcome.surprisal.bits,
        drifting_range: outcome.surprisal.range,
        unmoved: report.unmoved.bits,
        unmoved_range: report.unmoved.range,
        crowd: report.survey.crowd_median,
    }
}

/// What groups are called on a map, in lines.
fn names(set: &QuestionSet, groups: &[ClusterSummary]) -> Vec<Vec<String>> {
    groups.iter().map(|group| on_a_map(set, group.name)).collect()
}
