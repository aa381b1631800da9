//! Tests of the length of explanations: what it follows, what a friend saves, its norms, and the time it takes to find.

mod visitors;

use std::time::Instant;

use perplexity::likeness::Likeness;
use perplexity::posterior::PosteriorDraws;
use perplexity::response_model::factors;
use quiz::explanation::{SentenceNorms, SentenceOpening, Whom};
use quiz::questionnaire::Answers;
use visitors::{
    answers_to, check_english, check_truth, explained, explainer, known, stranger, to_random_items,
    to_selected_items,
};

/// Ranks from 0; ties share the mean of their ranks.
fn ranks(values: &[f64]) -> Vec<f64> {
    let rank = |x: &f64| {
        let below = values.iter().filter(|value| *value < x).count();
        let same = values.iter().filter(|value| *value == x).count();
        below as f64 + 0.5 * (same - 1) as f64
    };
    values.iter().map(rank).collect()
}

/// Spearman's rank correlation.
fn rank_correlation(a: &[f64], b: &[f64]) -> f64 {
    let middle = 0.5 * (a.len() - 1) as f64;
    let centered = |values: &[f64]| ranks(values).into_iter().map(|rank| rank - middle).collect::<Vec<_>>();
    let (a, b) = (centered(a), centered(b));
    let product = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f64>();
    product(&a, &b) / f64::sqrt(product(&a, &a) * product(&b, &b))
}

fn median(values: &[f64]) -> f64 {
    let mut values = values.to_vec();
    values.sort_unstable_by(f64::total_cmp);
    0.5 * (values[(values.len() - 1) / 2] + values[values.len() / 2])
}

#[test]
fn seconds_follow_the_surprisal() {
    let likeness = Likeness::default();
    for (length, least) in [(24, 0.5), (48, 0.6)] {
        let (mut seconds, mut surprisals) = (Vec::new(), Vec::new());
        for n in 0..120 {
            let answers = to_selected_items(n, length);
            let posterior = known(&answers);
            let surprisal = |(draw, _): (&_, f64)| likeness.surprisal(factors(draw));
            surprisals.push(posterior.expectation(posterior.draws().map(surprisal)));
            seconds.push(explainer().explain((&posterior, &answers), None).seconds());
        }
        let correlation = rank_correlation(&seconds, &surprisals);
        println!(
            "{length} answers: rank correlation of seconds and S {correlation:.2}, median {:.1} s",
            median(&seconds)
        );
        assert!(correlation > least, "{correlation}");
    }
}

#[test]
fn to_a_friend_with_the_same_answers_there_is_little_to_say() {
    let (mut alone, mut with_friend) = (Vec::new(), Vec::new());
    for n in 0..40 {
        let answers = to_random_items(n, 48);
        let posterior = known(&answers);
        let own = (&posterior, &answers);
        let by_friend = explainer().explain(own, Some(own));
        check_english(&by_friend);
        check_truth(&by_friend, &answers);
        assert_eq!(by_friend.sentence(Whom::They), "like their friend.");
        assert!(by_friend.opening_bits > 1.0, "{by_friend:?}");
        alone.push(explainer().explain(own, None).seconds());
        with_friend.push(by_friend.seconds());
    }
    println!("median {:.1} s alone, {:.1} s with the friend", median(&alone), median(&with_friend));
    assert!(median(&with_friend) < 0.5 * median(&alone));
}

#[test]
fn of_a_friend_only_differences_are_said() {
    let mut known_by = 0;
    let likeness = Likeness::default();
    for n in 0..60 {
        // Pairs as a recommender makes them: a respondent and the nearest of 32 others.
        let one = stranger(33 * n);
        let apart = |&k: &usize| likeness.squared_distance(one.factors(), stranger(33 * n + k).factors());
        let nearest = (1..33).min_by(|a, b| apart(a).total_cmp(&apart(b))).expect("there are 32");
        let [answers, friend] = [33 * n, 33 * n + nearest].map(|n| to_random_items(n, 48));
        let explanation = explainer().explain((&known(&answers), &answers), Some((&known(&friend), &friend)));
        check_english(&explanation);
        check_truth(&explanation, &answers);
        if let SentenceOpening::Friend(_) = explanation.opening {
            known_by += 1;
            assert!(explanation.clauses.iter().all(|clause| !clause.side.is_taken_by(&friend)));
        } else {
            assert_eq!(explanation, explained(&answers));
        }
    }
    println!("{known_by} of 60 neighbours tell something");
    assert!(known_by >= 15);
}

#[test]
fn norms_are_those_of_sentences_in_the_whole_population() {
    let norms = SentenceNorms::new(explainer());
    let answers = to_selected_items(7, 48);
    let found = norms.lengths(&known(&answers), &answers);
    let items: Vec<usize> = answers.answered().map(|(q, _)| q).collect();
    let others: Vec<f64> = (0..150).map(|n| explained(&answers_to(&stranger(n), &items)).seconds()).collect();
    println!("{found:?}; in the whole population {:.1} s", median(&others));
    assert!((found.median - median(&others)).abs() <= 1.6, "{found:?} {}", median(&others));
    assert!((0.5..5.0).contains(&found.spread), "{found:?}");
    assert_eq!(norms.lengths(&known(&answers), &answers), found);
}

#[test]
#[ignore = "measures time: run alone, in release, with --nocapture"]
fn a_visitor_is_explained_in_time() {
    let norms = SentenceNorms::new(explainer());
    let visitors: Vec<Answers> = (0..30).map(|n| to_selected_items(n, 48)).collect();
    // The fastest tenth, since other programs interrupt.
    let milliseconds = |run: &dyn Fn(&PosteriorDraws, &Answers)| {
        let time = |answers: &Answers| {
            let posterior = known(answers);
            let start = Instant::now();
            run(&posterior, answers);
            start.elapsed().as_secs_f64() * 1_000.0
        };
        let mut times: Vec<f64> = visitors.iter().map(time).collect();
        times.sort_unstable_by(f64::total_cmp);
        times[visitors.len() / 10]
    };
    let explain = milliseconds(&|posterior, answers| drop(explainer().explain((posterior, answers), None)));
    let lengths = milliseconds(&|posterior, answers| {
        norms.lengths(posterior, answers);
    });
    println!("sentence {explain:.1} ms, norms {lengths:.1} ms");
    assert!(explain < 15.0 && lengths < 80.0, "{explain} {lengths}");
}
