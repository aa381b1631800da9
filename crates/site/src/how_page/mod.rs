//! Generator of `how.html`, a page that needs no program.
//!
//! `how.html` is written at build time from the model's own constants and from the data of the experiments, so that it cannot
//! contradict them. The text is in `page.html`, the data are in `data/`.
//!
//! | file | contents |
//! |---|---|
//! | `law` | a claim: experiment, findings, and tests of the data |
//! | `laws`, `laws_of_outsiders`, `laws_of_clusters`, `law_of_reinforcement` | the ten laws |
//! | `calibration`, `calibration_tables`, `year` | calibration of the perplexity, and what a year on the feed makes of it |
//! | `panel`, `real_pace` | what real people do; the world that was fitted to them |
//! | `questions`, `rules` | tables of beliefs, settings and presets |
//! | `line_plot`, `number_format`, `tables`, `data` | plots, formatting of numbers, HTML tables, parser of the data |

mod calibration;
mod calibration_tables;
mod data;
mod law;
mod law_of_reinforcement;
mod laws;
mod laws_of_clusters;
mod laws_of_outsiders;
mod line_plot;
mod number_format;
mod panel;
mod questions;
mod real_pace;
mod rules;
mod tables;
mod year;

use thiserror::Error;

pub use data::DataError;
use laws::laws;

use drift::Params;
use perplexity::item_bank::FACTORS;
use perplexity::likeness::{LIKENESS, Likeness};
use quiz::explanation::{LEAST_BITS, WORDS_A_MINUTE};
use quiz::format::{round_for_display, spelled_out};
use quiz::quiz_session::GOALS;
use settings::turned_up;

/// Error of the page's generation.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum HowError {
    /// The data are missing, malformed, or do not support a sentence.
    #[error(transparent)]
    Data(#[from] DataError),
    /// The template has an unknown placeholder.
    #[error("page.html asks for `{0}`, and nothing is called that")]
    Slot(String),
}

const TEMPLATE: &str = include_str!("page.html");

/// HTML of the page. It links to `style.css`, the style sheet of the whole site, and to `how.css` and `how.js`.
///
/// # Errors
/// [`HowError`] if the template or the data are invalid.
pub fn page() -> Result<String, HowError> {
    let claims = laws().map(law::Law::html).collect::<Result<String, DataError>>()?;
    let rules = Params::default();
    let likeness = Likeness::default();
    let slots: [(&str, String); 33] = [
        ("contents", contents()),
        ("verdicts", verdicts()),
        ("laws", claims),
        ("posts", rules.posts_per_step.to_string()),
        ("screened", rules.candidates_per_post.to_string()),
        ("push", turned_up().reinforcement.to_string()),
        ("embedding", rules.embedding_width.to_string()),
        ("factors in words", spelled_out(FACTORS)),
        ("likeness", format!("{LIKENESS:.2}")),
        // exp(−c d²/2) = 1/2.
        ("half-likeness distance", format!("{:.2}", f64::sqrt(2.0 * core::f64::consts::LN_2 / LIKENESS))),
        ("median", one_in(&likeness, 0.5)),
        ("twentieth", one_in(&likeness, 0.95)),
        ("hundredth", one_in(&likeness, 0.99)),
        ("words", WORDS_A_MINUTE.to_string()),
        ("least bits", LEAST_BITS.to_string()),
        ("parameters", rules::parameters()),
        ("presets", rules::presets()),
        ("beliefs", questions::beliefs().to_string()),
        ("first", GOALS[0].to_string()),
        ("first in words", spelled_out(GOALS[0])),
        ("last", GOALS[GOALS.len() - 1].to_string()),
        ("direct", questions::count_from("direct")?.to_string()),
        ("mapped", questions::count_from("mapped")?.to_string()),
        ("twins in words", spelled_out(questions::twins())),
        ("factors", questions::factors()),
        ("questions", questions::questions()?),
        ("reversed", questions::reversed()),
        ("visitors", calibration::visitors()?),
        ("calibration", calibration::findings()? + &calibration_tables::tables()?),
        ("pictures", calibration::pictures()?),
        ("year", year::year()?),
        ("panel", panel::findings()?),
        ("real pace", real_pace::findings()?),
    ];
    let mut parts = TEMPLATE.split("{{");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("}}").unwrap_or((part, ""));
        let slot = slots.iter().find(|slot| slot.0 == name).ok_or_else(|| HowError::Slot(name.to_owned()))?;
        text.push_str(&slot.1);
        text.push_str(rest);
    }
    // A number and its unit stay on one line.
    Ok(text.replace(" %", "\u{a0}%"))
}

/// Perplexity of somebody at this place in the population.
fn one_in(likeness: &Likeness, place: f64) -> String {
    round_for_display(libm::exp2(likeness.surprisal_at(place)))
}

/// Table of contents, from the template's sections.
fn contents() -> String {
    let section = |part: &str| {
        let (id, rest) = part.split_once('"')?;
        let heading = rest.split_once("<h2>")?.1.split_once("</h2>")?.0;
        Some(format!("<li><a href=\"#{id}\">{heading}</a></li>\n"))
    };
    let sections: String = TEMPLATE.split("<section id=\"").skip(1).filter_map(section).collect();
    format!("<ol>{sections}</ol>\n")
}

/// List of all claims with their verdicts.
fn verdicts() -> String {
    let row = |law: &law::Law| {
        format!(
            "<li><a href=\"#{}\">{}</a> <span class=\"verdict\">{}</span></li>\n",
            law.id, law.claim, law.verdict
        )
    };
    format!("<ol class=\"verdicts\">{}</ol>\n", laws().map(row).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> String {
        page().expect("the page can be written")
    }

    /// Everything between `start` and the quotation mark after it.
    fn values<'a>(html: &'a str, start: &str) -> Vec<&'a str> {
        html.split(start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn every_link_leads_to_something_and_every_name_is_given_once() {
        let html = written();
        let mut ids = values(&html, " id=\"");
        for link in values(&html, "href=\"") {
            let known = match link.strip_prefix('#') {
                Some(anchor) => ids.contains(&anchor),
                None => {
                    link.starts_with("./#s1.")
                        || ["./", "./#quiz", "./#lab", "./style.css", "./how.css", "./icon.svg"]
                            .contains(&link)
                }
            };
            assert!(known, "{link}");
        }
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
        assert!(all > 20, "{ids:?}");
    }

    #[test]
    fn headings_descend_one_step_at_a_time() {
        let html = written();
        let levels: Vec<u32> =
            html.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)).collect();
        assert_eq!(levels.iter().filter(|&&level| level == 1).count(), 1);
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    }

    #[test]
    fn nothing_on_the_page_needs_a_program_or_breaks_its_policy() {
        let html = written();
        assert_eq!(html.matches("<script").count(), 1);
        assert!(html.contains("<script type=\"module\" src=\"./how.js\"></script>"));
        for banned in ["style=\"", "<style", "onclick", "javascript:", "http://", "{{", "NaN"] {
            assert!(!html.contains(banned), "{banned}");
        }
    }

    #[test]
    fn whatever_is_wide_scrolls_in_a_box_one_can_focus() {
        let html = written();
        assert_eq!(
            html.matches("<table").count() + html.matches("class=\"equation ").count(),
            html.matches("role=\"region\" tabindex=\"0\" aria-label=\"").count()
        );
    }

    #[test]
    fn the_landing_tells_the_same_verdicts() {
        let landing = include_str!("../../../../index.html");
        let verdicts: Vec<(&str, &str)> = landing
            .split("./how.html#law-")
            .skip(1)
            .filter_map(|rest| {
                let id = rest.split('"').next()?;
                Some((id, rest.split_once("class=\"verdict\">")?.1.split('<').next()?))
            })
            .collect();
        assert!(verdicts.len() >= 5, "{verdicts:?}");
        for (id, verdict) in verdicts {
            let law = laws().find(|law| law.id == format!("law-{id}")).expect("the law is there");
            assert_eq!(law.verdict, verdict, "law {id}");
        }
        let offer = format!("{} questions, and i say", GOALS[0]);
        assert!(landing.contains(&offer), "{offer}");
    }

    #[test]
    fn every_tag_that_opens_closes() {
        let html = written();
        for tag in [
            "section", "figure", "table", "tbody", "thead", "tr", "td", "th", "ul", "ol", "li", "math",
            "div", "p", "svg", "details", "h2", "h3", "i", "b", "sup", "small", "mrow", "mfrac",
        ] {
            let opened = [" ", ">", "\n"].map(|end| html.matches(&format!("<{tag}{end}")).count());
            assert_eq!(opened.iter().sum::<usize>(), html.matches(&format!("</{tag}>")).count(), "{tag}");
        }
    }
}
