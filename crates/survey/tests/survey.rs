//! Scores of simulated tables, and what must not change them.

use perplexity::answers::{Answer, ItemAnswers};
use perplexity::item_bank::{CATEGORIES, ITEM_COUNT};
use perplexity::likeness::Likeness;
use perplexity::respondent::SimulatedRespondent;
use perplexity::score::PerplexityScore;
use survey::{ItemPrediction, ResponseTable, Survey, simulate_responses};

/// Seed of the simulated tables.
const SEED: u64 = 12;

fn all_items() -> Vec<usize> {
    (0..ITEM_COUNT).collect()
}

/// The same table with other categories, of the respondent's number, the item and the category.
fn recoded(table: &ResponseTable, code: impl Fn(usize, usize, u8) -> u8) -> ResponseTable {
    let row = |(person, row): (usize, &Vec<Option<u8>>)| {
        let cells = row.iter().zip(&table.items);
        cells.map(|(cell, &item)| cell.map(|category| code(person, item, category))).collect()
    };
    ResponseTable { items: table.items.clone(), people: table.people.iter().enumerate().map(row).collect() }
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, n) = values.fold((0.0, 0.0), |(sum, n), value| (sum + value, n + 1.0));
    sum / n
}

fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let (ma, mb) = (mean(a.iter().copied()), mean(b.iter().copied()));
    let product =
        |a: &[f64], ma: f64, b: &[f64], mb: f64| mean(a.iter().zip(b).map(|(x, y)| (x - ma) * (y - mb)));
    product(a, ma, b, mb) / f64::sqrt(product(a, ma, a, ma) * product(b, mb, b, mb))
}

fn surprisals(survey: &Survey) -> Vec<f64> {
    survey.score_all().into_iter().map(|score| score.expect("everybody answered").surprisal).collect()
}

/// Bits saved an answer against the table's own shares, of answers from this number seen before.
fn gain(survey: &Survey, from: usize) -> f64 {
    let sequences = survey.predict_all_in_sequence(0);
    let late = sequences.iter().flat_map(|sequence| sequence.iter().skip(from));
    mean(late.map(|prediction: &ItemPrediction| prediction.share_bits - prediction.bits))
}

#[test]
fn five_steps_are_scored_as_the_questionnaire_scores_them_to_the_bit() {
    let table = simulate_responses(SEED, 0..800, &all_items(), 40);
    assert!((0..ITEM_COUNT).all(|column| table.steps(column) == CATEGORIES));
    let (survey, likeness) = (Survey::new(table, false), Likeness::default());
    for person in 0..20 {
        let mut answers = ItemAnswers::default();
        for (item, category) in survey.table().people[person].iter().enumerate() {
            category.iter().for_each(|category| answers.set(item, Answer::Category(*category)));
        }
        assert_eq!(survey.score(person), PerplexityScore::new(&likeness, &answers));
    }
}

#[test]
fn the_order_of_the_columns_changes_nothing() {
    let table = simulate_responses(SEED, 0..60, &all_items(), 40);
    let mirrored = ResponseTable {
        items: table.items.iter().rev().copied().collect(),
        people: table.people.iter().map(|row| row.iter().rev().copied().collect()).collect(),
    };
    for reanchor in [false, true] {
        let [a, b] = [&table, &mirrored].map(|table| Survey::new(table.clone(), reanchor));
        for person in 0..5 {
            assert_eq!(a.score(person), b.score(person));
            assert_eq!(a.predict_in_sequence(person, 3), b.predict_in_sequence(person, 3));
        }
        assert_eq!(a.left_out(), b.left_out());
        assert_eq!(a.form_agreement(1, 3), b.form_agreement(1, 3));
    }
}

#[test]
fn another_seed_is_another_order_and_the_first_answer_is_predicted_by_the_shares() {
    let survey = Survey::new(simulate_responses(SEED, 0..300, &all_items(), 20), true);
    assert_eq!(survey.predict_in_sequence(7, 1), survey.predict_in_sequence(7, 1));
    assert_ne!(survey.predict_in_sequence(7, 1), survey.predict_in_sequence(7, 2));
    let first = mean((0..300).map(|person| {
        let prediction = survey.predict_in_sequence(person, 0)[0];
        prediction.share_bits - prediction.bits
    }));
    assert!(first.abs() < 0.03, "{first}");
}

#[test]
fn reanchoring_a_table_of_the_bank_s_own_population_changes_little() {
    let table = simulate_responses(SEED, 0..2_000, &all_items(), 40);
    let [bank, refitted] = [false, true].map(|reanchor| Survey::new(table.clone(), reanchor));
    for person in 0..40 {
        let [a, b] = [&bank, &refitted].map(|survey| survey.score(person).expect("everybody answered"));
        assert!((a.surprisal - b.surprisal).abs() < 0.5, "{a:?} {b:?}");
        assert!((a.place - b.place).abs() < 0.1 && a.answered == b.answered, "{a:?} {b:?}");
    }
}

#[test]
fn answers_cost_fewer_bits_than_by_the_shares() {
    let survey = Survey::new(simulate_responses(SEED, 0..150, &all_items(), 48), true);
    let late = gain(&survey, 24);
    assert!(late > 0.05, "{late}");
}

#[test]
fn two_forms_agree_as_far_as_their_length_lets_them() {
    let mut table = simulate_responses(SEED, 0..600, &all_items(), 64);
    table.people.push(vec![None; ITEM_COUNT]);
    table.people.push((0..ITEM_COUNT).map(|item| (item < 15).then_some(2)).collect());
    let agreement = Survey::new(table, false).form_agreement(1, 0).expect("600 people have 64 answers");
    assert_eq!((agreement.people, agreement.left_out, agreement.answers), (600, 1, 32.0));
    // Simulated with 2 000 people: .49. Five standard errors of 600.
    assert!((0.33..0.65).contains(&agreement.place), "{agreement:?}");
    assert!((0.25..0.75).contains(&agreement.surprisal), "{agreement:?}");
    let few = simulate_responses(SEED, 0..50, &all_items(), 15);
    assert_eq!(Survey::new(few, false).form_agreement(1, 0), None);
}

#[test]
fn scales_of_two_and_of_eleven_steps_are_scored_alike() {
    let five = simulate_responses(SEED, 0..800, &all_items(), 60);
    let two = recoded(&five, |_, _, category| u8::from(category >= 2));
    // A second answer, seldom far from the first, says where within the category.
    let again: Vec<[u8; ITEM_COUNT]> =
        (0..800).map(|person| SimulatedRespondent::nth(SEED, person).responses(1)).collect();
    let eleven = recoded(&five, |person, item, category| 2 * category + again[person][item] / 2);
    assert!((0..ITEM_COUNT).all(|column| two.steps(column) == 2 && eleven.steps(column) == 11));
    let of_five = surprisals(&Survey::new(five, true));
    for (table, least) in [(two, 0.6), (eleven, 0.85)] {
        for reanchor in [false, true] {
            let survey = Survey::new(table.clone(), reanchor);
            let found = surprisals(&survey);
            let r = correlation(&of_five, &found);
            assert!(r > least, "{} steps, reanchor {reanchor}: {r}", table.steps(0));
            let prediction = survey.predict_in_sequence(0, 0);
            assert!(prediction.iter().all(|p| p.bits.is_finite() && p.share_bits.is_finite()));
        }
        let late =
            gain(&Survey::new(ResponseTable { people: table.people[..60].to_vec(), ..table }, true), 24);
        assert!(late > 0.02, "{late}");
    }
}

#[test]
fn steps_that_nobody_chose_are_possible() {
    let table = ResponseTable::read("god,beyond,doctors\n5,1,11\n5,5,11\n5,1,\n").expect("a good table");
    for reanchor in [false, true] {
        let survey = Survey::new(table.clone(), reanchor);
        for score in survey.score_all() {
            let score = score.expect("everybody answered");
            assert!(score.surprisal.is_finite() && (0.0..=1.0).contains(&score.place), "{score:?}");
            assert!(score.bits.total().is_finite() && (0.0..=1.0).contains(&score.careless), "{score:?}");
        }
        let predictions = survey.predict_all_in_sequence(0);
        assert!(predictions.iter().flatten().all(|p| p.bits.is_finite()), "{predictions:?}");
    }
}

#[test]
fn columns_of_ones_and_of_nothing_are_left_out() {
    let whole =
        ResponseTable::read("beyond,god,doctors,gadgets\n2,1,,1\n5,1,,1\n,1,,\n").expect("a good table");
    let rest = ResponseTable::read("beyond\n2\n5\n").expect("a good table");
    for reanchor in [false, true] {
        let [whole, rest] = [&whole, &rest].map(|table| Survey::new(table.clone(), reanchor));
        assert_eq!(whole.left_out().len(), 3);
        assert_eq!(whole.score_all()[..2], rest.score_all()[..2]);
        assert_eq!(whole.score(2), None);
        assert_eq!(whole.predict_in_sequence(2, 0), []);
    }
    assert_eq!(Survey::new(ResponseTable::read("god\n").expect("nobody"), true).score_all(), []);
}
