//! Generator of `how.html`, a page that needs no program.
//!
//! `how.html` is written at build time from the model's own constants and from the data of the experiments, so that it cannot
//! contradict them. The text is in `page.html`, the data are in `data/`.
//!
//! | file | contents |
//! |---|---|
//! | `law` | a claim: experiment, findings, and tests of the data |
//! | `laws`, `laws_of_outsiders`, `laws_of_clusters` | the nine laws |
//! | `calibration` | calibration of the quiz's numbers |
//! | `questions`, `rules` | tables of questions, settings and presets |
//! | `line_plot`, `number_format`, `tables`, `data` | plots, formatting of numbers, HTML tables, parser of the data |

mod calibration;
mod data;
mod law;
mod laws;
mod laws_of_clusters;
mod laws_of_outsiders;
mod line_plot;
mod number_format;
mod questions;
mod rules;
mod tables;

use thiserror::Error;

pub use data::DataError;
use laws::laws;

use drift::Params;
use quiz::explanation::WORDS_A_MINUTE;
use quiz::format::{grouped, spelled_out};
use quiz::questionnaire::CURRENT;
use quiz::scoring::{PEOPLE, STYLE_CORRECTION};

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
    let slots: [(&str, String); 20] = [
        ("contents", contents()),
        ("verdicts", verdicts()),
        ("laws", claims),
        ("posts", rules.posts_per_step.to_string()),
        ("screened", rules.candidates_per_post.to_string()),
        ("embedding", rules.embedding_width.to_string()),
        ("people", grouped(PEOPLE as u64)),
        ("fairness", STYLE_CORRECTION.to_string()),
        ("words", WORDS_A_MINUTE.to_string()),
        ("parameters", rules::parameters()),
        ("presets", rules::presets()),
        ("asked", CURRENT.len().to_string()),
        ("asked in words", spelled_out(CURRENT.len())),
        ("beliefs", questions::beliefs().to_string()),
        ("assumed", questions::assumed().to_string()),
        ("questions", questions::questions()),
        ("unasked", questions::unasked()),
        ("visitors", grouped(calibration::measured("visitors")? as u64)),
        ("calibration", calibration::table()?),
        ("pictures", calibration::pictures()?),
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
        let seconds = format!(
            "takes {} seconds",
            ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"]
                [CURRENT.typical().seconds as usize]
        );
        assert!(landing.contains(&seconds), "{seconds}");
        let offer = format!("{} questions, and i say", CURRENT.len());
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
