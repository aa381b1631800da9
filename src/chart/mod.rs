//! What does a picture look like?
//!
//! Everything visible is computed here and drawn with plotters, over any backend: a canvas in the page, SVG in
//! the tests. Crowds are too many for a call a point, so they are splatted into a buffer of pixels.
//!
//! Sizes are in pixels of the picture; `scale` says how many of them make one pixel of the page.

mod contours;
mod frame;
mod grid;
mod groups;
mod map;
mod nearest;
mod palette;
mod relief;
mod series;
mod signs;
mod splat;
mod year;

pub use contours::{Contour, contours};
pub use frame::Frame;
pub use grid::Grid;
pub use groups::{HATCHES, Hatch, Lands, draw_hatches, draw_names, mark};
pub(crate) use map::STAR;
pub use map::{draw_crowd_relief, draw_star};
pub use nearest::{nearest, next_towards};
pub use palette::{Palette, Rgb};
pub use relief::{draw_relief, draw_walker};
pub use series::draw_series;
pub use signs::{SIGN_NAMES, SIGNS, splat_signs};
pub use splat::{between, splat};
pub use year::{YearDay, draw_year};

use plotters::prelude::{DrawingArea, DrawingAreaErrorKind, DrawingBackend};

/// A picture that can be drawn on.
pub type Sheet<DB> = DrawingArea<DB, plotters::coord::Shift>;

/// What drawing on a backend gives: nothing, or the backend's own trouble.
pub type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;
