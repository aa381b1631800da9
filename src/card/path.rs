//! Which outline is to be filled or followed?

use zeno::{Command, Vector};

use crate::chart::STAR;

/// A quarter of a circle as a cubic curve: where its handles stand, in radii.
const QUARTER: f32 = 0.552_284_8;

/// Outlines in pixels from the top left.
#[derive(Clone, Default)]
pub(super) struct Path(pub Vec<Command>);

impl Path {
    /// An open line.
    pub fn line(&mut self, points: &[[f32; 2]]) {
        for (at, &[x, y]) in points.iter().enumerate() {
            let point = Vector::new(x, y);
            self.0.push(if at == 0 { Command::MoveTo(point) } else { Command::LineTo(point) });
        }
    }

    /// A closed one.
    pub fn polygon(&mut self, points: &[[f32; 2]]) {
        self.line(points);
        self.0.push(Command::Close);
    }

    /// A rectangle.
    pub fn rectangle(&mut self, [x, y]: [f32; 2], [width, height]: [f32; 2]) {
        self.polygon(&[[x, y], [x + width, y], [x + width, y + height], [x, y + height]]);
    }

    /// A circle.
    pub fn circle(&mut self, [x, y]: [f32; 2], radius: f32) {
        let (r, k) = (radius, radius * QUARTER);
        let at = |dx: f32, dy: f32| Vector::new(x + dx, y + dy);
        self.0.push(Command::MoveTo(at(r, 0.0)));
        self.0.push(Command::CurveTo(at(r, k), at(k, r), at(0.0, r)));
        self.0.push(Command::CurveTo(at(-k, r), at(-r, k), at(-r, 0.0)));
        self.0.push(Command::CurveTo(at(-r, -k), at(-k, -r), at(0.0, -r)));
        self.0.push(Command::CurveTo(at(k, -r), at(r, -k), at(r, 0.0)));
        self.0.push(Command::Close);
    }

    /// A five-pointed star, one point up.
    pub fn star(&mut self, [x, y]: [f32; 2], radius: f32) {
        self.polygon(&STAR.map(|[dx, dy]| [x + radius * dx, y + radius * dy]));
    }
}
