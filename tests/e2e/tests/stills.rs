//! What is seen before any program has come? The screen that was asked for; and when it comes alive, nothing moves.

use e2e::{Outcome, Page, Screen, visit};
use normie_descent::link::Summary;
use serde_json::Value;

/// Addresses, the screens that stand in the page for them, and words that only a program can have written there.
const STILLS: [(&str, &str, &str); 3] = [
    ("#quiz", "guess", ""),
    ("#r1.010MMVGKMMM1NHQ837", "somebody", "seconds"),
    ("#u1.02QT6BHHGW62X", "postcard", "14 seconds"),
];

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
    page.asks(
        "const sheet = [...document.querySelectorAll('main')].find((sheet) => sheet.checkVisibility()); \
         return [...sheet.children].filter((part) => part.checkVisibility() && !part.matches('.unseen')) \
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
                let still = format!(".still.{name} h1");
                let words = page.text(&still).await?;
                assert!(written.is_empty() || !words.contains(written), "{words}");
                let before = parts(&page).await?;
                assert!(before.as_array().is_some_and(|parts| parts.len() > 3), "{before}");
                // The landing's program, which fetches that of the screen.
                page.asks("arrive('normie-descent')").await?;
                page.find("html[data-running]").await?;
                assert!(page.shows(&still).await?, "{address} is gone before its program is there");
                assert_eq!(parts(&page).await?, before, "{address}");
                page.asks("arrive('')").await?;
                page.find(&format!(".{name}[data-screen]")).await?;
                page.text_once("main[data-screen] h1", |words| words.contains(written)).await?;
                assert_eq!(parts(&page).await?, before, "{address}");
                assert_eq!(page.complaints().await?, Vec::<String>::new());
            }
        }
        Ok(())
    });
}

#[test]
fn a_postcard_says_what_was_sent_and_leaves_no_blank_for_the_rest() {
    visit("postcard", async |site| {
        let told = Summary::new(24, None, None, 6.2, None);
        let page = site.newcomer(Screen::PHONE, &format!("#{}", told.encode())).await?;
        page.text_once(".postcard h1", |words| words == "someone took the quiz").await?;
        let said = page.text("[data-value=summary]").await?;
        assert!(said.contains("questions answered: 24 of 24"), "{said}");
        assert!(!said.contains("further out") && !said.contains("guessed"), "{said}");
        assert!(!page.shows(".blank").await?);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn where_no_screen_stands_in_the_page_it_says_that_one_comes() {
    visit("waiting", async |site| {
        for address in ["#lab", "#compare", "#r1.010MMVGKMMM1NHQ837~010MMVGKMMM1NHQ837"] {
            let page = site.newcomer(Screen::PHONE, "").await?;
            page.before_everything(LATE).await?;
            page.open(address).await?;
            page.reads("one moment").await?;
            page.asks("arrive('normie-descent')").await?;
            page.find("html[data-running]").await?;
            page.reads("one moment").await?;
            page.asks("arrive('')").await?;
            page.find("main[data-screen]:not([data-screen=landing])").await?;
            assert!(!page.text("#screen").await?.contains("one moment"), "{address}");
        }
        Ok(())
    });
}
