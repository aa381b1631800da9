//! Response headers that a host which reads `_headers` sends with a file.

/// The headers of `_headers`, by the paths that they are meant for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headers(Vec<(String, String, String)>);

impl Headers {
    /// Reads the text of such a file: a path, then indented lines `Name: value`; `#` begins a comment.
    #[must_use]
    pub fn parse(text: &str) -> Headers {
        let mut path = "";
        let mut found = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            match line.strip_prefix([' ', '\t']).and_then(|line| line.split_once(':')) {
                Some((name, value)) => {
                    found.push((path.to_owned(), name.trim().to_owned(), value.trim().to_owned()));
                }
                None => path = line.trim(),
            }
        }
        Headers(found)
    }

    /// Names and values for a path that begins with a slash. A `*` in a rule stands for anything.
    pub fn of<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let meant = move |rule: &str| match rule.split_once('*') {
            Some((start, end)) => path.starts_with(start) && path.ends_with(end),
            None => path == rule,
        };
        self.0.iter().filter(move |(rule, ..)| meant(rule)).map(|(_, name, value)| (&name[..], &value[..]))
    }

    /// Adds to the end of a header, wherever it is sent.
    #[must_use]
    pub fn with(mut self, name: &str, more: &str) -> Headers {
        for (.., value) in self.0.iter_mut().filter(|(_, known, _)| known == name) {
            value.push_str(more);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = include_str!("../../src/offline/_headers");

    /// The policy that a page gives itself.
    fn policy(page: &str) -> &str {
        let start = "http-equiv=\"Content-Security-Policy\" content=\"";
        page.split_once(start).and_then(|(_, rest)| rest.split('"').next()).expect("every page has a policy")
    }

    #[test]
    fn rules_are_found_by_path() {
        let headers = Headers::parse("# why\n/*\n  A: 1\n\n/*.wasm\n  B: 2: 3\n");
        assert_eq!(headers.of("/p/80/").collect::<Vec<_>>(), [("A", "1")]);
        assert_eq!(headers.of("/a.wasm").collect::<Vec<_>>(), [("A", "1"), ("B", "2: 3")]);
        assert_eq!(headers.with("A", "!").of("/").collect::<Vec<_>>(), [("A", "1!")]);
    }

    #[test]
    fn a_host_sends_what_the_page_says_of_itself_and_what_only_a_header_can_say() {
        let headers = Headers::parse(OURS);
        let sent = |name: &str| headers.of("/").find(|(known, _)| *known == name).map(|(_, value)| value);
        let page = include_str!("../../index.html");
        // A page may say everything but who may frame it.
        assert_eq!(sent("Content-Security-Policy"), Some(&*format!("{}; frame-ancestors *", policy(page))));
        assert_eq!(sent("Referrer-Policy"), Some("no-referrer"));
        for refused in ["camera", "geolocation", "microphone", "payment", "usb"] {
            assert!(sent("Permissions-Policy").is_some_and(|rule| rule.contains(&format!("{refused}=()"))));
        }
    }

    #[test]
    fn every_page_asks_for_no_referrer_and_none_allows_more_than_the_main_one() {
        let pages =
            [include_str!("../../index.html"), include_str!("../../crates/site/src/how_page/page.html")];
        let allowed: Vec<&str> = policy(pages[0]).split("; ").collect();
        for page in pages {
            assert!(page.contains("<meta name=\"referrer\" content=\"no-referrer\">"));
            assert!(policy(page).starts_with("default-src 'none'; "));
            for rule in policy(page).split("; ") {
                let words: Vec<&str> = rule.split(' ').collect();
                let fits =
                    |known: &&str| words.iter().all(|word| known.split(' ').any(|known| known == *word));
                assert!(allowed.iter().any(fits), "{rule} is not among {allowed:?}");
            }
            for forbidden in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "data:", "*"] {
                assert!(!policy(page).contains(forbidden), "{forbidden}");
            }
        }
    }
}
