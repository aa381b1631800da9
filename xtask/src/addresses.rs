//! Files that addresses mean, and how each kind is sent.

use std::path::{Path, PathBuf};

/// The file a URL means: below the prefix, never outside the folder; a folder means its `index.html`.
pub(crate) fn file_for(url: &str, prefix: &str, folder: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let inside = percent_decoded(path)?;
    let inside = inside.strip_prefix(prefix)?;
    let mut file = folder.to_path_buf();
    for part in inside.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    Some(file)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            let code = digit(rest.next()?)? * 16 + digit(rest.next()?)?;
            bytes.push(u8::try_from(code).expect("two hexadecimal digits are one byte"));
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// What stands below its version never changes; everything else is asked for again.
pub(crate) fn cache_control(url: &str) -> &'static str {
    let is_version = |part: &str| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let path = url.split('?').next().unwrap_or_default();
    let versioned = path.rsplit('/').skip(1).any(is_version);
    if versioned { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// What kind of file it is, in the words of the web.
pub(crate) fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, expected: Option<&str>) {
        let found = file_for(url, "/some/where/", Path::new("dist"));
        assert_eq!(found, expected.map(PathBuf::from), "{url}");
    }

    #[test]
    fn a_url_means_a_file_below_the_prefix_and_nothing_else() {
        check("/some/where/page.js", Some("dist/page.js"));
        check("/some/where/worker.js?v=1f#x", Some("dist/worker.js"));
        check("/some/where/p/80/a%20b.png", Some("dist/p/80/a b.png"));
        check("/page.js", None);
        check("/some/where/../../etc/passwd", None);
        check("/some/where/%2e%2e/secret", None);
        check("/some/where/broken%2", None);
    }

    #[test]
    fn only_what_names_its_version_may_be_kept() {
        for url in ["/7590d5b6f4657002/worker.js", "/some/where/7590d5b6f4657002/loader.js?module=visit"] {
            assert!(cache_control(url).contains("immutable"), "{url}");
        }
        for url in
            ["/", "/index.html", "/how.html?v=7590d5b6f4657002", "/p/80/", "/7590d5b6f4657002", "/sw.js"]
        {
            assert_eq!(cache_control(url), "no-cache", "{url}");
        }
    }

    #[test]
    fn wasm_has_the_type_browsers_stream() {
        assert_eq!(content_type(Path::new("a/page_bg.wasm")), "application/wasm");
    }
}
