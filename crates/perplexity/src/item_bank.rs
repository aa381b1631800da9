//! Item bank: loadings and thresholds of 101 survey items, from `data/items.csv`.
//!
//! Polychoric correlations and shares of the General Social Survey 2024 (NORC at the University of Chicago; 3 309
//! respondents, 91 % of the pairs of items answered by 250 people or more), eight factors by least squares weighted with
//! the pairs' numbers, varimax rotation, residual RMS .047. Analysis and errors are ours; the survey's wording stays with it.
//! Columns of the file: key, domain, whether a session may begin with the item, loadings toward the upper pole, thresholds.
//! `data/provenance.csv` has the source of each: variable and label, whether the upper pole is the source's upper end, shares
//! of the five categories, how they were made of the source's, number of respondents.

use core::str::from_utf8;

/// Number of items.
pub const ITEM_COUNT: usize = 101;

/// Number of common factors.
pub const FACTORS: usize = 8;

/// Number of response categories of an item of the questionnaire.
pub const CATEGORIES: usize = 5;

/// Text of the bank, with a heading.
pub const BANK_CSV: &str = include_str!("../data/items.csv");

/// Subject of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Domain {
    /// Religion and what is beyond.
    Faith,
    /// Family, sexes, children.
    Family,
    /// Taxes, help, companies.
    Money,
    /// Country, migration, defence.
    Nation,
    /// Institutions, media, democracy.
    Power,
    /// Crime, rules, liberties.
    Law,
    /// Technology, science, nature.
    Machines,
    /// Habits on the net.
    Online,
    /// Company and mood.
    Everyday,
}

impl Domain {
    /// All domains.
    pub const ALL: [Domain; 9] = [
        Domain::Faith,
        Domain::Family,
        Domain::Money,
        Domain::Nation,
        Domain::Power,
        Domain::Law,
        Domain::Machines,
        Domain::Online,
        Domain::Everyday,
    ];

    /// Name, as a heading and in the bank's file.
    pub const fn name(self) -> &'static str {
        match self {
            Domain::Faith => "faith",
            Domain::Family => "family and love",
            Domain::Money => "money and fairness",
            Domain::Nation => "nation and newcomers",
            Domain::Power => "power and trust",
            Domain::Law => "law and order",
            Domain::Machines => "machines and progress",
            Domain::Online => "life online",
            Domain::Everyday => "everyday life",
        }
    }
}

/// Statistics of an item's responses. The latent response has unit variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// Subject.
    pub domain: Domain,
    /// Whether a session may begin with the item.
    pub gentle: bool,
    /// Loadings Λ of the latent response toward the upper pole.
    pub loadings: [f64; FACTORS],
    /// Thresholds between the five categories at response style 0, ascending.
    pub thresholds: [f64; CATEGORIES - 1],
}

impl Item {
    /// Communality h², the share of the latent response's variance that the factors explain.
    pub fn communality(&self) -> f64 {
        self.loadings.iter().fold(0.0, |sum, l| sum + l * l)
    }
}

/// The items, in the order of the file. Answers name them by their index.
pub static ITEMS: [Item; ITEM_COUNT] = {
    let mut items =
        [Item { domain: Domain::Faith, gentle: false, loadings: [0.0; FACTORS], thresholds: [0.0; 4] };
            ITEM_COUNT];
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

/// A row of the file, by the offset of its first byte.
#[derive(Clone, Copy)]
struct Row(usize);

/// Rows of the items.
const ROWS: [Row; ITEM_COUNT] = {
    let text = BANK_CSV.as_bytes();
    let mut rows = [Row(0); ITEM_COUNT];
    let (mut at, mut row) = (0, 0);
    while row < ITEM_COUNT {
        if text[at] == b'\n' {
            rows[row] = Row(at + 1);
            row += 1;
        }
        at += 1;
    }
    rows
};

impl Row {
    /// Bytes of a field, which has no quotes.
    const fn field(self, number: usize) -> &'static [u8] {
        let text = BANK_CSV.as_bytes();
        let (mut start, mut commas) = (self.0, 0);
        while commas < number {
            if text[start] == b',' {
                commas += 1;
            }
            start += 1;
        }
        let mut end = start;
        while text[end] != b',' && text[end] != b'\n' {
            end += 1;
        }
        text.split_at(end).0.split_at(start).1
    }

    const fn text(self, field: usize) -> &'static str {
        match from_utf8(self.field(field)) {
            Ok(text) => text,
            Err(_) => panic!("a field is not text"),
        }
    }

    /// A number of four decimals, correctly rounded.
    const fn number(self, field: usize) -> f64 {
        let digits = self.field(field);
        let negative = digits[0] == b'-';
        let (mut at, mut ten_thousandths) = (negative as usize, 0);
        while at < digits.len() {
            if digits[at] != b'.' {
                assert!(digits[at].is_ascii_digit(), "a number has digits");
                ten_thousandths = 10 * ten_thousandths + (digits[at] - b'0') as u32;
            }
            at += 1;
        }
        assert!(digits[digits.len() - 5] == b'.', "a number has four decimals");
        let value = ten_thousandths as f64 / 10_000.0;
        if negative { -value } else { value }
    }

    const fn domain(self) -> Domain {
        let mut d = 0;
        while d < Domain::ALL.len() {
            if same(Domain::ALL[d].name().as_bytes(), self.field(1)) {
                return Domain::ALL[d];
            }
            d += 1;
        }
        panic!("no such domain")
    }

    const fn item(self) -> Item {
        let mut item = Item {
            domain: self.domain(),
            gentle: self.field(2)[0] == b'1',
            loadings: [0.0; FACTORS],
            thresholds: [0.0; CATEGORIES - 1],
        };
        let mut k = 0;
        while k < FACTORS {
            item.loadings[k] = self.number(3 + k);
            k += 1;
        }
        k = 0;
        while k < CATEGORIES - 1 {
            item.thresholds[k] = self.number(3 + FACTORS + k);
            k += 1;
        }
        item
    }
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
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
        assert_eq!((KEYS[0], KEYS[ITEM_COUNT - 1]), ("worship", "bar"));
        assert_eq!(item("god"), 1);
        assert_eq!(ITEMS[1].loadings[3], -0.7319);
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
        for domain in Domain::ALL {
            assert!(ITEMS.iter().any(|item| item.domain == domain), "{domain:?}");
        }
        assert!(FIRST.iter().all(|&item| ITEMS[item].gentle));
    }
}
