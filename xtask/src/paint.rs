//! What does a browser wait for before it paints? For nothing but the page: what it needs until then stands in it.
//!
//! A page's style sheets and scripts are files of their own here, and each of them would be a way to the host and back
//! before anything is seen. So what the landing takes is written into the page, by hash allowed in its policy; the style
//! of the other screens becomes one file, which comes with them.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::ops::Range;
use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};

use crate::step::{Failure, Step};

const PAINT: Step = Step::new(
    "write style and scripts into the page",
    "compare index.html, Trunk.toml and src/offline/_headers with what xtask/src/paint.rs expects",
);

/// The style of the screens that are not there from the beginning.
pub const SCREENS: &str = "screens.css";

/// How trunk loads a style sheet, and how index.html marks those of [`SCREENS`].
const SHEET: &str = "<link rel=\"stylesheet\"";
const LATER: &str = "data-later";

/// The scripts that are written into the page: how their elements begin, and what comes after their names.
const SCRIPTS: [&str; 2] = ["first-", "start.js"];

/// Writes scripts and style into the page and allows them there. Gives the name of a file with the same style, for pages
/// that are not this one.
///
/// # Errors
/// When the page is not as expected, or a file cannot be read or written.
pub fn inline(dist: &Path) -> Result<String, Failure> {
    let fail = |error: io::Error| PAINT.failure(error);
    let lacks = |what: &str| PAINT.failure(format!("there is no place for {what}"));
    let index = dist.join("index.html");
    let mut page = unhurried(&fs::read_to_string(&index).map_err(fail)?);
    let (mut own, mut later) = (String::new(), String::new());
    for Sheet { name, is_later, .. } in sheets(&page) {
        let text = fs::read_to_string(dist.join(name)).map_err(fail)?;
        if is_later { &mut later } else { &mut own }.push_str(&smaller_style(&text));
        fs::remove_file(dist.join(name)).map_err(fail)?;
    }
    fs::write(dist.join(SCREENS), later).map_err(fail)?;
    let mut hasher = DefaultHasher::new();
    own.hash(&mut hasher);
    let sheet = format!("style-{:016x}.css", hasher.finish());
    fs::write(dist.join(&sheet), &own).map_err(fail)?;
    page = with_style(&page, &own).ok_or_else(|| lacks("the style"))?;

    let mut hashes = vec![("style-src", hash(&own))];
    for script in SCRIPTS {
        let name = script_named(&page, script).ok_or_else(|| lacks(script))?.to_owned();
        let text = smaller_script(&fs::read_to_string(dist.join(&name)).map_err(fail)?);
        fs::remove_file(dist.join(&name)).map_err(fail)?;
        page = with_script(&page, &name, &text).ok_or_else(|| lacks(script))?;
        hashes.push(("script-src", hash(&text)));
    }
    let headers = dist.join("_headers");
    let mut sent = fs::read_to_string(&headers).map_err(fail)?;
    for (rule, hash) in hashes {
        page = allowed(&page, rule, &hash).ok_or_else(|| lacks(rule))?;
        sent = allowed(&sent, rule, &hash).ok_or_else(|| lacks(rule))?;
    }
    fs::write(headers, sent).map_err(fail)?;
    fs::write(index, page).map_err(fail)?;
    Ok(sheet)
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

/// The page without trunk's hints to fetch its program at once: they would compete with what is painted first, and
/// `start.js` fetches it right after that.
fn unhurried(page: &str) -> String {
    let mut page = page.to_owned();
    for hint in ["<link rel=\"modulepreload\"", "<link rel=\"preload\""] {
        while let Some(start) = page.find(hint) {
            let end = page[start..].find('>').map_or(page.len(), |at| start + at + 1);
            page.replace_range(start..end, "");
        }
    }
    page
}

/// A style sheet without its comments and without blanks that mean nothing.
fn smaller_style(style: &str) -> String {
    let mut bare = String::with_capacity(style.len());
    for (number, part) in style.split("/*").enumerate() {
        bare.push_str(if number == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) });
    }
    let mut small = String::with_capacity(bare.len());
    // Every other piece stands between quotes, and is left as it is.
    for (number, piece) in bare.split('"').enumerate() {
        if number > 0 {
            small.push('"');
        }
        if number % 2 == 1 {
            small.push_str(piece);
            continue;
        }
        for letter in piece.chars() {
            let letter = if letter.is_whitespace() { ' ' } else { letter };
            let means_nothing = |c: char| matches!(c, ' ' | '{' | '}' | ';' | ',');
            if letter == ' ' && small.ends_with(means_nothing) {
                continue;
            }
            if matches!(letter, '{' | '}' | ';' | ',') {
                small.truncate(small.trim_end_matches(' ').len());
            }
            if letter == '}' {
                small.truncate(small.trim_end_matches(';').len());
            }
            small.push(letter);
        }
    }
    small.trim().to_owned()
}

/// A script without the lines that are comments and without what indents the others.
fn smaller_script(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
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
        assert_eq!(unhurried(page), "<title>x</title></head>");
        assert_eq!(unhurried("<title>x</title>"), "<title>x</title>");
    }

    #[track_caller]
    fn check_style(style: &str, expected: &str) {
        assert_eq!(smaller_style(style), expected);
    }

    #[test]
    fn a_smaller_style_means_the_same() {
        check_style(
            "/* why */\n.a, .b {\n  color: red;\n  margin: 0 auto;\n}\n",
            ".a,.b{color: red;margin: 0 auto}",
        );
        check_style(".a .b > * { width: calc(1px + 2%); }", ".a .b > *{width: calc(1px + 2%)}");
        check_style(".a::before { content: \"a  {;}  b\"; }", ".a::before{content: \"a  {;}  b\"}");
        check_style(
            "@media (min-width: 2px) and (x) { a { b: c } }",
            "@media (min-width: 2px) and (x){a{b: c}}",
        );
        check_style("a { font: 1px \"A\", \"B b\" , serif }", "a{font: 1px \"A\",\"B b\",serif}");
    }

    #[test]
    fn a_smaller_script_does_the_same() {
        let script = "// Why.\nconst a = \"https://x\";\n\n  // And why.\n  go(a); // here\n";
        assert_eq!(smaller_script(script), "const a = \"https://x\";\ngo(a); // here");
    }
}
