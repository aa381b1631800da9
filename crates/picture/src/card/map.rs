//! Contour map of the simulated crowd on a card.
//!
//! The height is the surprisal of a Gaussian kernel density estimate, in bits, so that dense regions are low. Contour
//! levels grow with the square of their number: where the density falls like a Gaussian's, the lines are evenly spaced.
//! Every fifth line is heavier and has hachures that point downhill.

use super::canvas::Canvas;
use super::fonts::{Fonts, Typeface};
use super::path::Path;
use crate::chart::{Grid, Palette, Viewport, contours, mean_point, splat};
use drift::measure::SurprisalGrid;

/// Section of the plane that a card shows.
#[derive(Clone, Copy)]
pub(super) struct MapView {
    /// Position of the crowd's mean, in pixels.
    pub centre: [f32; 2],
    /// Pixels per standard deviation.
    pub unit: f32,
    /// Opacity of the map at each pixel (column, row), of 255.
    pub strength: fn(u32, u32) -> u8,
}

/// Half the side of the grid in standard deviations, and grid points along each side.
const REACH: f32 = 8.0;
const SIDE: usize = 240;
/// Bandwidth of the density estimate, in standard deviations.
const SMOOTH: f32 = 0.3;
/// Level of the first contour line, in bits above the minimum.
const STEP: f32 = 0.07;
/// Highest level that is drawn, in bits: the estimate is flat beyond.
const HIGHEST: f32 = 71.0;

impl MapView {
    fn place(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        [self.centre[0] + self.unit * x, self.centre[1] - self.unit * y]
    }

    /// Draws contour lines and points of the crowd.
    pub(super) fn draw_land(&self, canvas: &mut Canvas, crowd: &[f32], palette: &Palette) {
        if crowd.is_empty() {
            return;
        }
        let land = SurprisalGrid::estimate(crowd, SIDE, REACH, SMOOTH);
        let Some(grid) = Grid::new(land.side, land.bits) else { return };
        let viewport = Viewport::square([1, 1], REACH);
        let place = |point: [f32; 2]| self.place(grid.point(&viewport, point));
        let (mut light, mut heavy, mut strokes) = (Path::default(), Path::default(), Path::default());
        let lines = (1..).map(|n| (n, STEP * (n * n) as f32)).take_while(|(_, height)| *height < HIGHEST);
        for (number, height) in lines {
            let index = number % 5 == 0;
            for contour in contours(&grid, height) {
                let points: Vec<_> = contour.points.iter().map(|p| place(*p)).collect();
                if index && contour.closed {
                    self.stroke_downhill(&mut strokes, &grid, &contour.points, &points);
                }
                if index { &mut heavy } else { &mut light }.line(&points);
            }
        }
        let strength = self.strength;
        let faded = |share: u32| move |x, y| (u32::from(strength(x, y)) * share / 255) as u8;
        canvas.stroke_fading(&light, 1.2, palette.contour, faded(150));
        canvas.stroke_fading(&heavy, 2.0, palette.contour, faded(225));
        canvas.stroke_fading(&strokes, 1.2, palette.contour, faded(190));
        self.draw_people(canvas, crowd, palette);
    }

    fn draw_people(&self, canvas: &mut Canvas, crowd: &[f32], palette: &Palette) {
        let [width, height] = canvas.size.map(|pixels| pixels as f32);
        let at = |pixels: f32, axis: usize| (pixels - self.centre[axis]) / self.unit;
        let viewport =
            Viewport { size: canvas.size, x: [at(0.0, 0), at(width, 0)], y: [-at(height, 1), -at(0.0, 1)] };
        let dots = splat(crowd, &viewport, 1.1, palette.crowd);
        let (columns, strength) = (canvas.size[0], self.strength);
        let share = |x: u32, y: u32| {
            let alpha = u32::from(dots[4 * (y * columns + x) as usize + 3]);
            (alpha * u32::from(strength(x, y)) / 255) as u8
        };
        canvas.blend_coverage(share, palette.crowd);
    }

    /// Adds hachures along a contour line, pointing downhill.
    fn stroke_downhill(&self, strokes: &mut Path, grid: &Grid, line: &[[f32; 2]], placed: &[[f32; 2]]) {
        const APART: f32 = 13.0;
        const LONG: f32 = 7.0;
        let mut walked = 0.5 * APART;
        for (pair, to) in placed.windows(2).zip(&line[1..]) {
            walked += libm::hypotf(pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]);
            let [x, y] = grid.slope(*to);
            let steep = libm::hypotf(x, y);
            if walked < APART || steep == 0.0 {
                continue;
            }
            walked = 0.0;
            let [u, v] = pair[1];
            strokes.line(&[[u, v], [u - LONG * x / steep, v + LONG * y / steep]]);
        }
    }

    /// Draws the names of two regions, except where they would cover the person.
    pub(super) fn draw_names(
        &self,
        canvas: &mut Canvas,
        fonts: &Fonts,
        you: Option<[f32; 2]>,
        palette: &Palette,
    ) {
        const SIZE: f32 = 26.0;
        let mut names = Path::default();
        for (name, place) in [("most people", [0.0, 0.0]), ("thin air", [1.75, -1.95])] {
            let [x, y] = self.place(place);
            let near = |[u, v]: [f32; 2]| (u - x).abs() < 190.0 && (v - y).abs() < 50.0;
            if you.is_none_or(|you| !near(self.place(you))) {
                let width = fonts.width(Typeface::Italic, SIZE, name);
                fonts.write(&mut names, Typeface::Italic, SIZE, [x - 0.5 * width, y + 0.3 * SIZE], name);
            }
        }
        canvas.stroke(&names, 7.0, palette.background, 225);
        canvas.fill(&names, palette.ink, 255);
    }

    /// Draws the person as a star with a label beside it, at the mean of the points `you`, and each of the points as a dot.
    /// The star of a person outside the card stands at its edge; points outside or below the star are left out. Draws nothing for no points.
    pub(super) fn draw_star(
        &self,
        canvas: &mut Canvas,
        fonts: &Fonts,
        you: &[[f32; 2]],
        palette: &Palette,
        word: &str,
    ) {
        const RADIUS: f32 = 24.0;
        const SIZE: f32 = 40.0;
        let [width, height] = canvas.size.map(|pixels| pixels as f32);
        const DOT: f32 = 4.5;
        let Some(mean) = mean_point(you) else { return };
        let [x, y] = self.place(mean);
        let length = fonts.width(Typeface::Italic, SIZE, word);
        let at = [x.clamp(80.0, width - 80.0), y.clamp(80.0, height - 110.0)];
        let mut dots = Path::default();
        for [x, y] in you.iter().map(|point| self.place(*point)) {
            let inside = (40.0..width - 40.0).contains(&x) && (40.0..height - 40.0).contains(&y);
            if inside && libm::hypotf(x - at[0], y - at[1]) > RADIUS + DOT + 4.0 {
                dots.circle([x, y], DOT);
            }
        }
        let mut star = Path::default();
        star.star(at, RADIUS);
        let right = at[0] + RADIUS + length + 60.0 < width;
        let beside = if right { at[0] + RADIUS + 4.0 } else { at[0] - RADIUS - 4.0 - length };
        let mut name = Path::default();
        fonts.write(&mut name, Typeface::Italic, SIZE, [beside, at[1] + 12.0], word);
        canvas.stroke(&dots, 3.0, palette.background, 235);
        canvas.fill(&dots, palette.you, 255);
        for path in [&star, &name] {
            canvas.stroke(path, 9.0, palette.background, 235);
        }
        canvas.fill(&star, palette.you, 255);
        canvas.fill(&name, palette.you, 255);
    }
}
