//! What happens when something breaks in the middle? It is said, there is a way on, and the answers are still there.

use e2e::{Outcome, Page, Screen, visit};
use serde_json::json;

/// Time that can be hurried: a minute of silence then takes some seconds.
const HURRY: &str = "const slowly = window.setTimeout; window.times = 1;
    window.setTimeout = (then, wait, ...more) => slowly(then, wait < 5000 ? wait : wait / window.times, ...more);";

/// How many engines have been started, some frames later.
const AFTER_FRAMES: &str = "const [done] = arguments, frame = () => new Promise(requestAnimationFrame);
    (async () => { for (let nth = 0; nth < 10; nth += 1) await frame(); done(window.engines.length); })();";

/// Ends the engine without a word, and lets time pass until that is noticed.
async fn end_the_engine(page: &Page, place: &str) -> Outcome<()> {
    let engines = page.asks("return window.engines.length").await?;
    page.end_the_engine().await?;
    page.asks("window.times = 50; return 0").await?;
    page.text_once(place, |said| said.contains("it says nothing any more")).await?;
    page.asks("window.times = 1; return 0").await?;
    // Nobody starts another one unasked: it would know nothing of this world, and say that instead.
    assert_eq!(page.asks_and_waits(AFTER_FRAMES, Vec::new()).await?, engines);
    page.text_once(place, |said| said.contains("it says nothing any more")).await.map(drop)
}

/// Somebody with three answers, so that the result comes soon.
async fn walk_to_a_result(page: &Page) -> Outcome<()> {
    page.walk_to_the_quiz().await?;
    page.answer_all(|asked| if asked <= 3 { '3' } else { '0' }).await
}

/// The day of the year on the feed.
async fn day(page: &Page) -> Outcome<u32> {
    Ok(page.attribute("[data-screen=result] [data-value=day]", "data-day").await?.parse()?)
}

/// Waits until days have passed.
async fn days_pass(page: &Page, place: &str) -> Outcome<()> {
    page.find(&format!("{place}:not([data-day='0'])")).await.map(drop)
}

#[test]
fn an_engine_that_ends_in_the_middle_of_the_year_is_started_again() {
    visit("ended-year", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.know_engines().await?;
        page.before_everything(HURRY).await?;
        page.open("").await?;
        walk_to_a_result(&page).await?;
        let before = page.result().await?;
        page.enter("[data-screen=result] [data-action=play]").await?;
        days_pass(&page, "[data-screen=result] [data-value=day]").await?;
        end_the_engine(&page, ".year .refused").await?;
        assert!(day(&page).await? < 365);
        assert_eq!(page.result().await?, before, "what was there stays");
        page.enter("[data-screen=result] [data-action=play]").await?;
        days_pass(&page, "[data-screen=result] [data-value=day]").await?;
        assert!(!page.shows(".year .refused:not(:empty)").await?);
        page.open("#quiz").await?;
        page.enter("[data-screen=welcome-back] [data-action=look]").await?;
        assert_eq!(page.result().await?, before);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn an_engine_that_ends_in_the_lab_is_started_again() {
    visit("ended-lab", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.know_engines().await?;
        page.before_everything(HURRY).await?;
        page.open("#s1.seed=42&feed=1&dims=64").await?;
        let status = "[data-screen=lab] [data-value=status]";
        page.text_once(status, |said| said.contains("you:")).await?;
        page.enter("[data-action=play]").await?;
        days_pass(&page, status).await?;
        end_the_engine(&page, status).await?;
        page.enter("[data-action=play]").await?;
        page.text_once(status, |said| said.contains("you:")).await?;
        days_pass(&page, status).await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn an_engine_that_ends_while_it_reads_the_answers_loses_none() {
    visit("ended-reading", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.know_engines().await?;
        page.before_everything(HURRY).await?;
        page.open("").await?;
        page.walk_to_the_quiz().await?;
        page.end_the_engine().await?;
        page.answer_until_the_reveal(|asked| if asked <= 3 { '3' } else { '0' }).await?;
        page.asks("window.times = 50; return 0").await?;
        page.text_once("[data-screen=reveal] [role=alert]", |said| said.contains("says nothing")).await?;
        page.asks("window.times = 1; return 0").await?;
        page.enter("[data-screen=reveal] .body button").await?;
        assert_eq!(page.result().await?.answered, "3");
        Ok(())
    });
}

#[test]
fn an_engine_without_memory_says_so_and_nothing_is_lost() {
    visit("no-memory", async |site| {
        // 64 pages of 64 KiB for every program: enough to start one, not to fill it with people.
        let chromium = json!({ "args": ["--js-flags=--wasm-max-mem-pages=64"] });
        let page = site.newcomer_in(&chromium, Screen::LAPTOP, "").await?;
        page.walk_to_the_quiz().await?;
        page.answer_until_the_reveal(|asked| char::from(b"14352"[asked % 5])).await?;
        page.text_once("[data-screen=reveal] [role=alert]", |said| said.contains("out of memory")).await?;
        page.enter("[data-screen=reveal] .body button").await?;
        page.text_once("[data-screen=reveal] [role=alert]", |said| said.contains("out of memory")).await?;
        page.open("#quiz").await?;
        page.find("[data-screen=welcome-back]").await.map(drop)
    });
}

#[test]
fn a_painter_that_dies_says_so_and_the_result_stays() {
    visit("no-painter", async |site| {
        let with_a_word = "painter.dispatchEvent(new ErrorEvent('error', { message: 'out of paint' }));";
        for last_words in [with_a_word, ""] {
            let page = site.newcomer(Screen::LAPTOP, "").await?;
            page.know_engines().await?;
            page.before_everything(HURRY).await?;
            page.open("").await?;
            walk_to_a_result(&page).await?;
            page.share().await?;
            page.asks(&format!(
                "const painter = window.engines.at(-1);
                painter.terminate();
                {last_words}
                window.times = 50;
                return 0;"
            ))
            .await?;
            page.find("[name=tells][value=answers]").await?.focus().await?;
            page.press(" ").await?;
            page.text_once(".share-said", |said| said.contains("did not load")).await?;
            assert_eq!(page.result().await?.answered, "3");
        }
        Ok(())
    });
}

#[test]
fn a_world_without_memory_says_so_and_a_smaller_one_can_be_made() {
    visit("no-room", async |site| {
        // 24 MiB: two thousand people of two thousand dimensions are more than that.
        let chromium = json!({ "args": ["--js-flags=--wasm-max-mem-pages=384"] });
        let page = site.newcomer_in(&chromium, Screen::LAPTOP, "#s1.seed=42&dims=2048").await?;
        let status = "[data-screen=lab] [data-value=status]";
        page.text_once(status, |said| said.contains("this tab has not got that")).await?;
        page.asks("location.hash = 's1.seed=42&dims=64'; return 0").await?;
        page.text_once(status, |said| said.contains("you:")).await?;
        page.enter("[data-action=play]").await?;
        days_pass(&page, status).await
    });
}

#[test]
fn a_page_without_memory_says_so_too() {
    visit("no-page", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.find(".figure-box.alive .you-handle:not(.waiting)").await?;
        // What a program does that cannot have what it needs: the smallest that does nothing else.
        let trap = "const trap = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1,
                116, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
            const { exports } = new WebAssembly.Instance(new WebAssembly.Module(trap));
            addEventListener('no-memory', exports.t);
            dispatchEvent(new Event('no-memory'));
            return 0;";
        page.asks(trap).await?;
        page.text_once("#trouble-said", |said| said.contains("out of memory")).await.map(drop)
    });
}

#[test]
fn a_page_that_panics_says_so_and_starts_over_with_every_answer() {
    visit("panic", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.walk_to_the_quiz().await?;
        for asked in 1..=7 {
            page.find(&format!("[data-screen=quiz][data-asked='{asked}']")).await?;
            page.press("2").await?;
        }
        page.find("[data-screen=quiz][data-asked='8']").await?;
        // A browser that answers before it was asked: whoever asks is not ready to listen.
        let hasty = "Worker.prototype.postMessage = function () { this.onmessage({ data: 'now' }); }";
        let hasty = page.before_everything(hasty).await?;
        page.open("#quiz").await?;
        let said = page.text_once("#trouble[role=alert]", |said| said.contains("borrowed")).await?;
        assert!(said.contains("something of mine broke") && said.contains("not your fault"), "{said}");
        assert!(page.complaints().await?.iter().any(|line| line.contains("panicked at")));
        page.no_longer(&hasty).await?;
        page.enter("#trouble-reload").await?;
        page.text_once("[data-screen=landing] a[href='#quiz']", |said| said.contains("8 of 24")).await?;
        page.enter("[data-screen=landing] a[href='#quiz']").await?;
        page.find("[data-screen=quiz][data-asked='8']").await.map(drop)
    });
}

#[test]
fn what_a_browser_throws_at_the_page_is_shown_too() {
    visit("thrown", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.find(".figure-box.alive .you-handle:not(.waiting)").await?;
        // What a stranger's script has thrown comes without an error, and is none of ours.
        page.asks("dispatchEvent(new ErrorEvent('error', { message: 'Script error.' })); return 0").await?;
        assert!(!page.shows("#trouble").await?);
        page.asks(
            "delete Element.prototype.getBoundingClientRect;
            document.querySelector('.figure-canvases').dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
            return 0;",
        )
        .await?;
        let said = page.text_once("#trouble-said", |said| said.contains("not a function")).await?;
        // What follows from it is not said on top.
        page.asks(
            "document.querySelector('.figure-canvases').dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
            return 0;",
        )
        .await?;
        assert_eq!(page.text("#trouble-said").await?, said);
        Ok(())
    });
}
