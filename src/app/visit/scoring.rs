//! Request of a visitor's score, sent once for reveal and result.

use std::rc::Rc;

use crate::protocol::{FromWorker, Reply, ScoreDetails, ToWorker};
use leptos::prelude::*;
use quiz::questionnaire::Answers;
use quiz::scoring::Score;

use super::VisitContext;

/// What the engine said.
pub struct Scored {
    /// What was answered.
    pub answers: Answers,
    /// The score.
    pub score: Score,
    /// The sentence.
    pub details: ScoreDetails,
    /// The crowd on the essay's plane: x, y, x, y ….
    pub spots: Vec<f32>,
    /// How many parts of the sentence each of them matches before one that they do not.
    pub matched: Vec<f32>,
}

/// A question to the engine, and what came of it.
#[derive(Clone, Copy)]
pub(super) struct Scoring {
    said: RwSignal<Option<Result<Rc<Scored>, String>>, LocalStorage>,
    app: VisitContext,
    answers: Answers,
}

impl Scoring {
    /// Asks, unless these very answers were the last that were asked about.
    pub(super) fn of(app: VisitContext, answers: Answers) -> Scoring {
        let known = app.scored.get_value().filter(|scored| scored.answers == answers);
        let scoring = Scoring { said: RwSignal::new_local(known.map(Ok)), app, answers };
        if scoring.said.with_untracked(Option::is_none) {
            scoring.ask();
        }
        scoring
    }

    /// Asks (again).
    pub(super) fn ask(self) {
        let Scoring { said, app, answers } = self;
        said.set(None);
        let run = app.worker().new_run();
        app.worker().ask(&ToWorker::Score { run, answers }, move |reply| {
            let heard = heard(reply, answers);
            app.scored.set_value(heard.as_ref().ok().cloned());
            // Nobody may be waiting any more.
            said.try_set(Some(heard));
        });
    }

    /// What the engine said, once it has; tracked.
    pub(super) fn get(self) -> Option<Result<Rc<Scored>, String>> {
        self.said.get()
    }
}

fn heard(reply: Reply, answers: Answers) -> Result<Rc<Scored>, String> {
    let mut arrays = reply.arrays.into_iter();
    match reply.message {
        FromWorker::Scored { score, details, .. } => Ok(Rc::new(Scored {
            answers,
            score: *score,
            details: *details,
            spots: arrays.next().unwrap_or_default(),
            matched: arrays.next().unwrap_or_default(),
        })),
        FromWorker::Refused { sentence, .. } => Err(sentence),
        _ => Err("the engine answered something else".to_owned()),
    }
}
