//! Tests of explanations: grammar, truth, information gain, length.

use std::collections::HashSet;
use std::sync::OnceLock;

use drift::rng::{StreamKey, bounded_u32};
use proptest::prelude::*;
use quiz::cluster_names::Prototype;
use quiz::domains;
use quiz::explanation::{
    Explainer, Explanation, FRIEND_WEIGHT, LEAST_BITS, Register, SentenceOpening, Whom, label,
};
use quiz::population::Respondent;
use quiz::questionnaire::{Answers, Response, SET_1, Side};
use quiz::scoring::{NORM_SAMPLE_SIZE, PEOPLE, Predictor};

const SEED: u64 = 29_573;

fn crowd() -> &'static (Predictor, Explainer) {
    static CROWD: OnceLock<(Predictor, Explainer)> = OnceLock::new();
    CROWD.get_or_init(|| (Predictor::today(&SET_1, SEED), Explainer::new(&SET_1, SEED)))
}

fn known(answers: &Answers) -> Vec<f64> {
    crowd().0.posterior(answers).people()
}

fn explained(answers: &Answers) -> Explanation {
    crowd().1.explain((&known(answers), answers), None)
}

/// Respondents outside the population and the norm sample.
fn stranger(n: usize) -> Respondent {
    Respondent::nth(SEED, PEOPLE + NORM_SAMPLE_SIZE + n)
}

fn answers_of(n: usize) -> Answers {
    stranger(n).answers(&SET_1.models(), 0)
}

#[track_caller]
fn check_english(explanation: &Explanation) {
    for whom in [Whom::They, Whom::You] {
        let said = explanation.sentence(whom);
        let words: Vec<&str> = said.split(' ').collect();
        assert_eq!(words.len() as u32, explanation.words(), "{said}");
        assert!(words.len() <= 55, "{said}");
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "{said}");
        assert!(said.ends_with('.') && said.matches('.').count() == 1, "{said}");
        for wrong in [",,", ", .", ",.", "  ", " ,", ", and and", "but and"] {
            assert!(!said.contains(wrong), "{said}");
        }
        let stranger = if whom == Whom::You { ["they", "their"] } else { ["you", "your"] };
        assert!(!words.iter().any(|word| stranger.contains(word)), "{said}");
        // At most one "and" joins a list's last clause, besides ", and they".
        assert!(words.iter().filter(|&&word| word == "and").count() <= 3, "{said}");
    }
}

#[track_caller]
fn check_truth(explanation: &Explanation, answers: &Answers) {
    let mut topics = HashSet::new();
    let mut left = explanation.opening_left;
    for clause in &explanation.clauses {
        assert!(clause.side.is_taken_by(answers), "{clause:?}");
        assert!(
            topics.insert(SET_1.items()[usize::from(clause.side.question)].bank),
            "{clause:?} is said twice"
        );
        assert!(clause.bits >= LEAST_BITS && clause.left <= left, "{clause:?}");
        let [a, b, _, d, e] = SET_1.items()[usize::from(clause.side.question)].shares();
        assert_eq!(clause.share, if clause.side.upper { d + e } else { a + b });
        left = clause.left;
    }
}

#[test]
fn ten_thousand_sentences_are_english_and_true() {
    // Sparse posteriors, so that ten thousand sentences take seconds.
    let models = SET_1.models();
    let (_, explainer) = crowd();
    for n in 0..10_000 {
        let answers = Respondent::nth(SEED, PEOPLE + n).answers(&models, 0);
        let mut known = vec![0.0; PEOPLE];
        (0..20).for_each(|k| known[(n * 7 + k * 499) % PEOPLE] += 0.05);
        let explanation = explainer.explain((&known, &answers), None);
        check_english(&explanation);
        check_truth(&explanation, &answers);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_answered_the_sentence_is_english_and_true(steps in prop::array::uniform24(0usize..6)) {
        let answers = Answers::of(&SET_1, |q| Response::new(steps[q]));
        let explanation = explained(&answers);
        check_english(&explanation);
        check_truth(&explanation, &answers);
        prop_assert_eq!(explained(&answers), explanation);
    }
}

#[test]
fn conveyed_and_remaining_bits_add_up_to_the_identity_bits() {
    let sum =
        |e: &Explanation| e.opening_bits + e.clauses.iter().map(|c| c.bits).sum::<f64>() + e.remaining_bits;
    for n in 0..60 {
        let answers = answers_of(n);
        let posterior = crowd().0.posterior(&answers);
        let explanation = explained(&answers);
        assert!((sum(&explanation) - posterior.divergence()).abs() < 1e-4, "{explanation:?}");
        assert!(explanation.remaining_bits > -1e-9);
        let shown = explanation.scale_to(posterior.identity_bits());
        assert!((sum(&shown) - posterior.identity_bits()).abs() < 1e-9, "{shown:?}");
    }
}

#[test]
fn seconds_follow_identity_bits_and_the_median_is_the_typical() {
    let people: Vec<Answers> = (0..300).map(answers_of).collect();
    let mut seconds: Vec<(f64, f64)> = people
        .iter()
        .map(|answers| (explained(answers).seconds(), crowd().0.posterior(answers).identity_bits()))
        .collect();
    // The odd tenth takes about twice as long as the ordinary half.
    seconds.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mean = |some: &[(f64, f64)]| some.iter().map(|s| s.0).sum::<f64>() / some.len() as f64;
    let (ordinary, odd) = (mean(&seconds[..150]), mean(&seconds[270..]));
    assert!(odd > 1.8 * ordinary, "{ordinary} s, {odd} s");
    seconds.sort_by(|a, b| a.0.total_cmp(&b.0));
    let median = seconds[150].0;
    assert!((median - SET_1.typical().seconds).abs() <= 0.8, "{median}");
}

/// Answers drawn uniformly.
fn clicked(n: usize) -> Answers {
    let mut rng = StreamKey::new(99, domains::RESPONSES).stream(n);
    Answers::of(&SET_1, |_| Response::new(bounded_u32(5, rand::Rng::next_u32(&mut rng)) as usize))
}

#[test]
fn clicking_at_random_takes_no_longer_to_explain() {
    let mean = (0..60).map(|n| explained(&clicked(n)).seconds()).sum::<f64>() / 60.0;
    assert!(mean < SET_1.typical().seconds + 1.0, "{mean}");
}

#[test]
fn matching_is_counted_among_everybody_and_can_come_to_nobody() {
    let models = SET_1.models();
    let directions = quiz::cluster_names::PrototypeDirections::default();
    let answers = answers_of(2);
    let explanation = explained(&answers);
    let SentenceOpening::Crowd(prototype) = explanation.opening else { panic!("{explanation:?}") };
    let mut matching: Vec<(Respondent, Answers)> = (0..PEOPLE)
        .map(|n| Respondent::nth(SEED, n))
        .filter(|person| directions.nearest(&person.factors) == prototype)
        .map(|person| (person.clone(), person.answers(&models, 0)))
        .collect();
    assert_eq!(matching.len() as u32, explanation.opening_left);
    for clause in &explanation.clauses {
        matching.retain(|(_, theirs)| clause.side.is_taken_by(theirs));
        assert_eq!(matching.len() as u32, clause.left);
    }
    assert!((0..200).any(|n| explained(&clicked(n)).clauses.last().is_some_and(|c| c.left == 0)));
}

/// Pairs as a recommender makes them: a respondent and the nearest of 32 others.
fn neighbours(n: usize) -> [Answers; 2] {
    let one = stranger(1_000 + n);
    let apart = |other: &Respondent| {
        let squares = one.factors.iter().zip(other.factors).map(|(a, b)| (a - b) * (a - b));
        squares.sum::<f64>()
    };
    let others = (0..32).map(|k| stranger(2_000 + 32 * n + k));
    let nearest = others.min_by(|a, b| apart(a).total_cmp(&apart(b))).expect("there are 32");
    [one, nearest].map(|person| person.answers(&SET_1.models(), 0))
}

#[test]
fn a_friend_weighs_what_makes_neighbours_likeliest() {
    // Factor by which knowing one of a pair multiplies the probability of the other's answers, at population weight
    // zero.
    let times = |n: usize| {
        let [a, b] = neighbours(n).map(|answers| known(&answers));
        PEOPLE as f64 * a.iter().zip(&b).map(|(a, b)| a * b).sum::<f64>()
    };
    let pairs: Vec<f64> = (0..250).map(times).collect();
    let gain = |weight: f64| pairs.iter().map(|t| libm::log2(1.0 - weight + weight * t)).sum::<f64>() / 250.0;
    let best = (1..20).map(|k| 0.05 * f64::from(k)).max_by(|a, b| gain(*a).total_cmp(&gain(*b)));
    assert!((best.expect("there are weights") - FRIEND_WEIGHT).abs() < 0.16, "{best:?}");
    assert!(gain(FRIEND_WEIGHT) > 0.3);
}

#[test]
fn who_knows_a_friend_needs_fewer_words() {
    let (mut alone, mut with_friend) = (0.0, 0.0);
    for n in 0..60 {
        let [answers, friend] = neighbours(n);
        let by_friend = crowd().1.explain((&known(&answers), &answers), Some((&known(&friend), &friend)));
        check_english(&by_friend);
        check_truth(&by_friend, &answers);
        if let SentenceOpening::Friend(_) = by_friend.opening {
            assert!(by_friend.clauses.iter().all(|clause| !clause.side.is_taken_by(&friend)));
        }
        alone += explained(&answers).seconds();
        with_friend += by_friend.seconds();
    }
    assert!(with_friend < alone, "{with_friend} against {alone}");
    let answers = answers_of(1);
    let same = crowd().1.explain((&known(&answers), &answers), Some((&known(&answers), &answers)));
    assert_eq!(same.sentence(Whom::They), "like their friend.");
}

#[test]
fn phrases_are_short_kind_to_grammar_and_all_different() {
    let mut seen = HashSet::new();
    for question in 0..SET_1.len() as u8 {
        for upper in [false, true] {
            let phrase = SET_1.phrase(Side { question, upper });
            let words: Vec<&str> = phrase.split(' ').collect();
            assert!((2..=5).contains(&words.len()), "{phrase}");
            assert!(!phrase.contains([',', '.']), "{phrase}");
            for word in ["and", "but", "they", "you", "their", "your", "them", "themselves"] {
                assert!(!words.contains(&word), "{phrase}");
            }
            assert!(seen.insert(phrase), "{phrase}");
        }
    }
}

#[test]
fn no_person_is_called_what_only_a_blob_may_be_called() {
    for prototype in Prototype::ALL {
        let said = label(prototype, Register::Person);
        for word in ["normie", "incel", "wine"] {
            assert!(!said.contains(word), "{said}");
        }
    }
    assert_ne!(label(Prototype::Middle, Register::World), label(Prototype::Middle, Register::Person));
}
