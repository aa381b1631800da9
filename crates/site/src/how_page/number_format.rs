//! Formatting of numbers, and choice of axis ticks.

/// Formats a range of worlds as "78–94", with digits by magnitude; a single number if both ends are equal.
pub(super) fn format_range([low, high]: [f64; 2]) -> String {
    let counts = [low, high].iter().all(|y| *y == y.round());
    let digits = match high.abs() {
        _ if counts => 0,
        high if high >= 10.0 => 0,
        high if high >= 1.0 => 1,
        _ => 2,
    };
    let [low, high] = [low, high].map(|y| format!("{y:.digits$}").replace('-', "−"));
    // Word joiners prevent a line break.
    if low == high { low } else { format!("{low}\u{2060}–\u{2060}{high}") }
}

/// Formats a number with at most four decimals.
pub(super) fn number(x: f64) -> String {
    let short = (x * 1e4).round() / 1e4;
    format!("{short}").replace('-', "−")
}

/// Least and greatest value; infinite for none.
pub(super) fn span(values: impl Iterator<Item = f64>) -> [f64; 2] {
    values.fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], v| [low.min(v), high.max(v)])
}

/// Tick values: round numbers within the span, four to seven in all.
///
/// # Panics
/// If the span is empty or not finite.
pub(super) fn ticks([low, high]: [f64; 2]) -> Vec<f64> {
    let rough = (high - low) / 5.0;
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].map(|n| n * power).into_iter().find(|step| *step >= rough * 0.999);
    let step = step.expect("ten powers are more than one to ten");
    let first = libm::ceil(low / step - 1e-9);
    let last = libm::floor(high / step + 1e-9);
    (0..=(last - first) as u32).map(|n| (first + f64::from(n)) * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(ticks([0.0, 300.0]), [0.0, 100.0, 200.0, 300.0]);
        assert_eq!(ticks([0.0, 7.0]), [0.0, 2.0, 4.0, 6.0]);
        for high in [0.2, 0.4, 1.0, 3.0, 19.0, 94.0, 400.0] {
            let ticks = ticks([0.0, high]);
            assert!((4..=7).contains(&ticks.len()), "{high}: {ticks:?}");
        }
    }

    #[test]
    fn ranges_are_said_with_as_few_digits_as_tell_them_apart() {
        for (range, expected) in [
            ([78.2, 94.4], "78–94"),
            ([1.8, 1.94], "1.8–1.9"),
            ([0.0, 0.0], "0"),
            ([6.0, 7.0], "6–7"),
            ([6.02, 6.01], "6.0"),
            ([0.11, 0.58], "0.11–0.58"),
        ] {
            assert_eq!(format_range(range).replace('\u{2060}', ""), expected);
        }
    }
}
