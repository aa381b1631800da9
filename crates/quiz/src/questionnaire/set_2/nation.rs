//! Statements about nation and newcomers: country, migration, defence.

use super::statement::Statement;

/// The statements, in the order of the item bank.
pub(super) const STATEMENTS: [Statement; 11] = [
    Statement::new(
        "borders",
        ["My country does better with fewer newcomers.", "My country gains by welcoming more newcomers."],
        ["want fewer newcomers", "would welcome more newcomers"],
    ),
    Statement::new(
        "work",
        [
            "Newcomers do work that keeps the country going.",
            "Newcomers make it harder for locals to find work.",
        ],
        ["value the work newcomers do", "fear newcomers take work"],
    ),
    Statement::new(
        "customs",
        [
            "Newcomers make a country livelier and smarter.",
            "Old shared customs are what hold a country together.",
        ],
        ["find newcomers enriching", "hold on to old customs"],
    ),
    Statement::new(
        "bornhere",
        ["When help is short, the neediest come first.", "When help is short, those born here come first."],
        ["would help the neediest first", "would help the native-born first"],
    ),
    Statement::new(
        "ways",
        [
            "Newcomers do best to take on the country's ways.",
            "Newcomers enrich us by keeping the ways they bring.",
        ],
        ["want newcomers to blend in", "like newcomers keeping old ways"],
    ),
    Statement::new(
        "papers",
        [
            "People who came without papers should go back.",
            "People living here without papers should get them.",
        ],
        ["would send people back", "would give papers to all"],
    ),
    Statement::new(
        "roots",
        ["Deep family roots make someone truly one of us.", "Whoever joins in can become truly one of us."],
        ["value deep family roots", "think anyone can belong"],
    ),
    Statement::new(
        "abroad",
        [
            "Rich countries should give far more to poor ones.",
            "We should fix things at home before giving abroad.",
        ],
        ["would give more abroad", "would fix home first"],
    ),
    Statement::new(
        "army",
        [
            "A strong army is the best way to keep the peace.",
            "Patient talks are the best way to keep the peace.",
        ],
        ["want a stronger army", "prefer talks to armies"],
    ),
    Statement::new(
        "generals",
        ["Armies too often make the world less safe.", "I trust the armed forces to keep us safe."],
        ["doubt the armed forces", "trust the armed forces"],
    ),
    Statement::new(
        "minorities",
        ["The state owes minorities extra protection.", "One law for all protects everyone well enough."],
        ["want minorities better protected", "want one law for all"],
    ),
];
