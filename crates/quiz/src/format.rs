//! Text format of numbers, with no more digits than the answers support.

/// Largest perplexity that is written as a number; above it the answers say no more than that it is large.
const MOST_PEOPLE: f64 = 100_000.0;

/// Perplexity 2^`bits` as "one in 72"; above a hundred thousand, "one in more than 100 000".
///
/// ```
/// use quiz::format::one_in;
///
/// assert_eq!(one_in(6.17), "one in 72");
/// ```
pub fn one_in(bits: f64) -> String {
    format!("one in {}", people(bits))
}

/// A range of perplexities 2^`bits` as "40 to 120", which continues "one in"; one number when both ends are rounded to it.
pub fn one_in_range(bits: [f64; 2]) -> String {
    let [low, high] = bits.map(people);
    if low == high { low } else { format!("{low} to {high}") }
}

/// Perplexity 2^`bits`, rounded, or "more than 100 000".
fn people(bits: f64) -> String {
    let perplexity = libm::exp2(bits);
    if perplexity > MOST_PEOPLE {
        return format!("more than {}", round_for_display(MOST_PEOPLE));
    }
    round_for_display(perplexity)
}

/// A number of at least 1, rounded to about two significant digits: 1.4, 18, 72, 340, 1200, 12 000.
pub fn round_for_display(count: f64) -> String {
    let count = count.max(1.0);
    if count < 1.95 {
        return one_decimal(count);
    }
    let step = match count {
        c if c < 100.0 => 1.0,
        c if c < 1000.0 => 10.0,
        c if c < 10_000.0 => 100.0,
        _ => 1000.0,
    };
    grouped((libm::round(count / step) * step) as u64)
}

/// Decimal digits with a narrow no-break space between thousands, from 10 000 on.
pub fn grouped(count: u64) -> String {
    if count < 10_000 {
        return count.to_string();
    }
    format!("{}\u{202f}{:03}", grouped(count / 1000), count % 1000)
}

/// A number in words: "twenty-four"; digits from 100 on.
///
/// ```
/// use quiz::format::spelled_out;
///
/// assert_eq!([7, 12, 20, 24].map(spelled_out), ["seven", "twelve", "twenty", "twenty-four"]);
/// assert_eq!(spelled_out(128), "128");
/// ```
pub fn spelled_out(number: usize) -> String {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    match (number / 10, number % 10) {
        (0 | 1, _) => SMALL[number].to_owned(),
        (tens @ 2..=9, 0) => TENS[tens - 2].to_owned(),
        (tens @ 2..=9, ones) => format!("{}-{}", TENS[tens - 2], SMALL[ones]),
        _ => number.to_string(),
    }
}

/// One decimal; zero has no minus sign.
pub fn one_decimal(number: f64) -> String {
    let tenths = libm::round(number * 10.0) as i64;
    let sign = if tenths < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// Whole seconds: "4 seconds".
pub fn seconds(seconds: f64) -> String {
    match libm::round(seconds) as u32 {
        1 => "1 second".to_owned(),
        more => format!("{more} seconds"),
    }
}

/// A share of 0 to 1 in whole per cent: "38 %".
pub fn percent(share: f64) -> String {
    format!("{}\u{a0}%", libm::round(share * 100.0) as i64)
}

/// A share of 0 to 1 as "1 in 12 said this"; above 0.4 as "62 of 100 said this".
pub fn share(share: f64) -> String {
    if share <= 0.0 {
        return "nobody in the crowd said this".to_owned();
    }
    if share > 0.4 {
        return format!("{} of 100 said this", libm::round(share * 100.0) as i64);
    }
    format!("1 in {} said this", libm::round(1.0 / share) as i64)
}

/// A range as "70 to 92", or one number when both ends are equal.
pub fn range([low, high]: [u8; 2]) -> String {
    if low == high { low.to_string() } else { format!("{low} to {high}") }
}

/// Remark on identity bits relative to the `median`'s.
pub fn remark(bits: f64, median: f64) -> &'static str {
    match bits - median {
        apart if apart < -1.0 => "extremely well compressed. not an insult; zip files are useful.",
        apart if apart < 1.0 => "about as much explaining as most. nobody is free of charge.",
        apart if apart < 3.0 => "the crowd needs a minute with this one.",
        _ => "an autocomplete would give up here. so did mine, briefly.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn perplexities_are_rounded_as_one_says_them() {
        for (perplexity, said) in [
            (0.4, "one in 1.0"),
            (1.44, "one in 1.4"),
            (1.97, "one in 2"),
            (17.6, "one in 18"),
            (72.4, "one in 72"),
            (344.9, "one in 340"),
            (999.0, "one in 1000"),
            (1249.0, "one in 1200"),
            (9_970.0, "one in 10\u{202f}000"),
            (72_345.0, "one in 72\u{202f}000"),
            (99_900.0, "one in 100\u{202f}000"),
            (100_001.0, "one in more than 100\u{202f}000"),
            (f64::INFINITY, "one in more than 100\u{202f}000"),
        ] {
            assert_eq!(one_in(libm::log2(perplexity)), said);
        }
    }

    #[test]
    fn a_range_of_perplexities_has_two_ends_unless_they_are_rounded_to_one() {
        let range = |ends: [f64; 2]| one_in_range(ends.map(libm::log2));
        assert_eq!(range([40.2, 119.0]), "40 to 120");
        assert_eq!(range([71.8, 72.3]), "72");
        assert_eq!(range([1.3, 4.0]), "1.3 to 4");
        assert_eq!(range([40_000.0, 2e6]), "40\u{202f}000 to more than 100\u{202f}000");
        assert_eq!(range([2e5, 2e6]), "more than 100\u{202f}000");
    }

    #[test]
    fn remarks_follow_the_distance_from_the_median() {
        let remarks = [1.0, 4.0, 6.0, 9.0].map(|bits| remark(bits, 4.2));
        assert!(remarks.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(remarks[0].contains("not an insult"));
    }

    #[test]
    fn seconds_are_whole_and_one_is_one() {
        assert_eq!([0.4, 1.4, 1.6, 14.0].map(seconds), ["0 seconds", "1 second", "2 seconds", "14 seconds"]);
    }

    #[test]
    fn tenths_are_rounded_and_zero_has_no_sign() {
        for (number, said) in
            [(6.17, "6.2"), (0.0, "0.0"), (-0.04, "0.0"), (-1.25, "\u{2212}1.3"), (12.96, "13.0")]
        {
            assert_eq!(one_decimal(number), said);
        }
    }

    #[test]
    fn shares_are_said_as_people_count() {
        assert_eq!(share(0.083), "1 in 12 said this");
        assert_eq!(share(0.62), "62 of 100 said this");
        assert_eq!(share(0.0), "nobody in the crowd said this");
        assert_eq!(percent(0.384), "38\u{a0}%");
        assert_eq!(range([70, 92]), "70 to 92");
        assert_eq!(range([50, 50]), "50");
        assert_eq!(grouped(1_234_567), "1234\u{202f}567");
    }
}
