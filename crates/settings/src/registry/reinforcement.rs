//! Settings of reinforcement: how posts push people to the side they are on.

use drift::{Params, TopicOverlap};

use crate::spec::{AppliesTo, Group, InLink, SettingSpec, TakesEffect};
use crate::value::{Choice, Value, numbers};

pub(super) const GROUP: Group = Group { title: "getting worked up", settings: SETTINGS };

const SETTINGS: &[SettingSpec] = &[
    SettingSpec {
        key: "push",
        parameter: "reinforcement",
        in_link: InLink::IfChanged(40),
        value: Value::Number(numbers(&Params::REINFORCEMENT), |w| &mut w.setting.params.reinforcement),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "push",
        symbol: "\u{3ba}",
        unit: "a day",
        help: "how far a post pushes its readers further to the side it is on. not in pairs",
        subject: "the push of posts",
    },
    SettingSpec {
        key: "heat",
        parameter: "controversialness",
        in_link: InLink::IfChanged(41),
        value: Value::Number(numbers(&Params::CONTROVERSIALNESS), |w| {
            &mut w.setting.params.controversialness
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "controversy",
        symbol: "\u{3b1}",
        unit: "",
        help: "how little a post has to say to push with all its might",
        subject: "controversy",
    },
    SettingSpec {
        key: "topics",
        parameter: "topic_overlap",
        in_link: InLink::IfChanged(42),
        value: Value::Choice(&OVERLAPS),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "which topics hang together",
        symbol: "\u{3a6}",
        unit: "",
        help: "a post about one is a post about those, too",
        subject: "",
    },
    SettingSpec {
        key: "angle",
        parameter: "topic_cosine",
        in_link: InLink::IfChanged(43),
        value: Value::NumberPart(numbers(&Params::TOPIC_COSINE), |w| {
            match &mut w.setting.params.topic_overlap {
                TopicOverlap::Uniform(cosine) => Some(cosine),
                _ => None,
            }
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "how much they do",
        symbol: "",
        unit: "cosine",
        help: "zero: not at all. one: they are the same topic",
        subject: "the overlap of topics",
    },
    SettingSpec {
        key: "calm",
        parameter: "decay",
        in_link: InLink::IfChanged(44),
        value: Value::Number(numbers(&Params::DECAY), |w| &mut w.setting.params.decay),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "calming down",
        symbol: "\u{3bd}",
        unit: "share a day",
        help: "how far people come back to the middle by themselves",
        subject: "calming down",
    },
];

const OVERLAPS: [Choice; 3] = [
    Choice {
        key: "none",
        label: "none",
        is: |w| w.setting.params.topic_overlap == TopicOverlap::None,
        set: |w| w.setting.params.topic_overlap = TopicOverlap::None,
    },
    Choice {
        key: "alike",
        label: "all alike",
        is: |w| matches!(w.setting.params.topic_overlap, TopicOverlap::Uniform(_)),
        set: |w| w.setting.params.topic_overlap = TopicOverlap::Uniform(0.5),
    },
    Choice {
        key: "opinions",
        label: "as people’s opinions do",
        is: |w| w.setting.params.topic_overlap == TopicOverlap::Opinions,
        set: |w| w.setting.params.topic_overlap = TopicOverlap::Opinions,
    },
];
