//! Requests that several tests send to a worker.

use normie_descent::protocol::{FromWorker, RunId, ToWorker};
use normie_descent::session::Session;
use quiz::questionnaire::{Answers, Response, SET_2};

/// The run that messages are about.
pub(crate) const RUN: RunId = RunId(1);

/// Every third question answered.
pub(crate) fn answers() -> Answers {
    Answers::of(&SET_2, |q| Response::new((q * 3) % 5).filter(|_| q % 3 == 0 && q < 101))
}

/// Why this is refused.
pub(crate) fn refusal(session: &mut Session, message: ToWorker) -> String {
    match session.handle(message).message {
        FromWorker::Refused { sentence, .. } => sentence,
        other => panic!("answered {other:?}"),
    }
}
