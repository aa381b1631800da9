//! Does the lab's world live only as long as somebody looks, and who can be met in it?

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use e2e::{Outcome, Page, STATUS, Screen, visit};
use normie_descent::items::{Answers, Step};
use normie_descent::sitting::{Sitting, Stage, kept_text};
use thirtyfour::Key;

const INSPECTED: &str = ".inspected";

/// Waits until days have passed since `day`.
async fn days_pass(page: &Page, day: u32) -> Outcome<()> {
    for _ in 0..400 {
        if page.day().await? > day + 2 {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err(format!("it is still day {}", page.day().await?).into())
}

#[test]
fn days_pass_only_while_somebody_looks_and_something_moves() {
    visit("pauses", async |site| {
        let page = site.newcomer(Screen::PHONE, "#s1.seed=42&feed=1&dims=2").await?;
        page.world().await?;
        page.enter("[data-action=play]").await?;
        days_pass(&page, 0).await?;
        // Behind another tab: at thirty days a second it would be a hundred days on.
        let before = page.day().await?;
        page.look_away(Duration::from_secs(4)).await?;
        let after = page.day().await?;
        assert!(after < before + 40, "day {before}, and {after} after four seconds behind another tab");
        days_pass(&page, after).await.map_err(|error| format!("back at the tab, {error}"))?;
        // Scrolled off the screen.
        page.asks("window.scrollTo(0, document.body.scrollHeight)").await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let before = page.day().await?;
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        assert_eq!(page.day().await?, before, "nobody sees the picture");
        page.asks("window.scrollTo(0, 0)").await?;
        days_pass(&page, before).await.map_err(|error| format!("back at the picture, {error}"))?;
        // At rest.
        page.asks("const pace = document.querySelector('[data-action=pace]'); pace.value = '2'; pace.dispatchEvent(new Event('change', { bubbles: true }));").await?;
        page.text_once("[data-action=play]", |said| said == "play").await?;
        let rest = page.day().await?;
        tokio::time::sleep(Duration::from_millis(1_000)).await;
        assert_eq!(page.day().await?, rest, "it has settled");
        Ok(())
    });
}

#[test]
fn whoever_is_pointed_at_or_tapped_is_told_in_a_sentence() {
    visit("inspector", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "#s1.seed=42&feed=1&dims=64").await?;
        page.world().await?;
        page.find(".picker").await?.focus().await?;
        page.press(Key::Right).await?;
        let told = page.text_once(".inspected .told", |said| said.contains("basically the")).await?;
        assert!(told.contains("second"), "{told}");
        // With a mouse, from dot to dot.
        let waits = page.asks(HOVER).await?;
        let wait = |at: usize| waits[at].as_f64().ok_or_else(|| format!("{waits}"));
        println!("from the pointer to the sentence: median {} ms, longest {} ms", wait(0)?, wait(1)?);
        assert!(wait(0)? < 100.0, "{waits}");
        // A click on the map, near somebody.
        let before = page.text(INSPECTED).await?;
        page.tap(".picker").await?;
        page.text_once(INSPECTED, |said| said.starts_with("person") && said != before).await?;
        // Worlds whose beliefs have no names have words, too.
        for (link, words) in
            [("#s1.seed=42&feed=1&dims=2", "AI than"), ("#s1.seed=3&dims=5&start=uniform", "on belief")]
        {
            page.open(link).await?;
            page.world().await?;
            page.enter("[data-action=meet-you]").await?;
            let told = page.text_once(".inspected .told", |said| !said.is_empty()).await?;
            assert!(told.contains(words) && told.contains("of 100"), "{link}: {told}");
        }
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

/// Points at places all over the map, and gives the milliseconds until the words about somebody else are painted.
const HOVER: &str = r"
    const picker = document.querySelector('.picker');
    picker.scrollIntoView({ block: 'center' });
    const box = picker.getBoundingClientRect();
    const words = () => document.querySelector('.inspected').textContent;
    const frame = () => new Promise(requestAnimationFrame);
    return (async () => {
      const waits = [];
      for (let spot = 0; spot < 400 && waits.length < 40; spot++) {
        const share = [0.3 + 0.4 * (spot * 0.618 % 1), 0.3 + 0.4 * (spot * 0.382 % 1)];
        const before = words();
        const begin = performance.now();
        picker.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', pointerId: 1,
          clientX: box.left + share[0] * box.width, clientY: box.top + share[1] * box.height }));
        while (words() === before && performance.now() - begin < 300) await frame();
        if (words() !== before) waits.push(performance.now() - begin);
      }
      waits.sort((a, b) => a - b);
      return [waits[waits.length >> 1], waits[waits.length - 1], waits.length];
    })()";

#[test]
fn mentors_are_chosen_by_hand_and_stand_in_the_link() {
    visit("mentors", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "#s1.seed=42&feed=1&dims=64").await?;
        page.world().await?;
        page.tap(".picker").await?;
        let first = page.text_once(INSPECTED, |said| said.starts_with("person")).await?;
        page.asks("document.querySelector('.inspector').scrollIntoView()").await?;
        page.tap("[data-action=mentor]").await?;
        page.text_once("[data-action=mentor]", |said| said == "not my mentor any more").await?;
        page.find(".picker").await?.focus().await?;
        page.press(Key::Up).await?;
        let number =
            |said: &str| said.split([' ', ',']).nth(1).map(str::to_owned).ok_or("nobody has no number");
        // The sentence about the first may still be on its way: only another number is somebody else.
        let other = |said: &str| said.starts_with("person") && number(said).ok() != number(&first).ok();
        let second = page.text_once(INSPECTED, other).await?;
        page.tab_to("[data-action=mentor]").await?;
        page.press(Key::Enter).await?;
        let circle = format!("you.mentors={}.{}", number(&first)?, number(&second)?);
        page.text_once(".world-link code", |link| link.contains(&circle)).await?;
        let address = page.shown_address().await?;
        assert!(address.contains(&circle) && address.contains("you.mentorship=0.8"), "{address}");
        page.enter("[data-action=meet-you]").await?;
        page.text_once(INSPECTED, |said| said.contains("listens to ")).await?;
        // Whoever opens the link has them, too.
        let fragment = address.split_once('#').map(|(_, code)| format!("#{code}")).unwrap_or_default();
        page.open(&fragment).await?;
        page.world().await?;
        page.enter("[data-action=meet-you]").await?;
        page.text_once(INSPECTED, |said| said.contains("listens to ")).await?;
        Ok(())
    });
}

#[test]
fn who_has_answered_can_drop_in_and_see_their_own_perplexity_day_by_day() {
    visit("drop-in", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        let sitting = Sitting {
            answers: Answers(core::array::from_fn(|q| Step::new([4, 0, 3][q % 3]))),
            stage: Stage::Result,
            ..Sitting::new(7)
        };
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
        let kept = kept_text(&sitting, now);
        page.asks(&format!("localStorage.setItem('normie-descent', '{kept}')")).await?;
        page.open("#s1.seed=42&feed=1&dims=64").await?;
        page.world().await?;
        assert!(!page.shows("[data-action=to-quiz]").await?);
        let bits = "[data-chart=your] b";
        let outsider = page.text(bits).await?;
        page.enter("[data-action=drop-in]").await?;
        page.text_once(".dropped", |said| said == "that is you now.").await?;
        page.text_once(INSPECTED, |said| said.starts_with("you, ") && said.contains("basically")).await?;
        page.text_once(bits, |said| said != outsider).await?;
        page.enter("[data-action=play]").await?;
        for _ in 0..400 {
            if page.day().await? > 30 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        page.enter("[data-action=play]").await?;
        let series = page.attribute("[data-chart=your] canvas", "aria-label").await?;
        assert!(series.starts_with("bits to find you: ") && series.contains(" on day 0, "), "{series}");
        assert!(!series.ends_with("on day 0"), "{series}");
        // Somebody without answers is led to the quiz.
        page.asks("localStorage.clear()").await?;
        page.open("#s1.seed=42&feed=1&dims=64").await?;
        page.world().await?;
        assert!(page.shows("[data-action=to-quiz]").await? && !page.shows("[data-action=drop-in]").await?);
        Ok(())
    });
}

#[test]
fn long_work_says_how_far_it_is_and_can_be_stopped() {
    visit("long-work", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "#s1.seed=42&feed=1&dims=2048&people=20000").await?;
        let said = page.text_once(".stage-progress", |said| said.contains("making the world: ")).await?;
        assert!(said.contains('%'), "{said}");
        page.enter("[data-action=stop]").await?;
        page.text_once(STATUS, |said| said.starts_with("stopped before the world was made")).await?;
        assert!(!page.shows(".stage-progress").await?);
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert!(!page.shows(".stage-progress").await?, "it stays stopped");
        // Half-way through a day.
        page.open("#s1.seed=42&feed=1&dims=2048&people=6000&posts=64").await?;
        page.world().await?;
        page.enter("[data-action=play]").await?;
        page.text_once(".stage-progress", |said| said.contains("is under way: ")).await?;
        page.enter("[data-action=stop]").await?;
        page.text_once("[data-action=play]", |said| said == "play").await?;
        let day = page.day().await?;
        tokio::time::sleep(Duration::from_millis(700)).await;
        assert_eq!(page.day().await?, day);
        Ok(())
    });
}

#[test]
fn a_link_to_a_world_whose_rules_changed_says_that_it_starts_afresh() {
    visit("changed-rules", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "#s1.seed=42&feed=1&dims=2").await?;
        page.world().await?;
        page.enter("[data-action=play]").await?;
        page.text_once("[data-value=golden]", |sum| u32::from_str_radix(sum, 16).is_ok()).await?;
        page.enter("[data-action=play]").await?;
        page.text_once("[data-action=play]", |said| said == "play").await?;
        assert!(!page.shows(".changed").await?);
        let day = page.day().await?;
        page.write("#lever-feed", "0.25").await?;
        let said = page.text_once(".changed", |said| said.contains("day ")).await?;
        assert!(said.contains(&format!("on day {day}")) && said.contains("from day 0"), "{said}");
        let golden = page.text("[data-value=golden]").await?;
        assert!(golden.contains("rules changed") && u32::from_str_radix(&golden, 16).is_err(), "{golden}");
        page.enter("[data-action=copy-world]").await?;
        page.text_once(".copied", |said| said == "copied.").await?;
        // Started afresh, it is the world of the link again.
        page.enter("[data-action=reset]").await?;
        page.text_once(STATUS, |said| said.starts_with("day 0:")).await?;
        assert!(!page.shows(".changed").await?);
        page.enter("[data-action=copy-world]").await?;
        page.text_once(".copied", |said| said.contains("this very world")).await?;
        Ok(())
    });
}
