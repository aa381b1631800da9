//! Statements about faith: religion and what is beyond.

use super::statement::Statement;

/// The statements, in the order of the item bank.
pub(super) const STATEMENTS: [Statement; 5] = [
    Statement::new(
        "worship",
        ["Most weeks I go to a worship service.", "My week is full without a worship service."],
        ["go to worship most weeks", "skip worship services"],
    ),
    Statement::new(
        "god",
        ["God is real; I am sure of it.", "Nature is all there is, and it is wonder enough."],
        ["are sure of God", "find nature wonder enough"],
    ),
    Statement::new(
        "beyond",
        [
            "I feel part of something beyond the visible world.",
            "The world I can see and touch is rich enough for me.",
        ],
        ["feel something beyond the visible", "find the visible world enough"],
    ),
    Statement::new(
        "afterlife",
        ["We live once, and that makes life precious.", "Something of us lives on after death."],
        ["think we live only once", "expect a life after death"],
    ),
    Statement::new(
        "clergy",
        ["Religious leaders have let too many people down.", "Religious leaders still guide people well."],
        ["feel let down by clergy", "trust religious leaders"],
    ),
];
