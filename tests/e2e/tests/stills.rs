//! Prerendered screens: what was asked for is seen before its program comes, and then nothing moves.

use e2e::addresses::{COMPARISON, FRIEND, LAB, QUIZ, SUMMARY, two_friends};
use e2e::{Outcome, Page, Screen, visit};
use link::Summary;
use quiz::questionnaire::CURRENT;
use serde_json::Value;

/// Addresses, the screens that stand in the page for them, and words that only a program can have written there.
const STILLS: [(&str, &str, &str); 3] =
    [(QUIZ, "guess", ""), (FRIEND, "somebody", "seconds"), (SUMMARY, "postcard", "14 seconds")];

/// What is fetched comes when `arrive` is called with a piece of its name.
const LATE: &str = "{ const { fetch } = window; const held = []; let comes = () => false; \
    window.arrive = (piece) => { \
        comes = (name) => name.includes(piece); \
        held.filter(([name]) => comes(name)).forEach(([, go]) => go()); \
    }; \
    window.fetch = async (asked, ...how) => { \
        const name = String(asked.url ?? asked); \
        if (!comes(name)) await new Promise((go) => held.push([name, go])); \
        return fetch(asked, ...how); \
    }; }";

/// Where the parts of the screen are.
async fn parts(page: &Page) -> Outcome<Value> {
    page.document().sheets().asks(
        "const sheet = elements.find((sheet) => sheet.checkVisibility()); \
         return [...sheet.children].filter((part) => part.checkVisibility() && !part.classList.contains('unseen')) \
             .map((part) => { \
                 const { top, bottom } = part.getBoundingClientRect(); \
                 return [part.tagName, Math.round(top + scrollY), Math.round(bottom + scrollY)]; \
             })",
    )
    .await
}

#[test]
fn what_is_asked_for_is_seen_before_its_program_comes_and_stays_where_it_is() {
    visit("stills", async |site| {
        for screen in [Screen::PHONE, Screen::LAPTOP] {
            for (address, name, written) in STILLS {
                let page = site.newcomer(screen, "").await?;
                page.before_everything(LATE).await?;
                page.open(address).await?;
                let still = page.document().prerendered(name);
                let words = still.text().await?;
                assert!(written.is_empty() || !words.contains(written), "{words}");
                let before = parts(&page).await?;
                assert!(before.as_array().is_some_and(|parts| parts.len() > 3), "{before}");
                // The landing's program, which fetches that of the screen.
                page.asks("arrive('normie-descent')").await?;
                page.document().starts().await?;
                assert!(still.is_shown().await?, "{address} is gone before its program is there");
                assert_eq!(parts(&page).await?, before, "{address}");
                page.asks("arrive('')").await?;
                page.document().live(name).appears().await?;
                page.document().any_heading().says(written).await?;
                assert_eq!(parts(&page).await?, before, "{address}");
            }
        }
        Ok(())
    });
}

#[test]
fn a_postcard_says_what_was_sent_and_leaves_no_blank_for_the_rest() {
    visit("postcard", async |site| {
        let summary = Summary::new(CURRENT, 24, None, None, 6.2, [5.2, 7.0], None);
        let page = site.newcomer(Screen::PHONE, &format!("#{}", summary.encode())).await?;
        page.shared().postcard_heading().text_once(|words| words == "someone took the quiz").await?;
        let said = page.shared().summary().text().await?;
        assert!(said.ends_with("questions answered: 24."), "{said}");
        assert!(!said.contains("further out") && !said.contains("guessed"), "{said}");
        assert!(!page.shared().blank().is_shown().await?);
        Ok(())
    });
}

#[test]
fn where_no_screen_stands_in_the_page_it_says_that_one_comes() {
    visit("waiting", async |site| {
        for address in [LAB, COMPARISON, &two_friends()] {
            let page = site.newcomer(Screen::PHONE, "").await?;
            page.before_everything(LATE).await?;
            page.open(address).await?;
            page.document().reads("one moment").await?;
            page.asks("arrive('normie-descent')").await?;
            page.document().starts().await?;
            page.document().reads("one moment").await?;
            page.asks("arrive('')").await?;
            page.document().another_screen().appears().await?;
            assert!(!page.document().place().text().await?.contains("one moment"), "{address}");
        }
        Ok(())
    });
}
