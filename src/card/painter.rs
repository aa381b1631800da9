//! What does a visitor send, and what is drawn and written for it?
//!
//! The painter's side of the conversation without the worker it lives in. It is loaded only when somebody wants to
//! share, so everything that only sharing needs is here and not in the page.

use serde::{Deserialize, Serialize};

use super::{Card, Format, Part, Telling, qr_svg, rarities};
use crate::explanation::{Explanation, Opening, Register, TYPICAL_SECONDS, Whom, label, phrase};
use crate::items::{Answers, SET_ID};
use crate::link::{Shared, Summary, encode, shell};
use crate::perplexity::Reading;
use crate::wording::one_in;

/// What the page asks of the painter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToPainter {
    /// What there is to share. Answer: [`FromPainter::Told`].
    Tell(Box<Sending>),
    /// A picture of it. Answer: [`FromPainter::Drawn`].
    Draw(Format),
}

/// What the painter answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FromPainter {
    /// What can be sent, literally.
    Told(Box<Told>),
    /// A picture: the bytes of a PNG file.
    Drawn(Vec<u8>),
    /// There is nothing to draw yet.
    Nothing,
}

/// A result in every form in which it can be sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The address.
    pub link: String,
    /// Numbers, coloured squares and the link.
    pub text: String,
    /// The same without squares.
    pub plain: String,
    /// What the picture shows, for those who cannot see it.
    pub alt: String,
    /// The link as a QR code in SVG.
    pub qr: String,
}

/// A result that may be sent, and how much of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sending {
    /// What was answered.
    pub answers: Answers,
    /// What was guessed beforehand.
    pub guess: Option<u8>,
    /// Identity bits, the visitor's and the median simulated person's.
    pub bits: [f64; 2],
    /// Simulated people who predict.
    pub people: u32,
    /// "Further out than *low* to *high* of 100 simulated people", if that can be told.
    pub further_than: Option<[u8; 2]>,
    /// Questions answered, each with the share of the crowd that gives the same answer.
    pub shares: Vec<(u8, f64)>,
    /// The sentence that explains them, if there is one.
    pub explanation: Option<Explanation>,
    /// The crowd on the flat map: x, y, x, y ….
    pub crowd: Vec<f32>,
    /// Where the visitor stands on it.
    pub you: Option<[f32; 2]>,
    /// Where the page lives, ending in a slash.
    pub root: String,
    /// Whether the page has a folder for each decile.
    pub shells: bool,
    /// Whether the answers are sent, too, so that they can be compared.
    pub with_answers: bool,
}

impl Sending {
    /// What `reading` says of these answers, numbers only; `people` predict. Sentence, map and address are for the
    /// page to add.
    pub fn of(reading: &Reading, answers: Answers, guess: Option<u8>, people: u32) -> Sending {
        Sending {
            answers,
            guess,
            bits: [reading.identity_bits, reading.median_bits],
            people,
            further_than: reading.is_placed().then_some(reading.further_than),
            shares: reading.answers.iter().map(|answer| (answer.question, answer.share)).collect(),
            explanation: None,
            crowd: Vec::new(),
            you: None,
            root: String::new(),
            shells: false,
            with_answers: false,
        }
    }

    /// The address to send: with the answers, or with the numbers only.
    pub fn link(&self) -> String {
        let Sending { answers, guess, further_than, .. } = *self;
        let folder = further_than.filter(|_| self.shells).map_or(String::new(), shell);
        let code = if self.with_answers {
            encode(&Shared { answers, guess })
        } else {
            let seconds = self.explanation.as_ref().map(Explanation::seconds);
            Summary::new(answers.count(), guess, further_than, self.bits[0], seconds).encode()
        };
        format!("{}{folder}#{code}", self.root)
    }

    /// The page's address as one reads it out.
    fn site(&self) -> String {
        let root = self.root.split_once("://").map_or(self.root.as_str(), |(_, rest)| rest);
        root.trim_end_matches('/').to_owned()
    }

    /// Seconds to explain the visitor, and the median simulated person.
    fn seconds(&self) -> Option<[u16; 2]> {
        let whole = |seconds: f64| libm::round(seconds).clamp(1.0, 999.0) as u16;
        Some([whole(self.explanation.as_ref()?.seconds()), whole(TYPICAL_SECONDS)])
    }

    /// The sentence, with bars over everything that tells a belief unless the answers are sent, too.
    fn sentence(&self) -> Vec<Part> {
        let Some(explanation) = &self.explanation else { return Vec::new() };
        let spoken = explanation.spoken(Whom::They);
        if self.with_answers {
            return vec![Part::Said(spoken.concat())];
        }
        let opening = match explanation.opening {
            Opening::Crowd(prototype) | Opening::Friend(Some(prototype)) => {
                label(prototype, Register::Person)
            }
            Opening::Friend(None) => "",
        };
        let told =
            core::iter::once(opening).chain(explanation.clauses.iter().map(|clause| phrase(clause.side)));
        spoken.iter().zip(told).flat_map(|(part, told)| redacted(part, told)).collect()
    }

    fn card(&self) -> Card {
        Card {
            set: SET_ID,
            seconds: self.seconds(),
            sentence: self.sentence(),
            perplexity: self.bits.map(|bits| one_in(bits, self.people)),
            further_than: self.further_than,
            rarities: rarities(&self.shares),
            crowd: self.crowd.clone(),
            you: self.you,
            site: self.site(),
        }
    }

    fn told(&self) -> Told {
        let link = self.link();
        let telling = Telling {
            seconds: self.seconds(),
            perplexity: self.bits.map(|bits| one_in(bits, self.people)),
            further_than: self.further_than,
            guess: self.guess,
            rarities: rarities(&self.shares),
            link: link.clone(),
        };
        let qr = qr_svg(&link).unwrap_or_default();
        Told { text: telling.text(true), plain: telling.text(false), alt: self.card().alt(), qr, link }
    }
}

/// A part of the sentence with a bar over the words that tell.
fn redacted(part: &str, told: &str) -> [Part; 3] {
    let (before, after) = part.split_once(told).unwrap_or(("", ""));
    let letters = told.chars().count().min(999) as u16;
    [Part::Said(before.to_owned()), Part::Redacted { letters }, Part::Said(after.to_owned())]
}

/// Keeps what was last told.
#[derive(Default)]
pub struct Painter(Option<Box<Sending>>);

impl Painter {
    /// Answers one message.
    pub fn handle(&mut self, message: ToPainter) -> FromPainter {
        match message {
            ToPainter::Tell(sending) => FromPainter::Told(Box::new(self.0.insert(sending).told())),
            ToPainter::Draw(format) => match &self.0 {
                Some(sending) => FromPainter::Drawn(sending.card().draw(format)),
                None => FromPainter::Nothing,
            },
        }
    }
}
