//! Set 1: 24 items in our own words, each pole as its best advocate would put it.
//!
//! Published, and so never changed: a new question comes with a new set beside it (`CONTRIBUTING.md`, "Adding things").

use super::question::Theme::{Life, Machines, World};
use super::question::{Item, Question};
use super::question_set::{QuestionSet, Typical};

/// The first set: three themes of eight items, the last of each reverse-keyed.
pub static SET_1: QuestionSet =
    QuestionSet::new(1, &ITEMS, 29_573, Typical { seconds: 6.0, guess_rate: 0.757 });

static ITEMS: [Item; 24] = Question::items(&QUESTIONS);

const GAP: Question = Question::new(
    World,
    "gap",
    [
        "A good state leaves incomes alone and lets people keep what they earn.",
        "A good state works hard to narrow the gap between rich and poor.",
    ],
    ["would leave incomes alone", "would narrow the wealth gap"],
)
.paired_with(7);
const BUILD: Question = Question::new(
    Machines,
    "ai_build",
    [
        "Machines that can outthink people are better left unbuilt.",
        "Building machines that can outthink people is a good idea.",
    ],
    ["would leave superhuman machines unbuilt", "would build superhuman machines"],
)
.paired_with(15);
const STRANGERS: Question = Question::new(
    Life,
    "strangers",
    [
        "Many strangers would take advantage of me if they got the chance.",
        "Most people I don't know would treat me fairly.",
    ],
    ["expect strangers to take advantage", "expect strangers to be fair"],
)
.gentle()
.paired_with(23);

/// The words of [`SET_1`], in the order of its items.
pub(super) static QUESTIONS: [Question; 24] = [
    GAP,
    Question::new(
        World,
        "borders",
        [
            "My country gains by opening its door to more newcomers.",
            "My country should let in fewer newcomers than it does now.",
        ],
        ["would welcome more newcomers", "want fewer newcomers"],
    ),
    Question::new(
        World,
        "planet",
        [
            "Growth should come first: prosperity is what pays for everything else.",
            "Nature should come first, even if the economy grows more slowly.",
        ],
        ["put growth first", "put nature first"],
    ),
    Question::new(
        World,
        "guns",
        [
            "An ordinary adult should be able to own a gun without much fuss.",
            "Getting a gun should take real checks and real effort.",
        ],
        ["trust adults with guns", "want guns harder to get"],
    ),
    Question::new(
        World,
        "speech",
        [
            "Some speech does such harm that public life should shut it out.",
            "Even people with hateful opinions should be free to voice them in public.",
        ],
        ["would shut out harmful speech", "defend even hateful speech"],
    ),
    Question::new(
        World,
        "drugs",
        [
            "Society is healthier with cannabis kept illegal.",
            "Adults should be free to buy and use cannabis.",
        ],
        ["would keep cannabis illegal", "would let adults buy cannabis"],
    ),
    Question::new(
        World,
        "roles",
        [
            "A home works best when both parents earn and both run the household.",
            "A home works best when the father earns and the mother runs the household.",
        ],
        ["like homes with two earners", "like homes with one breadwinner"],
    ),
    GAP.reversed(
        "gap_twin",
        0,
        [
            "Taxes and benefits should do a lot more to even out incomes.",
            "Unequal incomes are a fair result of effort and free choice.",
        ],
        ["would even out incomes", "find unequal incomes fair"],
    ),
    BUILD,
    Question::new(
        Machines,
        "ai_jobs",
        [
            "AI will make about as much work as it takes, and we will adapt.",
            "AI will take over many people's work within ten years, and that worries me.",
        ],
        ["expect AI to bring work", "fear AI will take jobs"],
    ),
    Question::new(
        Machines,
        "ai_rules",
        [
            "AI goes best when the people who build it are free to try things.",
            "Companies that make AI need strict rules set by governments.",
        ],
        ["would let AI makers experiment", "want strict rules for AI"],
    ),
    Question::new(
        Machines,
        "tech_good",
        [
            "New technology has cost the world more than it has given.",
            "New technology has done the world more good than harm.",
        ],
        ["find new technology too costly", "find new technology worth it"],
    )
    .gentle(),
    Question::new(
        Machines,
        "ai_mind",
        [
            "Feelings belong to living things; a machine can only act them out.",
            "A machine could one day truly have feelings.",
        ],
        ["say only living things feel", "think machines could feel"],
    )
    .gentle(),
    Question::new(
        Machines,
        "sm_harm",
        [
            "Social media brings people together more than it drives them apart.",
            "Social media does the world more harm than good.",
        ],
        ["say social media connects people", "find social media harmful"],
    )
    .gentle(),
    Question::new(
        Machines,
        "memes",
        [
            "A joke needs a point; shouting \u{201c}six-seven\u{201d} hasn't got one.",
            "Jokes that make no sense at all, like shouting \u{201c}six-seven\u{201d}, make me laugh.",
        ],
        ["like jokes with a point", "laugh when people shout six-seven"],
    )
    .gentle(),
    BUILD.reversed(
        "ai_build_twin",
        8,
        [
            "I look forward to minds greater than ours, made by us.",
            "We should stop before AI gets smarter than we are.",
        ],
        ["look forward to greater minds", "would stop AI outgrowing us"],
    ),
    Question::new(
        Life,
        "god",
        [
            "The world runs by itself; I see no god behind it.",
            "I am sure there is a god or some higher power.",
        ],
        ["see no god", "are sure of a god"],
    ),
    Question::new(
        Life,
        "stars",
        [
            "Character comes from genes and life; the sky has no part in it.",
            "A person's star sign tells you something real about them.",
        ],
        ["see nothing in star signs", "see something in star signs"],
    )
    .gentle(),
    Question::new(
        Life,
        "science",
        [
            "Experts often agree and are wrong; I weigh things up for myself.",
            "If most scientists agree on something, I believe it.",
        ],
        ["think experts often err", "trust what scientists agree on"],
    ),
    STRANGERS,
    Question::new(
        Life,
        "classical",
        ["Other music moves me; classical leaves me cold.", "I enjoy listening to classical music."],
        ["leave classical music to others", "enjoy classical music"],
    )
    .gentle(),
    Question::new(
        Life,
        "modern_art",
        ["Modern art takes real skill, even where it looks easy.", "Much of modern art takes no real skill."],
        ["see skill in modern art", "doubt modern art takes skill"],
    )
    .gentle(),
    Question::new(
        Life,
        "meat",
        ["Eating animals is something to feel uneasy about.", "Eating meat is nothing to feel bad about."],
        ["feel uneasy about eating meat", "eat meat without guilt"],
    ),
    STRANGERS.reversed(
        "strangers_twin",
        19,
        [
            "People I have just met deserve my trust from the start.",
            "With people I don't know, I'd rather stay on my guard.",
        ],
        ["trust people on first meeting", "stay on guard with strangers"],
    ),
];
