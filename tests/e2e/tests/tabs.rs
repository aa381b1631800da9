//! Tabs: one that is hidden waits, and two go on from each other.

use std::time::Duration;

use e2e::addresses::{QUIZ, WORLD};
use e2e::waiting::{settled, throughout, until_changed};
use e2e::{Element, Outcome, Page, Persona, Screen, visit};

#[test]
fn two_tabs_go_on_from_each_other_and_nothing_is_lost() {
    visit("two-tabs", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.walk_to_the_quiz().await?;
        page.quiz().answer_as(Persona::Leaning, 1, 3).await?;
        page.another_tab(QUIZ).await?;
        page.quiz().answer_as(Persona::Emphatic, 4, 6).await?;

        // The first tab has heard of it, and what it answers now comes on top.
        page.to_tab(0).await?;
        page.quiz().question(7).appears().await?;
        page.quiz().answer_as(Persona::Neutral, 7, 9).await?;
        page.answer_all_from(10, Persona::Silent).await?;
        let first = page.result().numbers().await?;
        assert_eq!(first.answered, "9");
        page.to_tab(1).await?;
        assert_eq!(page.result().numbers().await?, first);

        // A new beginning is one everywhere, and its answers are those of its own order.
        page.result().redo().enter().await?;
        page.guess().screen().appears().await?;
        page.to_tab(0).await?;
        page.guess().guess(9).await?;
        page.press("1").await?;
        page.quiz().question(2).appears().await?;
        page.to_tab(1).await?;
        page.quiz().question(2).appears().await?;
        page.press("\u{e003}").await?;
        page.quiz().chosen(1, "0").appears().await?;
        page.forget().everything().await?;
        page.to_tab(0).await?;
        page.guess().screen().appears().await?;
        assert_eq!(page.asks("return localStorage.length").await?, 0);
        Ok(())
    });
}

/// From here on the tab is behind another one, as far as the page can tell: it hears so and gets no frames.
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

/// Hides the tab while days pass, and looks again an hour later: the days have waited and go on one by one.
async fn days_wait(page: &Page, place: &Element<'_>, few: u32) -> Outcome<()> {
    place.days_pass().await?;
    page.asks(HIDE).await?;
    // What was on its way arrives.
    let hidden = settled(Duration::from_secs(1), async || place.day().await).await?;
    throughout(Duration::from_secs(2), async || {
        assert_eq!(place.day().await?, hidden, "days pass behind another tab");
        Ok(())
    })
    .await?;
    page.asks(SHOW).await?;
    let shown = until_changed(hidden, async || place.day().await).await?;
    assert!(shown - hidden <= few, "from day {hidden} to {shown} at once");
    Ok(())
}

#[test]
fn a_tab_that_is_hidden_for_an_hour_goes_on_where_it_was() {
    visit("hidden", async |site| {
        let page = site.newcomer(Screen::LAPTOP, WORLD).await?;
        page.lab().world().await?;
        page.lab().press_play().await?;
        days_wait(&page, &page.lab().status(), 30).await?;

        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.walk_to_the_quiz().await?;
        page.answer_all(Persona::Reticent).await?;
        page.year().play().enter().await?;
        days_wait(&page, &page.year().day(), 30).await?;
        Ok(())
    });
}
