//! What is seen before any program has come? The screen that was asked for; and when it comes alive, nothing moves.

use e2e::{Page, Screen, visit};
use serde_json::Value;

/// Addresses, the screens that stand in the page for them, and words that only a program can have written there.
const STILLS: [(&str, &str, &str); 3] = [
    ("#quiz", "guess", ""),
    ("#r1.010MMVGKMMM1NHQ837", "somebody", "seconds"),
    ("#u1.02QT6BHHGW62X", "postcard", "14 seconds"),
];

/// Whatever is fetched comes when `arrive` is called.
const LATE: &str = "{ const arrived = new Promise((arrive) => Object.assign(window, { arrive })); \
                    const { fetch } = window; \
                    window.fetch = (...asked) => arrived.then(() => fetch(...asked)); }";

/// Where the parts of the screen are.
async fn parts(page: &Page) -> e2e::Outcome<Value> {
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
                let words = page.text(&format!(".still.{name} h1")).await?;
                assert!(written.is_empty() || !words.contains(written), "{words}");
                let before = parts(&page).await?;
                assert!(before.as_array().is_some_and(|parts| parts.len() > 3), "{before}");
                page.asks("arrive()").await?;
                page.find(&format!(".{name}[data-screen]")).await?;
                page.text_once("main[data-screen] h1", |words| words.contains(written)).await?;
                assert_eq!(parts(&page).await?, before, "{address}");
                assert_eq!(page.complaints().await?, Vec::<String>::new());
            }
        }
        Ok(())
    });
}
