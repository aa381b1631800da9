//! Settings of interaction: who reads and meets whom.

use drift::{Interaction, NetworkModel, Normalization, Params};

use crate::spec::{AppliesTo, Group, InLink, SettingSpec, TakesEffect};
use crate::value::{Choice, Value, integers, numbers};

pub(super) const GROUP: Group = Group { title: "who meets whom", settings: SETTINGS };

const SETTINGS: &[SettingSpec] = &[
    SettingSpec {
        key: "audience",
        parameter: "interaction",
        in_link: InLink::IfChanged(17),
        value: Value::Choice(&INTERACTIONS),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "who is read",
        symbol: "",
        unit: "",
        help: "a few posts a day, everybody at once, or people in pairs",
        subject: "",
    },
    SettingSpec {
        key: "averaging",
        parameter: "normalization",
        in_link: InLink::IfChanged(18),
        value: Value::Choice(&NORMALIZATIONS),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "leaning is",
        symbol: "",
        unit: "",
        help: "little heed, little pull; or always all the way to the mean",
        subject: "",
    },
    SettingSpec {
        key: "bias",
        parameter: "algorithmic_bias",
        in_link: InLink::IfChanged(19),
        value: Value::Number(numbers(&Params::ALGORITHMIC_BIAS), |w| &mut w.setting.params.algorithmic_bias),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "like meets like",
        symbol: "\u{3b3}",
        unit: "power",
        help: "in pairs, and in talk: how much people prefer to meet the near",
        subject: "the preference for meeting the near",
    },
    SettingSpec {
        key: "rejection",
        parameter: "rejection_latitude",
        in_link: InLink::IfChanged(38),
        value: Value::OptionalNumber(numbers(&Params::REJECTION_LATITUDE), "never", |w| {
            &mut w.setting.params.rejection_latitude
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "too far",
        symbol: "t",
        unit: "beliefs",
        help: "in pairs: from this distance on, two who meet push each other away. empty: never",
        subject: "the distance that is too far",
    },
    SettingSpec {
        key: "bound",
        parameter: "opinion_bound",
        in_link: InLink::IfChanged(39),
        value: Value::Number(numbers(&Params::OPINION_BOUND), |w| &mut w.setting.params.opinion_bound),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "the edge",
        symbol: "B",
        unit: "beliefs",
        help: "how far out people can be pushed. beyond it there is nothing to believe",
        subject: "the distance of the edge",
    },
    SettingSpec {
        key: "network",
        parameter: "network",
        in_link: InLink::IfChanged(21),
        value: Value::Choice(&NETWORKS),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "who talks to whom",
        symbol: "",
        unit: "",
        help: "anybody, a small world of neighbours, or circles of friends",
        subject: "",
    },
    SettingSpec {
        key: "neighbours",
        parameter: "neighbors",
        in_link: InLink::IfChanged(22),
        value: Value::IntegerPart(integers(&NetworkModel::NEIGHBORS), |w| match &mut w.setting.network {
            NetworkModel::WattsStrogatz { neighbors, .. } => Some(neighbors),
            _ => None,
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "neighbours",
        symbol: "",
        unit: "people",
        help: "how many everybody knows",
        subject: "the number of neighbours",
    },
    SettingSpec {
        key: "rewiring",
        parameter: "rewiring",
        in_link: InLink::IfChanged(23),
        value: Value::NumberPart(numbers(&NetworkModel::REWIRING), |w| match &mut w.setting.network {
            NetworkModel::WattsStrogatz { rewiring, .. } => Some(rewiring),
            _ => None,
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "far friends",
        symbol: "",
        unit: "share",
        help: "ties that lead anywhere instead of next door",
        subject: "the share of ties that lead anywhere",
    },
    SettingSpec {
        key: "blocks",
        parameter: "blocks",
        in_link: InLink::IfChanged(24),
        value: Value::IntegerPart(integers(&NetworkModel::BLOCKS), |w| match &mut w.setting.network {
            NetworkModel::StochasticBlocks { blocks, .. } => Some(blocks),
            _ => None,
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "circles of friends",
        symbol: "",
        unit: "circles",
        help: "how many there are",
        subject: "the number of circles",
    },
    SettingSpec {
        key: "within",
        parameter: "within",
        in_link: InLink::IfChanged(25),
        value: Value::NumberPart(numbers(&NetworkModel::DEGREE), |w| match &mut w.setting.network {
            NetworkModel::StochasticBlocks { within, .. } => Some(within),
            _ => None,
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "friends inside",
        symbol: "",
        unit: "people",
        help: "in one’s own circle, on average",
        subject: "the number of ties within a circle",
    },
    SettingSpec {
        key: "across",
        parameter: "across",
        in_link: InLink::IfChanged(26),
        value: Value::NumberPart(numbers(&NetworkModel::DEGREE), |w| match &mut w.setting.network {
            NetworkModel::StochasticBlocks { across, .. } => Some(across),
            _ => None,
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "friends outside",
        symbol: "",
        unit: "people",
        help: "in all other circles, on average",
        subject: "the number of ties across circles",
    },
];

const INTERACTIONS: [Choice; 3] = [
    Choice {
        key: "posts",
        label: "a few posts",
        is: |w| w.setting.params.interaction == Interaction::Posts,
        set: |w| w.setting.params.interaction = Interaction::Posts,
    },
    Choice {
        key: "everyone",
        label: "everybody",
        is: |w| w.setting.params.interaction == Interaction::AllToAll,
        set: |w| w.setting.params.interaction = Interaction::AllToAll,
    },
    Choice {
        key: "pairs",
        label: "pairs",
        is: |w| w.setting.params.interaction == Interaction::Pairwise,
        set: |w| w.setting.params.interaction = Interaction::Pairwise,
    },
];

const NORMALIZATIONS: [Choice; 2] = [
    Choice {
        key: "per-post",
        label: "by heed",
        is: |w| w.setting.params.normalization == Normalization::ByCount,
        set: |w| w.setting.params.normalization = Normalization::ByCount,
    },
    Choice {
        key: "by-attention",
        label: "all the way",
        is: |w| w.setting.params.normalization == Normalization::ByAttention,
        set: |w| w.setting.params.normalization = Normalization::ByAttention,
    },
];

const NETWORKS: [Choice; 3] = [
    Choice {
        key: "everybody",
        label: "anybody",
        is: |w| matches!(w.setting.network, NetworkModel::Complete),
        set: |w| w.setting.network = NetworkModel::Complete,
    },
    Choice {
        key: "small-world",
        label: "a small world",
        is: |w| matches!(w.setting.network, NetworkModel::WattsStrogatz { .. }),
        set: |w| w.setting.network = NetworkModel::WattsStrogatz { neighbors: 10, rewiring: 0.1 },
    },
    Choice {
        key: "blocks",
        label: "circles of friends",
        is: |w| matches!(w.setting.network, NetworkModel::StochasticBlocks { .. }),
        set: |w| w.setting.network = NetworkModel::StochasticBlocks { blocks: 8, within: 8.0, across: 2.0 },
    },
];
