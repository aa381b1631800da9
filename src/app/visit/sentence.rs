//! The sentence of a result: its seconds, and the people left after each clause.

use crate::protocol::ScoreDetails;
use quiz::explanation::{Clause, Explanation, Whom};
use quiz::format::{grouped, one_decimal, seconds};
use quiz::questionnaire::Answers;

use super::perspective::Perspective;

/// The sentence, its seconds, and the crowd clause by clause; as HTML.
pub(super) fn sentence_part(details: &ScoreDetails, people: u32, whose: Perspective) -> String {
    let explanation = &details.explanation;
    let Perspective { their, .. } = whose;
    let [low, high] = details.seconds.map(|s| libm::round(s) as u32);
    let again = if low == high { seconds(low.into()) } else { format!("{low} to {}", seconds(high.into())) };
    format!(
        r#"<section class="part explained"><h2 class="eyebrow">{their} sentence</h2>
        <p class="sentence" data-value="sentence">{sentence}</p>
        <p class="figure-number small" data-value="seconds">{length}</p>
        <p class="plain">that is how long {they_take} to explain, said calmly.</p>
        <dl class="beside"><div><dt>the median simulated person, same questions</dt>
        <dd class="number">{median}</dd></div>
        <div><dt>answering again tomorrow might give</dt><dd class="number">{again}</dd></div>
        <div><dt>identity bits the sentence leaves untold</dt><dd class="number">{untold}</dd></div></dl>
        <h3>who is left, clause by clause</h3>
        <p class="plain">everybody starts out. each clause sends people home.</p>
        <ol class="clauses">{clauses}</ol></section>"#,
        sentence = explanation.sentence(whose.whom()),
        length = seconds(explanation.seconds()),
        median = seconds(details.median_seconds),
        they_take = if whose.own { "you take" } else { "they take" },
        untold = one_decimal(explanation.remaining_bits),
        clauses = clauses(explanation, people, whose.whom()),
    )
}

/// Everybody, then each part of the sentence with those it leaves.
pub(super) fn clauses(explanation: &Explanation, people: u32, whom: Whom) -> String {
    let row = |said: &str, left: u32, why: &str| {
        let people = if left == 0 { "nobody".to_owned() } else { grouped(left.into()) };
        format!(r#"<li data-left="{left}"><b class="number">{people}</b> <span>{said}{why}</span></li>"#)
    };
    let parts = explanation.spoken(whom);
    let opening = row(&parts[0], explanation.opening_left, "");
    let each = parts.iter().skip(1).zip(&explanation.clauses);
    let clauses = each.map(|(said, clause)| row(joined(said), clause.left, &why(clause)));
    [row("simulated people", people, ""), opening].into_iter().chain(clauses).collect()
}

/// A part of the sentence without the comma or blank before it.
fn joined(said: &str) -> &str {
    said.trim_start_matches([',', ' '])
}

/// What follows a clause.
fn why(clause: &Clause) -> String {
    format!(r#" <small>{} of 100 take this side</small>"#, libm::round(100.0 * clause.share) as u32)
}

/// The sentence with the clauses struck out that these answers no longer bear out; as HTML.
pub(super) fn struck(explanation: &Explanation, now: &Answers, whom: Whom) -> String {
    let parts = explanation.spoken(whom);
    let each = parts.iter().skip(1).zip(&explanation.clauses);
    let clauses =
        each.map(
            |(said, clause)| {
                if clause.side.is_taken_by(now) { said.clone() } else { format!("<del>{said}</del>") }
            },
        );
    [parts[0].clone()].into_iter().chain(clauses).collect()
}
