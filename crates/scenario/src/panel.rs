//! Stability of real people's beliefs, from `data/panel.csv`.
//!
//! Source: three panels of the General Social Survey (NORC at the University of Chicago; 2006–10, 2008–12, 2010–14), 3 856
//! people interviewed three times two years apart. Each row is the correlation of a belief with itself after so many
//! years, corrected for response errors by the three waves (Heise, *American Sociological Review* 34, 1969), with its 95 %
//! bootstrap interval over people: `factors` over all factors in the metric of the belief distance, `items` the median of 75
//! single questions, `factors_4` over all factors from the first to the third interview. Analysis and errors are ours.

/// Latent stability of beliefs over some years: the correlation with themselves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Stability {
    /// Years between the interviews.
    pub years: f64,
    /// Estimate, 0 to 1.
    pub estimate: f64,
    /// Bounds of its 95 % interval.
    pub interval: [f64; 2],
}

/// Text of the file.
const PANEL_CSV: &[u8] = include_bytes!("../data/panel.csv");

/// Stability of beliefs in the metric of the belief distance.
pub(crate) const FACTORS: Stability = Stability::of_row("factors");

impl Stability {
    /// The row with this key.
    ///
    /// # Panics
    ///
    /// When there is no such row, or it is malformed; at compile time this is an error.
    const fn of_row(key: &str) -> Stability {
        let mut start = 0;
        while !starts_with(start, key.as_bytes()) {
            while PANEL_CSV[start] != b'\n' {
                start += 1;
            }
            start += 1;
        }
        Stability {
            years: field(start, 1),
            estimate: field(start, 2),
            interval: [field(start, 3), field(start, 4)],
        }
    }
}

/// Whether the row at `start` has this key.
const fn starts_with(start: usize, key: &[u8]) -> bool {
    let mut at = 0;
    while at < key.len() {
        if PANEL_CSV[start + at] != key[at] {
            return false;
        }
        at += 1;
    }
    PANEL_CSV[start + at] == b','
}

/// The number in a field of the row at `start`, correctly rounded: digits with at most one point.
const fn field(start: usize, number: usize) -> f64 {
    let (mut at, mut commas) = (start, 0);
    while commas < number {
        commas += (PANEL_CSV[at] == b',') as usize;
        at += 1;
    }
    let (mut digits, mut scale, mut decimals) = (0u32, 1u32, false);
    while PANEL_CSV[at] != b',' && PANEL_CSV[at] != b'\n' {
        if PANEL_CSV[at] == b'.' {
            decimals = true;
        } else {
            assert!(PANEL_CSV[at].is_ascii_digit(), "a number has digits");
            digits = 10 * digits + (PANEL_CSV[at] - b'0') as u32;
            scale *= if decimals { 10 } else { 1 };
        }
        at += 1;
    }
    digits as f64 / scale as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_as_the_file_says() {
        assert_eq!(FACTORS, Stability { years: 2.0, estimate: 0.9632, interval: [0.9577, 0.9688] });
        assert_eq!(Stability::of_row("items").estimate, 0.9444);
    }

    #[test]
    fn two_years_twice_are_four_years() {
        let twice = FACTORS.estimate * FACTORS.estimate;
        let four = Stability::of_row("factors_4");
        assert_eq!(four.years, 4.0);
        assert!((four.interval[0]..four.interval[1]).contains(&twice), "{twice} {four:?}");
    }

    #[test]
    fn single_questions_are_less_stable_than_what_they_share() {
        assert!(Stability::of_row("items").estimate < FACTORS.interval[0]);
    }
}
