//! Answers that were surprising, the most first.

use quiz::format::{one_decimal, share};
use quiz::questionnaire::{QuestionSet, Response};
use quiz::scoring::{AnswerScore, Score};

use super::perspective::Perspective;

/// Answer by answer, the costliest first, the foreseen ones folded away; as HTML.
pub(super) fn answer_by_answer(score: &Score, whose: Perspective) -> String {
    let mut answers: Vec<&AnswerScore> = score.answers.iter().collect();
    answers.sort_unstable_by(|a, b| b.bits.total_cmp(&a.bits));
    let (foreseen, surprising): (Vec<_>, Vec<_>) =
        answers.into_iter().partition(|answer| answer.was_foreseen());
    let folded = if foreseen.is_empty() {
        String::new()
    } else {
        format!(
            r#"<details><summary>where {} exactly like everyone ({})</summary><ol class="answers">{}</ol></details>"#,
            if whose.own { "you're" } else { "they were" },
            foreseen.len(),
            rows(score.set, &foreseen)
        )
    };
    format!(
        r#"<section class="part"><h2>answer by answer</h2>
        <p class="plain">bits each one cost, knowing all the others. costliest first.</p>
        <ol class="answers">{}</ol>{folded}</section>"#,
        rows(score.set, &surprising)
    )
}

fn rows(set: &QuestionSet, answers: &[&AnswerScore]) -> String {
    let row = |answer: &&AnswerScore| {
        format!(
            r#"<li><span class="bits number">{}</span>{}<p><span class="how-much">{}</span> {} <small>{}</small></p></li>"#,
            one_decimal(answer.bits),
            forecast(answer),
            how_much(answer.response),
            said(set, answer.question, answer.response),
            share(answer.share)
        )
    };
    answers.iter().map(row).collect()
}

/// What the crowd expected, five columns, the given answer in the visitor's own colour.
fn forecast(answer: &AnswerScore) -> String {
    let likeliest = answer.forecast.into_iter().fold(0.01, f64::max);
    let column = |at: usize| {
        let height = 2.0 + 26.0 * answer.forecast[at] / likeliest;
        let class = if at == answer.response.index() { "given" } else { "expected" };
        let (x, y) = (11 * at, one_decimal(28.0 - height));
        format!(r#"<rect class="{class}" x="{x}" y="{y}" width="9" height="{}"/>"#, one_decimal(height))
    };
    let columns: String = (0..5).map(column).collect();
    format!(r#"<svg class="forecast" viewBox="0 0 53 28" aria-hidden="true">{columns}</svg>"#)
}

/// How far to a side an answer goes.
pub(super) fn how_much(response: Response) -> &'static str {
    match response.index() {
        0 | 4 => "definitely:",
        2 => "torn:",
        _ => "leaning:",
    }
}

/// Statement of the pole that an answer leans to; both statements for a neutral answer.
pub(super) fn said(set: &QuestionSet, question: u8, response: Response) -> String {
    let question = &set.questions()[usize::from(question)];
    match response.side() {
        Some(true) => question.upper.to_owned(),
        Some(false) => question.lower.to_owned(),
        None => format!("{} / {}", question.lower, question.upper),
    }
}
