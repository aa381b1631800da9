//! Vector outlines: lines, polygons, rectangles, circles and stars.

use zeno::{Command, Vector};

use crate::chart::STAR;

/// Handle length of a cubic Bézier curve that approximates a quarter of a circle, in radii.
const QUARTER: f32 = 0.552_284_8;

/// Outlines in pixels from the top left.
#[derive(Clone, Default)]
pub(super) struct Path(pub Vec<Command>);

impl Path {
    /// Adds an open polyline.
    pub(super) fn line(&mut self, points: &[[f32; 2]]) {
        for (at, &[x, y]) in points.iter().enumerate() {
            let point = Vector::new(x, y);
            self.0.push(if at == 0 { Command::MoveTo(point) } else { Command::LineTo(point) });
        }
    }

    /// Adds a closed polygon.
    pub(super) fn polygon(&mut self, points: &[[f32; 2]]) {
        self.line(points);
        self.0.push(Command::Close);
    }

    /// Adds a rectangle from its top left corner and its size.
    pub(super) fn rectangle(&mut self, [x, y]: [f32; 2], [width, height]: [f32; 2]) {
        self.polygon(&[[x, y], [x + width, y], [x + width, y + height], [x, y + height]]);
    }

    /// Adds a circle.
    pub(super) fn circle(&mut self, [x, y]: [f32; 2], radius: f32) {
        let (r, k) = (radius, radius * QUARTER);
        let at = |dx: f32, dy: f32| Vector::new(x + dx, y + dy);
        self.0.push(Command::MoveTo(at(r, 0.0)));
        self.0.push(Command::CurveTo(at(r, k), at(k, r), at(0.0, r)));
        self.0.push(Command::CurveTo(at(-k, r), at(-r, k), at(-r, 0.0)));
        self.0.push(Command::CurveTo(at(-r, -k), at(-k, -r), at(0.0, -r)));
        self.0.push(Command::CurveTo(at(k, -r), at(r, -k), at(r, 0.0)));
        self.0.push(Command::Close);
    }

    /// Adds a five-pointed star with one point up.
    pub(super) fn star(&mut self, [x, y]: [f32; 2], radius: f32) {
        self.polygon(&STAR.map(|[dx, dy]| [x + radius * dx, y + radius * dy]));
    }
}
