//! How does a number stand in a sentence?

use core::fmt;

/// A number as it is written in a sentence: up to six decimals, no noughts at the end.
///
/// Formatting floats in general carries fifteen kilobytes of tables and long division into the worker, for a
/// handful of sentences about ranges; whole numbers of millionths do.
#[derive(Clone, Copy, PartialEq)]
pub struct Decimal(pub f64);

impl From<f32> for Decimal {
    fn from(x: f32) -> Self {
        Decimal(f64::from(x))
    }
}

impl From<u32> for Decimal {
    fn from(x: u32) -> Self {
        Decimal(f64::from(x))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_nan() {
            return f.write_str("not a number");
        }
        let sign = if self.0 < 0.0 { "-" } else { "" };
        // Numbers too large for this end at 2⁶⁴ millionths; infinity has a word.
        if self.0.is_infinite() {
            return write!(f, "{sign}infinity");
        }
        let millionths = libm::round(self.0.abs() * 1e6) as u64;
        let (whole, mut rest, mut digits) = (millionths / 1_000_000, millionths % 1_000_000, 6);
        if rest == 0 {
            return write!(f, "{sign}{whole}");
        }
        while rest % 10 == 0 {
            (rest, digits) = (rest / 10, digits - 1);
        }
        write!(f, "{sign}{whole}.{rest:0digits$}")
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_one_would() {
        for (number, words) in [
            (0.0, "0"),
            (2048.0, "2048"),
            (f64::from(0.1f32), "0.1"),
            (-0.05, "-0.05"),
            (1.000_001, "1.000001"),
            (12.5, "12.5"),
            (1e-9, "0"),
            (f64::NAN, "not a number"),
            (f64::NEG_INFINITY, "-infinity"),
        ] {
            assert_eq!(Decimal(number).to_string(), words);
        }
    }
}
