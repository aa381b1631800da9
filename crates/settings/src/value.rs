//! Value of a setting: its kind, its range, and access to it in a world.

use core::ops::RangeInclusive;

use crate::lab_world::LabWorld;

/// Kind of a value, with its range and access to it.
#[derive(Debug)]
pub(crate) enum Value {
    /// An unsigned integer of 64 bits.
    Seed,
    /// An integer.
    Integer([u32; 2], fn(&mut LabWorld) -> &mut u32),
    /// A number.
    Number([f32; 2], fn(&mut LabWorld) -> &mut f32),
    /// An integer that only some worlds have: a part of a kind of network, say.
    IntegerPart([u32; 2], fn(&mut LabWorld) -> Option<&mut u32>),
    /// A number that only some worlds have.
    NumberPart([f32; 2], fn(&mut LabWorld) -> Option<&mut f32>),
    /// An integer or nothing, and the word for nothing; where that is empty, nothing is written.
    OptionalInteger([u32; 2], &'static str, fn(&mut LabWorld) -> &mut Option<u32>),
    /// A number or nothing.
    OptionalNumber([f32; 2], &'static str, fn(&mut LabWorld) -> &mut Option<f32>),
    /// A number of one variant of an enum: reading finds it in that variant only, writing changes to the variant.
    Variant([f32; 2], fn(&LabWorld) -> Option<f32>, fn(&mut LabWorld, f32)),
    /// One of these.
    Choice(&'static [Choice]),
    /// The mentors of the visitor.
    Mentors,
}

/// One of the things that can be chosen.
#[derive(Debug)]
pub struct Choice {
    /// Name in links.
    pub key: &'static str,
    /// Name in the voice of the page.
    pub label: &'static str,
    /// Whether a world has it.
    pub(crate) is: fn(&LabWorld) -> bool,
    /// Gives it to a world.
    pub(crate) set: fn(&mut LabWorld),
}

/// What a setting can be set to.
#[derive(Clone, Copy, Debug)]
pub enum Range {
    /// Any unsigned integer of 64 bits.
    Seed,
    /// An integer from the first to the second.
    Integer([u32; 2]),
    /// A number from the first to the second.
    Number([f32; 2]),
    /// One of these.
    Choices(&'static [Choice]),
    /// Two to eight people by number, points between.
    People,
}

/// The ends of a range of integers.
pub(crate) const fn integers(range: &RangeInclusive<u32>) -> [u32; 2] {
    [*range.start(), *range.end()]
}

/// The ends of a range of numbers.
pub(crate) const fn numbers(range: &RangeInclusive<f32>) -> [f32; 2] {
    [*range.start(), *range.end()]
}
