//! Statements about everyday life: company and mood.

use super::statement::Statement;

/// The statements, in the order of the item bank.
pub(super) const STATEMENTS: [Statement; 9] = [
    Statement::new(
        "television",
        ["Television opens a window on the world.", "Television dulls more minds than it wakes."],
        ["see good in television", "think television dulls minds"],
    ),
    Statement::new(
        "doctors",
        ["When a doctor gives me advice, I look it up first.", "When a doctor gives me advice, I take it."],
        ["double-check a doctor's advice", "take a doctor's advice"],
    ),
    Statement::new(
        "guard",
        ["With strangers, I stay on my guard.", "I trust people from the first handshake."],
        ["stay on guard with strangers", "trust people on first meeting"],
    ),
    Statement::new(
        "happy",
        ["Happiness comes to me in short visits.", "All in all, I am a happy person."],
        ["find happiness a rare visitor", "are happy all in all"],
    ),
    Statement::new(
        "adventure",
        ["My days feel like an adventure.", "My days run on familiar rails."],
        ["find life an adventure", "like familiar days"],
    ),
    Statement::new(
        "relatives",
        ["Most weeks I sit at a table with relatives.", "I see my relatives on the big occasions."],
        ["see relatives most weeks", "see relatives on big occasions"],
    ),
    Statement::new(
        "neighbours",
        ["My neighbours and I often sit together.", "With neighbours, a friendly nod is enough for me."],
        ["sit with neighbours often", "keep to nods with neighbours"],
    ),
    Statement::new(
        "friends",
        ["A free evening is for friends.", "A free evening is for peace and quiet."],
        ["give free evenings to friends", "keep free evenings quiet"],
    ),
    Statement::new(
        "bar",
        ["A good evening is a stool at the bar.", "A good evening is a blanket on the sofa."],
        ["like evenings in a bar", "like evenings on the sofa"],
    ),
];
