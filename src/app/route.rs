//! Which screen does the address ask for?

use leptos::prelude::*;

/// A place in the page, as written after the `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Somebody's result, by the code in the link.
    Result(String),
}

impl Place {
    /// The place an address' hash names. Links get a little mangled on their way; `%23` is a `#`.
    pub fn of(hash: &str) -> Place {
        let name = hash.trim_start_matches('#').trim_start_matches("%23");
        match name {
            "" | "landing" => Place::Landing { unknown: None },
            "quiz" => Place::Quiz,
            "how" | "privacy" => Place::How,
            code if is_result(code) => Place::Result(code.to_owned()),
            other => Place::Landing { unknown: Some(other.chars().take(40).collect()) },
        }
    }

    /// Its name in the page's own attribute, which the style sheets go by.
    pub fn name(&self) -> &'static str {
        match self {
            Place::Landing { .. } => "landing",
            Place::Quiz => "quiz",
            Place::How => "how",
            Place::Result(_) => "result",
        }
    }

    /// The title of the tab.
    pub fn title(&self) -> &'static str {
        match self {
            Place::Landing { .. } => "normie descent: how long until the feed gets you?",
            Place::Quiz => "24 questions · normie descent",
            Place::How => "how it works · normie descent",
            Place::Result(_) => "somebody's perplexity · normie descent",
        }
    }
}

/// An `r` and the number of a version: a result of this or another version.
fn is_result(code: &str) -> bool {
    let mut letters = code.chars();
    letters.next().is_some_and(|c| c.eq_ignore_ascii_case(&'r'))
        && letters.next().is_some_and(|c| c.is_ascii_digit())
}

/// Where the address points now.
pub fn here() -> Place {
    Place::of(&window().location().hash().unwrap_or_default())
}

/// Goes to a place by its name after the `#`; the router hears of it like of any other link.
pub fn go(hash: &str) {
    if window().location().set_hash(hash).is_err() {
        leptos::logging::error!("the address cannot be changed to #{hash}");
    }
}
