//! Preview pages: what a link shows before anybody opens it, without a server that could decide.
//!
//! A preview page is the page itself below another address, with a title, description and picture of its own: one for each
//! decile of results, one for the landing, and one for addresses that lead nowhere.

use std::fs;
use std::io;
use std::path::Path;

use quiz::quiz_session::GOALS;

use crate::site_url::SiteUrl;

/// Why no preview pages can be made from this page.
#[derive(Debug, thiserror::Error)]
pub enum PreviewPageError {
    /// The page lacks something that is to be replaced.
    #[error("index.html has no {0}")]
    Page(&'static str),
    /// A file cannot be read or written.
    #[error(transparent)]
    File(#[from] io::Error),
}

/// One preview page.
struct PreviewPage {
    /// Its file below `dist/`.
    file: String,
    /// Its address below the site's.
    place: String,
    title: String,
    description: String,
    /// The picture's file below `dist/`.
    picture: String,
    /// From its own folder to the page's.
    root: String,
}

/// The file of a decile's picture below `dist/`; `landing` is the page's own.
fn picture(name: &str) -> String {
    format!("p/{name}.png")
}

/// The picture's file and width and height, see `crates/picture`.
const SIZE: [u32; 2] = [1200, 630];

const LANDING: &str = "normie descent: how long does it take to explain you?";
const LOST: &str =
    "<p class=\"notice lost\">nothing lives at this address. the map and the quiz do, though.</p>";

/// What the page offers.
fn offer() -> String {
    format!(
        "{} questions, two and a half minutes, a simulated crowd. then a feed works on you for a year. nothing leaves the browser.",
        GOALS[0]
    )
}

fn decile(tens: u32) -> PreviewPage {
    let title = match tens {
        0 => "someone is in the thick of a simulated crowd. and you?".to_owned(),
        _ => format!("someone is further out than about {tens} of 100 simulated people. and you?"),
    };
    PreviewPage {
        file: format!("p/{tens}/index.html"),
        place: format!("p/{tens}/"),
        title,
        description: format!("we don't know who; neither does the link. {}", offer()),
        picture: picture(&tens.to_string()),
        root: "../../".to_owned(),
    }
}

/// Makes every preview page of the finished page in `dist`: `p/0/` to `p/90/`, `404.html`, and the page's own head. The
/// pictures are expected in `p/`.
///
/// # Errors
/// When the page is not as expected, or a file cannot be read or written.
pub fn write(dist: &Path, site: &SiteUrl) -> Result<(), PreviewPageError> {
    let page = fs::read_to_string(dist.join("index.html"))?;
    let landing = |file: &str, root: &str| PreviewPage {
        file: file.to_owned(),
        place: String::new(),
        title: LANDING.to_owned(),
        description: offer(),
        picture: picture("landing"),
        root: root.to_owned(),
    };
    let mut pages: Vec<PreviewPage> = (0..10).map(|tens| decile(10 * tens)).collect();
    pages.push(landing("index.html", "./"));
    for preview in &pages {
        let file = dist.join(&preview.file);
        fs::create_dir_all(file.parent().unwrap_or(dist))?;
        fs::write(file, previewed(&page, preview, site)?)?;
    }
    // It is served in place of any address below the site's, so only the whole path leads home.
    let lost = previewed(&page, &landing("404.html", site.folder()), site)?;
    let lost = replaced(&lost, "<body>", &format!("<body>\n    {LOST}"), "body")?;
    let lost = replaced(
        &lost,
        "<meta charset",
        "<meta name=\"robots\" content=\"noindex\">\n    <meta charset",
        "charset",
    )?;
    Ok(fs::write(dist.join("404.html"), lost)?)
}

/// The page as a preview page.
fn previewed(page: &str, preview: &PreviewPage, site: &SiteUrl) -> Result<String, PreviewPageError> {
    let PreviewPage { title, description, root, .. } = preview;
    let page = replaced(page, "data-root=\"./\"", &format!("data-root=\"{root}\" data-shells"), "data-root")?;
    let page = between(&page, "<title>", "</title>", title, "title")?;
    let page = between(&page, "<meta name=\"description\" content=\"", "\"", description, "description")?;
    let page = replaced(&page, "</head>", &format!("{}</head>", head(preview, site)), "head")?;
    // What the page itself asks for; modules find each other from where they are.
    let mut page =
        page.replace("href=\"./", &format!("href=\"{root}")).replace("src=\"./", &format!("src=\"{root}"));
    for module in ["plane", "visit", "lab", "worker", "card"] {
        let loader = format!("data-{module}=\"");
        let elsewhere = format!("{loader}{root}");
        page = replaced(
            &page,
            &loader,
            &elsewhere,
            "data-plane, data-visit, data-lab, data-worker or data-card",
        )?;
    }
    Ok(page)
}

/// What the preview of a link is made of: Open Graph (<https://ogp.me>) and its dialect.
fn head(preview: &PreviewPage, site: &SiteUrl) -> String {
    let PreviewPage { title, description, place, picture, .. } = preview;
    let site = site.as_str();
    let [width, height] = SIZE.map(|pixels| pixels.to_string());
    let properties = [
        ("og:type", "website"),
        ("og:site_name", "normie descent"),
        ("og:title", title),
        ("og:description", description),
        ("og:url", &format!("{site}{place}")),
        ("og:image", &format!("{site}{picture}")),
        ("og:image:type", "image/png"),
        ("og:image:width", &width),
        ("og:image:height", &height),
        ("og:image:alt", &format!("a paper map of a simulated crowd. {title}")),
    ];
    let mut head: String = properties
        .iter()
        .map(|(name, content)| format!("  <meta property=\"{name}\" content=\"{content}\">\n  "))
        .collect();
    head.push_str("  <meta name=\"twitter:card\" content=\"summary_large_image\">\n  ");
    head.push_str(&format!("  <link rel=\"canonical\" href=\"{site}\">\n  "));
    head
}

/// The page with the one place that reads `from` reading `to`.
fn replaced(page: &str, from: &str, to: &str, what: &'static str) -> Result<String, PreviewPageError> {
    match page.matches(from).count() {
        1 => Ok(page.replace(from, to)),
        _ => Err(PreviewPageError::Page(what)),
    }
}

/// The page with other words between two marks.
fn between(
    page: &str,
    from: &str,
    to: &str,
    words: &str,
    what: &'static str,
) -> Result<String, PreviewPageError> {
    let parts = page.split_once(from).and_then(|(before, rest)| Some((before, rest.split_once(to)?.1)));
    let (before, after) = parts.ok_or(PreviewPageError::Page(what))?;
    Ok(format!("{before}{from}{words}{to}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r##"<html data-root="./" data-plane="loader.js?module=plane" data-visit="loader.js?module=visit" data-worker="loader.js?module=worker" data-card="loader.js?module=card" data-lab="loader.js?module=lab">
<head><meta charset="utf-8"><title>old</title>
<meta name="description" content="old words">
<link rel="icon" href="./icon.svg"><script type="module" data-js="./a.js" data-wasm="./a.wasm">go()</script>
</head><body><a href="./">start over</a><a href="#quiz">quiz</a></body></html>"##;

    fn site() -> SiteUrl {
        SiteUrl::new("https://example.org/nd").expect("it is one")
    }

    /// The contents of all properties of this name.
    fn property<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
        let start = format!("<meta property=\"{name}\" content=\"");
        page.match_indices(&start).filter_map(|(at, _)| page[at + start.len()..].split('"').next()).collect()
    }

    #[test]
    fn every_preview_page_is_the_page_with_open_graph_of_its_own_in_absolute_addresses() {
        let mut titles = Vec::new();
        for tens in 0..10 {
            let preview = previewed(PAGE, &decile(10 * tens), &site()).expect("the page has all it needs");
            for name in ["og:type", "og:title", "og:description", "og:url", "og:image", "og:image:alt"] {
                let found = property(&preview, name);
                assert_eq!(found.len(), 1, "{name}: {found:?}");
                assert!(!found[0].is_empty());
            }
            assert_eq!(property(&preview, "og:url"), [format!("https://example.org/nd/p/{}/", 10 * tens)]);
            assert_eq!(
                property(&preview, "og:image"),
                [format!("https://example.org/nd/p/{}.png", 10 * tens)]
            );
            assert!(preview.contains("name=\"twitter:card\" content=\"summary_large_image\""));
            let title = property(&preview, "og:title")[0].to_owned();
            assert!(preview.contains(&format!("<title>{title}</title>")));
            assert!(!titles.contains(&title));
            titles.push(title);
        }
    }

    #[test]
    fn a_preview_page_finds_everything_from_where_it_is() {
        let preview = previewed(PAGE, &decile(80), &site()).expect("the page has all it needs");
        for part in [
            "data-root=\"../../\" data-shells",
            "data-plane=\"../../loader.js?module=plane\"",
            "data-worker=\"../../loader.js?module=worker\"",
            "data-card=\"../../loader.js?module=card\"",
            "href=\"../../icon.svg\"",
            // Which the script looks up from the root.
            "data-js=\"./a.js\" data-wasm=\"./a.wasm\"",
            "<a href=\"../../\">",
            "<a href=\"#quiz\">",
        ] {
            assert!(preview.contains(part), "{part}: {preview}");
        }
    }

    #[test]
    fn all_preview_pages_and_the_page_for_lost_visitors_are_written() {
        let dist = std::env::temp_dir().join(format!("normie-descent-previews-{}", std::process::id()));
        fs::create_dir_all(&dist).expect("there is room for temporary files");
        fs::write(dist.join("index.html"), PAGE).expect("a file can be written");
        write(&dist, &site()).expect("the page has all it needs");
        let read = |name: &str| fs::read_to_string(dist.join(name)).expect("it was written");
        assert!(read("p/0/index.html").contains("og:image"));
        assert_eq!(property(&read("index.html"), "og:url"), ["https://example.org/nd/"]);
        let lost = read("404.html");
        for part in
            ["href=\"/nd/icon.svg\"", "nothing lives at this address", "noindex", "data-root=\"/nd/\""]
        {
            assert!(lost.contains(part), "{part}: {lost}");
        }
        fs::remove_dir_all(dist).expect("it was ours");
    }

    #[test]
    fn a_page_that_lost_its_marks_is_refused() {
        for mark in ["data-root", "<title>", "name=\"description\"", "data-card"] {
            let page = PAGE.replace(mark, "data-else");
            assert!(previewed(&page, &decile(0), &site()).is_err(), "{mark}");
        }
    }
}
