//! Which world is it?
//!
//! A [`Setting`] says in a few words everything that decides how a world goes: who lives in it, by which rules, and who
//! listens to whom. The same setting is the same world to the last bit, wherever it is opened. [`Preset`]s are settings
//! worth a visit.

mod circles;
mod opening;
mod preset;
mod setting;

pub use circles::{Circles, outermost};
pub use opening::{Opened, Opening};
pub use preset::Preset;
pub use setting::{Setting, SettingError, Start};
