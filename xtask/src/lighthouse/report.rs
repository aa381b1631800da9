//! Lighthouse's report, and the scores required.

/// One thing said of one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    /// The page.
    pub page: String,
    /// The name of a score or a measure, or "fails".
    pub what: String,
    /// Its value, or the rule that is broken and where.
    pub value: String,
}

/// What `measure.mjs` prints: page, what and value between tabs, line by line.
pub(super) fn read(text: &str) -> Vec<Said> {
    let said = |line: &str| {
        let mut words = line.splitn(3, '\t').map(str::to_owned);
        Some(Said { page: words.next()?, what: words.next()?, value: words.next()? })
    };
    text.lines().filter_map(said).collect()
}

/// What has to be perfect.
pub(super) const GATED: [&str; 3] = ["accessibility", "best-practices", "seo"];

/// Whatever keeps these pages from full marks: a score below 100, or one that was never given.
pub(super) fn shortcomings(said: &[Said], pages: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for page in pages {
        let of_page = || said.iter().filter(|said| said.page == *page);
        for gate in GATED {
            match of_page().find(|said| said.what == gate) {
                Some(said) if said.value == "100" => {}
                Some(said) => found.push(format!("{page}: {gate} {} of 100", said.value)),
                None => found.push(format!("{page}: {gate} was not judged")),
            }
        }
        found.extend(
            of_page().filter(|said| said.what == "fails").map(|said| format!("{page}: {}", said.value)),
        );
    }
    found
}

/// The middle of what was measured of a page, if it was measured.
pub(super) fn median(said: &[Said], page: &str, what: &str) -> Option<f64> {
    let of_page = said.iter().filter(|said| said.page == page && said.what == what);
    let mut values: Vec<f64> = of_page.filter_map(|said| said.value.parse().ok()).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PERFECT: &str = "a\taccessibility\t100\na\tbest-practices\t100\na\tseo\t100\n";

    #[test]
    fn full_marks_leave_nothing_to_say() {
        assert_eq!(shortcomings(&read(PERFECT), &["a"]), Vec::<String>::new());
    }

    #[test]
    fn a_low_score_and_a_missing_one_are_shortcomings() {
        let said = read("a\taccessibility\t99\na\tfails\tbuttons have no name\na\tseo\t100\nb\tseo\t100");
        let found = shortcomings(&said, &["a"]);
        assert_eq!(
            found,
            ["a: accessibility 99 of 100", "a: best-practices was not judged", "a: buttons have no name"]
        );
    }

    #[test]
    fn the_median_is_one_of_five_and_knows_its_page() {
        let said = read("a\tx\t5\na\tx\t1\nb\tx\t100\na\tx\t4\na\tx\t2\na\tx\t3\na\ty\t0");
        assert_eq!(median(&said, "a", "x"), Some(3.0));
        assert_eq!(median(&said, "c", "x"), None);
    }
}
