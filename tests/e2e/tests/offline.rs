//! A second visit: it needs no network.

use e2e::addresses::FRIEND;
use e2e::{MISSING_FILES, Persona, Screen, visit};

#[test]
fn after_one_visit_the_whole_page_works_without_a_network() {
    visit("offline", async |site| {
        let page = site.newcomer(Screen::PHONE, FRIEND).await?;
        let online = page.result().numbers().await?;
        page.kept().await?;
        // The browser looks for a newer service worker.
        page.expects_complaints(&MISSING_FILES);
        site.unplug();

        page.open("").await?;
        // The landing's world runs.
        page.landing().live_application().appears().await?;
        page.walk_to_the_quiz().await?;
        page.answer_all(Persona::Reticent).await?;
        page.share().open().await?;
        page.open(FRIEND).await?;
        assert_eq!(page.result().numbers().await?, online);
        // A preview page that was never opened, and the same link below it.
        page.open(&format!("p/80/{FRIEND}")).await?;
        assert_eq!(page.result().numbers().await?, online);
        Ok(())
    });
}
