//! Inlining of style sheets and scripts into the documents, allowed by hash in their content security policy.
//!
//! Each file of its own would be a round trip before the first paint. A document that holds its style and its scripts is
//! also complete by itself: no cache can give it the files of another release. The style of the screens that load later
//! becomes one file.
//!
//! The documents are our own, and each edit fails unless its place is there exactly once. Parsers of HTML such as `lol_html`
//! come with crates under the MPL, which [`crate::licences`] does not allow.

use std::fs;
use std::io;
use std::ops::Range;
use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};

use crate::step::{BuildStep, Failure};

const INLINE: BuildStep = BuildStep::new(
    "write style and scripts into the page",
    "compare index.html, Trunk.toml and src/offline/_headers with what xtask/src/inline_critical.rs expects",
);

/// The style of the screens that are not there from the beginning.
const SCREENS: &str = "screens.css";

/// The style of `index.html`, which `how.html` shares.
const STYLE: &str = "style.css";

/// How trunk loads a style sheet, and how index.html marks those of [`SCREENS`].
const SHEET: &str = "<link rel=\"stylesheet\"";
const LATER: &str = "data-later";

/// Writes scripts and style into `index.html` and allows them there; leaves the style as [`STYLE`], for the document that
/// explains everything.
///
/// # Errors
/// When the page is not as expected, or a file cannot be read or written.
pub(crate) fn inline_index(folder: &Path) -> Result<(), Failure> {
    let Styles { own, later } = inline(folder, "index.html", &["first-", "start.js"])?;
    fs::write(folder.join(STYLE), own)
        .and_then(|()| fs::write(folder.join(SCREENS), later))
        .map_err(|error| INLINE.failure(error))
}

/// The same for `how.html`: it can be read whatever else is there.
///
/// # Errors
/// When the document is not as expected, or a file cannot be read or written.
pub(crate) fn inline_how(folder: &Path) -> Result<(), Failure> {
    inline(folder, "how.html", &["how.js"]).map(drop)
}

/// Writes the style sheets and the scripts whose names begin like these into a document, removes their files, and allows
/// them in the document's policy and in that of `_headers`.
fn inline(folder: &Path, document: &str, scripts: &[&str]) -> Result<Styles, Failure> {
    let fail = |error: io::Error| INLINE.failure(error);
    let lacks = |what: &str| INLINE.failure(format!("{document} has no place for {what}"));
    let read = |name: &str| fs::read_to_string(folder.join(name)).map_err(fail);
    let mut page = without_hints(&compact(&read(document)?));
    let (mut own, mut later) = (String::new(), String::new());
    let mut taken = Vec::new();
    for Sheet { name, is_later, .. } in sheets(&page) {
        if is_later { &mut later } else { &mut own }.push_str(read(name)?.trim());
        taken.push(name.to_owned());
    }
    page = with_style(&page, &own).ok_or_else(|| lacks("the style"))?;
    let mut hashes = vec![("style-src", hash(&own))];
    for script in scripts {
        let name = script_named(&page, script).ok_or_else(|| lacks(script))?.to_owned();
        let text = read(&name)?.trim().to_owned();
        page = with_script(&page, &name, &text).ok_or_else(|| lacks(script))?;
        hashes.push(("script-src", hash(&text)));
        taken.push(name);
    }
    let mut sent = read("_headers")?;
    for (rule, hash) in hashes {
        page = allowed(&page, rule, &hash).ok_or_else(|| lacks(rule))?;
        sent = allowed(&sent, rule, &hash).ok_or_else(|| lacks(rule))?;
    }
    for name in taken {
        fs::remove_file(folder.join(name)).map_err(fail)?;
    }
    fs::write(folder.join("_headers"), sent).map_err(fail)?;
    fs::write(folder.join(document), page).map_err(fail)?;
    Ok(Styles { own, later })
}

/// What the style sheets of a document contain.
struct Styles {
    /// The style that stands in the document.
    own: String,
    /// The style that is marked [`LATER`].
    later: String,
}

/// One of the page's style sheets.
struct Sheet<'a> {
    name: &'a str,
    is_later: bool,
    /// Where its element stands, with the blank before it.
    element: Range<usize>,
}

/// The style sheets of a page, in their order.
fn sheets(page: &str) -> Vec<Sheet<'_>> {
    let sheet = |(at, _): (usize, &str)| {
        let end = at + page[at..].find('>')? + 1;
        let name = page[at..end].split_once("href=\"./")?.1.split('"').next()?;
        let start = page[..at].trim_end().len();
        Some(Sheet { name, is_later: page[at..end].contains(LATER), element: start..end })
    };
    page.match_indices(SHEET).filter_map(sheet).collect()
}

/// The page with this style in place of its first style sheet, and none of the others.
fn with_style(page: &str, style: &str) -> Option<String> {
    let sheets = sheets(page);
    let place = sheets.first()?.element.start;
    let mut written = page.to_owned();
    for sheet in sheets.iter().rev() {
        written.replace_range(sheet.element.clone(), "");
    }
    (!style.contains("</")).then(|| written.insert_str(place, &format!("\n    <style>{style}</style>")))?;
    Some(written)
}

/// The file name of the script that begins like this.
fn script_named<'a>(page: &'a str, begin: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!(" src=\"./{begin}"))?;
    let length = begin.len() + rest.find('"')?;
    let start = page.len() - rest.len() - begin.len();
    Some(&page[start..start + length])
}

/// The page with the text of this script in place of its name.
fn with_script(page: &str, name: &str, text: &str) -> Option<String> {
    let (before, after) = page.split_once(&format!(" src=\"./{name}\""))?;
    let (attributes, after) = after.split_once("></script>")?;
    (!text.contains("</") && !attributes.contains('<'))
        .then(|| format!("{before}{attributes}>{text}</script>{after}"))
}

/// How a policy names a text that may stand in the page.
fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The text around a policy, whose `rule` allows this hash, too.
fn allowed(text: &str, rule: &str, hash: &str) -> Option<String> {
    let own = format!("{rule} 'self'");
    (text.matches(&own).count() == 1).then(|| text.replace(&own, &format!("{own} {hash}")))
}

/// A document without its comments and without what indents its lines.
fn compact(document: &str) -> String {
    let mut bare = String::with_capacity(document.len());
    for (number, part) in document.split("<!--").enumerate() {
        bare.push_str(if number == 0 { part } else { part.split_once("-->").map_or("", |(_, rest)| rest) });
    }
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The document without trunk's hints to preload the program: they would compete with the first paint, and `start.js`
/// fetches it right after that.
fn without_hints(page: &str) -> String {
    let mut page = page.to_owned();
    for hint in ["<link rel=\"modulepreload\"", "<link rel=\"preload\""] {
        while let Some(start) = page.find(hint) {
            let end = page[start..].find('>').map_or(page.len(), |at| start + at + 1);
            page.replace_range(start..end, "");
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<meta content="script-src 'self' 'wasm-unsafe-eval'; style-src 'self'">
    <script src="./first-1.js"></script>
    <link rel="stylesheet" href="./tokens-1.css">
    <link rel="stylesheet" href="./quiz-2.css" data-later="">
    <link rel="stylesheet" href="./base-2.css"/>
    <script type="module" src="./start.js" data-js="./a.js"></script>"#;

    #[test]
    fn style_stands_in_place_of_the_first_sheet() {
        let found: Vec<_> = sheets(PAGE).iter().map(|sheet| (sheet.name, sheet.is_later)).collect();
        assert_eq!(found, [("tokens-1.css", false), ("quiz-2.css", true), ("base-2.css", false)]);
        let page = with_style(PAGE, "a{b:c}").expect("there are sheets");
        assert!(page.contains("</script>\n    <style>a{b:c}</style>\n    <script type"), "{page}");
        assert_eq!(sheets(&page).len(), 0);
        assert_eq!(with_style(PAGE, "a::before{content:'</style>'}"), None);
    }

    #[test]
    fn scripts_stand_in_place_of_their_names_and_keep_their_attributes() {
        assert_eq!(script_named(PAGE, "first-"), Some("first-1.js"));
        assert_eq!(script_named(PAGE, "last-"), None);
        let page = with_script(PAGE, "start.js", "go();").expect("it is there");
        assert!(page.contains("<script type=\"module\" data-js=\"./a.js\">go();</script>"), "{page}");
        let page = with_script(PAGE, "first-1.js", "go();").expect("it is there");
        assert!(page.contains("<script>go();</script>"), "{page}");
        assert_eq!(with_script(PAGE, "start.js", "'</script>'"), None);
    }

    #[test]
    fn a_policy_allows_what_stands_in_the_page_and_nothing_else() {
        // The example of the specification: https://www.w3.org/TR/CSP2/#script-src-hash-usage
        let hash = hash("alert('Hello, world.');");
        assert_eq!(hash, "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
        let page = allowed(PAGE, "script-src", &hash).expect("there is a rule");
        assert!(page.contains(&format!("script-src 'self' {hash} 'wasm-unsafe-eval'; style-src 'self'\"")));
        assert_eq!(allowed("default-src 'none'", "script-src", &hash), None);
    }

    #[test]
    fn nothing_is_fetched_before_it_is_wanted() {
        let page = r#"<title>x</title><link rel="modulepreload" href="./a.js"><link rel="preload" href="./a.wasm"></head>"#;
        assert_eq!(without_hints(page), "<title>x</title></head>");
        assert_eq!(without_hints("<title>x</title>"), "<title>x</title>");
    }

    #[test]
    fn a_compact_document_means_the_same() {
        let document = "<p>one\n    <!-- why,\n    at length -->\n    <b>two</b></p>\n\n<p>three</p>";
        assert_eq!(compact(document), "<p>one\n<b>two</b></p>\n<p>three</p>");
    }
}
