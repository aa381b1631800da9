//! What do several screens use?

mod bar;
mod canvas;
mod crowd_map;
mod ruler;
mod watch;

pub use bar::bits_bar;
pub use canvas::{Layer, inks, scale};
pub use crowd_map::{CrowdMap, MapPicture};
pub use ruler::ruler;
pub use watch::{Visible, calm, on_resize};
