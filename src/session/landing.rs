//! The landing's side of the conversation: its map, and nothing else.

use super::plane::Plane;
use super::refusal::{Refusal, checked, gone};
use crate::protocol::{LandingReply, LandingRequest, Message, Reply, Request, RunId};

/// Answers the landing. A session of its own, so that a first visit need not load what the quiz takes.
#[derive(Default)]
pub struct LandingSession(Option<(RunId, Plane)>);

impl LandingSession {
    /// Answers one message.
    pub fn handle(&mut self, request: &LandingRequest) -> Reply<LandingReply> {
        let run = request.run();
        self.answer(request).unwrap_or_else(|sentence| LandingReply::refused(run, sentence).into())
    }

    fn answer(&mut self, request: &LandingRequest) -> Result<Reply<LandingReply>, Refusal> {
        match *request {
            LandingRequest::Open { run, seed } => {
                // The parameters are constants, so that this can fail for lack of memory only.
                let plane =
                    Plane::open(seed).map_err(|_| "this world does not fit into memory".to_owned())?;
                let (_, plane) = self.0.insert((run, plane));
                Ok(plane.reply(run))
            }
            LandingRequest::Advance { run, days } => {
                let plane = self.plane(run)?;
                plane.advance(checked(days)?);
                Ok(plane.reply(run))
            }
            LandingRequest::Place { run, point } => {
                let plane = self.plane(run)?;
                plane.place(point).map_err(|_| "that is no place on the map".to_owned())?;
                Ok(plane.reply(run))
            }
            LandingRequest::Close { run } => {
                self.0.take_if(|(open, _)| *open == run);
                Ok(LandingReply::Closed { run }.into())
            }
        }
    }

    fn plane(&mut self, run: RunId) -> Result<&mut Plane, Refusal> {
        match &mut self.0 {
            Some((open, plane)) if *open == run => Ok(plane),
            _ => Err(gone()),
        }
    }
}
