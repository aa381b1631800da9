//! What does a visit need around it? A static host, a driver, and an end for both.

use std::cell::RefCell;
use std::error::Error;
use std::io::{BufRead, BufReader};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::json;
use thirtyfour::prelude::*;
use xtask::chromium;
use xtask::static_host::StaticHost;

use crate::page::{Page, Screen};

/// What a step of a visit gives, or why it could not be taken.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// `dist/` is served below this, to prove that the page works below any path.
pub const PREFIX: &str = "/some/where/";

/// `dist/`, served, with a browser at hand.
pub struct Site {
    host: StaticHost,
    driver: Driver,
    open: RefCell<Vec<Page>>,
}

/// Serves `dist/`, starts a browser, runs the visit, and ends both.
///
/// # Panics
/// When the visit fails: after printing what each open page's console said and where its last picture is.
pub fn visit(name: &str, steps: impl AsyncFnOnce(&Site) -> Outcome<()>) {
    visit_in(name, &dist(), steps);
}

/// The finished page.
#[must_use]
pub fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist")
}

/// The same with another folder to serve.
///
/// # Panics
/// When the visit fails.
pub fn visit_in(name: &str, folder: &Path, steps: impl AsyncFnOnce(&Site) -> Outcome<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime on one thread needs nothing that could be missing");
    let site = Site::start(folder).unwrap_or_else(|error| panic!("{name}: {error}"));
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(steps(&site))));
    let failed = !matches!(outcome, Ok(Ok(())));
    runtime.block_on(site.close(failed.then_some(name)));
    match outcome {
        Ok(outcome) => outcome.unwrap_or_else(|error| panic!("{name}: {error}")),
        Err(panic) => resume_unwind(panic),
    }
}

impl Site {
    fn start(dist: &Path) -> Outcome<Self> {
        if !dist.join("index.html").is_file() {
            return Err("there is no dist/ to visit: run `cargo xtask build` first".into());
        }
        let host = StaticHost::start(dist, PREFIX, 0)?;
        Ok(Site { host, driver: Driver::start()?, open: RefCell::default() })
    }

    /// Where `index.html` is served, ending in a slash.
    #[must_use]
    pub fn address(&self) -> String {
        self.host.address()
    }

    /// Every path asked of the host so far, below the folder of `index.html`, with its query.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        let below = |path: &String| path.strip_prefix(PREFIX).unwrap_or(path).to_owned();
        self.host.requests().iter().map(below).collect()
    }

    /// Takes the network away: the host answers nobody any more.
    pub fn unplug(&self) {
        self.host.close();
    }

    /// Waits until nothing has been asked for during a whole second.
    pub async fn settled(&self) {
        let mut before = usize::MAX;
        while before != self.host.requests().len() {
            before = self.host.requests().len();
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    /// Opens `fragment` (`""`, or something like `"#quiz"`) as somebody who was never here before.
    ///
    /// # Errors
    /// When the browser does not start or the page cannot be reached.
    pub async fn newcomer(&self, screen: Screen, fragment: &str) -> Outcome<Page> {
        // The same wishes as in the browser tests; the log is for `Page::complaints`.
        let mut wishes: Capabilities = serde_json::from_str(include_str!("../../../webdriver.json"))?;
        wishes.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
        // The driver makes a profile for each session and throws it away afterwards.
        let session = WebDriver::new(&self.driver.address, wishes).await?;
        let page = Page::new(session, self.address());
        self.open.borrow_mut().push(page.clone());
        page.look_through(screen).await?;
        page.open(fragment).await?;
        Ok(page)
    }

    /// Quits every browser; for a visit that failed, says first what could be seen.
    async fn close(self, failed: Option<&str>) {
        for (number, page) in self.open.into_inner().into_iter().enumerate() {
            if let Some(name) = failed {
                page.report(&format!("failed-{name}-{number}")).await;
            }
            if let Err(error) = page.quit().await {
                eprintln!("a browser did not quit: {error}");
            }
        }
    }
}

/// A running chromedriver. Dropping it ends it.
struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    fn start() -> Outcome<Self> {
        let program =
            chromium::driver().ok_or("chromedriver is missing: install Debian's chromium-driver")?;
        let process = Command::new(program).arg("--port=0").stdout(Stdio::piped()).spawn()?;
        let mut driver = Driver { process, address: String::new() };
        let output = driver.process.stdout.take().ok_or("chromedriver's output was not captured")?;
        for line in BufReader::new(output).lines() {
            if let Some((_, port)) = line?.split_once("started successfully on port ") {
                driver.address = format!("http://127.0.0.1:{}", port.trim_end_matches('.'));
                return Ok(driver);
            }
        }
        Err("chromedriver ended before it listened".into())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Its browsers have quit by now; it keeps nothing that an abrupt end could lose.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
