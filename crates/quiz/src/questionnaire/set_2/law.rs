//! Statements about law and order: crime, rules, liberties.

use super::statement::Statement;

/// The statements, in the order of the item bank.
pub(super) const STATEMENTS: [Statement; 10] = [
    Statement::new(
        "death",
        [
            "Even the cruellest murderer's life should be spared.",
            "For the cruellest murders, death is a just answer.",
        ],
        ["would spare every life", "support the death penalty"],
    ),
    Statement::new(
        "guns",
        ["Getting a gun should be slow and difficult.", "An adult should be able to get a gun without fuss."],
        ["want guns harder to get", "trust adults with guns"],
    ),
    Statement::new(
        "police",
        [
            "More police on the streets keeps everyone safer.",
            "Helping people early prevents more crime than police.",
        ],
        ["want more police", "want early help over police"],
    ),
    Statement::new(
        "drugs",
        [
            "Quitting drugs takes treatment that we all pay for.",
            "Quitting drugs is a choice each person has to make.",
        ],
        ["would fund drug treatment", "see quitting as a choice"],
    ),
    Statement::new(
        "judges",
        [
            "The highest judges are politicians in fine robes.",
            "The highest judges follow the law, whoever gains.",
        ],
        ["find top judges political", "trust the highest judges"],
    ),
    Statement::new(
        "rules",
        ["Even little rules are there to be kept.", "Some little rules are made to be bent."],
        ["keep even little rules", "bend little rules"],
    ),
    Statement::new(
        "taxform",
        [
            "Being a little creative on a tax form is only human.",
            "Cheating on taxes is stealing from everyone.",
        ],
        ["forgive creative tax forms", "call tax cheating stealing"],
    ),
    Statement::new(
        "disobey",
        [
            "Even a bad law should be obeyed until it is changed.",
            "Breaking an unjust law can be a citizen's duty.",
        ],
        ["would obey even bad laws", "would break unjust laws"],
    ),
    Statement::new(
        "messages",
        [
            "The police may read my messages to stop attacks.",
            "My messages are private, even from the police.",
        ],
        ["accept watched messages", "want messages kept private"],
    ),
    Statement::new(
        "mockery",
        [
            "A professor owes respect to what people hold sacred.",
            "A professor may mock religion and keep the job.",
        ],
        ["want sacred things respected", "would let professors mock religion"],
    ),
];
