//! Properties of any stored session: round trips, expiry, single changed letters, going on.

use proptest::prelude::*;

use super::*;
use crate::quiz_session::{GOALS, GUESSES};

/// A session that somebody could have reached, by another selection of the questions: any order in which a reverse-keyed
/// question follows the other of its pair.
fn any_session() -> impl Strategy<Value = QuizSession> {
    let questions: Vec<u8> = (0..SET_2.len() as u8).collect();
    let parts = (
        Just(questions).prop_shuffle(),
        proptest::array::uniform32(0..6usize),
        0..=48usize,
        proptest::sample::select(&GOALS[..]),
        proptest::option::of(GUESSES),
        any::<u64>(),
        (0..4u8, any::<proptest::sample::Index>()),
    );
    parts.prop_map(|(questions, choices, met, goal, guess, seed, (stage, place))| {
        let met = met.min(goal);
        let (mut answers, mut order) = (Answers::none(&SET_2), AskingOrder::empty());
        for question in questions {
            let item = &SET_2.items()[usize::from(question)];
            let pair = item.consistency_pair.filter(|_| item.reverse_keyed);
            if order.questions().len() == (met + 1).min(goal)
                || pair.is_some_and(|pair| !order.questions().contains(&(pair as u8)))
            {
                continue;
            }
            let place = order.questions().len();
            order.push(question).expect("every question comes once");
            match Response::new(choices[place % 32]) {
                _ if place == met => {}
                Some(response) => answers.put(usize::from(question), response),
                None => answers.pass(usize::from(question)),
            }
        }
        let asking = Stage::Asking(place.index(order.questions().len()));
        let stage = [Stage::Guess, Stage::Halfway, Stage::Result, asking][usize::from(stage)];
        QuizSession::restore(guess, answers, order, goal, seed, stage).expect("a possible session")
    })
}

/// A second that a right clock may say, one close to a limit, or any.
fn any_time() -> impl Strategy<Value = u64> {
    prop_oneof![
        EARLIEST..LATEST,
        NOW - 2 * KEPT..NOW + 2 * KEPT,
        0..2 * KEPT,
        EARLIEST - KEPT..EARLIEST + KEPT,
        LATEST - KEPT..LATEST + KEPT,
        any::<u64>(),
    ]
}

proptest! {
    #[test]
    fn every_session_survives_being_kept(session in any_session(), now in any_time()) {
        prop_assert_eq!(parse_session(&serialize_session(&session, now), now), StoredSession::Session(session));
    }

    #[test]
    fn nothing_that_can_be_read_is_lost_before_its_time(
        session in any_session(), written in any_time(), now in any_time(),
    ) {
        let text = serialize_session(&session, written);
        let was_right = written >= EARLIEST;
        let over = (EARLIEST..=LATEST).contains(&now) && now >= written.saturating_add(KEPT);
        let read = parse_session(&text, now);
        if was_right && over {
            prop_assert_eq!(read, StoredSession::Expired);
        } else {
            prop_assert_eq!(read.session(), Some(session));
            // Touched again, it is kept for seven days from now and no longer.
            let again = serialize_session(&session, now);
            prop_assert_eq!(parse_session(&again, now), StoredSession::Session(session));
            if (EARLIEST..=LATEST - KEPT).contains(&now) {
                prop_assert_eq!(parse_session(&again, now + KEPT - 1), StoredSession::Session(session));
                prop_assert_eq!(parse_session(&again, now + KEPT), StoredSession::Expired);
            }
        }
    }

    #[test]
    fn whatever_stands_there_gives_a_possible_session_or_none(
        session in any_session(), at in any::<proptest::sample::Index>(), other in any::<char>(), noise in ".{0,200}",
    ) {
        prop_assert_eq!(parse_session(&noise, NOW), StoredSession::Unknown);
        let mut letters: Vec<char> = serialize_session(&session, NOW).chars().collect();
        *at.get_mut(&mut letters) = other;
        if let Some(read) = parse_session(&letters.into_iter().collect::<String>(), NOW).session() {
            prop_assert!(read.guess().is_none_or(|guess| guess <= 100));
            prop_assert!(!matches!(read.stage(), Stage::Asking(place) if place >= read.order().len()));
            prop_assert_eq!(read.unmet() == 0, read.next_unmet().is_none());
        }
    }

    #[test]
    fn whatever_was_read_can_be_gone_on_with_and_kept(
        session in any_session(), actions in proptest::collection::vec((0..9usize, any::<proptest::sample::Index>()), 1..12),
    ) {
        let likeness = Likeness::default();
        let mut session = session;
        for (action, place) in actions {
            let before = session;
            match action {
                0 => session.back(),
                1 => session.go_on(),
                2 => session.sharpen(&likeness),
                3 => session.finish(),
                4 => session.begin(None),
                5 => {
                    let place = place.index(session.order().len());
                    let chosen = session.choose(&likeness, place, ItemChoice::Pass);
                    let mut undone = session;
                    undone.undo(chosen);
                    prop_assert_eq!((undone.order(), undone.answers()), (before.order(), before.answers()));
                }
                _ => {
                    let place = place.index(session.order().len());
                    session.choose(&likeness, place, ItemChoice::Shown(Response::ALL[action - 5]));
                }
            }
            prop_assert_eq!(parse_session(&serialize_session(&session, NOW), NOW), StoredSession::Session(session));
            let met = session.order().len() - usize::from(session.next_unmet().is_some());
            prop_assert!(met >= before.order().len() - usize::from(before.next_unmet().is_some()), "nothing is lost");
        }
    }
}
