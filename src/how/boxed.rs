//! How does a wide table stand on the page?

/// A wide thing in a box of its own that scrolls, by keyboard too.
pub fn boxed(name: &str, inside: &str) -> String {
    format!(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">{inside}</div>\n",
        plain(name)
    )
}

/// The row of a table's headings.
pub fn heads(names: &[&str]) -> String {
    let cells: String = names.iter().map(|name| format!("<th scope=\"col\">{name}</th>")).collect();
    format!("<thead><tr>{cells}</tr></thead>\n")
}

/// Words without their markup.
pub fn plain(html: &str) -> String {
    let mut inside = false;
    let keep = |letter: &char| {
        let kept = !inside && *letter != '<';
        inside = *letter == '<' || (inside && *letter != '>');
        kept
    };
    html.chars().filter(keep).filter(|letter| *letter != '"').collect()
}
