//! Tests of explanations: grammar, truth, information gain, counts.

mod visitors;

use perplexity::item_bank::{ITEM_COUNT, KEYS};
use perplexity::posterior::PosteriorDraws;
use perplexity::respondent::SimulatedRespondent;
use perplexity::score::AnswerBits;
use proptest::prelude::*;
use quiz::cluster_names::{Prototype, PrototypeDirections, Register, label};
use quiz::explanation::{Explanation, PEOPLE, SentenceOpening, Whom};
use quiz::questionnaire::{Answers, Response, SET_2};
use visitors::{answers_to, check_english, check_truth, explained, explainer, known, to_random_items};

/// Draws of a posterior where thousands are needed.
const FEW_DRAWS: usize = 120;

#[test]
fn ten_thousand_sentences_are_english_and_true() {
    let people: Vec<usize> = (0..10_000).collect();
    let mut labels = [0; Prototype::ALL.len()];
    let counts = std::thread::scope(|scope| {
        let check = |numbers: &[usize]| {
            let mut labels = [0; Prototype::ALL.len()];
            for &n in numbers {
                let answers = to_random_items(n, [12, 24, 48][n % 3]);
                let observations = answers.item_answers().observations();
                let posterior = PosteriorDraws::with_draws(&observations, FEW_DRAWS);
                let explanation = explainer().explain((&posterior, &answers), None);
                check_english(&explanation);
                check_truth(&explanation, &answers);
                let SentenceOpening::Crowd(label) = explanation.opening else { panic!("{explanation:?}") };
                labels[label as usize] += 1;
            }
            labels
        };
        let halves = [&people[..5_000], &people[5_000..]].map(|half| scope.spawn(move || check(half)));
        halves.map(|half| half.join().expect("every sentence is true"))
    });
    counts.iter().flat_map(|counts| counts.iter().enumerate()).for_each(|(at, count)| labels[at] += count);
    println!("labels: {labels:?}");
    assert!(labels.iter().all(|&count| count > 50), "{labels:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_answered_the_sentence_is_english_and_true(
        steps in prop::collection::vec(0usize..9, SET_2.len())
    ) {
        // Half of the items unanswered, twins that contradict their items among the others.
        let mut answers = Answers::of(&SET_2, |q| Response::new(steps[q]));
        (0..SET_2.len()).filter(|&q| steps[q] == 5).for_each(|q| answers.pass(q));
        let posterior = PosteriorDraws::with_draws(&answers.item_answers().observations(), FEW_DRAWS);
        let explanation = explainer().explain((&posterior, &answers), None);
        check_english(&explanation);
        check_truth(&explanation, &answers);
        prop_assert_eq!(explainer().explain((&posterior, &answers), None), explanation);
    }
}

fn sum(explanation: &Explanation) -> f64 {
    let clauses: f64 = explanation.clauses.iter().map(|clause| clause.bits).sum();
    explanation.opening_bits + clauses + explanation.remaining_bits
}

#[test]
fn conveyed_and_remaining_bits_add_up_to_the_identity_bits() {
    for n in 0..60 {
        let answers = to_random_items(n, [1, 12, 24, 48][n % 4]);
        let posterior = known(&answers);
        let identity = AnswerBits::of(&posterior).identity;
        let explanation = explainer().explain((&posterior, &answers), None);
        assert!(explanation.remaining_bits >= 0.0);
        if explanation.remaining_bits > 0.0 {
            assert!((sum(&explanation) - identity).abs() < 1e-9, "{explanation:?}");
        }
        let shown = explanation.scale_to(identity);
        assert!((sum(&shown) - identity).abs() < 1e-9, "{shown:?}");
    }
}

#[test]
fn counts_fall_and_are_of_the_respondents_who_match() {
    let directions = PrototypeDirections::default();
    let people: Vec<(Prototype, [u8; ITEM_COUNT])> = (0..PEOPLE)
        .map(|n| SimulatedRespondent::nth(SET_2.seed(), n))
        .map(|person| (directions.nearest(person.factors()), person.responses(0)))
        .collect();
    for n in 0..20 {
        let explanation = explained(&to_random_items(n, 48));
        let SentenceOpening::Crowd(prototype) = explanation.opening else { panic!("{explanation:?}") };
        let mut matching: Vec<usize> = (0..PEOPLE).filter(|&n| people[n].0 == prototype).collect();
        let mut counts = vec![matching.len() as u32];
        for clause in &explanation.clauses {
            let category = |n: usize| people[n].1[usize::from(clause.side.question)];
            matching.retain(|&n| if clause.side.upper { category(n) > 2 } else { category(n) < 2 });
            counts.push(matching.len() as u32);
        }
        let said = [explanation.opening_left].into_iter().chain(explanation.clauses.iter().map(|c| c.left));
        assert!(said.eq(counts.iter().copied()), "{counts:?} {explanation:?}");
        assert!(counts[0] < PEOPLE as u32 && counts.is_sorted_by(|a, b| a >= b));
        let parts = explainer().matched_parts(&explanation);
        for (part, &left) in counts.iter().enumerate() {
            assert_eq!(parts.iter().filter(|&&parts| usize::from(parts) > part).count() as u32, left);
        }
    }
}

#[test]
fn the_nearest_respondent_is_nearest() {
    let answers = to_random_items(3, 24);
    let own =
        answers_to(&SimulatedRespondent::nth(SET_2.seed(), 4_242), &[0, 3, 9, 20, 31, 42, 60, 77, 90, 99]);
    let found = explainer().nearest(&own);
    assert_eq!((found.apart, found.same), (0, 10));
    let distance = |n: usize| -> usize {
        let theirs = SimulatedRespondent::nth(SET_2.seed(), n).responses(0);
        answers.answered().map(|(q, response)| response.index().abs_diff(usize::from(theirs[q]))).sum()
    };
    let found = explainer().nearest(&answers);
    assert_eq!(distance(found.number as usize), usize::from(found.apart));
    assert!((0..PEOPLE).all(|n| distance(n) >= usize::from(found.apart)));
    assert!(found.sides <= 24 && found.same <= 24);
}

/// Answers of a made-up visitor of the essay.
fn persona(key: &str) -> Answers {
    let table = include_str!("../../perplexity/data/personas.csv");
    let mut rows = table.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let column = rows.next().expect("a header").iter().position(|name| *name == key).expect("a persona");
    let mut answers = Answers::none(&SET_2);
    for row in rows {
        let category: usize = row[column].parse().expect("a category from 1");
        let item = KEYS.iter().position(|key| *key == row[0]).expect("an item");
        answers.put(item, Response::new(category - 1).expect("five categories"));
    }
    answers
}

#[test]
fn the_visitors_of_the_essay_have_sentences() {
    let mut seconds = Vec::new();
    for key in ["student", "wine_mom", "weird", "activist"] {
        let answers = persona(key);
        let explanation = explained(&answers);
        println!("{key}: {:.1} s, {}", explanation.seconds(), explanation.sentence(Whom::They));
        check_english(&explanation);
        check_truth(&explanation, &answers);
        seconds.push(explanation.seconds());
    }
    assert!(seconds[0] < seconds[2] && seconds[0] < seconds[3], "{seconds:?}");
}

#[test]
fn nobody_is_called_what_only_a_cluster_may_be_called() {
    for prototype in Prototype::ALL {
        let said = label(prototype, Register::Person);
        for word in ["normie", "incel", "wine"] {
            assert!(!said.contains(word), "{said}");
        }
    }
}
