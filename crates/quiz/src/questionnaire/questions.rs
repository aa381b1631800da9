//! The 24 items of set 1 in our own words, each pole as its best advocate would put it.

use super::bank::BANK;
use super::bank::SHARES;
use super::response::CATEGORIES;

/// Identifier of the set of items, population, weights and engine that a link names. A change to any of them is a new
/// set.
pub const SET_ID: u8 = 1;

/// Theme of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Politics and how to live together.
    World,
    /// Artificial minds, technology, screens.
    Machines,
    /// Belief, trust and taste.
    Life,
}

impl Theme {
    /// Heading of the theme.
    pub fn name(self) -> &'static str {
        match self {
            Theme::World => "the world",
            Theme::Machines => "machines and screens",
            Theme::Life => "life",
        }
    }
}

/// An item: two opposing statements and their item of the bank.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Unique short name; that of a reverse-keyed item ends in `_twin`.
    pub key: &'static str,
    /// Theme.
    pub theme: Theme,
    /// Index into [`BANK`].
    pub bank: usize,
    /// Whether the item is reverse-keyed: the *lower* pole is what the bank's statement says.
    pub reverse_keyed: bool,
    /// Index of the other item about the same opinion, if there is one.
    pub consistency_pair: Option<usize>,
    /// Statement of the lower pole (categories 0 and 1).
    pub lower: &'static str,
    /// Statement of the upper pole (categories 3 and 4).
    pub upper: &'static str,
    /// Whether a session may begin with the item.
    pub gentle: bool,
}

/// The part of an item that the model needs, without its words: a worker that named [`QUESTIONS`] would contain them.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// Index into [`BANK`].
    pub bank: usize,
    /// Whether the item is reverse-keyed: the lower pole is what the bank's statement says.
    pub reverse_keyed: bool,
    /// Index of the other item about the same opinion, if there is one.
    pub consistency_pair: Option<usize>,
}

/// The items of set 1 without their words, in the order of [`QUESTIONS`].
pub const ASKED: [Asked; QUESTIONS.len()] = {
    let mut asked = [Asked { bank: 0, reverse_keyed: false, consistency_pair: None }; QUESTIONS.len()];
    let mut q = 0;
    while q < asked.len() {
        let Question { bank, reverse_keyed, consistency_pair, .. } = QUESTIONS[q];
        asked[q] = Asked { bank, reverse_keyed, consistency_pair };
        q += 1;
    }
    asked
};

impl Asked {
    /// Shares of the five categories in the population, lower pole first; they add up to 1.
    pub fn shares(&self) -> [f64; CATEGORIES] {
        let mut shares = SHARES[self.bank];
        if self.reverse_keyed {
            shares.reverse();
        }
        let sum: f64 = shares.iter().sum();
        shares.map(|share| share / sum)
    }
}

/// Index of a bank item by its key, usable at compile time.
///
/// # Panics
///
/// When the bank has no item of that key; at compile time this is an error.
pub const fn bank(key: &str) -> usize {
    let mut i = 0;
    while i < BANK.len() {
        let (a, b) = (BANK[i].key.as_bytes(), key.as_bytes());
        let mut same = a.len() == b.len();
        let mut at = 0;
        while same && at < a.len() {
            same = a[at] == b[at];
            at += 1;
        }
        if same {
            return i;
        }
        i += 1;
    }
    panic!("no item of that name in the bank")
}

const fn ask(theme: Theme, key: &'static str, lower: &'static str, upper: &'static str) -> Question {
    Question {
        key,
        theme,
        bank: bank(key),
        reverse_keyed: false,
        consistency_pair: None,
        lower,
        upper,
        gentle: false,
    }
}

const fn gentle(question: Question) -> Question {
    Question { gentle: true, ..question }
}

const fn with_pair(question: Question, other: usize) -> Question {
    Question { consistency_pair: Some(other), ..question }
}

const fn reverse_keyed_item(
    key: &'static str,
    of: usize,
    original: &Question,
    lower: &'static str,
    upper: &'static str,
) -> Question {
    let Question { theme, bank, gentle, .. } = *original;
    Question { key, theme, bank, reverse_keyed: true, consistency_pair: Some(of), lower, upper, gentle }
}

use Theme::{Life, Machines, World};

const GAP: Question = ask(
    World,
    "gap",
    "A good state leaves incomes alone and lets people keep what they earn.",
    "A good state works hard to narrow the gap between rich and poor.",
);
const BUILD: Question = ask(
    Machines,
    "ai_build",
    "Machines that can outthink people are better left unbuilt.",
    "Building machines that can outthink people is a good idea.",
);
const STRANGERS: Question = gentle(ask(
    Life,
    "strangers",
    "Many strangers would take advantage of me if they got the chance.",
    "Most people I don't know would treat me fairly.",
));

/// The items of set 1: three themes of eight, the last of each reverse-keyed.
pub const QUESTIONS: [Question; 24] = [
    with_pair(GAP, 7),
    ask(
        World,
        "borders",
        "My country gains by opening its door to more newcomers.",
        "My country should let in fewer newcomers than it does now.",
    ),
    ask(
        World,
        "planet",
        "Growth should come first: prosperity is what pays for everything else.",
        "Nature should come first, even if the economy grows more slowly.",
    ),
    ask(
        World,
        "guns",
        "An ordinary adult should be able to own a gun without much fuss.",
        "Getting a gun should take real checks and real effort.",
    ),
    ask(
        World,
        "speech",
        "Some speech does such harm that public life should shut it out.",
        "Even people with hateful opinions should be free to voice them in public.",
    ),
    ask(
        World,
        "drugs",
        "Society is healthier with cannabis kept illegal.",
        "Adults should be free to buy and use cannabis.",
    ),
    ask(
        World,
        "roles",
        "A home works best when both parents earn and both run the household.",
        "A home works best when the father earns and the mother runs the household.",
    ),
    reverse_keyed_item(
        "gap_twin",
        0,
        &GAP,
        "Taxes and benefits should do a lot more to even out incomes.",
        "Unequal incomes are a fair result of effort and free choice.",
    ),
    with_pair(BUILD, 15),
    ask(
        Machines,
        "ai_jobs",
        "AI will make about as much work as it takes, and we will adapt.",
        "AI will take over many people's work within ten years, and that worries me.",
    ),
    ask(
        Machines,
        "ai_rules",
        "AI goes best when the people who build it are free to try things.",
        "Companies that make AI need strict rules set by governments.",
    ),
    gentle(ask(
        Machines,
        "tech_good",
        "New technology has cost the world more than it has given.",
        "New technology has done the world more good than harm.",
    )),
    gentle(ask(
        Machines,
        "ai_mind",
        "Feelings belong to living things; a machine can only act them out.",
        "A machine could one day truly have feelings.",
    )),
    gentle(ask(
        Machines,
        "sm_harm",
        "Social media brings people together more than it drives them apart.",
        "Social media does the world more harm than good.",
    )),
    gentle(ask(
        Machines,
        "memes",
        "A joke needs a point; shouting \u{201c}six-seven\u{201d} hasn't got one.",
        "Jokes that make no sense at all, like shouting \u{201c}six-seven\u{201d}, make me laugh.",
    )),
    reverse_keyed_item(
        "ai_build_twin",
        8,
        &BUILD,
        "I look forward to minds greater than ours, made by us.",
        "We should stop before AI gets smarter than we are.",
    ),
    ask(
        Life,
        "god",
        "The world runs by itself; I see no god behind it.",
        "I am sure there is a god or some higher power.",
    ),
    gentle(ask(
        Life,
        "stars",
        "Character comes from genes and life; the sky has no part in it.",
        "A person's star sign tells you something real about them.",
    )),
    ask(
        Life,
        "science",
        "Experts often agree and are wrong; I weigh things up for myself.",
        "If most scientists agree on something, I believe it.",
    ),
    with_pair(STRANGERS, 23),
    gentle(ask(
        Life,
        "classical",
        "Other music moves me; classical leaves me cold.",
        "I enjoy listening to classical music.",
    )),
    gentle(ask(
        Life,
        "modern_art",
        "Modern art takes real skill, even where it looks easy.",
        "Much of modern art takes no real skill.",
    )),
    ask(
        Life,
        "meat",
        "Eating animals is something to feel uneasy about.",
        "Eating meat is nothing to feel bad about.",
    ),
    reverse_keyed_item(
        "strangers_twin",
        19,
        &STRANGERS,
        "People I have just met deserve my trust from the start.",
        "With people I don't know, I'd rather stay on my guard.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_fit_a_phone() {
        for q in QUESTIONS {
            for pole in [q.lower, q.upper] {
                assert!(pole.chars().count() <= 90, "{}: {pole}", q.key);
                assert!(pole.ends_with('.'), "{}: {pole}", q.key);
            }
        }
    }

    #[test]
    fn keys_are_unique_and_pairs_point_at_each_other() {
        let keys: std::collections::HashSet<_> = QUESTIONS.iter().map(|q| q.key).collect();
        assert_eq!(keys.len(), QUESTIONS.len());
        for (i, q) in QUESTIONS.iter().enumerate() {
            if let Some(other) = q.consistency_pair.map(|t| QUESTIONS[t]) {
                assert_eq!(other.consistency_pair, Some(i));
                assert_eq!(other.bank, q.bank);
                assert_ne!(other.reverse_keyed, q.reverse_keyed);
            }
        }
        assert_eq!(QUESTIONS.iter().filter(|q| q.consistency_pair.is_some()).count(), 6);
    }

    #[test]
    fn every_theme_has_eight_questions() {
        for theme in [World, Machines, Life] {
            assert_eq!(QUESTIONS.iter().filter(|q| q.theme == theme).count(), 8);
        }
    }
}
