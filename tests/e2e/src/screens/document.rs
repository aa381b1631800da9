//! The document around every screen: its start, its version, its notices, and the parts that load later.

use crate::element::Element;
use crate::site::Outcome;

screen! {
    /// The document around every screen.
    Document, document {
        /// All that can be read.
        body: "body",
        /// Every element.
        everything: "body *",
        /// The first heading that can be seen.
        heading: "h1",
        /// The root, which names the version.
        root: "html",
        /// The root once the program runs.
        running: "html[data-running]",
        /// The screen that is shown, whichever it is.
        any_screen: "main[data-screen]",
        /// Every screen that stands in the document, seen or not.
        sheets: "main",
        /// The heading of the screen that is shown.
        any_heading: "main[data-screen] h1",
        /// Where screens are shown.
        place: "#screen",
        /// The script that starts the program.
        start_script: "script[data-wasm]",
        /// The style of the screens.
        screens_style: "link[data-screens]",
        /// All groups that can be folded.
        details: "details",
        /// All pictures that are drawn.
        canvases: "canvas",
        /// All buttons.
        buttons: ".button",
        /// The box that says what broke.
        trouble: "#trouble",
        /// The box about errors, by its role.
        trouble_alert: "#trouble[role=alert]",
        /// What it says.
        trouble_said: "#trouble-said",
        /// Starts over from there.
        trouble_reload: "#trouble-reload",
        /// The offer of a newer version.
        newer: "#newer",
        /// Loads it.
        renew: "#newer [data-renew]",
        /// Why the program does not start.
        missing_start: ".missing-start",
        /// Tries to load it again.
        missing_start_renew: ".missing-start [data-renew]",
        /// Why the engine cannot run here.
        missing_wasm: ".missing-wasm",
        /// What is said without scripts.
        noscript: "noscript .notice",
        /// That nothing lives at this address.
        lost: ".lost",
        /// Why a screen did not load.
        visit_alert: "#visit [role=alert]",
        /// Loads the screen again.
        visit_retry: "#visit [data-action=retry]",
        /// Has the engine try again.
        visit_engine_retry: "#visit .body .ways button",
        /// The heading of what is shown in place of a screen.
        visit_heading: "#visit h1",
    }
}

impl<'p> Document<'p> {
    /// Waits until the program runs.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn starts(&self) -> Outcome<()> {
        self.running().appears().await
    }

    /// Waits until the program of this version runs.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn starts_as(&self, version: &str) -> Outcome<()> {
        self.running().with(&format!("[data-version='{version}']")).appears().await
    }

    /// The version that the page names, once its program runs.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn version(&self) -> Outcome<String> {
        self.starts().await?;
        self.root().attribute("data-version").await
    }

    /// A screen that stands in the document before its program has come, by its class.
    #[must_use]
    pub fn prerendered(&self, class: &str) -> Element<'p> {
        self.0.element(format!(".still.{class} h1"))
    }

    /// The same screen once its program runs.
    #[must_use]
    pub fn live(&self, class: &str) -> Element<'p> {
        self.any_screen().with(&format!(".{class}"))
    }

    /// Any screen but the landing.
    #[must_use]
    pub fn another_screen(&self) -> Element<'p> {
        self.any_screen().with(":not([data-screen=landing])")
    }

    /// Waits until the screens have their style.
    ///
    /// # Errors
    /// When they have not in time.
    pub async fn is_styled(&self) -> Outcome<()> {
        self.screens_style().becomes("element?.sheet?.cssRules.length > 0").await
    }

    /// Takes all style away, as a visitor may have a browser do.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn without_style(&self) -> Outcome<()> {
        self.root().runs("for (const sheet of document.styleSheets) sheet.disabled = true").await
    }

    /// Unfolds every group.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn unfold_all(&self) -> Outcome<()> {
        self.details().runs("elements.forEach((group) => group.open = true)").await
    }

    /// By how many pixels the page is wider than its window.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn pixels_too_wide(&self) -> Outcome<i64> {
        let over =
            "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
        self.0.asks(over).await?.as_i64().ok_or_else(|| "no width".into())
    }

    /// Waits until these words stand somewhere on the page.
    ///
    /// # Errors
    /// When they do not in time.
    pub async fn reads(&self, words: &str) -> Outcome<()> {
        self.body().says(words).await.map(drop)
    }
}
