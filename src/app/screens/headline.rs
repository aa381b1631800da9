//! How surprising is this person, in one number, and what is it made of?

use leptos::prelude::*;
use normie_descent::perplexity::Reading;
use normie_descent::wording::{one_in, range, remark, tenths};

use super::result::Whose;
use crate::app::parts::{BitsBar, Ruler};

/// One in so many, how far out that is, and what the visitor expected.
#[component]
pub fn Headline(reading: Reading, people: u32, guess: Option<u8>, whose: Whose) -> impl IntoView {
    let Whose { own, they, their } = whose;
    let bits = reading.identity_bits;
    let [low, high] = reading.identity_range;
    let [least, most] = reading.further_than;
    let weirder = [100 - most.min(100), 100 - least.min(100)];
    let are = if own { "are" } else { "were" };
    let like = if own { "you" } else { "them" };
    view! {
        <section class="part headline">
            <p class="eyebrow">{their} " perplexity"</p>
            <p class="figure-number" data-value="perplexity">{one_in(bits, people)}</p>
            <p class="plain">"meet that many simulated people. about one is like " {like} ". " {remark(bits, reading.median_bits)}</p>
            <dl class="beside">
                <div>
                    <dt>"the median simulated person"</dt>
                    <dd class="number">{one_in(reading.median_bits, people)}</dd>
                </div>
                <div>
                    <dt>"identity bits (each halves the crowd)"</dt>
                    <dd class="number">
                        <span data-value="identity-bits" data-bits=format!("{:016x}", bits.to_bits())>{tenths(bits)}</span>
                        <small>" give or take: " {tenths(low)} " to " {tenths(high)}</small>
                    </dd>
                </div>
                <div>
                    <dt>"questions answered"</dt>
                    <dd class="number" data-value="answered">{reading.answered}</dd>
                </div>
            </dl>
            <Ruler range=reading.further_than/>
            <p class="said">
                "further out than " <b class="number" data-value="further-than">{range(reading.further_than)}</b>
                " of 100 simulated people."
            </p>
            {guess.map(|guess| view! {
                <p class="said">
                    {they} " guessed " <b class="number">{guess}</b> " " {are} " weirder. it's about "
                    <b class="number">{range(weirder)}</b> "."
                </p>
            })}
        </section>
    }
}

/// Identity, volume, noise.
#[component]
pub fn Made(reading: Reading, whose: Whose) -> impl IntoView {
    let louder = reading.louder_than;
    view! {
        <section class="part">
            <h2>"what the bits are made of"</h2>
            <p class="plain">"only the first part is about beliefs. random clicking fills the last one."</p>
            <BitsBar reading your=whose.their/>
            <h3>"volume, kept apart"</h3>
            <p>
                "louder than " <b class="number" data-value="louder-than">{louder}</b>
                " of 100 simulated people. loud is not the same as rare."
            </p>
        </section>
    }
}

/// How often the crowd guessed right.
#[component]
pub fn Record(reading: Reading, whose: Whose) -> impl IntoView {
    let taken = reading.sides_taken;
    let typical = libm::round(reading.typical_guess_rate * f64::from(taken));
    let guessed = u32::from(reading.sides_guessed);
    // One small square a side taken, filled where it was foreseen.
    let squares = (0..u32::from(taken)).map(|at| {
        let class = if at < guessed { "foreseen" } else { "unforeseen" };
        let x = 18 * (at % 12);
        let y = 18 * (at / 12);
        view! { <rect class=class x=x y=y width="13" height="13"/> }
    });
    view! {
        <section class="part">
            <h2>"did they see " {if whose.own { "you" } else { "it" }} " coming?"</h2>
            <p>
                "from " {whose.their} " other answers, the crowd guessed " {whose.their} " side "
                <b class="number" data-value="guessed">{guessed}</b> " times of " <b class="number">{taken}</b>
                ". a typical simulated person's: about " <b class="number">{typical as u32}</b> "."
            </p>
            <svg class="squares" viewBox="-1 -1 214 34" aria-hidden="true">{squares.collect_view()}</svg>
        </section>
    }
}
