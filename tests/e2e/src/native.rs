//! The model's own answer on this machine, without any browser.

use link::decode;
use normie_descent::protocol::{FromWorker, MAX_DAYS, Reply, RunId, ToWorker, YearFrame};
use normie_descent::render_worker::{RenderReply, RenderRequest, RenderWorker, ShareRequest};
use normie_descent::session::Session;
use picture::card::Format;
use quiz::questionnaire::Answers;

use crate::page::Page;
use crate::site::Outcome;
use crate::waiting::{PATIENCE, until};

/// The run of a year.
const YEAR: RunId = RunId(2);

/// The surprisal of the answers in a link, to the last bit: an f64 in 16 hexadecimal digits, as a result has it.
///
/// # Errors
/// When it is no link with answers.
pub fn surprisal_bits(link: &str) -> Outcome<String> {
    let answers = decode(link.split_once('#').ok_or("the link has no fragment")?.1)?.answers;
    match Session::default().handle(ToWorker::Score { run: RunId(1), answers }).message {
        FromWorker::Scored { score, .. } => Ok(format!("{:016x}", score.surprisal.to_bits())),
        other => Err(format!("{other:?}").into()),
    }
}

/// The year on this machine, up to a day, of the answers in a link.
///
/// # Errors
/// When it is no link with answers.
pub fn year_until(link: &str, day: u16) -> Outcome<YearFrame> {
    let answers = decode(link.split_once('#').ok_or("the link has no fragment")?.1)?.answers;
    let mut session = Session::default();
    let (mut frame, _) = opened_year(&mut session, answers)?;
    while frame.report.day < day {
        let days = MAX_DAYS.min(day - frame.report.day);
        let reply = session.handle(ToWorker::AdvanceYear { run: YEAR, days });
        let FromWorker::Year { frame: later, .. } = reply.message else { return Err("no later day".into()) };
        frame = later;
    }
    Ok(frame)
}

/// Day 0 of a year, and its arrays.
fn opened_year(session: &mut Session, answers: Answers) -> Outcome<(YearFrame, Vec<Vec<f32>>)> {
    let mut reply = session.handle(ToWorker::OpenYear { run: YEAR, answers });
    while let FromWorker::YearOpening { .. } = reply.message {
        reply = session.handle(ToWorker::AdvanceYear { run: YEAR, days: 1 });
    }
    let Reply { message: FromWorker::Year { frame, .. }, arrays } = reply else {
        return Err("no year".into());
    };
    Ok((frame, arrays))
}

/// What this machine would send for the answers in a link to a page at `root`.
///
/// # Errors
/// When it is no link with answers.
pub fn natively(link: &str, root: &str) -> Outcome<ShareRequest> {
    let shared = decode(link.split_once('#').ok_or("the link has no fragment")?.1)?;
    let answers = shared.answers;
    let mut session = Session::default();
    let scored = session.handle(ToWorker::Score { run: RunId(1), answers });
    let FromWorker::Scored { score, details, .. } = scored.message else {
        return Err("no score".into());
    };
    let (frame, arrays) = opened_year(&mut session, answers)?;
    Ok(ShareRequest {
        crowd: arrays.into_iter().next().unwrap_or_default(),
        you: frame.report.outcomes[0].selves.clone(),
        explanation: Some(details.explanation),
        median_seconds: Some(details.median_seconds),
        root: root.to_owned(),
        ..ShareRequest::of(&score, answers, shared.guess)
    })
}

impl Page {
    /// Waits for the card that this machine draws of `request`, to the byte.
    ///
    /// # Errors
    /// When another card stays, or none appears.
    pub async fn draws_the_card_of(&self, request: ShareRequest) -> Outcome<()> {
        // The map stands by then, so whatever is shown shows it.
        self.year().map_in_words().appears().await?;
        let mut worker = RenderWorker::default();
        worker.handle(RenderRequest::SetResult(Box::new(request)));
        let RenderReply::Png(native) = worker.handle(RenderRequest::Draw(Format::Wide)) else {
            return Err("no card".into());
        };
        until(PATIENCE, async || {
            let drawn = self.fetched(&self.share().card().attribute("src").await?).await?;
            let differs = || format!("{} bytes here, {} natively, or others", drawn.len(), native.len());
            Ok(if drawn == native { Ok(()) } else { Err(differs()) })
        })
        .await
    }
}
