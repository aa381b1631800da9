//! The card for link previews and chats, 1200 × 630.

use super::hand::Hand;
use super::land::View;
use super::sheet::Sheet;
use super::{Card, Format, flow, marks};

/// The map fills the right and thins out towards the words.
pub(super) const VIEW: View =
    View { centre: [872.0, 322.0], unit: 100.0, strength: |x, _| ramp(x, 300, 760) };

/// From 14 to 255 between two places.
fn ramp(at: u32, from: u32, to: u32) -> u8 {
    (14 + 241 * at.saturating_sub(from).min(to - from) / (to - from)) as u8
}

/// Where words begin, and how wide their column is.
const LEFT: f32 = 66.0;
const ROOM: f32 = 570.0;

pub(super) fn draw(card: &Card) -> Sheet {
    let mut sheet = Sheet::new(Format::Wide.size());
    sheet.land(&VIEW, &card.crowd);
    sheet.people(&VIEW, card);
    let (ink, faint) = (sheet.inks.ink, sheet.inks.faint);
    sheet.write_over(Hand::Mono, 19.0, [LEFT, 76.0], "belief space \u{b7} sheet 1", faint);
    sheet.write_to(Hand::Mono, 19.0, [1134.0, 76.0], &format!("set {}", card.set), faint);
    sheet.write_to(Hand::Mono, 21.0, [1134.0, 578.0], &card.site, ink);
    let words = card.words();
    sheet.write(Hand::Italic, 34.0, [LEFT, 136.0], words.question, faint);
    let size = sheet.hands.fitting(Hand::Display, 132.0, &words.number, ROOM);
    sheet.write(Hand::Display, size, [LEFT - 4.0, 247.0], &words.number, ink);
    sheet.write(Hand::Italic, 30.0, [LEFT, 298.0], &words.median, faint);
    {
        let Sheet { canvas, hands, inks } = &mut sheet;
        let parts = if card.sentence.is_empty() { &words.instead } else { &card.sentence };
        flow::write(canvas, hands, parts, [LEFT, 350.0], (ROOM, 3), 30.0, inks);
    }
    for (line, y) in [(words.perplexity, 484.0), (words.further, 522.0)] {
        let size = sheet.hands.fitting(Hand::Display, 29.0, &line, ROOM);
        sheet.write(Hand::Display, size, [LEFT, y], &line, ink);
    }
    let Sheet { canvas, inks, .. } = &mut sheet;
    marks::draw(canvas, &card.rarities, [LEFT + 10.0, 570.0], 22.0, [196.0, 0.0], inks);
    sheet
}
