//! Do the numbers on the result page keep their promises?

use std::sync::OnceLock;

use normie_descent::chance::{Chance, Purpose, below};
use normie_descent::crowd::Person;
use normie_descent::items::{ASKED, Answers, QUESTIONS, STEPS, Step, item_models};
use normie_descent::perplexity::{
    CALIBRATORS, Calibration, NothingAnswered, PEOPLE, Predictor, Reading, TYPICAL_GUESS_RATE, read, takers,
};
use rand::Rng;

const SEED: u64 = 1;

/// The crowd and its calibration for the full quiz, made once for all tests.
fn crowd() -> &'static (Predictor, Calibration) {
    static CROWD: OnceLock<(Predictor, Calibration)> = OnceLock::new();
    CROWD.get_or_init(|| {
        let predictor = Predictor::today(SEED);
        let takers = takers(SEED);
        let calibration = Calibration::new(&predictor, &takers, &takers[0]);
        (predictor, calibration)
    })
}

/// People nobody has met: neither predictors nor calibrators.
fn strangers(n: usize) -> Vec<Answers> {
    let models = item_models();
    (0..n).map(|i| Person::nth(SEED, PEOPLE + CALIBRATORS + i).answers(&models, 0)).collect()
}

fn reading(answers: &Answers) -> Reading {
    let (predictor, calibration) = crowd();
    read(predictor, calibration, answers).expect("something was answered")
}

fn bits(answers: &Answers) -> f64 {
    -libm::log2(crowd().0.posterior(answers).evidence())
}

fn random_answers(n: usize) -> Vec<Answers> {
    let answer = |stream: &mut _| Step::new(below(STEPS as u32, Rng::next_u32(stream)) as usize);
    (0..n)
        .map(|i| {
            let mut stream = Chance::new(99, Purpose::Answering).of(i);
            Answers(core::array::from_fn(|_| answer(&mut stream)))
        })
        .collect()
}

#[test]
fn bits_do_not_depend_on_the_order_of_the_questions() {
    let answers = strangers(1)[0];
    let total = bits(&answers);
    for shuffle in 0..4 {
        let mut order: Vec<usize> = (0..QUESTIONS.len()).collect();
        let mut stream = Chance::new(shuffle, Purpose::Ties).of(0);
        for at in (1..order.len()).rev() {
            order.swap(at, below(at as u32 + 1, stream.next_u32()) as usize);
        }
        // −log2 p(a_n | those before), one after the other.
        let mut known = Answers::default();
        let (mut before, mut sum) = (0.0, 0.0);
        for q in order {
            known.0[q] = answers.0[q];
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
        let reading = reading(&answers);
        let parts = reading.identity_bits + reading.volume_bits + reading.noise_bits;
        assert!((parts - bits(&answers)).abs() < 1e-9);
        // The noise, from its own definition: what the answers cost someone who knew the person and their style.
        let single = |person: usize, style: f64| libm::log2(posterior.likelihood(person, style));
        let noise: f64 = posterior
            .joint()
            .filter(|&(_, _, w)| w > 1e-12)
            .map(|(person, style, w)| -w * single(person, style))
            .sum();
        assert!((noise - reading.noise_bits).abs() < 1e-4, "{noise} {}", reading.noise_bits);
    }
}

#[test]
fn the_crowd_predicts_better_than_its_shares() {
    let people = strangers(300);
    let mean = people.iter().map(|a| bits(a) / 24.0).sum::<f64>() / people.len() as f64;
    let by_shares = |a: &Answers| {
        let cost = |(q, step): (usize, &Option<Step>)| {
            step.map_or(0.0, |s| -libm::log2(ASKED[q].shares()[s.index()]))
        };
        a.0.iter().enumerate().map(cost).sum::<f64>() / 24.0
    };
    let shares = people.iter().map(by_shares).sum::<f64>() / people.len() as f64;
    assert!(mean <= 2.05 && shares > mean + 0.05, "{mean} bits an answer, {shares} from shares");
}

#[test]
fn percentiles_of_simulated_visitors_are_uniform() {
    let (predictor, calibration) = crowd();
    let mut places: Vec<f64> = strangers(400)
        .iter()
        .map(|a| f64::from(calibration.further_than(predictor.posterior(a).identity_bits())) / 100.0)
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
    let readings: Vec<Reading> = people.iter().map(reading).collect();
    let mean = |f: &dyn Fn(&Reading) -> f64| readings.iter().map(f).sum::<f64>() / 100.0;
    let place = mean(&|r| f64::from(crowd().1.further_than(r.identity_bits)));
    let noise = mean(&|r| r.noise_bits);
    let typical = strangers(100).iter().map(|a| reading(a).noise_bits).sum::<f64>() / 100.0;
    assert!(place < 70.0, "{place}");
    assert!(noise > typical + 5.0, "{noise} against {typical}");
}

#[test]
fn uniform_answers_have_documented_outcomes() {
    // One pole throughout contradicts itself on every twin and costs much, but points nobody out.
    for (step, at_least, volume_at_least) in [(0, 50.0, 80), (4, 50.0, 80), (2, 35.0, 0)] {
        let reading = reading(&Answers([Step::new(step); 24]));
        assert!(reading.total_bits > at_least, "{step}: {}", reading.total_bits);
        assert!(reading.louder_than >= volume_at_least, "{step}: {}", reading.louder_than);
    }
    assert_eq!(reading(&Answers([Step::new(2); 24])).sides_taken, 0);
}

#[test]
fn forecasts_are_probabilities_and_the_record_is_a_count() {
    for answers in strangers(5) {
        let reading = reading(&answers);
        for answer in &reading.answers {
            assert!((answer.forecast.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            assert!((answer.bits + libm::log2(answer.forecast[answer.step.index()])).abs() < 1e-9);
        }
        assert!(reading.sides_guessed <= reading.sides_taken);
        assert!(reading.further_than[0] <= reading.further_than[1]);
    }
}

#[test]
fn the_typical_guess_rate_is_what_a_fresh_sample_gives() {
    let readings: Vec<Reading> = strangers(150).iter().map(reading).collect();
    let sum = |f: &dyn Fn(&Reading) -> u8| readings.iter().map(|r| f64::from(f(r))).sum::<f64>();
    let rate = sum(&|r| r.sides_guessed) / sum(&|r| r.sides_taken);
    assert!((rate - TYPICAL_GUESS_RATE).abs() < 0.02, "{rate}");
}

#[test]
fn passes_are_not_read_and_nothing_is_nothing() {
    let (predictor, calibration) = crowd();
    assert_eq!(read(predictor, calibration, &Answers::default()), Err(NothingAnswered));
    let mut few = Answers::default();
    few.0[16] = Step::new(0);
    let takers = takers(SEED);
    let reading = read(predictor, &Calibration::new(predictor, &takers, &few), &few).expect("one answer");
    assert_eq!(reading.answered, 1);
    let share = ASKED[16].shares()[0];
    assert!(
        (reading.total_bits + libm::log2(share)).abs() < 0.1,
        "{} bits for a share of {share}",
        reading.total_bits
    );
}
