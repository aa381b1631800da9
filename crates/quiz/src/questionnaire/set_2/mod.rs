//! Set 2 in words: statements for the 101 items of [`perplexity::item_bank`], in our own words, by subject.

mod everyday;
mod extras;
mod faith;
mod family;
mod law;
mod machines;
mod money;
mod nation;
mod online;
mod power;
mod statement;

pub use extras::{EXTRAS, REVERSED};
pub use statement::{MOST_CHARACTERS, MOST_WORDS, Statement};

use super::question::{Item, Question};
use super::question_set::QuestionSet;
use perplexity::item_bank::{ITEM_COUNT, item};

/// The second set: the 101 items of the bank, of which a session selects some, and reverse-keyed statements of five of them.
pub static SET_2: QuestionSet = QuestionSet::new(2, &SET_ITEMS, 29_573);

static SET_ITEMS: [Item; QUESTION_COUNT] = Question::items(&QUESTIONS);

const QUESTION_COUNT: usize = ITEM_COUNT + REVERSED.len();

/// The words of [`SET_2`]: those of the items of the bank in its order, then the reverse-keyed ones.
pub(super) static QUESTIONS: [Question; QUESTION_COUNT] = {
    let first = &STATEMENTS[0];
    let mut questions =
        [Question::new(first.key, 0, [first.lower, first.upper], first.phrases); QUESTION_COUNT];
    let mut at = 1;
    while at < ITEM_COUNT {
        let Statement { key, lower, upper, phrases } = STATEMENTS[at];
        questions[at] = Question::new(key, at, [lower, upper], phrases);
        at += 1;
    }
    let mut pair = 0;
    while pair < REVERSED.len() {
        let (twin, key, poles) = REVERSED[pair];
        let of = item(key);
        questions[ITEM_COUNT + pair] = questions[of].reversed(twin, of, poles);
        questions[of] = questions[of].paired_with(ITEM_COUNT + pair);
        pair += 1;
    }
    questions
};

/// The statements, in the order of the items.
pub static STATEMENTS: [Statement; ITEM_COUNT] = {
    let by_subject: [&[Statement]; 9] = [
        &faith::STATEMENTS,
        &family::STATEMENTS,
        &money::STATEMENTS,
        &nation::STATEMENTS,
        &power::STATEMENTS,
        &law::STATEMENTS,
        &machines::STATEMENTS,
        &online::STATEMENTS,
        &everyday::STATEMENTS,
    ];
    let mut statements = [faith::STATEMENTS[0]; ITEM_COUNT];
    let mut placed = [false; ITEM_COUNT];
    let mut subject = 0;
    while subject < by_subject.len() {
        let mut at = 0;
        while at < by_subject[subject].len() {
            let statement = by_subject[subject][at];
            let place = item(statement.key);
            assert!(!placed[place], "a belief is put into words once");
            placed[place] = true;
            statements[place] = statement;
            at += 1;
        }
        subject += 1;
    }
    let mut place = 0;
    while place < ITEM_COUNT {
        assert!(placed[place], "every item has statements");
        place += 1;
    }
    statements
};

/// Names of the eight factors, each by its positive and its negative end. Rotation is convention; so are names.
pub const FACTOR_NAMES: [[&str; 2]; 8] = [
    ["for sharing and public help", "for self-reliance"],
    ["trusting institutions", "distrusting institutions"],
    ["open to the wider world", "rooted and firm"],
    ["faithful and traditional", "worldly"],
    ["at home online and easy-going", "offline and dutiful"],
    ["an engaged citizen", "letting politics be"],
    ["wary of machines", "keen on machines"],
    ["fed up with the powerful", "content and sociable"],
];

#[cfg(test)]
mod tests {
    use super::*;
    use perplexity::item_bank::{ITEMS, KEYS};

    fn all() -> impl Iterator<Item = &'static Statement> {
        STATEMENTS.iter().chain(&EXTRAS)
    }

    #[test]
    fn statements_stand_at_their_items() {
        for (statement, key) in STATEMENTS.iter().zip(KEYS) {
            assert_eq!(statement.key, key);
        }
        assert!(EXTRAS.iter().all(|extra| !KEYS.contains(&extra.key)), "extras are not of the bank");
    }

    #[test]
    fn statements_are_short_and_deny_nothing() {
        let poles =
            all().flat_map(|s| [s.lower, s.upper]).chain(REVERSED.iter().flat_map(|(_, _, poles)| *poles));
        for pole in poles {
            assert!(pole.chars().count() <= MOST_CHARACTERS, "{pole}");
            assert!(pole.ends_with('.'), "{pole}");
            let denies =
                |word: &str| matches!(word, "not" | "no" | "never" | "nobody") || word.ends_with("n't");
            let mut words = pole.split(|c: char| !c.is_alphabetic() && c != '\'');
            assert!(!words.any(|word| denies(&word.to_lowercase())), "{pole}");
        }
    }

    #[test]
    fn phrases_continue_a_sentence() {
        for statement in all() {
            let [lower, upper] = statement.phrases;
            assert_ne!(lower, upper);
            for phrase in statement.phrases {
                let mut words = phrase.split(' ');
                assert!(!words.any(|word| matches!(word, "and" | "their" | "your")), "{phrase}");
                assert!(!phrase.contains(',') && !phrase.ends_with('.'), "{phrase}");
            }
        }
    }

    #[test]
    fn no_words_come_twice() {
        let mut said: Vec<&str> =
            all().flat_map(|s| [s.lower, s.upper, s.phrases[0], s.phrases[1]]).collect();
        said.sort_unstable();
        assert!(said.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn both_poles_speak_for_every_factor() {
        // Who always takes the second statement must not become an extreme person: keys are balanced.
        for factor in 0..8 {
            let of_sign = |sign: f64| ITEMS.iter().filter(|i| i.loadings[factor] * sign > 0.3).count();
            let (up, down) = (of_sign(1.0), of_sign(-1.0));
            assert!(up.min(down) * 2 >= up.max(down), "factor {factor}: {up} and {down}");
        }
    }

    #[test]
    fn signs_say_what_the_statements_say() {
        // Upper pole and factor, by the meaning of the words.
        let fixtures = [
            ("hardtimes", 0, 1.0),
            ("gap", 0, -1.0),
            ("teaching", 1, -1.0),
            ("tvnews", 1, 1.0),
            ("borders", 2, 1.0),
            ("army", 2, 1.0),
            ("god", 3, -1.0),
            ("wedding", 3, 1.0),
            ("games", 4, 1.0),
            ("streams", 4, -1.0),
            ("hunting", 5, 1.0),
            ("otherside", 5, -1.0),
            ("surgeon", 6, -1.0),
            ("techcost", 6, 1.0),
            ("banks", 1, -1.0),
            ("boat", 7, -1.0),
            ("debate", 7, 1.0),
        ];
        for (key, factor, sign) in fixtures {
            let loading = ITEMS[item(key)].loadings[factor];
            assert!(loading * sign > 0.1, "{key}: {loading}");
        }
    }
}
