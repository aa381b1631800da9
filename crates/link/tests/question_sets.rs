//! Links of results to several question sets: each is read as what it is, and as nothing else.

#[path = "../../../tests/sets/mod.rs"]
mod sets;

use link::{Link, LinkError, SharedResult, Summary, encode, encode_comparison, read, read_of};
use proptest::prelude::*;
use quiz::questionnaire::{Answers, QuestionSet, Response, SET_2, SETS};
use sets::{LARGE, LARGE_QUESTIONS, SMALL, SMALL_QUESTIONS, THREE};

/// A result with these answers, again and again: 0 for an item that was not asked, 1 for a pass, then the categories.
fn result(set: &'static QuestionSet, steps: &[usize], guess: Option<u8>) -> SharedResult {
    let mut answers = Answers::none(set);
    for item in 0..set.len() {
        match steps[item % steps.len()] {
            0 => {}
            1 => answers.pass(item),
            step => answers.put(item, Response::ALL[step - 2]),
        }
    }
    SharedResult { answers, guess }
}

/// One result to each set.
fn each() -> [SharedResult; 3] {
    [&SMALL, &SET_2, &LARGE].map(|set| result(set, &[4, 1, 6, 2, 5, 5, 3, 0], Some(5)))
}

/// Any result to any of the sets, with any number of items asked.
fn any_result() -> impl Strategy<Value = SharedResult> {
    let steps = (0..=100u32).prop_flat_map(|asked| {
        let step = prop_oneof![asked => 1..7usize, 100 - asked => Just(0)];
        proptest::collection::vec(step, QuestionSet::MOST)
    });
    (0..3usize, steps, proptest::option::of(0..=100u8))
        .prop_map(|(which, steps, guess)| result(THREE[which], &steps, guess))
}

#[test]
fn a_code_is_as_long_as_its_set_and_what_was_asked_need() {
    let lengths = each().map(|result| encode(&result).len() - "r2.".len());
    assert_eq!(lengths, [10, 77, 90]);
    assert_eq!([SMALL_QUESTIONS.len(), LARGE_QUESTIONS.len()], [5, 128]);
    for set in THREE {
        // The largest number of every set; passes only; nothing that was asked.
        for steps in [[6], [1], [0]] {
            let result = result(set, &steps, Some(100));
            assert_eq!(read_of(THREE, &encode(&result)), Ok(Link::Result(result)));
        }
    }
}

#[test]
fn without_its_set_a_code_is_of_another_page() {
    for result in each() {
        let (set, code) = (result.answers.set(), encode(&result));
        let others: Vec<&QuestionSet> = THREE.iter().copied().filter(|other| *other != set).collect();
        assert_eq!(read_of(&others, &code), Err(LinkError::Set { set: set.id() }));
        if *set != SET_2 {
            let error = read(&code).expect_err("the page knows set 2");
            assert_eq!(error, LinkError::Set { set: set.id() });
            assert!(error.is_newer() && error.to_string().contains("reload"), "{error}");
        }
    }
}

#[test]
fn a_code_of_a_wrong_length_says_how_long_the_whole_is() {
    for result in each() {
        let code = encode(&result);
        let whole = code.len() - "r2.".len();
        for wrong in [code[..code.len() - 1].to_owned(), format!("{code}0")] {
            let found = wrong.len() - "r2.".len();
            assert_eq!(read_of(THREE, &wrong), Err(LinkError::Length { expected: whole, found }), "{wrong}");
        }
    }
    // So short that it does not say.
    assert_eq!(read_of(THREE, "r2.0X"), Err(LinkError::Cut));
    assert!(read_of(&[], "r2.0X").is_err());
}

#[test]
fn every_changed_character_of_every_set_is_noticed() {
    let digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for result in each() {
        let code = encode(&result);
        for at in "r2.".len()..code.len() {
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
        let summary = Summary::new(set, 500, Some(7), Some([10, 20]), 3.0, [2.5, 3.5], Some(9.0));
        assert_eq!((summary.set, usize::from(summary.answered)), (set.id(), set.len()));
        assert_eq!(read_of(THREE, &summary.encode()), Ok(Link::Summary(summary)));
        let beyond = Summary { answered: summary.answered + 1, ..summary };
        assert_eq!(read_of(THREE, &beyond.encode()), Err(LinkError::Impossible));
    }
    // What set 2 cannot hold belongs to a set that the page does not know.
    let long = Summary::new(&LARGE, 128, None, None, 3.0, [2.5, 3.5], None);
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
            Ok(link) => prop_assert_eq!((link, result.answers.set()), (Link::Result(result), &SET_2)),
            Err(error) => prop_assert_eq!(error, LinkError::Set { set: result.answers.set().id() }),
        }
    }

    #[test]
    fn a_cut_code_is_never_a_result(result in any_result(), cut in 1..100usize) {
        let code = encode(&result);
        let cut = cut.min(code.len() - "r2.".len());
        let found = read_of(THREE, &code[..code.len() - cut]);
        prop_assert!(found.is_err(), "{:?}", found);
    }

    #[test]
    fn two_results_survive_with_and_without_what_stands_between_them(
        first in any_result(), second in any_result(),
    ) {
        let code = encode_comparison([&first, &second]);
        let both = Ok(Link::Comparison([first, second]));
        for written in [code.clone(), code.replace('~', "~r2."), code.replace('~', ""), code.replace('~', "(")] {
            prop_assert_eq!(read_of(THREE, &written), both.clone(), "{}", written);
        }
        // Of one that is cut, the other is left.
        if let Link::Half { whole, damaged } = read_of(THREE, &code[..code.len() - 1]).expect("one is whole") {
            prop_assert_eq!(whole, first);
            let is_length = matches!(damaged, LinkError::Length { .. } | LinkError::Cut);
            prop_assert!(is_length, "{:?}", damaged);
        } else {
            prop_assert!(false, "{}", code);
        }
    }

    #[test]
    fn no_text_is_an_impossible_result_to_any_set(text in "r2\\.[0-9A-Z]{6,100}") {
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
