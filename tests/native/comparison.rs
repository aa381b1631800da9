//! Are two people compared by what is rare and what is far, and never ranked?

use normie_descent::chance::{Chance, Purpose};
use normie_descent::comparison::{Comparison, Meeting, TOLD};
use normie_descent::items::{ASKED, Answers, QUESTIONS, Step};
use rand::Rng;

/// Somebody's answers: 0 for a pass, then the five steps.
fn answers(digits: [usize; ASKED.len()]) -> Answers {
    Answers(digits.map(|digit| digit.checked_sub(1).and_then(Step::new)))
}

/// Pairs of people who answer at random and pass now and then.
fn pairs() -> impl Iterator<Item = [Answers; 2]> {
    (0..500).map(|n| {
        let mut luck = Chance::new(7, Purpose::Answering).of(n);
        let mut person = || answers(core::array::from_fn(|_| luck.next_u32() as usize % 6));
        [person(), person()]
    })
}

/// The question with this name.
fn question(key: &str) -> usize {
    QUESTIONS.iter().position(|question| question.key == key).expect("it is asked")
}

#[test]
fn every_question_is_told_once_and_beliefs_asked_twice_do_not_fill_the_lists() {
    for pair in pairs() {
        let Comparison { shared, gaps, rest } = Comparison::of(&pair);
        let mut questions: Vec<u8> =
            [&shared, &gaps, &rest].into_iter().flatten().map(|meeting| meeting.question).collect();
        questions.sort_unstable();
        assert_eq!(questions, (0..ASKED.len() as u8).collect::<Vec<_>>());
        for list in [shared, gaps] {
            assert!(list.len() <= TOLD);
            for meeting in &list {
                let twin = ASKED[usize::from(meeting.question)].twin;
                assert!(!list.iter().any(|other| Some(usize::from(other.question)) == twin));
            }
        }
    }
}

#[test]
fn what_is_shared_is_held_by_fewer_than_hold_the_opposite_and_the_rarest_comes_first() {
    for pair in pairs() {
        let shared = Comparison::of(&pair).shared;
        for meeting in &shared {
            let side = meeting.shared_side().expect("both take it");
            assert!(pair.iter().all(|answers| side.is_taken_by(answers)));
            let [a, b, _, d, e] = ASKED[usize::from(side.question)].shares();
            let [own, other] = if side.upper { [d + e, a + b] } else { [a + b, d + e] };
            assert!(own < other && meeting.share() <= Some(own));
        }
        assert!(shared.is_sorted_by_key(|meeting| meeting.share()));
    }
}

#[test]
fn gaps_are_opposite_sides_and_the_widest_comes_first() {
    for pair in pairs() {
        let gaps = Comparison::of(&pair).gaps;
        assert!(gaps.iter().all(|gap| gap.is_opposed() && gap.between() > 0.0 && gap.between() < 1.0));
        assert!(gaps.windows(2).all(|two| two[0].apart() >= two[1].apart()));
    }
}

#[test]
fn it_does_not_matter_who_is_named_first() {
    let turned = |meetings: Vec<Meeting>| -> Vec<Meeting> {
        meetings
            .into_iter()
            .map(|Meeting { question, steps: [a, b] }| Meeting { question, steps: [b, a] })
            .collect()
    };
    for [one, other] in pairs() {
        let (here, there) = (Comparison::of(&[one, other]), Comparison::of(&[other, one]));
        assert_eq!(here.shared, turned(there.shared));
        assert_eq!(here.gaps, turned(there.gaps));
        assert_eq!(here.rest, turned(there.rest));
    }
}

#[test]
fn a_shared_belief_counts_as_far_as_the_milder_of_the_two_holds_it() {
    let planet = question("planet") as u8;
    let [a, b, ..] = ASKED[usize::from(planet)].shares();
    let meeting = |steps: [usize; 2]| Meeting { question: planet, steps: steps.map(Step::new) };
    assert_eq!(meeting([0, 0]).share(), Some(a));
    assert_eq!(meeting([0, 1]).share(), Some(a + b));
    assert_eq!(meeting([1, 0]).milder(), Step::new(1));
    assert!(meeting([0, 1]).is_rare() && !meeting([3, 4]).is_rare());
    assert_eq!(meeting([1, 2]).share(), None, "one of them is torn");
    assert_eq!(Meeting { question: planet, steps: [Step::new(0), None] }.share(), None, "one of them passed");
}

#[test]
fn a_gap_holds_the_people_between_two_answers() {
    let planet = question("planet") as u8;
    let shares = ASKED[usize::from(planet)].shares();
    let gap = |steps: [usize; 2]| Meeting { question: planet, steps: steps.map(Step::new) };
    assert!((gap([4, 0]).between() - (shares[1] + shares[2] + shares[3])).abs() < 1e-12);
    assert!((gap([1, 3]).between() - shares[2]).abs() < 1e-12);
    assert_eq!(gap([2, 3]).between(), 0.0);
    assert!(!gap([2, 4]).is_opposed() && gap([1, 3]).is_opposed());
}

#[test]
fn twice_the_same_person_has_no_gaps_and_all_their_minority_views() {
    let contrarian: Answers = Answers(core::array::from_fn(|q| {
        let [a, b, _, d, e] = ASKED[q].shares();
        Step::new(if a + b < d + e { 0 } else { 4 })
    }));
    let Comparison { shared, gaps, .. } = Comparison::of(&[contrarian, contrarian]);
    assert_eq!((shared.len(), gaps.len()), (TOLD, 0));
    let conformist = Answers(contrarian.0.map(|step| step.map(Step::mirrored)));
    let Comparison { shared, gaps, .. } = Comparison::of(&[conformist, conformist]);
    assert_eq!((shared.len(), gaps.len()), (0, 0));
    let Comparison { shared, gaps, .. } = Comparison::of(&[contrarian, conformist]);
    assert_eq!((shared.len(), gaps.len()), (0, TOLD));
}
