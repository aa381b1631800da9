//! What real people do: findings on panels of a survey, and their table, from `data/panel.csv`.
//!
//! The table holds aggregates only: an estimate and its 95 % interval; no estimate where the interval is a range over models.

use super::data::{DataError, cells};
use super::tables::{boxed, heads};

const CSV: &str = include_str!("../../data/panel.csv");

/// Figures of the table.
struct Panel(Vec<PanelRow>);

/// A row as it is written: estimate or nothing, ends of the interval, number of respondents or nothing, source.
struct PanelRow {
    name: String,
    interval: [String; 3],
    respondents: String,
    source: String,
}

/// Sentence about a finding. A placeholder `{name}` is replaced by the estimate and its interval, `{name|}` by the estimate,
/// `{|name}` by the ends.
struct PanelFinding {
    says: &'static str,
    /// Test whether the data support the sentence.
    holds: fn(&Panel) -> bool,
}

const FINDINGS: [PanelFinding; 7] = [
    PanelFinding {
        says: "<b>outsiders are not seen to move inwards.</b> the tenth who stood furthest out at the first interview
            kept {excess kept} of their distance from the second to the third. read backwards in time it is
            {excess kept backwards in time}: if people fell into crowds, it would be the other way round.",
        holds: |panel| {
            let [kept, low, high] = panel.values("excess kept");
            low < 1.0 && high > 1.0 && kept > panel.values("excess kept backwards in time")[0]
        },
    },
    PanelFinding {
        says: "before and after alone says they do: {change from the first interview to the second} bits from the
            first interview to the second. that is noise. who looks far out once looks so partly by chance. from the
            second to the third it is {change from the second interview to the third}.",
        holds: |panel| {
            let [_, low, high] = panel.values("change from the second interview to the third");
            panel.values("change from the first interview to the second")[2] < -0.3 && low < 0.0 && high > 0.0
        },
    },
    PanelFinding {
        says: "<b>beliefs hardly move.</b> two years on they correlate {correlation of beliefs after two years} with
            what they were, noise taken out. 0.9 takes about {years until the correlation is .9|} years. what moves is
            the answers: after four years a single one correlates {correlation of single answers after four years|}
            with itself.",
        holds: |panel| {
            panel.values("correlation of beliefs after two years")[1] > 0.95
                && panel.values("correlation of single answers after four years")[2] < 0.7
        },
    },
    PanelFinding {
        says: "they go down the gradient, a little: {steps down the gradient in two years} steps in two years.
            backwards in time more: {steps down the gradient backwards in time}. so people change places in a crowd
            that keeps its shape. that is no descent.",
        holds: |panel| {
            let forwards = panel.values("steps down the gradient in two years");
            forwards[1] > 0.0 && forwards[2] < panel.values("steps down the gradient backwards in time")[1]
        },
    },
    PanelFinding {
        says: "<b>opinions hang together more.</b> 79 questions were worth {participation ratio 2006|} independent
            ones in 2006 and {participation ratio 2018|} in 2018. but nobody huddled: in four years the same people’s
            positions spread by {growth of the variance of positions in four years|} %
            ({|growth of the variance of positions in four years}).",
        holds: |panel| {
            panel.values("participation ratio 2018")[2] < panel.values("participation ratio 2006")[1]
                && panel.values("growth of the variance of positions in four years")[1] > 0.0
        },
    },
    PanelFinding {
        says: "<b>in surveys there are no tribes.</b> one cloud guesses answers that were kept from it nearly as well
            as several: those gain {|bits an answer gained by a mixture of clouds (range over models)} bits an answer. sorting people into
            classes loses {|bits an answer lost by classes (range over models)}. so my crowd starts as one cloud. tribes are what the
            feed makes of it.",
        holds: |panel| {
            panel.values("bits an answer gained by a mixture of clouds (range over models)")[2] < 0.01
                && panel.values("bits an answer lost by classes (range over models)")[1] > 0.0
        },
    },
    PanelFinding {
        says: "most of these interviews are older than the recommended feed. from 2018 to 2020 the outermost tenth
            kept {excess kept 2018 to 2020}. but then many interviews moved to the web, and people answer differently
            there. nobody was ever assigned a feed. so how the essay says it happens is untested; what it says should
            be seen within two years is not seen.",
        holds: |panel| panel.values("excess kept 2018 to 2020")[2] > 1.0,
    },
];

impl Panel {
    fn read(csv: &str) -> Result<Panel, DataError> {
        let row = |(number, line): (usize, &str)| match &cells(line)[..] {
            [name, estimate, low, high, respondents, source] => {
                let interval = [estimate, low, high].map(String::clone);
                let is_number = |value: &String| value.parse::<f64>().is_ok();
                if !interval[1..].iter().all(is_number)
                    || !(interval[0].is_empty() || is_number(&interval[0]))
                {
                    return Err(DataError::Line(number + 1));
                }
                let [name, respondents, source] = [name, respondents, source].map(String::clone);
                Ok(PanelRow { name, interval, respondents, source })
            }
            _ => Err(DataError::Line(number + 1)),
        };
        csv.lines().enumerate().skip(1).map(row).collect::<Result<_, _>>().map(Panel)
    }

    fn row(&self, name: &str) -> Option<&PanelRow> {
        self.0.iter().find(|row| row.name == name)
    }

    /// Estimate and ends of a finding; NaN where there is none, so that no comparison holds.
    fn values(&self, name: &str) -> [f64; 3] {
        let row = self.row(name).map(|row| row.interval.each_ref());
        row.map_or([f64::NAN; 3], |texts| texts.map(|text| text.parse().unwrap_or(f64::NAN)))
    }

    /// Replaces the placeholders of a sentence.
    fn filled(&self, sentence: &str) -> Result<String, DataError> {
        let mut parts = sentence.split('{');
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (place, rest) = part.split_once('}').unwrap_or((part, ""));
            let name = place.trim_matches('|');
            let missing = || DataError::Missing { series: name.to_owned(), x: "the panels".to_owned() };
            let [estimate, low, high] = self.row(name).ok_or_else(missing)?.shown();
            text.push_str(&match (place.starts_with('|'), place.ends_with('|')) {
                (true, _) => format!("{low} to {high}"),
                (_, true) => estimate,
                _ => format!("{estimate} ({low} to {high})"),
            });
            text.push_str(rest);
        }
        Ok(text)
    }
}

impl PanelRow {
    fn shown(&self) -> [String; 3] {
        self.interval.each_ref().map(|text| text.replace('-', "−"))
    }
}

/// HTML of the findings, and of the table behind them, folded.
///
/// # Errors
/// If the table cannot be parsed, lacks a figure or does not support a sentence.
pub(super) fn findings() -> Result<String, DataError> {
    let panel = Panel::read(CSV)?;
    if let Some(stale) = FINDINGS.iter().find(|finding| !(finding.holds)(&panel)) {
        return Err(DataError::Unsupported(stale.says.to_owned()));
    }
    let items = FINDINGS.iter().map(|finding| Ok(format!("<li>{}</li>\n", panel.filled(finding.says)?)));
    let items: String = items.collect::<Result<_, DataError>>()?;
    let row = |row: &PanelRow| {
        let [estimate, low, high] = row.shown();
        let PanelRow { name, respondents, source, .. } = row;
        let survey = source.split(',').next().unwrap_or_default();
        format!(
            "<tr><th scope=\"row\">{name}</th><td>{estimate}</td><td>{low} to {high}</td><td>{respondents}</td>\
             <td>{survey}</td></tr>\n"
        )
    };
    let rows: String = panel.0.iter().map(row).collect();
    let head = heads(&["finding", "estimate", "from, to", "people", "from the"]);
    let table = boxed("findings on panels", &format!("<table>{head}<tbody>{rows}</tbody></table>"));
    Ok(format!(
        "<ul>{items}</ul>\n<details class=\"fold\"><summary>the numbers</summary>\n{table}<p>source: {}.</p></details>\n",
        panel.0.first().map_or("", |row| &row.source)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_panels_support_every_sentence_and_nothing_supports_none() {
        let panel = Panel::read(CSV).expect("a legal table");
        for finding in &FINDINGS {
            assert!((finding.holds)(&panel), "{}", finding.says);
            assert!(!(finding.holds)(&Panel(Vec::new())), "{}", finding.says);
        }
        let html = findings().expect("every figure is there");
        assert!(
            html.contains("0.963 (0.958 to 0.969)") && html.contains("gain 0.002 to 0.006 bits"),
            "{html}"
        );
        assert!(!html.contains(['{', '}', '|']));
    }

    #[test]
    fn estimates_lie_within_their_intervals_and_rows_name_their_source() {
        let panel = Panel::read(CSV).expect("a legal table");
        for row in &panel.0 {
            let [estimate, low, high] = panel.values(&row.name);
            let is_range = row.interval[0].is_empty();
            assert!(low < high && (is_range || low <= estimate && estimate <= high), "{}", row.name);
            assert!(
                row.source.contains("NORC at the University of Chicago; analysis ours"),
                "{}",
                row.source
            );
        }
        assert_eq!(Panel::read("heading\nx,1,0,much,2,y").err(), Some(DataError::Line(2)));
    }
}
