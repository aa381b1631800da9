//! Predictive performance of the quiz's model on tables that its model did not generate.

#[path = "../../quiz/tests/correlations/mod.rs"]
mod correlations;

use correlations::correlation_table;
use drift::rng::{Domain, StreamKey, bounded_u32, normal};
use quiz::domains;
use quiz::population::Respondent;
use quiz::questionnaire::{BANK, SET_1};
use quiz::scoring::{PEOPLE, Predictor};
use rand::Rng;
use survey::{ResponseCode, ResponseTable, Survey};

const SEED: u64 = 1;

/// A table of people whose answers correlate like the surveys' (not like six factors), with steps set anywhere:
/// 21 items, of which everybody answers 14, and only the side is given. `strength` scales all correlations.
fn sides(people: usize, strength: f64) -> ResponseTable {
    let (keys, mut table) = correlation_table();
    for (a, row) in table.iter_mut().enumerate() {
        row.iter_mut().enumerate().for_each(|(b, r)| *r *= if a == b { 1.0 } else { strength });
    }
    let root = cholesky(&table);
    let items: Vec<usize> = (0..21).map(|i| (i * 8) % keys.len()).collect();
    let mut stream = StreamKey::new(7, Domain::BANDWIDTH_CALIBRATION).stream(0);
    let thresholds: Vec<[f64; 2]> = items
        .iter()
        .map(|_| {
            let middle = 0.5 * normal(&mut stream);
            [middle - 0.2, middle + 0.2]
        })
        .collect();
    let answers = (0..people).map(|n| {
        let mut stream = StreamKey::new(7, domains::RESPONSES).stream(n);
        let independent: Vec<f64> = keys.iter().map(|_| normal(&mut stream)).collect();
        let mut row: Vec<Option<ResponseCode>> = items
            .iter()
            .zip(&thresholds)
            .map(|(&item, thresholds)| {
                let y: f64 = root[item].iter().zip(&independent).map(|(l, e)| l * e).sum();
                let side = thresholds.iter().filter(|&&threshold| y > threshold).count();
                Some([ResponseCode::Lower, ResponseCode::Neutral, ResponseCode::Upper][side])
            })
            .collect();
        while row.iter().flatten().count() > 14 {
            row[bounded_u32(21, stream.next_u32()) as usize] = None;
        }
        row
    });
    let people = answers.collect();
    let bank = |key: &str| BANK.iter().position(|b| b.key == key).expect("the table names items of the bank");
    ResponseTable { items: items.iter().map(|&item| bank(keys[item])).collect(), people }
}

/// Lower triangle L with L Lᵀ = `table`.
fn cholesky(table: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut lower: Vec<Vec<f64>> = Vec::new();
    for (i, row) in table.iter().enumerate() {
        let mut new = vec![0.0; i + 1];
        for j in 0..=i {
            let rest =
                row[j] - (0..j).map(|k| new[k] * if i == j { new[k] } else { lower[j][k] }).sum::<f64>();
            new[j] = if i == j { rest.sqrt() } else { rest / lower[j][j] };
        }
        lower.push(new);
    }
    lower
}

/// Bits saved an answer against the table's own shares: over all answers, and once eight are known.
fn gains(table: ResponseTable) -> [f64; 2] {
    let survey = Survey::new(SEED, table, true);
    let mut sums = [[0.0; 2]; 2];
    for person in 0..survey.table().people.len() {
        for (seen, guess) in survey.predict_in_sequence(person, 0).iter().enumerate() {
            for (sum, counts) in sums.iter_mut().zip([true, seen >= 8]).filter(|(_, counts)| *counts) {
                sum[0] += guess.share_bits - guess.bits;
                sum[1] += f64::from(u8::from(counts));
            }
        }
    }
    sums.map(|[gain, answers]| gain / answers)
}

#[test]
fn sides_of_people_who_are_not_the_crowd_cost_less_than_by_their_shares() {
    let [all, late] = gains(sides(500, 1.0));
    assert!(all > 0.03 && late > 0.05, "{all} {late}");
}

#[test]
fn weaker_correlations_than_the_bank_s_still_pay_and_none_at_all_cost_little() {
    let [all, late] = gains(sides(500, 0.8));
    assert!(all > 0.01 && late > 0.02, "{all} {late}");
    let [all, late] = gains(sides(500, 0.0));
    assert!(all > -0.06 && late > -0.09, "{all} {late}");
}

#[test]
fn the_survey_s_predictor_is_the_quiz_s() {
    let (items, models) = (SET_1.items(), SET_1.models());
    let asked: Vec<usize> = (0..SET_1.len()).filter(|&q| !items[q].reverse_keyed).collect();
    let people: Vec<_> = (0..5)
        .map(|n| {
            let mut answers = Respondent::nth(SEED, PEOPLE + n).answers(&models, 0);
            (0..SET_1.len()).filter(|q| !asked.contains(q)).for_each(|q| answers.put(q, None));
            answers
        })
        .collect();
    let rows = people.iter().map(|a| asked.iter().map(|&q| a.get(q).map(ResponseCode::Category)).collect());
    let table =
        ResponseTable { items: asked.iter().map(|&q| items[q].bank).collect(), people: rows.collect() };
    let survey = Survey::new(SEED, table, false);
    let predictor = Predictor::today(&SET_1, SEED);
    for (n, answers) in people.iter().enumerate() {
        let (score, posterior) = (survey.score(n).expect("they answered"), predictor.posterior(answers));
        assert!((score.identity_bits - posterior.identity_bits()).abs() < 1e-4);
        assert!((score.bits + libm::log2(posterior.marginal_likelihood())).abs() < 1e-4);
    }
}

#[test]
fn one_after_the_other_or_all_at_once_answers_cost_the_same() {
    let survey = Survey::new(SEED, sides(20, 1.0), true);
    for person in 0..20 {
        let score = survey.score(person).expect("they answered");
        for seed in 0..3 {
            let course: f64 = survey.predict_in_sequence(person, seed).iter().map(|guess| guess.bits).sum();
            assert!((course - score.bits).abs() < 1e-9);
        }
        // No response gives a category: there are only sides.
        assert!((score.side_bits - score.bits).abs() < 1e-9);
    }
}

#[test]
fn side_bits_are_the_bits_of_the_sides() {
    let text = |row: &str| format!("god,gap,drugs\n{row}\n");
    let score = |row| {
        let table = ResponseTable::read(&text(row)).expect("a good table");
        Survey::new(SEED, table, false).score(0).expect("somebody answered")
    };
    let (steps, sides) = (score("1,2,5"), score("A,A,B"));
    assert!((steps.side_bits - sides.bits).abs() < 1e-6 && steps.bits > sides.bits + 1.0);
    assert!(
        Survey::new(SEED, ResponseTable::read(&text(",,")).expect("a pass is fine"), true).score(0).is_none()
    );
}

#[test]
fn everybody_who_answered_the_same_items_is_placed_together() {
    let table = ResponseTable::read("god,gap\n4,3\n1,\n5,4\n").expect("a good table");
    let survey = Survey::new(SEED, table, false);
    let patterns = survey.patterns();
    assert_eq!(patterns.iter().map(|p| p.people.clone()).collect::<Vec<_>>(), [vec![0, 2], vec![1]]);
    for pattern in &patterns {
        for ([low, high], person) in survey.further_than(pattern, 300).iter().zip(&pattern.people) {
            assert!(low <= high && *high <= 100, "{person}: {low} to {high}");
        }
    }
    // No god at all is rarer than being sure of one.
    let rare = survey.score(1).expect("they answered").identity_bits;
    assert!(rare > 1.0, "{rare}");
}
