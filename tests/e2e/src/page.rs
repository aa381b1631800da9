//! What can a visitor do on the page, and what can they see?

use std::fs;
use std::time::{Duration, Instant};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::engine::Engine;
use crate::pictures::folder;
use crate::site::Outcome;

/// How long something may take to appear before a visitor would give up.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often to look whether it has.
const GLANCE: Duration = Duration::from_millis(50);

/// What the page is looked at through.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
    /// Whether the visitor prefers dark colours.
    pub dark: bool,
}

impl Screen {
    /// A telephone held upright.
    pub const PHONE: Screen = Screen { width: 390, height: 844, dark: false };
    /// A small laptop.
    pub const LAPTOP: Screen = Screen { width: 1280, height: 800, dark: false };

    /// The same at night.
    #[must_use]
    pub const fn dark(self) -> Self {
        Screen { dark: true, ..self }
    }
}

/// One tab in a browser profile of its own.
#[derive(Clone)]
pub struct Page {
    pub(crate) session: WebDriver,
    address: String,
    pub(crate) engine: Engine,
}

impl Page {
    pub(crate) fn new(session: WebDriver, address: String, engine: Engine) -> Self {
        Page { session, address, engine }
    }

    pub(crate) fn session(&self) -> &WebDriver {
        &self.session
    }

    /// Looks at the page through another screen from now on.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn look_through(&self, screen: Screen) -> Outcome<()> {
        let Screen { width, height, dark } = screen;
        if self.engine != Engine::Chromium {
            // Others have windows only, and the colours of their own.
            return Ok(self.session.set_window_rect(0, 0, width, height).await?);
        }
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.session.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        let scheme = if dark { "dark" } else { "light" };
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.session.cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
        Ok(())
    }

    /// Opens an address below the page's own, from `""` to `"#quiz"`, loading everything anew.
    ///
    /// # Errors
    /// When it cannot be reached.
    pub async fn open(&self, fragment: &str) -> Outcome<()> {
        // From one fragment to another a browser does not load anything: leave first.
        self.session.goto("about:blank").await?;
        Ok(self.session.goto(format!("{}{fragment}", self.address)).await?)
    }

    /// The address as the visitor sees it.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn shown_address(&self) -> Outcome<String> {
        Ok(self.session.current_url().await?.to_string())
    }

    /// Waits for the first visible element that the selector means.
    ///
    /// # Errors
    /// When none appears in time.
    pub async fn find(&self, selector: &str) -> Outcome<WebElement> {
        let begin = Instant::now();
        loop {
            for element in self.session.find_all(By::Css(selector)).await? {
                // It may be replaced between being found and being asked: then look again.
                if element.is_displayed().await.unwrap_or(false) {
                    return Ok(element);
                }
            }
            if begin.elapsed() > PATIENCE {
                return Err(format!("nothing visible matches `{selector}` after {PATIENCE:?}").into());
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Whether the selector means anything that is visible right now.
    ///
    /// # Errors
    /// When the selector is malformed.
    pub async fn shows(&self, selector: &str) -> Outcome<bool> {
        for element in self.session.find_all(By::Css(selector)).await? {
            if element.is_displayed().await.unwrap_or(false) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The visible text of the first element that the selector means.
    ///
    /// # Errors
    /// When none appears in time.
    pub async fn text(&self, selector: &str) -> Outcome<String> {
        Ok(self.find(selector).await?.text().await?)
    }

    /// Waits until the visible text of an element fits, and gives it.
    ///
    /// # Errors
    /// When it does not in time: with the last text seen.
    pub async fn text_once(&self, selector: &str, fits: impl Fn(&str) -> bool) -> Outcome<String> {
        let begin = Instant::now();
        loop {
            let text = self.find(selector).await?.text().await.unwrap_or_default();
            if fits(&text) {
                return Ok(text);
            }
            if begin.elapsed() > PATIENCE {
                return Err(format!("`{selector}` still reads {text:?} after {PATIENCE:?}").into());
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Waits until these words stand somewhere on the page.
    ///
    /// # Errors
    /// When they do not in time.
    pub async fn reads(&self, words: &str) -> Outcome<()> {
        self.text_once("body", |text| text.contains(words)).await.map(drop)
    }

    /// An attribute of the first element that the selector means.
    ///
    /// # Errors
    /// When the element does not appear in time or has no such attribute.
    pub async fn attribute(&self, selector: &str, name: &str) -> Outcome<String> {
        let value = self.find(selector).await?.attr(name).await?;
        value.ok_or_else(|| format!("`{selector}` has no attribute {name}").into())
    }

    /// Goes to the first element that the selector means and presses Enter: a link, a button.
    ///
    /// # Errors
    /// When none appears in time or it cannot have the focus.
    pub async fn enter(&self, selector: &str) -> Outcome<()> {
        self.find(selector).await?.focus().await?;
        self.press(Key::Enter).await
    }

    /// Puts a finger on the middle of the first element that the selector means, and lifts it.
    ///
    /// # Errors
    /// When none appears in time, or a finger would hit something else.
    pub async fn tap(&self, selector: &str) -> Outcome<()> {
        let middle = "const { left, right, top, bottom } = arguments[0].getBoundingClientRect();
            const [x, y] = [(left + right) / 2, (top + bottom) / 2];
            return { x, y, hit: arguments[0].contains(document.elementFromPoint(x, y)) };";
        let begin = Instant::now();
        let spot = loop {
            let element = self.find(selector).await?.to_json()?;
            // It may be replaced before it is asked, or wait for its program: then look again.
            let spot = self.session.execute(middle, vec![element]).await;
            let spot = spot.map_or(Value::Null, |spot| spot.json().clone());
            if spot["hit"] == true {
                break spot;
            }
            if begin.elapsed() > PATIENCE {
                return Err(format!("a finger cannot reach `{selector}`: {spot}").into());
            }
            tokio::time::sleep(GLANCE).await;
        };
        let cdp = self.session.cdp();
        cdp.send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        let down = json!({ "type": "touchStart", "touchPoints": [{ "x": spot["x"], "y": spot["y"] }] });
        cdp.send_raw("Input.dispatchTouchEvent", down).await?;
        let up = json!({ "type": "touchEnd", "touchPoints": [] });
        cdp.send_raw("Input.dispatchTouchEvent", up).await?;
        Ok(())
    }

    /// Presses keys one after the other, wherever the focus is.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Outcome<()> {
        Ok(self.session.action_chain().send_keys(keys).perform().await?)
    }

    /// What a visitor would paste now: the clipboard's text.
    ///
    /// # Errors
    /// When the clipboard holds no text.
    pub async fn clipboard(&self) -> Outcome<String> {
        // Whatever is not named is refused from then on; the page itself needs no more than to write.
        let permission = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.session.cdp().send_raw("Browser.grantPermissions", permission).await?;
        let read =
            "const done = arguments[0]; navigator.clipboard.readText().then(done, e => done(String(e)));";
        Ok(self.session.execute_async(read, Vec::new()).await?.convert()?)
    }

    /// The bytes behind an address that the page itself can read.
    ///
    /// # Errors
    /// When it cannot.
    pub async fn fetched(&self, address: &str) -> Outcome<Vec<u8>> {
        let read = "const [address, done] = arguments;
            fetch(address).then(answer => answer.bytes()).then(bytes => done(bytes.toBase64()), e => done(String(e)));";
        let letters: String = self.session.execute_async(read, vec![json!(address)]).await?.convert()?;
        Ok(BASE64_STANDARD.decode(letters)?)
    }

    /// How many sheets of paper the page would fill.
    ///
    /// # Errors
    /// When the browser cannot print.
    pub async fn sheets_of_paper(&self, name: &str) -> Outcome<usize> {
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
        let printed = self.session.cdp().send_raw("Page.printToPDF", paper).await?;
        let letters = printed["data"].as_str().ok_or("the browser printed nothing")?;
        let bytes = BASE64_STANDARD.decode(letters)?;
        fs::write(folder()?.join(format!("{name}.pdf")), &bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        Ok(text.matches("/Type /Page\n").count())
    }

    /// What a script says, in JSON.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn asks(&self, script: &str) -> Outcome<serde_json::Value> {
        Ok(self.session.execute(script, Vec::new()).await?.json().clone())
    }

    /// Runs a script that calls its last argument with what it has to say, in JSON.
    ///
    /// # Errors
    /// When the script fails or never calls.
    pub async fn asks_and_waits(
        &self,
        script: &str,
        arguments: Vec<serde_json::Value>,
    ) -> Outcome<serde_json::Value> {
        Ok(self.session.execute_async(script, arguments).await?.json().clone())
    }

    /// Waits until the browser keeps the page's files.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn kept(&self) -> Outcome<()> {
        let ready = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true));";
        Ok(self.session.execute_async(ready, Vec::new()).await.map(drop)?)
    }

    /// Every warning and error the console has shown since it was last asked.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn complaints(&self) -> Outcome<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let log = self.session.browser_log().await?;
        let serious = log.into_iter().filter(|entry| entry.level == "SEVERE" || entry.level == "WARNING");
        Ok(serious.map(|entry| entry.message).collect())
    }

    /// Says where the page was and what could be seen, for a visit that failed.
    pub(crate) async fn report(&self, name: &str) {
        let address = self.shown_address().await.unwrap_or_default();
        let picture = self.picture(name).await.map(|path| path.display().to_string()).unwrap_or_default();
        eprintln!("the page was at {address}; its picture is {picture}");
        for line in self.complaints().await.unwrap_or_default() {
            eprintln!("its console said: {line}");
        }
    }

    pub(crate) async fn quit(self) -> WebDriverResult<()> {
        self.session.quit().await
    }
}
