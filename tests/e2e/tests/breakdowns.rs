//! Breakdowns in the middle of a visit: they are reported, there is a way on, and the answers are still there.

use e2e::addresses::{QUIZ, WORLD};
use e2e::{Element, Outcome, Page, Persona, Screen, visit};
use serde_json::json;

/// Time that can be hurried: a minute of silence then takes some seconds.
const HURRY: &str = "const slowly = window.setTimeout; window.times = 1;
    window.setTimeout = (then, wait, ...more) => slowly(then, wait < 5000 ? wait : wait / window.times, ...more);";

/// How many engines have been started, some frames later.
const AFTER_FRAMES: &str = "const [done] = arguments, frame = () => new Promise(requestAnimationFrame);
    (async () => { for (let nth = 0; nth < 10; nth += 1) await frame(); done(window.engines.length); })();";

/// Ends the engine without a word, and lets time pass until that is noticed.
async fn end_the_engine(page: &Page, place: &Element<'_>) -> Outcome<()> {
    let engines = page.asks("return window.engines.length").await?;
    page.end_the_engine().await?;
    page.asks("window.times = 50; return 0").await?;
    place.says("it says nothing any more").await?;
    page.asks("window.times = 1; return 0").await?;
    // Nobody starts another one unasked: it would know nothing of this world, and say that instead.
    assert_eq!(page.asks_and_waits(AFTER_FRAMES, Vec::new()).await?, engines);
    place.says("it says nothing any more").await.map(drop)
}

/// Somebody with three answers, so that the result comes soon.
async fn walk_to_a_result(page: &Page) -> Outcome<()> {
    page.walk_to_the_quiz().await?;
    page.answer_all(Persona::Reticent).await
}

#[test]
fn an_engine_that_ends_in_the_middle_of_the_year_is_started_again() {
    visit("ended-year", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.know_engines().await?;
        page.before_everything(HURRY).await?;
        page.open("").await?;
        walk_to_a_result(&page).await?;
        let before = page.result().numbers().await?;
        page.year().play().enter().await?;
        page.year().day().days_pass().await?;
        end_the_engine(&page, &page.year().refused()).await?;
        assert!(page.year().day().day().await? < 365);
        assert_eq!(page.result().numbers().await?, before, "what was there stays");
        page.year().play().enter().await?;
        page.year().day().days_pass().await?;
        assert!(!page.year().any_refusal().is_shown().await?);
        assert_eq!(page.back_to_the_result().await?, before);
        Ok(())
    });
}

#[test]
fn an_engine_that_ends_in_the_lab_is_started_again() {
    visit("ended-lab", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.know_engines().await?;
        page.before_everything(HURRY).await?;
        page.open(WORLD).await?;
        page.lab().world().await?;
        page.lab().press_play().await?;
        page.lab().status().days_pass().await?;
        end_the_engine(&page, &page.lab().status()).await?;
        page.lab().press_play().await?;
        page.lab().world().await?;
        page.lab().status().days_pass().await?;
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
        page.answer_until_the_reveal(Persona::Reticent).await?;
        page.asks("window.times = 50; return 0").await?;
        page.reveal().alert().says("says nothing").await?;
        page.asks("window.times = 1; return 0").await?;
        page.reveal().retry().enter().await?;
        assert_eq!(page.result().numbers().await?.answered, "3");
        Ok(())
    });
}

#[test]
fn an_engine_without_memory_says_so_and_nothing_is_lost() {
    visit("no-memory", async |site| {
        // 64 pages of 64 KiB for every program: enough to start one, not to fill it with people.
        let chromium = json!({ "args": ["--js-flags=--wasm-max-mem-pages=64"] });
        let page = site.newcomer_in(&chromium, Screen::LAPTOP, "").await?;
        page.expects_complaints(&["RuntimeError: unreachable"]);
        page.walk_to_the_quiz().await?;
        page.answer_until_the_reveal(Persona::Outspoken).await?;
        page.reveal().alert().says("out of memory").await?;
        page.reveal().retry().enter().await?;
        page.reveal().alert().says("out of memory").await?;
        page.open(QUIZ).await?;
        page.quiz().welcome_back().appears().await
    });
}

#[test]
fn a_renderer_that_dies_says_so_and_the_result_stays() {
    visit("no-renderer", async |site| {
        let with_a_word = "renderer.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));";
        for (last_words, said) in [(with_a_word, "broke (out of memory)"), ("", "says nothing any more")] {
            let page = site.newcomer(Screen::LAPTOP, "").await?;
            page.know_engines().await?;
            page.before_everything(HURRY).await?;
            page.open("").await?;
            walk_to_a_result(&page).await?;
            page.share().open().await?;
            page.asks(&format!(
                "const renderer = window.engines.at(-1);
                renderer.terminate();
                {last_words}
                window.times = 50;
                return 0;"
            ))
            .await?;
            page.share().answers().choose().await?;
            page.share().said().says(said).await?;
            assert_eq!(page.result().numbers().await?.answered, "3");
            page.asks("window.times = 1; return 0").await?;
            page.share().retry().enter().await?;
            page.share().card().appears().await?;
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
        page.lab().status().says("this tab has not got that").await?;
        page.asks("location.hash = 's1.seed=42&dims=64'; return 0").await?;
        page.lab().world().await?;
        page.lab().press_play().await?;
        page.lab().status().days_pass().await
    });
}

#[test]
fn a_page_without_memory_says_so_too() {
    visit("no-page", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.expects_complaints(&["RuntimeError: unreachable"]);
        page.landing().live_dot().appears().await?;
        // What a program does that cannot have what it needs: the smallest that does nothing else.
        let trap = "const trap = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1,
                116, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
            const { exports } = new WebAssembly.Instance(new WebAssembly.Module(trap));
            addEventListener('no-memory', exports.t);
            dispatchEvent(new Event('no-memory'));
            return 0;";
        page.asks(trap).await?;
        page.document().trouble_said().says("out of memory").await.map(drop)
    });
}

#[test]
fn a_page_that_panics_says_so_and_starts_over_with_every_answer() {
    visit("panic", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.expects_complaints(&["RuntimeError: unreachable"]);
        page.walk_to_the_quiz().await?;
        page.quiz().answer_as(Persona::Leaning, 1, 7).await?;
        // A browser that answers before it was asked: whoever asks is not ready to listen.
        let hasty = "Worker.prototype.postMessage = function () { this.onmessage({ data: 'now' }); }";
        let hasty = page.before_everything(hasty).await?;
        page.open(QUIZ).await?;
        let said = page.document().trouble_alert().says("borrowed").await?;
        assert!(said.contains("something of mine broke") && said.contains("not your fault"), "{said}");
        page.complains_about("panicked at").await?;
        page.no_longer(&hasty).await?;
        page.document().trouble_reload().enter().await?;
        page.landing().goes_on_with(8).await?;
        page.landing().quiz_link().enter().await?;
        page.quiz().question(8).appears().await
    });
}

#[test]
fn what_a_browser_throws_at_the_page_is_shown_too() {
    visit("thrown", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.expects_complaints(&["getBoundingClientRect is not a function"]);
        page.landing().live_dot().appears().await?;
        // What a stranger's script has thrown comes without an error, and is none of ours.
        page.asks("dispatchEvent(new ErrorEvent('error', { message: 'Script error.' })); return 0").await?;
        assert!(!page.document().trouble().is_shown().await?);
        page.runs("delete Element.prototype.getBoundingClientRect").await?;
        page.landing().let_go_of_the_figure().await?;
        let said = page.document().trouble_said().says("not a function").await?;
        // What follows from it is not said on top.
        page.landing().let_go_of_the_figure().await?;
        assert_eq!(page.document().trouble_said().text().await?, said);
        Ok(())
    });
}
