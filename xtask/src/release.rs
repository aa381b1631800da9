//! A release: the built page with everything that it loads in one folder, named after its content.
//!
//! A static host ignores queries, and what it sends under a plain name changes with the next release. Below
//! `<version>/` an address means the same bytes for ever: a page whose release is gone gets a 404 and never a file of
//! another release, whatever a browser, a service worker or a proxy has cached.
//!
//! Only documents keep their addresses (`index.html`, `how.html`, previews, `404.html`); each names its version in
//! `data-version`. The service worker gets the version and the digest of every file.

use std::fs;
use std::io;
use std::path::Path;

use thiserror::Error;

use crate::files::{digest, files_below, hash_of};

/// Where a document names the version it loads.
const MARK: &str = "data-version=\"\"";

/// What stands for the version in `_headers`.
const PLACEHOLDER: &str = "VERSION";

/// Constants of the service worker that hold its version and its files.
const VERSION_LINE: &str = "const VERSION = \"\";";
const FILES_LINE: &str = "const FILES = [];";

/// Why a release cannot be made.
#[derive(Debug, Error)]
pub enum ReleaseError {
    /// A document does not say which version it loads.
    #[error("{0} has no {MARK} to be filled in")]
    Mark(String),
    /// The service worker has no place for what it keeps.
    #[error("sw.js has no place for its version and its files")]
    ServiceWorker,
    /// A file that is loaded is not named by any document.
    #[error("index.html does not name {0}")]
    Unnamed(&'static str),
    /// A file cannot be read or written.
    #[error(transparent)]
    File(#[from] io::Error),
}

/// Files that keep their addresses: documents, what hosts read, and the service worker, whose address is its scope.
fn keeps_address(file: &str) -> bool {
    file.ends_with(".html") || file.starts_with("p/") || ["sw.js", "_headers"].contains(&file)
}

/// Writes the release of the built page in `page` to `dist`, which is emptied first; gives its version, 16 hexadecimal
/// digits.
///
/// # Errors
/// When the page is not as expected, or a file cannot be read or written.
pub fn write(page: &Path, dist: &Path) -> Result<String, ReleaseError> {
    let files = files_below(page, &[])?;
    let version = hash_of(page, &files)?;
    let (fixed, loaded): (Vec<String>, Vec<String>) = files.into_iter().partition(|file| keeps_address(file));
    if dist.exists() {
        fs::remove_dir_all(dist)?;
    }
    fs::create_dir_all(dist.join(&version))?;
    let mut digests = Vec::new();
    for file in &loaded {
        let bytes = fs::read(page.join(file))?;
        let path = format!("{version}/{file}");
        create_parent(&dist.join(&path))?;
        fs::write(dist.join(&path), &bytes)?;
        digests.push((path, digest(&bytes)));
    }
    for file in &fixed {
        let bytes = fs::read(page.join(file))?;
        let text = || String::from_utf8_lossy(&bytes).into_owned();
        let written = match file.as_str() {
            "sw.js" => informed(&text(), &version, &digests).ok_or(ReleaseError::ServiceWorker)?.into_bytes(),
            "_headers" => text().replace(PLACEHOLDER, &version).into_bytes(),
            _ if file.ends_with(".html") => versioned(&text(), &loaded, &version)
                .ok_or_else(|| ReleaseError::Mark(file.clone()))?
                .into_bytes(),
            _ => bytes,
        };
        create_parent(&dist.join(file))?;
        fs::write(dist.join(file), written)?;
    }
    let index = fs::read_to_string(dist.join("index.html"))?;
    let unnamed = ["loader.js", "icon.svg", "manifest.webmanifest"]
        .into_iter()
        .find(|file| !index.contains(&format!("{version}/{file}")));
    unnamed.map_or(Ok(version), |file| Err(ReleaseError::Unnamed(file)))
}

fn create_parent(file: &Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), fs::create_dir_all)
}

/// A document that loads this version: it says so, every attribute that names one of the files names it below the
/// version's folder, and links to `how.html` are addresses that no cache has seen before.
fn versioned(document: &str, files: &[String], version: &str) -> Option<String> {
    if document.matches(MARK).count() != 1 {
        return None;
    }
    let mut text = document.replace(MARK, &format!("data-version=\"{version}\""));
    for file in files {
        text = with_value(&text, file, |before, name| format!("{before}{version}/{name}"));
    }
    Some(with_value(&text, "how.html", |before, name| format!("{before}{name}?v={version}")))
}

/// The document with another value of every attribute that names `file`; `renamed` gets what stands before the name
/// (folders), and the name.
fn with_value(document: &str, file: &str, renamed: impl Fn(&str, &str) -> String) -> String {
    let mut text = String::with_capacity(document.len());
    let mut rest = document;
    while let Some(at) = rest.find(file) {
        let (before, after) = (&rest[..at], &rest[at + file.len()..]);
        let value = before.rfind('"').map_or(0, |quote| quote + 1);
        let folders = &before[value..];
        let is_value = before[..value].ends_with("=\"")
            && (folders.is_empty() || folders.ends_with('/'))
            && after.starts_with(['"', '?', '#']);
        if is_value {
            text.push_str(&before[..value]);
            text.push_str(&renamed(folders, file));
        } else {
            text.push_str(&rest[..at + file.len()]);
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// The service worker with its version and the addresses and digests of the files it keeps.
fn informed(script: &str, version: &str, digests: &[(String, String)]) -> Option<String> {
    let files: String =
        digests.iter().map(|(path, digest)| format!("\n  [\"{path}\", \"{digest}\"],")).collect();
    (script.contains(VERSION_LINE) && script.contains(FILES_LINE)).then(|| {
        script
            .replace(VERSION_LINE, &format!("const VERSION = \"{version}\";"))
            .replace(FILES_LINE, &format!("const FILES = [{files}\n];"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page as the build leaves it, of which `words` are shown.
    fn page(words: &str) -> Vec<(&'static str, String)> {
        let index = format!(
            r#"<html data-root="./" data-version="" data-visit="loader.js?module=visit">
<link href="./icon.svg"><link href="./manifest.webmanifest"><link href="./icon.svgz">
<script>x = ["loader.js"];</script><a href="./how.html#privacy">{words}</a>"#
        );
        let preview = index.replace("\"./", "\"../../").replace("\"loader", "\"../../loader");
        vec![
            ("index.html", index),
            ("how.html", r#"<html data-version=""><link href="./icon.svg"><a href="./">home</a>"#.to_owned()),
            ("p/80/index.html", preview),
            ("p/80.png", "a picture".to_owned()),
            ("loader.js", "import(`./${module}.js`)".to_owned()),
            ("icon.svg", "<svg/>".to_owned()),
            ("manifest.webmanifest", "{}".to_owned()),
            ("sw.js", format!("{VERSION_LINE}\n{FILES_LINE}\n")),
            ("_headers", "/VERSION/*\n  Cache-Control: immutable\n".to_owned()),
        ]
    }

    /// A folder of this name with these files, and where its release goes.
    fn folders(name: &str, files: &[(&str, String)]) -> (std::path::PathBuf, std::path::PathBuf) {
        let folder =
            std::env::temp_dir().join(format!("normie-descent-release-{}-{name}", std::process::id()));
        let (page, dist) = (folder.join("page"), folder.join("dist"));
        for (file, text) in files {
            create_parent(&page.join(file)).expect("there is room for temporary files");
            fs::write(page.join(file), text).expect("a file can be written");
        }
        (page, dist)
    }

    #[test]
    fn documents_keep_their_addresses_and_load_from_their_version() {
        let (page, dist) = folders("whole", &page("old"));
        let version = write(&page, &dist).expect("the page is whole");
        let files = files_below(&dist, &[]).expect("it was written");
        let loaded =
            ["icon.svg", "loader.js", "manifest.webmanifest"].map(|file| format!("{version}/{file}"));
        let fixed = ["_headers", "how.html", "index.html", "p/80.png", "p/80/index.html", "sw.js"];
        let mut expected: Vec<String> = loaded.into_iter().chain(fixed.map(str::to_owned)).collect();
        expected.sort();
        assert_eq!(files, expected);

        let read = |file: &str| fs::read_to_string(dist.join(file)).expect("it was written");
        let index = read("index.html");
        for part in [
            format!("data-version=\"{version}\" data-visit=\"{version}/loader.js?module=visit\""),
            format!("href=\"./{version}/icon.svg\""),
            format!("href=\"./how.html?v={version}#privacy\""),
            "href=\"./icon.svgz\"".to_owned(),
            // Scripts are allowed by their hash and stay as they are.
            "x = [\"loader.js\"];".to_owned(),
        ] {
            assert!(index.contains(&part), "{part}: {index}");
        }
        assert!(read("p/80/index.html").contains(&format!("\"../../{version}/loader.js?module=visit\"")));
        assert!(read("how.html").contains(&format!("data-version=\"{version}\"")));
        assert!(read("_headers").starts_with(&format!("/{version}/*")));
        let worker = read("sw.js");
        assert!(worker.contains(&format!("const VERSION = \"{version}\";")));
        assert!(worker.contains(&format!("[\"{version}/icon.svg\", \"{}\"]", digest(b"<svg/>"))));
        assert!(!worker.contains("p/80"), "previews are not kept");
        fs::remove_dir_all(page.parent().expect("it has one")).expect("it was made here");
    }

    #[test]
    fn the_version_follows_everything_that_is_released() {
        let (one, dist) = folders("one", &page("old"));
        let first = write(&one, &dist).expect("the page is whole");
        assert_eq!(write(&one, &dist).ok(), Some(first.clone()), "the same page is the same release");
        let (other, elsewhere) = folders("other", &page("new"));
        assert_ne!(write(&other, &elsewhere).ok(), Some(first));
        for folder in [one, other] {
            fs::remove_dir_all(folder.parent().expect("it has one")).expect("it was made here");
        }
    }

    #[test]
    fn a_page_that_cannot_be_released_is_refused() {
        for (file, broken) in [("index.html", "<html>"), ("sw.js", VERSION_LINE)] {
            let mut files = page("old");
            files
                .iter_mut()
                .filter(|(name, _)| *name == file)
                .for_each(|(_, text)| *text = broken.to_owned());
            let (page, dist) = folders(&format!("broken-{file}"), &files);
            let refusal = write(&page, &dist).expect_err("it is broken").to_string();
            assert!(refusal.contains(file), "{refusal}");
            fs::remove_dir_all(page.parent().expect("it has one")).expect("it was made here");
        }
    }
}
