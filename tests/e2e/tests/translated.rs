//! Tools that rewrite the page: translators, and languages written from right to left.

use e2e::addresses::{FRIEND, HOW, LAB, QUIZ};
use e2e::{Persona, QUESTIONS, Screen, visit};
use quiz::questionnaire::CURRENT;

/// What translators do, at once and to whatever comes later: every text goes into two elements of theirs, in other
/// words. Ours are between quotation marks, so that they can be recognised.
const TRANSLATE: &str = "addEventListener('DOMContentLoaded', () => {
    document.documentElement.dir = 'rtl';
    document.documentElement.lang = 'ar';
    document.documentElement.classList.add('translated-rtl');
    const names = ['font', 'script', 'style', 'svg', 'textarea', 'noscript'];
    const ours = element => element !== null && (names.includes(element.localName) || ours(element.parentElement));
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
        page.landing().heading().text_once(|said| said == "\u{ab}normie descent\u{bb}").await?;
        page.walk_to_the_quiz().await?;
        for asked in 1..=QUESTIONS {
            page.quiz().reach(asked).await?;
            let question = page.quiz().place_in_set(asked).await?;
            // This question's words and no other's, each once.
            let poles = [CURRENT.questions()[question].lower, CURRENT.questions()[question].upper]
                .map(|pole| format!("\u{ab}{pole}\u{bb}"));
            for side in [page.quiz().statement_a(), page.quiz().statement_b()] {
                side.text_once(|said| poles.iter().any(|pole| said == pole)).await?;
            }
            page.quiz()
                .counted()
                .text_once(|said| said == format!("\u{ab}{asked} of {QUESTIONS}\u{bb}"))
                .await?;
            page.press(Persona::Selective.key(asked).to_string()).await?;
        }
        page.reveal().screen().appears().await?;
        page.reveal().stopwatch().says("\u{ab}").await?;
        let result = page.result().numbers().await?;
        assert_eq!(result.answered, format!("\u{ab}{}\u{bb}", Persona::Selective.answered(QUESTIONS)));
        page.year().play().enter().await?;
        page.year().day().days_pass().await?;
        page.share().open().await?;
        page.share().card().appears().await?;
        page.open(LAB).await?;
        page.beats().open_levers().await?;
        page.lab().world().await?;
        page.lab().press_play().await?;
        page.lab().status().days_pass().await?;
        assert!(!page.document().trouble().is_shown().await?);
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
            ("", page.landing().live_dot()),
            (QUIZ, page.guess().field()),
            (FRIEND, page.shared().just_look()),
            (LAB, page.lab().ready()),
            (HOW, page.how().screen()),
        ] {
            page.open(fragment).await?;
            landmark.appears().await?;
            assert_eq!(page.document().pixels_too_wide().await?, 0, "{fragment}");
        }
        // A map stays a map: left is left, for the dot and for the finger.
        page.open("").await?;
        page.landing().live_dot().appears().await?;
        let left = "return element.getBoundingClientRect().left";
        page.landing().dot().focus().await?;
        let before = page.landing().dot().asks(left).await?.as_f64().unwrap_or_default();
        page.press(thirtyfour::Key::Right).await?;
        let after = page.landing().dot().asks(left).await?.as_f64().unwrap_or_default();
        assert!(after > before, "{before} {after}");
        Ok(())
    });
}
