//! Polychoric correlations of the items of the bank over real people.

/// Polychoric correlations of the bank's items over real people (positive definite; the surveys of
/// [`quiz::questionnaire::BANK`], about half of the pairs measured, the rest bridged or assumed).
const CORRELATIONS: &str = include_str!("../../../../tests/data/correlations.csv");

/// The keys of the items and their correlations.
pub(crate) fn correlation_table() -> (Vec<&'static str>, Vec<Vec<f64>>) {
    let mut lines = CORRELATIONS.lines();
    let keys = lines.next().expect("a header").split(',').skip(1).collect();
    let rows =
        lines.map(|line| line.split(',').skip(1).map(|cell| cell.parse().expect("a number")).collect());
    (keys, rows.collect())
}
