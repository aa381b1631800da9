//! What happens while nobody looks, and when somebody looks twice?

use std::time::Duration;

use e2e::{Outcome, Page, Screen, visit};

/// The screen of the n-th question, from 1.
fn question(asked: usize) -> String {
    format!("[data-screen=quiz][data-asked='{asked}']")
}

#[test]
fn two_tabs_go_on_from_each_other_and_nothing_is_lost() {
    visit("two-tabs", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.walk_to_the_quiz().await?;
        for asked in 1..=3 {
            page.find(&question(asked)).await?;
            page.press("2").await?;
        }
        page.find(&question(4)).await?;
        page.another_tab("#quiz").await?;
        for asked in 4..=6 {
            page.find(&question(asked)).await?;
            page.press("5").await?;
        }
        page.find(&question(7)).await?;

        // The first tab has heard of it, and what it answers now comes on top.
        page.to_tab(0).await?;
        page.find(&question(7)).await?;
        page.answer_all_from(7, |asked| if asked <= 9 { '3' } else { '0' }).await?;
        let first = page.result().await?;
        assert_eq!(first.answered, "9");
        page.to_tab(1).await?;
        assert_eq!(page.result().await?, first);

        // A new beginning is one everywhere, and its answers are those of its own order.
        page.enter("[data-screen=result] [data-action=redo]").await?;
        page.find("[data-screen=guess]").await?;
        page.to_tab(0).await?;
        page.find("[data-screen=guess] input").await?.focus().await?;
        page.press("9\u{e007}").await?;
        page.find(&question(1)).await?;
        page.press("1").await?;
        page.find(&question(2)).await?;
        page.to_tab(1).await?;
        page.find(&question(2)).await?;
        page.press("\u{e003}").await?;
        page.find(&format!("{} [data-step='0'][aria-checked=true]", question(1))).await?;
        page.enter("[popovertarget=forget-sheet]").await?;
        page.enter("#forget-sheet [data-action=forget]").await?;
        page.to_tab(0).await?;
        page.find("[data-screen=guess]").await?;
        assert_eq!(page.asks("return localStorage.length").await?, 0);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

/// From here on the tab is behind another one, as far as the page can tell: it is told so and gets no frames.
const HIDE: &str = "window.later = window.requestAnimationFrame; window.held = [];
    window.requestAnimationFrame = then => window.held.push(then);
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    return 0;";

/// An hour later it is in front again.
const SHOW: &str = "const [now, zero] = [Date.now, performance.now.bind(performance)];
    Date.now = () => now() + 3600e3;
    performance.now = () => zero() + 3600e3;
    delete document.hidden;
    window.requestAnimationFrame = window.later;
    window.held.forEach(then => window.requestAnimationFrame(then));
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    return 0;";

async fn day(page: &Page, place: &str) -> Outcome<u32> {
    Ok(page.attribute(place, "data-day").await?.parse()?)
}

/// Hides the tab while days pass, and looks again an hour later: the days have waited and go on one by one.
async fn days_wait(page: &Page, place: &str, few: u32) -> Outcome<()> {
    page.find(&format!("{place}:not([data-day='0'])")).await?;
    page.asks(HIDE).await?;
    // What was on its way arrives.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let hidden = day(page, place).await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(day(page, place).await?, hidden, "days pass behind another tab");
    page.asks(SHOW).await?;
    let mut shown = hidden;
    while shown == hidden {
        tokio::time::sleep(Duration::from_millis(5)).await;
        shown = day(page, place).await?;
    }
    assert!(shown - hidden <= few, "from day {hidden} to {shown} at once");
    Ok(())
}

#[test]
fn a_tab_that_is_hidden_for_an_hour_goes_on_where_it_was() {
    visit("hidden", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "#s1.seed=42&feed=1&dims=64").await?;
        let status = "[data-screen=lab] [data-value=status]";
        page.text_once(status, |said| said.contains("you:")).await?;
        page.enter("[data-action=play]").await?;
        days_wait(&page, status, 30).await?;

        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.walk_to_the_quiz().await?;
        page.answer_all(|asked| if asked <= 3 { '3' } else { '0' }).await?;
        page.enter("[data-screen=result] [data-action=play]").await?;
        days_wait(&page, "[data-screen=result] [data-value=day]", 30).await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}
