//! Text of a stored session: what it says, clocks, other versions, hostile input.

#[cfg(not(target_arch = "wasm32"))]
mod properties;

use super::*;
use crate::questionnaire::SET_2;
use crate::quiz_session::ItemChoice;
use perplexity::likeness::Likeness;

const NOW: u64 = 1_764_000_000;

/// Somebody at question 4 who has passed one.
fn somebody() -> QuizSession {
    let likeness = Likeness::default();
    let mut session = QuizSession::of(&SET_2, 29_573);
    session.begin(Some(5));
    session.choose(&likeness, 0, ItemChoice::Shown(Response::ALL[4]));
    session.choose(&likeness, 1, ItemChoice::Pass);
    session.choose(&likeness, 2, ItemChoice::Shown(Response::ALL[2]));
    session
}

#[test]
fn what_is_kept_can_be_read_by_its_owner() {
    let text = serialize_session(&somebody(), NOW);
    let (head, answers) = text.split_once(" answers=").expect("answers are kept");
    assert_eq!(head, "v2 set=2 until=1764604800 seed=29573 goal=24 stage=4 guess=5");
    let answers: Vec<(&str, &str)> = answers.split(',').filter_map(|field| field.split_once(':')).collect();
    let keys: Vec<&str> = answers.iter().map(|(key, _)| *key).collect();
    let questions = SET_2.questions();
    let asked: Vec<&str> = somebody().order().iter().map(|&q| questions[usize::from(q)].key).collect();
    assert_eq!(keys, asked);
    assert!(matches!(answers[..], [(_, "1" | "5"), (_, "pass"), (_, "3"), (_, "-")]), "{answers:?}");
}

#[test]
fn keys_are_those_of_the_questions() {
    for question in SET_2.questions() {
        assert_eq!(key(&question.item).concat(), question.key);
        let named: Vec<&str> = SET_2
            .questions()
            .iter()
            .filter(|other| is_named(&other.item, question.key))
            .map(|q| q.key)
            .collect();
        assert_eq!(named, [question.key]);
    }
}

/// The session of `somebody` that expires at `until`, parsed at `now`.
fn read_at(until: u64, now: u64) -> StoredSession {
    let text = serialize_session(&somebody(), NOW);
    parse_session(&text.replacen(&format!("until={}", NOW + KEPT), &format!("until={until}"), 1), now)
}

#[test]
fn a_session_is_kept_for_seven_days_by_its_own_clock_and_a_clock_set_back_loses_none() {
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
fn another_sets_session_is_left_alone_until_it_expires() {
    let text = serialize_session(&somebody(), NOW)
        .replacen("set=2", "set=255", 1)
        .replacen("stage=4", "stage=31", 1);
    assert_eq!(parse_session(&text, NOW), StoredSession::Unknown);
    assert_eq!(parse_session(&text, 0), StoredSession::Unknown);
    assert_eq!(parse_session(&text, NOW + KEPT), StoredSession::Expired);
    assert_eq!(
        parse_session(&text.replacen("v2", "v3", 1), NOW + KEPT),
        StoredSession::Unknown,
        "that may mean anything"
    );
    let cut = text.split_once(" answers").expect("answers are kept").0;
    assert_eq!(parse_session(cut, NOW + KEPT), StoredSession::Unknown, "cut off");
}

#[test]
fn version_1_is_unknown() {
    let text = "v1 set=1 until=1764604800 seed=29573 stage=4 guess=5 answers=..4.0...................";
    assert_eq!(parse_session(text, NOW), StoredSession::Unknown);
    assert_eq!(parse_session(text, NOW + KEPT), StoredSession::Unknown);
}

#[test]
fn what_does_not_fit_to_the_letter_is_no_session() {
    let text = serialize_session(&somebody(), NOW);
    let swap = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    let [first, second] = [0, 1].map(|place| SET_2.questions()[somebody().question(place)].key);
    let full = (0..49).map(|q| format!("{}:1", KEYS[q])).collect::<Vec<_>>();
    let with_answers = |answers: &[String]| {
        format!("{} answers={}", text.split_once(" answers").expect("answers").0, answers.join(","))
    };
    for wrong in [
        String::new(),
        "v2".to_owned(),
        swap("v2", "v1"),
        swap("set=2", "set=1"),
        swap("set=2", "set=258"),
        swap("set=2", "set="),
        swap("seed=29573", "seed=-1"),
        swap("seed=29573", "seed=+1"),
        swap("seed=29573", "seed=18446744073709551616"),
        swap("goal=24", "goal=0"),
        swap("goal=24", "goal=25"),
        swap("goal=24", "goal=60"),
        swap("goal=24 ", ""),
        swap("stage=4", "stage=0"),
        swap("stage=4", "stage=5"),
        swap("stage=4", "stage=18446744073709551615"),
        swap("stage=4", "stage=Result"),
        swap("guess=5", "guess=101"),
        swap("guess=5", "guess=261"),
        swap("guess=5 ", ""),
        swap("guess=5", "guess=5 guess=5"),
        swap(" guess", "  guess"),
        swap("answers=", "answers=,"),
        swap("answers=", "answers=nothing:1,"),
        swap("answers=", "answers=worship:6,"),
        swap("answers=", "answers=worship:-,"),
        swap("answers=", "answers=worship:,"),
        swap("answers=", "answers=worship,"),
        swap("answers=", "answers=Worship:1,"),
        swap("answers=", "answers=guard_twin:1,"),
        swap("answers=", "answers=god_twin:1,"),
        swap(&format!("{second}:"), &format!("{first}:")),
        swap(":pass", ":Pass"),
        swap(":pass", ":0"),
        swap(":pass", ":-"),
        swap(":pass", ":+1"),
        swap(":-", ":1"),
        swap(",", ", "),
        format!("{text}1"),
        format!("{text} "),
        format!("{text},"),
        text[..text.len() - 1].to_owned(),
        format!("{}é", &text[..text.len() - 1]),
        with_answers(&full[..23]),
        with_answers(&full[..25]),
        with_answers(&full).replacen("goal=24", "goal=48", 1),
        with_answers(&[]),
    ] {
        assert_eq!(parse_session(&wrong, NOW), StoredSession::Unknown, "{wrong:?}");
    }
    assert!(parse_session(&with_answers(&full[..24]), NOW).session().is_some());
    assert!(parse_session(&swap("answers=", "answers=guard:1,guard_twin:pass,"), NOW).session().is_some());
}
