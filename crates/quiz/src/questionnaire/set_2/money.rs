//! Statements about money and fairness: taxes, help, companies.

use super::statement::Statement;

/// The statements, in the order of the item bank.
pub(super) const STATEMENTS: [Statement; 14] = [
    Statement::new(
        "gap",
        [
            "A good state keeps rich and poor from drifting apart.",
            "People should keep what they earn, even if gaps grow.",
        ],
        ["would narrow the wealth gap", "would leave incomes alone"],
    ),
    Statement::new(
        "tax",
        ["Taxes take too much of what people earn.", "Taxes are a fair price for what we share."],
        ["find taxes too high", "find taxes a fair price"],
    ),
    Statement::new(
        "hardtimes",
        ["In hard times people grow by helping themselves.", "In hard times the state should step in."],
        ["believe in self-help", "want the state's helping hand"],
    ),
    Statement::new(
        "doctorbill",
        [
            "We should all pay for each other's doctors.",
            "Each of us should choose and pay for our own doctor.",
        ],
        ["would share all doctors' bills", "want doctors paid privately"],
    ),
    Statement::new(
        "oldwrongs",
        [
            "Groups wronged in the past deserve extra help now.",
            "Help should follow need today, whatever the past.",
        ],
        ["would repair old wrongs", "would help by need alone"],
    ),
    Statement::new(
        "hiring",
        [
            "Fair hiring is blind to where a person comes from.",
            "Fair hiring lifts groups that were long shut out.",
        ],
        ["want blind hiring", "would hire to lift groups"],
    ),
    Statement::new(
        "schools",
        ["Better ideas would do schools more good than money.", "Schools deserve a lot more money."],
        ["want better ideas for schools", "want more money for schools"],
    ),
    Statement::new(
        "support",
        [
            "Work does more for the poor than bigger payments.",
            "Support for the poor should be more generous.",
        ],
        ["prefer work to bigger payments", "want generous support"],
    ),
    Statement::new(
        "profits",
        [
            "Big profits come from giving people what they want.",
            "Big profits come out of everybody else's pockets.",
        ],
        ["think big profits are earned", "resent big profits"],
    ),
    Statement::new(
        "companies",
        ["Big companies need watching at every step.", "Big companies mostly do right by people."],
        ["would watch big companies", "trust big companies"],
    ),
    Statement::new(
        "banks",
        ["My money is in good hands with a bank.", "Banks look after themselves first."],
        ["trust banks", "distrust banks"],
    ),
    Statement::new(
        "giants",
        ["Global giants squeeze out good local shops.", "Global giants bring better choice to every town."],
        ["side with local shops", "welcome global giants"],
    ),
    Statement::new(
        "strangers",
        ["Kindness belongs first to family and friends.", "Kindness counts most when it reaches strangers."],
        ["keep kindness close to home", "value kindness to strangers"],
    ),
    Statement::new(
        "living",
        ["A decent living is everyone's right.", "A decent living is something we earn."],
        ["call decent living a right", "say a living is earned"],
    ),
];
