//! Can everybody use every screen: with a screen reader, at night, on a narrow telephone, with large letters?

use e2e::{HALFWAY, Outcome, PLACES, Page, QUESTIONS, Screen, visit};

/// A friend's result, its summary, and both.
const RESULT: &str = "#r1.010MMVGKMMM1NHQ837";
const SUMMARY: &str = "#u1.02QT6BHHGW62X";

/// All barriers, each with the screen it is on.
struct Found(Vec<String>);

impl Found {
    async fn on(&mut self, name: &str, page: &Page) -> Outcome<()> {
        // Nobody moves on a screen that is being judged.
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
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
        for (name, fragment, landmark) in PLACES {
            page.open(fragment).await?;
            page.find(landmark).await?;
            found.on(name, &page).await?;
        }
        let two = format!("{RESULT}~{}", RESULT.trim_start_matches("#r1."));
        let half = &two[..two.len() - 4];
        for (name, fragment, landmark) in [
            ("paste", "#compare", "[data-two=none] input"),
            ("friend", RESULT, "[data-action=just-look]"),
            ("postcard", SUMMARY, "[data-value=summary] p"),
            ("half", half, "[data-value=other] p"),
            ("two others", two.as_str(), "[data-part=rest]"),
        ] {
            page.open(fragment).await?;
            page.find(landmark).await?;
            found.on(name, &page).await?;
        }
        found.check()
    });
}

#[test]
fn no_screen_of_a_visit_has_barriers() {
    visit("access-visit", async |site| {
        let mut found = Found(Vec::new());
        let page = site.newcomer(Screen::PHONE, RESULT).await?;
        page.find("[data-action=just-look]").await?;
        page.result().await?;
        page.find(".today .in-words p").await?;
        found.on("friend's result", &page).await?;
        page.asks("location.hash = ''").await?;
        page.find("[data-screen=landing] a[href='#quiz']").await?;
        page.enter("[data-screen=landing] a[href='#quiz']").await?;
        page.find("[data-screen=guess] input").await?;
        found.on("guess", &page).await?;
        page.find("[data-screen=guess] input").await?.focus().await?;
        page.press("5\u{e007}").await?;
        page.find("[data-screen=quiz][data-asked='1']").await?;
        found.on("quiz", &page).await?;
        for asked in 1..=QUESTIONS {
            if asked == 13 {
                page.find(HALFWAY).await?;
                found.on("halfway", &page).await?;
                page.enter(&format!("{HALFWAY} [data-action=go-on]")).await?;
            }
            page.find(&format!("[data-screen=quiz][data-asked='{asked}']")).await?;
            page.press(if asked <= 12 { "3" } else { "0" }).await?;
        }
        page.find("[data-screen=reveal] h1").await?;
        found.on("reveal", &page).await?;
        page.result().await?;
        page.find(".today .in-words p").await?;
        found.on("result", &page).await?;
        page.share().await?;
        found.on("share", &page).await?;
        page.enter("a[href='#compare']").await?;
        page.find("[data-part=rest]").await?;
        found.on("compare", &page).await?;
        page.enter("[data-action=share]").await?;
        page.find("[data-value=link]").await?;
        found.on("compare, shared", &page).await?;
        found.check()
    });
}
