//! What picture goes with a shared result?
//!
//! Pixels and PNG without a browser's canvas, so that the same card has the same bytes natively and in every
//! engine: outlines are filled by zeno in fixed point, curves and roots come from `libm`, colours are mixed in whole
//! numbers, and the bytes are packed by miniz_oxide without lanes.
//!
//! | file | what it does |
//! |---|---|
//! | `canvas`, `path` | pixels; outlines to fill and to follow |
//! | `hand`, `sheet` | words in one of three bundled faces; the frame around them |
//! | `land` | the crowd as a map |
//! | `flow` | words and redacted bars in lines |
//! | `marks` | the strip of rarities |
//! | `wide`, `tall` | the two cards |
//! | `previews` | what a link shows before anybody opens it |
//! | `painter` | what the page asks, and what it gets |
//! | `words` | the same in words: to be read aloud, to be sent |
//! | `png`, `qr` | bytes of a picture; squares of a QR code |

mod canvas;
mod flow;
mod hand;
mod land;
mod marks;
mod painter;
mod path;
mod png;
mod previews;
mod qr;
mod rarity;
mod sheet;
mod tall;
mod wide;
mod words;

pub use flow::Part;
pub use painter::{FromPainter, Painter, Sending, ToPainter, Told};
pub use previews::{Preview, preview};
pub use qr::qr_svg;
pub use rarity::{Rarity, rarities};
pub use words::Telling;

use serde::{Deserialize, Serialize};

/// What a card shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Set of questions.
    pub set: u8,
    /// Seconds to explain the person, and the median simulated person.
    pub seconds: Option<[u16; 2]>,
    /// The sentence that explains them; empty where there is none.
    pub sentence: Vec<Part>,
    /// "one in 72", the person's and the median simulated person's.
    pub perplexity: [String; 2],
    /// "Further out than *low* to *high* of 100 simulated people."
    pub further_than: Option<[u8; 2]>,
    /// Three unlabelled themes, sorted by rarity.
    pub rarities: [Vec<Rarity>; 3],
    /// The crowd on the flat map: x, y, x, y … in standard deviations of the first direction.
    pub crowd: Vec<f32>,
    /// Where the person stands on it.
    pub you: Option<[f32; 2]>,
    /// The page's address as one would read it out.
    pub site: String,
}

/// What the picture is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// 1200 × 630: link previews and chats.
    Wide,
    /// 1080 × 1920: a telephone's whole screen.
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

impl Card {
    /// The card as the bytes of a PNG file.
    pub fn draw(&self, format: Format) -> Vec<u8> {
        let sheet = match format {
            Format::Wide => wide::draw(self),
            Format::Tall => tall::draw(self),
        };
        png::encode(&sheet.canvas, &sheet.inks)
    }
}
