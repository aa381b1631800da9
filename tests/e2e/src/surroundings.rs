//! The surroundings of a page: settings of the visitor's system, other tabs, scripts that come before its own, workers
//! that end.

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

    /// Asks for less motion from now on, as a setting of the visitor's system would.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn hold_still(&self) -> Outcome<()> {
        self.prefers("prefers-reduced-motion", "reduce").await
    }

    /// Has this setting of the visitor's system from now on, and no other.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn prefers(&self, feature: &str, value: &str) -> Outcome<()> {
        let media = json!({ "features": [{ "name": feature, "value": value }] });
        self.session().cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
        Ok(())
    }

    /// Lets pages run their scripts from now on, or not.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn script(&self, runs: bool) -> Outcome<()> {
        self.session()
            .cdp()
            .send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": !runs }))
            .await?;
        Ok(())
    }

    /// Runs a script in every document from now on, before its own; gives what [`Page::no_longer`] wants to know.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn before_everything(&self, script: &str) -> Outcome<String> {
        let source = json!({ "source": script });
        let added = self.session().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", source).await?;
        Ok(added["identifier"].as_str().ok_or("the script has no name")?.to_owned())
    }

    /// Runs it no longer.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn no_longer(&self, script: &str) -> Outcome<()> {
        let script = json!({ "identifier": script });
        self.session().cdp().send_raw("Page.removeScriptToEvaluateOnNewDocument", script).await?;
        Ok(())
    }

    /// Empties the browser's HTTP cache; what service workers keep stays.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn empty_http_cache(&self) -> Outcome<()> {
        self.session().cdp().send_raw("Network.clearBrowserCache", json!({})).await.map(drop)?;
        Ok(())
    }

    /// Every request takes so many milliseconds from now on.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn slow_network(&self, latency: u32) -> Outcome<()> {
        let conditions = json!({
            "offline": false, "latency": latency, "downloadThroughput": -1, "uploadThroughput": -1
        });
        self.session().cdp().send_raw("Network.enable", json!({})).await?;
        self.session().cdp().send_raw("Network.emulateNetworkConditions", conditions).await.map(drop)?;
        Ok(())
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
