//! Does a second visit need a network?

use e2e::{Screen, visit};

/// A friend's result.
const RESULT: &str = "#r1.010MMVGKMMM1NHQ837";

#[test]
fn after_one_visit_the_whole_page_works_without_a_network() {
    visit("offline", async |site| {
        let page = site.newcomer(Screen::PHONE, RESULT).await?;
        let online = page.result().await?;
        page.kept().await?;
        site.unplug();

        page.open("").await?;
        // The landing's world runs.
        page.find("[data-screen=landing] .alive [role=application]").await?;
        page.walk_to_the_quiz().await?;
        page.answer_all(|asked| if asked <= 3 { '3' } else { '0' }).await?;
        page.share().await?;
        page.open(RESULT).await?;
        assert_eq!(page.result().await?, online);
        // A shell that was never opened, and the same link below it.
        page.open(&format!("p/80/{RESULT}")).await?;
        assert_eq!(page.result().await?, online);
        Ok(())
    });
}
