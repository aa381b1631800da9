//! Does the page open below any path, without a word of complaint, asking nobody but its own host, and once?

use e2e::{Screen, visit};

#[test]
fn the_landing_opens_below_a_sub_path_and_nothing_complains() {
    visit("landing", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        assert!(!page.text("h1").await?.is_empty());
        site.settled().await;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn every_file_is_asked_for_once_and_none_from_elsewhere() {
    visit("requests", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        site.settled().await;
        let mut requests = site.requests();
        requests.sort();
        let all = requests.len();
        requests.dedup();
        assert_eq!(requests.len(), all, "asked for twice: {:?}", site.requests());
        for part in ["start.js", "plane.js", "plane_bg.wasm", "loader.js"] {
            assert!(
                requests.iter().any(|request| request.starts_with(part)),
                "{part} is missing: {requests:?}"
            );
        }
        // The quiz, its engine and the painter can wait until somebody wants them.
        let later = ["visit", "worker", "card"];
        let early = requests.iter().find(|request| later.iter().any(|part| request.starts_with(part)));
        assert_eq!(early, None, "too early");
        let elsewhere =
            page.asks("return performance.getEntriesByType('resource').map(entry => entry.name)").await?;
        for address in elsewhere.as_array().into_iter().flatten().filter_map(|address| address.as_str()) {
            assert!(
                address.starts_with(&site.address()) || address.starts_with("data:"),
                "{address} is elsewhere"
            );
        }
        Ok(())
    });
}
