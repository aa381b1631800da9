//! Share cards and previews of links, as PNG files.
//!
//! Cards are rasterized and encoded without a browser's canvas, so that a card has the same bytes natively and in every
//! engine: zeno fills outlines in fixed point, transcendental functions come from `libm`, colours are blended in integers,
//! and `miniz_oxide` compresses without SIMD.
//!
//! | file | what it does |
//! |---|---|
//! | `canvas`, `path` | software rasterizer; vector outlines |
//! | `fonts`, `frame` | text in three bundled typefaces; the layout that all cards share |
//! | `map` | contour map of the crowd |
//! | `text_layout` | line breaking of text with redaction bars |
//! | `rarity`, `rarity_marks` | rarity classes of answers; their marks |
//! | `wide`, `tall` | the two cards |
//! | `previews` | preview images of links |
//! | `text_version` | alternative text, and the message that is shared |
//! | `png`, `qr` | PNG encoder; QR codes as SVG |
//!
//! # Examples
//!
//! ```
//! use picture::card::{Card, Format, Part, Rarity};
//!
//! let card = Card {
//!     set: 2,
//!     seconds: Some([14, 4]),
//!     sentence: vec![Part::Text("basically ".to_owned()), Part::Redacted { letters: 24 }],
//!     perplexity: ["one in 72".to_owned(), "one in 46".to_owned()],
//!     perplexity_range: Some("40 to 120".to_owned()),
//!     further_than: Some([70, 92]),
//!     rarities: [vec![Rarity::Rare], vec![Rarity::Common], Vec::new()],
//!     crowd: vec![0.0, 0.0, 0.5, -0.5],
//!     you: vec![[1.0, 0.5], [1.2, 0.3]],
//!     site: "example.org".to_owned(),
//! };
//! let file = card.draw(Format::Wide);
//! assert_eq!(&file[1..4], b"PNG");
//! assert!(card.alt().contains("14 seconds"));
//! ```

mod canvas;
mod content;
mod fonts;
mod frame;
mod map;
mod path;
mod png;
mod previews;
mod qr;
mod rarity;
mod rarity_marks;
mod tall;
mod text_layout;
mod text_version;
mod wide;

pub use content::{Card, Format};
pub use previews::{Preview, preview};
pub use qr::qr_svg;
pub use rarity::{MOST_SHOWN, Rarity, rarities};
pub use text_layout::Part;
pub use text_version::ShareMessage;

impl Card {
    /// Draws the card; returns the bytes of a PNG file of [`Format::size`].
    pub fn draw(&self, format: Format) -> Vec<u8> {
        let frame = match format {
            Format::Wide => wide::draw(self),
            Format::Tall => tall::draw(self),
        };
        png::encode(&frame.canvas, &frame.palette)
    }
}
