//! A tab of a browser: what a visitor does with it as a whole, and what can be asked of it.

use std::fs;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::console::Console;
use crate::engine::Engine;
use crate::pictures::folder;
use crate::site::Outcome;

/// The version of the page, whether a service worker controls it, and the words on it.
const SHOWN: &str = "const { version } = document.documentElement.dataset;
    return [version, navigator.serviceWorker?.controller?.state, document.body.innerText.slice(0, 800)].join(' | ');";

/// The service workers of the page and their caches.
const SERVICE_WORKERS: &str = "const done = arguments[0];
    (async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const workers = [registration?.installing, registration?.waiting, registration?.active];
        const found = workers.map((worker) => worker ? worker.state + ' ' + worker.scriptURL : 'none');
        done(found.concat(await caches.keys()).join(', '));
    })().catch((error) => done(String(error)));";

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
    pub(crate) console: Console,
}

impl Page {
    pub(crate) fn new(session: WebDriver, address: String, engine: Engine) -> Self {
        Page { session, address, engine, console: Console::default() }
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

    /// Opens an address below the page's own, from `""` to `"#quiz"`, loading everything again.
    ///
    /// # Errors
    /// When it cannot be reached.
    pub async fn open(&self, fragment: &str) -> Outcome<()> {
        // From one fragment to another a browser does not load anything: leave first.
        self.session.goto("about:blank").await?;
        Ok(self.session.goto(format!("{}{fragment}", self.address)).await?)
    }

    /// Loads the page again, as the browser's button does.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn reload(&self) -> Outcome<()> {
        Ok(self.session.refresh().await?)
    }

    /// Goes to another fragment of the page that is open.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn go_to(&self, fragment: &str) -> Outcome<()> {
        self.asks(&format!("location.hash = '{fragment}'; return 0")).await.map(drop)
    }

    /// The address as the visitor sees it.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn shown_address(&self) -> Outcome<String> {
        Ok(self.session.current_url().await?.to_string())
    }

    /// Puts a finger on a spot of the screen, and lifts it.
    pub(crate) async fn touch(&self, x: &Value, y: &Value) -> Outcome<()> {
        let cdp = self.session.cdp();
        cdp.send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        let down = json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] });
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

    /// Number of A4 pages that the page would fill in print.
    ///
    /// # Errors
    /// When the browser cannot print.
    pub async fn sheets_of_paper(&self, name: &str) -> Outcome<usize> {
        let page_size = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
        let printed = self.session.cdp().send_raw("Page.printToPDF", page_size).await?;
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

    /// Waits until two frames have been painted: by then the page is laid out, and its observers have been called.
    ///
    /// # Errors
    /// When the browser paints none.
    pub async fn two_frames(&self) -> Outcome<()> {
        let frames = "const [done] = arguments;
            requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
        self.asks_and_waits(frames, Vec::new()).await.map(drop)
    }

    /// Waits until nothing moves by itself any more but what moves for ever.
    ///
    /// # Errors
    /// When something goes on moving.
    pub async fn comes_to_rest(&self) -> Outcome<()> {
        let moving = "document.getAnimations().filter(({ playState, effect }) =>
            playState === 'running' && effect.getComputedTiming().endTime !== Infinity).length";
        self.two_frames().await?;
        self.becomes(&format!("{moving} === 0")).await
    }

    /// Waits until the browser keeps the page's files.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn kept(&self) -> Outcome<()> {
        let ready = "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done(true));";
        Ok(self.session.execute_async(ready, Vec::new()).await.map(drop)?)
    }

    /// Says where the page was and what could be seen, for a visit that failed.
    pub(crate) async fn report(&self, name: &str) {
        let address = self.shown_address().await.unwrap_or_default();
        let picture = self.picture(name).await.map(|path| path.display().to_string()).unwrap_or_default();
        eprintln!("the page was at {address}; its picture is {picture}");
        let shown = self.asks(SHOWN).await.unwrap_or_default();
        eprintln!("it showed: {shown}");
        let workers = self.asks_and_waits(SERVICE_WORKERS, Vec::new()).await.unwrap_or_default();
        eprintln!("its service workers (installing, waiting, active) and caches: {workers}");
        for line in self.console_lines().await {
            eprintln!("its console said: {line}");
        }
    }

    pub(crate) async fn quit(self) -> WebDriverResult<()> {
        self.session.quit().await
    }
}
