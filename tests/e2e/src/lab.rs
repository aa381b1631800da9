//! How does a visitor find their way about the lab, and what do they take home from it?

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;
use crate::site::Outcome;

/// The picture in words.
pub const STATUS: &str = "[data-screen=lab] [data-value=status]";

/// How long a file may take to be written.
const PATIENCE: Duration = Duration::from_secs(30);

impl Page {
    /// Waits for the world on the stage; says what its status says.
    ///
    /// # Errors
    /// When it does not come in time.
    pub async fn world(&self) -> Outcome<String> {
        self.text_once(STATUS, |said| said.contains("you:")).await
    }

    /// The day of the world on the stage.
    ///
    /// # Errors
    /// When there is none.
    pub async fn day(&self) -> Outcome<u32> {
        Ok(self.attribute(STATUS, "data-day").await?.parse()?)
    }

    /// Writes into a field in place of what stands there, and leaves it.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn write(&self, field: &str, text: &str) -> Outcome<()> {
        self.find(field).await?.focus().await?;
        self.press(Key::End).await?;
        for _ in 0..12 {
            self.press(Key::Backspace).await?;
        }
        self.press(text).await?;
        self.press(Key::Tab).await
    }

    /// Presses Tab until the focus is on what the selector means.
    ///
    /// # Errors
    /// When it is not after 150 times.
    pub async fn tab_to(&self, selector: &str) -> Outcome<()> {
        let there = format!("return !!document.activeElement?.matches(\"{selector}\")");
        for _ in 0..150 {
            if self.asks(&there).await? == true {
                return Ok(());
            }
            self.press(Key::Tab).await?;
        }
        Err(format!("Tab does not lead to `{selector}`").into())
    }

    /// Looks at another tab for a while.
    ///
    /// # Errors
    /// When the browser opens none.
    pub async fn look_away(&self, for_a_while: Duration) -> Outcome<()> {
        let here = self.session.window().await?;
        let other = self.session.new_tab().await?;
        self.session.switch_to_window(other).await?;
        tokio::time::sleep(for_a_while).await;
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

    /// Presses a button, and reads the file that the browser saves then.
    ///
    /// # Errors
    /// When it saves none in time.
    pub async fn takes_home(&self, button: &str, folder: &std::path::Path, name: &str) -> Outcome<Vec<u8>> {
        self.enter(button).await?;
        self.text_once(".saved", |said| said.contains(name)).await?;
        let (path, begin) = (folder.join(name), Instant::now());
        while begin.elapsed() < PATIENCE {
            // A browser writes under another name until it is done.
            if let Ok(bytes) = fs::read(&path)
                && !bytes.is_empty()
            {
                fs::remove_file(&path)?;
                return Ok(bytes);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Err(format!("no {name} was saved").into())
    }
}
