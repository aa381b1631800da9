//! What does this machine say, without any browser?

use std::time::Duration;

use normie_descent::card::{Format, FromPainter, Painter, Sending, ToPainter};
use normie_descent::link::decode;
use normie_descent::protocol::{FromWorker, RunId, ToWorker};
use normie_descent::session::Session;

use crate::page::Page;
use crate::site::Outcome;

/// What this machine would send for the answers in a link to a page at `root`.
///
/// # Errors
/// When it is no link with answers.
pub fn natively(link: &str, root: &str) -> Outcome<Sending> {
    let shared = decode(link.split_once('#').ok_or("the link has no fragment")?.1)?;
    let (answers, run) = (shared.answers, RunId(1));
    let mut session = Session::default();
    let FromWorker::Prepared { people } = session.handle(ToWorker::Prepare).message else {
        return Err("no crowd".into());
    };
    let FromWorker::Scored { reading, told, .. } = session.handle(ToWorker::Score { run, answers }).message
    else {
        return Err("no reading".into());
    };
    let mut year = session.handle(ToWorker::OpenYear { run, answers });
    while let FromWorker::YearOpening { .. } = year.message {
        year = session.handle(ToWorker::AdvanceYear { run, days: 1 });
    }
    let FromWorker::Year { frame, .. } = year.message else { return Err("no map".into()) };
    Ok(Sending {
        crowd: year.arrays.into_iter().next().unwrap_or_default(),
        you: Some(frame.lives[0].you),
        explanation: Some(told.explanation),
        root: root.to_owned(),
        ..Sending::of(&reading, answers, shared.guess, people)
    })
}

impl Page {
    /// Waits for the card that this machine draws of `sending`, to the byte.
    ///
    /// # Errors
    /// When another card stays, or none appears.
    pub async fn draws_the_card_of(&self, sending: Sending) -> Outcome<()> {
        // The map stands by then, so whatever is shown shows it.
        self.find(".today .in-words p").await?;
        let mut painter = Painter::default();
        painter.handle(ToPainter::Tell(Box::new(sending)));
        let FromPainter::Drawn(native) = painter.handle(ToPainter::Draw(Format::Wide)) else {
            return Err("no card".into());
        };
        let mut drawn = Vec::new();
        for _ in 0..50 {
            drawn = self.fetched(&self.attribute("[data-value=card]", "src").await?).await?;
            if drawn == native {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Err(format!("{} bytes here, {} natively, or others", drawn.len(), native.len()).into())
    }
}
