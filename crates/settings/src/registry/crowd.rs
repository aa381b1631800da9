//! Settings of the crowd: its size, its seed, its opinions at step 0.

use drift::Params;

use crate::lab_world::LabWorld;
use crate::setting::Start;
use crate::spec::{AppliesTo, Group, InLink, SettingSpec, TakesEffect};
use crate::value::{Choice, Value, integers};

pub(super) const GROUP: Group = Group { title: "the crowd", settings: SETTINGS };

const SETTINGS: &[SettingSpec] = &[
    SettingSpec {
        key: PEOPLE,
        parameter: "agents",
        in_link: InLink::IfChanged(3),
        value: Value::Integer(integers(&Params::AGENTS), |w| &mut w.setting.people),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "people",
        symbol: "N",
        unit: "people",
        help: "how many simulated people there are",
        subject: "the number of people",
    },
    SettingSpec {
        key: DIMS,
        parameter: "dims",
        in_link: InLink::Always(2),
        value: Value::Integer(integers(&LabWorld::DIMS), |w| &mut w.setting.dims),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "beliefs",
        symbol: "D",
        unit: "each",
        help: "how many beliefs each of them has",
        subject: "the number of beliefs",
    },
    SettingSpec {
        key: "seed",
        parameter: "seed",
        in_link: InLink::Always(0),
        value: Value::Seed,
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "seed",
        symbol: "",
        unit: "",
        help: "which crowd, which dice. same seed, same world, everywhere",
        subject: "",
    },
    SettingSpec {
        key: "start",
        parameter: "start",
        in_link: InLink::IfChanged(20),
        value: Value::Choice(&STARTS),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "start",
        symbol: "",
        unit: "",
        help: "where surveys put people, or anywhere at all as in the textbooks",
        subject: "",
    },
];

/// Key of N.
pub const PEOPLE: &str = "people";
/// Key of D.
pub const DIMS: &str = "dims";

const STARTS: [Choice; 2] = [
    Choice {
        key: "crowd",
        label: "where surveys put people",
        is: |w| w.setting.start == Start::Crowd,
        set: |w| w.setting.start = Start::Crowd,
    },
    Choice {
        key: "uniform",
        label: "anywhere",
        is: |w| w.setting.start == Start::Uniform,
        set: |w| w.setting.start = Start::Uniform,
    },
];
