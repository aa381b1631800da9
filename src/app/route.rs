//! Which screen does the address ask for?

use leptos::prelude::*;
use normie_descent::link::{self, Link, LinkError};

/// A place in the page, as written after the `#`.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// The landing; with what was written, if that was nothing we know.
    Landing {
        /// An address that leads nowhere.
        unknown: Option<String>,
    },
    /// The guess, the questions and one's own result.
    Quiz,
    /// How it works.
    How,
    /// What a friend sent, or why it cannot be read.
    Sent(Result<Link, LinkError>),
}

impl Place {
    /// The place an address names. A `#` that was escaped on its way stands in the path.
    pub fn of(path: &str, hash: &str) -> Place {
        let escaped = path.find("%23").map_or("", |at| &path[at..]);
        let name = if hash.len() > 1 { hash } else { escaped };
        let unknown = || {
            let name = name.trim_start_matches('#').trim_start_matches("%23");
            Place::Landing { unknown: Some(name.chars().take(40).collect()) }
        };
        match link::read(name) {
            Ok(Link::Place(named)) => match named {
                link::Place::Landing => Place::Landing { unknown: None },
                link::Place::Quiz => Place::Quiz,
                link::Place::How | link::Place::Privacy => Place::How,
                link::Place::Lab => unknown(),
            },
            Ok(Link::Lab(_)) | Err(LinkError::Unknown) => unknown(),
            sent => Place::Sent(sent),
        }
    }

    /// Its name in the page's own attribute, which the style sheets go by.
    pub fn name(&self) -> &'static str {
        match self {
            Place::Landing { .. } => "landing",
            Place::Quiz => "quiz",
            Place::How => "how",
            Place::Sent(_) => "result",
        }
    }

    /// The title of the tab.
    pub fn title(&self) -> &'static str {
        match self {
            Place::Landing { .. } => "normie descent: how long until the feed gets you?",
            Place::Quiz => "24 questions \u{b7} normie descent",
            Place::How => "how it works \u{b7} normie descent",
            Place::Sent(_) => "somebody's perplexity \u{b7} normie descent",
        }
    }
}

/// Where the address points now.
pub fn here() -> Place {
    let location = window().location();
    Place::of(&location.pathname().unwrap_or_default(), &location.hash().unwrap_or_default())
}

/// Goes to a place by its name after the `#`; the router hears of it like of any other link.
pub fn go(hash: &str) {
    if window().location().set_hash(hash).is_err() {
        leptos::logging::error!("the address cannot be changed to #{hash}");
    }
}
