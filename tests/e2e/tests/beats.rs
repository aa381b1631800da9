//! Do the lab's six beats ask first, and tell what came out?

use e2e::{STATUS, Screen, visit};
use thirtyfour::Key;

#[test]
fn every_beat_asks_first_and_tells_what_came_out() {
    visit("beats", async |site| {
        let page = site.newcomer(Screen::PHONE, "#lab").await?;
        for beat in 1..=6 {
            page.enter(&format!(".parts [data-beat='{beat}']")).await?;
            page.find(&format!(".parts [data-beat='{beat}'][aria-current]")).await?;
            page.world().await?;
            assert!(
                page.find("[data-action=go]").await?.attr("disabled").await?.is_some(),
                "beat {beat} asks first"
            );
            page.enter(".lab-play [data-chip]").await?;
            page.find("[data-action=go]:not([disabled])").await?;
            page.enter("[data-action=go]").await?;
            let said = page.text_once(".verdicts li", |said| said.contains("you said")).await?;
            println!("{beat}: {said}");
        }
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn the_first_beat_lets_you_slide_in_and_starts_anywhere_you_drag_yourself() {
    visit("by-hand", async |site| {
        let page = site.newcomer(Screen::PHONE, "#lab").await?;
        let begin = page.world().await?;
        assert!(begin.ends_with("you: loner"), "{begin}");
        let left = "const { left, top } = document.querySelector('.stage .you-handle').style; return [left, top].map(parseFloat)";
        let start = page.asks(left).await?;
        page.enter(".lab-play [data-chip='50']").await?;
        page.enter("[data-action=go]").await?;
        let told = page.text_once(".verdicts li", |said| said.contains("you said 50")).await?;
        assert!(told.contains("it is ") && !told.contains("still out"), "{told}");
        page.text_once(STATUS, |said| said.ends_with("you: in a tribe")).await?;
        let end = page.asks(left).await?;
        let way = |at: usize| Some(end[at].as_f64()? - start[at].as_f64()?);
        let far = way(0).zip(way(1)).map(|(x, y)| f64::sqrt(x * x + y * y));
        assert!(far.is_some_and(|far| far > 10.0), "a tenth of the picture at least: {start} {end}");
        // From day 0, you are where you were, and can be put elsewhere.
        page.enter("[data-action=again]").await?;
        page.text_once(STATUS, |said| said.starts_with("day 0:")).await?;
        assert_eq!(page.asks(left).await?, start);
        page.find(".stage .you-handle").await?.focus().await?;
        page.press(Key::Shift + Key::Right).await?;
        for _ in 0..100 {
            if page.asks(left).await? != start {
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        Err("you stay where you were".into())
    });
}

#[test]
fn a_beat_and_the_way_to_all_levers_need_the_tab_key_only() {
    visit("tabbed-beats", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.find("html[data-running]").await?;
        page.tab_to("[data-screen=landing] a[href='#lab']").await?;
        page.press(Key::Enter).await?;
        page.world().await?;
        page.tab_to("#beat-guess").await?;
        page.press("20").await?;
        page.press(Key::Enter).await?;
        page.text_once(".verdicts li", |said| said.contains("you said 20")).await?;
        page.tab_to(".lab-play [data-beat='2']").await?;
        page.press(Key::Enter).await?;
        page.find(".parts [data-beat='2'][aria-current]").await?;
        assert_eq!(page.asks("return document.activeElement.id").await?, "beat-title");
        // A strength of the feed is chosen with arrows.
        page.enter(".parts [data-beat='3']").await?;
        page.world().await?;
        page.tab_to("[name=choice]").await?;
        page.press(Key::Down).await?;
        page.tab_to("[data-action=levers]").await?;
        page.press(Key::Enter).await?;
        page.find("#lever-feed").await?;
        page.world().await?;
        assert_eq!(page.asks("return document.querySelector('#lever-screened').value").await?, "8");
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}
