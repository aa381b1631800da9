//! Scores of set 2: parts add up, forecasts are calibrated, consistency pairs tell clickers from readers.

use perplexity::likeness::Likeness;
use perplexity::respondent::SimulatedRespondent;
use quiz::population::responses;
use quiz::questionnaire::{Answers, Response, SET_2};
use quiz::scoring::{AnswerScore, NothingAnswered, Score, posterior, score};

/// Answers of a simulated respondent to `count` questions, which differ between respondents, and to all reverse-keyed ones.
fn answers(person: usize, count: usize) -> Answers {
    let respondent = SimulatedRespondent::nth(11, person);
    let mut answers = responses(&SET_2, &respondent, 0);
    let keep = |question: usize| (question * 37 + person) % 101 < count || question >= 101;
    (0..SET_2.len()).filter(|&question| !keep(question)).for_each(|question| answers.clear(question));
    answers
}

fn scored(answers: &Answers) -> Score {
    score(&Likeness::default(), answers, &posterior(answers).expect("there are answers"))
}

#[test]
fn forecasts_of_answers_come_true_as_often_as_they_say() {
    let (mut guessed, mut expected, mut sides, mut bits, mut all) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for person in 0..120 {
        let score = scored(&answers(person, 24));
        guessed += f64::from(score.sides_guessed);
        let taken = score.answers.iter().filter(|answer| answer.response.side().is_some());
        sides += f64::from(score.sides_taken);
        expected += taken.map(AnswerScore::expected_guess).sum::<f64>();
        bits += score.answers.iter().map(|answer| answer.bits).sum::<f64>();
        all += score.answers.len() as f64;
    }
    println!("guessed {} expected {} bits {}", guessed / sides, expected / sides, bits / all);
    assert!((guessed - expected).abs() / sides < 0.03, "{} {}", guessed / sides, expected / sides);
    assert!((1.7..2.1).contains(&(bits / all)), "{}", bits / all);
}

#[test]
fn ranges_hold_the_number_and_the_place() {
    for person in 0..20 {
        let answers = answers(person, 36);
        let score = scored(&answers);
        let [low, high] = score.surprisal_range;
        assert!(low <= score.surprisal && score.surprisal <= high);
        let [from, to] = score.further_than;
        assert!(f64::from(from) <= score.place && score.place <= f64::from(to) + 1.0, "{score:?}");
        assert!((0.0..=1.0).contains(&score.outermost_tenth) && score.style_percentile <= 100);
        assert!(score.total_bits() > 0.0 && score.perplexity() > 1.0);
        assert_eq!(score.answers.len(), answers.item_answers().answered().count());
    }
}

#[test]
fn a_pair_that_contradicts_itself_makes_clicking_likelier() {
    let careful = answers(3, 40);
    let mut contradicted = careful;
    for (second, item) in SET_2.items().iter().enumerate().filter(|(_, item)| item.reverse_keyed) {
        let first = item.consistency_pair.expect("a reverse-keyed item has a pair");
        contradicted.put(first, Response::ALL[4]);
        contradicted.put(second, Response::ALL[4]);
    }
    let [before, after] = [careful, contradicted].map(|answers| scored(&answers));
    println!("{} {}", before.careless, after.careless);
    assert!(before.careless < 0.05 && after.careless > 10.0 * before.careless);
    assert!(after.pairs.iter().all(|pair| pair.is_contradicted() && pair.apart() == 4));
}

#[test]
fn reverse_keyed_answers_do_not_move_the_number() {
    let all = answers(5, 30);
    let mut without = all;
    (101..SET_2.len()).for_each(|question| without.clear(question));
    let [a, b] = [all, without].map(|answers| scored(&answers));
    assert_eq!((a.surprisal, a.further_than, a.answers), (b.surprisal, b.further_than, b.answers));
}

#[test]
fn somebody_who_answers_nothing_has_no_score() {
    let mut passed = Answers::none(&SET_2);
    passed.pass(3);
    assert_eq!(posterior(&passed).expect_err("nothing answered"), NothingAnswered);
}
