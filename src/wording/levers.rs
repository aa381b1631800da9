//! What does each lever do, in plain words?

/// A group of levers: what it is called, and the levers in it, by their names in links.
pub type Group = (&'static str, &'static [&'static str]);

/// All levers, in the order in which they are offered.
pub const GROUPS: [Group; 7] = [
    ("the crowd", &["people", "dims", "seed", "start"]),
    ("the feed", &["feed", "screened", "posts", "explore", "embedding", "refit"]),
    ("attention", &["share", "radius", "kernel", "falloff"]),
    ("people’s hearts", &["susceptibility", "anchor", "innovation", "display"]),
    (
        "who meets whom",
        &["audience", "averaging", "bias", "network", "neighbours", "rewiring", "blocks", "within", "across"],
    ),
    ("mentors", &["circles", "school", "ties", "mentorship", "anchored"]),
    (
        "you alone",
        &["you.anchor", "you.susceptibility", "you.feed", "you.explore", "you.mentorship", "you.mentors"],
    ),
];

/// Title, unit and help of a lever; the title ends in its symbol, if it has one.
pub fn words(name: &str) -> [&'static str; 3] {
    match name {
        "people" => ["people N", "people", "how many simulated people there are"],
        "dims" => ["beliefs D", "each", "how many beliefs each of them has"],
        "seed" => ["seed", "", "which crowd, which luck. same seed, same world, everywhere"],
        "start" => ["start", "", "where surveys put people, or anywhere at all as in the textbooks"],
        "feed" => {
            ["feed strength \u{3c6}", "share", "how much of the reading the feed picks; the rest is talk"]
        }
        "screened" => [
            "the feed’s reach m",
            "posts",
            "posts it looks at before it shows the nearest one. one is a dice",
        ],
        "posts" => ["posts K", "a day", "how many posts a person reads. it changes little"],
        "explore" => ["exploration e", "share", "reading at random, with full attention"],
        "embedding" => {
            ["what the feed sees r", "coordinates", "how many directions of people the feed can tell apart"]
        }
        "refit" => {
            ["feed relearns R", "days", "days after which the feed looks at people anew. empty: never"]
        }
        "share" => ["attention p", "share", "how much heed a random stranger gets on day 0"],
        "radius" => {
            ["radius h", "beliefs", "the same as a fixed distance, as in the textbooks. use one of the two"]
        }
        "kernel" => [
            "shape of attention k",
            "",
            "how heed falls with distance: a cliff, a bell, a long tail, not at all",
        ],
        "falloff" => ["steepness \u{3b4}", "power", "how fast the long tail falls"],
        "susceptibility" => ["leaning \u{3bc}", "share a day", "how far people lean towards what they read"],
        "anchor" => {
            ["authenticity \u{3bb}", "share a day", "how far people come home to their own first beliefs"]
        }
        "innovation" => ["whims \u{3c3}", "a day", "new ideas of one’s own, from nowhere"],
        "display" => {
            ["honesty \u{3b8}", "share", "how much of a post is what its author believes. the rest is echo"]
        }
        "audience" => ["who is read", "", "a few posts a day, everybody at once, or people in pairs"],
        "averaging" => ["leaning is", "", "little heed, little pull; or always all the way to the mean"],
        "bias" => ["like meets like \u{3b3}", "power", "in pairs: how much people prefer to meet the near"],
        "network" => ["who talks to whom", "", "anybody, a small world of neighbours, or circles of friends"],
        "neighbours" => ["neighbours", "people", "how many everybody knows"],
        "rewiring" => ["far friends", "share", "ties that lead anywhere instead of next door"],
        "blocks" => ["circles of friends", "circles", "how many there are"],
        "within" => ["friends inside", "people", "in one’s own circle, on average"],
        "across" => ["friends outside", "people", "in all other circles, on average"],
        "circles" => ["mentors", "", "nobody’s, a school of the outermost people, or everybody’s at random"],
        "school" => ["the school", "share", "how much of the crowd, counted from outside"],
        "ties" => ["mentors each", "people", "how many a person listens to"],
        "mentorship" => {
            ["heed to mentors \u{3c1}", "share", "how much they count, against all other reading"]
        }
        "anchored" => {
            ["rocks \u{3bb}", "share a day", "authenticity of one member in ten. nought: there are none"]
        }
        "you.anchor" => ["your authenticity", "share a day", "empty: like everybody else"],
        "you.susceptibility" => {
            ["your leaning", "share a day", "nought is logged off. empty: like everybody else"]
        }
        "you.feed" => ["your feed strength", "share", "nought is chronological. empty: like everybody else"],
        "you.explore" => ["your exploration", "share", "empty: like everybody else"],
        "you.mentorship" => ["heed to your mentors", "share", "needs mentors, below or by tapping people"],
        "you.mentors" => ["your mentors", "numbers", "two to eight people, points between: 12.55.103"],
        _ => ["", "", ""],
    }
}

/// A preset's title and what it is.
pub fn preset(key: &str) -> [&'static str; 2] {
    match key {
        "axes" => ["the essay’s two axes", "politics and AI, and a feed"],
        "thousands" => ["a couple of thousand dimensions", "2 048 beliefs each"],
        "hegelians" => ["young hegelians", "outsiders with mentors, some of whom do not budge"],
        "chronological" => ["chronological feed", "whatever comes, in the order it comes"],
        "log-off" => ["log off", "only people one knows"],
        "hegselmann-krause" => ["Hegselmann\u{2013}Krause", "everybody averages those in reach. 2002"],
        "deffuant-weisbuch" => ["Deffuant\u{2013}Weisbuch", "two meet, both give way. 2000"],
        "friedkin-johnsen" => ["Friedkin\u{2013}Johnsen", "fixed listening, stubborn people. 1990"],
        _ => ["", ""],
    }
}

/// A value of a lever that is a word, as a visitor reads it.
pub fn choice(lever: &str, word: &'static str) -> &'static str {
    match (lever, word) {
        ("start", "crowd") => "where surveys put people",
        ("start", "uniform") => "anywhere",
        ("kernel", "flat") => "a cliff",
        ("kernel", "gauss") => "a bell",
        ("kernel", "rational") => "a long tail",
        ("kernel", "one") => "full heed to all",
        ("audience", "posts") => "a few posts",
        ("audience", "everyone") => "everybody",
        ("audience", "pairs") => "pairs",
        ("averaging", "per-post") => "by heed",
        ("averaging", "by-attention") => "all the way",
        ("network", "small-world") => "a small world",
        ("network", "blocks") => "circles of friends",
        ("network", "everybody") => "anybody",
        ("circles", "none") => "nobody has any",
        ("circles", "school") => "a school",
        ("circles", "everybody") => "everybody has some",
        _ => word,
    }
}
