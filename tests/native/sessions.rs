//! Replies of the workers, in any order of requests.

use crate::requests::{RUN, answers, refusal};
use normie_descent::protocol::{FromWorker, LandingReply, LandingRequest, MAX_DAYS, RunId, ToWorker, YEAR};
use normie_descent::session::{LandingSession, Session};
use quiz::questionnaire::{Answers, Response, SET_2};
use scenario::{Lever, SELVES};

#[test]
fn the_landing_falls_into_tribes_and_comes_to_rest() {
    let mut session = LandingSession::default();
    let first = session.handle(&LandingRequest::Open { run: RUN, seed: 1 });
    let LandingReply::Plane { frame, .. } = &first.message else { panic!("{first:?}") };
    assert_eq!((frame.day, frame.settled), (0, false));
    assert_eq!(first.arrays.len(), 2);
    assert_eq!(first.arrays[1].len(), usize::from(frame.potential_side).pow(2));
    let start = frame.you;
    let mut last = frame.clone();
    while !last.settled && last.day < 1000 {
        let reply = session.handle(&LandingRequest::Advance { run: RUN, days: 5 });
        let LandingReply::Plane { frame, .. } = reply.message else { panic!("{reply:?}") };
        last = frame;
    }
    assert!(last.settled && last.you_in_cluster, "{last:?}");
    assert!((2..=6).contains(&last.clusters) && last.unclustered < 100, "{last:?}");
    assert_ne!(last.you, start);
    // Put out of the tribe again, you fall again.
    let reply = session.handle(&LandingRequest::Place { run: RUN, point: [3.0, 99.0] });
    let LandingReply::Plane { frame, .. } = reply.message else { panic!("{reply:?}") };
    assert_eq!((frame.you, frame.settled, frame.you_in_cluster), ([3.0, 3.5], false, false));
}

#[test]
fn a_visitor_is_read_and_lives_a_year() {
    let mut session = Session::default();
    let reply = session.handle(ToWorker::Score { run: RUN, answers: answers() });
    let FromWorker::Scored { score, details, .. } = reply.message else { panic!("{reply:?}") };
    assert_eq!(usize::from(score.answered), answers().count());
    let seconds = details.explanation.seconds();
    assert!(details.seconds[0] < seconds && seconds < details.seconds[1], "{details:?}");
    let year = RunId(2);
    let mut first = session.handle(ToWorker::OpenYear { run: year, answers: answers() });
    let (mut slices, mut before) = (0, 0.0);
    while let FromWorker::YearOpening { share, .. } = first.message {
        assert!((before..1.0).contains(&share), "{before}, then {share}");
        (slices, before) = (slices + 1, share);
        first = session.handle(ToWorker::AdvanceYear { run: year, days: 1 });
    }
    assert!(slices > 5, "{slices} slices");
    let FromWorker::Year { frame, .. } = &first.message else { panic!("{first:?}") };
    let report = &frame.report;
    assert_eq!((report.day, report.survey.day, report.outcomes.len()), (0, 0, Lever::ALL.len()));
    assert_eq!(first.arrays[0].len(), 2 * frame.people as usize);
    for outcome in &report.outcomes {
        assert_eq!(outcome.answers, answers());
        assert_eq!(outcome.selves.len(), SELVES);
        // On day 0 the year's number is the result's.
        assert_eq!(outcome.surprisal.bits.to_bits(), score.surprisal.to_bits());
    }
    assert_eq!(report.unmoved.bits.to_bits(), score.surprisal.to_bits());
    assert!((report.survey.crowd_median - score.median_surprisal).abs() < 0.5, "{:?}", report.survey);
    let mut last = frame.clone();
    for _ in 0..3 {
        let reply = session.handle(ToWorker::AdvanceYear { run: year, days: MAX_DAYS });
        let FromWorker::Year { frame, .. } = reply.message else { panic!("{reply:?}") };
        last = frame;
    }
    assert_eq!(last.report.day, 3 * MAX_DAYS);
    assert!(last.report.day < YEAR);
    assert_ne!(last.report.outcomes[0].selves, report.outcomes[0].selves);
    session.handle(ToWorker::Close { run: year });
    let gone = refusal(&mut session, ToWorker::AdvanceYear { run: year, days: 1 });
    assert!(gone.contains("not open"), "{gone}");
}

#[test]
fn two_people_are_compared_both_ways() {
    let mut session = Session::default();
    let other = Answers::of(&SET_2, |q| Response::new((q * 2 + 1) % 5).filter(|_| q % 2 == 0 && q < 101));
    let reply = session.handle(ToWorker::Compare { run: RUN, answers: [answers(), other] });
    let FromWorker::Compared { alone, by_other, .. } = reply.message else { panic!("{reply:?}") };
    let back = session.handle(ToWorker::Compare { run: RUN, answers: [other, answers()] });
    let FromWorker::Compared { alone: swapped, by_other: back, .. } = back.message else {
        panic!("{back:?}")
    };
    assert_eq!((&alone[0], &alone[1]), (&swapped[1], &swapped[0]));
    assert_eq!((&by_other[0], &by_other[1]), (&back[1], &back[0]));
}

#[test]
fn what_cannot_be_done_is_refused_with_a_sentence() {
    let mut session = Session::default();
    for message in [
        ToWorker::AdvanceYear { run: RUN, days: 1 },
        ToWorker::Score { run: RUN, answers: Answers::none(&SET_2) },
        ToWorker::Compare { run: RUN, answers: [answers(), Answers::none(&SET_2)] },
    ] {
        assert!(refusal(&mut session, message).contains(' '));
    }
}

#[test]
fn the_landing_refuses_what_cannot_be_done_and_goes_on() {
    let mut landing = LandingSession::default();
    let refuses = |landing: &mut LandingSession, request| match landing.handle(&request).message {
        LandingReply::Refused { sentence, .. } => assert!(sentence.contains(' '), "{sentence}"),
        other => panic!("answered {other:?}"),
    };
    refuses(&mut landing, LandingRequest::Advance { run: RUN, days: 1 });
    refuses(&mut landing, LandingRequest::Place { run: RUN, point: [0.0, 0.0] });
    landing.handle(&LandingRequest::Open { run: RUN, seed: 1 });
    for days in [0, MAX_DAYS + 1, u16::MAX] {
        refuses(&mut landing, LandingRequest::Advance { run: RUN, days });
    }
    refuses(&mut landing, LandingRequest::Place { run: RUN, point: [f32::NAN, 0.0] });
    refuses(&mut landing, LandingRequest::Advance { run: RunId(99), days: 1 });
    // And after all that it still answers.
    let reply = landing.handle(&LandingRequest::Advance { run: RUN, days: 1 });
    assert!(matches!(reply.message, LandingReply::Plane { .. }));
}
