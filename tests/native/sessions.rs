//! Does the worker answer every message, in any order?

use normie_descent::drift::{Circle, Params, PersonId, Traits};
use normie_descent::future::Lever;
use normie_descent::items::{Answers, QUESTIONS, Step};
use normie_descent::protocol::{
    FromWorker, LabAsk, LabFrame, LabPerson, LabPlane, LabWho, LabYou, MAX_DAYS, Reply, RunId, ToWorker, YEAR,
};
use normie_descent::session::{Landing, Session};
use normie_descent::worlds::{Preset, Setting};

const RUN: RunId = RunId(1);

fn answers() -> Answers {
    Answers(core::array::from_fn(|q| Step::new((q * 3) % 5)))
}

fn refusal(session: &mut Session, message: ToWorker) -> String {
    match session.handle(message).message {
        FromWorker::Refused { sentence, .. } => sentence,
        other => panic!("answered {other:?}"),
    }
}

#[test]
fn the_landing_falls_into_tribes_and_comes_to_rest() {
    let mut session = Landing::default();
    let first = session.handle(ToWorker::OpenPlane { run: RUN, seed: 1 });
    let FromWorker::Plane { frame, .. } = &first.message else { panic!("{first:?}") };
    assert_eq!((frame.day, frame.settled), (0, false));
    assert_eq!(first.arrays.len(), 2);
    assert_eq!(first.arrays[1].len(), usize::from(frame.potential_side).pow(2));
    let start = frame.you;
    let mut last = frame.clone();
    while !last.settled && last.day < 1000 {
        let reply = session.handle(ToWorker::AdvancePlane { run: RUN, days: 5 });
        let FromWorker::Plane { frame, .. } = reply.message else { panic!("{reply:?}") };
        last = frame;
    }
    assert!(last.settled && last.you_in_tribe, "{last:?}");
    assert!((2..=6).contains(&last.tribes) && last.loners < 100, "{last:?}");
    assert_ne!(last.you, start);
    // Put out of the tribe again, you fall again.
    let reply = session.handle(ToWorker::PlaceYou { run: RUN, spot: [3.0, 99.0] });
    let FromWorker::Plane { frame, .. } = reply.message else { panic!("{reply:?}") };
    assert_eq!((frame.you, frame.settled, frame.you_in_tribe), ([3.0, 3.5], false, false));
}

#[test]
fn a_visitor_is_read_and_lives_a_year() {
    let mut session = Session::default();
    let reply = session.handle(ToWorker::Score { run: RUN, answers: answers() });
    let FromWorker::Scored { reading, told, .. } = reply.message else { panic!("{reply:?}") };
    assert_eq!(usize::from(reading.answered), QUESTIONS.len());
    let seconds = told.explanation.seconds();
    assert!(told.seconds[0] < seconds && seconds < told.seconds[1], "{told:?}");
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
    assert_eq!((frame.day, frame.survey.day, frame.lives.len()), (0, 0, Lever::ALL.len()));
    assert_eq!(first.arrays[0].len(), 2 * frame.people as usize);
    for life in &frame.lives {
        assert_eq!(life.answers, answers());
        // Today's bits are the result's, and the crowd of day 0 is today's.
        assert_eq!(life.bits_today.to_bits(), reading.identity_bits.to_bits());
        assert_eq!(life.bits_that_day.to_bits(), reading.identity_bits.to_bits());
    }
    assert_eq!(frame.survey.median_bits, reading.median_bits);
    let mut last = frame.clone();
    for _ in 0..3 {
        let reply = session.handle(ToWorker::AdvanceYear { run: year, days: MAX_DAYS });
        let FromWorker::Year { frame, .. } = reply.message else { panic!("{reply:?}") };
        last = frame;
    }
    assert_eq!(last.day, 3 * MAX_DAYS);
    assert!(last.day < YEAR);
    assert_ne!(last.lives[0].you, frame.lives[0].you);
    session.handle(ToWorker::Close { run: year });
    let gone = refusal(&mut session, ToWorker::AdvanceYear { run: year, days: 1 });
    assert!(gone.contains("not open"), "{gone}");
}

#[test]
fn two_people_are_compared_both_ways() {
    let mut session = Session::default();
    let other = Answers(core::array::from_fn(|q| Step::new((q * 2 + 1) % 5)));
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
        ToWorker::AdvancePlane { run: RUN, days: 1 },
        ToWorker::PlaceYou { run: RUN, spot: [0.0, 0.0] },
        ToWorker::AdvanceYear { run: RUN, days: 1 },
        ToWorker::Score { run: RUN, answers: Answers::default() },
        ToWorker::Compare { run: RUN, answers: [answers(), Answers::default()] },
    ] {
        assert!(refusal(&mut session, message).contains(' '));
    }
}

#[test]
fn the_landing_refuses_what_is_not_its_own_and_goes_on() {
    let mut landing = Landing::default();
    let mut refused = |message| match landing.handle(message).message {
        FromWorker::Refused { sentence, .. } => assert!(sentence.contains(' '), "{sentence}"),
        other => panic!("answered {other:?}"),
    };
    refused(ToWorker::AdvancePlane { run: RUN, days: 1 });
    refused(ToWorker::Score { run: RUN, answers: answers() });
    landing.handle(ToWorker::OpenPlane { run: RUN, seed: 1 });
    for days in [0, MAX_DAYS + 1, u16::MAX] {
        let reply = landing.handle(ToWorker::AdvancePlane { run: RUN, days });
        assert!(matches!(reply.message, FromWorker::Refused { .. }));
    }
    let nowhere = landing.handle(ToWorker::PlaceYou { run: RUN, spot: [f32::NAN, 0.0] });
    assert!(matches!(nowhere.message, FromWorker::Refused { .. }));
    // And after all that it still answers.
    let reply = landing.handle(ToWorker::AdvancePlane { run: RUN, days: 1 });
    assert!(matches!(reply.message, FromWorker::Plane { .. }));
}

fn opening(run: RunId, setting: &Setting) -> ToWorker {
    let (setting, plane) = (Box::new(setting.clone()), LabPlane::Components);
    ToWorker::Lab { run, ask: LabAsk::Open { setting, plane, you: Box::default() } }
}

fn ask_lab(session: &mut Session, ask: LabAsk) -> Reply {
    session.handle(ToWorker::Lab { run: RUN, ask })
}

fn open_lab(session: &mut Session, run: RunId, setting: &Setting) -> (LabFrame, usize) {
    let mut reply = session.handle(opening(run, setting));
    let (mut slices, mut before) = (1, 0.0);
    loop {
        match reply.message {
            FromWorker::LabOpening { share, .. } => {
                assert!((before..1.0).contains(&share), "{before}, then {share}");
                before = share;
            }
            FromWorker::Lab { frame, .. } => {
                assert_eq!(reply.arrays[0].len(), 2 * frame.people as usize);
                assert_eq!(reply.arrays[1].len(), frame.people as usize);
                return (frame, slices);
            }
            other => panic!("{other:?}"),
        }
        reply = session.handle(ToWorker::Lab { run, ask: LabAsk::Advance { days: 1 } });
        slices += 1;
    }
}

fn lab_frame(reply: Reply) -> LabFrame {
    match reply.message {
        FromWorker::Lab { frame, .. } => frame,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_large_world_is_made_and_lived_in_slices_and_can_be_given_up() {
    let mut session = Session::default();
    let setting = Setting { people: 3_000, ..Preset::Thousands.setting() };
    let (frame, slices) = open_lab(&mut session, RUN, &setting);
    assert!(slices > 10 && frame.day == 0 && frame.measures.dimensions > 15.0, "{slices} slices: {frame:?}");
    let (mut slices, mut places) = (0, Vec::new());
    loop {
        let reply = session.handle(ToWorker::Lab { run: RUN, ask: LabAsk::Advance { days: 30 } });
        places.clone_from(&reply.arrays[0]);
        slices += 1;
        if lab_frame(reply).day == 2 {
            break;
        }
    }
    assert!(slices > 2, "{slices} slices");
    let mut whole = setting.open().expect("legal");
    (0..2).for_each(|_| whole.step());
    let place = |person: usize| [whole.embedding().row(person)[0], whole.embedding().row(person)[1]];
    assert_eq!(places, (0..3_000).flat_map(place).collect::<Vec<f32>>());
    // Given up half-way through the making of another one; the first is gone, too, and asking for it is no harm.
    session.handle(opening(RunId(2), &setting));
    session.handle(ToWorker::Close { run: RunId(2) });
    for run in [RUN, RunId(2)] {
        assert!(
            refusal(&mut session, ToWorker::Lab { run, ask: LabAsk::Advance { days: 1 } })
                .contains("not open")
        );
    }
}

#[test]
fn a_preset_shows_its_checksum_from_day_thirty_on() {
    let mut session = Session::default();
    let setting = Preset::TwoAxes.setting();
    open_lab(&mut session, RUN, &setting);
    let mut frame = lab_frame(session.handle(ToWorker::Lab { run: RUN, ask: LabAsk::Advance { days: 1 } }));
    while frame.day < 40 {
        assert!(frame.golden.is_none() || frame.day >= LabFrame::GOLDEN_DAY);
        frame = lab_frame(session.handle(ToWorker::Lab { run: RUN, ask: LabAsk::Advance { days: 3 } }));
    }
    let mut world = setting.open().expect("legal");
    (0..30).for_each(|_| world.step());
    assert_eq!(frame.golden, Some(world.checksum()));
    assert!(frame.measures.day >= 35 && !frame.measures.tribes.is_empty(), "{frame:?}");
}

#[test]
fn a_lab_can_be_turned_and_ruled_and_refuses_nonsense() {
    let mut session = Session::default();
    let setting = Setting { people: 200, dims: 5, ..Setting::default() };
    let (frame, _) = open_lab(&mut session, RUN, &setting);
    assert!((0.3..0.6).contains(&frame.kept), "two beliefs of five: {}", frame.kept);
    let turned =
        session.handle(ToWorker::Lab { run: RUN, ask: LabAsk::Turn { plane: LabPlane::Beliefs(4, 999) } });
    assert!(
        turned.arrays[0].chunks(2).all(|point| point[0] == point[1]),
        "999 is the last belief, which is 4"
    );
    let off = Params { feed: 0.0, ..Params::default() };
    lab_frame(session.handle(ToWorker::Lab { run: RUN, ask: LabAsk::Rule { params: Box::new(off) } }));
    let wild = Params { feed: 7.0, ..Params::default() };
    let refused =
        refusal(&mut session, ToWorker::Lab { run: RUN, ask: LabAsk::Rule { params: Box::new(wild) } });
    assert!(refused.starts_with("the strength of the feed is 7"), "{refused}");
    let huge = Setting { people: 1_000_000, dims: 2_048, ..Setting::default() };
    let refused = refusal(&mut session, opening(RUN, &huge));
    assert!(refused.contains("23597 MiB"), "{refused}");
}

#[test]
fn you_can_be_put_anywhere_on_any_plane_and_the_crowd_does_not_notice() {
    let mut session = Session::default();
    let setting = Setting { people: 300, dims: 40, ..Setting::default() };
    let (frame, _) = open_lab(&mut session, RUN, &setting);
    assert!(frame.view[2] > 1.0 && frame.your_bits > 3.0, "an outsider is surprising: {frame:?}");
    for (plane, spot) in [(LabPlane::Components, [1.5, -0.5]), (LabPlane::Beliefs(3, 39), [-1.25, 0.75])] {
        ask_lab(&mut session, LabAsk::Turn { plane });
        let frame = lab_frame(ask_lab(&mut session, LabAsk::Place { spot }));
        for (found, asked) in frame.you.into_iter().zip(spot) {
            assert!((found - asked).abs() < 1e-4, "{plane:?}: {:?}", frame.you);
        }
    }
    let nowhere = LabAsk::Place { spot: [f32::NAN, 0.0] };
    assert!(refusal(&mut session, ToWorker::Lab { run: RUN, ask: nowhere }).contains("not a number"));
    let mut frame = lab_frame(ask_lab(&mut session, LabAsk::Advance { days: 1 }));
    while frame.day < 30 {
        frame = lab_frame(ask_lab(&mut session, LabAsk::Advance { days: 1 }));
    }
    let mut world = setting.open().expect("legal");
    (0..30).for_each(|_| world.step());
    assert_eq!(frame.golden, Some(world.checksum()));
}

#[test]
fn you_can_be_who_you_answered_you_are_and_choose_mentors() {
    let mut session = Session::default();
    let setting = Setting { people: 400, dims: 64, ..Setting::default() };
    let (outsider, _) = open_lab(&mut session, RUN, &setting);
    let you = LabYou { who: LabWho::Answers(answers()), ..LabYou::default() };
    let yourself = lab_frame(ask_lab(&mut session, LabAsk::Become { you: Box::new(you) }));
    assert_ne!(outsider.you, yourself.you);
    let circle = Circle::new(&[PersonId(3), PersonId(7)]).expect("two are a circle");
    let traits = Traits { mentorship: 0.5, mentors: circle, ..Traits::default() };
    let tied = LabYou { who: LabWho::Same, traits: traits.clone() };
    let frame = lab_frame(ask_lab(&mut session, LabAsk::Become { you: Box::new(tied) }));
    assert_eq!(frame.you, yourself.you, "who you are stays");
    let meet = |session: &mut Session, person| match ask_lab(session, LabAsk::Meet { person }).message {
        FromWorker::LabPerson { person, .. } => person,
        other => panic!("{other:?}"),
    };
    let LabPerson { person, mentors, sides, spot, .. } = meet(&mut session, None);
    assert_eq!((person, &mentors[..], sides.len(), spot), (None, &[3, 7][..], 3, frame.you));
    let seven = meet(&mut session, Some(PersonId(7)));
    assert!(seven.away == 0.0 && seven.bits > 0.0 && seven.person == Some(PersonId(7)), "{seven:?}");
    let nobody = LabAsk::Meet { person: Some(PersonId(9_999)) };
    assert_eq!(refusal(&mut session, ToWorker::Lab { run: RUN, ask: nobody }), "there is no person 9999");
    let strangers = Traits { mentors: Circle::new(&[PersonId(1), PersonId(4_000)]).expect("two"), ..traits };
    let you = Box::new(LabYou { who: LabWho::Same, traits: strangers });
    let refused = refusal(&mut session, ToWorker::Lab { run: RUN, ask: LabAsk::Become { you } });
    assert_eq!(refused, "there is no person 4000 to be a mentor");
}

#[test]
fn a_world_can_be_written_down_in_stretches_and_one_too_large_is_refused() {
    let mut session = Session::default();
    let setting = Setting { people: 2_500, dims: 64, ..Setting::default() };
    open_lab(&mut session, RUN, &setting);
    let (mut from, mut table, mut stretches) = (Some(0), String::new(), 0);
    while let Some(first) = from {
        match ask_lab(&mut session, LabAsk::Table { from: first }).message {
            FromWorker::LabTable { text, next, .. } => (from, table) = (next, table + &text),
            other => panic!("{other:?}"),
        }
        stretches += 1;
    }
    let lines: Vec<&str> = table.lines().collect();
    assert!(stretches > 1 && lines.len() == 2_501, "{stretches} stretches, {} lines", lines.len());
    assert!(lines[0].starts_with("person,tribe,gap,borders,") && lines[0].ends_with(",belief_64"));
    assert!(lines.iter().all(|line| line.split(',').count() == 66));
    assert!(lines[2_500].starts_with("2499,"));
    open_lab(&mut session, RUN, &Setting { people: 2_000, dims: 2_048, ..Setting::default() });
    let refused = refusal(&mut session, ToWorker::Lab { run: RUN, ask: LabAsk::Table { from: 0 } });
    assert!(refused.contains("4096000 numbers"), "{refused}");
}

#[test]
fn every_crowd_with_a_feed_comes_to_rest_and_a_stir_wakes_it() {
    for preset in [Preset::TwoAxes, Preset::HegselmannKrause, Preset::FriedkinJohnsen, Preset::YoungHegelians]
    {
        let mut session = Session::default();
        let (mut frame, _) = open_lab(&mut session, RUN, &Setting { people: 600, ..preset.setting() });
        assert!(!frame.measures.settled);
        while !frame.measures.settled {
            assert!(frame.day < 1_500, "{}: {:?}", preset.key(), frame.measures);
            frame = lab_frame(ask_lab(&mut session, LabAsk::Advance { days: 30 }));
        }
        println!("{} settles by day {}", preset.key(), frame.day);
        let frame = lab_frame(ask_lab(&mut session, LabAsk::Place { spot: [0.1, 0.2] }));
        assert!(!frame.measures.settled);
    }
}
