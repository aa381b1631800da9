//! Does the page bear with tools that rewrite it: translators, and languages written from right to left?

use e2e::{HALFWAY, QUESTIONS, Screen, visit};
use normie_descent::items::QUESTIONS as ITEMS;

/// What translators do, at once and to whatever comes later: every text goes into two elements of theirs, in other
/// words. Ours are between quotation marks, so that they can be told.
const TRANSLATE: &str = "addEventListener('DOMContentLoaded', () => {
    document.documentElement.dir = 'rtl';
    document.documentElement.lang = 'ar';
    document.documentElement.classList.add('translated-rtl');
    const ours = element => element.closest('font, script, style, svg, textarea, noscript');
    const translate = text => {
        if (text.data.trim() === '' || !text.parentElement || ours(text.parentElement)) return;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = `\u{ab}${text.data}\u{bb}`;
        outer.append(inner);
        text.replaceWith(outer);
    };
    const all = root => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        texts.forEach(translate);
    };
    all(document.body);
    new MutationObserver(changes => changes.forEach(({ type, target, addedNodes }) => {
        if (type === 'characterData') translate(target);
        addedNodes.forEach(node => node.nodeType === 3 ? translate(node) : node.nodeType === 1 && all(node));
    })).observe(document.body, { subtree: true, childList: true, characterData: true });
})";

#[test]
fn a_translated_page_leads_through_the_quiz_to_a_result_and_a_link() {
    visit("translated", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.before_everything(TRANSLATE).await?;
        page.open("").await?;
        page.text_once("[data-screen=landing] h1", |said| said == "\u{ab}normie descent\u{bb}").await?;
        page.walk_to_the_quiz().await?;
        for asked in 1..=QUESTIONS {
            let screen = format!("[data-screen=quiz][data-asked='{asked}']");
            page.find(&format!("{screen}, {HALFWAY}")).await?;
            if page.shows(HALFWAY).await? {
                page.enter(&format!("{HALFWAY} [data-action=go-on]")).await?;
            }
            let question: usize = page.attribute(&screen, "data-question").await?.parse()?;
            // This question's words and no other's, each once.
            let poles =
                [ITEMS[question].lower, ITEMS[question].upper].map(|pole| format!("\u{ab}{pole}\u{bb}"));
            for side in ["#statement-a span", "#statement-b span"] {
                page.text_once(side, |said| poles.iter().any(|pole| said == pole)).await?;
            }
            page.text_once(".counted", |said| said == format!("\u{ab}{asked} of {QUESTIONS}\u{bb}")).await?;
            page.press(["1", "4", "3", "5", "2", "0"][asked % 6]).await?;
        }
        page.find("[data-screen=reveal]").await?;
        page.text_once(".stopwatch", |said| said.contains("\u{ab}")).await?;
        let result = page.result().await?;
        assert_eq!(result.answered, format!("\u{ab}{}\u{bb}", QUESTIONS - QUESTIONS / 6));
        page.enter("[data-screen=result] [data-action=play]").await?;
        page.find("[data-screen=result] [data-value=day]:not([data-day='0'])").await?;
        page.share().await?;
        page.find("[data-value=card]").await?;
        page.open("#lab").await?;
        page.enter(".parts [data-beat='7']").await?;
        page.text_once("[data-value=status]", |said| said.contains("you:")).await?;
        page.enter("[data-action=play]").await?;
        page.find("[data-value=status]:not([data-day='0'])").await?;
        assert!(!page.shows("#trouble").await?);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn from_right_to_left_nothing_is_cut_off_or_covered() {
    visit("right-to-left", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.before_everything(
            "addEventListener('DOMContentLoaded', () => { document.documentElement.dir = 'rtl'; })",
        )
        .await?;
        for (fragment, landmark) in [
            ("", ".figure-box.alive .you-handle:not(.waiting)"),
            ("#quiz", "[data-screen=guess] input"),
            ("#r1.010MMVGKMMM1NHQ837", "[data-action=just-look]"),
            ("#lab", "[data-value=status][data-day]"),
            ("how.html", "[data-screen=how]"),
        ] {
            page.open(fragment).await?;
            page.find(landmark).await?;
            let wide = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
            assert_eq!(page.asks(wide).await?, 0, "{fragment}");
        }
        // A map stays a map: left is left, for the dot and for the finger.
        page.open("").await?;
        page.find(".figure-box.alive .you-handle:not(.waiting)").await?;
        let left = "return document.querySelector('.you-handle').getBoundingClientRect().left";
        page.find(".you-handle").await?.focus().await?;
        let before = page.asks(left).await?.as_f64().unwrap_or_default();
        page.press(thirtyfour::Key::Right).await?;
        let after = page.asks(left).await?.as_f64().unwrap_or_default();
        assert!(after > before, "{before} {after}");
        Ok(())
    });
}
