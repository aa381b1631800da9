//! Screens that `index.html` contains already, shown before their program is loaded.

use web_sys::Element;

use crate::app::document::element;

/// The HTML of the screens that have been standing in the page.
#[derive(Default)]
pub struct Stills {
    /// What the visitor expects.
    pub guess: String,
    /// What is said of somebody at first.
    pub somebody: String,
    /// Somebody's numbers, blanks for now.
    pub postcard: String,
}

impl Stills {
    /// Takes them out of the page, for good.
    pub fn take() -> Stills {
        let Some(standing) = element("stills") else { return Stills::default() };
        let others = r#"data-screen="result" data-reader="other""#;
        let stills = Stills {
            guess: still(&standing, "guess", r#"data-screen="guess""#),
            somebody: still(&standing, "somebody", others),
            postcard: still(&standing, "postcard", others),
        };
        standing.remove();
        stills
    }
}

/// The sheet of this name, with its hooks, and no longer out of reach.
fn still(standing: &Element, name: &str, hooks: &str) -> String {
    let sheet = standing.query_selector(&format!(".{name}")).ok().flatten();
    if sheet.is_none() {
        leptos::logging::error!("no {name} stands in the page");
    }
    let inside = sheet.map(|sheet| sheet.inner_html()).unwrap_or_default();
    let inside = [(" inert=\"\"", ""), ("data-soon=", "data-action="), ("data-blank=", "data-value=")]
        .iter()
        .fold(inside, |inside, (still, alive)| inside.replace(still, alive));
    format!(r#"<main class="sheet {name}" {hooks}>{inside}</main>"#)
}
