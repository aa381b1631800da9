//! Specification of a setting: one entry of the registry.

use crate::value::Value;

/// Specification of one setting. The texts are in the voice of the page.
#[derive(Debug)]
pub struct SettingSpec {
    /// Name in links and in the page's markup. A published key is never given another meaning.
    pub key: &'static str,
    /// Name of the parameter in the engine, as in [`drift::OutOfRange::parameter`].
    pub parameter: &'static str,
    /// Whether and where links write it.
    pub in_link: InLink,
    /// Range, and access to the value in a world.
    pub(crate) value: Value,
    /// Whom it concerns.
    pub applies_to: AppliesTo,
    /// When a change of it takes effect.
    pub takes_effect: TakesEffect,
    /// Title of its control.
    pub title: &'static str,
    /// Symbol in the equations; empty: none.
    pub symbol: &'static str,
    /// Unit of its value; empty: none.
    pub unit: &'static str,
    /// What it does, without a full stop.
    pub help: &'static str,
    /// Subject of the sentence that refuses a number of its parameter. Empty where another setting has the same parameter
    /// and states it, and where there is no number to refuse.
    pub(crate) subject: &'static str,
}

/// Whether links write a setting, and its position among those they write. Positions are unique; a new setting takes the
/// next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InLink {
    /// In every link.
    Always(u8),
    /// In links of worlds that differ in it from the default.
    IfChanged(u8),
}

impl InLink {
    /// Position among the settings of a link, from zero.
    pub const fn position(self) -> usize {
        let (InLink::Always(position) | InLink::IfChanged(position)) = self;
        position as usize
    }
}

/// Whom a setting concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppliesTo {
    /// Everybody in the world.
    World,
    /// The visitor alone, who is an observer.
    Visitor,
}

/// When a change of a setting takes effect in a world that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakesEffect {
    /// With the next step.
    NextStep,
    /// It determines step 0, so the world has to begin again.
    Restart,
}

/// A group of settings that are shown together.
#[derive(Debug)]
pub struct Group {
    /// Title, in the voice of the page.
    pub title: &'static str,
    /// Its settings, in the order in which they are shown.
    pub settings: &'static [SettingSpec],
}
