//! The worker's replies about worlds of the lab, slice by slice.

use std::collections::BTreeSet;

use crate::requests::{RUN, answers, refusal};
use drift::{AgentId, MentorSet, Params, Traits};
use normie_descent::protocol::{
    FromWorker, LabFrame, LabPerson, LabPlane, LabRequest, LabSaid, LabWho, LabYou, Reply, RunId, ToWorker,
};
use normie_descent::session::Session;
use perplexity::respondent::SimulatedRespondent;
use quiz::explanation::Whom;
use quiz::population::responses;
use quiz::questionnaire::SET_2;
use settings::{Preset, Setting};

fn opening(run: RunId, setting: &Setting) -> ToWorker {
    let (setting, plane) = (Box::new(setting.clone()), LabPlane::Components);
    ToWorker::Lab { run, ask: LabRequest::Open { setting, plane, you: Box::default() } }
}

fn ask_lab(session: &mut Session, ask: LabRequest) -> Reply {
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
        reply = session.handle(ToWorker::Lab { run, ask: LabRequest::Advance { days: 1 } });
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
        let reply = session.handle(ToWorker::Lab { run: RUN, ask: LabRequest::Advance { days: 30 } });
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
            refusal(&mut session, ToWorker::Lab { run, ask: LabRequest::Advance { days: 1 } })
                .contains("not open")
        );
    }
}

#[test]
fn a_preset_shows_its_checksum_from_day_thirty_on() {
    let mut session = Session::default();
    let setting = Preset::TwoAxes.setting();
    open_lab(&mut session, RUN, &setting);
    let mut frame =
        lab_frame(session.handle(ToWorker::Lab { run: RUN, ask: LabRequest::Advance { days: 1 } }));
    while frame.day < 40 {
        assert!(frame.golden.is_none() || frame.day >= LabFrame::GOLDEN_DAY);
        frame = lab_frame(session.handle(ToWorker::Lab { run: RUN, ask: LabRequest::Advance { days: 3 } }));
    }
    let mut world = setting.open().expect("legal");
    (0..30).for_each(|_| world.step());
    assert_eq!(frame.golden, Some(world.checksum()));
    assert!(frame.measures.day >= 35 && !frame.measures.clusters.is_empty(), "{frame:?}");
}

#[test]
fn a_lab_can_be_turned_and_ruled_and_refuses_nonsense() {
    let mut session = Session::default();
    let setting = Setting { people: 200, dims: 5, ..Setting::default() };
    let (frame, _) = open_lab(&mut session, RUN, &setting);
    assert!((0.3..0.6).contains(&frame.kept), "two beliefs of five: {}", frame.kept);
    let turned = session.handle(ToWorker::Lab {
        run: RUN,
        ask: LabRequest::RotatePlane { plane: LabPlane::Beliefs(4, 999) },
    });
    assert!(
        turned.arrays[0].chunks(2).all(|point| point[0] == point[1]),
        "999 is the last belief, which is 4"
    );
    let off = Params { feed_share: 0.0, ..Params::default() };
    lab_frame(
        session.handle(ToWorker::Lab { run: RUN, ask: LabRequest::SetParams { params: Box::new(off) } }),
    );
    let wild = Params { feed_share: 7.0, ..Params::default() };
    let refused = refusal(
        &mut session,
        ToWorker::Lab { run: RUN, ask: LabRequest::SetParams { params: Box::new(wild) } },
    );
    assert!(refused.starts_with("the strength of the feed is 7"), "{refused}");
    let huge = Setting { people: 1_000_000, dims: 2_048, ..Setting::default() };
    let refused = refusal(&mut session, opening(RUN, &huge));
    assert!(refused.contains("23605 MiB"), "{refused}");
}

#[test]
fn you_can_be_put_anywhere_on_any_plane_and_the_crowd_does_not_notice() {
    let mut session = Session::default();
    let setting = Setting { people: 300, dims: 40, ..Setting::default() };
    let (frame, _) = open_lab(&mut session, RUN, &setting);
    assert!(frame.view[2] > 1.0 && frame.your_bits > 3.0, "an outsider is surprising: {frame:?}");
    for (plane, spot) in [(LabPlane::Components, [1.5, -0.5]), (LabPlane::Beliefs(3, 39), [-1.25, 0.75])] {
        ask_lab(&mut session, LabRequest::RotatePlane { plane });
        let frame = lab_frame(ask_lab(&mut session, LabRequest::Place { spot }));
        for (found, asked) in frame.you.into_iter().zip(spot) {
            assert!((found - asked).abs() < 1e-4, "{plane:?}: {:?}", frame.you);
        }
    }
    let nowhere = LabRequest::Place { spot: [f32::NAN, 0.0] };
    assert!(refusal(&mut session, ToWorker::Lab { run: RUN, ask: nowhere }).contains("not a number"));
    let mut frame = lab_frame(ask_lab(&mut session, LabRequest::Advance { days: 1 }));
    while frame.day < 30 {
        frame = lab_frame(ask_lab(&mut session, LabRequest::Advance { days: 1 }));
    }
    let mut world = setting.open().expect("legal");
    (0..30).for_each(|_| world.step());
    assert_eq!(frame.golden, Some(world.checksum()));
}

#[test]
fn you_can_be_who_you_answered_you_are_and_choose_mentors() {
    let mut session = Session::default();
    let setting = Setting { people: 400, dims: 128, ..Setting::default() };
    let (outsider, _) = open_lab(&mut session, RUN, &setting);
    let you = LabYou { who: LabWho::Answers(answers()), ..LabYou::default() };
    let yourself = lab_frame(ask_lab(&mut session, LabRequest::SetObserver { you: Box::new(you) }));
    assert_ne!(outsider.you, yourself.you);
    let circle = MentorSet::new(&[AgentId(3), AgentId(7)]).expect("two are a circle");
    let traits = Traits { mentorship: 0.5, mentors: circle, ..Traits::default() };
    let tied = LabYou { who: LabWho::Same, traits: traits.clone() };
    let frame = lab_frame(ask_lab(&mut session, LabRequest::SetObserver { you: Box::new(tied) }));
    assert_eq!(frame.you, yourself.you, "who you are stays");
    let LabPerson { person, mentors, spot, .. } = meet(&mut session, None, false);
    assert_eq!((person, &mentors[..], spot), (None, &[3, 7][..], frame.you));
    let seven = meet(&mut session, Some(AgentId(7)), false);
    assert!(seven.away == 0.0 && seven.bits > 0.0 && seven.person == Some(AgentId(7)), "{seven:?}");
    let nobody = LabRequest::Inspect { person: Some(AgentId(9_999)), said: false };
    assert_eq!(refusal(&mut session, ToWorker::Lab { run: RUN, ask: nobody }), "there is no person 9999");
    let strangers = Traits { mentors: MentorSet::new(&[AgentId(1), AgentId(4_000)]).expect("two"), ..traits };
    let you = Box::new(LabYou { who: LabWho::Same, traits: strangers });
    let refused = refusal(&mut session, ToWorker::Lab { run: RUN, ask: LabRequest::SetObserver { you } });
    assert_eq!(refused, "there is no person 4000 to be a mentor");
}

fn meet(session: &mut Session, person: Option<AgentId>, said: bool) -> LabPerson {
    match ask_lab(session, LabRequest::Inspect { person, said }).message {
        FromWorker::LabPerson { person, .. } => person,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_inspected_person_has_a_sentence_once_the_reference_population_exists() {
    let mut session = Session::default();
    open_lab(&mut session, RUN, &Setting { people: 400, dims: 128, ..Setting::default() });
    let seven = Some(AgentId(7));
    assert_eq!(meet(&mut session, seven, false).said, None, "it would have to be waited for");
    let Some(LabSaid::Sentence(explanation)) = meet(&mut session, seven, true).said else {
        panic!("no sentence")
    };
    let sentence = explanation.sentence(Whom::They);
    assert!(sentence.starts_with("basically the ") && sentence.ends_with('.'), "{sentence}");
    assert_eq!(
        meet(&mut session, seven, false).said,
        Some(LabSaid::Sentence(explanation)),
        "now somebody listens"
    );
    let sentences: BTreeSet<String> = (0..40)
        .filter_map(|n| match meet(&mut session, Some(AgentId(n)), false).said {
            Some(LabSaid::Sentence(explanation)) => Some(explanation.sentence(Whom::They)),
            _ => None,
        })
        .collect();
    assert!(sentences.len() > 30, "people differ: {sentences:?}");
}

#[test]
fn whoever_answered_is_described_by_their_own_answers() {
    let mut session = Session::default();
    open_lab(&mut session, RUN, &Setting { people: 400, dims: 128, ..Setting::default() });
    let answers = responses(&SET_2, &SimulatedRespondent::nth(5, 3), 0);
    let you = LabYou { who: LabWho::Answers(answers), ..LabYou::default() };
    ask_lab(&mut session, LabRequest::SetObserver { you: Box::new(you) });
    let Some(LabSaid::Sentence(explanation)) = meet(&mut session, None, true).said else {
        panic!("no sentence")
    };
    assert!(explanation.clauses.len() > 1, "{explanation:?}");
    // What they said weakly they may not believe; by chance a third of these sides would be theirs.
    let said = explanation
        .clauses
        .iter()
        .filter_map(|clause| Some(answers.side(usize::from(clause.side.question))? == clause.side.upper));
    let (same, other): (Vec<bool>, Vec<bool>) = said.partition(|is_same| *is_same);
    assert!(same.len() > other.len(), "{} of {}: {explanation:?}", same.len(), same.len() + other.len());
}

#[test]
fn where_beliefs_have_no_names_people_are_described_by_their_ranks() {
    for setting in
        [Setting::default(), Preset::HegselmannKrause.setting(), Setting { dims: 9, ..Setting::default() }]
    {
        let mut session = Session::default();
        let setting = Setting { people: 300, ..setting };
        open_lab(&mut session, RUN, &setting);
        let Some(LabSaid::Stands(stands)) = meet(&mut session, None, false).said else { panic!("no words") };
        assert_eq!(stands.len(), (setting.dims as usize).min(2));
        assert!(stands.iter().all(|stand| u32::from(stand.belief) < setting.dims && stand.below <= 100));
        assert!(stands[0].below < 5 || stands[0].below > 95, "an outsider stands out: {stands:?}");
    }
}

#[test]
fn you_can_begin_at_a_spot() {
    let mut session = Session::default();
    let (setting, plane) = (Box::new(Setting::default()), LabPlane::Beliefs(0, 1));
    let you = Box::new(LabYou { who: LabWho::At([1.25, -0.5]), ..LabYou::default() });
    let mut reply = ask_lab(&mut session, LabRequest::Open { setting, plane, you });
    while let FromWorker::LabOpening { .. } = reply.message {
        reply = ask_lab(&mut session, LabRequest::Advance { days: 1 });
    }
    let frame = lab_frame(reply);
    assert_eq!(frame.you, [1.25, -0.5]);
}

#[test]
fn a_world_can_be_written_down_in_stretches_and_one_too_large_is_refused() {
    let mut session = Session::default();
    let setting = Setting { people: 2_500, dims: 128, ..Setting::default() };
    open_lab(&mut session, RUN, &setting);
    let (mut from, mut table, mut stretches) = (Some(0), String::new(), 0);
    while let Some(first) = from {
        match ask_lab(&mut session, LabRequest::Table { from: first }).message {
            FromWorker::LabTable { text, next, .. } => (from, table) = (next, table + &text),
            other => panic!("{other:?}"),
        }
        stretches += 1;
    }
    let lines: Vec<&str> = table.lines().collect();
    assert!(stretches > 1 && lines.len() == 2_501, "{stretches} stretches, {} lines", lines.len());
    assert!(lines[0].starts_with("person,tribe,teaching,gap,") && lines[0].ends_with(",belief_128"));
    assert!(lines.iter().all(|line| line.split(',').count() == 130));
    assert!(lines[2_500].starts_with("2499,"));
    open_lab(&mut session, RUN, &Setting { people: 2_000, dims: 2_048, ..Setting::default() });
    let refused = refusal(&mut session, ToWorker::Lab { run: RUN, ask: LabRequest::Table { from: 0 } });
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
            frame = lab_frame(ask_lab(&mut session, LabRequest::Advance { days: 30 }));
        }
        println!("{} settles by day {}", preset.key(), frame.day);
        let frame = lab_frame(ask_lab(&mut session, LabRequest::Place { spot: [0.1, 0.2] }));
        assert!(!frame.measures.settled);
    }
}
