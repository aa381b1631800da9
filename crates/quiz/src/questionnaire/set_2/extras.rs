//! Reverse-keyed statements of five beliefs, asked again to find careless responding, and six playful statements that are
//! not scored.

use super::statement::Statement;

/// Statements of consistency pairs, reverse-keyed, each with its own key and that of the item: the upper pole of the item
/// is the lower pole here. They have no phrases, for no sentence repeats them.
pub const REVERSED: [(&str, &str, [&str; 2]); 5] = [
    ("guard_twin", "guard", ["New people get my trust on credit.", "New people have to earn my trust."]),
    (
        "techcost_twin",
        "techcost",
        ["Life was kinder when there were fewer machines.", "Machines have made the world a better place."],
    ),
    (
        "gap_twin",
        "gap",
        ["Unequal incomes are the fair result of free choices.", "Taxes should even out incomes much more."],
    ),
    (
        "science_twin",
        "science",
        ["What most researchers find is good enough for me.", "Researchers too often run with the herd."],
    ),
    (
        "offline_twin",
        "offline",
        ["Without the net I would breathe more freely.", "Without the net I would soon miss people badly."],
    ),
];

/// Playful statements, not scored. Shares and provenance are assumed, except of the stars.
pub const EXTRAS: [Statement; 6] = [
    Statement::new(
        "sixseven",
        [
            "A good joke has a point; “six-seven” is just noise.",
            "“Six-seven!” is funny because it means nothing.",
        ],
        ["like jokes with a point", "laugh when people shout six-seven"],
    ),
    Statement::new(
        "feelings",
        [
            "A machine can act out feelings; only life has them.",
            "A machine could one day truly feel something.",
        ],
        ["say only living things feel", "think machines could feel"],
    ),
    Statement::new(
        "hotdog",
        ["A hot dog is a hot dog, a thing of its own.", "A hot dog is a sandwich, and I stand by it."],
        ["let hot dogs be", "call hot dogs sandwiches"],
    ),
    Statement::new(
        "pizza",
        ["Pineapple is happiest in a fruit salad.", "Pineapple is happiest on a pizza."],
        ["keep pineapple off pizza", "want pineapple on pizza"],
    ),
    Statement::new(
        "cats",
        ["A dog at my feet is the best company.", "A cat on my lap is the best company."],
        ["prefer dogs", "prefer cats"],
    ),
    Statement::new(
        "stars",
        ["Life shapes a character; the stars just shine.", "A star sign says something real about a person."],
        ["see only light in stars", "see something in star signs"],
    ),
];
