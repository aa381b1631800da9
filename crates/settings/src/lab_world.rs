//! World of the lab: a setting, and the visitor in it.

use core::ops::RangeInclusive;

use drift::{NetworkModel, Params, Traits};
use quiz::population::AXES;

use crate::mentor_model::MentorModel;
use crate::setting::{Setting, Start};

/// Everything that determines a world of the lab: a setting, and the visitor's traits.
#[derive(Clone, Debug, PartialEq)]
pub struct LabWorld {
    /// Seed of all random numbers.
    pub seed: u64,
    /// N, people: [`Params::AGENTS`].
    pub people: u32,
    /// D, belief dimensions: [`LabWorld::DIMS`].
    pub dims: u32,
    /// Opinions at step 0.
    pub start: Start,
    /// Parameters that all people share.
    pub params: Params,
    /// Contact network.
    pub network: NetworkModel,
    /// Mentors of the people.
    pub mentor_model: MentorModel,
    /// Traits of the visitor, where they differ from the parameters.
    pub you: Traits,
}

impl Default for LabWorld {
    /// The default setting.
    fn default() -> Self {
        LabWorld::from(Setting::default())
    }
}

impl From<Setting> for LabWorld {
    /// The world of a setting, with a visitor who has no traits of their own.
    fn from(setting: Setting) -> LabWorld {
        let Setting { seed, people, dims, start, params, network, mentor_model } = setting;
        LabWorld { seed, people, dims, start, params, network, mentor_model, you: Traits::default() }
    }
}

impl LabWorld {
    /// Range of D in the lab: a crowd drawn from surveys has two dimensions at least.
    pub const DIMS: RangeInclusive<u32> = *AXES.start() as u32..=*AXES.end() as u32;

    /// The setting, without the visitor.
    pub fn setting(&self) -> Setting {
        let LabWorld { seed, people, dims, start, params, network, mentor_model, .. } = self.clone();
        Setting { seed, people, dims, start, params, network, mentor_model }
    }
}
