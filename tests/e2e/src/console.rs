//! The console of a browser: what it complained about, and which of that a test expects.

use std::cell::RefCell;
use std::rc::Rc;

use crate::engine::Engine;
use crate::page::Page;
use crate::site::Outcome;
use crate::waiting::{PATIENCE, until};

/// What a console says of a file that does not come, and of the program that asked for it; the loader logs a status, and
/// browsers fetch the manifest when they have nothing else to do, which may be after the host has lost it.
pub const MISSING_FILES: [&str; 7] = [
    "Failed to load resource",
    "Failed to fetch",
    "Manifest fetch from",
    "resulted in a network error response",
    "it could not be loaded",
    "HTTP status code is not ok",
    "/loader.js",
];

/// What a console says of a host that sends a page for a file that it does not have: a script, a program, a manifest.
pub const PAGES_FOR_FILES: [&str; 4] = [
    "responded with a MIME type of \"text/html\"",
    "Incorrect response MIME type",
    "expected magic word",
    "Manifest: Line: 1",
];

/// What one browser complained about.
#[derive(Clone, Default)]
pub(crate) struct Console {
    /// Every warning and error so far.
    heard: Rc<RefCell<Vec<String>>>,
    /// Parts of those that are expected.
    expected: Rc<RefCell<Vec<&'static str>>>,
}

impl Page {
    /// Says what this browser's console may complain about, by parts of its lines. At the end of the visit every other
    /// complaint is a failure.
    pub fn expects_complaints(&self, about: &[&'static str]) {
        self.console.expected.borrow_mut().extend(about);
    }

    /// Waits until the console complains about this, which is expected then.
    ///
    /// # Errors
    /// When it does not.
    pub async fn complains_about(&self, part: &'static str) -> Outcome<()> {
        self.expects_complaints(&[part]);
        until(PATIENCE, async || {
            self.listen().await?;
            let heard = self.console.heard.borrow();
            let found = heard.iter().any(|line| line.contains(part));
            Ok(if found { Ok(()) } else { Err(format!("nothing about {part:?} in {heard:?}")) })
        })
        .await
    }

    /// Every complaint so far that is not expected.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn complaints(&self) -> Outcome<Vec<String>> {
        self.listen().await?;
        let (heard, expected) = (self.console.heard.borrow(), self.console.expected.borrow());
        let is_expected = |line: &String| expected.iter().any(|part| line.contains(part));
        Ok(heard.iter().filter(|line| !is_expected(line)).cloned().collect())
    }

    /// Sees that there is no box about errors, no panic, and no exception that nobody caught. Whatever else the console
    /// complained about until now is what the test has brought about.
    ///
    /// # Errors
    /// When there is one, with what it says.
    pub async fn nothing_broke(&self) -> Outcome<()> {
        if self.document().trouble().is_shown().await? {
            return Err(format!("the box says {:?}", self.document().trouble_said().text().await?).into());
        }
        self.listen().await?;
        let serious = |line: &String| line.contains("panicked") || line.contains("Uncaught");
        match self.console.heard.take().into_iter().find(serious) {
            Some(line) => Err(line.into()),
            None => Ok(()),
        }
    }

    /// Everything that it complained about, expected or not; nothing of a browser that does not say.
    pub(crate) async fn console_lines(&self) -> Vec<String> {
        let _ = self.listen().await;
        self.console.heard.borrow().clone()
    }

    /// Takes over what the browser has logged since it was last asked.
    async fn listen(&self) -> Outcome<()> {
        // The others' drivers tell nothing of their consoles.
        if self.engine == Engine::Chromium {
            let log = self.session().browser_log().await?;
            let serious = log.into_iter().filter(|entry| entry.level == "SEVERE" || entry.level == "WARNING");
            self.console.heard.borrow_mut().extend(serious.map(|entry| entry.message));
        }
        Ok(())
    }
}
