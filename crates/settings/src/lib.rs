//! Settings of simulated worlds: a registry of every parameter, presets, and the world that a setting opens.
//!
//! A [`Setting`] determines a world and its runs: population, parameters, contact network and mentors. The same setting gives
//! the same world to the last bit on every machine. A [`Preset`] is a named setting, and a [`LabWorld`] is a setting with a
//! visitor.
//!
//! Every parameter has one entry in the registry, a [`SettingSpec`]: its key in links, its range, access to its value, when a
//! change takes effect, and its texts on the page.

mod construction;
mod edit;
mod error;
mod lab_world;
mod mentor_model;
mod note;
mod number;
mod preset;
mod refusal;
mod registry;
mod setting;
mod spec;
mod text;
mod value;

pub use construction::{ConstructionProgress, WorldConstruction};
pub use error::SettingError;
pub use lab_world::LabWorld;
pub use mentor_model::{MentorModel, outermost};
pub use note::{Note, Source};
pub use preset::{Preset, REAL_STEPS_PER_YEAR, as_people_move, turned_up};
pub use registry::{COUNT, DIMS, PEOPLE, groups, in_link_order, named};
pub use setting::{Setting, Start};
pub use spec::{AppliesTo, Group, InLink, SettingSpec, TakesEffect};
pub use value::{Choice, Range};
