//! The lab's world: it runs only while somebody looks, and its people can be met.

use std::time::Duration;

use e2e::addresses::{SMALL_WORLD, WORLD};
use e2e::waiting::{settled, throughout};
use e2e::{Outcome, Page, Persona, Screen, visit};
use thirtyfour::Key;

/// Sees that no day passes for a while.
async fn day_stays(page: &Page, day: u32, why: &str) -> Outcome<()> {
    throughout(Duration::from_millis(1_500), async || {
        assert_eq!(page.lab().day().await?, day, "{why}");
        Ok(())
    })
    .await
}

#[test]
fn days_pass_only_while_somebody_looks_and_something_moves() {
    visit("pauses", async |site| {
        let page = site.newcomer(Screen::PHONE, SMALL_WORLD).await?;
        page.lab().world().await?;
        page.lab().press_play().await?;
        page.lab().passes_day(2).await?;
        // Behind another tab: at thirty days a second it would be a hundred days on.
        let before = page.lab().day().await?;
        page.look_away(Duration::from_secs(4)).await?;
        let after = page.lab().day().await?;
        assert!(after < before + 40, "day {before}, and {after} after four seconds behind another tab");
        page.lab().passes_day(after + 2).await.map_err(|error| format!("back at the tab, {error}"))?;
        // Scrolled off the screen.
        page.asks("window.scrollTo(0, document.body.scrollHeight)").await?;
        let before = settled(Duration::from_millis(500), async || page.lab().day().await).await?;
        day_stays(&page, before, "nobody sees the picture").await?;
        page.asks("window.scrollTo(0, 0)").await?;
        page.lab().passes_day(before + 2).await.map_err(|error| format!("back at the picture, {error}"))?;
        // At rest.
        page.lab().hurry().await?;
        page.lab().is_paused().await?;
        let rest = page.lab().day().await?;
        day_stays(&page, rest, "it has settled").await?;
        Ok(())
    });
}

#[test]
fn a_person_pointed_at_or_tapped_is_described_in_a_sentence() {
    visit("inspector", async |site| {
        let page = site.newcomer(Screen::LAPTOP, WORLD).await?;
        page.lab().world().await?;
        page.lab().picker().focus().await?;
        page.press(Key::Right).await?;
        let words = page.lab().inspected_sentence().says("basically the").await?;
        assert!(words.contains("second"), "{words}");
        // With a mouse, from dot to dot.
        let [median, longest] = page.point_from_dot_to_dot().await?;
        println!("from the pointer to the sentence: median {median} ms, longest {longest} ms");
        assert!(median < 100.0, "{median} ms");
        // A click on the map, near somebody.
        let before = page.lab().inspected().text().await?;
        page.lab().picker().tap().await?;
        page.lab().inspected().text_once(|said| said.starts_with("person") && said != before).await?;
        // Worlds whose beliefs have no names have words, too.
        for (link, words) in [(SMALL_WORLD, "AI than"), ("#s1.seed=3&dims=5&start=uniform", "on belief")] {
            page.open(link).await?;
            page.lab().world().await?;
            page.lab().meet_you().enter().await?;
            let sentence = page.lab().inspected_sentence().text_once(|said| !said.is_empty()).await?;
            assert!(sentence.contains(words) && sentence.contains("of 100"), "{link}: {sentence}");
        }
        Ok(())
    });
}

#[test]
fn mentors_are_chosen_by_hand_and_stand_in_the_link() {
    visit("mentors", async |site| {
        let page = site.newcomer(Screen::LAPTOP, WORLD).await?;
        page.lab().world().await?;
        page.lab().picker().tap().await?;
        let first = page.lab().person().await?;
        page.lab().inspector().runs("element.scrollIntoView()").await?;
        page.lab().mentor().tap().await?;
        page.lab().mentor().text_once(|said| said == "not my mentor any more").await?;
        page.lab().picker().focus().await?;
        page.press(Key::Up).await?;
        let number =
            |said: &str| said.split([' ', ',']).nth(1).map(str::to_owned).ok_or("nobody has no number");
        // The sentence about the first may still be on its way: only another number is somebody else.
        let other = |said: &str| said.starts_with("person") && number(said).ok() != number(&first).ok();
        let second = page.lab().inspected().text_once(other).await?;
        page.lab().mentor().tab_to().await?;
        page.press(Key::Enter).await?;
        let circle = format!("you.mentors={}.{}", number(&first)?, number(&second)?);
        page.lab().link().says(&circle).await?;
        let address = page.shown_address().await?;
        assert!(address.contains(&circle) && address.contains("you.mentorship=0.8"), "{address}");
        page.lab().meet_you().enter().await?;
        page.lab().inspected().says("listens to ").await?;
        // Whoever opens the link has them, too.
        let fragment = address.split_once('#').map(|(_, code)| format!("#{code}")).unwrap_or_default();
        page.open(&fragment).await?;
        page.lab().world().await?;
        page.lab().meet_you().enter().await?;
        page.lab().inspected().says("listens to ").await?;
        Ok(())
    });
}

#[test]
fn who_has_answered_can_drop_in_and_see_their_own_perplexity_day_by_day() {
    visit("drop-in", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.has_answered_as(Persona::Decided).await?;
        page.open(WORLD).await?;
        page.lab().world().await?;
        assert!(!page.lab().to_quiz().is_shown().await?);
        let outsider = page.lab().own_bits().text().await?;
        page.lab().drop_in().enter().await?;
        page.lab().dropped().text_once(|said| said == "that is you now.").await?;
        page.lab()
            .inspected()
            .text_once(|said| said.starts_with("you, ") && said.contains("basically"))
            .await?;
        page.lab().own_bits().text_once(|said| said != outsider).await?;
        page.lab().press_play().await?;
        page.lab().passes_day(30).await?;
        page.lab().press_play().await?;
        let series = page.lab().own_chart().attribute("aria-label").await?;
        assert!(series.starts_with("bits to find you: ") && series.contains(" on day 0, "), "{series}");
        assert!(!series.ends_with("on day 0"), "{series}");
        // Somebody without answers is led to the quiz.
        page.asks("localStorage.clear()").await?;
        page.open(WORLD).await?;
        page.lab().world().await?;
        assert!(page.lab().to_quiz().is_shown().await? && !page.lab().drop_in().is_shown().await?);
        Ok(())
    });
}

#[test]
fn long_work_says_how_far_it_is_and_can_be_stopped() {
    visit("long-work", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "#s1.seed=42&feed=1&dims=2048&people=20000").await?;
        let said = page.lab().progress().says("making the world: ").await?;
        assert!(said.contains('%'), "{said}");
        page.lab().stop().enter().await?;
        page.lab().status().text_once(|said| said.starts_with("stopped before the world was made")).await?;
        throughout(Duration::from_millis(500), async || {
            assert!(!page.lab().progress().is_shown().await?, "it stays stopped");
            Ok(())
        })
        .await?;
        // Half-way through a day.
        page.open("#s1.seed=42&feed=1&dims=2048&people=6000&posts=64").await?;
        page.lab().world().await?;
        page.lab().press_play().await?;
        page.lab().progress().says("is under way: ").await?;
        page.lab().stop().enter().await?;
        page.lab().is_paused().await?;
        let day = page.lab().day().await?;
        day_stays(&page, day, "it is stopped").await?;
        Ok(())
    });
}

#[test]
fn a_link_to_a_world_whose_rules_changed_says_that_it_starts_afresh() {
    visit("changed-rules", async |site| {
        let page = site.newcomer(Screen::LAPTOP, SMALL_WORLD).await?;
        page.lab().world().await?;
        page.lab().press_play().await?;
        page.lab().checksum().await?;
        page.lab().press_play().await?;
        page.lab().is_paused().await?;
        assert!(!page.lab().changed().is_shown().await?);
        let day = page.lab().day().await?;
        page.lab().lever_feed().write("0.25").await?;
        let said = page.lab().changed().says("day ").await?;
        assert!(said.contains(&format!("on day {day}")) && said.contains("from day 0"), "{said}");
        let golden = page.lab().golden().text().await?;
        assert!(golden.contains("rules changed") && u32::from_str_radix(&golden, 16).is_err(), "{golden}");
        page.lab().copy().enter().await?;
        page.lab().copied().text_once(|said| said == "copied.").await?;
        // Started afresh, it is the world of the link again.
        page.lab().reset().enter().await?;
        page.lab().is_at_day_0().await?;
        assert!(!page.lab().changed().is_shown().await?);
        page.lab().copy().enter().await?;
        page.lab().copied().says("this very world").await?;
        Ok(())
    });
}
