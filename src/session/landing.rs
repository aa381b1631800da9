//! The landing's side of the conversation: its map, and nothing else.

use super::plane::Plane;
use super::{Refusal, checked, gone};
use crate::protocol::{FromWorker, Reply, RunId, ToWorker};

/// Answers the landing. A session of its own, so that a first visit need not load what the quiz takes.
#[derive(Default)]
pub struct Landing(Option<(RunId, Plane)>);

impl Landing {
    /// Answers one message; whatever is none of the landing's is refused.
    pub fn handle(&mut self, message: ToWorker) -> Reply {
        let run = message.run();
        self.answer(message).unwrap_or_else(|sentence| FromWorker::Refused { run, sentence }.into())
    }

    fn answer(&mut self, message: ToWorker) -> Result<Reply, Refusal> {
        match message {
            ToWorker::OpenPlane { run, seed } => {
                let (_, plane) = self.0.insert((run, Plane::open(seed).map_err(|e| e.to_string())?));
                Ok(plane.reply(run))
            }
            ToWorker::AdvancePlane { run, days } => {
                let plane = self.plane(run)?;
                plane.advance(checked(days)?);
                Ok(plane.reply(run))
            }
            ToWorker::PlaceYou { run, spot } => {
                let plane = self.plane(run)?;
                plane.place(spot).map_err(|e| e.to_string())?;
                Ok(plane.reply(run))
            }
            ToWorker::Close { run } => {
                self.0.take_if(|(open, _)| *open == run);
                Ok(FromWorker::Closed { run }.into())
            }
            _ => Err("the landing only knows its map".to_owned()),
        }
    }

    fn plane(&mut self, run: RunId) -> Result<&mut Plane, Refusal> {
        match &mut self.0 {
            Some((open, plane)) if *open == run => Ok(plane),
            _ => Err(gone()),
        }
    }
}
