//! Item bank: loadings and thresholds of 101 survey items, from `data/items.csv`.
//!
//! Polychoric correlations and shares of the General Social Survey 2024 (NORC at the University of Chicago; 3 309
//! respondents, 91 % of the pairs of items answered by 250 people or more), eight factors by least squares weighted with
//! the pairs' numbers, varimax rotation, residual RMS .047. Analysis and errors are ours; the survey's wording stays with it.
//! Subjects are mixed evenly, so that the first items of the file are about everything: worlds of few dimensions have those.
//! Columns of the file: key, subject, whether a session may begin with the item, loadings toward the upper pole, thresholds.
//! `data/provenance.csv` has the source of each: variable and label, whether the upper pole is the source's upper end, shares
//! of the five categories, how they were made of the source's, number of respondents.

pub use crate::bank_file::{BANK_CSV, ITEM_COUNT};
pub use crate::item_parameters::{CATEGORIES, FACTORS, ItemParameters, Subject};

use crate::bank_file::{ROWS, same};

/// The items, in the order of the file. Answers name them by their index.
pub static ITEMS: [ItemParameters; ITEM_COUNT] = {
    let mut items = [ItemParameters {
        subject: Subject::Faith,
        gentle: false,
        loadings: [0.0; FACTORS],
        thresholds: [0.0; 4],
    }; ITEM_COUNT];
    let mut row = 0;
    while row < ITEM_COUNT {
        items[row] = ROWS[row].item();
        row += 1;
    }
    items
};

/// Short names of the items, also headings of tables of answers.
pub static KEYS: [&str; ITEM_COUNT] = ROW_KEYS;

const ROW_KEYS: [&str; ITEM_COUNT] = {
    let mut keys = [""; ITEM_COUNT];
    let mut row = 0;
    while row < ITEM_COUNT {
        keys[row] = ROWS[row].text(0);
        row += 1;
    }
    keys
};

/// Items asked first, in an order of the session's own: gentle ones that load on different factors.
pub const FIRST: [usize; 8] = [
    item("gadgets"),
    item("television"),
    item("beyond"),
    item("doctors"),
    item("strangers"),
    item("hunting"),
    item("rules"),
    item("schools"),
];

/// Index of an item by its key.
///
/// # Panics
///
/// When the bank has no such item; at compile time this is an error.
pub const fn item(key: &str) -> usize {
    let mut row = 0;
    while row < ITEM_COUNT {
        if same(ROW_KEYS[row].as_bytes(), key.as_bytes()) {
            return row;
        }
        row += 1;
    }
    panic!("the bank has no item of that key")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response_model::{RELIABILITY, share_below};

    #[test]
    fn thresholds_give_the_published_shares_over_all_styles() {
        let provenance = include_str!("../data/provenance.csv");
        for ((row, key), item) in provenance.lines().skip(1).zip(KEYS).zip(&ITEMS) {
            assert!(row.starts_with(&format!("{key},")), "{row}");
            // Labels and notes may contain commas; the shares are the five numbers with four decimals.
            let is_share = |cell: &&str| cell.len() == 6 && cell.starts_with("0.");
            let shares: Vec<f64> =
                row.split(',').filter(is_share).map(|cell| cell.parse().expect("a number")).collect();
            assert_eq!(shares.len(), CATEGORIES, "{row}");
            let mut below = 0.0;
            for (threshold, share) in item.thresholds.iter().zip(shares) {
                below += share;
                let got = share_below(*threshold);
                assert!((got - below).abs() < 3e-4, "{key}: {got} {below}");
            }
        }
        assert_eq!(provenance.lines().count(), ITEM_COUNT + 1);
    }

    #[test]
    fn the_file_is_read_to_the_last_item() {
        assert_eq!((KEYS[0], KEYS[ITEM_COUNT - 1]), ("teaching", "leftright"));
        assert_eq!(item("gap"), 1);
        assert_eq!(ITEMS[item("god")].loadings[3], -0.7319);
        assert_eq!(BANK_CSV.lines().count(), ITEM_COUNT + 1);
        let mut keys = KEYS;
        keys.sort_unstable();
        assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "keys are unique");
    }

    #[test]
    fn items_are_ordered_scales_of_a_reliable_belief() {
        for (key, item) in KEYS.iter().zip(&ITEMS) {
            assert!(item.thresholds.is_sorted(), "{key}");
            assert!((0.05..=RELIABILITY).contains(&item.communality()), "{key}");
        }
        for subject in Subject::ALL {
            assert!(ITEMS[..20].iter().any(|item| item.subject == subject), "{subject:?}");
        }
        assert!(FIRST.iter().all(|&item| ITEMS[item].gentle));
    }
}
