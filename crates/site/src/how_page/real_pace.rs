//! The world at the pace of real people beside the panels: what it meets, what it misses, and where it leads by 2030.
//!
//! The tables are those of `cargo run --release --package experiments --example real_pace`.

use super::data::{DataError, cells};
use super::tables::{boxed, heads};

const FACTS: &str = include_str!("../../../experiments/data/real_pace_facts.csv");
const PARAMETERS: &str = include_str!("../../../experiments/data/real_pace_parameters.csv");
const FORECAST: &str = include_str!("../../../experiments/data/real_pace_forecast.csv");

/// Facts by their names in the table, and in words.
const NAMES: [(&str, &str); 18] = [
    ("stability_2", "beliefs correlate with themselves after two years"),
    ("stability_4", "… after four years"),
    ("stability_faith", "… after two years, religion and sexuality"),
    ("stability_sharing", "… after two years, left and right"),
    ("stability_institutions", "… after two years, confidence in institutions"),
    ("stability_question", "… after two years, single questions"),
    ("kept_forward", "outsiders keep of their distance in two years"),
    ("kept_reversed", "… read backwards in time"),
    ("spread_4", "variance of positions after four years, of 1"),
    ("participation_ratio_decade", "fall of the participation ratio in ten years, log"),
    ("first_factor_decade", "rise of the first factor’s share in ten years, log"),
    ("gradient_forward", "steps down the gradient in two years"),
    ("gradient_reversed", "… read backwards in time"),
    ("squared_r_4", "squared correlations of questions after four years, of 1"),
    ("kept_fifth_forward", "the outermost fifth keep"),
    ("split_forward_2018", "outsiders keep, 2018 to 2020"),
    ("disjoint_r_2018", "other questions, 2018 and 2020, correlate"),
    ("spread_2018", "variance of positions, 2018 to 2020, of 1"),
];

/// A table with a heading and named rows.
struct Table {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// Sentence about the fit. A placeholder `{row.column}` is replaced by that number.
struct FitFinding {
    says: &'static str,
    /// Test whether the tables support the sentence.
    holds: fn(&Table, &Table, &Table) -> bool,
}

const FINDINGS: [FitFinding; 5] = [
    FitFinding {
        says: "<b>a world can be made to move like that.</b> i fitted one to all of this at once. its beliefs correlate
            {stability_2.preset} with themselves after two years; real ones {stability_2.real}. its outsiders keep
            {kept_forward.preset} of their distance, and {kept_reversed.preset} backwards in time; real ones
            {kept_forward.real} and {kept_reversed.real}. positions spread to {spread_4.preset}; in life to
            {spread_4.real}.",
        holds: |facts, _, _| {
            ["stability_2", "stability_4", "kept_forward", "kept_reversed", "spread_4", "participation_ratio_decade"]
                .iter()
                .all(|fact| facts.is_within(fact, "preset"))
                && facts.number("kept_forward", "preset") > facts.number("kept_reversed", "preset")
        },
    },
    FitFinding {
        says: "<b>what it is made of, nobody can tell from this.</b> attraction may be {attraction.p5} a year or
            {attraction.p95}, the push {reinforcement.p5} or {reinforcement.p95}: one stands in for the other. one thing is
            beyond doubt. people change along the lines on which opinions already differ, by themselves, by
            {shared_innovation.p5} to {shared_innovation.p95} in a year. the feed of the first chapters alone, a day of it
            taken for a year, lets outsiders keep {kept_forward.default_day} forward and {kept_reversed.default_day} backwards. that
            is the wrong way round.",
        holds: |facts, _, parameters| {
            let wide = |name| parameters.number(name, "p95") > 5.0 * parameters.number(name, "p5");
            wide("attraction")
                && wide("reinforcement")
                && parameters.number("shared_innovation", "p5") > 0.1
                && facts.number("kept_forward", "default_day") < facts.number("kept_reversed", "default_day")
        },
    },
    FitFinding {
        says: "<b>what it misses.</b> religion moves too fast in it: {stability_faith.preset} instead of
            {stability_faith.real}. the first factor grows too slowly, by {first_factor_decade.preset} instead of
            {first_factor_decade.real} in ten years. and read backwards in time its people climb less than real ones:
            {gradient_reversed.preset} steps instead of {gradient_reversed.real}.",
        holds: |facts, _, _| {
            ["stability_faith", "first_factor_decade", "gradient_reversed"]
                .iter()
                .all(|fact| !facts.is_within(fact, "preset"))
        },
    },
    FitFinding {
        says: "some facts were kept from it. that the outermost fifth keep {kept_fifth_forward.real} it foresees:
            {kept_fifth_forward.preset}. that outsiders kept {split_forward_2018.real} of their distance from 2018 to
            2020 it does not: {split_forward_2018.preset}.",
        holds: |facts, _, _| {
            facts.is_within("kept_fifth_forward", "preset") && !facts.is_within("split_forward_2018", "preset")
        },
    },
    FitFinding {
        says: "<b>a forecast with a date on it.</b> 79 questions worth {participation_ratio 2006.p50} independent ones in
            2006 will be worth {participation_ratio 2030.p50} in 2030, or between {participation_ratio 2030.p5} and
            {participation_ratio 2030.p95}. positions will have spread to {spread 2030.p50} times their variance, or
            between {spread 2030.p5} and {spread 2030.p95}.",
        holds: |_, forecast, _| {
            forecast.number("participation_ratio 2030", "p95") < forecast.number("participation_ratio 2006", "p50")
        },
    },
];

impl Table {
    /// Parses a table whose rows are named by their first `names` cells.
    fn read(csv: &str, names: usize) -> Result<Table, DataError> {
        let mut lines = csv.lines().map(cells);
        let columns = lines.next().ok_or(DataError::Line(1))?.split_off(names);
        let row = |(at, mut row): (usize, Vec<String>)| {
            if row.len() != names + columns.len() {
                return Err(DataError::Line(at + 2));
            }
            let values = row.split_off(names);
            Ok([vec![row.join(" ")], values].concat())
        };
        let rows = lines.enumerate().map(row).collect::<Result<_, _>>()?;
        Ok(Table { columns, rows })
    }

    fn cell(&self, row: &str, column: &str) -> Option<&str> {
        let at = self.columns.iter().position(|name| name == column)?;
        Some(&self.rows.iter().find(|cells| cells[0] == row)?[1 + at])
    }

    /// A number of the table; NaN where there is none, so that no comparison holds.
    fn number(&self, row: &str, column: &str) -> f64 {
        self.cell(row, column).and_then(|cell| cell.parse().ok()).unwrap_or(f64::NAN)
    }

    /// Whether a number is within the interval of the real one.
    fn is_within(&self, row: &str, column: &str) -> bool {
        let [value, low, high] = [column, "low", "high"].map(|column| self.number(row, column));
        low <= value && value <= high
    }
}

/// A number with three digits after the point, or one where it has two before.
fn shown(number: f64) -> String {
    let digits = if number.abs() >= 10.0 { 1 } else { 3 };
    format!("{number:.digits$}").replace('-', "−")
}

/// Replaces the placeholders of a sentence.
fn filled(sentence: &str, tables: [&Table; 3]) -> Result<String, DataError> {
    let mut parts = sentence.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_once('}').unwrap_or((part, ""));
        let (row, column) = place.rsplit_once('.').unwrap_or((place, ""));
        let number = tables.iter().map(|table| table.number(row, column)).find(|number| !number.is_nan());
        let missing = || DataError::Missing { series: row.to_owned(), x: column.to_owned() };
        text.push_str(&shown(number.ok_or_else(missing)?));
        text.push_str(rest);
    }
    Ok(text)
}

/// HTML of the findings, and of the table behind them, folded.
///
/// # Errors
/// If a table cannot be parsed, lacks a figure or does not support a sentence.
pub(super) fn findings() -> Result<String, DataError> {
    let (facts, forecast) = (Table::read(FACTS, 1)?, Table::read(FORECAST, 2)?);
    let parameters = Table::read(PARAMETERS, 1)?;
    if let Some(stale) = FINDINGS.iter().find(|finding| !(finding.holds)(&facts, &forecast, &parameters)) {
        return Err(DataError::Unsupported(stale.says.to_owned()));
    }
    let item = |finding: &FitFinding| {
        Ok(format!("<li>{}</li>\n", filled(finding.says, [&facts, &forecast, &parameters])?))
    };
    let items: String = FINDINGS.iter().map(item).collect::<Result<_, DataError>>()?;
    let row = |(key, words): &(&str, &str)| {
        let number = |column| shown(facts.number(key, column));
        let place = if facts.is_within(key, "preset") { "" } else { ", outside" };
        format!(
            "<tr><th scope=\"row\">{words}</th><td>{} ({} to {})</td><td>{}{place}</td><td>{}</td></tr>\n",
            number("real"),
            number("low"),
            number("high"),
            number("preset"),
            number("default_day")
        )
    };
    let rows: String = NAMES.iter().map(row).collect();
    let head = heads(&["finding", "real people", "fitted world", "attraction, a day a year"]);
    let table = boxed("the fit beside the panels", &format!("<table>{head}<tbody>{rows}</tbody></table>"));
    Ok(format!(
        "<ul>{items}</ul>\n<details class=\"fold\"><summary>simulated beside real</summary>\n{table}</details>\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fit_supports_every_sentence_and_nothing_supports_none() {
        let table = |csv, names| Table::read(csv, names).expect("a table");
        let (facts, forecast, parameters) = (table(FACTS, 1), table(FORECAST, 2), table(PARAMETERS, 1));
        let nothing = || Table { columns: Vec::new(), rows: Vec::new() };
        for finding in &FINDINGS {
            assert!((finding.holds)(&facts, &forecast, &parameters), "{}", finding.says);
            // What is missed is missed by nothing, too.
            if !finding.says.contains("misses") {
                assert!(!(finding.holds)(&nothing(), &nothing(), &nothing()), "{}", finding.says);
            }
        }
        for (key, _) in NAMES {
            assert!(
                ["real", "low", "high", "preset", "default_day"]
                    .iter()
                    .all(|c| facts.number(key, c).is_finite())
            );
        }
        let html = findings().expect("every figure is there");
        assert!(!html.contains(['{', '}']) && !html.contains("NaN"), "{html}");
    }

    #[test]
    fn a_sentence_without_its_number_and_a_short_row_are_refused() {
        let table = Table::read("fact,real\nx,0.51234\ny,-31.27\n", 1).expect("a table");
        assert_eq!(filled("of {x.real} and {y.real}.", [&table; 3]), Ok("of 0.512 and −31.3.".to_owned()));
        assert!(filled("{x.fitted}", [&table; 3]).is_err());
        assert_eq!(Table::read("fact,real\nx\n", 1).err(), Some(DataError::Line(2)));
    }
}
