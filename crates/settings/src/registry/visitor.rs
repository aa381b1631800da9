//! Settings of the visitor alone, an observer of the world.

use drift::Params;

use crate::spec::{AppliesTo, Group, InLink, SettingSpec, TakesEffect};
use crate::value::{Value, numbers};

pub(super) const GROUP: Group = Group { title: "you alone", settings: SETTINGS };

const SETTINGS: &[SettingSpec] = &[
    SettingSpec {
        key: "you.anchor",
        parameter: "stubbornness",
        in_link: InLink::IfChanged(32),
        value: Value::OptionalNumber(numbers(&Params::STUBBORNNESS), "", |w| &mut w.you.stubbornness),
        applies_to: AppliesTo::Visitor,
        takes_effect: TakesEffect::NextStep,
        title: "your authenticity",
        symbol: "",
        unit: "share a day",
        help: "empty: like everybody else",
        subject: "",
    },
    SettingSpec {
        key: "you.susceptibility",
        parameter: "convergence_rate",
        in_link: InLink::IfChanged(33),
        value: Value::OptionalNumber(numbers(&Params::CONVERGENCE_RATE), "", |w| &mut w.you.convergence_rate),
        applies_to: AppliesTo::Visitor,
        takes_effect: TakesEffect::NextStep,
        title: "your leaning",
        symbol: "",
        unit: "share a day",
        help: "zero is logged off. empty: like everybody else",
        subject: "",
    },
    SettingSpec {
        key: "you.feed",
        parameter: "feed_share",
        in_link: InLink::IfChanged(34),
        value: Value::OptionalNumber(numbers(&Params::FEED_SHARE), "", |w| &mut w.you.feed_share),
        applies_to: AppliesTo::Visitor,
        takes_effect: TakesEffect::NextStep,
        title: "your feed strength",
        symbol: "",
        unit: "share",
        help: "zero is chronological. empty: like everybody else",
        subject: "",
    },
    SettingSpec {
        key: "you.explore",
        parameter: "exploration",
        in_link: InLink::IfChanged(35),
        value: Value::OptionalNumber(numbers(&Params::EXPLORATION), "", |w| &mut w.you.exploration),
        applies_to: AppliesTo::Visitor,
        takes_effect: TakesEffect::NextStep,
        title: "your exploration",
        symbol: "",
        unit: "share",
        help: "empty: like everybody else",
        subject: "",
    },
    SettingSpec {
        key: "you.activity",
        parameter: "activity",
        in_link: InLink::IfChanged(45),
        value: Value::OptionalNumber(numbers(&Params::ACTIVITY), "", |w| &mut w.you.activity),
        applies_to: AppliesTo::Visitor,
        takes_effect: TakesEffect::NextStep,
        title: "your days online",
        symbol: "",
        unit: "share",
        help: "how many days you look at all. empty: every day",
        subject: "your days online",
    },
    SettingSpec {
        key: "you.mentorship",
        parameter: "mentorship",
        in_link: InLink::IfChanged(36),
        value: Value::Number(numbers(&Params::MENTORSHIP), |w| &mut w.you.mentorship),
        applies_to: AppliesTo::Visitor,
        takes_effect: TakesEffect::NextStep,
        title: "heed to your mentors",
        symbol: "",
        unit: "share",
        help: "needs mentors, below or by tapping people",
        subject: "",
    },
    SettingSpec {
        key: MENTORS,
        parameter: "mentors",
        in_link: InLink::IfChanged(37),
        value: Value::Mentors,
        applies_to: AppliesTo::Visitor,
        takes_effect: TakesEffect::NextStep,
        title: "your mentors",
        symbol: "",
        unit: "numbers",
        help: "two to eight people, points between: 12.55.103",
        subject: "",
    },
];

/// Key of the visitor's mentors.
pub(crate) const MENTORS: &str = "you.mentors";
