//! Statements about life online: habits on the net.

use super::statement::Statement;

/// The statements, in the order of the item bank.
pub(super) const STATEMENTS: [Statement; 13] = [
    Statement::new(
        "software",
        ["I get the hang of new software in minutes.", "New software wears me out before I master it."],
        ["learn new software fast", "find new software tiring"],
    ),
    Statement::new(
        "keepup",
        ["I keep up with people mostly face to face.", "I keep up with people mostly through a screen."],
        ["keep up face to face", "keep up through screens"],
    ),
    Statement::new(
        "games",
        ["My evenings are too good for video games.", "I love losing an evening to a video game."],
        ["leave video games alone", "love video games"],
    ),
    Statement::new(
        "streams",
        [
            "Something is always streaming when I am at home.",
            "I like a quiet home, or a record now and then.",
        ],
        ["stream all day", "like a quiet home"],
    ),
    Statement::new(
        "myself",
        ["It is easier to be myself online.", "It is easier to be myself face to face."],
        ["feel freer online", "feel freer face to face"],
    ),
    Statement::new(
        "offline",
        ["A week offline would be a lonely week.", "A week offline would be a holiday."],
        ["would feel lonely offline", "would enjoy a week offline"],
    ),
    Statement::new(
        "otherside",
        [
            "Opinions that annoy me are part of my daily reading.",
            "Life is too short to read what makes me angry.",
        ],
        ["read opinions from other sides", "skip annoying opinions"],
    ),
    Statement::new(
        "hunting",
        ["My usual sources of news are plenty.", "I go hunting for news beyond my usual sources."],
        ["stick to usual news sources", "hunt for unusual news sources"],
    ),
    Statement::new(
        "check",
        ["My gut tells me soon enough what is true.", "I look for a second source before I believe a claim."],
        ["trust gut feeling on claims", "check claims twice"],
    ),
    Statement::new(
        "webfriends",
        ["People I know only online can be true friends.", "People I know only online could be anyone."],
        ["trust online friends", "stay wary of online friends"],
    ),
    Statement::new(
        "argue",
        ["I enjoy a good argument about politics online.", "I scroll past every argument about politics."],
        ["argue about politics online", "scroll past political arguments"],
    ),
    Statement::new(
        "discount",
        ["My data is worth more to me than a discount.", "I gladly trade some data for a good discount."],
        ["guard personal data", "trade data for discounts"],
    ),
    Statement::new(
        "feednews",
        ["News in my feed shows me what the papers miss.", "News in my feed is mostly noise."],
        ["find news in feeds", "find feed news mostly noise"],
    ),
];
