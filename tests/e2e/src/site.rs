//! The surroundings of a visit: a static host, a driver, and an end for both.

use std::cell::RefCell;
use std::error::Error;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::Value;
use thirtyfour::prelude::*;
use xtask::files::copy_below;
use xtask::headers::Headers;
use xtask::static_host::StaticHost;

use crate::engine::{Driver, Engine};
use crate::nginx::{Nginx, temporary_folder};
use crate::page::{Page, Screen};
use crate::waiting::settled;

/// What a step of a visit gives, or why it could not be taken.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// `dist/` is served below this, to prove that the page works below any path.
pub const PREFIX: &str = "/some/where/";

/// The page, served, with a browser at hand.
pub struct Site {
    host: Host,
    drivers: RefCell<Vec<(Engine, Driver)>>,
    open: RefCell<Vec<Page>>,
}

/// Serves `dist/`, starts a browser, runs the visit, and ends both.
///
/// # Panics
/// When the visit fails: after printing what each open page's console said and where its last picture is.
pub fn visit(name: &str, steps: impl AsyncFnOnce(&Site) -> Outcome<()>) {
    visit_in(name, &dist(), steps);
}

/// What serves the page.
enum Host {
    Own(StaticHost),
    Nginx(Nginx),
}

/// The finished page.
#[must_use]
pub fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist")
}

/// The folder below [`dist`] that holds what the page loads; it is named after the version.
///
/// # Panics
/// When the page is not built.
#[must_use]
pub fn programs() -> PathBuf {
    let loader = |folder: &PathBuf| folder.join("loader.js").is_file();
    let folders = fs::read_dir(dist()).expect("the page is built").flatten().map(|entry| entry.path());
    folders.into_iter().find(loader).expect("a release has a folder for its version")
}

/// A copy of [`dist`] in a folder of its own.
///
/// # Errors
/// When a file cannot be copied.
pub fn copy_of_dist(name: &str) -> Outcome<PathBuf> {
    let copy = temporary_folder(name)?;
    copy_below(&dist(), &copy)?;
    Ok(copy)
}

/// The same with another folder to serve.
///
/// # Panics
/// When the visit fails.
pub fn visit_in(name: &str, folder: &Path, steps: impl AsyncFnOnce(&Site) -> Outcome<()>) {
    visit_under(name, folder, Headers::default(), steps);
}

/// The same on a host that sends these headers.
///
/// # Panics
/// When the visit fails.
pub fn visit_under(
    name: &str,
    folder: &Path,
    headers: Headers,
    steps: impl AsyncFnOnce(&Site) -> Outcome<()>,
) {
    let site = Site::at(folder, headers).unwrap_or_else(|error| panic!("{name}: {error}"));
    run(name, site, steps);
}

/// The same on an nginx that serves something already.
///
/// # Panics
/// When the visit fails.
pub fn visit_on(name: &str, nginx: Nginx, steps: impl AsyncFnOnce(&Site) -> Outcome<()>) {
    let site = Site { host: Host::Nginx(nginx), drivers: RefCell::default(), open: RefCell::default() };
    run(name, site, steps);
}

fn run(name: &str, site: Site, steps: impl AsyncFnOnce(&Site) -> Outcome<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime on one thread needs nothing that could be missing");
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(steps(&site))));
    let failed = !matches!(outcome, Ok(Ok(())));
    let end = runtime.block_on(site.close(failed.then_some(name)));
    match outcome {
        Ok(outcome) => outcome.and(end).unwrap_or_else(|error| panic!("{name}: {error}")),
        Err(panic) => resume_unwind(panic),
    }
}

impl Site {
    fn at(dist: &Path, headers: Headers) -> Outcome<Self> {
        if !dist.join("index.html").is_file() {
            return Err("there is no dist/ to visit: run `cargo xtask build` first".into());
        }
        let host = StaticHost::start_with(dist, PREFIX, 0, headers)?;
        Ok(Site { host: Host::Own(host), drivers: RefCell::default(), open: RefCell::default() })
    }

    /// Where `index.html` is served, ending in a slash.
    #[must_use]
    pub fn address(&self) -> String {
        match &self.host {
            Host::Own(host) => host.address(),
            Host::Nginx(nginx) => nginx.address(),
        }
    }

    /// Every path asked of the host so far, below the folder of `index.html`, with its query.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        let (requests, prefix) = match &self.host {
            Host::Own(host) => (host.requests(), PREFIX),
            Host::Nginx(nginx) => (nginx.requests(), "/"),
        };
        requests.iter().map(|path| path.strip_prefix(prefix).unwrap_or(path).to_owned()).collect()
    }

    /// Takes the network away: the host answers nobody any more.
    pub fn unplug(&self) {
        match &self.host {
            Host::Own(host) => host.close(),
            Host::Nginx(nginx) => nginx.close(),
        }
    }

    /// Waits until nothing has been asked for during a whole second.
    ///
    /// # Errors
    /// When something is asked for again and again.
    pub async fn settled(&self) -> Outcome<()> {
        settled(Duration::from_secs(1), async || Ok(self.requests().len())).await.map(drop)
    }

    /// Opens `fragment` (`""`, or something like `"#quiz"`) as somebody who was never here before.
    ///
    /// # Errors
    /// When the browser does not start or the page cannot be reached.
    pub async fn newcomer(&self, screen: Screen, fragment: &str) -> Outcome<Page> {
        self.newcomer_with(Engine::Chromium, screen, fragment).await
    }

    /// The same in another browser.
    ///
    /// # Errors
    /// When the browser does not start or the page cannot be reached.
    pub async fn newcomer_with(&self, engine: Engine, screen: Screen, fragment: &str) -> Outcome<Page> {
        self.start(engine, &Value::Null, screen, fragment).await
    }

    /// The same in a Chromium with these `args` on its command line and these `prefs` in its profile.
    ///
    /// # Errors
    /// When the browser does not start or the page cannot be reached.
    pub async fn newcomer_in(&self, chromium: &Value, screen: Screen, fragment: &str) -> Outcome<Page> {
        self.start(Engine::Chromium, chromium, screen, fragment).await
    }

    async fn start(&self, engine: Engine, more: &Value, screen: Screen, fragment: &str) -> Outcome<Page> {
        let driver = self.driver(engine)?;
        // The driver makes a profile for each session and throws it away afterwards.
        let session = WebDriver::new(&driver, engine.wishes(more)?).await?;
        let page = Page::new(session, self.address(), engine);
        self.open.borrow_mut().push(page.clone());
        page.look_through(screen).await?;
        page.open(fragment).await?;
        Ok(page)
    }

    /// Quits every browser that is open now.
    ///
    /// # Errors
    /// When one of them does not quit, or has complained about something unexpected.
    pub async fn all_leave(&self) -> Outcome<()> {
        for page in self.open.take() {
            no_complaints(&page).await?;
            page.quit().await?;
        }
        Ok(())
    }

    /// Where a driver of the engine listens. Chromium's is started when it is first wanted; the others' bear with one
    /// session each.
    fn driver(&self, engine: Engine) -> Outcome<String> {
        let mut drivers = self.drivers.borrow_mut();
        let known = drivers.iter().find(|(kind, _)| *kind == engine && engine == Engine::Chromium);
        if let Some((_, driver)) = known {
            return Ok(driver.address.clone());
        }
        let driver = Driver::start(engine)?;
        let address = driver.address.clone();
        drivers.push((engine, driver));
        Ok(address)
    }

    /// Quits every browser. For a visit that failed, says first what could be seen; any other fails now if a console
    /// has complained about something unexpected.
    async fn close(self, failed: Option<&str>) -> Outcome<()> {
        let mut end = Ok(());
        for (number, page) in self.open.into_inner().into_iter().enumerate() {
            match failed {
                Some(name) => page.report(&format!("failed-{name}-{number}")).await,
                None => end = end.and(no_complaints(&page).await),
            }
            // A browser that hangs ends with its driver.
            match tokio::time::timeout(Duration::from_secs(20), page.quit()).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => eprintln!("a browser did not quit: {error}"),
                Err(_) => eprintln!("a browser did not quit in time"),
            }
        }
        end
    }
}

/// Fails if a browser has complained about something unexpected.
async fn no_complaints(page: &Page) -> Outcome<()> {
    match page.complaints().await {
        Ok(complaints) if complaints.is_empty() => Ok(()),
        Ok(complaints) => Err(format!("the console said: {}", complaints.join("\n")).into()),
        Err(error) => Err(format!("the console cannot be read, so the page may hang: {error}").into()),
    }
}
