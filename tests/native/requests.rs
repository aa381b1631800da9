//! Requests that several tests send to a worker.

use normie_descent::protocol::{FromWorker, RunId, ToWorker};
use normie_descent::session::Session;
use quiz::questionnaire::{Answers, Response, SET_1};

/// The run that messages are about.
pub(crate) const RUN: RunId = RunId(1);

/// All answered.
pub(crate) fn answers() -> Answers {
    Answers::of(&SET_1, |q| Response::new((q * 3) % 5))
}

/// Why this is refused.
pub(crate) fn refusal(session: &mut Session, message: ToWorker) -> String {
    match session.handle(message).message {
        FromWorker::Refused { sentence, .. } => sentence,
        other => panic!("answered {other:?}"),
    }
}
