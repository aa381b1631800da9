//! The model's own answer on this machine, without any browser.

use link::decode;
use normie_descent::protocol::{FromWorker, RunId, ToWorker};
use normie_descent::render_worker::{RenderReply, RenderRequest, RenderWorker, ShareRequest};
use normie_descent::session::Session;
use picture::card::Format;

use crate::page::Page;
use crate::site::Outcome;
use crate::waiting::{PATIENCE, until};

/// What this machine would send for the answers in a link to a page at `root`.
///
/// # Errors
/// When it is no link with answers.
pub fn natively(link: &str, root: &str) -> Outcome<ShareRequest> {
    let shared = decode(link.split_once('#').ok_or("the link has no fragment")?.1)?;
    let (answers, run) = (shared.answers, RunId(1));
    let mut session = Session::default();
    let FromWorker::Prepared { people } = session.handle(ToWorker::Prepare).message else {
        return Err("no crowd".into());
    };
    let FromWorker::Scored { score, details, .. } = session.handle(ToWorker::Score { run, answers }).message
    else {
        return Err("no score".into());
    };
    let mut year = session.handle(ToWorker::OpenYear { run, answers });
    while let FromWorker::YearOpening { .. } = year.message {
        year = session.handle(ToWorker::AdvanceYear { run, days: 1 });
    }
    let FromWorker::Year { frame, .. } = year.message else { return Err("no map".into()) };
    Ok(ShareRequest {
        crowd: year.arrays.into_iter().next().unwrap_or_default(),
        you: Some(frame.outcomes[0].you),
        explanation: Some(details.explanation),
        root: root.to_owned(),
        ..ShareRequest::of(&score, answers, shared.guess, people)
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
