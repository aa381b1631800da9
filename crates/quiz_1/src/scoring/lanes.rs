//! Arithmetic on many numbers in single precision, in an order that no vector width changes.

/// Number of lanes of a sum, fixed so that results do not depend on the machine's vector width.
const LANES: usize = 16;

/// Sum in [`LANES`] lanes.
pub(super) fn lane_sum(values: &[f32]) -> f32 {
    let mut lanes = [0.0f32; LANES];
    let (whole, rest) = values.as_chunks::<LANES>();
    for chunk in whole {
        for (lane, v) in lanes.iter_mut().zip(chunk) {
            *lane += v;
        }
    }
    let whole: f32 = lanes.iter().sum();
    whole + rest.iter().sum::<f32>()
}

/// Binary logarithm of a positive number to about 1e−6, from + − × ÷ alone so that it vectorises:
/// `x = 2^e · m`, `log2 m = (2/ln 2)·artanh t`, `t = (m − 1)/(m + 1)`. Zero counts as the smallest normal number.
#[inline]
pub(super) fn log2(x: f32) -> f32 {
    let x = x.max(f32::MIN_POSITIVE);
    // Mantissas above √2 belong to the next power, so that |t| stays below .172.
    const ROOT_TWO: i32 = 0x3fb5_04f3;
    let bits = x.to_bits() as i32;
    let exponent = (bits - ROOT_TWO + (1 << 23)) >> 23;
    let mantissa = f32::from_bits((bits - (exponent << 23)) as u32);
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let t2 = t * t;
    let series = 1.0 + t2 * (1.0 / 3.0 + t2 * (0.2 + t2 * (1.0 / 7.0 + t2 * (1.0 / 9.0))));
    exponent as f32 + (2.0 * core::f32::consts::LOG2_E) * t * series
}

/// Divides values by the power of two of the largest, so that the largest is in 1 to 2, and returns its exponent; 0 when all
/// are zero.
pub(super) fn normalize(values: &mut [f32]) -> i32 {
    let largest = values.iter().fold(0.0, |largest: f32, &value| largest.max(value));
    if largest == 0.0 {
        return 0;
    }
    // A subnormal number has the exponent −127; the factor of 127 would be zero.
    let exponent = ((largest.to_bits() >> 23) as i32 - 127).min(126);
    let factor = f32::from_bits(((127 - exponent) as u32) << 23);
    values.iter_mut().for_each(|value| *value *= factor);
    exponent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fast_logarithm_is_a_logarithm() {
        for i in 1..20_000u32 {
            let x = libm::exp2f(i as f32 * 0.012 - 120.0) * 1.37;
            let exact = libm::log2(f64::from(x));
            assert!(
                (f64::from(log2(x)) - exact).abs() < 2e-6 * exact.abs().max(1.0),
                "{x}: {} {exact}",
                log2(x)
            );
        }
    }

    #[test]
    fn the_largest_becomes_one_to_two_and_ratios_stay() {
        for scale in [1.0, 3e-30, 2e20, f32::MIN_POSITIVE] {
            let mut values = [0.5 * scale, 2.0 * scale, 0.0];
            let exponent = normalize(&mut values);
            assert!((1.0..2.0).contains(&values[1]) && values[0] == 0.25 * values[1], "{values:?}");
            assert_eq!(values[1] * libm::exp2f(exponent as f32), 2.0 * scale);
        }
        assert_eq!(normalize(&mut [0.0; 3]), 0);
    }
}
