//! What does every screen look like, small and large, by day and by night? With the name of a place, only that one.

use std::time::Duration;

use e2e::{Outcome, PLACES, Page, Screen, visit};
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
    if only.is_some() {
        return Ok(());
    }
    page.open("").await?;
    page.find("html[data-running] [data-screen=landing]").await?;
    page.enter("[data-screen=landing] a[href='#quiz']").await?;
    page.find("[data-screen=guess]").await?;
    see(page, "guess", view).await?;
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

/// Somebody else's result.
const FRIEND: &str = "#r1.010MMVGKMMM1NHQ837";

/// Waits for what moves to come to rest, and takes the picture.
async fn see(page: &Page, name: &str, view: &str) -> Outcome<()> {
    tokio::time::sleep(Duration::from_millis(1500)).await;
    println!("{}", page.picture(&format!("{name}-{view}")).await?.display());
    Ok(())
}
