//! What becomes of answers that nobody would give, and of visitors who pass?

use std::sync::OnceLock;

use normie_descent::chance::{Chance, Purpose, below};
use normie_descent::items::{ASKED, Answers, Order, QUESTIONS, STEPS, Step};
use normie_descent::perplexity::{Calibration, Predictor, Reading, nobody, place, read, takers};
use normie_descent::session::SEED;
use rand::Rng;

struct Quiz {
    predictor: Predictor,
    takers: Vec<Answers>,
    full: Calibration,
}

fn quiz() -> &'static Quiz {
    static QUIZ: OnceLock<Quiz> = OnceLock::new();
    QUIZ.get_or_init(|| {
        let (predictor, takers) = (Predictor::today(SEED), takers(SEED));
        let full = Calibration::new(&predictor, &takers, &takers[0]);
        Quiz { predictor, takers, full }
    })
}

fn full(step: impl Fn(usize) -> usize) -> Answers {
    Answers(core::array::from_fn(|q| Step::new(step(q))))
}

fn reading(answers: &Answers) -> Reading {
    read(&quiz().predictor, &quiz().full, answers).expect("something was answered")
}

/// Answered without reading: not placed, ordinary in bits of identity, dear in noise.
#[track_caller]
fn clicks(answers: &Answers) -> Reading {
    let reading = reading(answers);
    assert!(!reading.is_placed(), "{} {:?}", reading.nobody, reading.further_than);
    let place = place(&quiz().predictor, &[*answers])[0];
    let nearer = quiz().full.nearer(place.identity);
    assert!(nearer < 0.75, "{nearer}");
    assert!((1.0..4.5).contains(&reading.identity_bits), "{}", reading.identity_bits);
    reading
}

#[test]
fn all_at_one_pole_cannot_be_placed_and_is_loud() {
    for pole in [0, 4] {
        let reading = clicks(&full(|_| pole));
        assert!(reading.louder_than >= 95, "{}", reading.louder_than);
        assert!(reading.pairs.len() == 3 && reading.pairs.iter().all(|pair| pair.is_contradicted()));
    }
}

#[test]
fn all_leaning_one_way_cannot_be_placed() {
    for step in [1, 3] {
        clicks(&full(|_| step));
    }
}

#[test]
fn all_torn_cannot_be_placed_and_takes_no_side() {
    let reading = clicks(&full(|_| 2));
    assert!(reading.sides_taken == 0 && reading.louder_than < 5, "{}", reading.louder_than);
    assert!(reading.pairs.iter().all(|pair| pair.apart() == 0));
}

#[test]
fn turns_between_two_answers_cannot_be_placed() {
    for [odd, even] in [[0, 4], [4, 0], [1, 3], [3, 1]] {
        clicks(&full(|q| if q % 2 == 0 { even } else { odd }));
    }
}

#[test]
fn one_side_of_the_screen_throughout_cannot_be_placed() {
    // Sides are swapped by the session, so that "always A" is any pattern of ends.
    for session in 0..20 {
        let order = Order::of(session);
        let answers = Answers(core::array::from_fn(|q| Some(order.turned(q, Step::ALL[0]))));
        assert!(!reading(&answers).is_placed(), "session {session}");
    }
}

#[test]
fn random_clicks_are_mostly_not_placed_and_never_on_top() {
    let clicks = |n| {
        let mut stream = Chance::new(3, Purpose::Ties).of(n);
        Answers(core::array::from_fn(|_| Step::new(below(STEPS as u32, stream.next_u32()) as usize)))
    };
    let people: Vec<Answers> = (0..500).map(clicks).collect();
    let placed = place(&quiz().predictor, &people);
    let flagged = people.iter().zip(&placed).filter(|(a, p)| nobody(a, p.bits) > 0.5).count();
    assert!(flagged > 250, "{flagged}");
    let far = placed.iter().filter(|p| quiz().full.nearer(p.identity) > 0.95).count();
    assert!(far < 10, "{far}");
}

#[test]
fn mirrored_sides_give_the_same_numbers() {
    // Two sessions, one of which shows some questions the other way round: there the mirrored step is pressed.
    let [one, other] = [Order::of(1), Order::of(2)];
    let pressed = |order: &Order| -> Vec<Step> {
        let press = |q| {
            let answer = quiz().takers[1].get(q).expect("simulated people answer everything");
            let lower_is_left = order.statements(q)[0] == QUESTIONS[q].lower;
            if lower_is_left { answer } else { answer.mirrored() }
        };
        (0..ASKED.len()).map(press).collect()
    };
    let read_off = |order: &Order, pressed: &[Step]| {
        reading(&Answers(core::array::from_fn(|q| Some(order.turned(q, pressed[q])))))
    };
    let (first, second) = (pressed(&one), pressed(&other));
    assert_ne!(first, second);
    assert_eq!(read_off(&one, &first), read_off(&other, &second));
}

#[test]
fn with_eight_passes_and_more_a_reading_stands_on_what_was_answered() {
    let Quiz { predictor, takers, .. } = quiz();
    for passes in [8, 12, 20, 23] {
        let mask = |answers: &Answers| (0..passes).fold(*answers, |a, n| a.without((n * 7) % ASKED.len()));
        let calibration = Calibration::new(predictor, takers, &mask(&takers[0]));
        let reading = read(predictor, &calibration, &mask(&takers[2])).expect("some were answered");
        assert_eq!(usize::from(reading.answered), ASKED.len() - passes);
        assert_eq!(reading.answers.len(), ASKED.len() - passes);
        let [low, high] = reading.further_than;
        assert!(low <= high && high <= 100);
        // Nobody can be told from somebody by so little.
        assert!(passes < 20 || reading.nobody < 0.2, "{}", reading.nobody);
        let parts = reading.identity_bits + reading.volume_bits + reading.noise_bits;
        assert!((parts - reading.total_bits).abs() < 1e-9);
        // The middle of those who answered the same is the middle; ties may pull it a little.
        let middle = calibration.nearer(median(&mask).identity);
        assert!((middle - 0.5).abs() < if passes < 20 { 0.01 } else { 0.15 }, "{passes}: {middle}");
    }
}

/// The calibrator in the middle.
fn median(mask: &impl Fn(&Answers) -> Answers) -> normie_descent::perplexity::Placed {
    let everybody: Vec<Answers> = quiz().takers.iter().map(mask).collect();
    let mut placed = place(&quiz().predictor, &everybody);
    placed.sort_by(|a, b| a.identity.total_cmp(&b.identity));
    placed[placed.len() / 2]
}
