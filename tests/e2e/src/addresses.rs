//! Addresses below the page's own, and the links that people send each other in these tests.

use crate::screens::Tells;

/// The quiz, or where somebody is in it.
pub const QUIZ: &str = "#quiz";
/// The lab.
pub const LAB: &str = "#lab";
/// The comparison with a friend.
pub const COMPARISON: &str = "#compare";
/// "How it works".
pub const HOW: &str = "how.html";

/// A friend's result: 24 answers of a simulated respondent, who is placed, and a guess of 20.
pub const FRIEND: &str = "#r2.08AA28AA0G1C0A930A4M010000RN06KZA8R5XTAA";
/// The same with a slip of the pen: its checksum does not fit.
pub const DAMAGED: &str = "#r2.08AA28AA0G1C0A930A4M010000RN06KZA8R5XTAB";
/// The summary of a result: 14 seconds.
pub const SUMMARY: &str = "#u2.04QT6BG71G033019G0W0B";
/// The same with its last letter missing.
pub const DAMAGED_SUMMARY: &str = "#u2.04QT6BG71G033019G0W0";

/// A world whose beliefs have names, all levers open.
pub const WORLD: &str = "#s1.seed=42&feed=1&dims=128";
/// The same people with two beliefs each: quick, and soon at rest.
pub const SMALL_WORLD: &str = "#s1.seed=42&feed=1&dims=2";

/// The code of a friend's result, without the kind of link.
#[must_use]
pub fn friends_code() -> &'static str {
    &FRIEND[Tells::Answers.start().len()..]
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

#[cfg(test)]
mod tests {
    use super::*;
    use link::{Link, read};
    use perplexity::likeness::Likeness;
    use quiz::scoring::{posterior, score};

    #[test]
    fn the_friend_is_placed_and_only_damaged_links_cannot_be_read() {
        let Ok(Link::Result(friend)) = read(FRIEND) else { panic!("{:?}", read(FRIEND)) };
        let posterior = posterior(&friend.answers).expect("there are answers");
        assert!(score(&Likeness::default(), &friend.answers, &posterior).is_placed());
        assert!(matches!(read(SUMMARY), Ok(Link::Summary(summary)) if summary.seconds == Some(14)));
        assert!(matches!(read(&two_friends()), Ok(Link::Comparison(both)) if both == [friend; 2]));
        for damaged in [DAMAGED, DAMAGED_SUMMARY] {
            assert!(read(damaged).is_err(), "{damaged}");
        }
    }
}
