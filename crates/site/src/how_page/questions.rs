//! Tables of the beliefs of the current set, of the second statements of some, and of the factors, written from what the quiz
//! itself uses; where the shares come from is in the item bank's `provenance.csv`.

use super::data::{DataError, cells};
use super::tables::{boxed, heads};
use perplexity::item_bank::{CATEGORIES, ITEM_COUNT, KEYS, Subject};
use quiz::questionnaire::set_2::{FACTOR_NAMES, REVERSED};
use quiz::questionnaire::{CURRENT, Item, Question};

const PROVENANCE: &str = include_str!("../../../perplexity/data/provenance.csv");

/// Source of an item's shares.
struct Provenance {
    /// Variable of the survey, and its label.
    source: [String; 2],
    /// How the five shares follow from the survey's: `direct`, `mapped` or `assumed`.
    shares_from: String,
    /// Number of people who were asked.
    respondents: u32,
}

/// Sources of the items, in the order of the bank.
fn provenance() -> Result<Vec<Provenance>, DataError> {
    let row = |(at, line): (usize, &str)| match &cells(line)[..] {
        [key, variable, label, _, _, _, _, _, _, shares_from, _, respondents]
            if KEYS.get(at) == Some(&&key[..]) =>
        {
            let respondents = respondents.parse().map_err(|_| DataError::Line(at + 2))?;
            let source = [variable, label].map(|text| text.replace('&', "&amp;").replace('<', "&lt;"));
            Ok(Provenance { source, shares_from: shares_from.clone(), respondents })
        }
        _ => Err(DataError::Line(at + 2)),
    };
    PROVENANCE.lines().skip(1).enumerate().map(row).collect()
}

/// Number of beliefs whose shares have this origin, in the words of the bank.
///
/// # Errors
/// If the table of sources cannot be parsed.
pub(super) fn count_from(origin: &str) -> Result<usize, DataError> {
    Ok(provenance()?.iter().filter(|item| item.shares_from == origin).count())
}

/// All beliefs, folded by subject: both statements, the simulated shares, and where they come from.
///
/// # Errors
/// If the table of sources cannot be parsed.
pub(super) fn questions() -> Result<String, DataError> {
    let provenance = provenance()?;
    let mut text = String::new();
    for subject in Subject::ALL {
        let of_subject =
            |question: &&Question| question.item.subject() == subject && !question.item.reverse_keyed;
        let rows: Vec<String> = CURRENT
            .questions()
            .iter()
            .filter(of_subject)
            .map(|question| row(question, &provenance[question.item.bank]))
            .collect();
        let head = heads(&[
            "one side",
            "the other",
            "shares, from one to the other, %",
            "asked as",
            "steps",
            "people",
        ]);
        let name = subject.name();
        let table = boxed(
            &format!("questions: {name}"),
            &format!("<table class=\"items\">{head}<tbody>{}</tbody></table>", rows.concat()),
        );
        text.push_str(&format!(
            "<details class=\"fold\"><summary>{name} <small>{}</small></summary>\n{table}</details>\n",
            rows.len()
        ));
    }
    Ok(text)
}

fn row(question: &Question, provenance: &Provenance) -> String {
    let steps = match &provenance.shares_from[..] {
        "direct" => "five",
        "mapped" => "other",
        _ => "<b>assumed</b>",
    };
    let [variable, label] = &provenance.source;
    format!(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{label} <small>{variable}</small></td><td>{steps}</td>\
         <td>{}</td></tr>\n",
        question.lower,
        question.upper,
        bars(&question.item.shares()),
        provenance.respondents
    )
}

/// Beliefs that have a second pair of statements, the other way round.
pub(super) fn reversed() -> String {
    let row = |question: &Question| {
        let of = |item: &Item| item.consistency_pair.map(|pair| CURRENT.questions()[pair].lower);
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n",
            question.lower,
            question.upper,
            of(&question.item).unwrap_or_default()
        )
    };
    let rows: String =
        CURRENT.questions().iter().filter(|question| question.item.reverse_keyed).map(row).collect();
    let head = heads(&["one side", "the other", "the other way round of"]);
    boxed("statements that ask again", &format!("<table>{head}<tbody>{rows}</tbody></table>"))
}

/// The factors, by their two ends.
pub(super) fn factors() -> String {
    let row = |(at, [positive, negative]): (usize, &[&str; 2])| {
        format!("<tr><th scope=\"row\">{}</th><td>{positive}</td><td>{negative}</td></tr>\n", at + 1)
    };
    let rows: String = FACTOR_NAMES.iter().enumerate().map(row).collect();
    let head = heads(&["factor", "one end", "the other"]);
    boxed("the eight factors", &format!("<table>{head}<tbody>{rows}</tbody></table>"))
}

/// Number of beliefs.
pub(super) const fn beliefs() -> usize {
    ITEM_COUNT
}

/// Number of beliefs that have a second pair of statements.
pub(super) const fn twins() -> usize {
    REVERSED.len()
}

/// Five shares as bars and as numbers.
fn bars(shares: &[f64; CATEGORIES]) -> String {
    const HIGH: f64 = 24.0;
    let whole = shares.map(|share| (100.0 * share).round());
    let bar = |(at, share): (usize, &f64)| {
        let height = (share * HIGH / 0.55).clamp(1.0, HIGH);
        format!("M{} {HIGH}v-{height:.0}", 5 + 11 * at)
    };
    let path: String = shares.iter().enumerate().map(bar).collect();
    format!(
        "<svg class=\"shares\" viewBox=\"0 0 54 24\" aria-hidden=\"true\"><path d=\"{path}\"/></svg> {}",
        whole.map(|share| share.to_string()).join("·")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(table: &str) -> usize {
        table.matches("<tr><th scope=\"row\">").count()
    }

    #[test]
    fn every_belief_has_its_row_and_its_source() {
        let html = questions().expect("a legal table of sources");
        assert_eq!(rows(&html), beliefs());
        assert_eq!(html.matches("<details").count(), Subject::ALL.len());
        assert!(html.contains("how often r attends religious services <small>attend</small>"));
        let counts = ["direct", "mapped", "assumed"].map(|origin| count_from(origin).expect("legal"));
        assert_eq!(counts.iter().sum::<usize>(), beliefs());
        assert_eq!(html.matches("<td>five</td>").count(), counts[0]);
        assert_eq!(html.matches("<b>assumed</b>").count(), counts[2]);
    }

    #[test]
    fn shares_are_those_of_the_source() {
        // The thresholds of the bank give the shares of its provenance back.
        let worship = &CURRENT.questions()[KEYS.iter().position(|key| *key == "worship").expect("an item")];
        let expected = [0.2009, 0.1169, 0.1609, 0.2229, 0.2984];
        for (share, expected) in worship.item.shares().iter().zip(expected) {
            assert!((share - expected).abs() < 1e-3, "{share} {expected}");
        }
    }

    #[test]
    fn second_statements_and_factors_are_all_there() {
        let reversed = reversed();
        assert_eq!(rows(&reversed), twins());
        assert!(!reversed.contains("<td></td>"));
        assert_eq!(rows(&factors()), FACTOR_NAMES.len());
    }
}
