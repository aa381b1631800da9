//! Accessibility of every screen: with a screen reader, at night, on a narrow telephone, with large letters.

use e2e::addresses::{COMPARISON, FRIEND, SUMMARY, two_friends};
use e2e::{Outcome, PLACES, Page, Persona, QUESTIONS, Screen, simulated_answers, visit};

/// All barriers, each with the screen it is on.
struct Found(Vec<String>);

impl Found {
    async fn on(&mut self, name: &str, page: &Page) -> Outcome<()> {
        // Nothing moves on a screen that is being judged.
        page.comes_to_rest().await?;
        self.0.extend(page.barriers().await?.into_iter().map(|barrier| format!("{name}: {barrier}")));
        page.look_through(Screen::PHONE).await
    }

    /// Fails with all of them.
    fn check(self) -> Outcome<()> {
        if self.0.is_empty() { Ok(()) } else { Err(format!("\n{}", self.0.join("\n")).into()) }
    }
}

#[test]
fn no_screen_with_an_address_has_barriers() {
    visit("access-places", async |site| {
        let mut found = Found(Vec::new());
        let page = site.newcomer(Screen::PHONE, "").await?;
        for place in PLACES {
            page.open(place.address).await?;
            (place.landmark)(&page).appears().await?;
            found.on(place.name, &page).await?;
        }
        let two = two_friends();
        let half = &two[..two.len() - 4];
        for (name, fragment, landmark) in [
            ("paste", COMPARISON, page.comparison().paste_for_nobody()),
            ("friend", FRIEND, page.shared().just_look()),
            ("postcard", SUMMARY, page.shared().summary_words()),
            ("half", half, page.shared().other_half_words()),
            ("two others", two.as_str(), page.comparison().rest()),
        ] {
            page.open(fragment).await?;
            landmark.appears().await?;
            found.on(name, &page).await?;
        }
        found.check()
    });
}

#[test]
fn no_screen_of_a_visit_has_barriers() {
    visit("access-visit", async |site| {
        let mut found = Found(Vec::new());
        let page = site.newcomer(Screen::PHONE, FRIEND).await?;
        page.shared().just_look().appears().await?;
        page.result().numbers().await?;
        page.year().map_in_words().appears().await?;
        found.on("friend's result", &page).await?;
        page.asks("location.hash = ''").await?;
        page.landing().quiz_link().appears().await?;
        page.landing().quiz_link().enter().await?;
        page.guess().field().appears().await?;
        found.on("guess", &page).await?;
        page.guess().guess(5).await?;
        found.on("quiz", &page).await?;
        let people = simulated_answers();
        for asked in 1..=QUESTIONS {
            if asked == 13 {
                page.quiz().halfway().appears().await?;
                found.on("halfway", &page).await?;
                page.quiz().go_on().enter().await?;
            }
            page.quiz().question(asked).appears().await?;
            if asked <= 12 {
                page.quiz().answer_like(asked, &people).await?;
            } else {
                page.press(Persona::Silent.key(asked).to_string()).await?;
            }
        }
        page.reveal().heading().appears().await?;
        found.on("reveal", &page).await?;
        page.result().numbers().await?;
        page.year().map_in_words().appears().await?;
        found.on("result", &page).await?;
        page.share().open().await?;
        found.on("share", &page).await?;
        page.result().comparison_link().enter().await?;
        page.comparison().rest().appears().await?;
        found.on("compare", &page).await?;
        page.share().open_button().enter().await?;
        page.share().link().appears().await?;
        found.on("compare, shared", &page).await?;
        found.check()
    });
}
