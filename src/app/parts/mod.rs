//! What do several screens use?

mod bar;
mod canvas;
mod crowd_map;
mod live;
mod outbox;
mod pen;
mod ruler;
mod watch;

pub use bar::bits_bar;
pub use canvas::{Layer, inks, scale};
pub use crowd_map::{MAP_CANVASES, MapPicture, keep_map};
pub use live::{Live, follow};
pub use outbox::{Picture, can_send, copy, send};
pub use ruler::ruler;
pub use watch::{Visible, calm, on_resize};
