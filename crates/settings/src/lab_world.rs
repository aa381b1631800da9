//! World of the lab: a setting, and the visitor in it.

use core::ops::RangeInclusive;

use drift::Traits;
use quiz::population::AXES;

use crate::setting::Setting;

/// Everything that determines a world of the lab.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LabWorld {
    /// The world and its people.
    pub setting: Setting,
    /// Traits of the visitor, where they differ from the parameters.
    pub you: Traits,
}

impl From<Setting> for LabWorld {
    /// The world of a setting, with a visitor who has no traits of their own.
    fn from(setting: Setting) -> LabWorld {
        LabWorld { setting, you: Traits::default() }
    }
}

impl LabWorld {
    /// Range of D in the lab: a crowd drawn from surveys has two dimensions at least.
    pub const DIMS: RangeInclusive<u32> = *AXES.start() as u32..=*AXES.end() as u32;
}
