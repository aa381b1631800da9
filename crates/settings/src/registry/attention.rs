//! Settings of attention: how it falls with distance.

use drift::{Bandwidth, Kernel, Params};

use crate::spec::{AppliesTo, Group, InLink, SettingSpec, TakesEffect};
use crate::value::{Choice, Value, numbers};

pub(super) const GROUP: Group = Group { title: "attention", settings: SETTINGS };

const SETTINGS: &[SettingSpec] = &[
    SettingSpec {
        key: "share",
        parameter: "mean_attention",
        in_link: InLink::IfChanged(13),
        value: Value::Variant(
            numbers(&Params::MEAN_ATTENTION),
            |w| match w.setting.params.bandwidth {
                Bandwidth::MeanAttention(p) => Some(p),
                Bandwidth::Fixed(_) => None,
            },
            |w, p| w.setting.params.bandwidth = Bandwidth::MeanAttention(p),
        ),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "attention",
        symbol: "p",
        unit: "share",
        help: "how much heed a random stranger gets on day 0",
        subject: "the mean attention to a stranger",
    },
    SettingSpec {
        key: "radius",
        parameter: "fixed_bandwidth",
        in_link: InLink::IfChanged(14),
        value: Value::Variant(
            numbers(&Params::FIXED_BANDWIDTH),
            |w| match w.setting.params.bandwidth {
                Bandwidth::Fixed(h) => Some(h),
                Bandwidth::MeanAttention(_) => None,
            },
            |w, h| w.setting.params.bandwidth = Bandwidth::Fixed(h),
        ),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "radius",
        symbol: "h",
        unit: "beliefs",
        help: "the same as a fixed distance, as in the textbooks. use one of the two",
        subject: "the radius of attention",
    },
    SettingSpec {
        key: "kernel",
        parameter: "kernel",
        in_link: InLink::IfChanged(11),
        value: Value::Choice(&KERNELS),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "shape of attention",
        symbol: "k",
        unit: "",
        help: "how heed falls with distance: a cliff, a bell, a long tail, not at all",
        subject: "",
    },
    SettingSpec {
        key: "falloff",
        parameter: "kernel_exponent",
        in_link: InLink::IfChanged(12),
        value: Value::Number(numbers(&Params::KERNEL_EXPONENT), |w| &mut w.setting.params.kernel_exponent),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "steepness",
        symbol: "\u{3b4}",
        unit: "power",
        help: "how fast the long tail falls",
        subject: "the fall-off of attention",
    },
];

const KERNELS: [Choice; 4] = [
    Choice {
        key: "flat",
        label: "a cliff",
        is: |w| w.setting.params.kernel == Kernel::Flat,
        set: |w| w.setting.params.kernel = Kernel::Flat,
    },
    Choice {
        key: "gauss",
        label: "a bell",
        is: |w| w.setting.params.kernel == Kernel::Gaussian,
        set: |w| w.setting.params.kernel = Kernel::Gaussian,
    },
    Choice {
        key: "rational",
        label: "a long tail",
        is: |w| w.setting.params.kernel == Kernel::Rational,
        set: |w| w.setting.params.kernel = Kernel::Rational,
    },
    Choice {
        key: "one",
        label: "full heed to all",
        is: |w| w.setting.params.kernel == Kernel::Constant,
        set: |w| w.setting.params.kernel = Kernel::Constant,
    },
];
