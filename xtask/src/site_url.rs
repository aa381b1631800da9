//! Address at which the page is published.

/// A text that is not the address of a folder.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not the address of a folder, like https://example.org/descent/")]
pub struct NoAddress(String);

/// Where the finished page will live.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteUrl(String);

impl SiteUrl {
    /// An address, with or without the slash at its end.
    ///
    /// # Errors
    /// When it is not absolute, or more than a folder.
    pub fn new(text: &str) -> Result<SiteUrl, NoAddress> {
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/%".contains(c);
        if !host.is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_ascii_alphanumeric()) && rest.chars().all(plain)
        }) {
            return Err(NoAddress(text.to_owned()));
        }
        Ok(SiteUrl(format!("{}/", text.trim_end_matches('/'))))
    }

    /// The whole address, ending in a slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Without the protocol and the last slash, as one reads it out.
    pub fn spoken(&self) -> &str {
        self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest).trim_end_matches('/')
    }

    /// The folder on its host, beginning and ending in a slash.
    pub(crate) fn folder(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        rest.find('/').map_or("/", |at| &rest[at..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_absolute_and_a_folder() {
        let site = SiteUrl::new("https://example.org/nd").expect("it is one");
        assert_eq!(site.as_str(), "https://example.org/nd/");
        assert_eq!((site.spoken(), site.folder()), ("example.org/nd", "/nd/"));
        assert_eq!(
            SiteUrl::new("http://localhost:80").map(|site| site.folder().to_owned()).ok().as_deref(),
            Some("/")
        );
        for text in [
            "example.org",
            "ftp://a",
            "https://",
            "https:///x",
            "https://a/?b",
            "https://a/\"b",
            "https://a b",
        ] {
            assert!(SiteUrl::new(text).is_err(), "{text}");
        }
    }
}
