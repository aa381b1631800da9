//! Addresses below the page's own, and the links that people send each other in these tests.

/// The quiz, or where somebody is in it.
pub const QUIZ: &str = "#quiz";
/// The lab.
pub const LAB: &str = "#lab";
/// The comparison with a friend.
pub const COMPARISON: &str = "#compare";
/// "How it works".
pub const HOW: &str = "how.html";

/// A friend's result.
pub const FRIEND: &str = "#r1.010MMVGKMMM1NHQ837";
/// The same with a slip of the pen: its checksum does not fit.
pub const DAMAGED: &str = "#r1.010MMVGKMMM1NHQ838";
/// The summary of a result: 14 seconds.
pub const SUMMARY: &str = "#u1.02QT6BHHGW62X";
/// The same with its last letter missing.
pub const DAMAGED_SUMMARY: &str = "#u1.02QT6BHHGW62";

/// The world that the lab begins with, all levers open.
pub const WORLD: &str = "#s1.seed=42&feed=1&dims=64";
/// The same people with two beliefs each: quick, and soon at rest.
pub const SMALL_WORLD: &str = "#s1.seed=42&feed=1&dims=2";

/// The code of a friend's result, without the kind of link.
#[must_use]
pub fn friends_code() -> &'static str {
    &FRIEND["#r1.".len()..]
}

/// The comparison of a friend with somebody whose code is the same.
#[must_use]
pub fn two_friends() -> String {
    format!("{FRIEND}~{}", friends_code())
}

/// The fragment of a whole link, with its `#`; a link without one is none.
#[must_use]
pub fn fragment(link: &str) -> Option<&str> {
    link.find('#').map(|at| &link[at..])
}
