//! Returning visitors: a host with releases of the page, and what has to work after each of them.

use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::addresses::{FRIEND, QUIZ};
use crate::console::{MISSING_FILES, PAGES_FOR_FILES};
use crate::nginx::{Caching, Missing, Nginx, temporary_folder};
use crate::page::{Page, Screen};
use crate::personas::Persona;
use crate::releases;
use crate::screens::Numbers;
use crate::site::{Outcome, Site, visit_on};
use crate::waiting;

/// How long an update may take in the background.
const PATIENCE: Duration = Duration::from_secs(60);

/// Releases of the page, made once: their folders and versions, from the oldest.
///
/// # Panics
/// When the page is not built.
#[must_use]
pub fn all_releases() -> &'static [(PathBuf, String)] {
    static RELEASES: OnceLock<Vec<(PathBuf, String)>> = OnceLock::new();
    RELEASES.get_or_init(|| {
        let folder = temporary_folder("releases").expect("there is room for releases");
        (0..6)
            .map(|number| {
                let release = folder.join(number.to_string());
                let version = releases::make(&release, number).expect("the page is built");
                (release, version)
            })
            .collect()
    })
}

/// The version of a release.
///
/// # Panics
/// When the page is not built.
#[must_use]
pub fn version(number: usize) -> &'static str {
    &all_releases()[number].1
}

/// A host of its own, with the first release.
pub struct Deployment {
    /// The folder that is served.
    pub served: PathBuf,
}

impl Deployment {
    /// Puts the release with this number in place of the one before.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn deploy(&self, number: usize) -> Outcome<()> {
        releases::deploy(&all_releases()[number].0, &self.served)
    }
}

/// Runs the visit on nginx with the first release, if nginx is here.
///
/// # Panics
/// When the visit fails.
pub fn on_nginx(
    name: &str,
    caching: Caching,
    missing: Missing,
    steps: impl AsyncFnOnce(&Site, &Deployment) -> Outcome<()>,
) {
    if !Nginx::takes_part() {
        return;
    }
    let folder = temporary_folder(name).expect("there is room for a host");
    let deployment = Deployment { served: folder.join("served") };
    deployment.deploy(0).expect("the first release can be deployed");
    let nginx = Nginx::start(&deployment.served, &folder.join("nginx"), caching, missing)
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    visit_on(name, nginx, async |site| steps(site, &deployment).await);
    fs::remove_dir_all(folder).expect("it was made here");
}

/// Asks a question again and again until the answer fits.
///
/// # Errors
/// When it does not in time.
pub async fn until(page: &Page, question: &str, fits: impl Fn(&Value) -> bool) -> Outcome<()> {
    waiting::until(PATIENCE, async || {
        let answer = page.asks_and_waits(question, Vec::new()).await.unwrap_or_default();
        Ok(if fits(&answer) { Ok(()) } else { Err(format!("the answer is {answer}")) })
    })
    .await
}

/// The version of the service worker that answers for the page, or will when it is loaded again; null without one.
const NEXT: &str = "const done = arguments[0];
    (async () => {
        const { controller } = navigator.serviceWorker;
        const registration = await navigator.serviceWorker.getRegistration();
        const next = controller && (registration?.waiting ?? controller);
        if (!next) done(null);
        navigator.serviceWorker.addEventListener('message', ({ source, data }) => source === next && done(data.version));
        next?.postMessage('');
        setTimeout(() => done(null), 2000);
    })();";

/// Whether a service worker is being installed.
pub const INSTALLING: &str = "const done = arguments[0];
    navigator.serviceWorker.getRegistration().then((registration) => done(Boolean(registration?.installing)));";

/// Whether a newer service worker waits until a page activates it.
pub const WAITING: &str = "const done = arguments[0];
    navigator.serviceWorker.getRegistration().then((registration) => done(Boolean(registration?.waiting)));";

/// The names of all caches of the origin, with the number of files in each.
pub const CACHES: &str = "const done = arguments[0];
    (async () => {
        const found = {};
        for (const name of await caches.keys()) found[name] = (await (await caches.open(name)).keys()).length;
        done(found);
    })();";

/// Deletes all caches of the origin.
pub const LOSE_CACHES: &str = "const done = arguments[0];
    caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => done(true));";

/// Waits until a service worker of this version answers for the page, or will when it is loaded again.
///
/// # Errors
/// When none does in time.
pub async fn is_next(page: &Page, version: &str) -> Outcome<()> {
    let mut loaded = Instant::now();
    waiting::until(PATIENCE, async || {
        let next = page.asks_and_waits(NEXT, Vec::new()).await.unwrap_or_default();
        if next == version {
            return Ok(Ok(()));
        }
        // A busy browser may give an update up: then the next visit finds it.
        if loaded.elapsed() > PATIENCE / 3 {
            page.reload().await?;
            loaded = Instant::now();
        }
        waiting::pass(Duration::from_millis(500)).await;
        Ok(Err(format!("{next} is next, not {version}")))
    })
    .await
}

/// What keeps one version, as far as this page can see.
pub fn is_kept<'a>(version: &'a str) -> impl Fn(&Value) -> bool + 'a {
    move |caches| {
        let caches = caches.as_object().into_iter().flatten();
        caches.filter(|(name, _)| name.ends_with(version)).any(|(_, files)| files.as_u64() > Some(10))
    }
}

/// Answers three questions, so that there is something to be lost.
///
/// # Errors
/// When a screen does not appear.
pub async fn begin_quiz(page: &Page) -> Outcome<()> {
    page.walk_to_the_quiz().await?;
    page.quiz().answer_as(Persona::Leaning, 1, 3).await
}

/// Which versions the files belong to that the page has loaded.
const LOADED: &str = "return [...new Set(performance.getEntriesByType('resource')
    .map(({ name }) => /\\/([0-9a-f]{16})\\//.exec(new URL(name).pathname)?.[1]).filter(Boolean))];";

/// Checks that the tab works: its landing knows the answers, quiz and engine run, and all of it is of one version, which is
/// given.
///
/// # Errors
/// When a screen does not appear, or files of several versions are loaded.
///
/// # Panics
/// When the box about errors is shown.
pub async fn works(page: &Page, result: &Numbers) -> Outcome<String> {
    page.go_to("").await?;
    page.landing().goes_on_with(4).await?;
    page.go_to(QUIZ).await?;
    page.quiz().question(4).appears().await?;
    works_for_friends(page, result).await?;
    page.go_to("").await?;
    // A page that has begun to heal itself is another one soon; one that has mixed versions stays as it is.
    let version = waiting::until(waiting::PATIENCE, async || {
        let version = page.document().version().await?;
        let loaded = page.asks(LOADED).await.unwrap_or_default();
        Ok(if loaded == json!([version]) {
            Ok(version)
        } else {
            Err(format!("{version} has loaded {loaded}"))
        })
    })
    .await?;
    assert!(!page.document().trouble().is_shown().await?);
    Ok(version)
}

/// Checks that a friend's link can be read.
///
/// # Errors
/// When it cannot.
///
/// # Panics
/// When it shows other numbers.
pub async fn works_for_friends(page: &Page, result: &Numbers) -> Outcome<()> {
    page.go_to(FRIEND).await?;
    let shown = match page.result().numbers().await {
        Ok(shown) => shown,
        // A page that heals itself on the way shows the link from its beginning.
        Err(_) => page.result().numbers().await?,
    };
    assert_eq!(shown, *result);
    page.document().is_styled().await
}

/// A visitor of the first release with three answers, whose service worker keeps it; and what a friend's link says.
///
/// # Errors
/// When a screen does not appear, or nothing is kept.
pub async fn regular(site: &Site) -> Outcome<(Page, Numbers)> {
    let page = site.newcomer(Screen::PHONE, FRIEND).await?;
    // Files of a release that is gone, for which some hosts send a page, and hosts without a network.
    page.expects_complaints(&MISSING_FILES);
    page.expects_complaints(&PAGES_FOR_FILES);
    let result = page.result().numbers().await?;
    page.open("").await?;
    begin_quiz(&page).await?;
    page.kept().await?;
    is_next(&page, version(0)).await?;
    until(&page, CACHES, is_kept(version(0))).await?;
    Ok((page, result))
}
