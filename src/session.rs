//! Replies of the workers, without a worker: a [`Session`] takes one [`ToWorker`] and gives one
//! [`Reply`]. It knows no browser and no clock, so conversations are scripted in native tests.

mod crowds;
mod lab;
mod landing;
mod plane;
mod reference_population;
mod refusal;
mod visit;

use crate::protocol::{FromWorker, LabRequest, Message, Reply, Request, RunId, ToWorker};
pub use landing::LandingSession;
use quiz::questionnaire::CURRENT;

use lab::Lab;
use refusal::{Refusal, checked, gone};
use visit::Visit;

/// Everything the worker keeps between two messages.
#[derive(Default)]
pub struct Session {
    visit: Visit,
    lab: Option<(RunId, Lab)>,
}

impl Session {
    /// Answers one message. Whatever is asked, nothing panics and nothing is lost: what cannot be done is refused
    /// with a sentence.
    pub fn handle(&mut self, message: ToWorker) -> Reply {
        let run = message.run();
        self.answer(message).unwrap_or_else(|sentence| FromWorker::refused(run, sentence).into())
    }

    fn answer(&mut self, message: ToWorker) -> Result<Reply, Refusal> {
        match message {
            ToWorker::Prepare => Ok(FromWorker::Prepared { people: self.visit.prepare() }.into()),
            ToWorker::Score { run, answers } => {
                self.visit.score_answers(run, &answers).map_err(|e| e.to_string())
            }
            ToWorker::Another { run, nth } => {
                let somebody = Box::new(self.visit.another(nth));
                Ok(FromWorker::Another { run, somebody }.into())
            }
            ToWorker::Compare { run, answers } => {
                let [alone, by_other] =
                    self.visit.compare(&answers).map_err(|e| e.to_string())?.map(Box::new);
                Ok(FromWorker::Compared { run, alone, by_other }.into())
            }
            ToWorker::OpenYear { run, answers } => self.visit.open_year(run, &answers),
            ToWorker::AdvanceYear { run, days } => {
                let days = checked(days)?;
                let advanced = self.visit.advance(run, days);
                // A world that could not be made is gone.
                let reply = advanced.map_err(|refusal| {
                    self.visit.close(run);
                    refusal.to_string()
                })?;
                reply.ok_or_else(gone)
            }
            ToWorker::Lab { run, ask } => self.answer_lab(run, ask),
            ToWorker::Close { run } => {
                self.lab.take_if(|(open, _)| *open == run);
                self.visit.close(run);
                Ok(FromWorker::Closed { run }.into())
            }
        }
    }

    fn answer_lab(&mut self, run: RunId, ask: LabRequest) -> Result<Reply, Refusal> {
        let Session { visit, lab } = self;
        match ask {
            LabRequest::Open { setting, plane, you } => {
                // The old world goes before the new one comes: together they might not fit.
                *lab = None;
                *lab = Some((run, Lab::open(*setting, plane, *you).map_err(|e| e.to_string())?));
                self.advance_lab(run, 0)
            }
            LabRequest::Advance { days } => self.advance_lab(run, checked(days)?),
            LabRequest::RotatePlane { plane } => open(lab, run)?.turn(run, plane).map_err(|e| e.to_string()),
            LabRequest::SetParams { params } => open(lab, run)?.rule(run, *params).map_err(|e| e.to_string()),
            LabRequest::SetObserver { you } => {
                open(lab, run)?.become_somebody(run, *you).map_err(|e| e.to_string())
            }
            LabRequest::Place { spot } => open(lab, run)?.place(run, spot).map_err(|e| e.to_string()),
            LabRequest::Inspect { person, said } => {
                let listens = if said { Some(visit.listener(CURRENT)) } else { visit.listening(CURRENT) };
                open(lab, run)?.meet(run, person, listens).map_err(|e| e.to_string())
            }
            LabRequest::Table { from } => open(lab, run)?.table(run, from),
        }
    }

    fn advance_lab(&mut self, run: RunId, days: u16) -> Result<Reply, Refusal> {
        let advanced = open(&mut self.lab, run)?.advance(run, days);
        // A world that could not be made is gone.
        advanced.map_err(|refusal| {
            self.lab = None;
            refusal.to_string()
        })
    }
}

/// The lab's world, if it is still this one.
fn open(lab: &mut Option<(RunId, Lab)>, run: RunId) -> Result<&mut Lab, Refusal> {
    match lab {
        Some((open, lab)) if *open == run => Ok(lab),
        _ => Err(gone()),
    }
}
