//! Charts over any plotters backend.
//!
//! Charts are drawn with plotters over any backend: a canvas in the page, SVG in the tests. A crowd has too many points for
//! one call each, so crowds are splatted into a buffer of pixels.
//!
//! Sizes are in image pixels; `scale` is the number of image pixels per page pixel.

mod contours;
mod crowd_map;
mod grid;
mod hatches;
mod hit_test;
mod markers;
mod palette;
mod relief;
mod splat;
mod surface;
mod time_series;
mod viewport;
mod year_chart;

pub use contours::{Contour, contours};
pub(crate) use crowd_map::STAR;
pub use crowd_map::{draw_crowd_relief, draw_star, mean_point};
pub use grid::Grid;
pub use hatches::{GroupRegions, HATCHES, Hatch, draw_hatches, draw_names, mark};
pub use hit_test::{nearest, next_towards};
pub use markers::{MARKER_NAMES, MARKERS, splat_markers};
pub use palette::{Palette, Rgb};
pub use relief::{draw_relief, draw_walker};
pub use splat::{interpolate, splat};
pub use surface::{DrawResult, Surface};
pub use time_series::draw_series;
pub use viewport::Viewport;
pub use year_chart::{YearDay, draw_year};
