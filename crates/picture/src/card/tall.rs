//! Portrait card for the full screen of a telephone, 1080 × 1920.

use super::content::{Card, Format};
use super::fonts::Typeface;
use super::frame::CardFrame;
use super::map::MapView;
use super::rarity_marks as marks;
use super::text_layout as flow;

/// The map fills the lower half and fades out towards the text.
const VIEW: MapView = MapView { centre: [540.0, 1200.0], unit: 150.0, strength: |_, y| ramp(y) };

/// Opacity of the map in row `y`, 14 to 255.
fn ramp(y: u32) -> u8 {
    let down = y.saturating_sub(690).min(260);
    let up = 1920u32.saturating_sub(y + 120).min(260);
    (14 + 241 * down.min(up) / 260) as u8
}

const LEFT: f32 = 84.0;
const ROOM: f32 = 912.0;

pub(super) fn draw(card: &Card) -> CardFrame {
    let mut frame = CardFrame::new(Format::Tall.size());
    frame.draw_land(&VIEW, &card.crowd);
    frame.draw_people(&VIEW, card);
    let (ink, faint) = (frame.palette.ink, frame.palette.faint);
    frame.write_over(Typeface::Mono, 26.0, [LEFT, 110.0], "belief space \u{b7} sheet 1", faint);
    frame.write_to(Typeface::Mono, 26.0, [996.0, 110.0], &format!("set {}", card.set), faint);
    let words = card.words();
    frame.write(Typeface::Italic, 52.0, [LEFT, 240.0], words.question, faint);
    frame.write_number(212.0, [LEFT - 7.0, 416.0], &words.number, &words.range, ROOM);
    frame.write(Typeface::Italic, 46.0, [LEFT, 496.0], &words.median, faint);
    {
        let CardFrame { canvas, fonts, palette } = &mut frame;
        let parts = if card.sentence.is_empty() { &words.instead } else { &card.sentence };
        flow::write(canvas, fonts, parts, [LEFT, 600.0], (ROOM, 4), 50.0, palette);
    }
    for (line, y) in [(words.perplexity, 1634.0), (words.further, 1700.0)] {
        let size = frame.fonts.fitting(Typeface::Display, 46.0, &line, ROOM);
        frame.write_over(Typeface::Display, size, [LEFT, y], &line, ink);
    }
    let CardFrame { canvas, palette, .. } = &mut frame;
    marks::draw(canvas, &card.rarities, [LEFT + 18.0, 1764.0], 36.0, 24.0, palette);
    frame.write_to(Typeface::Mono, 32.0, [996.0, 1852.0], &card.site, ink);
    frame
}
