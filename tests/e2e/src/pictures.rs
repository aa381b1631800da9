//! Pictures of a page, and where they are kept.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::page::Page;
use crate::site::Outcome;

impl Page {
    /// Takes a picture of the whole page, not only of what fits the screen; gives the file's path.
    ///
    /// It lands in the folder named by `SHOTS`, or in `target/shots/`.
    ///
    /// # Errors
    /// When the picture cannot be taken or written.
    pub async fn picture(&self, name: &str) -> Outcome<PathBuf> {
        let path = folder()?.join(format!("{name}.png"));
        if self.engine != Engine::Chromium {
            fs::write(&path, self.session().screenshot_as_png().await?)?;
            return Ok(path);
        }
        let size = self.session().cdp().send_raw("Page.getLayoutMetrics", json!({})).await?["cssContentSize"]
            .clone();
        let clip = json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
        let wishes = json!({ "captureBeyondViewport": true, "clip": clip });
        fs::write(&path, self.capture(wishes).await?)?;
        Ok(path)
    }

    /// What is on the screen now as a WebP, a few dozen kilobytes.
    ///
    /// # Errors
    /// When the picture cannot be taken.
    pub async fn small_picture(&self) -> Outcome<Vec<u8>> {
        // A phone shows none.
        self.session().cdp().send_raw("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
        // The browser lays it out again within two frames.
        self.two_frames().await?;
        self.capture(json!({ "format": "webp", "quality": 80 })).await
    }

    async fn capture(&self, wishes: Value) -> Outcome<Vec<u8>> {
        let picture = self.session().cdp().send_raw("Page.captureScreenshot", wishes).await?;
        let letters = picture["data"].as_str().ok_or("the browser took no picture")?;
        Ok(BASE64_STANDARD.decode(letters)?)
    }
}

/// Where pictures go.
pub(crate) fn folder() -> Outcome<PathBuf> {
    let folder = env::var_os("SHOTS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/shots"), PathBuf::from);
    fs::create_dir_all(&folder)?;
    Ok(folder.canonicalize()?)
}
