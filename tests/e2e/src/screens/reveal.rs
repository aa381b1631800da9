//! The reveal: the sentence that tells itself, and its list for screen readers and for who wants less motion.

use serde_json::Value;

use crate::element::Element;
use crate::site::Outcome;

screen! {
    /// The reveal.
    Reveal, reveal {
        /// The whole screen.
        screen: "[data-screen=reveal]",
        /// Its heading.
        heading: "[data-screen=reveal] h1",
        /// The stage of the show.
        stage: "[data-screen=reveal] .reveal-stage",
        /// The same as a list.
        list: "[data-screen=reveal] .in-order",
        /// The first line of the list: everybody is left.
        everybody: "[data-screen=reveal] .in-order [data-left='10000']",
        /// Skips the show, or leads on after it.
        onward: "[data-screen=reveal] [data-action=onward]",
        /// The sentence as far as it is typed.
        typed: ".typed",
        /// How many are left.
        left: ".left",
        /// The time the sentence takes.
        stopwatch: ".stopwatch",
        /// Why there is nothing to reveal.
        alert: "[data-screen=reveal] [role=alert]",
        /// "Try again".
        retry: "[data-screen=reveal] .body button",
    }
}

impl Reveal<'_> {
    /// Waits until the show has come to its end by itself.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ends(&self) -> Outcome<()> {
        self.onward().text_once(|said| said != "skip").await.map(drop)
    }

    /// What its list says.
    ///
    /// # Errors
    /// When there is no list.
    pub async fn texts(&self) -> Outcome<RevealTexts> {
        RevealTexts::within(&self.list()).await
    }
}

/// What the reveal or the result says: who is left after each part, and the numbers in words.
#[derive(Debug, PartialEq)]
pub struct RevealTexts {
    /// How many people are left after each part of the sentence.
    pub left: Vec<u64>,
    /// The numbers, each with its name.
    pub values: Vec<String>,
}

impl RevealTexts {
    /// Reads them off whether or not they can be seen: a screen reader does.
    pub(crate) async fn within(element: &Element<'_>) -> Outcome<Self> {
        let found = element
            .asks(
                "const all = what => [...element.querySelectorAll(what)];
                const text = found => found.textContent.trim().replace(/\\.$/, '');
                return { left: all('[data-left]').map(found => Number(found.dataset.left)),
                    values: ['seconds', 'weirder', 'guessed'].flatMap(name =>
                        all('[data-value=' + name + ']').map(said => name + ' ' + text(said))) }",
            )
            .await?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Ok(RevealTexts {
            left: found["left"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect(),
            values: found["values"].as_array().into_iter().flatten().map(text).collect(),
        })
    }
}
