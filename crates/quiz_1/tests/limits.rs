//! Tests of the score at its limits: careless patterns, passes, mirrored sides.

use std::sync::OnceLock;

use drift::rng::{StreamKey, bounded_u32};
use quiz::domains;
use quiz::population::SEED;
use quiz::questionnaire::{Answers, CATEGORIES, ItemOrder, Response, SET_1};
use quiz::scoring::{Norms, Predictor, Score, careless_probability, norm_sample, score, score_batch};
use rand::Rng;

struct Quiz {
    predictor: Predictor,
    norm_sample: Vec<Answers>,
    full: Norms,
}

fn quiz() -> &'static Quiz {
    static QUIZ: OnceLock<Quiz> = OnceLock::new();
    QUIZ.get_or_init(|| {
        let (predictor, norm_sample) = (Predictor::today(&SET_1, SEED), norm_sample(&SET_1, SEED));
        let full = Norms::new(&predictor, &norm_sample, &norm_sample[0]);
        Quiz { predictor, norm_sample, full }
    })
}

fn full(step: impl Fn(usize) -> usize) -> Answers {
    Answers::of(&SET_1, |q| Response::new(step(q)))
}

fn score_of(answers: &Answers) -> Score {
    score(&quiz().predictor, &quiz().full, answers).expect("something was answered")
}

/// Score of a careless pattern, checked to be not placed and to have moderate identity bits.
#[track_caller]
fn careless_score(answers: &Answers) -> Score {
    let score = score_of(answers);
    assert!(!score.is_placed(), "{} {:?}", score.careless, score.further_than);
    let batch = score_batch(&quiz().predictor, &[*answers])[0];
    let nearer = quiz().full.nearer(batch.identity);
    assert!(nearer < 0.75, "{nearer}");
    assert!((1.0..4.5).contains(&score.identity_bits), "{}", score.identity_bits);
    score
}

#[test]
fn all_at_one_pole_cannot_be_placed_and_is_loud() {
    for pole in [0, 4] {
        let score = careless_score(&full(|_| pole));
        assert!(score.style_percentile >= 95, "{}", score.style_percentile);
        assert!(score.pairs.len() == 3 && score.pairs.iter().all(|pair| pair.is_contradicted()));
    }
}

#[test]
fn all_leaning_one_way_cannot_be_placed() {
    for step in [1, 3] {
        careless_score(&full(|_| step));
    }
}

#[test]
fn all_neutral_cannot_be_placed_and_takes_no_side() {
    let score = careless_score(&full(|_| 2));
    assert!(score.sides_taken == 0 && score.style_percentile < 5, "{}", score.style_percentile);
    assert!(score.pairs.iter().all(|pair| pair.apart() == 0));
}

#[test]
fn turns_between_two_answers_cannot_be_placed() {
    for [odd, even] in [[0, 4], [4, 0], [1, 3], [3, 1]] {
        careless_score(&full(|q| if q % 2 == 0 { even } else { odd }));
    }
}

#[test]
fn one_side_of_the_screen_throughout_cannot_be_placed() {
    // Sides are swapped by the session, so that "always A" is any pattern of ends.
    for session in 0..20 {
        let order = ItemOrder::of(&SET_1, session);
        let answers = Answers::of(&SET_1, |q| Some(order.mirror_if_swapped(q, Response::ALL[0])));
        assert!(!score_of(&answers).is_placed(), "session {session}");
    }
}

#[test]
fn random_clicks_are_mostly_not_placed_and_never_on_top() {
    let clicks = |n| {
        let mut stream = StreamKey::new(3, domains::TIES).stream(n);
        Answers::of(&SET_1, |_| Response::new(bounded_u32(CATEGORIES as u32, stream.next_u32()) as usize))
    };
    let people: Vec<Answers> = (0..500).map(clicks).collect();
    let placed = score_batch(&quiz().predictor, &people);
    let flagged = people.iter().zip(&placed).filter(|(a, p)| careless_probability(a, p.bits) > 0.5).count();
    assert!(flagged > 250, "{flagged}");
    let far = placed.iter().filter(|p| quiz().full.nearer(p.identity) > 0.95).count();
    assert!(far < 10, "{far}");
}

#[test]
fn mirrored_sides_give_the_same_numbers() {
    // Two sessions, one of which shows some questions the other way round: there the mirrored step is pressed.
    let [one, other] = [ItemOrder::of(&SET_1, 1), ItemOrder::of(&SET_1, 2)];
    let pressed = |order: &ItemOrder| -> Vec<Response> {
        let press = |q| {
            let answer = quiz().norm_sample[1].get(q).expect("simulated people answer everything");
            let lower_is_left = order.statements(q)[0] == SET_1.questions()[q].lower;
            if lower_is_left { answer } else { answer.mirrored() }
        };
        (0..SET_1.len()).map(press).collect()
    };
    let read_off = |order: &ItemOrder, pressed: &[Response]| {
        score_of(&Answers::of(&SET_1, |q| Some(order.mirror_if_swapped(q, pressed[q]))))
    };
    let (first, second) = (pressed(&one), pressed(&other));
    assert_ne!(first, second);
    assert_eq!(read_off(&one, &first), read_off(&other, &second));
}

#[test]
fn with_eight_passes_and_more_the_score_uses_the_items_answered() {
    let Quiz { predictor, norm_sample, .. } = quiz();
    for passes in [8, 12, 20, 23] {
        let mask = |answers: &Answers| (0..passes).fold(*answers, |a, n| a.without((n * 7) % SET_1.len()));
        let norms = Norms::new(predictor, norm_sample, &mask(&norm_sample[0]));
        let score = score(predictor, &norms, &mask(&norm_sample[2])).expect("some were answered");
        assert_eq!(usize::from(score.answered), SET_1.len() - passes);
        assert_eq!(score.answers.len(), SET_1.len() - passes);
        let [low, high] = score.further_than;
        assert!(low <= high && high <= 100);
        // So few answers cannot separate careless from attentive responding.
        assert!(passes < 20 || score.careless < 0.2, "{}", score.careless);
        let parts = score.identity_bits + score.volume_bits + score.noise_bits;
        assert!((parts - score.total_bits).abs() < 1e-9);
        // The middle of those who answered the same is the middle; ties may pull it a little.
        let middle = norms.nearer(median(&mask).identity);
        assert!((middle - 0.5).abs() < if passes < 20 { 0.01 } else { 0.15 }, "{passes}: {middle}");
    }
}

/// Score of the norm sample's median respondent.
fn median(mask: &impl Fn(&Answers) -> Answers) -> quiz::scoring::BatchScore {
    let everybody: Vec<Answers> = quiz().norm_sample.iter().map(mask).collect();
    let mut placed = score_batch(&quiz().predictor, &everybody);
    placed.sort_by(|a, b| a.identity.total_cmp(&b.identity));
    placed[placed.len() / 2]
}
