//! Tests of the simulated population against the statistics of the surveys.

mod correlations;

use correlations::correlation_table;
use quiz::population::{OpinionSpace, OpinionSpaceError, Respondent, draw};
use quiz::questionnaire::{Answers, BANK, PAIR_AGREEMENT, RELIABILITY, SET_1};

const SEED: u64 = 1;
const PEOPLE: usize = 10_000;

fn answers() -> Vec<Answers> {
    let models = SET_1.models();
    (0..PEOPLE).map(|n| Respondent::nth(SEED, n).answers(&models, 0)).collect()
}

/// Categories as numbers; a pass counts as the neutral category (there are none here).
fn column(answers: &[Answers], q: usize) -> Vec<f64> {
    answers.iter().map(|a| a.get(q).map_or(2.0, |s| s.index() as f64)).collect()
}

fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let n = a.len() as f64;
    let (ma, mb) = (a.iter().sum::<f64>() / n, b.iter().sum::<f64>() / n);
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (x, y) in a.iter().zip(b) {
        ab += (x - ma) * (y - mb);
        aa += (x - ma) * (x - ma);
        bb += (y - mb) * (y - mb);
    }
    ab / (aa * bb).sqrt()
}

#[test]
fn shares_of_every_answer_match_the_surveys() {
    let answers = answers();
    for (q, question) in SET_1.questions().iter().enumerate() {
        let mut shares = BANK[question.item.bank].shares;
        if question.item.reverse_keyed {
            shares.reverse();
        }
        for (step, share) in shares.iter().enumerate() {
            let got = answers.iter().filter(|a| a.get(q).is_some_and(|s| s.index() == step)).count();
            let got = got as f64 / PEOPLE as f64;
            assert!((got - share).abs() < 0.02, "{} step {step}: {got:.3} for {share:.3}", question.key);
        }
    }
}

#[test]
fn people_differ_in_how_often_they_use_the_end_points() {
    let ends: Vec<f64> = answers()
        .iter()
        .map(|a| {
            a.responses().iter().flatten().filter(|s| matches!(s.index(), 0 | 4)).count() as f64
                / SET_1.len() as f64
        })
        .collect();
    let mean = ends.iter().sum::<f64>() / ends.len() as f64;
    let spread = (ends.iter().map(|e| (e - mean) * (e - mean)).sum::<f64>() / ends.len() as f64).sqrt();
    assert!((0.12..0.18).contains(&spread), "{spread}");
}

#[test]
fn pairs_agree_within_reliability() {
    let beliefs: Vec<_> = (0..PEOPLE).map(|n| Respondent::nth(SEED, n)).collect();
    let models = SET_1.models();
    // Five-point steps attenuate a correlation by a few hundredths, so compare with a retest of the original.
    for (q, question) in SET_1.questions().iter().enumerate().filter(|(_, q)| q.item.reverse_keyed) {
        let original = question.item.consistency_pair.expect("a reverse-keyed item has an original");
        let first: Vec<_> = beliefs.iter().map(|p| p.answers(&models, 0)).collect();
        let again: Vec<_> = beliefs.iter().map(|p| p.answers(&models, 1)).collect();
        let retest = correlation(&column(&first, original), &column(&again, original));
        let agreement = -correlation(&column(&first, original), &column(&first, q));
        assert!(
            (agreement / retest - PAIR_AGREEMENT).abs() < 0.05,
            "{}: {agreement:.3} {retest:.3}",
            question.key
        );
        assert!((retest - RELIABILITY).abs() < 0.08, "{}: {retest:.3}", question.key);
    }
}

#[test]
fn beliefs_have_unit_variance_and_the_answers_correlations() {
    for dims in [2, 34, 100] {
        let beliefs =
            draw(SEED, PEOPLE, &OpinionSpace::new(SEED, dims).expect("a legal size")).expect("memory");
        for d in 0..dims {
            let values: Vec<f64> = beliefs.rows().map(|row| f64::from(row[d])).collect();
            let mean = values.iter().sum::<f64>() / PEOPLE as f64;
            let variance = values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / PEOPLE as f64;
            assert!(mean.abs() < 0.05 && (variance - 1.0).abs() < 0.07, "{dims} {d}: {mean} {variance}");
        }
    }
}

#[test]
fn politics_says_little_about_ai() {
    let beliefs = draw(SEED, PEOPLE, &OpinionSpace::new(SEED, 2).expect("a legal size")).expect("memory");
    let [x, y] = [0, 1].map(|d| beliefs.rows().map(|row| f64::from(row[d])).collect::<Vec<_>>());
    assert!(correlation(&x, &y).abs() <= 0.15, "{}", correlation(&x, &y));
}

#[test]
fn a_person_is_the_same_in_a_small_and_in_a_large_crowd() {
    let axes = OpinionSpace::new(SEED, 40).expect("a legal size");
    let [small, large] = [10, 50].map(|n| draw(SEED, n, &axes).expect("memory"));
    assert_eq!(small.row(7), large.row(7));
    // More dimensions leave the first ones as they were.
    let wide = draw(SEED, 10, &OpinionSpace::new(SEED, 90).expect("a legal size")).expect("memory");
    assert_eq!(small.row(7), &wide.row(7)[..40]);
}

#[test]
fn worlds_of_impossible_size_are_refused() {
    for dims in [0, 1, 2049] {
        assert_eq!(OpinionSpace::new(SEED, dims).map(|_| ()), Err(OpinionSpaceError { dims }));
    }
}

#[test]
fn answers_correlate_like_the_surveys() {
    let (keys, table) = correlation_table();
    let answers = answers();
    let asked: Vec<usize> = (0..SET_1.len()).filter(|&q| !SET_1.items()[q].reverse_keyed).collect();
    let place = |q: usize| {
        keys.iter().position(|k| *k == SET_1.questions()[q].key).expect("questions are in the table")
    };
    let columns: Vec<Vec<f64>> = asked.iter().map(|&q| column(&answers, q)).collect();
    let (mut squares, mut pairs) = (0.0, 0.0);
    for a in 0..asked.len() {
        for b in 0..a {
            let off = correlation(&columns[a], &columns[b]) - table[place(asked[a])][place(asked[b])];
            squares += off * off;
            pairs += 1.0;
        }
    }
    let rms = f64::sqrt(squares / pairs);
    assert!(rms < 0.06, "{rms}");
}
