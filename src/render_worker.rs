//! The render worker's side of sharing: texts, links and card images of a result.
//!
//! This is the logic of the worker without its message port. The worker is loaded only when a visitor shares, so everything
//! that only sharing needs is here and not in the page.

use serde::{Deserialize, Serialize};

use link::{SharedResult, Summary, encode, preview_page};
use picture::card::{Card, Format, Part, ShareMessage, qr_svg, rarities};
use quiz::cluster_names::{Register, label};
use quiz::explanation::{Explanation, SentenceOpening, Whom};
use quiz::format::{one_in, one_in_range};
use quiz::questionnaire::{Answers, QuestionSet};
use quiz::scoring::Score;

/// Request of the page to the render worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RenderRequest {
    /// Sets the result to share. Reply: [`RenderReply::Texts`].
    SetResult(Box<ShareRequest>),
    /// Draws its card. Reply: [`RenderReply::Png`], or [`RenderReply::Nothing`] before a result is set.
    Draw(Format),
}

/// Reply of the render worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RenderReply {
    /// The texts that can be shared, verbatim.
    Texts(Box<ShareTexts>),
    /// The card: the bytes of a PNG file.
    Png(Vec<u8>),
    /// No result has been set.
    Nothing,
}

/// A result in every text form in which it can be shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShareTexts {
    /// The link.
    pub link: String,
    /// Message with numbers, coloured squares and the link.
    pub text: String,
    /// Message with numbers and the link, without squares.
    pub plain: String,
    /// Alternative text of the card.
    pub alt: String,
    /// The link as a QR code in SVG.
    pub qr: String,
}

/// A result to share, and how much of it is shared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShareRequest {
    /// The visitor's answers.
    pub answers: Answers,
    /// The visitor's guess before the quiz: how many of 100 are weirder.
    pub guess: Option<u8>,
    /// Surprisal by likeness, bits: the visitor's, and the median simulated person's.
    pub surprisals: [f64; 2],
    /// Range of the visitor's, bits.
    pub surprisal_range: [f64; 2],
    /// Seconds to explain the median simulated person who answered the same questions, if known.
    pub median_seconds: Option<f64>,
    /// Percentile range, 0 to 100: further out than *low* to *high* of 100 simulated people; `None` if unknown.
    pub further_than: Option<[u8; 2]>,
    /// Questions that were answered, each with the share of the crowd that gives the same answer.
    pub shares: Vec<(u8, f64)>,
    /// Sentence that explains the visitor, if there is one.
    pub explanation: Option<Explanation>,
    /// The crowd on the map: x, y, x, y ….
    pub crowd: Vec<f32>,
    /// Where the visitor may be on the map.
    pub you: Vec<[f32; 2]>,
    /// Base address of the page, ending in a slash.
    pub root: String,
    /// Whether the page has a preview page for each decile.
    pub preview_pages: bool,
    /// Whether the answers are shared, too, so that two results can be compared.
    pub with_answers: bool,
}

impl ShareRequest {
    /// The numbers of `score`, a score of these answers. The page adds sentence, map and address.
    pub fn of(score: &Score, answers: Answers, guess: Option<u8>) -> ShareRequest {
        ShareRequest {
            answers,
            guess,
            surprisals: [score.surprisal, score.median_surprisal],
            surprisal_range: score.surprisal_range,
            median_seconds: None,
            further_than: score.is_placed().then_some(score.further_than),
            shares: score.answers.iter().map(|answer| (answer.question, answer.share)).collect(),
            explanation: None,
            crowd: Vec::new(),
            you: Vec::new(),
            root: String::new(),
            preview_pages: false,
            with_answers: false,
        }
    }

    /// The question set.
    fn set(&self) -> &'static QuestionSet {
        self.answers.set()
    }

    /// The link to share: with the answers, or with the numbers only.
    pub fn link(&self) -> String {
        let ShareRequest { answers, guess, further_than, .. } = *self;
        let folder = further_than.filter(|_| self.preview_pages).map_or(String::new(), preview_page);
        let code = if self.with_answers {
            encode(&SharedResult { answers, guess })
        } else {
            let seconds = self.explanation.as_ref().map(Explanation::seconds);
            let [surprisal, _] = self.surprisals;
            let range = self.surprisal_range;
            Summary::new(self.set(), answers.count(), guess, further_than, surprisal, range, seconds).encode()
        };
        format!("{}{folder}#{code}", self.root)
    }

    /// The page's address without scheme and trailing slash.
    fn site(&self) -> String {
        let root = self.root.split_once("://").map_or(self.root.as_str(), |(_, rest)| rest);
        root.trim_end_matches('/').to_owned()
    }

    /// Seconds to explain the visitor, and to explain the median simulated person.
    fn seconds(&self) -> Option<[u16; 2]> {
        let whole = |seconds: f64| libm::round(seconds).clamp(1.0, 999.0) as u16;
        Some([whole(self.explanation.as_ref()?.seconds()), whole(self.median_seconds?)])
    }

    /// The sentence; everything that reveals a belief is redacted unless the answers are shared.
    fn sentence(&self) -> Vec<Part> {
        let Some(explanation) = &self.explanation else { return Vec::new() };
        let spoken = explanation.spoken(Whom::They);
        if self.with_answers {
            return vec![Part::Text(spoken.concat())];
        }
        let opening = match explanation.opening {
            SentenceOpening::Crowd(prototype) | SentenceOpening::Friend(Some(prototype)) => {
                label(prototype, Register::Person)
            }
            SentenceOpening::Friend(None) => "",
        };
        let clauses = explanation.clauses.iter().map(|clause| explanation.set.phrase(clause.side));
        let phrases = core::iter::once(opening).chain(clauses);
        spoken.iter().zip(phrases).flat_map(|(part, phrase)| redacted(part, phrase)).collect()
    }

    fn card(&self) -> Card {
        Card {
            set: self.set().id(),
            seconds: self.seconds(),
            sentence: self.sentence(),
            perplexity: self.surprisals.map(one_in),
            perplexity_range: Some(one_in_range(self.surprisal_range)),
            further_than: self.further_than,
            rarities: rarities(self.set(), &self.shares),
            crowd: self.crowd.clone(),
            you: self.you.clone(),
            site: self.site(),
        }
    }

    fn texts(&self) -> ShareTexts {
        let link = self.link();
        let message = ShareMessage {
            seconds: self.seconds(),
            perplexity: self.surprisals.map(one_in),
            perplexity_range: Some(one_in_range(self.surprisal_range)),
            further_than: self.further_than,
            guess: self.guess,
            rarities: rarities(self.set(), &self.shares),
            link: link.clone(),
        };
        let qr = qr_svg(&link).unwrap_or_default();
        ShareTexts { text: message.text(true), plain: message.text(false), alt: self.card().alt(), qr, link }
    }
}

/// Splits a part of the sentence, and redacts the phrase that reveals a belief.
fn redacted(part: &str, phrase: &str) -> [Part; 3] {
    let (before, after) = part.split_once(phrase).unwrap_or(("", ""));
    let letters = phrase.chars().count().min(999) as u16;
    [Part::Text(before.to_owned()), Part::Redacted { letters }, Part::Text(after.to_owned())]
}

/// Render worker, which keeps the last result to share.
#[derive(Default)]
pub struct RenderWorker(Option<Box<ShareRequest>>);

impl RenderWorker {
    /// Handles one request.
    pub fn handle(&mut self, message: RenderRequest) -> RenderReply {
        match message {
            RenderRequest::SetResult(request) => RenderReply::Texts(Box::new(self.0.insert(request).texts())),
            RenderRequest::Draw(format) => match &self.0 {
                Some(request) => RenderReply::Png(request.card().draw(format)),
                None => RenderReply::Nothing,
            },
        }
    }
}
