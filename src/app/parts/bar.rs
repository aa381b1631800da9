//! Stacked bar of the bits.

use quiz::format::one_decimal;
use quiz::scoring::Score;

/// Length of the bar in its own units.
const LENGTH: f64 = 400.0;

/// Identity, volume and noise end to end, distinguished by hatch, with their bits in words below; as HTML.
pub(crate) fn bits_bar(score: &Score, their: &str) -> String {
    let unit = LENGTH / score.total_bits().max(0.1);
    let parts = [
        ("identity", score.identity_bits, "the beliefs: what points a person out"),
        ("volume", score.volume_bits, "how fond of “definitely”"),
        ("noise", score.noise_bits, "what nobody could have guessed"),
    ];
    let mut from = 0.0;
    let mut pieces = String::new();
    let mut words = String::new();
    for (name, bits, meaning) in parts {
        let width = (bits.max(0.0) * unit).min(LENGTH - from);
        pieces += &format!(
            r#"<rect class="{name}" x="{}" width="{}" height="26"/>"#,
            one_decimal(from),
            one_decimal(width)
        );
        from += width;
        words += &format!(
            r#"<div class="{name}"><dt><i class="swatch"></i> {name} <b class="number">{}</b></dt><dd>{meaning}</dd></div>"#,
            one_decimal(bits)
        );
    }
    let total = one_decimal(score.total_bits());
    format!(
        r##"<div class="bits-bar">
        <svg viewBox="-1 -1 402 28" preserveAspectRatio="none" aria-hidden="true"><defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="hatch-line" d="M0 0V6"/></pattern>
        <pattern id="stipple" width="6" height="6" patternUnits="userSpaceOnUse">
        <circle class="stipple-dot" cx="2" cy="2" r="1"/><circle class="stipple-dot" cx="5" cy="5" r="1"/></pattern>
        </defs>{pieces}<rect class="outline" width="400" height="26"/></svg>
        <dl>{words}</dl>
        <p class="aside">{their} answers cost the crowd <b class="number">{total}</b> bits in all.</p></div>"##
    )
}
