//! Landscape card for link previews and chats, 1200 × 630.

use super::content::{Card, Format};
use super::fonts::Typeface;
use super::frame::CardFrame;
use super::map::MapView;
use super::rarity_marks as marks;
use super::text_layout as flow;

/// The map fills the right side and fades out towards the text.
pub(super) const VIEW: MapView =
    MapView { centre: [872.0, 322.0], unit: 100.0, strength: |x, _| ramp(x, 300, 760) };

/// Linear ramp of opacity, from 14 at `from` to 255 at `to`.
fn ramp(at: u32, from: u32, to: u32) -> u8 {
    (14 + 241 * at.saturating_sub(from).min(to - from) / (to - from)) as u8
}

/// Left edge and width of the text column, in pixels.
const LEFT: f32 = 66.0;
const ROOM: f32 = 570.0;

pub(super) fn draw(card: &Card) -> CardFrame {
    let mut frame = CardFrame::new(Format::Wide.size());
    frame.draw_land(&VIEW, &card.crowd);
    frame.draw_people(&VIEW, card);
    let (ink, faint) = (frame.palette.ink, frame.palette.faint);
    frame.write_over(Typeface::Mono, 19.0, [LEFT, 76.0], "belief space \u{b7} sheet 1", faint);
    frame.write_to(Typeface::Mono, 19.0, [1134.0, 76.0], &format!("set {}", card.set), faint);
    frame.write_to(Typeface::Mono, 21.0, [1134.0, 578.0], &card.site, ink);
    let words = card.words();
    frame.write(Typeface::Italic, 34.0, [LEFT, 136.0], words.question, faint);
    frame.write_number(132.0, [LEFT - 4.0, 247.0], &words.number, &words.range, ROOM);
    frame.write(Typeface::Italic, 30.0, [LEFT, 298.0], &words.median, faint);
    {
        let CardFrame { canvas, fonts, palette } = &mut frame;
        let parts = if card.sentence.is_empty() { &words.instead } else { &card.sentence };
        flow::write(canvas, fonts, parts, [LEFT, 350.0], (ROOM, 3), 30.0, palette);
    }
    for (line, y) in [(words.perplexity, 484.0), (words.further, 522.0)] {
        let size = frame.fonts.fitting(Typeface::Display, 29.0, &line, ROOM);
        frame.write(Typeface::Display, size, [LEFT, y], &line, ink);
    }
    let CardFrame { canvas, palette, .. } = &mut frame;
    marks::draw(canvas, &card.rarities, [LEFT + 10.0, 570.0], 22.0, 20.0, palette);
    frame
}
