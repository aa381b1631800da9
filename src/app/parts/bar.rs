//! What are the bits made of?

use leptos::prelude::*;
use normie_descent::perplexity::Reading;
use normie_descent::wording::tenths;

/// Length of the bar in its own units.
const LENGTH: f64 = 400.0;

/// Identity, volume and noise end to end, told apart by hatch, with their bits in words below.
#[component]
pub fn BitsBar(reading: Reading, your: &'static str) -> impl IntoView {
    let Reading { total_bits, identity_bits, volume_bits, noise_bits, .. } = reading;
    let unit = LENGTH / total_bits.max(0.1);
    let parts = [
        ("identity", identity_bits, "the beliefs: what points a person out"),
        ("volume", volume_bits, "how fond of \u{201c}definitely\u{201d}"),
        ("noise", noise_bits, "what nobody could have guessed"),
    ];
    let mut from = 0.0;
    let pieces = parts.map(|(name, bits, _)| {
        let (x, width) = (from, (bits.max(0.0) * unit).min(LENGTH - from));
        from += width;
        view! { <rect class=name x=x.to_string() y="0" width=width.to_string() height="26"/> }
    });
    view! {
        <div class="bits-bar">
            <svg viewBox="-1 -1 402 28" preserveAspectRatio="none" aria-hidden="true">
                <defs>
                    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <path class="hatch-line" d="M0 0V6"/>
                    </pattern>
                    <pattern id="stipple" width="6" height="6" patternUnits="userSpaceOnUse">
                        <circle class="stipple-dot" cx="2" cy="2" r="1"/>
                        <circle class="stipple-dot" cx="5" cy="5" r="1"/>
                    </pattern>
                </defs>
                {pieces}
                <rect class="outline" x="0" y="0" width="400" height="26"/>
            </svg>
            <dl>
                {parts.map(|(name, bits, meaning)| view! {
                    <div class=name>
                        <dt><i class="swatch"></i> {name} <b class="number">{tenths(bits)}</b></dt>
                        <dd>{meaning}</dd>
                    </div>
                })}
            </dl>
            <p class="aside">{your} " answers cost the crowd " <b class="number">{tenths(total_bits)}</b> " bits in all."</p>
        </div>
    }
}
