//! The content of a card, and its formats.

use serde::{Deserialize, Serialize};

use super::rarity::Rarity;
use super::text_layout::Part;

/// Content of a card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Number of the question set.
    pub set: u8,
    /// Seconds to explain the person, and to explain the median simulated person.
    pub seconds: Option<[u16; 2]>,
    /// Sentence that explains the person; empty where there is none.
    pub sentence: Vec<Part>,
    /// Perplexity as text ("one in 72"): the person's, and the median simulated person's.
    pub perplexity: [String; 2],
    /// Range of the person's perplexity as text that continues "one in" ("40 to 120").
    pub perplexity_range: Option<String>,
    /// Percentile range, 0 to 100: further out than *low* to *high* of 100 simulated people; `None` where it is unknown, as
    /// for a careless respondent.
    pub further_than: Option<[u8; 2]>,
    /// Rarity classes of the rarest answers in each of three unlabelled groups of subjects, rarest first, at most eight of
    /// each.
    pub rarities: [Vec<Rarity>; 3],
    /// The crowd on the map: x, y, x, y … in standard deviations of the first principal component.
    pub crowd: Vec<f32>,
    /// Coordinates on the map where the person may be, in the same unit, up to twelve; none where they are unknown.
    pub you: Vec<[f32; 2]>,
    /// The page's address without scheme and trailing slash.
    pub site: String,
}

/// Size of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// 1200 × 630: link previews and chats.
    Wide,
    /// 1080 × 1920: the full screen of a telephone.
    Tall,
}

impl Format {
    /// Width and height in pixels.
    pub fn size(self) -> [u32; 2] {
        match self {
            Format::Wide => [1200, 630],
            Format::Tall => [1080, 1920],
        }
    }
}
