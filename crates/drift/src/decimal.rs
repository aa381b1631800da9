//! Decimal notation of parameters in error messages.

use core::fmt;

/// A number that displays with up to six decimals and no trailing zeros.
///
/// The general formatting of floats adds fifteen kilobytes of tables and long division to a WebAssembly binary; integers of
/// millionths suffice for parameters and their ranges.
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
        // Finite numbers saturate at 2⁶⁴ millionths.
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
    fn numbers_have_no_trailing_zeros_and_at_most_six_decimals() {
        for (number, text) in [
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
            assert_eq!(Decimal(number).to_string(), text);
        }
    }
}
