//! Layout of a question.

use super::choices::STEP_WORDS;
use super::undo_notice::TOAST;

/// The button of a place in the row.
pub(super) fn button(at: usize) -> String {
    if at < STEP_WORDS.len() { format!("[data-step='{at}']") } else { "[data-step=pass]".to_owned() }
}

/// How far along the line of progress a place among so many questions is.
pub(super) fn along(place: usize, questions: usize) -> usize {
    20 + 960 * place / questions.saturating_sub(1).max(1)
}

/// The sheet of one of so many questions, without its words.
pub(super) fn html(questions: usize) -> String {
    let ticks: String = (0..questions).map(|place| format!("M{} 3v4", along(place, questions))).collect();
    let steps: String = STEP_WORDS.iter().enumerate().map(|(at, words)| step(at, words)).collect();
    format!(
        r#"<main class="sheet quiz" data-screen="quiz">
        <div class="quiz-head"><button data-action="back">← back</button>
        <span class="counted" aria-hidden="true"></span><span class="unseen" role="status"></span>
        <button data-action="look" hidden>look now</button>
        <button popovertarget="forget-sheet">forget me</button></div>
        <svg class="quiz-progress" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
        <path d="{ticks}"/><path class="done"/><path class="here"/></svg>
        <div class="asked"><h1 tabindex="-1" aria-describedby="statement-a statement-b"></h1><span class="theme"></span></div>
        <div class="statements"><p class="statement" id="statement-a"><b>A</b> <span></span></p>
        <p class="statement" id="statement-b"><b>B</b> <span></span></p></div>
        <div class="steps" role="radiogroup" aria-label="your answer" aria-describedby="keys">{steps}
        <button class="pass" role="radio" data-step="pass">pass, rather not say <kbd aria-hidden="true">0</kbd></button></div>
        <p class="unseen" id="keys">arrows choose, enter goes on. so do 1 to 5, and 0 for a pass.</p>
        {TOAST}
        <div id="forget-sheet" popover role="dialog" aria-label="forget me?">
        <p>forget the guess and <span></span>? i can't bring them back.</p>
        <div class="ways"><button class="button" data-action="forget">forget me</button>
        <button class="button primary" popovertarget="forget-sheet" popovertargetaction="hide">keep going</button></div></div>
        </main>"#
    )
}

/// A step, with a valley between A and B and the position of this step on its slope.
fn step(at: usize, words: &str) -> String {
    // A parabola, as the curve draws it: both ends high, neutral at the bottom.
    let (x, y) = (8 + 22 * at, [9, 16, 20, 16, 9][at]);
    format!(
        r#"<button class="step" role="radio" data-step="{at}"><svg viewBox="0 0 104 28" aria-hidden="true">
        <path class="slope" d="M2 6Q52 34 102 6"/><circle class="mark" cx="{x}" cy="{y}" r="4.5"/></svg>
        <span class="step-word">{words} <kbd aria-hidden="true">{}</kbd></span></button>"#,
        at + 1
    )
}
