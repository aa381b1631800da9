//! Does the quiz bear with slips, reloads, small screens, fingers and a browser that keeps nothing?

use std::time::Duration;

use e2e::{HALFWAY, Outcome, Page, QUESTIONS, Screen, visit};
use thirtyfour::Key;

/// The smallest telephone that still counts.
const SMALL: Screen = Screen { width: 320, height: 568, dark: false };

/// The screen of the n-th question, from 1.
fn question(asked: usize) -> String {
    format!("[data-screen=quiz][data-asked='{asked}']")
}

/// The button of a step that is chosen.
fn chosen(step: &str) -> String {
    format!("[data-step='{step}'][aria-checked=true]")
}

/// Answers by digit from question `from` up to `to`, and waits for what comes then.
async fn answer(page: &Page, from: usize, to: usize) -> Outcome<()> {
    for asked in from..=to {
        page.find(&question(asked)).await?;
        page.press(char::from(b"14352"[asked % 5]).to_string()).await?;
    }
    page.find(&format!("{}, {HALFWAY}, [data-screen=reveal], [data-screen=result]", question(to + 1)))
        .await
        .map(drop)
}

/// How many names the storage of this browser holds.
async fn stored(page: &Page) -> Outcome<u64> {
    page.asks("return localStorage.length").await?.as_u64().ok_or_else(|| "no length".into())
}

async fn focus(page: &Page) -> Outcome<String> {
    let named = "const here = document.activeElement; return here.dataset.step ?? here.localName;";
    Ok(page.asks(named).await?.as_str().unwrap_or_default().to_owned())
}

#[test]
fn slips_are_taken_back_by_keyboard_alone() {
    visit("slips", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.walk_to_the_quiz().await?;
        assert_eq!(focus(&page).await?, "h1");
        // Arrows move the selection and keep nothing.
        page.press(Key::Down + Key::Down + Key::Down).await?;
        page.find(&chosen("2")).await?;
        assert_eq!(focus(&page).await?, "2");
        page.press(Key::Up).await?;
        page.find(&chosen("1")).await?;
        tokio::time::sleep(Duration::from_millis(600)).await;
        assert!(page.shows(&question(1)).await?, "arrows go nowhere");
        page.press(Key::Enter).await?;
        page.find(&question(2)).await?;

        // The note says what was kept, takes no focus, and lies behind the answers on the tab key's way.
        assert!(page.text(".toast").await?.contains("leaning A"));
        assert_eq!(focus(&page).await?, "h1");
        let announced = page
            .asks("return document.querySelector('[data-screen=quiz] [role=status]').textContent")
            .await?;
        assert!(
            announced
                .as_str()
                .is_some_and(|said| said.contains("kept: leaning A") && said.contains("2 of 24"))
        );
        page.press(Key::Tab + Key::Tab).await?;
        page.press(Key::Enter).await?;
        page.find(&question(1)).await?;
        assert!(!page.shows("[aria-checked=true]").await?, "undone, it is unanswered again");

        // Pass is a choice of its own, and back shows what was chosen.
        page.press("0").await?;
        page.find(&question(2)).await?;
        assert!(page.text(".toast").await?.contains("passed"));
        page.press("5").await?;
        page.find(&question(3)).await?;
        page.press(Key::Backspace).await?;
        page.find(&format!("{} {}", question(2), chosen("4"))).await?;
        page.press(Key::Backspace).await?;
        page.find(&format!("{} {}", question(1), chosen("pass"))).await?;
        // An answer that replaced another gives way to it when it is taken back.
        page.press("1").await?;
        page.find(&question(2)).await?;
        page.enter("[data-action=undo]").await?;
        page.find(&format!("{} {}", question(1), chosen("pass"))).await?;
        page.press(Key::Enter).await?;

        // It goes by itself, once nobody is at it.
        page.press("3").await?;
        page.find(&format!("{} [data-action=undo]", question(2))).await?;
        for _ in 0..100 {
            if !page.shows(".toast").await? {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        assert!(!page.shows(".toast").await?, "the note stays");
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn a_whole_visit_by_finger_ends_in_a_result() {
    visit("finger", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.tap("[data-screen=landing] a[href='#quiz']").await?;
        page.tap("[data-chip='20']").await?;
        page.tap("[data-action=guess]").await?;
        page.tap(&format!("{} [data-step='3']", question(1))).await?;
        page.tap(&format!("{} [data-action=undo]", question(2))).await?;
        for asked in 1..=QUESTIONS {
            page.find(&format!("{}, {HALFWAY}", question(asked))).await?;
            if page.shows(HALFWAY).await? {
                page.tap("[data-action=go-on]").await?;
            }
            let step = ["0", "3", "pass", "4", "1"][asked % 5];
            page.tap(&format!("{} [data-step='{step}']", question(asked))).await?;
        }
        assert_eq!(page.result().await?.answered, "19");
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn no_question_scrolls_on_the_smallest_screen_and_nothing_covers_an_answer() {
    visit("small", async |site| {
        let page = site.newcomer(SMALL, "").await?;
        page.walk_to_the_quiz().await?;
        for asked in 1..=QUESTIONS {
            page.find(&format!("{}, {HALFWAY}", question(asked))).await?;
            let offered = page.shows(HALFWAY).await?;
            if offered {
                page.enter("[data-action=go-on]").await?;
                page.find(&question(asked)).await?;
            }
            let found = page.asks(MEASURE).await?;
            assert_eq!(found["wide"], 320, "{found}");
            assert_eq!(found["high"], 568, "question {asked} scrolls: {found}");
            assert_eq!(found["flat"], 0, "a button is lower than 48: {found}");
            assert_eq!(found["covered"], 0, "an answer is covered: {found}");
            assert_eq!(
                found["note"],
                asked > 1 && !offered,
                "the note is there while this is measured: {found}"
            );
            page.press(if asked % 7 == 0 { "0" } else { "4" }).await?;
        }
        page.result().await.map(drop)
    });
}

/// How far the page reaches, how many answers are too low, and how many do not get what is pressed in their corners and
/// middle.
const MEASURE: &str = "
    const root = document.documentElement;
    const steps = [...document.querySelectorAll('[data-step]')];
    const covered = steps.filter(step => {
        const { left, right, top, bottom } = step.getBoundingClientRect();
        const spots = [[left + 4, top + 4], [right - 4, top + 4], [left + 4, bottom - 4], [right - 4, bottom - 4],
            [(left + right) / 2, (top + bottom) / 2]];
        return !spots.every(([x, y]) => step.contains(document.elementFromPoint(x, y)));
    });
    return {
        wide: root.scrollWidth, high: root.scrollHeight,
        flat: steps.filter(step => step.getBoundingClientRect().height < 48).length,
        covered: covered.length,
        note: !document.querySelector('.toast').hidden,
    };";

#[test]
fn a_reload_in_the_middle_comes_back_to_the_same_question_with_every_answer() {
    visit("reload", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.walk_to_the_quiz().await?;
        answer(&page, 1, 6).await?;
        let before = page.attribute(&question(7), "data-question").await?;
        let words = page.text(".statements").await?;
        page.open("").await?;
        page.text_once("[data-screen=landing] a[href='#quiz']", |said| said.contains("7 of 24")).await?;
        page.open("#quiz").await?;
        assert_eq!(page.attribute(&question(7), "data-question").await?, before);
        assert_eq!(page.text(".statements").await?, words, "the sides are where they were");
        assert!(page.text("h1").await?.contains("welcome back"));
        for asked in (1..=6).rev() {
            page.press(Key::Backspace).await?;
            let step = usize::from(b"14352"[asked % 5] - b'1').to_string();
            page.find(&format!("{} {}", question(asked), chosen(&step))).await?;
        }
        answer(&page, 1, 12).await?;
        page.open("#quiz").await?;
        page.find(HALFWAY).await?;
        page.enter("[data-action=go-on]").await?;
        answer(&page, 13, QUESTIONS).await?;
        let result = page.result().await?;
        // Whoever comes back to a result is asked, and finds the same one.
        page.open("#quiz").await?;
        page.find("[data-screen=welcome-back]").await?;
        assert!(!page.shows("[data-action=go-on]").await?, "nothing is left to be asked");
        page.enter("[data-action=look]").await?;
        assert_eq!(page.result().await?, result);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn twelve_answers_make_a_blurry_result_and_the_rest_can_still_come() {
    visit("blurry", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.walk_to_the_quiz().await?;
        answer(&page, 1, 12).await?;
        assert!(page.text("h1").await?.contains("blurry"));
        page.enter("[data-action=look]").await?;
        assert_eq!(page.result().await?.answered, "12");
        page.enter("[data-screen=result] [data-action=go-on]").await?;
        page.find(&question(13)).await?;
        answer(&page, 13, 14).await?;
        // It can be looked at again at any time.
        page.enter("[data-screen=quiz] [data-action=look]").await?;
        assert_eq!(page.result().await?.answered, "14");
        page.enter("[data-screen=result] [data-action=go-on]").await?;
        answer(&page, 15, QUESTIONS).await?;
        assert_eq!(page.result().await?.answered, "24");
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn forget_me_empties_storage_and_memory() {
    visit("forget", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        assert_eq!(stored(&page).await?, 0, "nothing is kept of who has only looked");
        page.walk_to_the_quiz().await?;
        answer(&page, 1, 3).await?;
        assert_eq!(stored(&page).await?, 1);
        // In the quiz it asks once more, with the focus on the way out; keys do not answer the question behind it.
        page.enter("[popovertarget=forget-sheet]").await?;
        assert!(page.text("#forget-sheet").await?.contains("3 answers"));
        page.find("#forget-sheet [popovertarget]:focus").await?;
        page.press("1").await?;
        page.press(Key::Escape).await?;
        assert!(!page.shows("#forget-sheet").await?);
        assert!(page.shows(&question(4)).await?);
        page.enter("[popovertarget=forget-sheet]").await?;
        page.enter("#forget-sheet [data-action=forget]").await?;
        page.text_once("[data-screen=guess]", |said| said.contains("forgotten")).await?;
        assert_eq!(stored(&page).await?, 0);
        page.open("#quiz").await?;
        page.find("[data-screen=guess]").await?;
        assert!(!page.shows(&chosen("0")).await?);

        // And from a result.
        page.open("").await?;
        page.walk_to_the_quiz().await?;
        page.answer_all(|asked| if asked <= 3 { '3' } else { '0' }).await?;
        assert_eq!(stored(&page).await?, 1);
        page.enter("[data-screen=result] [data-action=forget]").await?;
        page.text_once("[data-screen=guess]", |said| said.contains("forgotten")).await?;
        assert_eq!(stored(&page).await?, 0);
        page.open("#quiz").await?;
        page.find("[data-screen=guess]").await?;
        assert_eq!(page.asks("return document.querySelector('[data-screen=guess] input').value").await?, "");
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn a_browser_that_keeps_nothing_or_nonsense_still_shows_a_result() {
    visit("blocked", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        let refuse = "for (const name of ['getItem', 'setItem', 'removeItem'])
            Storage.prototype[name] = () => { throw new DOMException('no', 'SecurityError'); };";
        page.before_everything(refuse).await?;
        page.open("").await?;
        page.walk_to_the_quiz().await?;
        page.answer_all(|asked| char::from(b"14352"[asked % 5])).await?;
        page.enter("[data-screen=result] [data-action=forget]").await?;
        page.text_once("[data-screen=guess]", |said| said.contains("forgotten")).await?;
        page.complaints().await?;

        // Not even the storage itself.
        let refuse = "Object.defineProperty(window, 'localStorage',
            { get() { throw new DOMException('no', 'SecurityError'); } });";
        page.before_everything(refuse).await?;
        page.open("").await?;
        page.walk_to_the_quiz().await?;
        answer(&page, 1, 2).await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());

        let stranger = site.newcomer(Screen::PHONE, "").await?;
        stranger.find("html[data-running]").await?;
        for text in ["'v1 set=1 until=9'", "'\\ud800'", "'v1 '.repeat(1e5)"] {
            stranger.asks(&format!("localStorage.setItem('normie-descent', {text})")).await?;
            stranger.open("#quiz").await?;
            stranger.find("[data-screen=guess]").await?;
            assert_eq!(stored(&stranger).await?, 0, "{text} is thrown away");
        }
        assert_eq!(stranger.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}
