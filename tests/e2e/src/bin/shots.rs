//! What does every screen look like, small and large, by day and by night? With the name of a place, only that one.

use std::time::Duration;

use e2e::{HALFWAY, Outcome, PLACES, Page, Screen, visit};
use thirtyfour::Key;

fn main() {
    let only = std::env::args().nth(1);
    visit("shots", async |site| {
        for (size, screen) in [("phone", Screen::PHONE), ("laptop", Screen::LAPTOP)] {
            for (light, screen) in [("light", screen), ("dark", screen.dark())] {
                let page = site.newcomer(screen, "").await?;
                let view = format!("{size}-{light}");
                // One screen that cannot be reached keeps nobody from seeing the others.
                if let Err(error) = see_all(&page, &view, only.as_deref()).await {
                    println!("{view}: {error}");
                    page.picture(&format!("stuck-{view}")).await?;
                }
            }
        }
        Ok(())
    });
}

async fn see_all(page: &Page, view: &str, only: Option<&str>) -> Outcome<()> {
    for (name, fragment, landmark) in
        PLACES.into_iter().filter(|place| only.is_none_or(|only| only == place.0))
    {
        page.open(fragment).await?;
        page.find(landmark).await?;
        see(page, name, view).await?;
    }
    if only.is_none_or(|only| only == "beats") {
        see_beats(page, view).await?;
    }
    if only.is_some() {
        return Ok(());
    }
    page.open("").await?;
    page.find("html[data-running] [data-screen=landing]").await?;
    page.enter("[data-screen=landing] a[href='#quiz']").await?;
    page.find("[data-screen=guess]").await?;
    see(page, "guess", view).await?;
    see_pauses(page, view).await?;
    page.open("").await?;
    page.walk_to_the_quiz().await?;
    see(page, "quiz", view).await?;
    page.answer_until_the_reveal(|asked| char::from(b"14352"[asked % 5])).await?;
    page.find(".reveal-stage").await?;
    see(page, "reveal-begins", view).await?;
    page.text_once("[data-action=onward]", |said| said != "skip").await?;
    see(page, "reveal", view).await?;
    page.press(Key::Escape).await?;
    page.result().await?;
    see(page, "result", view).await?;
    page.share().await?;
    let summary = page.copied_link(false).await?;
    see(page, "result-shared", view).await?;
    let link = page.copied_link(true).await?;
    let fragment = link.split_once('#').map_or("", |(_, code)| code);
    page.open(&format!("#{fragment}")).await?;
    page.result().await?;
    see(page, "friend", view).await?;
    let fragment = summary.split_once('#').map_or("", |(_, code)| code);
    page.open(&format!("#{fragment}")).await?;
    page.find("[data-value=summary]").await?;
    see(page, "postcard", view).await?;
    page.open(FRIEND).await?;
    page.text_once("h1", |text| text.contains("second")).await?;
    see(page, "friends-link", view).await?;
    page.enter(".ways a[href='#compare']").await?;
    page.find("[data-two=you] [data-part=rest]").await?;
    page.enter("[data-action=share]").await?;
    see(page, "compare", view).await?;
    page.open("#compare").await?;
    page.find("#paste").await?;
    see(page, "compare-paste", view).await
}

/// The six beats before anything is guessed, the first when it is told, and somebody met among all the levers.
async fn see_beats(page: &Page, view: &str) -> Outcome<()> {
    page.open("#lab").await?;
    page.world().await?;
    page.enter(".lab-play [data-chip]").await?;
    page.enter("[data-action=go]").await?;
    page.text_once(".verdicts li", |said| said.contains("you said")).await?;
    see(page, "beat-1-told", view).await?;
    for beat in 2..=6 {
        page.enter(&format!(".parts [data-beat='{beat}']")).await?;
        page.find(&format!(".parts [data-beat='{beat}'][aria-current]")).await?;
        page.world().await?;
        see(page, &format!("beat-{beat}"), view).await?;
    }
    page.open("#s1.seed=42&feed=1&dims=64&embed=1").await?;
    page.world().await?;
    see(page, "embedded", view).await?;
    page.open("#s1.seed=42&feed=1&dims=64").await?;
    page.world().await?;
    page.enter("[data-action=play]").await?;
    page.text_once("[data-value=golden]", |sum| u32::from_str_radix(sum, 16).is_ok()).await?;
    page.find(".picker").await?.focus().await?;
    page.press(Key::Left).await?;
    page.text_once(".inspected .told", |said| said.contains("basically")).await?;
    see(page, "levers-played", view).await
}

/// What is on the way to half of the questions, and forgotten there.
async fn see_pauses(page: &Page, view: &str) -> Outcome<()> {
    page.open("").await?;
    page.walk_to_the_quiz().await?;
    for asked in 1..=12 {
        page.find(&format!("[data-screen=quiz][data-asked='{asked}']")).await?;
        page.press("2").await?;
    }
    page.find(HALFWAY).await?;
    see(page, "halfway", view).await?;
    page.enter("[data-action=look]").await?;
    page.result().await?;
    page.open("#quiz").await?;
    page.find("[data-screen=welcome-back]").await?;
    see(page, "welcome-back", view).await?;
    page.enter("[data-action=go-on]").await?;
    page.find("[data-screen=quiz]").await?;
    page.press("2").await?;
    page.find(".toast").await?;
    see(page, "quiz-undo", view).await?;
    page.enter("[popovertarget=forget-sheet]").await?;
    see(page, "forget", view).await?;
    page.enter("#forget-sheet [data-action=forget]").await?;
    page.find("[data-screen=guess]").await?;
    see(page, "forgotten", view).await
}

/// Somebody else's result.
const FRIEND: &str = "#r1.010MMVGKMMM1NHQ837";

/// Waits for what moves to come to rest, and takes the picture.
async fn see(page: &Page, name: &str, view: &str) -> Outcome<()> {
    tokio::time::sleep(Duration::from_millis(1500)).await;
    println!("{}", page.picture(&format!("{name}-{view}")).await?.display());
    Ok(())
}
