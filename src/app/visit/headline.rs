//! Headline of a result: perplexity, percentile range and their parts.
//!
//! A score never changes once it is there, so these parts are written out as HTML, all of it ours: a third of
//! the size of live views.

use quiz::format::{one_decimal, one_in, one_in_range, percent, range, remark};
use quiz::scoring::{PairScore, Score};

use super::answers::{how_much, said};
use super::perspective::Perspective;
use crate::app::parts::{bits_bar, ruler};

/// One in so many, how far out that is, and what the visitor expected.
pub(super) fn headline(score: &Score, guess: Option<u8>, whose: Perspective) -> String {
    let Perspective { own, their, .. } = whose;
    let like = if own { "you" } else { "them" };
    format!(
        r#"<section class="part headline">
        <p class="eyebrow">{their} perplexity</p>
        <p class="figure-number" data-value="perplexity">{perplexity}</p>
        <p class="plain"><span data-value="perplexity-range">{range}</span>, as far as the answers tell.
        meet that many people: about one is like {like}. {remark}</p>
        <dl class="beside">
        <div><dt>the median simulated person</dt><dd class="number">{median}</dd></div>
        <div><dt data-value="later-when"></dt><dd class="number" data-value="later"></dd></div>
        <div><dt>in bits (each halves the crowd)</dt><dd class="number">
        <span data-value="surprisal" data-bits="{exact:016x}">{said}</span></dd></div>
        <div><dt>questions answered</dt><dd class="number" data-value="answered">{answered}</dd></div>
        </dl>
        {standing}</section>"#,
        perplexity = one_in(score.surprisal),
        range = one_in_range(score.surprisal_range),
        remark = remark(score.surprisal, score.median_surprisal),
        median = one_in(score.median_surprisal),
        exact = score.surprisal.to_bits(),
        said = one_decimal(score.surprisal),
        answered = score.answered,
        standing = if score.is_placed() { place(score, guess, whose) } else { no_place(score, whose) },
    )
}

/// How far out that is, and what the visitor expected.
fn place(score: &Score, guess: Option<u8>, Perspective { own, they, .. }: Perspective) -> String {
    let are = if own { "are" } else { "were" };
    let expected = guess.map_or(String::new(), |guess| {
        format!(
            r#"<p class="said">{they} guessed <b class="number">{guess}</b> {are} weirder.
            it's about <b class="number" data-value="weirder">{}</b>.</p>"#,
            weirder(score)
        )
    });
    let further = range(score.further_than);
    let ordinary = if score.is_in_the_middle() { "ordinary, somewhere in the middle: " } else { "" };
    let outermost = match score.outermost_tenth {
        chance if chance >= 0.02 => format!("in the outermost tenth: {} sure.", percent(chance)),
        _ => String::new(),
    };
    format!(
        r#"{ruler}
        <p class="said">{ordinary}further out than <b class="number" data-value="standing">{further}</b>
        of 100 simulated people.</p>
        <p class="aside">a range, because answers only tell so much. about two times in three {they} {are} within it.
        <span data-value="outermost">{outermost}</span></p>
        {expected}"#,
        ruler = ruler(score.further_than),
    )
}

/// Of a hundred simulated people, how many are further out: the other side of the range.
pub(super) fn weirder(score: &Score) -> String {
    let [least, most] = score.further_than;
    range([100 - most.min(100), 100 - least.min(100)])
}

/// How many of these sides the crowd would have guessed of a typical simulated person.
pub(super) fn typically_guessed(score: &Score) -> u32 {
    libm::round(score.typical_guess_rate * f64::from(score.sides_taken)) as u32
}

/// Answers that look like clicks have no place; what can be said is which pairs fit.
fn no_place(score: &Score, Perspective { own, their, .. }: Perspective) -> String {
    let pair = |pair: &PairScore| {
        let [first, second] = [0, 1].map(|at| {
            let (question, response) = (pair.questions[at], pair.responses[at]);
            format!(
                "<p><span class=\"how-much\">{}</span> {}</p>",
                how_much(response),
                said(score.set, question, response)
            )
        });
        let verdict = match (pair.is_contradicted(), pair.apart()) {
            (true, _) => "these two point opposite ways. it happens.",
            (_, 0 | 1) => "these two say the same.",
            _ => "these two are a little apart.",
        };
        format!("<li>{first}{second}<small>{verdict}</small></li>")
    };
    let pairs: String = score.pairs.iter().map(pair).collect();
    let asked_twice = if pairs.is_empty() {
        ""
    } else {
        "<p>some beliefs came up twice, in other words. here is how that went:</p>"
    };
    format!(
        r#"<p class="said" data-value="standing">i could not place {whom}.</p>
        <p class="aside">{their} answers look more like clicks than like anybody i can simulate.
        so no ruler this time. {maybe} kind, of course.</p>
        {asked_twice}<ul class="pairs">{pairs}</ul>"#,
        whom = if own { "you" } else { "them" },
        maybe = if own { "you may be the first of your" } else { "they may be the first of their" },
    )
}

/// Identity, volume, noise.
pub(super) fn made(score: &Score, whose: Perspective) -> String {
    format!(
        r#"<section class="part"><h2>what the bits are made of</h2>
        <p class="plain">only the first part is about beliefs. random clicking fills the last one.</p>
        {bar}
        <h3>volume, kept apart</h3>
        <p>louder than <b class="number" data-value="louder-than">{louder}</b> of 100 simulated people.
        loud is not the same as rare.</p></section>"#,
        bar = bits_bar(score, whose.their),
        louder = score.style_percentile,
    )
}

/// How often the crowd guessed right.
pub(super) fn record(score: &Score, whose: Perspective) -> String {
    let (taken, guessed) = (u32::from(score.sides_taken), u32::from(score.sides_guessed));
    let typical = typically_guessed(score);
    // One small square a side taken, filled where it was foreseen.
    let squares: String = (0..taken)
        .map(|at| {
            let class = if at < guessed { "foreseen" } else { "unforeseen" };
            format!(
                r#"<rect class="{class}" x="{}" y="{}" width="13" height="13"/>"#,
                18 * (at % 12),
                18 * (at / 12)
            )
        })
        .collect();
    format!(
        r#"<section class="part"><h2>did they see {whom} coming?</h2>
        <p>from {their} other answers, the crowd guessed {their} side
        <b class="number" data-value="guessed">{guessed}</b> times of <b class="number">{taken}</b>.
        a typical simulated person's: about <b class="number">{typical}</b>.</p>
        <svg class="squares" viewBox="-1 -1 214 {}" aria-hidden="true">{squares}</svg></section>"#,
        18 * taken.div_ceil(12).max(1) - 2,
        whom = if whose.own { "you" } else { "it" },
        their = whose.their,
    )
}
