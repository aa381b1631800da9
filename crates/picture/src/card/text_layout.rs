//! Line breaking of text with redaction bars.

use serde::{Deserialize, Serialize};

use super::canvas::Canvas;
use super::fonts::{Fonts, Typeface};
use super::path::Path;
use crate::chart::Palette;

/// Part of the sentence that explains a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Text in the clear.
    Text(String),
    /// Redacted text, of which only the length is known.
    Redacted {
        /// Number of characters, spaces included.
        letters: u16,
    },
}

/// Redaction bars are rounded up to multiples of so many letters: an exact length would identify the words.
const BAR_STEP: u16 = 4;

/// Longest redaction bar, in letters.
const MAX_BAR: u16 = 60;

/// Unbreakable unit of layout: a word, or a bar of so many letters; and whether a space precedes it.
enum Atom<'a> {
    Word(&'a str, bool),
    Bar(f32, bool),
}

/// Positioned word (or redaction bar, where `word` is `None`): its line, and its offset and width in pixels.
struct Run<'a> {
    line: usize,
    x: f32,
    word: Option<&'a str>,
    width: f32,
}

/// Writes parts in italics from the baseline `y` on, in at most `lines` lines of `room` pixels, at the largest size up to
/// `size` pixels per em that fits (at least 12). Returns the baseline after the last line.
pub(super) fn write(
    canvas: &mut Canvas,
    fonts: &Fonts,
    parts: &[Part],
    [x, y]: [f32; 2],
    (room, lines): (f32, usize),
    size: f32,
    palette: &Palette,
) -> f32 {
    let mut size = size;
    let mut placed = lay_out(fonts, parts, size, room);
    while last_line(&placed) >= lines && size > 12.0 {
        size -= 1.0;
        placed = lay_out(fonts, parts, size, room);
    }
    let leading = 1.36 * size;
    let (mut words, mut bars) = (Path::default(), Path::default());
    for item in &placed {
        let at = [x + item.x, y + leading * item.line as f32];
        match item.word {
            Some(word) => fonts.write(&mut words, Typeface::Italic, size, at, word),
            None => bars.rectangle([at[0] + 1.0, at[1] - 0.66 * size], [item.width - 2.0, 0.84 * size]),
        }
    }
    canvas.fill(&words, palette.ink, 255);
    canvas.fill(&bars, palette.ink, 255);
    y + leading * (last_line(&placed) + 1) as f32
}

fn last_line(placed: &[Run]) -> usize {
    placed.last().map_or(0, |item| item.line)
}

fn lay_out<'a>(fonts: &Fonts, parts: &'a [Part], size: f32, room: f32) -> Vec<Run<'a>> {
    let width = |word: &str| fonts.width(Typeface::Italic, size, word);
    let (blank, letter) = (width(" "), 0.82 * width("n"));
    let mut placed = Vec::new();
    let (mut line, mut x) = (0, 0.0);
    for atom in atoms(parts) {
        let (word, mut wide, apart) = match atom {
            Atom::Word(word, apart) => (Some(word), width(word), apart),
            Atom::Bar(letters, apart) => (None, letters * letter, apart),
        };
        let mut gap = if apart && x > 0.0 { blank } else { 0.0 };
        // A bar starts where part of it fits, and continues on the next line.
        let least = if word.is_some() { wide } else { wide.min(4.0 * letter) };
        if apart && x + gap + least > room {
            (line, x, gap) = (line + 1, 0.0, 0.0);
        }
        while word.is_none() && x + gap + wide > room {
            let piece = room - x - gap;
            placed.push(Run { line, x: x + gap, word, width: piece });
            wide -= piece;
            (line, x, gap) = (line + 1, 0.0, 0.0);
        }
        placed.push(Run { line, x: x + gap, word, width: wide });
        x += gap + wide;
    }
    placed
}

fn atoms(parts: &[Part]) -> Vec<Atom<'_>> {
    let mut atoms = Vec::new();
    let mut apart = false;
    for part in parts {
        match part {
            Part::Redacted { letters: 0 } => {}
            Part::Redacted { letters } => {
                let letters = letters.clamp(&1, &MAX_BAR).next_multiple_of(BAR_STEP);
                atoms.push(Atom::Bar(f32::from(letters), apart));
                apart = false;
            }
            Part::Text(text) => {
                for (at, word) in text.split(' ').enumerate() {
                    apart |= at > 0;
                    if !word.is_empty() {
                        atoms.push(Atom::Word(word, apart));
                        apart = false;
                    }
                }
            }
        }
    }
    atoms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Part {
        Part::Text(text.to_owned())
    }

    #[test]
    fn nothing_leaves_the_column_and_commas_stay_with_their_bar() {
        let fonts = Fonts::new();
        let parts = [
            text("basically "),
            Part::Redacted { letters: 24 },
            text(", except they "),
            Part::Redacted { letters: 31 },
            text(" and "),
            Part::Redacted { letters: 60 },
            text("."),
        ];
        let placed = lay_out(&fonts, &parts, 30.0, 400.0);
        let comma = placed.iter().position(|item| item.word == Some(",")).expect("there is one");
        assert_eq!(placed[comma].line, placed[comma - 1].line);
        assert!((placed[comma].x - placed[comma - 1].x - placed[comma - 1].width).abs() < 1e-3);
        for item in placed.iter().filter(|item| item.word != Some(",") && item.word != Some(".")) {
            assert!(item.x + item.width <= 400.5, "{}", item.x + item.width);
        }
        assert!(last_line(&placed) >= 3);
    }

    #[test]
    fn bars_of_about_the_same_length_look_the_same() {
        let fonts = Fonts::new();
        let width = |letters| {
            lay_out(&fonts, &[Part::Redacted { letters }], 30.0, 2_000.0)
                .iter()
                .map(|item| item.width)
                .sum::<f32>()
        };
        assert_eq!(width(21), width(24));
        assert!(width(25) > width(24));
        assert_eq!(width(60), width(9_000));
    }
}
