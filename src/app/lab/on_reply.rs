//! Handling of the engine's replies.

use leptos::prelude::*;

use super::playback::Run;
use crate::protocol::{FromWorker, LabFrame, LabPerson, LabRequest, Reply, RunId};
use drift::AgentId;

/// Spots of your way that are kept.
const TRAIL: usize = 600;

impl Run {
    /// An answer has come, to `run`.
    pub(super) fn heard(self, run: RunId, reply: Reply) {
        let known = self.inside.try_update_value(|inside| {
            inside.pending = inside.pending.saturating_sub(1);
            inside.run == Some(run)
        });
        if known != Some(true) {
            return;
        }
        match reply.message {
            // The world is made in slices, so that it can be given up; each one has to be asked for.
            FromWorker::LabOpening { share, .. } => {
                self.opening.set(Some(share));
                // Nobody can be inspected before it is complete.
                self.inside.update_value(|inside| inside.inspecting = false);
                if self.with(|inside| inside.pending == 0) {
                    self.ask(LabRequest::Advance { days: 1 });
                }
                return;
            }
            FromWorker::Lab { frame, .. } => self.show(frame, reply.arrays),
            FromWorker::LabPerson { person, .. } => self.met(person),
            FromWorker::Refused { sentence, .. } => {
                self.playing.set(false);
                self.opening.set(None);
                self.refused.set(Some(sentence));
                self.inside.update_value(|inside| inside.inspecting = false);
            }
            _ => {}
        }
        self.keep_going();
    }

    fn show(self, frame: LabFrame, arrays: Vec<Vec<f32>>) {
        let mut arrays = arrays.into_iter();
        self.inside.update_value(|inside| {
            inside.points = arrays.next().unwrap_or_default();
            if let Some(signs) = arrays.next() {
                inside.signs = signs;
                inside.measured_again = true;
            }
            if inside.trail.len() == TRAIL {
                // Every other spot of the way is enough of it.
                let mut odd = false;
                inside.trail.retain(|_| {
                    odd = !odd;
                    odd
                });
            }
            inside.trail.push(frame.you);
        });
        let measured =
            self.past.with_untracked(|past| past.last().is_none_or(|(m, _)| m.day < frame.measures.day));
        if measured {
            self.past.update(|past| past.push((frame.measures.clone(), frame.your_bits)));
            // The inspected person has moved, too.
            if let Some(who) =
                self.person.with_untracked(|person| person.as_ref().map(|person| person.person))
            {
                self.meet(who);
            }
        } else if frame.day == frame.measures.day {
            // You may have moved, or be somebody else by now.
            self.past
                .update(|past| past.iter_mut().rev().take(1).for_each(|(_, yours)| *yours = frame.your_bits));
        }
        // Once it is at rest there is nothing more to see; a visitor who wants more days asks for them.
        let over = self.until.get_untracked().is_some_and(|until| frame.day >= until);
        let rested = frame.measures.settled && self.until.with_untracked(Option::is_none);
        if over || rested {
            self.playing.set(false);
        }
        self.opening.set(None);
        self.frame.set(Some(frame));
        self.came.update(|times| *times = times.wrapping_add(1));
    }

    /// Looks at somebody closely: who it is at once, and in a sentence as soon as somebody listens.
    /// One at a time: of all who were asked for meanwhile, only the last comes next.
    pub(super) fn meet(self, person: Option<AgentId>) {
        let waits = self.inside.try_update_value(|inside| {
            inside.next = Some(person);
            std::mem::replace(&mut inside.inspecting, true)
        });
        if waits == Some(false) {
            self.meet_next(false);
        }
    }

    fn meet_next(self, said: bool) {
        match self.inside.try_update_value(|inside| inside.next.take()).flatten() {
            Some(person) => self.ask(LabRequest::Inspect { person, said }),
            None => self.inside.update_value(|inside| inside.inspecting = false),
        }
    }

    /// Somebody came; without a sentence if nobody listened yet.
    fn met(self, person: LabPerson) {
        let silent = person.said.is_none();
        if silent {
            self.inside.update_value(|inside| inside.next = inside.next.or(Some(person.person)));
        }
        self.person.set(Some(person));
        self.meet_next(silent);
    }
}
