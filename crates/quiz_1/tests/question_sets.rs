//! Tests of question sets: those that are known, and two others side by side with set 1.

#[path = "../../../tests/sets/mod.rs"]
mod sets;

use std::collections::HashSet;

use drift::rng::{StreamKey, bounded_u32};
use proptest::prelude::*;
use quiz::comparison::{Comparison, DifferentSets};
use quiz::domains;
use quiz::explanation::{Explainer, Whom};
use quiz::population::{Respondent, SEED};
use quiz::questionnaire::{
    Answers, BANK, CURRENT, ItemOrder, Question, QuestionSet, Response, SET_1, SETS, Theme, set_of,
};
use quiz::quiz_session::{
    ItemChoice, QuizSession, Stage, StoredSession, parse_session, parse_session_of, serialize_session,
};
use quiz::scoring::{NORM_SAMPLE_SIZE, Norms, PEOPLE, Predictor, norm_sample, score, score_batch};
use rand::Rng;
use sets::{LARGE, LARGE_QUESTIONS, SMALL, SMALL_QUESTIONS, THREE};

/// The words of a set of these tests.
fn questions(set: &QuestionSet) -> &'static [Question] {
    match set.id() {
        200 => &SMALL_QUESTIONS,
        201 => &LARGE_QUESTIONS,
        _ => set.questions(),
    }
}

/// Answers and passes drawn uniformly.
fn clicked(set: &'static QuestionSet, n: usize) -> Answers {
    let mut rng = StreamKey::new(17, domains::RESPONSES).stream(n);
    Answers::of(set, |_| (bounded_u32(6, rng.next_u32()) as usize).checked_sub(1).and_then(Response::new))
}

/// Answers of respondents outside the population and the norm sample.
fn strangers(set: &'static QuestionSet, count: usize) -> Vec<Answers> {
    let (models, first) = (set.models(), PEOPLE + NORM_SAMPLE_SIZE);
    (first..first + count).map(|n| Respondent::nth(set.seed(), n).answers(&models, 0)).collect()
}

#[test]
fn known_sets_have_ids_in_ascending_order_and_words_for_every_item() {
    assert!(SETS.windows(2).all(|pair| pair[0].id() < pair[1].id()));
    assert!(set_of(SETS, CURRENT.id()).is_some_and(|set| set == CURRENT));
    assert_eq!(set_of(SETS, 0), None);
    assert_eq!(set_of(THREE, 201), Some(&LARGE));
    for set in SETS {
        assert_eq!(set.questions().len(), set.len());
        assert!(set.items().iter().zip(set.questions()).all(|(item, question)| *item == question.item));
        let keys: HashSet<_> = set.questions().iter().map(|question| question.key).collect();
        assert_eq!(keys.len(), set.len());
    }
    assert!(SMALL.questions().is_empty(), "its words are the test's");
}

#[test]
fn statements_fit_a_phone() {
    for question in SETS.iter().flat_map(|set| set.questions()) {
        for pole in [question.lower, question.upper] {
            assert!(pole.chars().count() <= 90, "{}: {pole}", question.key);
            assert!(pole.ends_with('.'), "{}: {pole}", question.key);
        }
    }
}

#[test]
fn set_1_is_frozen() {
    assert_eq!((SET_1.id(), SET_1.len(), SET_1.seed()), (1, 24, SEED));
    for theme in Theme::ALL {
        assert_eq!(SET_1.items().iter().filter(|item| item.theme == theme).count(), 8);
    }
    let pairs: Vec<_> =
        SET_1.items().iter().enumerate().filter_map(|(q, item)| Some((q, item.consistency_pair?))).collect();
    assert_eq!(pairs, [(0, 7), (7, 0), (8, 15), (15, 8), (19, 23), (23, 19)]);
    let keys: Vec<_> = SET_1.questions().iter().map(|q| (q.key, BANK[q.item.bank].key)).collect();
    assert!(keys.iter().all(|(key, bank)| key.strip_suffix("_twin").unwrap_or(key) == *bank), "{keys:?}");
}

#[test]
fn phrases_have_as_many_words_as_their_items_say() {
    for question in THREE.iter().flat_map(|set| questions(set)) {
        let words = question.phrases.map(|phrase| phrase.split(' ').count() as u8);
        assert_eq!(words, question.item.phrase_words, "{}", question.key);
    }
}

#[test]
fn answers_know_their_set() {
    for set in THREE {
        let answers = clicked(set, 1);
        assert_eq!((answers.set(), answers.responses().len()), (*set, set.len()));
        assert_eq!(answers.count(), (0..set.len()).filter(|&q| answers.get(q).is_some()).count());
        let mut changed = answers;
        changed.put(set.len() - 1, Response::new(3));
        assert_eq!(changed.get(set.len() - 1), Response::new(3));
        assert_eq!(changed.without(set.len() - 1).get(set.len() - 1), None);
        assert_eq!(Answers::of(set, |_| Response::new(1)).mask_like(&answers).count(), answers.count());
        let same = THREE.iter().filter(|other| Answers::all_passed(other) == Answers::all_passed(set));
        assert_eq!(same.count(), 1);
    }
}

#[test]
#[should_panic(expected = "out of bounds: the len is 5")]
fn a_set_has_no_answer_beyond_its_items() {
    Answers::all_passed(&SMALL).get(5);
}

#[test]
fn every_set_is_asked_once_in_any_session() {
    for (set, seed) in THREE.iter().flat_map(|set| (0..50).map(move |seed| (set, seed))) {
        let order = ItemOrder::of(set, seed);
        let mut asked: Vec<usize> = (0..set.len()).map(|place| order.question(place)).collect();
        assert!(set.items()[asked[0]].gentle, "{set:?} {seed}");
        asked.sort_unstable();
        assert!(asked.into_iter().eq(0..set.len()));
    }
}

#[test]
fn every_set_is_scored_by_its_own_population() {
    for set in THREE {
        let predictor = Predictor::today(set, set.seed());
        let sample = norm_sample(set, set.seed());
        assert!(sample.iter().all(|answers| answers.set() == *set && answers.count() == set.len()));
        let norms = Norms::new(&predictor, &sample[..60], &sample[0]);
        for answers in strangers(set, 3) {
            let score = score(&predictor, &norms, &answers).expect("all is answered");
            assert_eq!((score.set, usize::from(score.answered)), (*set, set.len()));
            let parts = score.identity_bits + score.volume_bits + score.noise_bits;
            assert!((parts - score.total_bits).abs() < 1e-9);
            assert!(score.answers.iter().all(|answer| answer.bits.is_finite()));
            assert!(score.further_than[0] <= score.further_than[1] && score.further_than[1] <= 100);
            let pairs = set.items().iter().filter(|item| item.reverse_keyed).count();
            assert_eq!(score.pairs.len(), pairs);
        }
    }
}

/// The answers that a population finds least probable, chosen one after the other.
fn least_probable(predictor: &Predictor) -> Answers {
    let mut answers = Answers::all_passed(predictor.set());
    for q in 0..predictor.set().len() {
        let likelihood = |response: &Response| {
            let mut with = answers;
            with.put(q, Some(*response));
            predictor.posterior(&with).marginal_likelihood()
        };
        let each = Response::ALL.map(|response| (likelihood(&response), response));
        let least = each.into_iter().min_by(|a, b| a.0.total_cmp(&b.0));
        answers.put(q, least.map(|(_, response)| response));
    }
    answers
}

#[test]
fn many_improbable_answers_are_scored_together_as_alone() {
    for set in THREE {
        let models = set.models();
        let factors: Vec<_> = (0..700).map(|n| Respondent::nth(set.seed(), n).factors).collect();
        let predictor =
            Predictor::new(&models, |q| factors.iter().map(|f| models[q].shared(f) as f32).collect());
        let ends = [0, 4].map(|end| Answers::of(set, |_| Response::new(end)));
        let people: Vec<Answers> =
            ends.into_iter().chain([least_probable(&predictor), clicked(set, 3)]).collect();
        for (together, answers) in score_batch(&predictor, &people).iter().zip(&people) {
            let alone = predictor.posterior(answers);
            let alone = [alone.identity_bits(), alone.style(), -libm::log2(alone.marginal_likelihood())];
            let together = [together.identity, together.style, together.bits];
            for (together, alone) in together.into_iter().zip(alone) {
                assert!((together - alone).abs() < 5e-4 * alone.abs().max(1.0), "{set:?} {together} {alone}");
            }
        }
    }
}

#[test]
#[should_panic(expected = "population of their own set")]
fn answers_are_not_scored_by_the_population_of_another_set() {
    Predictor::today(&SMALL, 1).posterior(&Answers::all_passed(&SET_1));
}

#[test]
fn every_set_is_explained_with_its_own_phrases() {
    for set in THREE {
        let predictor = Predictor::today(set, set.seed());
        let explainer = Explainer::new(set, set.seed());
        let people = strangers(set, 4);
        let known: Vec<Vec<f64>> =
            people.iter().map(|answers| predictor.posterior(answers).people()).collect();
        for n in 0..people.len() {
            let friend = (&known[(n + 1) % 4][..], &people[(n + 1) % 4]);
            for friend in [None, Some(friend)] {
                let explanation = explainer.explain((&known[n], &people[n]), friend);
                assert_eq!(explanation.set, *set);
                assert!(explanation.clauses.iter().all(|clause| clause.side.is_taken_by(&people[n])));
                let said = explanation.spoken_with(questions(set), Whom::They).concat();
                assert_eq!(said.split(' ').count() as u32, explanation.words(), "{said}");
            }
            let nearest = explainer.nearest(&people[n]);
            assert!(usize::from(nearest.same) <= set.len());
        }
    }
}

#[test]
fn answers_to_one_set_are_compared_and_to_two_are_not() {
    for (set, other) in THREE.iter().flat_map(|set| THREE.iter().map(move |other| (*set, *other))) {
        let compared = Comparison::of(&[clicked(set, 5), clicked(other, 6)]);
        if set != other {
            let error = compared.expect_err("they answered different questions");
            assert_eq!(error, DifferentSets { sets: [set.id(), other.id()] });
            assert!(error.to_string().contains("cannot be compared"), "{error}");
            continue;
        }
        let Comparison { shared, gaps, rest } = compared.expect("they answered the same questions");
        assert_eq!(shared.len() + gaps.len() + rest.len(), set.len());
        assert!(shared.iter().chain(&gaps).chain(&rest).all(|item| item.set == set));
    }
}

const NOW: u64 = 1_764_000_000;

/// A session after some choices.
fn session(set: &'static QuestionSet, choices: &[usize], seed: u64) -> QuizSession {
    let mut session = QuizSession::of(set, seed);
    session.stage = Stage::Asking(0);
    for (place, choice) in choices.iter().take(set.len()).enumerate() {
        let shown = choice.checked_sub(1).and_then(Response::new);
        session.choose(place, shown.map_or(ItemChoice::Pass, ItemChoice::Shown));
    }
    session
}

proptest! {
    #[test]
    fn a_session_of_any_set_survives_being_stored_and_is_no_other_set_s(
        which in 0..3usize, choices in proptest::collection::vec(0..6usize, 0..140), seed in any::<u64>(),
    ) {
        let set = THREE[which];
        let before = session(set, &choices, seed);
        prop_assert_eq!(before.unmet(), set.len() - choices.len().min(set.len()));
        prop_assert_eq!(before.stage == Stage::Result, before.unmet() == 0);
        let text = serialize_session(&before, NOW);
        prop_assert_eq!(parse_session_of(THREE, &text, NOW), StoredSession::Session(before));
        if set != &SET_1 {
            prop_assert_eq!(parse_session(&text, NOW), StoredSession::Unknown);
        }
        for other in THREE.iter().filter(|other| **other != set) {
            let as_other = text.replacen(&format!("set={}", set.id()), &format!("set={}", other.id()), 1);
            prop_assert_eq!(parse_session_of(THREE, &as_other, NOW), StoredSession::Unknown);
        }
    }
}
