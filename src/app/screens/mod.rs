//! What screens are there? One file each, and one for every large part of the result.

mod answers;
mod guess;
mod headline;
mod landing;
mod levers;
mod plane;
mod quiz;
mod result;
mod sentence;
mod share;
mod shared;
mod visit;
mod year;
mod year_world;

pub use landing::enliven_landing;
pub use shared::shared;
pub use visit::visit;
