//! Statements about family and love: family, sexes, children.

use super::statement::Statement;

/// The statements, in the order of the item bank.
pub(super) const STATEMENTS: [Statement; 12] = [
    Statement::new(
        "wedding",
        [
            "Lovers need only each other's yes, with or without a wedding.",
            "Lovers do well to wait until they are married.",
        ],
        ["think love needs no wedding", "would save love for marriage"],
    ),
    Statement::new(
        "affair",
        [
            "Some affairs are human, and I can understand them.",
            "An affair is a betrayal, whatever the reason.",
        ],
        ["can understand some affairs", "see every affair as betrayal"],
    ),
    Statement::new(
        "pregnancy",
        [
            "Carrying on a pregnancy is for the woman to decide.",
            "An unborn child's life deserves the law's protection.",
        ],
        ["leave pregnancies to the woman", "would protect the unborn"],
    ),
    Statement::new(
        "facts",
        [
            "Schools should explain the facts of life to children.",
            "The facts of life are for parents to explain at home.",
        ],
        ["want sex education at school", "leave sex education to parents"],
    ),
    Statement::new(
        "toddlers",
        ["Small children need a parent at home.", "Small children blossom in good day care."],
        ["want parents home with toddlers", "trust day care with toddlers"],
    ),
    Statement::new(
        "roles",
        [
            "A home runs best when he earns and she keeps house.",
            "A home runs best when both earn and both keep house.",
        ],
        ["like homes with one breadwinner", "like homes with two earners"],
    ),
    Statement::new(
        "promote",
        [
            "The job should go to the best person, woman or man.",
            "Companies should make a point of promoting women.",
        ],
        ["would promote by merit alone", "want more women promoted"],
    ),
    Statement::new(
        "slap",
        ["A child learns limits best from patient words.", "A light slap has its place in raising a child."],
        ["would raise children with words", "think a slap can teach"],
    ),
    Statement::new(
        "obey",
        [
            "A child who asks why learns everything else faster.",
            "A child who obeys learns everything else faster.",
        ],
        ["want children to ask why", "want children to obey"],
    ),
    Statement::new(
        "ownmind",
        ["The best gift for a child is good manners.", "The best gift for a child is a mind of its own."],
        ["prize good manners", "prize independent minds"],
    ),
    Statement::new(
        "gender",
        ["Ideas about gender are changing too fast.", "Ideas about gender are changing too slowly."],
        ["find gender change too fast", "find gender change too slow"],
    ),
    Statement::new(
        "daycare",
        ["Day care is for parents to choose and pay for.", "Good day care is worth paying for together."],
        ["leave day care to parents", "would share day care costs"],
    ),
];
