//! Bundled fonts: widths and outlines of text.
//!
//! Three faces under the SIL Open Font License, cut down to the characters of the Latin keyboard: Newsreader (display
//! and italic, The Newsreader Project Authors) and `JetBrains` Mono (The `JetBrains` Mono Project Authors). The
//! licence lies beside them.

use ttf_parser::{Face, GlyphId, OutlineBuilder};
use zeno::{Command, Vector};

use super::path::Path;

/// A bundled typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typeface {
    /// Newsreader Display, upright: headings and numbers.
    Display,
    /// Newsreader Italic: sentences.
    Italic,
    /// `JetBrains` Mono: the margin.
    Mono,
}

/// The three bundled typefaces, parsed.
pub(super) struct Fonts([Face<'static>; 3]);

impl Fonts {
    /// Parses the bundled typefaces.
    pub(super) fn new() -> Fonts {
        const FILES: [&[u8]; 3] = [
            include_bytes!("typefaces/display.ttf"),
            include_bytes!("typefaces/italic.ttf"),
            include_bytes!("typefaces/mono.ttf"),
        ];
        Fonts(FILES.map(|file| Face::parse(file, 0).expect("the bundled faces are whole")))
    }

    /// Width of a text in pixels, at `size` pixels per em.
    pub(super) fn width(&self, typeface: Typeface, size: f32, text: &str) -> f32 {
        self.each(typeface, size, text, |_, _| {})
    }

    /// Adds the outlines of a text to a path, starting at `x` on the baseline `y`, in pixels. Characters that the typeface
    /// lacks are skipped.
    pub(super) fn write(&self, path: &mut Path, typeface: Typeface, size: f32, [x, y]: [f32; 2], text: &str) {
        let face = &self.0[typeface as usize];
        let scale = size / f32::from(face.units_per_em());
        self.each(typeface, size, text, |glyph, along| {
            // A space has no outline.
            let _ = face.outline_glyph(glyph, &mut Pen { path, scale, at: [x + along, y] });
        });
    }

    /// The largest size up to `size` at which a text is no wider than `room`.
    pub(super) fn fitting(&self, typeface: Typeface, size: f32, text: &str, room: f32) -> f32 {
        let width = self.width(typeface, size, text);
        if width > room { size * room / width } else { size }
    }

    /// Calls `then` with every glyph and its offset in pixels, kerning included; returns the width of the text.
    fn each(&self, typeface: Typeface, size: f32, text: &str, mut then: impl FnMut(GlyphId, f32)) -> f32 {
        let face = &self.0[typeface as usize];
        let scale = size / f32::from(face.units_per_em());
        let kern = face.tables().kern.and_then(|kern| kern.subtables.into_iter().next());
        let mut along = 0.0;
        let mut before = None;
        for glyph in text.chars().filter_map(|c| face.glyph_index(normalize_space(c))) {
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

/// Replaces non-breaking spaces by spaces.
fn normalize_space(character: char) -> char {
    if matches!(character, '\u{a0}' | '\u{202f}') { ' ' } else { character }
}

/// Transforms a glyph's outline from font units (y upwards) to pixels (y downwards).
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
        let fonts = Fonts::new();
        for typeface in [Typeface::Display, Typeface::Italic, Typeface::Mono] {
            for character in (' '..='~').chain("\u{2019}\u{201c}\u{201d}\u{2013}\u{2026}\u{b7}".chars()) {
                let there = fonts.0[typeface as usize].glyph_index(character).is_some();
                assert!(there, "{typeface:?} {character}");
            }
        }
    }

    #[test]
    fn pairs_are_kerned_and_a_text_can_be_made_to_fit() {
        let fonts = Fonts::new();
        let width = |text| fonts.width(Typeface::Display, 100.0, text);
        assert!(width("To") < width("T") + width("o"));
        let size = fonts.fitting(Typeface::Display, 100.0, "one in more than 1000", 300.0);
        assert!((fonts.width(Typeface::Display, size, "one in more than 1000") - 300.0).abs() < 0.5);
        assert_eq!(fonts.fitting(Typeface::Display, 100.0, "12", 300.0), 100.0);
    }
}
