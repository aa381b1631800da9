//! What can befall a page that no visitor does to it: other tabs, denser screens, engines that die?

use serde_json::json;

use crate::page::Page;
use crate::site::Outcome;

/// Keeps every worker in `window.engines`, the newest last.
const KNOW_ENGINES: &str = "window.engines = [];
    window.Worker = class extends Worker {
        constructor(...wishes) { super(...wishes); window.engines.push(this); }
    };";

impl Page {
    /// Opens another tab of the same browser and goes there.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn another_tab(&self, fragment: &str) -> Outcome<()> {
        let tab = self.session().new_tab().await?;
        self.session().switch_to_window(tab).await?;
        self.open(fragment).await
    }

    /// Goes to the n-th tab, from 0 in the order of their opening.
    ///
    /// # Errors
    /// When there are not as many.
    pub async fn to_tab(&self, number: usize) -> Outcome<()> {
        let tabs = self.session().windows().await?;
        let tab = tabs.get(number).ok_or_else(|| format!("there are {} tabs", tabs.len()))?;
        Ok(self.session().switch_to_window(tab.clone()).await?)
    }

    /// Has so many pixels of the screen for one of the page's from now on.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn has_density(&self, density: f64) -> Outcome<()> {
        let metrics = json!({ "width": 390, "height": 844, "deviceScaleFactor": density, "mobile": false });
        self.session().cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Knows the workers of every document from now on.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn know_engines(&self) -> Outcome<()> {
        self.before_everything(KNOW_ENGINES).await.map(drop)
    }

    /// Ends the newest worker, as a browser does that is short of memory: without a word.
    ///
    /// # Errors
    /// When no worker is known.
    pub async fn end_the_engine(&self) -> Outcome<()> {
        self.asks("window.engines.at(-1).terminate(); return 0").await.map(drop)
    }
}
