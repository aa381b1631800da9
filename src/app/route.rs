//! Screens that addresses name.

use leptos::prelude::*;
use link::{self, LabCode, Link, LinkError};
use quiz::quiz_session::GOALS;

/// A place in the page, as written after the `#`.
#[derive(Clone, Debug, PartialEq)]
pub enum Route {
    /// The landing; with what was written, if that was nothing we know.
    Landing {
        /// An address that leads nowhere.
        unknown: Option<String>,
    },
    /// The guess, the questions and one's own result.
    Quiz,
    /// The world to play with; with the one a link names, yet to be read.
    Lab(Option<LabCode>),
    /// One's own result beside a friend's.
    Compare,
    /// How it works: a page of its own, and where on it.
    How {
        /// Nothing, or a section's name with its `#`.
        section: &'static str,
    },
    /// What a friend sent, or why it cannot be read; boxed because it is much the largest.
    Sent(Box<Result<Link, LinkError>>),
}

impl Route {
    /// The place a whole address names: what follows its `#`, or one that was escaped on its way.
    pub fn of(address: &str) -> Route {
        let name = link::behind_hash(address).unwrap_or_default();
        match link::read(name) {
            Ok(Link::Place(link::Place::Landing)) => Route::Landing { unknown: None },
            Ok(Link::Place(link::Place::Quiz)) => Route::Quiz,
            Ok(Link::Place(link::Place::Compare)) => Route::Compare,
            Ok(Link::Place(link::Place::How)) => Route::How { section: "" },
            Ok(Link::Place(link::Place::Privacy)) => Route::How { section: "#privacy" },
            Ok(Link::Place(link::Place::Lab)) => Route::Lab(None),
            Ok(Link::Lab(code)) => Route::Lab(Some(code)),
            Err(LinkError::Unknown) => {
                let escape = |c: &char| matches!(c, '#' | '%' | '2' | '3');
                Route::Landing { unknown: Some(name.chars().skip_while(escape).take(40).collect()) }
            }
            sent => Route::Sent(Box::new(sent)),
        }
    }

    /// Its name in the page's own attribute, which the style sheets go by.
    pub fn name(&self) -> &'static str {
        match self {
            Route::Landing { .. } => "landing",
            Route::Quiz => "quiz",
            Route::Lab(_) => "lab",
            Route::Compare => "compare",
            Route::How { .. } => "how",
            Route::Sent(_) => "result",
        }
    }

    /// The title of the tab.
    pub fn title(&self) -> String {
        let title = match self {
            Route::Landing { .. } => "normie descent: how long until the feed gets you?",
            Route::Quiz => return format!("{} questions \u{b7} normie descent", GOALS[0]),
            Route::Lab(_) => "the lab: play with the world \u{b7} normie descent",
            Route::Compare => "two sheets \u{b7} normie descent",
            Route::How { .. } => "how it works \u{b7} normie descent",
            Route::Sent(sent) => match **sent {
                Ok(Link::Comparison(_)) => "two sheets \u{b7} normie descent",
                _ => "somebody's perplexity \u{b7} normie descent",
            },
        };
        title.to_owned()
    }
}

/// Where the address points now.
pub(super) fn here() -> Route {
    Route::of(&window().location().href().unwrap_or_default())
}

/// Leaves for the page that explains how it works; the way back leads past the name that was asked for.
pub(super) fn leave_for_how(section: &str) {
    // An address that no cache has seen before this version.
    let version = super::document::root_attribute("data-version").unwrap_or_default();
    if window()
        .location()
        .replace(&format!("{}how.html?v={version}{section}", super::document::root()))
        .is_err()
    {
        leptos::logging::error!("the page that explains everything cannot be reached");
    }
}
