//! Parts that several screens share.

mod bar;
mod canvas;
mod crowd_map;
mod live;
mod outbox;
mod pen;
mod ruler;
mod watch;

pub(super) use bar::bits_bar;
pub(super) use canvas::{Layer, NO_CANVAS, palette, scale};
pub(super) use crowd_map::{DAY_0_REACH, MAP_CANVASES, MapPicture, keep_map};
pub(super) use live::{Live, follow};
pub(super) use outbox::{Picture, Sent, can_send, copy_and_say, save, send};
pub(super) use ruler::ruler;
pub(super) use watch::{Visible, calm, on_next_frame, on_resize};
