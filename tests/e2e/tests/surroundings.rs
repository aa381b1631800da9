//! Browsers that lack something: the visitor reads the reason by name and a way on, and never waits without end.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use e2e::addresses::{FRIEND, HOW, LAB, QUIZ};
use e2e::{
    Element, MISSING_FILES, Outcome, PLACES, Page, Persona, Screen, copy_of_dist, programs, visit, visit_in,
    waiting,
};
use serde_json::json;

/// The landing's words and its figure stand, how it works can be read, and nothing is offered that cannot be had.
async fn still_stands(page: &Page, notice: &Element<'_>, reason: &str) -> Outcome<()> {
    for fragment in ["", QUIZ, LAB, FRIEND] {
        page.open(fragment).await?;
        assert!(notice.text().await?.contains(reason), "{fragment}");
        page.landing().still().appears().await?;
        assert!(page.landing().essay().text().await?.contains("mentors buy time"));
        assert!(
            !page.landing().needs_wasm().is_shown().await?,
            "{fragment}: what is offered needs what is missing"
        );
    }
    page.landing().how_link().enter().await?;
    page.how().screen().appears().await
}

#[test]
fn without_webassembly_the_essay_and_the_map_stand_and_say_why() {
    visit("no-wasm", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        // A load that is broken off complains.
        page.document().running().appears().await?;
        page.before_everything("delete window.WebAssembly").await?;
        still_stands(&page, &page.document().missing_wasm(), "need WebAssembly").await?;
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
        still_stands(&page, &page.document().missing_wasm(), "SIMD").await?;
        Ok(())
    });
}

#[test]
fn without_javascript_the_essay_and_the_map_stand_and_say_why() {
    visit("no-script", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        // A load that is broken off complains.
        page.document().running().appears().await?;
        page.script(false).await?;
        still_stands(&page, &page.document().noscript(), "need JavaScript").await
    });
}

#[test]
fn without_style_pictures_do_not_grow_for_ever() {
    visit("no-style", async |site| {
        let page = site.newcomer(Screen::PHONE, FRIEND).await?;
        page.result().numbers().await?;
        page.document().without_style().await?;
        // Each redrawing may double a canvas, so a picture that grows is beyond any bound by then.
        waiting::throughout(Duration::from_secs(3), async || {
            let heights = "return Math.max(...elements.map(({ height }) => height))";
            let highest = page.document().canvases().asks(heights).await?;
            assert!(highest.as_u64().is_some_and(|highest| highest <= 4096), "{highest} pixels");
            Ok(())
        })
        .await?;
        page.result().numbers().await.map(drop)
    });
}

#[test]
fn without_workers_every_engine_says_so_and_the_answers_are_kept() {
    visit("no-workers", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        // A load that is broken off complains.
        page.document().running().appears().await?;
        page.before_everything("delete window.Worker").await?;
        page.open("").await?;
        page.landing().words().says("would not start").await?;
        page.walk_to_the_quiz().await?;
        page.answer_until_the_reveal(Persona::Outspoken).await?;
        page.reveal().alert().says("would not start").await?;
        page.reveal().retry().enter().await?;
        page.reveal().alert().appears().await?;
        page.open(LAB).await?;
        page.lab().status().says("would not start").await?;
        page.open(QUIZ).await?;
        page.quiz().welcome_back().appears().await
    });
}

#[test]
fn a_private_window_and_one_whose_storage_is_blocked_see_the_same_result() {
    visit("private", async |site| {
        let mut seen = Vec::new();
        let blocked = json!({ "prefs": { "profile.default_content_setting_values.cookies": 2 } });
        for chromium in [json!({}), json!({ "args": ["--incognito"] }), blocked.clone()] {
            let page = site.newcomer_in(&chromium, Screen::PHONE, FRIEND).await?;
            let shown = page.result().numbers().await?;
            page.open("").await?;
            page.walk_to_the_quiz().await?;
            page.answer_all(Persona::Reticent).await?;
            page.share().open().await?;
            page.open(QUIZ).await?;
            // Whoever lets nothing be kept begins again; in a private window it is kept as long as the window is.
            let back = if chromium == blocked { page.guess().screen() } else { page.quiz().welcome_back() };
            back.appears().await?;
            let refused = page.asks("try { return localStorage.length } catch { return 'blocked' }").await?;
            assert_eq!(refused == "blocked", chromium == blocked);
            seen.push(shown);
        }
        seen.dedup();
        assert_eq!(seen.len(), 1, "{seen:?}");
        Ok(())
    });
}

/// A copy of the finished page in which one of the files that it loads is missing; and that file's place there.
fn without(file: &str) -> (PathBuf, PathBuf) {
    let copy = copy_of_dist(&format!("without-{file}")).expect("there is room for a copy");
    let version = programs().file_name().expect("it is named after the version").to_owned();
    let missing = copy.join(version).join(file);
    fs::remove_file(&missing).expect("the file was there");
    (copy, missing)
}

#[test]
fn screens_that_do_not_load_say_so_and_come_when_the_network_does() {
    for file in ["visit.js", "visit_bg.wasm", "screens.css"] {
        let (folder, missing) = without(file);
        visit_in("lost-screens", &folder, async |site| {
            let page = site.newcomer(Screen::PHONE, "").await?;
            page.expects_complaints(&MISSING_FILES);
            page.document().starts().await?;
            // Whoever only comes near is not bothered.
            page.landing().quiz_link().focus().await?;
            site.settled().await?;
            assert!(!page.document().visit_alert().is_shown().await?);
            page.press(thirtyfour::Key::Enter).await?;
            page.document().visit_alert().says("did not load").await?;
            page.document().visit_retry().enter().await?;
            page.document().visit_alert().says("did not load").await?;
            fs::copy(programs().join(file), &missing)?;
            page.document().visit_retry().enter().await?;
            page.guess().screen().appears().await
        });
    }
}

#[test]
fn an_engine_that_does_not_load_says_so_and_comes_when_the_network_does() {
    for file in ["worker.js", "worker_bg.wasm"] {
        let (folder, missing) = without(file);
        visit_in("lost-engine", &folder, async |site| {
            let page = site.newcomer(Screen::PHONE, FRIEND).await?;
            page.expects_complaints(&MISSING_FILES);
            page.shared().just_look().enter().await?;
            page.document().visit_alert().says("could not be loaded").await?;
            fs::copy(programs().join(file), &missing)?;
            page.document().visit_engine_retry().enter().await?;
            page.result().numbers().await.map(drop)
        });
    }
}

#[test]
fn a_page_that_does_not_start_says_so() {
    let names = fs::read_dir(programs()).expect("the page is built").flatten().map(|entry| entry.file_name());
    let own = |name: &String| name.starts_with("normie-descent-") && name.ends_with(".js");
    let program = names.filter_map(|name| name.into_string().ok()).find(own).expect("the page has a program");
    let (folder, _) = without(&program);
    visit_in("lost-start", &folder, async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.expects_complaints(&MISSING_FILES);
        for place in PLACES.into_iter().filter(|place| place.address != HOW) {
            let fragment = place.address;
            page.open(fragment).await?;
            assert!(page.document().missing_start().text().await?.contains("did not load"), "{fragment}");
            page.landing().still().appears().await?;
        }
        Ok(())
    });
}
