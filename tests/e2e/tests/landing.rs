//! The landing: it opens below any path without a complaint, and asks nobody but its own host, and once.

use e2e::{Screen, visit};
use thirtyfour::Key;

#[test]
fn the_landing_opens_below_a_sub_path_and_nothing_complains() {
    visit("landing", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        assert!(!page.document().heading().text().await?.is_empty());
        site.settled().await?;
        Ok(())
    });
}

#[test]
fn every_file_is_asked_for_once_and_none_from_elsewhere() {
    visit("requests", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        site.settled().await?;
        let mut requests = site.requests();
        requests.sort();
        let all = requests.len();
        requests.dedup();
        assert_eq!(requests.len(), all, "asked for twice: {:?}", site.requests());
        let is_named = |request: &String, start: &str| {
            request.rsplit('/').next().is_some_and(|file| file.starts_with(start))
        };
        for part in ["normie-descent-", "plane.js", "plane_bg.wasm", "loader.js"] {
            assert!(
                requests.iter().any(|request| is_named(request, part)),
                "{part} is missing: {requests:?}"
            );
        }
        // The quiz, its engine and the renderer can wait until somebody wants them.
        let later = ["visit", "worker", "card", "screens.css"];
        let early = requests.iter().find(|request| later.iter().any(|part| is_named(request, part)));
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

#[test]
fn a_dragged_dot_follows_and_slides_once_it_is_let_go() {
    visit("drag", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        // It follows; how fast, `cargo xtask bench frames` says.
        page.drag_the_dot().await?;
        // Let go of, it slides: the world says something else than the finger did.
        page.landing().status().says("you: in a tribe").await?;
        let rest = page.landing().dot_left().await?;
        assert!((rest - 78.5).abs() > 5.0, "{rest}");
        Ok(())
    });
}

#[test]
fn arrow_keys_move_the_dot_and_replay_puts_it_back() {
    visit("keys", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.landing().live_dot().appears().await?;
        page.landing().dot().focus().await?;
        page.press(Key::Right).await?;
        let first = page.landing().dot_left().await?;
        page.press(Key::Right).await?;
        let second = page.landing().dot_left().await?;
        assert!(second > first, "{first} {second}");
        page.landing().status().says("you: in a tribe").await?;
        page.landing().replay().enter().await?;
        page.landing().status().says("you: loner").await?;
        page.landing().status().says("you: in a tribe").await?;
        Ok(())
    });
}
