//! Which answers surprised the crowd?

use leptos::prelude::*;
use normie_descent::items::{QUESTIONS, Step};
use normie_descent::perplexity::{AnswerReading, Reading};
use normie_descent::wording::{share, tenths};

use super::result::Whose;

/// Answer by answer, the costliest first; the foreseen ones folded away.
#[component]
pub fn AnswerByAnswer(reading: Reading, whose: Whose) -> impl IntoView {
    let mut answers = reading.answers;
    answers.sort_by(|a, b| b.bits.total_cmp(&a.bits));
    let (foreseen, surprising): (Vec<_>, Vec<_>) = answers.into_iter().partition(AnswerReading::was_foreseen);
    let many = foreseen.len();
    view! {
        <section class="part">
            <h2>"answer by answer"</h2>
            <p class="plain">"bits each one cost, knowing all the others. costliest first."</p>
            <ol class="answers">{surprising.into_iter().map(row).collect_view()}</ol>
            {(many > 0).then(|| view! {
                <details>
                    <summary>"where " {whose.they} {if whose.own { "'re" } else { " were" }} " exactly like everyone (" {many} ")"</summary>
                    <ol class="answers">{foreseen.into_iter().map(row).collect_view()}</ol>
                </details>
            })}
        </section>
    }
}

fn row(answer: AnswerReading) -> impl IntoView {
    view! {
        <li>
            <span class="bits number">{tenths(answer.bits)}</span>
            <Forecast forecast=answer.forecast step=answer.step/>
            <p>
                <span class="how-much">{how_much(answer.step)}</span> " " {said(answer.question, answer.step)}
                <small>{share(answer.share)}</small>
            </p>
        </li>
    }
}

/// What the crowd expected, five columns, the given answer in the visitor's own ink.
#[component]
fn Forecast(forecast: [f64; 5], step: Step) -> impl IntoView {
    let likeliest = forecast.into_iter().fold(0.01, f64::max);
    let columns = (0..5).map(|at| {
        let height = 2.0 + 26.0 * forecast[at] / likeliest;
        let class = if at == step.index() { "given" } else { "expected" };
        view! { <rect class=class x=11 * at y=(28.0 - height).to_string() width="9" height=height.to_string()/> }
    });
    view! { <svg class="forecast" viewBox="0 0 53 28" aria-hidden="true">{columns.collect_view()}</svg> }
}

fn how_much(step: Step) -> &'static str {
    match step.index() {
        0 | 4 => "definitely:",
        2 => "torn:",
        _ => "leaning:",
    }
}

/// What was said to a question, if anything was.
pub fn pole_of(step: Option<Step>, question: u8) -> Option<String> {
    step.map(|step| said(question, step))
}

/// The pole an answer leans to, in its own words; both, when torn.
fn said(question: u8, step: Step) -> String {
    let question = &QUESTIONS[usize::from(question)];
    match step.side() {
        Some(true) => question.upper.to_owned(),
        Some(false) => question.lower.to_owned(),
        None => format!("{} / {}", question.lower, question.upper),
    }
}
