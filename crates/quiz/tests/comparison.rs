//! Tests of the comparison of two respondents: shared minority views, gaps, order of the lists, items that one answered.

use drift::rng::{StreamKey, bounded_u32};
use quiz::comparison::{Comparison, ItemComparison, MAX_LISTED};
use quiz::domains;
use quiz::questionnaire::{Answers, Response, SET_2};
use rand::Rng;

/// Pairs of respondents who were asked half of the questions, and answer and pass them at random.
fn pairs() -> impl Iterator<Item = [Answers; 2]> {
    (0..500).map(|n| {
        let mut rng = StreamKey::new(7, domains::SCREEN_SIDES).at_step(1).stream(n);
        let mut person = || {
            let mut answers = Answers::none(&SET_2);
            for question in 0..SET_2.len() {
                match bounded_u32(12, (rng.next_u64() >> 32) as u32) as usize {
                    category @ 0..5 => answers.put(question, Response::ALL[category]),
                    5 => answers.pass(question),
                    _ => {}
                }
            }
            answers
        };
        [person(), person()]
    })
}

fn compare(pair: &[Answers; 2]) -> Comparison {
    Comparison::of(pair).expect("both answered set 2")
}

/// Index of the item with this key.
fn question(key: &str) -> usize {
    SET_2.questions().iter().position(|question| question.key == key).expect("it is asked")
}

fn questions(list: &[ItemComparison]) -> Vec<u8> {
    list.iter().map(|item| item.question).collect()
}

#[test]
fn every_item_that_one_answered_is_listed_once_and_no_other() {
    for pair in pairs() {
        let Comparison { shared, gaps, rest, only_one } = compare(&pair);
        assert!(shared.len() <= MAX_LISTED && gaps.len() <= MAX_LISTED);
        let answered_by = |count: usize| -> Vec<u8> {
            let is_answered = |q: &u8| {
                let by = pair.iter().filter(|answers| answers.get(usize::from(*q)).is_some()).count();
                by == count && !SET_2.items()[usize::from(*q)].reverse_keyed
            };
            (0..SET_2.len() as u8).filter(is_answered).collect()
        };
        let mut both = [shared, gaps, rest.clone()].concat();
        both.sort_by_key(|item| item.question);
        assert_eq!(questions(&both), answered_by(2));
        assert_eq!(questions(&only_one), answered_by(1));
        assert!(questions(&rest).is_sorted());
    }
}

#[test]
fn a_reverse_keyed_question_is_never_listed() {
    let all = Answers::of(&SET_2, |_| Response::new(0));
    let none = Answers::none(&SET_2);
    for pair in [[all, all], [all, none], [none, all]] {
        let Comparison { shared, gaps, rest, only_one } = compare(&pair);
        let listed = questions(&[shared, gaps, rest, only_one].concat());
        assert_eq!(listed.len(), 101);
        assert!(listed.iter().all(|&q| !SET_2.items()[usize::from(q)].reverse_keyed));
    }
}

#[test]
fn what_is_shared_is_held_by_fewer_than_hold_the_opposite_and_the_rarest_comes_first() {
    for pair in pairs() {
        let shared = compare(&pair).shared;
        for item in &shared {
            let side = item.shared_side().expect("both take it");
            assert!(pair.iter().all(|answers| side.is_taken_by(answers)));
            let [a, b, _, d, e] = SET_2.items()[usize::from(side.question)].shares();
            let [own, other] = if side.upper { [d + e, a + b] } else { [a + b, d + e] };
            assert!(own < other && item.share() <= Some(own));
        }
        assert!(shared.is_sorted_by_key(|item| item.share()));
    }
}

#[test]
fn gaps_are_opposite_sides_and_the_widest_comes_first() {
    for pair in pairs() {
        let gaps = compare(&pair).gaps;
        assert!(gaps.iter().all(|gap| gap.is_opposed() && gap.between() > 0.0 && gap.between() < 1.0));
        assert!(gaps.windows(2).all(|two| two[0].apart() >= two[1].apart()));
    }
}

#[test]
fn it_does_not_matter_who_is_named_first() {
    let turned = |items: Vec<ItemComparison>| -> Vec<ItemComparison> {
        items
            .into_iter()
            .map(|ItemComparison { set, question, responses: [a, b] }| ItemComparison {
                set,
                question,
                responses: [b, a],
            })
            .collect()
    };
    for [one, other] in pairs() {
        let (here, there) = (compare(&[one, other]), compare(&[other, one]));
        assert_eq!(here.shared, turned(there.shared));
        assert_eq!(here.gaps, turned(there.gaps));
        assert_eq!(here.rest, turned(there.rest));
        assert_eq!(here.only_one, turned(there.only_one));
    }
}

#[test]
fn a_shared_belief_counts_as_far_as_the_milder_of_the_two_holds_it() {
    let afterlife = question("afterlife") as u8;
    let [a, b, ..] = SET_2.items()[usize::from(afterlife)].shares();
    let item = |responses: [usize; 2]| ItemComparison {
        set: &SET_2,
        question: afterlife,
        responses: responses.map(Response::new),
    };
    assert_eq!(item([0, 0]).share(), Some(a));
    assert_eq!(item([0, 1]).share(), Some(a + b));
    assert_eq!(item([1, 0]).milder(), Response::new(1));
    assert!(item([0, 1]).is_rare() && !item([3, 4]).is_rare());
    assert_eq!(item([1, 2]).share(), None, "one of them is neutral");
    assert_eq!(
        ItemComparison { set: &SET_2, question: afterlife, responses: [Response::new(0), None] }.share(),
        None,
        "one of them passed"
    );
}

#[test]
fn a_gap_holds_the_people_between_two_answers() {
    let afterlife = question("afterlife") as u8;
    let shares = SET_2.items()[usize::from(afterlife)].shares();
    let gap = |responses: [usize; 2]| ItemComparison {
        set: &SET_2,
        question: afterlife,
        responses: responses.map(Response::new),
    };
    assert!((gap([4, 0]).between() - (shares[1] + shares[2] + shares[3])).abs() < 1e-12);
    assert!((gap([1, 3]).between() - shares[2]).abs() < 1e-12);
    assert_eq!(gap([2, 3]).between(), 0.0);
    assert!(!gap([2, 4]).is_opposed() && gap([1, 3]).is_opposed());
}

#[test]
fn twice_the_same_person_has_no_gaps_and_all_their_minority_views() {
    let contrarian: Answers = Answers::of(&SET_2, |q| {
        let [a, b, _, d, e] = SET_2.items()[q].shares();
        Response::new(if a + b < d + e { 0 } else { 4 })
    });
    let Comparison { shared, gaps, .. } = compare(&[contrarian, contrarian]);
    assert_eq!((shared.len(), gaps.len()), (MAX_LISTED, 0));
    let conformist = Answers::of(&SET_2, |q| contrarian.get(q).map(Response::mirrored));
    let Comparison { shared, gaps, .. } = compare(&[conformist, conformist]);
    assert_eq!((shared.len(), gaps.len()), (0, 0));
    let Comparison { shared, gaps, .. } = compare(&[contrarian, conformist]);
    assert_eq!((shared.len(), gaps.len()), (0, MAX_LISTED));
}
