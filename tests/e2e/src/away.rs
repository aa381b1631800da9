//! What a visitor does around the lab: looks away from it, and lets the browser save files.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::json;

use crate::page::Page;
use crate::site::Outcome;
use crate::waiting::pass;

impl Page {
    /// Looks at another tab for a while.
    ///
    /// # Errors
    /// When the browser opens none.
    pub async fn look_away(&self, for_a_while: Duration) -> Outcome<()> {
        let here = self.session.window().await?;
        let other = self.session.new_tab().await?;
        self.session.switch_to_window(other).await?;
        pass(for_a_while).await;
        self.session.close_window().await?;
        self.session.switch_to_window(here).await?;
        self.session.cdp().send_raw("Page.bringToFront", json!({})).await?;
        Ok(())
    }

    /// Lets the browser save files from now on, and says where.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn saves_files(&self, name: &str) -> Outcome<PathBuf> {
        let folder = std::env::temp_dir().join(format!("normie-descent-{name}-{}", std::process::id()));
        // What an earlier run left behind is none of ours.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)?;
        let wishes = json!({ "behavior": "allow", "downloadPath": folder });
        self.session.cdp().send_raw("Browser.setDownloadBehavior", wishes).await?;
        Ok(folder)
    }
}
