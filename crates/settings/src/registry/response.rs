//! Settings of an agent’s response: how opinions and posts follow from what was read.

use drift::Params;

use crate::spec::{AppliesTo, Group, InLink, SettingSpec, TakesEffect};
use crate::value::{Value, numbers};

pub(super) const GROUP: Group = Group { title: "people’s hearts", settings: SETTINGS };

const SETTINGS: &[SettingSpec] = &[
    SettingSpec {
        key: "susceptibility",
        parameter: "convergence_rate",
        in_link: InLink::IfChanged(7),
        value: Value::Number(numbers(&Params::CONVERGENCE_RATE), |w| &mut w.setting.params.convergence_rate),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "leaning",
        symbol: "\u{3bc}",
        unit: "share a day",
        help: "how far people lean towards what they read",
        subject: "susceptibility",
    },
    SettingSpec {
        key: "anchor",
        parameter: "stubbornness",
        in_link: InLink::IfChanged(8),
        value: Value::Number(numbers(&Params::STUBBORNNESS), |w| &mut w.setting.params.stubbornness),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "authenticity",
        symbol: "\u{3bb}",
        unit: "share a day",
        help: "how far people come home to their own first beliefs",
        subject: "the weight of the anchor",
    },
    SettingSpec {
        key: "innovation",
        parameter: "innovation",
        in_link: InLink::IfChanged(9),
        value: Value::Number(numbers(&Params::INNOVATION), |w| &mut w.setting.params.innovation),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "whims",
        symbol: "\u{3c3}",
        unit: "a day",
        help: "new ideas of one’s own, from nowhere",
        subject: "innovation",
    },
    SettingSpec {
        key: "turns",
        parameter: "shared_innovation",
        in_link: InLink::IfChanged(46),
        value: Value::Number(numbers(&Params::SHARED_INNOVATION), |w| {
            &mut w.setting.params.shared_innovation
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "changes of heart",
        symbol: "\u{3c2}",
        unit: "a day",
        help: "new ideas that move all beliefs that hang together, at once",
        subject: "shared innovation",
    },
    SettingSpec {
        key: "display",
        parameter: "expression",
        in_link: InLink::IfChanged(10),
        value: Value::Number(numbers(&Params::EXPRESSION), |w| &mut w.setting.params.expression),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "honesty",
        symbol: "\u{3b8}",
        unit: "share",
        help: "how much of a post is what its author believes. the rest is echo",
        subject: "honesty of display",
    },
];
