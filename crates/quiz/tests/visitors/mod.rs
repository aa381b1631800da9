//! Simulated visitors, and checks of the sentences about them.
#![allow(dead_code, reason = "each program of tests uses some of it")]

use std::collections::HashSet;
use std::sync::OnceLock;

use drift::rng::{Domain, StreamKey};
use perplexity::answers::{Answer, ItemAnswers};
use perplexity::item_bank::{ITEM_COUNT, KEYS};
use perplexity::likeness::Likeness;
use perplexity::posterior::PosteriorDraws;
use perplexity::respondent::SimulatedRespondent;
use perplexity::selection::next_item;
use quiz::explanation::{Explainer, Explanation, LEAST_BITS, PEOPLE, SentenceOpening, WORDS_A_MINUTE, Whom};
use quiz::questionnaire::{Answers, Response, SET_2};
use rand::seq::SliceRandom;

/// Respondents outside the population that a listener knows and the norm sample.
const STRANGERS: usize = PEOPLE + 1_000;

/// The explainer over the population of set 2.
pub(crate) fn explainer() -> &'static Explainer {
    static EXPLAINER: OnceLock<Explainer> = OnceLock::new();
    EXPLAINER.get_or_init(|| Explainer::new(&SET_2))
}

/// Posterior given answers.
pub(crate) fn known(answers: &Answers) -> PosteriorDraws {
    PosteriorDraws::new(&answers.item_answers().observations())
}

/// The sentence about somebody with these answers, alone.
pub(crate) fn explained(answers: &Answers) -> Explanation {
    explainer().explain((&known(answers), answers), None)
}

/// Answers of a simulated respondent to some items.
pub(crate) fn answers_to(person: &SimulatedRespondent, items: &[usize]) -> Answers {
    let responses = person.responses(0);
    Answers::of(&SET_2, |q| items.contains(&q).then(|| Response::new(usize::from(responses[q])))?)
}

/// Respondent `n` outside the population that a listener knows and the norm sample.
pub(crate) fn stranger(n: usize) -> SimulatedRespondent {
    SimulatedRespondent::nth(SET_2.seed(), STRANGERS + n)
}

/// Answers to `length` items in a random order of the respondent's own.
pub(crate) fn to_random_items(n: usize, length: usize) -> Answers {
    let mut items: Vec<usize> = (0..ITEM_COUNT).collect();
    items.shuffle(&mut StreamKey::new(1, Domain::new(62)).stream(n));
    answers_to(&stranger(n), &items[..length])
}

/// Answers to `length` items as a session asks them.
pub(crate) fn to_selected_items(n: usize, length: usize) -> Answers {
    let (likeness, responses) = (Likeness::default(), stranger(n).responses(0));
    let (mut asked, mut answers) = (Vec::new(), ItemAnswers::default());
    while asked.len() < length {
        let item = next_item(&likeness, n as u64, &asked, &answers).expect("the bank has more items");
        asked.push(item);
        answers.set(item, Answer::Category(responses[item]));
    }
    answers_to(&stranger(n), &asked)
}

/// Checks the grammar of a sentence, and its number of words.
#[track_caller]
pub(crate) fn check_english(explanation: &Explanation) {
    for whom in [Whom::They, Whom::You] {
        let said = explanation.sentence(whom);
        let words: Vec<&str> = said.split(' ').collect();
        assert_eq!(words.len() as u32, explanation.words(), "{said}");
        assert!((explanation.seconds() - words.len() as f64 * 60.0 / WORDS_A_MINUTE).abs() < 1e-9);
        assert!(words.len() <= 60, "{said}");
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "{said}");
        assert!(said.ends_with('.') && said.matches('.').count() == 1, "{said}");
        for wrong in [",,", ", .", ",.", "  ", " ,", ", and and", "but and"] {
            assert!(!said.contains(wrong), "{said}");
        }
        let wrong = if whom == Whom::You { ["they", "their"] } else { ["you", "your"] };
        assert!(!words.iter().any(|word| wrong.contains(word)), "{said}");
        // At most one "and" joins a list's last clause, besides ", and they".
        assert!(words.iter().filter(|&&word| word == "and").count() <= 3, "{said}");
        let exceptions = explanation.clauses.iter().filter(|clause| clause.exception).count();
        let expected = explanation.clauses.len() - exceptions;
        assert_eq!(said.contains(", except "), exceptions > 0 && expected == 0, "{said}");
        assert_eq!(said.contains(", and they ") || said.contains(", and you "), expected > 0, "{said}");
    }
}

/// Checks that a sentence says nothing against the answers.
#[track_caller]
pub(crate) fn check_truth(explanation: &Explanation, answers: &Answers) {
    let mut items = HashSet::new();
    let mut left = explanation.opening_left;
    assert!(explanation.clauses.len() <= 8);
    for clause in &explanation.clauses {
        let question = usize::from(clause.side.question);
        let item = &SET_2.items()[question];
        assert!(clause.side.is_taken_by(answers), "{clause:?}");
        assert!(!item.reverse_keyed && items.insert(item.bank), "{clause:?}");
        assert!(clause.bits >= LEAST_BITS && clause.left <= left, "{clause:?}");
        let [a, b, _, d, e] = item.shares();
        assert_eq!(clause.share, if clause.side.upper { d + e } else { a + b });
        left = clause.left;
    }
    if let SentenceOpening::Crowd(prototype) | SentenceOpening::Friend(Some(prototype)) = explanation.opening
    {
        for (bank, upper) in prototype.beliefs() {
            for (question, item) in SET_2.items().iter().enumerate().filter(|(_, item)| item.bank == bank) {
                let opposite = upper == item.reverse_keyed;
                assert_ne!(answers.side(question), Some(opposite), "{prototype:?} {}", KEYS[bank]);
            }
        }
    }
}
