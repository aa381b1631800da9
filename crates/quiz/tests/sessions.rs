//! Sessions of simulated respondents and of careless ones: who is asked a reverse-keyed question.

use drift::rng::{Stream, StreamKey, bounded_u32};
use perplexity::likeness::Likeness;
use perplexity::respondent::SimulatedRespondent;
use quiz::domains;
use quiz::population::responses;
use quiz::questionnaire::{Response, SET_2};
use quiz::quiz_session::{GOALS, ItemChoice, QuizSession, Stage};
use rand::Rng;

/// Number of reverse-keyed questions asked by each of [`GOALS`] in a session whose responses, by the index of the question,
/// are `response`.
fn reverse_keyed(likeness: &Likeness, seed: u64, mut response: impl FnMut(usize) -> Response) -> [usize; 3] {
    let mut session = QuizSession::of(&SET_2, seed);
    let count = |session: &QuizSession| {
        let is_reverse_keyed = |question: &&u8| SET_2.items()[usize::from(**question)].reverse_keyed;
        session.order().iter().filter(is_reverse_keyed).count()
    };
    GOALS.map(|goal| {
        session.sharpen(likeness);
        while let Some(place) = session.next_unmet() {
            let question = session.question(place);
            let shown = session.sides().mirror_if_swapped(question, response(question));
            session.choose(likeness, place, ItemChoice::Shown(shown));
        }
        assert_eq!((session.stage(), session.order().len()), (Stage::Result, goal));
        count(&session)
    })
}

/// How many of `people` sessions had a reverse-keyed question by each of the goals.
fn people_asked(people: usize, session: impl Fn(usize) -> [usize; 3]) -> [usize; 3] {
    let mut asked = [0; 3];
    for n in 0..people {
        let counts = session(n);
        (0..3).for_each(|goal| asked[goal] += usize::from(counts[goal] > 0));
    }
    asked
}

fn clicks(n: usize) -> Stream {
    StreamKey::new(7, domains::SCREEN_SIDES).at_step(1).stream(n)
}

#[test]
fn people_who_click_are_asked_reverse_keyed_questions_and_people_who_read_hardly_ever() {
    let likeness = Likeness::default();
    let reading = people_asked(500, |n| {
        let answers = responses(&SET_2, &SimulatedRespondent::nth(11, n), 0);
        reverse_keyed(&likeness, n as u64, |question| answers.get(question).expect("they answer everything"))
    });
    let clicking = people_asked(200, |n| {
        let mut stream = clicks(n);
        reverse_keyed(&likeness, n as u64, |_| {
            Response::ALL[bounded_u32(5, (stream.next_u64() >> 32) as u32) as usize]
        })
    });
    println!("reading {reading:?} of 500, clicking {clicking:?} of 200");
    // Two standard errors beyond 7, 9 and 10 of 500, and 149, 192 and 197 of 200.
    assert!(reading[0] <= 12 && reading[2] <= 16, "{reading:?}");
    assert!(clicking[0] >= 137 && clicking[1] >= 186 && clicking[2] >= 193, "{clicking:?}");
}
