//! Does the page open below any path, without a word of complaint, asking nobody but its own host, and once?

use e2e::{Screen, visit};
use thirtyfour::Key;

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
        for part in ["normie-descent-", "plane.js", "plane_bg.wasm", "loader.js"] {
            assert!(
                requests.iter().any(|request| request.starts_with(part)),
                "{part} is missing: {requests:?}"
            );
        }
        // The quiz, its engine and the painter can wait until somebody wants them.
        let later = ["visit", "worker", "card", "screens.css"];
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

#[test]
fn a_dragged_dot_follows_and_slides_once_it_is_let_go() {
    visit("drag", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        // It follows; how fast, `cargo xtask bench frames` says.
        page.drag_the_dot().await?;
        // Let go of, it slides: the world says something else than the finger did.
        let left = "return parseFloat(document.querySelector('.you-handle').style.left)";
        page.text_once(".figure-status", |words| words.contains("you: in a tribe")).await?;
        let rest = page.asks(left).await?.as_f64();
        assert!(rest.is_some_and(|rest| (rest - 78.5).abs() > 5.0), "{rest:?}");
        Ok(())
    });
}

#[test]
fn arrow_keys_move_the_dot_and_replay_puts_it_back() {
    visit("keys", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.find(".figure-box.alive .you-handle:not(.waiting)").await?;
        let left = "return parseFloat(document.querySelector('.you-handle').style.left)";
        page.find(".you-handle").await?.focus().await?;
        page.press(Key::Right).await?;
        let first = page.asks(left).await?.as_f64().unwrap_or_default();
        page.press(Key::Right).await?;
        let second = page.asks(left).await?.as_f64().unwrap_or_default();
        assert!(second > first, "{first} {second}");
        page.text_once(".figure-status", |words| words.contains("you: in a tribe")).await?;
        page.enter("[data-action=replay]").await?;
        page.text_once("[data-value=day]", |words| words.contains("you: loner")).await?;
        page.text_once(".figure-status", |words| words.contains("you: in a tribe")).await?;
        Ok(())
    });
}
