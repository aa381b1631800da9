//! The lab's six beats: each asks first, and tells what came out.

use e2e::addresses::LAB;
use e2e::{Screen, visit};
use thirtyfour::Key;

#[test]
fn every_beat_asks_first_and_tells_what_came_out() {
    visit("beats", async |site| {
        let page = site.newcomer(Screen::PHONE, LAB).await?;
        for beat in 1..=6 {
            page.beats().open(beat).await?;
            assert!(page.beats().asks_first().await?, "beat {beat} asks first");
            page.beats().first_chip().enter().await?;
            page.beats().begin().await?;
            let said = page.beats().verdict().says("you said").await?;
            println!("{beat}: {said}");
        }
        Ok(())
    });
}

#[test]
fn the_first_beat_lets_you_slide_in_and_starts_anywhere_you_drag_yourself() {
    visit("by-hand", async |site| {
        let page = site.newcomer(Screen::PHONE, LAB).await?;
        let begin = page.lab().world().await?;
        assert!(begin.ends_with("you: loner"), "{begin}");
        let start = page.lab().dot_place().await?;
        page.beats().fifty().enter().await?;
        page.beats().go().enter().await?;
        let verdict = page.beats().verdict().says("you said 50").await?;
        assert!(verdict.contains("it is ") && !verdict.contains("still out"), "{verdict}");
        page.lab().status().text_once(|said| said.ends_with("you: in a tribe")).await?;
        let end = page.lab().dot_place().await?;
        let way = [end[0] - start[0], end[1] - start[1]];
        let far = f64::sqrt(way[0] * way[0] + way[1] * way[1]);
        assert!(far > 10.0, "a tenth of the picture at least: {start:?} {end:?}");
        // From day 0, you are where you were, and can be put elsewhere.
        page.beats().again().enter().await?;
        page.lab().is_at_day_0().await?;
        assert_eq!(page.lab().dot_place().await?, start);
        page.lab().dot().focus().await?;
        page.press(Key::Shift + Key::Right).await?;
        page.lab().dot_moves_from(&start).await
    });
}

#[test]
fn a_beat_and_the_way_to_all_levers_need_the_tab_key_only() {
    visit("tabbed-beats", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.document().starts().await?;
        page.landing().lab_link().tab_to().await?;
        page.press(Key::Enter).await?;
        page.lab().world().await?;
        page.beats().guess().tab_to().await?;
        page.press("20").await?;
        page.press(Key::Enter).await?;
        page.beats().verdict().says("you said 20").await?;
        page.beats().second().tab_to().await?;
        page.press(Key::Enter).await?;
        page.beats().current(2).appears().await?;
        assert_eq!(page.asks("return document.activeElement.id").await?, "beat-title");
        // A strength of the feed is chosen with arrows.
        page.beats().open(3).await?;
        page.beats().choices().tab_to().await?;
        page.press(Key::Down).await?;
        page.beats().levers().tab_to().await?;
        page.press(Key::Enter).await?;
        page.lab().lever_feed().appears().await?;
        page.lab().world().await?;
        assert_eq!(page.lab().screened().await?, "8");
        Ok(())
    });
}
