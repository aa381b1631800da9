//! Preview images of links (Open Graph), for the page itself and for each decile.

use super::content::Format;
use super::fonts::Typeface;
use super::frame::CardFrame;
use super::path::Path;
use super::png;
use super::wide::VIEW;
use quiz::quiz_session::{GOALS, MIN_PREVIEW_ANSWERS};

/// Page that stands for many links, and has a preview image of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preview {
    /// The landing page.
    Landing,
    /// A result, reduced to its decile: further out than 0, 10 … or 90 of 100 simulated people.
    Decile(u8),
}

/// Draws a preview image, 1200 × 630; returns the bytes of a PNG file.
///
/// `crowd` are x, y, x, y … as in [`Card::crowd`](super::Card::crowd).
pub fn preview(which: Preview, crowd: &[f32], site: &str) -> Vec<u8> {
    let frame = match which {
        Preview::Landing => landing(crowd, site),
        Preview::Decile(tens) => decile(tens, crowd, site),
    };
    png::encode(&frame.canvas, &frame.palette)
}

const LEFT: f32 = 66.0;
const ROOM: f32 = 590.0;

fn base(crowd: &[f32], site: &str) -> CardFrame {
    let mut frame = CardFrame::new(Format::Wide.size());
    frame.draw_land(&VIEW, crowd);
    VIEW.draw_names(&mut frame.canvas, &frame.fonts, None, &frame.palette);
    let (ink, faint) = (frame.palette.ink, frame.palette.faint);
    frame.write_over(Typeface::Mono, 19.0, [LEFT, 76.0], "belief space \u{b7} sheet 1", faint);
    frame.write_to(Typeface::Mono, 21.0, [1134.0, 578.0], site, ink);
    frame
}

fn landing(crowd: &[f32], site: &str) -> CardFrame {
    let mut frame = base(crowd, site);
    let (ink, faint) = (frame.palette.ink, frame.palette.faint);
    for (line, y) in [("normie", 220.0), ("descent", 338.0)] {
        frame.write(Typeface::Display, 136.0, [LEFT - 5.0, y], line, ink);
    }
    for (line, y) in [("how long does it take to explain you", 412.0), ("to a simulated crowd?", 456.0)] {
        frame.write(Typeface::Italic, 36.0, [LEFT, y], line, faint);
    }
    // A session may end at its preview, and goes on to its last goal only if the visitor wants.
    let [least, most] = [MIN_PREVIEW_ANSWERS, GOALS[GOALS.len() - 1]];
    let offer = format!("{least} to {most} questions. nothing leaves the browser.");
    frame.write(Typeface::Display, 31.0, [LEFT, 578.0], &offer, ink);
    frame
}

fn decile(tens: u8, crowd: &[f32], site: &str) -> CardFrame {
    let mut frame = base(crowd, site);
    let (ink, faint, you) = (frame.palette.ink, frame.palette.faint, frame.palette.you);
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
    frame.write(Typeface::Italic, 36.0, [LEFT, 150.0], before, faint);
    let size = frame.fonts.fitting(Typeface::Display, 150.0, &number, ROOM);
    frame.write(Typeface::Display, size, [LEFT - 5.0, 280.0], &number, ink);
    frame.write(Typeface::Italic, 36.0, [LEFT, 336.0], after, faint);
    // Each mark stands for ten people of a hundred; the star marks the decile.
    let (mut others, mut one) = (Path::default(), Path::default());
    for at in 0..10u8 {
        let centre = [LEFT + 22.0 + 52.0 * f32::from(at), 428.0];
        if at * 10 == tens { one.star(centre, 26.0) } else { others.circle(centre, 8.0) }
    }
    frame.canvas.fill(&others, ink, 255);
    frame.canvas.fill(&one, you, 255);
    frame.write(Typeface::Display, 40.0, [LEFT, 578.0], "and you?", ink);
    frame
}
