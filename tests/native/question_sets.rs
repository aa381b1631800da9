//! Messages and sessions with answers to several question sets.

#[path = "../sets/mod.rs"]
mod sets;

use normie_descent::protocol::{FromWorker, OtherVersion, RunId, ToWorker, decode, encode};
use normie_descent::session::Session;
use picture::card::{Rarity, rarities};
use quiz::questionnaire::{Answers, AnswersTo, QuestionSet, Response, SET_2, Sets};
use quiz::scoring::Score;
use serde::de::DeserializeSeed;
use sets::{LARGE, SMALL, THREE};

use crate::requests::{RUN, refusal};

fn answers(set: &'static QuestionSet) -> Answers {
    let mut answers = Answers::of(set, |q| Response::new((q * 3) % 6));
    answers.pass(1);
    answers
}

fn read(sets: Sets, bytes: &[u8]) -> Result<Answers, postcard::Error> {
    AnswersTo(sets).deserialize(&mut postcard::Deserializer::from_bytes(bytes))
}

#[test]
fn answers_are_read_by_those_who_know_their_set() {
    for set in THREE {
        let bytes = postcard::to_extend(&answers(set), Vec::new()).expect("answers can be written");
        assert_eq!(read(THREE, &bytes), Ok(answers(set)));
        let others: Vec<&QuestionSet> = THREE.iter().copied().filter(|other| other != set).collect();
        assert!(read(&others, &bytes).is_err());
        // One response more or less than the set has items, and nothing at all.
        assert_eq!(usize::from(bytes[1]) % 128, set.len() % 128, "the length follows the id");
        for length in [set.len() - 1, set.len() + 1] {
            let responses = vec![2u8; length];
            let wrong = postcard::to_extend(&(set.id(), responses), Vec::new()).expect("it can be written");
            assert!(read(THREE, &wrong).is_err(), "{set:?} {length}");
        }
        for cut in 0..bytes.len() {
            assert!(read(THREE, &bytes[..cut]).is_err());
        }
    }
}

#[test]
fn messages_with_unknown_sets_or_of_wrong_length_are_another_version() {
    for set in THREE {
        let message = ToWorker::Score { run: RUN, answers: answers(set) };
        let read = decode::<ToWorker>(&encode(&message));
        assert_eq!(read, if *set == &SET_2 { Ok(message) } else { Err(OtherVersion) });
    }
}

fn score(session: &mut Session, answers: Answers) -> (Score, u32) {
    let reply = session.handle(ToWorker::Score { run: RUN, answers });
    let FromWorker::Scored { score, details, .. } = reply.message else { panic!("{reply:?}") };
    assert_eq!((score.set, details.explanation.set), (answers.set(), answers.set()));
    (*score, details.explanation.words())
}

#[test]
fn one_session_scores_every_set_as_if_it_were_the_only_one() {
    let mut session = Session::default();
    let first = score(&mut session, answers(&SET_2));
    let small = score(&mut session, answers(&SMALL));
    assert_eq!(score(&mut session, answers(&SET_2)), first);
    assert_eq!(score(&mut Session::default(), answers(&SMALL)), small);
}

#[test]
fn a_year_can_be_opened_with_answers_to_any_set() {
    let mut session = Session::default();
    session.handle(ToWorker::OpenYear { run: RUN, answers: answers(&SMALL) });
    let frame = loop {
        match session.handle(ToWorker::AdvanceYear { run: RUN, days: 1 }).message {
            FromWorker::YearOpening { .. } => {}
            FromWorker::Year { frame, .. } => break frame,
            other => panic!("{other:?}"),
        }
    };
    assert!(frame.report.outcomes.iter().all(|outcome| outcome.answers == answers(&SMALL)));
    let typical = frame.kinds.iter().flat_map(|kind| kind.typical);
    assert!(typical.into_iter().all(|side| usize::from(side.question) < SMALL.len()));
}

#[test]
fn people_who_answered_different_sets_are_not_compared() {
    let mut session = Session::default();
    let run = RunId(3);
    let compare = |a, b| ToWorker::Compare { run, answers: [answers(a), answers(b)] };
    let sentence = refusal(&mut session, compare(&SET_2, &SMALL));
    assert!(sentence.contains("set 2") && sentence.contains("set 200"), "{sentence}");
    let reply = session.handle(compare(&SMALL, &SMALL));
    assert!(matches!(reply.message, FromWorker::Compared { .. }), "{reply:?}");
}

#[test]
fn cards_have_a_mark_for_every_answer_up_to_eight_a_row() {
    for set in [&SMALL, &LARGE] {
        let shares: Vec<(u8, f64)> =
            (0..set.len() as u8).map(|q| (q, if q == 1 { 0.05 } else { 0.5 })).collect();
        let rows = rarities(set, &shares);
        assert!(rows.iter().all(|row| row.len() <= 8));
        assert_eq!(rows.iter().map(Vec::len).sum::<usize>(), set.len().min(24));
        assert_eq!(rows.iter().flatten().filter(|rarity| **rarity == Rarity::Rare).count(), 1);
    }
}
