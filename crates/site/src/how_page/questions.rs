//! Tables of the questions of the current set and of the sources of the simulated shares, written from what the quiz itself uses.

use super::tables::{boxed, heads};
use quiz::questionnaire::{BANK, BankItem, CATEGORIES, CURRENT, Provenance};

/// All questions: both poles, the simulated shares, and where they come from.
pub(super) fn questions() -> String {
    let mut text = String::new();
    let mut rows = String::new();
    let all = CURRENT.questions();
    for (at, question) in all.iter().enumerate() {
        let item = &BANK[question.item.bank];
        let mut shares = item.shares;
        if question.item.reverse_keyed {
            shares.reverse();
        }
        let twin = if question.key.ends_with("_twin") { " <small>asked twice</small>" } else { "" };
        rows.push_str(&format!(
            "<tr><th scope=\"row\">{}{twin}</th><td>{}</td><td>{}</td>{}</tr>\n",
            question.lower,
            question.upper,
            bars(&shares),
            origin(item)
        ));
        let theme = question.item.theme;
        if all.get(at + 1).is_none_or(|next| next.item.theme != theme) {
            let theme = theme.name();
            let head = heads(&["A", "B", "shares, A to B, %", "known from", "source"]);
            text.push_str(&format!("<h3>{theme}</h3>\n"));
            text.push_str(&boxed(
                &format!("questions: {theme}"),
                &format!("<table class=\"items\">{head}<tbody>{rows}</tbody></table>"),
            ));
            rows.clear();
        }
    }
    text
}

/// What the crowd also believes, and nobody is asked.
pub(super) fn unasked() -> String {
    let unasked = |item: &&BankItem| !CURRENT.items().iter().any(|asked| BANK[asked.bank].key == item.key);
    let row = |item: &BankItem| {
        format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td>{}</tr>\n",
            item.statement,
            bars(&item.shares),
            origin(item)
        )
    };
    let rows: String = BANK.iter().filter(unasked).map(row).collect();
    let head = heads(&["statement", "shares, no to yes, %", "known from", "source"]);
    boxed("beliefs nobody is asked", &format!("<table class=\"items\">{head}<tbody>{rows}</tbody></table>"))
}

/// How many beliefs the questions are about: those of a consistency pair are about one.
pub(super) fn beliefs() -> usize {
    CURRENT.items().iter().filter(|item| !item.reverse_keyed).count()
}

/// How many of the questions rest on shares that nobody measured.
pub(super) fn assumed() -> usize {
    CURRENT.items().iter().filter(|item| BANK[item.bank].provenance == Provenance::Assumed).count()
}

fn origin(item: &BankItem) -> String {
    let kind = match item.provenance {
        Provenance::Direct => "asked on five points",
        Provenance::Mapped => "another scale",
        Provenance::Assumed => "<b>assumed</b>",
    };
    format!(
        "<td>{kind}</td><td>{}</td>",
        item.source.replace('&', "&amp;").replace('<', "&lt;").replace("->", "→")
    )
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

    #[test]
    fn every_question_has_its_row_and_so_has_what_is_not_asked() {
        let rows = |table: &str| table.matches("<tr><th scope=\"row\">").count();
        assert_eq!(rows(&questions()), CURRENT.len());
        assert_eq!(rows(&questions()) + rows(&unasked()), BANK.len() + 3, "three beliefs are asked twice");
        assert!(assumed() > 0 && questions().matches("<b>assumed</b>").count() == assumed());
    }
}
