//! Parsing of numbers in text, and clamping to a range.

use drift::{AgentId, MentorSet};

/// Writes the nearest integer in range. Returns it when it differs from what was asked for.
pub(crate) fn nearest_integer(at: &mut u32, asked: f64, [low, high]: [u32; 2]) -> Option<f64> {
    *at = (asked as u32).clamp(low, high);
    (f64::from(*at) != asked).then_some(f64::from(*at))
}

/// Writes the nearest number in range, of those that a link can write: a world that is passed on has to be the same world.
/// Returns it when it differs from what was asked for.
pub(crate) fn nearest_number(at: &mut f32, asked: f64, [low, high]: [f32; 2]) -> Option<f64> {
    let asked = libm::round(asked * 1e6) / 1e6;
    *at = (asked as f32).clamp(low, high);
    (*at != asked as f32).then_some(f64::from(*at))
}

/// Parses a number with a decimal point or comma. (The standard library's parser of floats would add too much code.)
pub(crate) fn parse_number(text: &str) -> Option<f64> {
    let (sign, text) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.len() + part.len() == 0 || !digits(whole) || !digits(part) {
        return None;
    }
    let value = |text: &str| text.bytes().fold(0.0, |sum, b| 10.0 * sum + f64::from(b - b'0'));
    // Links have fewer than nine decimals; numerator and denominator are exact.
    let part = &part[..part.len().min(9)];
    let scale = part.bytes().fold(1.0, |scale, _| 10.0 * scale);
    Some(sign * ((value(whole) * scale + value(part)) / scale))
}

/// Parses two to eight numbers of agents, separated by points or commas.
pub(crate) fn parse_mentors(text: &str) -> Option<MentorSet> {
    let numbers: Option<Vec<AgentId>> =
        text.split(['.', ',']).map(|number| number.parse().ok().map(AgentId)).collect();
    MentorSet::new(&numbers?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_standard_library_reads_them() {
        for text in ["0", "0.3", "2048", "-1", "0.000001", "12.75", ".5", "7.", "1000", "0.123456789"] {
            assert_eq!(parse_number(text), Some(text.parse().expect("a float")), "{text}");
        }
        assert_eq!(parse_number("0,3"), Some(0.3));
        for text in ["", ".", "-", "1e9", "NaN", "inf", "0x10", "1.2.3", "--1"] {
            assert_eq!(parse_number(text), None, "{text}");
        }
        assert!(parse_number(&"9".repeat(400)).is_some_and(|n| n > 1e18));
    }
}
