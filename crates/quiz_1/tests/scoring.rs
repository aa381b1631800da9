//! Tests of the score: additivity, independence of order, calibration, passes.

use std::sync::OnceLock;

use drift::rng::{StreamKey, bounded_u32};
use quiz::domains;
use quiz::population::Respondent;
use quiz::questionnaire::{Answers, CATEGORIES, Response, SET_1};
use quiz::scoring::{NORM_SAMPLE_SIZE, Norms, NothingAnswered, PEOPLE, Predictor, Score, norm_sample, score};
use rand::Rng;

const SEED: u64 = 1;

/// Population and norms for the full quiz, made once for all tests.
fn crowd() -> &'static (Predictor, Norms) {
    static CROWD: OnceLock<(Predictor, Norms)> = OnceLock::new();
    CROWD.get_or_init(|| {
        let predictor = Predictor::today(&SET_1, SEED);
        let norm_sample = norm_sample(&SET_1, SEED);
        let norms = Norms::new(&predictor, &norm_sample, &norm_sample[0]);
        (predictor, norms)
    })
}

/// Respondents outside the population and the norm sample.
fn strangers(n: usize) -> Vec<Answers> {
    let models = SET_1.models();
    (0..n).map(|i| Respondent::nth(SEED, PEOPLE + NORM_SAMPLE_SIZE + i).answers(&models, 0)).collect()
}

fn score_of(answers: &Answers) -> Score {
    let (predictor, norms) = crowd();
    score(predictor, norms, answers).expect("something was answered")
}

fn bits(answers: &Answers) -> f64 {
    -libm::log2(crowd().0.posterior(answers).marginal_likelihood())
}

fn random_answers(n: usize) -> Vec<Answers> {
    let answer =
        |stream: &mut _| Response::new(bounded_u32(CATEGORIES as u32, Rng::next_u32(stream)) as usize);
    (0..n)
        .map(|i| {
            let mut stream = StreamKey::new(99, domains::RESPONSES).stream(i);
            Answers::of(&SET_1, |_| answer(&mut stream))
        })
        .collect()
}

#[test]
fn bits_do_not_depend_on_the_order_of_the_questions() {
    let answers = strangers(1)[0];
    let total = bits(&answers);
    for shuffle in 0..4 {
        let mut order: Vec<usize> = (0..SET_1.len()).collect();
        let mut stream = StreamKey::new(shuffle, domains::TIES).stream(0);
        for at in (1..order.len()).rev() {
            order.swap(at, bounded_u32(at as u32 + 1, stream.next_u32()) as usize);
        }
        // −log2 p(a_n | those before), one after the other.
        let mut known = Answers::all_passed(&SET_1);
        let (mut before, mut sum) = (0.0, 0.0);
        for q in order {
            known.put(q, answers.get(q));
            let now = bits(&known);
            assert!(now >= before, "an answer cannot cost less than nothing");
            sum += now - before;
            before = now;
        }
        assert!((sum - total).abs() < 1e-9);
    }
}

#[test]
fn bits_split_without_remainder() {
    for answers in strangers(5) {
        let posterior = crowd().0.posterior(&answers);
        let score = score_of(&answers);
        let parts = score.identity_bits + score.volume_bits + score.noise_bits;
        assert!((parts - bits(&answers)).abs() < 1e-9);
        // The noise, from its own definition: what the answers cost someone who knew the person and their style.
        let single = |person: usize, style: f64| libm::log2(posterior.likelihood(person, style));
        let noise: f64 = posterior
            .joint()
            .filter(|&(_, _, w)| w > 1e-12)
            .map(|(person, style, w)| -w * single(person, style))
            .sum();
        assert!((noise - score.noise_bits).abs() < 1e-4, "{noise} {}", score.noise_bits);
    }
}

#[test]
fn the_crowd_predicts_better_than_its_shares() {
    let people = strangers(300);
    let mean = people.iter().map(|a| bits(a) / 24.0).sum::<f64>() / people.len() as f64;
    let by_shares = |a: &Answers| {
        let cost = |(q, step): (usize, &Option<Response>)| {
            step.map_or(0.0, |s| -libm::log2(SET_1.items()[q].shares()[s.index()]))
        };
        a.responses().iter().enumerate().map(cost).sum::<f64>() / 24.0
    };
    let shares = people.iter().map(by_shares).sum::<f64>() / people.len() as f64;
    assert!(mean <= 2.05 && shares > mean + 0.05, "{mean} bits an answer, {shares} from shares");
}

#[test]
fn percentiles_of_simulated_visitors_are_uniform() {
    let (predictor, norms) = crowd();
    let mut places: Vec<f64> = strangers(400)
        .iter()
        .map(|a| f64::from(norms.further_than(predictor.posterior(a).identity_bits())) / 100.0)
        .collect();
    places.sort_by(f64::total_cmp);
    let n = places.len() as f64;
    let distance =
        places.iter().enumerate().map(|(i, p)| ((i as f64 + 0.5) / n - p).abs()).fold(0.0, f64::max);
    // Kolmogorov–Smirnov at p = .01, plus the rounding down to whole percents.
    assert!(distance < 1.63 / n.sqrt() + 0.01, "{distance}");
}

#[test]
fn random_clicking_is_noise_and_not_uniqueness() {
    let people = random_answers(100);
    let scores: Vec<Score> = people.iter().map(score_of).collect();
    let mean = |f: &dyn Fn(&Score) -> f64| scores.iter().map(f).sum::<f64>() / 100.0;
    let place = mean(&|r| f64::from(crowd().1.further_than(r.identity_bits)));
    let noise = mean(&|r| r.noise_bits);
    let typical = strangers(100).iter().map(|a| score_of(a).noise_bits).sum::<f64>() / 100.0;
    assert!(place < 70.0, "{place}");
    assert!(noise > typical + 5.0, "{noise} against {typical}");
}

#[test]
fn uniform_answers_have_documented_outcomes() {
    // One pole throughout contradicts every consistency pair: a large surprisal, but few identity bits.
    for (step, at_least, volume_at_least) in [(0, 50.0, 80), (4, 50.0, 80), (2, 35.0, 0)] {
        let score = score_of(&Answers::of(&SET_1, |_| Response::new(step)));
        assert!(score.total_bits > at_least, "{step}: {}", score.total_bits);
        assert!(score.style_percentile >= volume_at_least, "{step}: {}", score.style_percentile);
    }
    assert_eq!(score_of(&Answers::of(&SET_1, |_| Response::new(2))).sides_taken, 0);
}

#[test]
fn forecasts_are_probabilities_and_the_record_is_a_count() {
    for answers in strangers(5) {
        let score = score_of(&answers);
        for answer in &score.answers {
            assert!((answer.forecast.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            assert!((answer.bits + libm::log2(answer.forecast[answer.response.index()])).abs() < 1e-9);
        }
        assert!(score.sides_guessed <= score.sides_taken);
        assert!(score.further_than[0] <= score.further_than[1]);
    }
}

#[test]
fn the_typical_guess_rate_is_what_a_fresh_sample_gives() {
    let scores: Vec<Score> = strangers(150).iter().map(score_of).collect();
    let sum = |f: &dyn Fn(&Score) -> u8| scores.iter().map(|r| f64::from(f(r))).sum::<f64>();
    let rate = sum(&|r| r.sides_guessed) / sum(&|r| r.sides_taken);
    assert!((rate - SET_1.typical().guess_rate).abs() < 0.02, "{rate}");
}

#[test]
fn passes_are_not_read_and_nothing_is_nothing() {
    let (predictor, norms) = crowd();
    assert_eq!(score(predictor, norms, &Answers::all_passed(&SET_1)), Err(NothingAnswered));
    let mut few = Answers::all_passed(&SET_1);
    few.put(16, Response::new(0));
    let norm_sample = norm_sample(&SET_1, SEED);
    let score = score(predictor, &Norms::new(predictor, &norm_sample, &few), &few).expect("one answer");
    assert_eq!(score.answered, 1);
    let share = SET_1.items()[16].shares()[0];
    assert!(
        (score.total_bits + libm::log2(share)).abs() < 0.1,
        "{} bits for a share of {share}",
        score.total_bits
    );
}
