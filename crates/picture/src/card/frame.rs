//! Layout that all cards share: the map, its frame, and text in the margin.

use super::canvas::Canvas;
use super::content::Card;
use super::fonts::{Fonts, Typeface};
use super::map::MapView;
use super::path::Path;
use crate::chart::{Palette, Rgb, mean_point};

/// A card while it is being drawn.
pub(super) struct CardFrame {
    pub canvas: Canvas,
    pub fonts: Fonts,
    pub palette: Palette,
}

/// Distances from the image's edge to the outer and to the inner line of the frame, in pixels.
const OUTER: f32 = 18.0;
const INNER: f32 = 27.0;

impl CardFrame {
    /// A card that shows nothing but the background.
    pub(super) fn new(size: [u32; 2]) -> CardFrame {
        let palette = Palette::DAY;
        CardFrame { canvas: Canvas::new(size, palette.background), fonts: Fonts::new(), palette }
    }

    /// Draws the contour map of `crowd` and the frame around it.
    pub(super) fn draw_land(&mut self, view: &MapView, crowd: &[f32]) {
        view.draw_land(&mut self.canvas, crowd, &self.palette);
        self.draw_border();
    }

    /// Draws the names of regions, and the person: a star at the mean of where they may be, and dots.
    pub(super) fn draw_people(&mut self, view: &MapView, card: &Card) {
        let CardFrame { canvas, fonts, palette } = self;
        if !card.crowd.is_empty() {
            view.draw_names(canvas, fonts, mean_point(&card.you), palette);
        }
        view.draw_star(canvas, fonts, &card.you, palette, "me");
    }

    /// Draws the frame: the background outside it, and two lines with ticks between them.
    fn draw_border(&mut self) {
        let [width, height] = self.canvas.size.map(|pixels| pixels as f32);
        let mut margin = Path::default();
        margin.rectangle([0.0, 0.0], [width, INNER]);
        margin.rectangle([0.0, height - INNER], [width, INNER]);
        margin.rectangle([0.0, 0.0], [INNER, height]);
        margin.rectangle([width - INNER, 0.0], [INNER, height]);
        self.canvas.fill(&margin, self.palette.background, 255);
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
        self.canvas.stroke(&outer, 2.4, self.palette.ink, 255);
        self.canvas.stroke(&inner, 1.0, self.palette.ink, 255);
    }

    /// Writes one line of text; returns its width in pixels.
    pub(super) fn write(&mut self, typeface: Typeface, size: f32, at: [f32; 2], text: &str, ink: Rgb) -> f32 {
        let mut path = Path::default();
        self.fonts.write(&mut path, typeface, size, at, text);
        self.canvas.fill(&path, ink, 255);
        self.fonts.width(typeface, size, text)
    }

    /// Writes a number at up to `size` pixels per em, and its range beside it, smaller; both together are at most `room` pixels
    /// wide. The range may be empty.
    pub(super) fn write_number(&mut self, size: f32, [x, y]: [f32; 2], number: &str, range: &str, room: f32) {
        const SMALLER: f32 = 0.34;
        const GAP: f32 = 0.12;
        let (ink, faint) = (self.palette.ink, self.palette.faint);
        let beside = match range {
            "" => 0.0,
            _ => GAP * size + self.fonts.width(Typeface::Display, SMALLER * size, range),
        };
        let both = self.fonts.width(Typeface::Display, size, number) + beside;
        let size = if both > room { size * room / both } else { size };
        let width = self.write(Typeface::Display, size, [x, y], number, ink);
        self.write(Typeface::Display, SMALLER * size, [x + width + GAP * size, y], range, faint);
    }

    /// Writes one line of text with an outline in the background's colour, legible over the map.
    pub(super) fn write_over(&mut self, typeface: Typeface, size: f32, at: [f32; 2], text: &str, ink: Rgb) {
        let mut path = Path::default();
        self.fonts.write(&mut path, typeface, size, at, text);
        self.canvas.stroke(&path, 0.22 * size, self.palette.background, 230);
        self.canvas.fill(&path, ink, 255);
    }

    /// Writes one line of text, right-aligned at `x`, with an outline in the background's colour.
    pub(super) fn write_to(&mut self, typeface: Typeface, size: f32, [x, y]: [f32; 2], text: &str, ink: Rgb) {
        let width = self.fonts.width(typeface, size, text);
        self.write_over(typeface, size, [x - width, y], text, ink);
    }
}
