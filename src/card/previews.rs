//! What does a link show before anybody opens it?

use super::hand::Hand;
use super::path::Path;
use super::sheet::Sheet;
use super::wide::VIEW;
use super::{Format, png};

/// A page of its own that stands for many links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preview {
    /// The page itself.
    Landing,
    /// Somebody's result: further out than 0, 10 … or 90 of 100 simulated people, and nothing else.
    Decile(u8),
}

/// The picture of a preview, 1200 × 630, as the bytes of a PNG file.
pub fn preview(which: Preview, crowd: &[f32], site: &str) -> Vec<u8> {
    let sheet = match which {
        Preview::Landing => landing(crowd, site),
        Preview::Decile(tens) => decile(tens, crowd, site),
    };
    png::encode(&sheet.canvas, &sheet.inks)
}

const LEFT: f32 = 66.0;
const ROOM: f32 = 590.0;

fn land(crowd: &[f32], site: &str) -> Sheet {
    let mut sheet = Sheet::new(Format::Wide.size());
    sheet.land(&VIEW, crowd);
    VIEW.draw_names(&mut sheet.canvas, &sheet.hands, None, &sheet.inks);
    let (ink, faint) = (sheet.inks.ink, sheet.inks.faint);
    sheet.write_over(Hand::Mono, 19.0, [LEFT, 76.0], "belief space \u{b7} sheet 1", faint);
    sheet.write_to(Hand::Mono, 21.0, [1134.0, 578.0], site, ink);
    sheet
}

fn landing(crowd: &[f32], site: &str) -> Sheet {
    let mut sheet = land(crowd, site);
    let (ink, faint) = (sheet.inks.ink, sheet.inks.faint);
    for (line, y) in [("normie", 220.0), ("descent", 338.0)] {
        sheet.write(Hand::Display, 136.0, [LEFT - 5.0, y], line, ink);
    }
    for (line, y) in [("how long does it take to explain you", 412.0), ("to a simulated crowd?", 456.0)] {
        sheet.write(Hand::Italic, 36.0, [LEFT, y], line, faint);
    }
    sheet.write(Hand::Display, 31.0, [LEFT, 578.0], "24 questions. nothing leaves the browser.", ink);
    sheet
}

fn decile(tens: u8, crowd: &[f32], site: &str) -> Sheet {
    let mut sheet = land(crowd, site);
    let (ink, faint, you) = (sheet.inks.ink, sheet.inks.faint, sheet.inks.you);
    let (before, number, after) = match tens {
        0 => (
            "someone is",
            "in the thick of it".to_owned(),
            "among simulated people. we don\u{2019}t know who.",
        ),
        _ => (
            "someone is further out than about",
            format!("{tens} of 100"),
            "simulated people. we don\u{2019}t know who.",
        ),
    };
    sheet.write(Hand::Italic, 36.0, [LEFT, 150.0], before, faint);
    let size = sheet.hands.fitting(Hand::Display, 150.0, &number, ROOM);
    sheet.write(Hand::Display, size, [LEFT - 5.0, 280.0], &number, ink);
    sheet.write(Hand::Italic, 36.0, [LEFT, 336.0], after, faint);
    // Ten people of a hundred a mark; the hot one is somebody.
    let (mut others, mut one) = (Path::default(), Path::default());
    for at in 0..10u8 {
        let centre = [LEFT + 22.0 + 52.0 * f32::from(at), 428.0];
        if at * 10 == tens { one.star(centre, 26.0) } else { others.circle(centre, 8.0) }
    }
    sheet.canvas.fill(&others, ink, 255);
    sheet.canvas.fill(&one, you, 255);
    sheet.write(Hand::Display, 40.0, [LEFT, 578.0], "and you?", ink);
    sheet
}
