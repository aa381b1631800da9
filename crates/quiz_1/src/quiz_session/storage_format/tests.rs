//! Text of a stored session: round trips, older versions, hostile input.

use proptest::prelude::*;

use super::*;
use crate::questionnaire::SET_1;
use crate::quiz_session::ItemChoice;

const NOW: u64 = 1_764_000_000;

/// Somebody at question 4 who has passed one.
fn somebody() -> QuizSession {
    let mut session = QuizSession::of(&SET_1, 29_573);
    session.guess = Some(5);
    session.choose(0, ItemChoice::Shown(Response::ALL[4]));
    session.choose(1, ItemChoice::Pass);
    session.choose(2, ItemChoice::Shown(Response::ALL[2]));
    session
}

fn any_sitting() -> impl Strategy<Value = QuizSession> {
    let stage = prop_oneof![
        Just(Stage::Guess),
        Just(Stage::Halfway),
        Just(Stage::Result),
        (0..SET_1.len()).prop_map(Stage::Asking)
    ];
    let met = proptest::array::uniform24(0..7usize);
    (proptest::option::of(0..=100u8), met, any::<u64>(), stage).prop_map(|(guess, met, seed, stage)| {
        let answers = Answers::of(&SET_1, |q| met[q].checked_sub(2).and_then(Response::new));
        let passed = core::array::from_fn(|q| met.get(q) == Some(&1));
        QuizSession { guess, answers, passed, seed, stage }
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

#[test]
fn what_is_kept_can_be_read_by_its_owner() {
    let text = serialize_session(&somebody(), NOW);
    let (head, answers) = text.split_once(" answers=").expect("answers are kept");
    assert_eq!(head, "v1 set=1 until=1764604800 seed=29573 stage=4 guess=5");
    assert_eq!(answers.len(), SET_1.len());
    assert_eq!(answers.matches('.').count(), 21);
    assert!(answers.contains('0') && answers.contains('3') && answers.contains(['1', '5']));
}

/// The session of `somebody` that expires at `until`, parsed at `now`.
fn read_at(until: u64, now: u64) -> StoredSession {
    let text = serialize_session(&somebody(), NOW);
    parse_session(&text.replacen(&format!("until={}", NOW + KEPT), &format!("until={until}"), 1), now)
}

#[test]
fn a_sitting_is_kept_for_seven_days_by_its_own_clock_and_a_clock_set_back_loses_none() {
    let text = serialize_session(&somebody(), NOW);
    let here = StoredSession::Session(somebody());
    assert_eq!(parse_session(&text, NOW), here);
    assert_eq!(parse_session(&text, NOW + KEPT - 1), here);
    assert_eq!(parse_session(&text, NOW + KEPT), StoredSession::Expired);
    // A second, a day, a month; a battery that died; a clock that says nothing.
    for back in [1, 86_400, 30 * 86_400, NOW - 3, NOW] {
        assert_eq!(parse_session(&text, NOW - back), here, "{back}");
    }
    // Written while the clock was ahead: a day, ten years, without bounds.
    for until in [NOW + KEPT + 86_400, NOW + 315_360_000, u64::MAX] {
        assert_eq!(read_at(until, NOW), here, "{until}");
    }
}

#[test]
fn a_clock_that_cannot_be_right_forgets_nothing_and_gives_no_date() {
    let here = StoredSession::Session(somebody());
    for wrong in [0, 1, 86_400, EARLIEST - 1, LATEST + 1, u64::MAX] {
        assert_eq!(read_at(NOW + KEPT, wrong), here, "{wrong}");
        let written = serialize_session(&somebody(), wrong);
        assert_eq!(parse_session(&written, wrong), here, "{wrong}");
        // Right again: it is read, however late, and gets a date where it has none.
        let read = parse_session(&written, NOW);
        assert_eq!(read.session(), Some(somebody()), "{wrong}");
        assert_eq!(read, if wrong < EARLIEST { StoredSession::Undated(somebody()) } else { here }, "{wrong}");
    }
    assert_eq!(
        parse_session(&serialize_session(&somebody(), EARLIEST), EARLIEST + KEPT),
        StoredSession::Expired
    );
}

#[test]
fn another_sets_sitting_is_left_alone_until_it_expires() {
    let text = serialize_session(&somebody(), NOW)
        .replacen("set=1", "set=255", 1)
        .replacen("stage=4", "stage=31", 1);
    assert_eq!(parse_session(&text, NOW), StoredSession::Unknown);
    assert_eq!(parse_session(&text, 0), StoredSession::Unknown);
    assert_eq!(parse_session(&text, NOW + KEPT), StoredSession::Expired);
    assert_eq!(
        parse_session(&text.replacen("v1", "v2", 1), NOW + KEPT),
        StoredSession::Unknown,
        "that may mean anything"
    );
    assert_eq!(parse_session(&text[..text.len() - 40], NOW + KEPT), StoredSession::Unknown, "cut off");
}

#[test]
fn what_does_not_fit_to_the_letter_is_no_sitting() {
    let text = serialize_session(&somebody(), NOW);
    let swap = |from: &str, to: &str| text.replacen(from, to, 1);
    for wrong in [
        String::new(),
        "v1".to_owned(),
        swap("v1", "v2"),
        swap("set=1", "set=2"),
        swap("set=1", "set=257"),
        swap("set=1", "set="),
        swap("seed=29573", "seed=-1"),
        swap("seed=29573", "seed=+1"),
        swap("seed=29573", "seed=18446744073709551616"),
        swap("stage=4", "stage=0"),
        swap("stage=4", "stage=25"),
        swap("stage=4", "stage=Result"),
        swap("guess=5", "guess=101"),
        swap("guess=5", "guess=261"),
        swap("guess=5 ", ""),
        swap("guess=5", "guess=5 guess=5"),
        swap(" guess", "  guess"),
        swap("answers=", "answers=6"),
        format!("{text}1"),
        format!("{text} "),
        text[..text.len() - 1].to_owned(),
        format!("{}6", &text[..text.len() - 1]),
        format!("{}é", &text[..text.len() - 2]),
    ] {
        assert_eq!(parse_session(&wrong, NOW), StoredSession::Unknown, "{wrong:?}");
    }
}

proptest! {
    #[test]
    fn every_sitting_survives_being_kept(session in any_sitting(), now in any_time()) {
        prop_assert_eq!(parse_session(&serialize_session(&session, now), now), StoredSession::Session(session));
    }

    #[test]
    fn nothing_that_can_be_read_is_lost_before_its_time(
        session in any_sitting(), written in any_time(), now in any_time(),
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
    fn whatever_stands_there_gives_a_possible_sitting_or_none(
        session in any_sitting(), at in any::<proptest::sample::Index>(), other in any::<char>(), noise in ".{0,200}",
    ) {
        prop_assert_eq!(parse_session(&noise, NOW), StoredSession::Unknown);
        let mut letters: Vec<char> = serialize_session(&session, NOW).chars().collect();
        *at.get_mut(&mut letters) = other;
        if let Some(read) = parse_session(&letters.into_iter().collect::<String>(), NOW).session() {
            prop_assert!(read.guess.is_none_or(|guess| guess <= 100));
            prop_assert!((0..SET_1.len()).all(|q| !(read.passed[q] && read.answers.get(q).is_some())));
            prop_assert!(!matches!(read.stage, Stage::Asking(place) if place >= SET_1.len()));
            // Whatever it is, it can be gone on with.
            prop_assert_eq!(read.unmet() == 0, read.next_unmet().is_none());
        }
    }
}
