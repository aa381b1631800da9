//! What do words look like?
//!
//! Three faces under the SIL Open Font License, cut down to the characters of the Latin keyboard: Newsreader (display
//! and italic, The Newsreader Project Authors) and JetBrains Mono (The JetBrains Mono Project Authors). The
//! licence lies beside them.

use ttf_parser::{Face, GlyphId, OutlineBuilder};
use zeno::{Command, Vector};

use super::path::Path;

/// In which hand something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hand {
    /// Upright, for what is large.
    Display,
    /// For sentences.
    Italic,
    /// For margins.
    Mono,
}

/// The faces, ready to be written with.
pub(super) struct Hands([Face<'static>; 3]);

impl Hands {
    /// All three.
    pub fn new() -> Hands {
        const FILES: [&[u8]; 3] = [
            include_bytes!("type/display.ttf"),
            include_bytes!("type/italic.ttf"),
            include_bytes!("type/mono.ttf"),
        ];
        Hands(FILES.map(|file| Face::parse(file, 0).expect("the bundled faces are whole")))
    }

    /// How wide a text is at a size in pixels an em.
    pub fn width(&self, hand: Hand, size: f32, text: &str) -> f32 {
        self.each(hand, size, text, |_, _| {})
    }

    /// Adds a text to a path, beginning at `x`, on the line `y`. A character that the face does not have is left out.
    pub fn write(&self, path: &mut Path, hand: Hand, size: f32, [x, y]: [f32; 2], text: &str) {
        let face = &self.0[hand as usize];
        let scale = size / f32::from(face.units_per_em());
        self.each(hand, size, text, |glyph, along| {
            // A blank has no outline.
            let _ = face.outline_glyph(glyph, &mut Pen { path, scale, at: [x + along, y] });
        });
    }

    /// The largest size up to `size` at which a text is no wider than `room`.
    pub fn fitting(&self, hand: Hand, size: f32, text: &str, room: f32) -> f32 {
        let width = self.width(hand, size, text);
        if width > room { size * room / width } else { size }
    }

    /// Calls `then` with every glyph and where it begins; gives the width of all.
    fn each(&self, hand: Hand, size: f32, text: &str, mut then: impl FnMut(GlyphId, f32)) -> f32 {
        let face = &self.0[hand as usize];
        let scale = size / f32::from(face.units_per_em());
        let kern = face.tables().kern.and_then(|kern| kern.subtables.into_iter().next());
        let mut along = 0.0;
        let mut before = None;
        for glyph in text.chars().filter_map(|c| face.glyph_index(plain(c))) {
            if let (Some(kern), Some(before)) = (&kern, before) {
                along += scale * f32::from(kern.glyphs_kerning(before, glyph).unwrap_or(0));
            }
            then(glyph, along);
            along += scale * f32::from(face.glyph_hor_advance(glyph).unwrap_or(0));
            before = Some(glyph);
        }
        along
    }
}

/// Blanks that do not break are blanks.
fn plain(character: char) -> char {
    if matches!(character, '\u{a0}' | '\u{202f}') { ' ' } else { character }
}

/// Puts one glyph's outline, y up and in the face's units, onto the picture.
struct Pen<'a> {
    path: &'a mut Path,
    scale: f32,
    at: [f32; 2],
}

impl Pen<'_> {
    fn point(&self, x: f32, y: f32) -> Vector {
        Vector::new(self.at[0] + self.scale * x, self.at[1] - self.scale * y)
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.0.push(Command::MoveTo(self.point(x, y)));
    }
    fn line_to(&mut self, x: f32, y: f32) {
        self.path.0.push(Command::LineTo(self.point(x, y)));
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.path.0.push(Command::QuadTo(self.point(x1, y1), self.point(x, y)));
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.path.0.push(Command::CurveTo(self.point(x1, y1), self.point(x2, y2), self.point(x, y)));
    }
    fn close(&mut self) {
        self.path.0.push(Command::Close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_printable_character_of_the_keyboard_is_there_in_every_face() {
        let hands = Hands::new();
        for hand in [Hand::Display, Hand::Italic, Hand::Mono] {
            for character in (' '..='~').chain("\u{2019}\u{201c}\u{201d}\u{2013}\u{2026}\u{b7}".chars()) {
                let there = hands.0[hand as usize].glyph_index(character).is_some();
                assert!(there, "{hand:?} {character}");
            }
        }
    }

    #[test]
    fn pairs_are_kerned_and_a_text_can_be_made_to_fit() {
        let hands = Hands::new();
        let width = |text| hands.width(Hand::Display, 100.0, text);
        assert!(width("To") < width("T") + width("o"));
        let size = hands.fitting(Hand::Display, 100.0, "one in more than 1000", 300.0);
        assert!((hands.width(Hand::Display, size, "one in more than 1000") - 300.0).abs() < 0.5);
        assert_eq!(hands.fitting(Hand::Display, 100.0, "12", 300.0), 100.0);
    }
}
