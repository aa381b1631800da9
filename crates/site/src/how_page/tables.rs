//! HTML of wide tables.

/// Wraps wide content in a box that scrolls, by keyboard as well.
pub(super) fn boxed(name: &str, inside: &str) -> String {
    format!(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">{inside}</div>\n",
        plain(name)
    )
}

/// Header row of a table.
pub(super) fn heads(names: &[&str]) -> String {
    let cells: String = names.iter().map(|name| format!("<th scope=\"col\">{name}</th>")).collect();
    format!("<thead><tr>{cells}</tr></thead>\n")
}

/// Strips markup from HTML.
pub(super) fn plain(html: &str) -> String {
    let mut inside = false;
    let keep = |letter: &char| {
        let kept = !inside && *letter != '<';
        inside = *letter == '<' || (inside && *letter != '>');
        kept
    };
    html.chars().filter(keep).filter(|letter| *letter != '"').collect()
}
