//! Settings of the feed: what a recommender selects, and what it knows of people.

use drift::Params;

use crate::spec::{AppliesTo, Group, InLink, SettingSpec, TakesEffect};
use crate::value::{Value, integers, numbers};

pub(super) const GROUP: Group = Group { title: "the feed", settings: SETTINGS };

const SETTINGS: &[SettingSpec] = &[
    SettingSpec {
        key: "feed",
        parameter: "feed_share",
        in_link: InLink::Always(1),
        value: Value::Number(numbers(&Params::FEED_SHARE), |w| &mut w.setting.params.feed_share),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "feed strength",
        symbol: "\u{3c6}",
        unit: "share",
        help: "how much of the reading the feed picks; the rest is talk",
        subject: "the strength of the feed",
    },
    SettingSpec {
        key: "screened",
        parameter: "candidates_per_post",
        in_link: InLink::IfChanged(5),
        value: Value::Integer(integers(&Params::CANDIDATES_PER_POST), |w| {
            &mut w.setting.params.candidates_per_post
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "the feed’s reach",
        symbol: "m",
        unit: "posts",
        help: "posts it looks at before it shows the nearest one. one is a dice",
        subject: "the number of authors screened",
    },
    SettingSpec {
        key: "posts",
        parameter: "posts_per_step",
        in_link: InLink::IfChanged(4),
        value: Value::Integer(integers(&Params::POSTS_PER_STEP), |w| &mut w.setting.params.posts_per_step),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "posts",
        symbol: "K",
        unit: "a day",
        help: "how many posts a person reads. it changes little",
        subject: "the number of posts a day",
    },
    SettingSpec {
        key: "explore",
        parameter: "exploration",
        in_link: InLink::IfChanged(6),
        value: Value::Number(numbers(&Params::EXPLORATION), |w| &mut w.setting.params.exploration),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "exploration",
        symbol: "e",
        unit: "share",
        help: "reading at random, with full attention",
        subject: "exploration",
    },
    SettingSpec {
        key: "embedding",
        parameter: "embedding_width",
        in_link: InLink::IfChanged(15),
        value: Value::Integer(integers(&Params::EMBEDDING_WIDTH), |w| &mut w.setting.params.embedding_width),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::Restart,
        title: "what the feed sees",
        symbol: "r",
        unit: "coordinates",
        help: "how many directions of people the feed can tell apart",
        subject: "the number of coordinates the recommender sees",
    },
    SettingSpec {
        key: "refit",
        parameter: "refit_interval",
        in_link: InLink::IfChanged(16),
        value: Value::OptionalInteger(integers(&Params::REFIT_INTERVAL), "never", |w| {
            &mut w.setting.params.refit_interval
        }),
        applies_to: AppliesTo::World,
        takes_effect: TakesEffect::NextStep,
        title: "feed relearns",
        symbol: "R",
        unit: "days",
        help: "days after which the feed looks at people again. empty: never",
        subject: "the days between refits",
    },
];
