//! Browsers in which something is missing, throws, refuses or never answers; and visits that are kept already.

use std::time::{SystemTime, UNIX_EPOCH};

use quiz::quiz_session::{QuizSession, serialize_session};

use crate::addresses::HOW;
use crate::page::{Page, Screen};
use crate::personas::Persona;
use crate::site::{Outcome, Site};
use crate::waiting::{PATIENCE, until};

/// The name of the visit in the storage of the page that is served to tests, below [`crate::PREFIX`].
pub const SCOPE: &str = "normie-descent /some/where/";

impl Page {
    /// Opens an address with `script` run before everything, takes the steps, and sees that nothing broke.
    ///
    /// # Errors
    /// When a step fails or something broke; with the script.
    pub async fn with(
        &self,
        script: &str,
        fragment: &str,
        steps: impl AsyncFnOnce(&Page) -> Outcome<()>,
    ) -> Outcome<()> {
        let in_context = |error| format!("{script} at {fragment:?}: {error}");
        let added = self.before_everything(script).await?;
        self.open(fragment).await?;
        steps(self).await.map_err(in_context)?;
        self.nothing_broke().await.map_err(in_context)?;
        self.no_longer(&added).await
    }

    /// Puts the answers of a persona into the storage, as a visit that has come to its result leaves them.
    ///
    /// # Errors
    /// When the storage refuses.
    pub async fn has_answered_as(&self, persona: Persona) -> Outcome<()> {
        self.has_session(&persona.session(7)).await
    }

    /// Puts a session into the storage; the next document that is opened goes on from there.
    ///
    /// # Errors
    /// When the storage refuses.
    pub async fn has_session(&self, session: &QuizSession) -> Outcome<()> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
        self.runs(&format!("localStorage.setItem('{SCOPE}', '{}')", serialize_session(session, now))).await
    }

    /// Runs a script that says nothing.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn runs(&self, script: &str) -> Outcome<()> {
        self.asks(&format!("{script}; return 0;")).await.map(drop)
    }

    /// Waits until an expression is `true`.
    ///
    /// # Errors
    /// When it does not become so in time.
    pub async fn becomes(&self, expression: &str) -> Outcome<()> {
        let now = format!("return ({expression}) === true");
        until(PATIENCE, async || {
            let is = self.asks(&now).await? == true;
            Ok(if is { Ok(()) } else { Err(format!("`{expression}` is not true")) })
        })
        .await
    }
}

impl Site {
    /// Somebody who has a result of their own, from three answers, and looks at it.
    ///
    /// # Errors
    /// When the result does not come.
    pub async fn somebody_with_a_result(&self) -> Outcome<Page> {
        let page = self.newcomer(Screen::LAPTOP, HOW).await?;
        page.has_answered_as(Persona::Reticent).await?;
        page.back_to_the_result().await?;
        Ok(page)
    }
}
