//! What do all cards have around them? A map's frame, and words in its margin.

use super::Card;
use super::canvas::Canvas;
use super::hand::{Hand, Hands};
use super::land::View;
use super::path::Path;
use crate::chart::{Palette, Rgb};

/// A card in the making.
pub(super) struct Sheet {
    pub canvas: Canvas,
    pub hands: Hands,
    pub inks: Palette,
}

/// From the picture's edge to the outer line of the frame, and to the inner.
const OUTER: f32 = 18.0;
const INNER: f32 = 27.0;

impl Sheet {
    /// Blank paper.
    pub fn new(size: [u32; 2]) -> Sheet {
        let inks = Palette::DAY;
        Sheet { canvas: Canvas::new(size, inks.paper), hands: Hands::new(), inks }
    }

    /// Prints the land and frames it.
    pub fn land(&mut self, view: &View, crowd: &[f32]) {
        view.draw_land(&mut self.canvas, crowd, &self.inks);
        self.frame();
    }

    /// Names regions and stars the person.
    pub fn people(&mut self, view: &View, card: &Card) {
        let Sheet { canvas, hands, inks } = self;
        if !card.crowd.is_empty() {
            view.draw_names(canvas, hands, card.you, inks);
        }
        if let Some(you) = card.you {
            view.draw_star(canvas, hands, you, inks, "me");
        }
    }

    /// Frames the sheet: paper outside, two lines with ticks between them.
    fn frame(&mut self) {
        let [width, height] = self.canvas.size.map(|pixels| pixels as f32);
        let mut margin = Path::default();
        margin.rectangle([0.0, 0.0], [width, INNER]);
        margin.rectangle([0.0, height - INNER], [width, INNER]);
        margin.rectangle([0.0, 0.0], [INNER, height]);
        margin.rectangle([width - INNER, 0.0], [INNER, height]);
        self.canvas.fill(&margin, self.inks.paper, 255);
        let (mut outer, mut inner) = (Path::default(), Path::default());
        outer.rectangle([OUTER; 2], [width - 2.0 * OUTER, height - 2.0 * OUTER]);
        inner.rectangle([INNER; 2], [width - 2.0 * INNER, height - 2.0 * INNER]);
        for (length, across) in [(width, true), (height, false)] {
            let mut at = OUTER + 60.0;
            while at < length - OUTER - 20.0 {
                for edge in [OUTER, if across { height } else { width } - INNER] {
                    let ends = [[at, edge], [at, edge + INNER - OUTER]];
                    inner.line(&ends.map(|[a, b]| if across { [a, b] } else { [b, a] }));
                }
                at += 60.0;
            }
        }
        self.canvas.stroke(&outer, 2.4, self.inks.ink, 255);
        self.canvas.stroke(&inner, 1.0, self.inks.ink, 255);
    }

    /// Writes one line; gives its width.
    pub fn write(&mut self, hand: Hand, size: f32, at: [f32; 2], text: &str, ink: Rgb) -> f32 {
        let mut path = Path::default();
        self.hands.write(&mut path, hand, size, at, text);
        self.canvas.fill(&path, ink, 255);
        self.hands.width(hand, size, text)
    }

    /// The same with a rim of paper, over whatever is there.
    pub fn write_over(&mut self, hand: Hand, size: f32, at: [f32; 2], text: &str, ink: Rgb) {
        let mut path = Path::default();
        self.hands.write(&mut path, hand, size, at, text);
        self.canvas.stroke(&path, 0.22 * size, self.inks.paper, 230);
        self.canvas.fill(&path, ink, 255);
    }

    /// Writes one line that ends at `x`.
    pub fn write_to(&mut self, hand: Hand, size: f32, [x, y]: [f32; 2], text: &str, ink: Rgb) {
        let width = self.hands.width(hand, size, text);
        self.write_over(hand, size, [x - width, y], text, ink);
    }
}
