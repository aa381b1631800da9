//! The 24 questions of set 1, in our own words: each pole as its best advocate would put it.

use super::bank::SHARES;
use super::{BANK, STEPS};

/// The set of questions, crowd, weights and engine that a link names. A change to any of them is a new set.
pub const SET_ID: u8 = 1;

/// What a question is about.
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
    /// As a heading.
    pub fn name(self) -> &'static str {
        match self {
            Theme::World => "the world",
            Theme::Machines => "machines and screens",
            Theme::Life => "life",
        }
    }
}

/// A question: two opposing statements and the item of the bank behind them.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Unique short name; a twin's ends in `_twin`.
    pub key: &'static str,
    /// What it is about.
    pub theme: Theme,
    /// Index into [`BANK`].
    pub bank: usize,
    /// Whether the *lower* pole is what the bank's statement says (twins change sides).
    pub flipped: bool,
    /// The other question about the same belief.
    pub twin: Option<usize>,
    /// The lower pole (steps 0 and 1).
    pub lower: &'static str,
    /// The upper pole (steps 3 and 4).
    pub upper: &'static str,
    /// Fine to begin with: nobody's blood pressure rises.
    pub gentle: bool,
}

/// What of a question the model needs. The words stay with the page: a worker that named [`QUESTIONS`] would
/// carry all of them over the wire.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// Index into [`BANK`].
    pub bank: usize,
    /// Whether the lower pole is what the bank's statement says.
    pub flipped: bool,
    /// The other question about the same belief.
    pub twin: Option<usize>,
}

/// The questions of set 1 without their words, in the same order.
pub const ASKED: [Asked; QUESTIONS.len()] = {
    let mut asked = [Asked { bank: 0, flipped: false, twin: None }; QUESTIONS.len()];
    let mut q = 0;
    while q < asked.len() {
        let Question { bank, flipped, twin, .. } = QUESTIONS[q];
        asked[q] = Asked { bank, flipped, twin };
        q += 1;
    }
    asked
};

impl Asked {
    /// Shares of the five steps in the crowd, lower pole first, adding up to one.
    pub fn shares(&self) -> [f64; STEPS] {
        let mut shares = SHARES[self.bank];
        if self.flipped {
            shares.reverse();
        }
        let sum: f64 = shares.iter().sum();
        shares.map(|share| share / sum)
    }
}

/// Index of a bank item by name, at compile time; an unknown name does not compile.
pub(crate) const fn bank(key: &str) -> usize {
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
    Question { key, theme, bank: bank(key), flipped: false, twin: None, lower, upper, gentle: false }
}

const fn gentle(question: Question) -> Question {
    Question { gentle: true, ..question }
}

const fn twins(question: Question, other: usize) -> Question {
    Question { twin: Some(other), ..question }
}

const fn twin(
    key: &'static str,
    of: usize,
    original: &Question,
    lower: &'static str,
    upper: &'static str,
) -> Question {
    let Question { theme, bank, gentle, .. } = *original;
    Question { key, theme, bank, flipped: true, twin: Some(of), lower, upper, gentle }
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

/// The questions of set 1: three themes of eight, the last of each a twin.
pub const QUESTIONS: [Question; 24] = [
    twins(GAP, 7),
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
    twin(
        "gap_twin",
        0,
        &GAP,
        "Taxes and benefits should do a lot more to even out incomes.",
        "Unequal incomes are a fair result of effort and free choice.",
    ),
    twins(BUILD, 15),
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
    twin(
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
    twins(STRANGERS, 23),
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
    twin(
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
    fn keys_are_unique_and_twins_point_at_each_other() {
        let keys: std::collections::HashSet<_> = QUESTIONS.iter().map(|q| q.key).collect();
        assert_eq!(keys.len(), QUESTIONS.len());
        for (i, q) in QUESTIONS.iter().enumerate() {
            if let Some(other) = q.twin.map(|t| QUESTIONS[t]) {
                assert_eq!(other.twin, Some(i));
                assert_eq!(other.bank, q.bank);
                assert_ne!(other.flipped, q.flipped);
            }
        }
        assert_eq!(QUESTIONS.iter().filter(|q| q.twin.is_some()).count(), 6);
    }

    #[test]
    fn every_theme_has_eight_questions() {
        for theme in [World, Machines, Life] {
            assert_eq!(QUESTIONS.iter().filter(|q| q.theme == theme).count(), 8);
        }
    }
}
