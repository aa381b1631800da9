//! How do words and bars fill lines?

use serde::{Deserialize, Serialize};

use super::canvas::Canvas;
use super::hand::{Hand, Hands};
use super::path::Path;
use crate::chart::Palette;

/// A piece of the sentence that explains somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Words everybody may read.
    Said(String),
    /// Words nobody may read: how many letters there are.
    Redacted {
        /// With the blanks between them.
        letters: u16,
    },
}

/// A bar is as long as its words, rounded up to so many letters: to the letter, its length would name them.
const COARSE: u16 = 4;

/// How long a bar may be.
const LONGEST: u16 = 60;

/// A word or a bar, and whether a blank goes before it.
enum Atom<'a> {
    Word(&'a str, bool),
    Bar(f32, bool),
}

/// Something at its place: a word, or a bar of this width.
struct Placed<'a> {
    line: usize,
    x: f32,
    word: Option<&'a str>,
    width: f32,
}

/// Writes parts in italics from the first line `y` on, as large as fits up to `size`, in at most `lines` lines of
/// width `room`; gives the line after the last.
pub(super) fn write(
    canvas: &mut Canvas,
    hands: &Hands,
    parts: &[Part],
    [x, y]: [f32; 2],
    (room, lines): (f32, usize),
    size: f32,
    inks: &Palette,
) -> f32 {
    let mut size = size;
    let mut placed = arranged(hands, parts, size, room);
    while last_line(&placed) >= lines && size > 12.0 {
        size -= 1.0;
        placed = arranged(hands, parts, size, room);
    }
    let leading = 1.36 * size;
    let (mut words, mut bars) = (Path::default(), Path::default());
    for item in &placed {
        let at = [x + item.x, y + leading * item.line as f32];
        match item.word {
            Some(word) => hands.write(&mut words, Hand::Italic, size, at, word),
            None => bars.rectangle([at[0] + 1.0, at[1] - 0.66 * size], [item.width - 2.0, 0.84 * size]),
        }
    }
    canvas.fill(&words, inks.ink, 255);
    canvas.fill(&bars, inks.ink, 255);
    y + leading * (last_line(&placed) + 1) as f32
}

fn last_line(placed: &[Placed]) -> usize {
    placed.last().map_or(0, |item| item.line)
}

fn arranged<'a>(hands: &Hands, parts: &'a [Part], size: f32, room: f32) -> Vec<Placed<'a>> {
    let width = |word: &str| hands.width(Hand::Italic, size, word);
    let (blank, letter) = (width(" "), 0.82 * width("n"));
    let mut placed = Vec::new();
    let (mut line, mut x) = (0, 0.0);
    for atom in atoms(parts) {
        let (word, mut wide, apart) = match atom {
            Atom::Word(word, apart) => (Some(word), width(word), apart),
            Atom::Bar(letters, apart) => (None, letters * letter, apart),
        };
        let mut gap = if apart && x > 0.0 { blank } else { 0.0 };
        // A bar begins where there is room for a piece of it, and goes on in the next line.
        let least = if word.is_some() { wide } else { wide.min(4.0 * letter) };
        if apart && x + gap + least > room {
            (line, x, gap) = (line + 1, 0.0, 0.0);
        }
        while word.is_none() && x + gap + wide > room {
            let piece = room - x - gap;
            placed.push(Placed { line, x: x + gap, word, width: piece });
            wide -= piece;
            (line, x, gap) = (line + 1, 0.0, 0.0);
        }
        placed.push(Placed { line, x: x + gap, word, width: wide });
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
                let letters = letters.clamp(&1, &LONGEST).next_multiple_of(COARSE);
                atoms.push(Atom::Bar(f32::from(letters), apart));
                apart = false;
            }
            Part::Said(text) => {
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

    fn said(text: &str) -> Part {
        Part::Said(text.to_owned())
    }

    #[test]
    fn nothing_leaves_the_column_and_commas_stay_with_their_bar() {
        let hands = Hands::new();
        let parts = [
            said("basically "),
            Part::Redacted { letters: 24 },
            said(", except they "),
            Part::Redacted { letters: 31 },
            said(" and "),
            Part::Redacted { letters: 60 },
            said("."),
        ];
        let placed = arranged(&hands, &parts, 30.0, 400.0);
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
        let hands = Hands::new();
        let width = |letters| {
            arranged(&hands, &[Part::Redacted { letters }], 30.0, 2_000.0)
                .iter()
                .map(|item| item.width)
                .sum::<f32>()
        };
        assert_eq!(width(21), width(24));
        assert!(width(25) > width(24));
        assert_eq!(width(60), width(9_000));
    }
}
