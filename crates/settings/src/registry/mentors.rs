//! Settings of mentors: who has chosen some, and how much they count.

use drift::Params;

use crate::mentor_model::MentorModel;
use crate::spec::{AppliesTo, Group, InLink, SettingSpec, TakesEffect};
use crate::value::{Choice, Value, integers, numbers};

pub(super) const GROUP: Group = Group { title: "mentors", settings: SETTINGS };

const SETTINGS: &[SettingSpec] = &[
    SettingSpec {
        key: "circles",
        parameter: "circles",
        in_link: InLink::IfChanged(27),
        value: Value::Choice(&CIRCLES),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "mentors",
        symbol: "",
        unit: "",
        help: "nobody’s, a school of the outermost people, or everybody’s at random",
        subject: "",
    },
    SettingSpec {
        key: "school",
        parameter: "school_share",
        in_link: InLink::IfChanged(28),
        value: Value::NumberPart(numbers(&MentorModel::SHARE), |w| match &mut w.setting.mentor_model {
            MentorModel::School { share, .. } => Some(share),
            _ => None,
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "the school",
        symbol: "",
        unit: "share",
        help: "how much of the crowd, counted from outside",
        subject: "the share of people in a school",
    },
    SettingSpec {
        key: "ties",
        parameter: "mentors_each",
        in_link: InLink::IfChanged(29),
        value: Value::IntegerPart(integers(&MentorModel::TIES), |w| match &mut w.setting.mentor_model {
            MentorModel::School { ties, .. } | MentorModel::Everybody { ties, .. } => Some(ties),
            MentorModel::None => None,
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "mentors each",
        symbol: "",
        unit: "people",
        help: "how many a person listens to",
        subject: "the number of mentors",
    },
    SettingSpec {
        key: "mentorship",
        parameter: "mentorship",
        in_link: InLink::IfChanged(30),
        value: Value::NumberPart(numbers(&Params::MENTORSHIP), |w| match &mut w.setting.mentor_model {
            MentorModel::School { mentorship, .. } | MentorModel::Everybody { mentorship, .. } => {
                Some(mentorship)
            }
            MentorModel::None => None,
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "heed to mentors",
        symbol: "\u{3c1}",
        unit: "share",
        help: "how much they count, against all other reading",
        subject: "mentorship",
    },
    SettingSpec {
        key: "anchored",
        parameter: "stubbornness",
        in_link: InLink::IfChanged(31),
        value: Value::NumberPart(numbers(&Params::STUBBORNNESS), |w| match &mut w.setting.mentor_model {
            MentorModel::School { anchored, .. } => Some(anchored),
            _ => None,
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "rocks",
        symbol: "\u{3bb}",
        unit: "share a day",
        help: "authenticity of one member in ten. zero: there are none",
        subject: "",
    },
];

const CIRCLES: [Choice; 3] = [
    Choice {
        key: "none",
        label: "nobody has any",
        is: |w| matches!(w.setting.mentor_model, MentorModel::None),
        set: |w| w.setting.mentor_model = MentorModel::None,
    },
    Choice {
        key: "school",
        label: "a school",
        is: |w| matches!(w.setting.mentor_model, MentorModel::School { .. }),
        set: |w| {
            w.setting.mentor_model =
                MentorModel::School { share: 0.03, ties: 5, mentorship: 0.8, anchored: 0.0 }
        },
    },
    Choice {
        key: "everybody",
        label: "everybody has some",
        is: |w| matches!(w.setting.mentor_model, MentorModel::Everybody { .. }),
        set: |w| w.setting.mentor_model = MentorModel::Everybody { ties: 5, mentorship: 1.0 },
    },
];
