//! What does a visitor meet whose browser lacks something? The reason by name, a way on, and never a wait without end.

use std::fs;
use std::path::{Path, PathBuf};

use e2e::{Outcome, PLACES, Page, Screen, dist, visit, visit_in};
use serde_json::json;

/// A friend's result.
const RESULT: &str = "#r1.010MMVGKMMM1NHQ837";

/// The landing's words and its figure stand, how it works can be read, and nothing is offered that cannot be had.
async fn still_stands(page: &Page, notice: &str, reason: &str) -> Outcome<()> {
    for fragment in ["", "#quiz", "#lab", RESULT] {
        page.open(fragment).await?;
        assert!(page.text(notice).await?.contains(reason), "{fragment}");
        page.find("[data-screen=landing] .figure-still").await?;
        assert!(page.text(".essay").await?.contains("mentors buy time"));
        assert!(!page.shows(".needs-wasm").await?, "{fragment}: what is offered needs what is missing");
    }
    page.enter("[data-screen=landing] a[href='./how.html']").await?;
    page.find("[data-screen=how]").await.map(drop)
}

#[test]
fn without_webassembly_the_essay_and_the_map_stand_and_say_why() {
    visit("no-wasm", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.complaints().await?;
        page.before_everything("delete window.WebAssembly").await?;
        still_stands(&page, ".missing-wasm", "need WebAssembly").await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn without_four_lanes_per_instruction_it_is_the_same() {
    visit("no-simd", async |site| {
        // A processor from before 2008.
        let chromium =
            json!({ "args": ["--js-flags=--no-enable-sse4-1 --no-enable-ssse3 --no-enable-sse3"] });
        let page = site.newcomer_in(&chromium, Screen::PHONE, "").await?;
        still_stands(&page, ".missing-wasm", "SIMD").await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn without_javascript_the_essay_and_the_map_stand_and_say_why() {
    visit("no-script", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.script(false).await?;
        still_stands(&page, "noscript .notice", "need JavaScript").await
    });
}

#[test]
fn without_workers_every_engine_says_so_and_the_answers_are_kept() {
    visit("no-workers", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.before_everything("delete window.Worker").await?;
        page.open("").await?;
        page.text_once("#figure-words", |said| said.contains("would not start")).await?;
        page.walk_to_the_quiz().await?;
        page.answer_until_the_reveal(|asked| char::from(b"14352"[asked % 5])).await?;
        page.text_once("[data-screen=reveal] [role=alert]", |said| said.contains("would not start")).await?;
        page.enter("[data-screen=reveal] .body button").await?;
        page.find("[data-screen=reveal] [role=alert]").await?;
        page.open("#lab").await?;
        page.text_once("[data-screen=lab] [data-value=status]", |said| said.contains("would not start"))
            .await?;
        page.open("#quiz").await?;
        page.find("[data-screen=welcome-back]").await.map(drop)
    });
}

#[test]
fn a_private_window_and_one_whose_storage_is_blocked_see_the_same_result() {
    visit("private", async |site| {
        let mut seen = Vec::new();
        let blocked = json!({ "prefs": { "profile.default_content_setting_values.cookies": 2 } });
        for chromium in [json!({}), json!({ "args": ["--incognito"] }), blocked.clone()] {
            let page = site.newcomer_in(&chromium, Screen::PHONE, RESULT).await?;
            let shown = page.result().await?;
            page.open("").await?;
            page.walk_to_the_quiz().await?;
            page.answer_all(|asked| if asked <= 3 { '3' } else { '0' }).await?;
            page.share().await?;
            page.open("#quiz").await?;
            // Whoever lets nothing be kept begins again; in a private window it is kept as long as the window is.
            let back = if chromium == blocked { "[data-screen=guess]" } else { "[data-screen=welcome-back]" };
            page.find(back).await?;
            let refused = page.asks("try { return localStorage.length } catch { return 'blocked' }").await?;
            assert_eq!(refused == "blocked", chromium == blocked);
            let complaints = page.complaints().await?;
            assert!(complaints.is_empty(), "{chromium}: {complaints:?}");
            seen.push(shown);
        }
        seen.dedup();
        assert_eq!(seen.len(), 1, "{seen:?}");
        Ok(())
    });
}

/// A copy of the finished page in which a file is not what it should be.
fn with_broken(file: &str) -> PathBuf {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("broken-{file}"));
    fs::create_dir_all(&copy).expect("there is room for a copy");
    for entry in fs::read_dir(dist()).expect("the page is built") {
        let entry = entry.expect("its files can be listed");
        if entry.path().is_file() {
            fs::copy(entry.path(), copy.join(entry.file_name())).expect("there is room for a copy");
        }
    }
    fs::remove_file(copy.join(file)).expect("the file was there");
    copy
}

#[test]
fn screens_that_do_not_load_say_so_and_come_when_the_network_does() {
    for file in ["visit.js", "visit_bg.wasm", "screens.css"] {
        let folder = with_broken(file);
        visit_in("lost-screens", &folder, async |site| {
            let page = site.newcomer(Screen::PHONE, "").await?;
            page.find("html[data-running]").await?;
            // Whoever only comes near is not bothered.
            page.find("[data-screen=landing] a[href='#quiz']").await?.focus().await?;
            site.settled().await;
            assert!(!page.shows("#visit [role=alert]").await?);
            page.press(thirtyfour::Key::Enter).await?;
            page.text_once("#visit [role=alert]", |said| said.contains("did not load")).await?;
            page.enter("#visit [data-action=retry]").await?;
            page.text_once("#visit [role=alert]", |said| said.contains("did not load")).await?;
            fs::copy(dist().join(file), folder.join(file))?;
            page.enter("#visit [data-action=retry]").await?;
            page.find("[data-screen=guess]").await.map(drop)
        });
    }
}

#[test]
fn an_engine_that_does_not_load_says_so_and_comes_when_the_network_does() {
    for file in ["worker.js", "worker_bg.wasm"] {
        let folder = with_broken(file);
        visit_in("lost-engine", &folder, async |site| {
            let page = site.newcomer(Screen::PHONE, RESULT).await?;
            page.enter("[data-action=just-look]").await?;
            page.text_once("#visit [role=alert]", |said| said.contains("could not be loaded")).await?;
            fs::copy(dist().join(file), folder.join(file))?;
            page.enter("#visit .body .ways button").await?;
            page.result().await.map(drop)
        });
    }
}

#[test]
fn a_page_that_does_not_start_says_so() {
    let names = fs::read_dir(dist()).expect("the page is built").flatten().map(|entry| entry.file_name());
    let own = |name: &String| name.starts_with("normie-descent-") && name.ends_with(".js");
    let program = names.filter_map(|name| name.into_string().ok()).find(own).expect("the page has a program");
    let folder = with_broken(&program);
    visit_in("lost-start", &folder, async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        for (_, fragment, _) in PLACES.into_iter().filter(|(.., fragment, _)| !fragment.contains("how")) {
            page.open(fragment).await?;
            assert!(page.text(".missing-start").await?.contains("did not load"), "{fragment}");
            page.find("[data-screen=landing] .figure-still").await?;
        }
        Ok(())
    });
}
