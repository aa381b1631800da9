//! An element of a screen: where it stands in the document, and what a visitor does with it.

use std::borrow::Cow;

use serde_json::Value;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;

use crate::page::Page;
use crate::site::Outcome;
use crate::waiting::{PATIENCE, Seen, until};

/// The first visible element that a selector means, looked up whenever it is used.
#[derive(Clone)]
pub struct Element<'p> {
    page: &'p Page,
    selector: Cow<'static, str>,
}

impl Page {
    /// The element that a selector means. Only the page objects know selectors.
    pub(crate) fn element(&self, selector: impl Into<Cow<'static, str>>) -> Element<'_> {
        Element { page: self, selector: selector.into() }
    }
}

impl<'p> Element<'p> {
    /// An element below this one.
    pub(crate) fn inside(&self, selector: &str) -> Element<'p> {
        self.page.element(format!("{} {selector}", self.selector))
    }

    /// This element, as long as it has this attribute, state or class.
    pub(crate) fn with(&self, condition: &str) -> Element<'p> {
        self.page.element(format!("{}{condition}", self.selector))
    }

    /// Whichever of the two is seen first.
    #[must_use]
    pub fn or(&self, other: &Element) -> Element<'p> {
        self.page.element(format!("{}, {}", self.selector, other.selector))
    }

    /// Waits for it.
    pub(crate) async fn find(&self) -> Outcome<WebElement> {
        until(PATIENCE, async || {
            let shown = self.shown().await?;
            Ok(shown.ok_or_else(|| format!("nothing visible matches `{}`", self.selector)))
        })
        .await
    }

    async fn shown(&self) -> Outcome<Option<WebElement>> {
        for element in self.page.session().find_all(By::Css(self.selector.as_ref())).await? {
            // It may be replaced between being found and being asked: then it is not seen.
            if element.is_displayed().await.unwrap_or(false) {
                return Ok(Some(element));
            }
        }
        Ok(None)
    }

    /// Asks the element, and again if the page has replaced it before it answers.
    async fn ask_until_current<T>(&self, ask: impl AsyncFn(&WebElement) -> WebDriverResult<T>) -> Outcome<T> {
        until(PATIENCE, async || match ask(&self.find().await?).await {
            Ok(answer) => Ok(Ok(answer)),
            Err(error) if is_stale(&error) => {
                Ok(Err(format!("`{}` is replaced again and again", self.selector)))
            }
            Err(error) => Err(error.into()),
        })
        .await
    }

    /// Waits until it can be seen.
    ///
    /// # Errors
    /// When it cannot in time.
    pub async fn appears(&self) -> Outcome<()> {
        self.find().await.map(drop)
    }

    /// Waits until it cannot be seen any more.
    ///
    /// # Errors
    /// When it still can after a while.
    pub async fn disappears(&self) -> Outcome<()> {
        until(PATIENCE, async || {
            let shown = self.is_shown().await?;
            Ok(if shown { Err(format!("`{}` is still there", self.selector)) } else { Ok(()) })
        })
        .await
    }

    /// Whether it can be seen right now.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn is_shown(&self) -> Outcome<bool> {
        Ok(self.shown().await?.is_some())
    }

    /// Its visible text.
    ///
    /// # Errors
    /// When it does not appear in time.
    pub async fn text(&self) -> Outcome<String> {
        self.ask_until_current(WebElement::text).await
    }

    /// Waits until its visible text fits, and gives it.
    ///
    /// # Errors
    /// When it does not in time: with the last text seen.
    pub async fn text_once(&self, fits: impl Fn(&str) -> bool) -> Outcome<String> {
        until(PATIENCE, async || {
            let text = self.find().await?.text().await.unwrap_or_default();
            let seen: Seen<String> =
                if fits(&text) { Ok(text) } else { Err(format!("`{}` reads {text:?}", self.selector)) };
            Ok(seen)
        })
        .await
    }

    /// Waits until these words stand in its visible text, and gives that.
    ///
    /// # Errors
    /// When they do not in time: with the last text seen.
    pub async fn says(&self, words: &str) -> Outcome<String> {
        self.text_once(|text| text.contains(words)).await
    }

    /// One of its attributes.
    ///
    /// # Errors
    /// When it does not appear in time or has no such attribute.
    pub async fn attribute(&self, name: &str) -> Outcome<String> {
        let value = self.ask_until_current(async |element| element.attr(name).await).await?;
        value.ok_or_else(|| format!("`{}` has no attribute {name}", self.selector).into())
    }

    /// Gives it the focus.
    ///
    /// # Errors
    /// When it does not appear in time or cannot have it.
    pub async fn focus(&self) -> Outcome<()> {
        self.ask_until_current(WebElement::focus).await
    }

    /// Goes to it and presses Enter: a link, a button.
    ///
    /// # Errors
    /// When it does not appear in time or cannot have the focus.
    pub async fn enter(&self) -> Outcome<()> {
        self.focus().await?;
        self.page.press(Key::Enter).await
    }

    /// Goes to it and presses the space bar: a choice.
    ///
    /// # Errors
    /// When it does not appear in time or cannot have the focus.
    pub async fn choose(&self) -> Outcome<()> {
        self.focus().await?;
        self.page.press(" ").await
    }

    /// Puts a finger on its middle, and lifts it.
    ///
    /// # Errors
    /// When it does not appear in time, or a finger would hit something else.
    pub async fn tap(&self) -> Outcome<()> {
        let middle = "const { left, right, top, bottom } = arguments[0].getBoundingClientRect();
            const [x, y] = [(left + right) / 2, (top + bottom) / 2];
            return { x, y, hit: arguments[0].contains(document.elementFromPoint(x, y)) };";
        let spot = until(PATIENCE, async || {
            let element = self.find().await?.to_json()?;
            // It may be replaced before it is asked, or wait for its program: then it is not reached yet.
            let spot = self.page.session().execute(middle, vec![element]).await;
            let spot = spot.map_or(Value::Null, |spot| spot.json().clone());
            let missed = || format!("a finger cannot reach `{}`: {spot}", self.selector);
            Ok(if spot["hit"] == true { Ok(spot) } else { Err(missed()) })
        })
        .await?;
        self.page.touch(&spot["x"], &spot["y"]).await
    }

    /// Presses Tab until it has the focus.
    ///
    /// # Errors
    /// When it has not after 150 times.
    pub async fn tab_to(&self) -> Outcome<()> {
        for _ in 0..150 {
            if self.asks("return elements.includes(document.activeElement)").await? == true {
                return Ok(());
            }
            self.page.press(Key::Tab).await?;
        }
        Err(format!("Tab does not lead to `{}`", self.selector).into())
    }

    /// Tabs to it and presses Enter.
    ///
    /// # Errors
    /// When Tab does not lead there.
    pub async fn tab_to_and_enter(&self) -> Outcome<()> {
        self.tab_to().await?;
        self.page.press(Key::Enter).await
    }

    /// Writes into this field in place of what stands there, and leaves it.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn write(&self, text: &str) -> Outcome<()> {
        self.focus().await?;
        self.page.press(Key::End).await?;
        for _ in 0..12 {
            self.page.press(Key::Backspace).await?;
        }
        self.page.press(text).await?;
        self.page.press(Key::Tab).await
    }

    /// Waits until the day that this element tells of is another than day 0.
    ///
    /// # Errors
    /// When no days pass.
    pub async fn days_pass(&self) -> Outcome<()> {
        self.with("[data-day]:not([data-day='0'])").appears().await
    }

    /// The day that this element tells of.
    ///
    /// # Errors
    /// When it tells of none.
    pub async fn day(&self) -> Outcome<u32> {
        Ok(self.attribute("data-day").await?.parse()?)
    }

    /// What a script says, in JSON, of all that the selector means, seen or not: `elements`, and the first, `element`.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn asks(&self, script: &str) -> Outcome<Value> {
        self.page.asks(&format!("{} {script}", self.bound())).await
    }

    /// Runs a script about them that says nothing.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn runs(&self, script: &str) -> Outcome<()> {
        self.asks(&format!("{script}; return 0;")).await.map(drop)
    }

    /// Waits until an expression about them is `true`.
    ///
    /// # Errors
    /// When it does not become so in time.
    pub async fn becomes(&self, expression: &str) -> Outcome<()> {
        let now = format!("return ({expression}) === true");
        until(PATIENCE, async || {
            let is = self.asks(&now).await? == true;
            Ok(if is { Ok(()) } else { Err(format!("`{expression}` is not true of `{}`", self.selector)) })
        })
        .await
    }

    /// What defines `elements` and `element`, as they are then, for a script that runs later.
    #[must_use]
    pub fn bound(&self) -> String {
        let selector = Value::from(self.selector.as_ref());
        format!("const elements = [...document.querySelectorAll({selector})], element = elements[0];")
    }
}

fn is_stale(error: &WebDriverError) -> bool {
    matches!(error.as_inner(), WebDriverErrorInner::StaleElementReference(_))
}
