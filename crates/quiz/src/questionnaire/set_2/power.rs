//! Statements about power and trust: institutions, media, democracy.

use super::statement::Statement;

/// The statements, in the order of the item bank.
pub(super) const STATEMENTS: [Statement; 16] = [
    Statement::new(
        "teaching",
        ["Schools and universities are doing good work.", "Schools and universities have lost their way."],
        ["believe in schools", "think schools lost direction"],
    ),
    Statement::new(
        "reporters",
        ["Reporters mostly try hard to get it right.", "Reporters mostly tell one side of the story."],
        ["trust reporters", "find reporters one-sided"],
    ),
    Statement::new(
        "slant",
        ["Most news about politics is told straight.", "Most news about politics comes with a slant."],
        ["find news told straight", "see a slant in news"],
    ),
    Statement::new(
        "tvnews",
        [
            "The evening news leaves out half of what matters.",
            "The evening news tells me what I need to know.",
        ],
        ["find evening news incomplete", "rely on the evening news"],
    ),
    Statement::new(
        "experts",
        [
            "Common sense often sees further than study.",
            "Hard questions are best left to those who studied them.",
        ],
        ["trust common sense over study", "leave hard questions to experts"],
    ),
    Statement::new(
        "democracy",
        ["Democracy here works better than people say.", "Democracy here is in need of major repairs."],
        ["think democracy works here", "think democracy needs repairs"],
    ),
    Statement::new(
        "officials",
        ["Public officials mostly hide behind their rules.", "Public officials mostly want to help people."],
        ["see officials hide behind rules", "find officials helpful"],
    ),
    Statement::new(
        "favours",
        ["Public office runs on favours between friends.", "Bribes and favours are rare in public office."],
        ["see favours in public office", "think bribes are rare"],
    ),
    Statement::new(
        "voice",
        ["Voices like mine are heard when we speak up.", "Voices like mine get lost on the way to the top."],
        ["feel heard when speaking up", "feel unheard by the top"],
    ),
    Statement::new(
        "everyvote",
        [
            "Big decisions are best put to a vote of everyone.",
            "Big decisions are best made by those we elect.",
        ],
        ["want everyone to vote directly", "leave decisions to the elected"],
    ),
    Statement::new(
        "debate",
        ["Slow debate is how good laws are born.", "Endless debate is how good plans die."],
        ["value slow debate", "lose patience with debates"],
    ),
    Statement::new(
        "boat",
        [
            "The deepest divide is between the top and the rest.",
            "Top and bottom, we all sit in the same boat.",
        ],
        ["see the top against everyone", "see everyone in one boat"],
    ),
    Statement::new(
        "say",
        [
            "Decisions get better when a few able people make them.",
            "Decisions get better when more people join in.",
        ],
        ["would let the able decide", "want more people to decide"],
    ),
    Statement::new(
        "watch",
        ["Those in power need a watchful eye at all times.", "Those in power work best when left in peace."],
        ["keep watch on the powerful", "would leave leaders in peace"],
    ),
    Statement::new(
        "elections",
        ["I follow an election like a thrilling match.", "Elections come and go; I get on with my life."],
        ["follow elections closely", "let elections pass by"],
    ),
    Statement::new(
        "leftright",
        ["On most questions of the day I lean right.", "On most questions of the day I lean left."],
        ["lean right", "lean left"],
    ),
];
