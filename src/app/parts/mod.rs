//! Parts that several screens share.

mod bar;
mod canvas;
mod crowd_map;
mod live;
mod outbox;
mod pen;
mod ruler;
mod watch;

pub use bar::bits_bar;
pub use canvas::{Layer, NO_CANVAS, inks, scale};
pub use crowd_map::{MAP_CANVASES, MapPicture, keep_map};
pub use live::{Live, follow};
pub use outbox::{Picture, Sent, can_send, copy_and_say, save, send};
pub use ruler::ruler;
pub use watch::{Visible, calm, on_next_frame, on_resize};
