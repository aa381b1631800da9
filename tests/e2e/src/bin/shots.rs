//! Pictures of every screen, small and large, by day and by night. With the name of a place, only of that one.

use std::time::Duration;

use e2e::addresses::{COMPARISON, FRIEND, LAB, QUIZ, WORLD, fragment};
use e2e::waiting::pass;
use e2e::{Outcome, PLACES, Page, Persona, Screen, Tells, visit};
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
    for place in PLACES.into_iter().filter(|place| only.is_none_or(|only| only == place.name)) {
        page.open(place.address).await?;
        (place.landmark)(page).appears().await?;
        see(page, place.name, view).await?;
    }
    if only.is_none_or(|only| only == "beats") {
        see_beats(page, view).await?;
    }
    if only.is_some() {
        return Ok(());
    }
    page.open("").await?;
    page.document().starts().await?;
    page.landing().quiz_link().enter().await?;
    page.guess().screen().appears().await?;
    see(page, "guess", view).await?;
    see_pauses(page, view).await?;
    page.open("").await?;
    page.walk_to_the_quiz().await?;
    see(page, "quiz", view).await?;
    page.answer_until_the_reveal(Persona::Outspoken).await?;
    page.reveal().stage().appears().await?;
    see(page, "reveal-begins", view).await?;
    page.reveal().ends().await?;
    see(page, "reveal", view).await?;
    page.press(Key::Escape).await?;
    page.result().numbers().await?;
    see(page, "result", view).await?;
    page.share().open().await?;
    let summary = page.share().copied_link(Tells::Number).await?;
    see(page, "result-shared", view).await?;
    let link = page.share().copied_link(Tells::Answers).await?;
    // Before there is a friend to compare with: the tab remembers them.
    page.open(COMPARISON).await?;
    page.comparison().paste().appears().await?;
    see(page, "compare-paste", view).await?;
    page.open(fragment(&link).unwrap_or_default()).await?;
    page.result().numbers().await?;
    see(page, "friend", view).await?;
    page.open(fragment(&summary).unwrap_or_default()).await?;
    page.shared().summary().appears().await?;
    see(page, "postcard", view).await?;
    page.open(FRIEND).await?;
    page.document().heading().says("second").await?;
    see(page, "friends-link", view).await?;
    page.shared().comparison_link().enter().await?;
    page.comparison().rest_with_you().appears().await?;
    page.share().open_button().enter().await?;
    see(page, "compare", view).await
}

/// The six beats before anything is guessed, the first once it is answered, and somebody met among all the levers.
async fn see_beats(page: &Page, view: &str) -> Outcome<()> {
    page.open(LAB).await?;
    page.lab().world().await?;
    page.beats().first_chip().enter().await?;
    page.beats().go().enter().await?;
    page.beats().verdict().says("you said").await?;
    see(page, "beat-1-answered", view).await?;
    for beat in 2..=6 {
        page.beats().open(beat).await?;
        see(page, &format!("beat-{beat}"), view).await?;
    }
    page.open("#s1.seed=42&feed=1&dims=128&embed=1").await?;
    page.lab().world().await?;
    see(page, "embedded", view).await?;
    page.open(WORLD).await?;
    page.lab().world().await?;
    page.lab().press_play().await?;
    page.lab().checksum().await?;
    page.lab().picker().focus().await?;
    page.press(Key::Left).await?;
    page.lab().inspected_sentence().says("basically").await?;
    see(page, "levers-played", view).await
}

/// What is on the way to half of the questions, and forgotten there.
async fn see_pauses(page: &Page, view: &str) -> Outcome<()> {
    page.open("").await?;
    page.walk_to_the_quiz().await?;
    page.quiz().answer_as(Persona::Leaning, 1, 12).await?;
    see(page, "halfway", view).await?;
    page.quiz().look_now().enter().await?;
    page.result().numbers().await?;
    page.open(QUIZ).await?;
    page.quiz().welcome_back().appears().await?;
    see(page, "welcome-back", view).await?;
    page.quiz().go_on().enter().await?;
    page.quiz().screen().appears().await?;
    page.press("2").await?;
    page.quiz().note().appears().await?;
    see(page, "quiz-undo", view).await?;
    page.forget().open().enter().await?;
    see(page, "forget", view).await?;
    page.forget().confirm().enter().await?;
    page.guess().screen().appears().await?;
    see(page, "forgotten", view).await
}

/// Waits for what moves to come to rest, and takes the picture.
async fn see(page: &Page, name: &str, view: &str) -> Outcome<()> {
    page.comes_to_rest().await?;
    pass(Duration::from_millis(1500)).await;
    println!("{}", page.picture(&format!("{name}-{view}")).await?.display());
    Ok(())
}
