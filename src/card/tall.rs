//! The card for a telephone's whole screen, 1080 × 1920.

use super::hand::Hand;
use super::land::View;
use super::sheet::Sheet;
use super::{Card, Format, flow, marks};

/// The map fills the lower half and thins out towards the words.
const VIEW: View = View { centre: [540.0, 1200.0], unit: 150.0, strength: |_, y| ramp(y) };

fn ramp(y: u32) -> u8 {
    let down = y.saturating_sub(690).min(260);
    let up = 1920u32.saturating_sub(y + 120).min(260);
    (14 + 241 * down.min(up) / 260) as u8
}

const LEFT: f32 = 84.0;
const ROOM: f32 = 912.0;

pub(super) fn draw(card: &Card) -> Sheet {
    let mut sheet = Sheet::new(Format::Tall.size());
    sheet.land(&VIEW, &card.crowd);
    sheet.people(&VIEW, card);
    let (ink, faint) = (sheet.inks.ink, sheet.inks.faint);
    sheet.write_over(Hand::Mono, 26.0, [LEFT, 110.0], "belief space \u{b7} sheet 1", faint);
    sheet.write_to(Hand::Mono, 26.0, [996.0, 110.0], &format!("set {}", card.set), faint);
    let words = card.words();
    sheet.write(Hand::Italic, 52.0, [LEFT, 240.0], words.question, faint);
    let size = sheet.hands.fitting(Hand::Display, 212.0, &words.number, ROOM);
    sheet.write(Hand::Display, size, [LEFT - 7.0, 416.0], &words.number, ink);
    sheet.write(Hand::Italic, 46.0, [LEFT, 496.0], &words.median, faint);
    {
        let Sheet { canvas, hands, inks } = &mut sheet;
        let parts = if card.sentence.is_empty() { &words.instead } else { &card.sentence };
        flow::write(canvas, hands, parts, [LEFT, 600.0], (ROOM, 4), 50.0, inks);
    }
    for (line, y) in [(words.perplexity, 1634.0), (words.further, 1700.0)] {
        let size = sheet.hands.fitting(Hand::Display, 46.0, &line, ROOM);
        sheet.write_over(Hand::Display, size, [LEFT, y], &line, ink);
    }
    let Sheet { canvas, inks, .. } = &mut sheet;
    marks::draw(canvas, &card.rarities, [LEFT + 18.0, 1764.0], 36.0, [312.0, 0.0], inks);
    sheet.write_to(Hand::Mono, 32.0, [996.0, 1852.0], &card.site, ink);
    sheet
}
