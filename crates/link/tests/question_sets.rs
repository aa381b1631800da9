//! Links of results to several question sets: each is read as what it is, and as nothing else.

#[path = "../../../tests/sets/mod.rs"]
mod sets;

use link::{Link, LinkError, SharedResult, Summary, encode, encode_comparison, read, read_of};
use proptest::prelude::*;
use quiz::questionnaire::{Answers, QuestionSet, Response, SET_1, SETS};
use sets::{LARGE, LARGE_QUESTIONS, SMALL, SMALL_QUESTIONS, THREE};

fn result(set: &'static QuestionSet, answers: &[usize], guess: Option<u8>) -> SharedResult {
    let answers = Answers::of(set, |q| answers[q % answers.len()].checked_sub(1).and_then(Response::new));
    SharedResult { answers, guess }
}

/// One result to each set.
fn each() -> [SharedResult; 3] {
    [&SMALL, &SET_1, &LARGE].map(|set| result(set, &[3, 0, 5, 1, 4, 4, 2], Some(5)))
}

/// Any result to any of the sets.
fn any_result() -> impl Strategy<Value = SharedResult> {
    let answers = proptest::collection::vec(0..6usize, QuestionSet::MOST);
    (0..3usize, answers, proptest::option::of(0..=100u8))
        .prop_map(|(which, answers, guess)| result(THREE[which], &answers, guess))
}

#[test]
fn a_code_is_as_long_as_its_set_needs() {
    let lengths = each().map(|result| encode(&result).len() - "r1.".len());
    assert_eq!(lengths, [8, 18, 72]);
    assert_eq!([SMALL_QUESTIONS.len(), LARGE_QUESTIONS.len()], [5, 128]);
    // The largest number of every set.
    for set in THREE {
        let most = result(set, &[5], Some(100));
        assert_eq!(read_of(THREE, &encode(&most)), Ok(Link::Result(most)));
    }
}

#[test]
fn without_its_set_a_code_is_of_a_newer_page() {
    for result in each() {
        let (set, code) = (result.answers.set(), encode(&result));
        let others: Vec<&QuestionSet> = THREE.iter().copied().filter(|other| *other != set).collect();
        let found = read_of(&others, &code);
        if set.id() > 1 {
            let error = read(&code).expect_err("the page knows set 1");
            assert_eq!(error, LinkError::Set { set: set.id() });
            assert!(error.is_newer() && error.to_string().contains("reload"), "{error}");
        }
        assert!(found.is_err(), "{set:?}: {found:?}");
    }
    let known: &[&QuestionSet] = &[&SMALL];
    assert_eq!(read_of(known, &encode(&each()[2])), Err(LinkError::Set { set: 201 }));
}

#[test]
fn a_code_of_a_wrong_length_says_how_long_its_set_is() {
    for result in each() {
        let code = encode(&result);
        let whole = code.len() - "r1.".len();
        for wrong in [code[..code.len() - 1].to_owned(), format!("{code}0")] {
            let found = wrong.len() - "r1.".len();
            assert_eq!(read_of(THREE, &wrong), Err(LinkError::Length { expected: whole, found }), "{wrong}");
        }
    }
    // So short that nobody knows which.
    assert_eq!(read_of(THREE, "r1.0X"), Err(LinkError::Length { expected: 72, found: 2 }));
    assert_eq!(read_of(&[], "r1.0X"), Err(LinkError::Unknown));
}

#[test]
fn every_changed_character_of_every_set_is_noticed() {
    let digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for result in each() {
        let code = encode(&result);
        for at in "r1.".len()..code.len() {
            for digit in digits.chars().filter(|digit| !code[at..].starts_with(*digit)) {
                let changed = format!("{}{digit}{}", &code[..at], &code[at + 1..]);
                assert!(read_of(THREE, &changed).is_err(), "{changed}");
            }
        }
    }
}

#[test]
fn summaries_are_clamped_and_checked_by_their_own_set() {
    for set in THREE {
        let summary = Summary::new(set, 500, Some(7), Some([10, 20]), 3.0, Some(9.0));
        assert_eq!((summary.set, usize::from(summary.answered)), (set.id(), set.len()));
        assert_eq!(read_of(THREE, &summary.encode()), Ok(Link::Summary(summary)));
        let beyond = Summary { answered: summary.answered + 1, ..summary };
        assert_eq!(read_of(THREE, &beyond.encode()), Err(LinkError::Impossible));
    }
    // What set 1 cannot hold belongs to a set that the page does not know.
    let long = Summary::new(&LARGE, 128, None, None, 3.0, None);
    assert_eq!(read(&long.encode()), Err(LinkError::Set { set: 201 }));
}

proptest! {
    #[test]
    fn every_result_to_every_set_survives_and_is_read_as_no_other(result in any_result()) {
        let code = encode(&result);
        prop_assert_eq!(read_of(THREE, &code), Ok(Link::Result(result)));
        prop_assert_eq!(read_of(THREE, &format!("<#{}>", code.to_lowercase())), Ok(Link::Result(result)));
        let others: Vec<&QuestionSet> = THREE.iter().copied().filter(|set| *set != result.answers.set()).collect();
        prop_assert!(read_of(&others, &code).is_err());
        match read_of(SETS, &code) {
            Ok(link) => prop_assert_eq!((link, result.answers.set()), (Link::Result(result), &SET_1)),
            Err(error) => prop_assert_eq!(error, LinkError::Set { set: result.answers.set().id() }),
        }
    }

    #[test]
    fn two_results_survive_with_and_without_what_stands_between_them(
        first in any_result(), second in any_result(),
    ) {
        let code = encode_comparison([&first, &second]);
        let both = Ok(Link::Comparison([first, second]));
        for written in [code.clone(), code.replace('~', "~r1."), code.replace('~', ""), code.replace('~', "(")] {
            prop_assert_eq!(read_of(THREE, &written), both.clone(), "{}", written);
        }
        // Of one that is cut, the other is left.
        if let Link::Half { whole, damaged } = read_of(THREE, &code[..code.len() - 1]).expect("one is whole") {
            prop_assert_eq!(whole, first);
            let is_length = matches!(damaged, LinkError::Length { .. });
            prop_assert!(is_length, "{:?}", damaged);
        } else {
            prop_assert!(false, "{}", code);
        }
    }

    #[test]
    fn no_text_is_an_impossible_result_to_any_set(text in "r1\\.[0-9A-Z]{6,80}") {
        match read_of(THREE, &text) {
            Ok(Link::Result(result)) => {
                prop_assert_eq!(read_of(THREE, &encode(&result)), Ok(Link::Result(result)));
            }
            Ok(Link::Comparison([a, b])) => {
                prop_assert_eq!(read_of(THREE, &encode_comparison([&a, &b])), Ok(Link::Comparison([a, b])));
            }
            _ => {}
        }
    }
}
