//! Explanations: everything that a result says of the population is true of the population.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, OnceLock};

use normie_descent::protocol::{
    FromWorker, MAX_DAYS, RunId, ScoreDetails, Somebody, ToWorker, YEAR, YearFrame,
};
use normie_descent::session::Session;
use perplexity::likeness::Likeness;
use perplexity::respondent::SimulatedRespondent;
use quiz::explanation::PEOPLE;
use quiz::population::{SEED, responses};
use quiz::questionnaire::{Answers, Response, SET_2};
use quiz::quiz_session::sitting;
use quiz::scoring::Score;

const RUN: RunId = RunId(1);

fn session() -> MutexGuard<'static, Session> {
    static SESSION: OnceLock<Mutex<Session>> = OnceLock::new();
    SESSION.get_or_init(Mutex::default).lock().expect("no test panics while it asks")
}

fn scored(answers: Answers) -> (Score, ScoreDetails, Vec<Vec<f32>>) {
    let reply = session().handle(ToWorker::Score { run: RUN, answers });
    match reply.message {
        FromWorker::Scored { score, details, .. } => (*score, *details, reply.arrays),
        other => panic!("{other:?}"),
    }
}

/// Answers of a simulated person to every question that is scored.
fn all_answers(number: usize) -> Answers {
    let all = responses(&SET_2, &SimulatedRespondent::nth(SEED, number), 0);
    Answers::of(&SET_2, |q| all.get(q).filter(|_| !SET_2.items()[q].reverse_keyed))
}

/// A visitor, somebody who answered one question only, twelve, torn all along, and clicks.
fn visitors() -> Vec<Answers> {
    let asked = |n: usize| sitting(&Likeness::default(), &all_answers(PEOPLE + 2_007), 7, n);
    let clicks = |step: &dyn Fn(usize) -> usize| {
        Answers::of(&SET_2, |q| Response::new(step(q)).filter(|_| q % 4 == 0 && q < 101))
    };
    vec![asked(48), asked(1), asked(12), clicks(&|_| 2), clicks(&|q| q % 8)]
}

#[test]
fn the_crowd_only_ever_thins_out_and_every_count_is_of_the_people_shown() {
    for answers in visitors() {
        let (_, details, arrays) = scored(answers);
        let [spots, matched] = &arrays[..] else { panic!("{} arrays", arrays.len()) };
        assert_eq!((spots.len(), matched.len()), (2 * PEOPLE, PEOPLE));
        let explanation = &details.explanation;
        let said = [explanation.opening_left].into_iter().chain(explanation.clauses.iter().map(|c| c.left));
        let said: Vec<u32> = said.collect();
        for (part, &left) in said.iter().enumerate() {
            let staying = matched.iter().filter(|&&parts| parts > part as f32).count();
            assert_eq!(staying as u32, left, "after part {part} of {said:?}");
        }
        assert!(said[0] as usize <= PEOPLE && said.is_sorted_by(|a, b| a >= b), "{said:?}");
        assert!(matched.iter().all(|&parts| parts <= said.len() as f32));
        assert!(details.spots.iter().flatten().all(|x| x.is_finite()));
    }
}

#[test]
fn spots_are_the_people_of_the_essays_plane() {
    let (_, _, arrays) = scored(visitors()[0]);
    let plane = quiz::population::OpinionSpace::new(SEED, 2).expect("a plane");
    for n in [0, 1, 4_999, PEOPLE - 1] {
        let mut spot = [0.0f32; 2];
        plane.write_respondent(&SimulatedRespondent::nth(SEED, n), &mut spot);
        assert_eq!(arrays[0][2 * n..2 * n + 2], spot);
    }
}

/// Steps between two people, the slow way.
fn apart(a: &Answers, b: &Answers) -> usize {
    (0..SET_2.len()).filter_map(|q| Some(a.get(q)?.index().abs_diff(b.get(q)?.index()))).sum()
}

#[test]
fn the_nearest_neighbour_is_nearest_and_shares_what_is_said() {
    let crowd: Vec<Answers> = (0..PEOPLE).map(all_answers).collect();
    for answers in visitors() {
        let neighbour = scored(answers).1.neighbour;
        let theirs = crowd[neighbour.number as usize];
        assert_eq!(apart(&theirs, &answers), usize::from(neighbour.apart));
        assert!(crowd.iter().all(|other| apart(other, &answers) >= usize::from(neighbour.apart)));
        let same =
            (0..SET_2.len()).filter(|&q| answers.get(q).is_some() && theirs.get(q) == answers.get(q)).count();
        let sides = (0..SET_2.len())
            .filter(|&q| answers.side(q).is_some() && theirs.side(q) == answers.side(q))
            .count();
        assert_eq!((same, sides), (usize::from(neighbour.same), usize::from(neighbour.sides)));
    }
    // Who is in the crowd has nobody nearer than themselves.
    let own = scored(crowd[4_242]).1.neighbour;
    assert_eq!((own.apart, own.same), (0, 101));
}

#[test]
fn somebody_else_is_each_time_another_and_never_one_of_those_who_predict() {
    let another = |nth| match session().handle(ToWorker::Another { run: RUN, nth }).message {
        FromWorker::Another { somebody, .. } => *somebody,
        other => panic!("{other:?}"),
    };
    let met: Vec<Somebody> = (u32::MAX - 30..=u32::MAX).map(another).collect();
    let numbers: HashSet<u32> = met.iter().map(|somebody| somebody.number).collect();
    assert_eq!(numbers.len(), met.len());
    for somebody in &met {
        assert!((PEOPLE..PEOPLE + 2_000).contains(&(somebody.number as usize)), "{somebody:?}");
    }
    // Their sentence is the one they would read themselves.
    let number = met[0].number as usize;
    let answers = sitting(&Likeness::default(), &all_answers(number), number as u64, 24);
    let (score, details, _) = scored(answers);
    assert_eq!((&details.explanation, score.surprisal), (&met[0].explanation, met[0].surprisal));
}

/// The rest of a map, and what its table says.
fn check_groups(frame: &YearFrame, groups: &[f32]) {
    let kinds = frame.report.day == 0;
    let survey = &frame.report.survey;
    let seen = if kinds { &frame.kinds } else { &survey.clusters };
    let unclustered = if kinds { 0 } else { survey.unclustered };
    assert_eq!(groups.len(), frame.people as usize);
    assert_eq!(seen.iter().map(|group| group.people).sum::<u32>() + unclustered, frame.people);
    for (at, group) in seen.iter().enumerate() {
        assert_eq!(groups.iter().filter(|&&of| of == at as f32).count() as u32, group.people);
        assert_eq!(group.apart.len(), frame.report.outcomes.len());
        assert!(group.apart.iter().all(|&apart| apart > 0.0 && apart < 5.0), "{group:?}");
        let questions: HashSet<u8> = group.typical.iter().map(|side| side.question).collect();
        assert_eq!(questions.len(), 3, "{group:?}");
    }
    assert!(seen.windows(2).all(|pair| pair[0].people >= pair[1].people));
    let names: HashSet<_> = seen.iter().map(|group| group.name).collect();
    assert_eq!(names.len(), seen.len());
}

#[test]
fn the_maps_table_counts_everybody_once_today_and_when_there_are_tribes() {
    let answers = visitors()[0];
    let mut session = session();
    let year = RunId(9);
    let mut reply = session.handle(ToWorker::OpenYear { run: year, answers });
    let mut surveyed = Vec::new();
    while surveyed.last().is_none_or(|&day| day < YEAR / 3) {
        if let FromWorker::Year { frame, .. } = &reply.message {
            let report = &frame.report;
            assert_eq!(frame.kinds.is_empty(), report.day > 0);
            if let Some(groups) = reply.arrays.get(1) {
                check_groups(frame, groups);
                surveyed.push(report.survey.day);
            } else {
                assert_eq!(surveyed.last(), Some(&report.survey.day), "a survey comes with its map");
            }
            for cluster in report.outcomes.iter().filter_map(|outcome| outcome.cluster) {
                assert!(usize::from(cluster.cluster) < report.survey.clusters.len(), "{report:?}");
                assert!(cluster.share > 0.0 && cluster.share <= 1.0, "{report:?}");
            }
        }
        reply = session.handle(ToWorker::AdvanceYear { run: year, days: MAX_DAYS });
    }
    assert!(surveyed.len() > 3, "{surveyed:?}");
    session.handle(ToWorker::Close { run: year });
}
