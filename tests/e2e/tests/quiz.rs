//! The quiz: it bears with slips, reloads, small screens, fingers and a browser that keeps nothing.

use std::time::Duration;

use e2e::addresses::{QUIZ, fragment};
use e2e::waiting::throughout;
use e2e::{Outcome, Page, Persona, QUESTIONS, SCOPE, Screen, Tells, surprisal_bits, visit};
use link::decode;
use quiz::quiz_session::GOALS;
use thirtyfour::Key;

/// The smallest telephone that still counts.
const SMALL: Screen = Screen { width: 320, height: 568, dark: false };

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
        page.quiz().chosen(1, "2").appears().await?;
        assert_eq!(focus(&page).await?, "2");
        page.press(Key::Up).await?;
        page.quiz().chosen(1, "1").appears().await?;
        throughout(Duration::from_millis(600), async || {
            assert!(page.quiz().question(1).is_shown().await?, "arrows go nowhere");
            Ok(())
        })
        .await?;
        page.press(Key::Enter).await?;
        page.quiz().question(2).appears().await?;

        // The note says what was kept, takes no focus, and lies behind the answers on the tab key's way.
        assert!(page.quiz().note().text().await?.contains("leaning A"));
        assert_eq!(focus(&page).await?, "h1");
        let announced = page.quiz().announced().asks("return element.textContent").await?;
        assert!(
            announced
                .as_str()
                .is_some_and(|said| said.contains("kept: leaning A") && said.contains("2 of 24"))
        );
        page.press(Key::Tab + Key::Tab).await?;
        page.press(Key::Enter).await?;
        page.quiz().question(1).appears().await?;
        assert!(!page.quiz().any_chosen().is_shown().await?, "undone, it is unanswered again");

        // Pass is a choice of its own, and back shows what was chosen.
        page.press("0").await?;
        page.quiz().question(2).appears().await?;
        assert!(page.quiz().note().text().await?.contains("passed"));
        page.press("5").await?;
        page.quiz().question(3).appears().await?;
        page.press(Key::Backspace).await?;
        page.quiz().chosen(2, "4").appears().await?;
        page.press(Key::Backspace).await?;
        page.quiz().chosen(1, "pass").appears().await?;
        // An answer that replaced another gives way to it when it is taken back.
        page.press("1").await?;
        page.quiz().question(2).appears().await?;
        page.quiz().undo_at(2).enter().await?;
        page.quiz().chosen(1, "pass").appears().await?;
        page.press(Key::Enter).await?;

        // It goes by itself, once nobody is at it.
        page.press("3").await?;
        page.quiz().undo_at(2).appears().await?;
        page.quiz().note().disappears().await?;
        Ok(())
    });
}

#[test]
fn a_whole_visit_by_finger_ends_in_a_result() {
    visit("finger", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.landing().quiz_link().tap().await?;
        page.guess().twenty().tap().await?;
        page.guess().submit().tap().await?;
        page.quiz().step(1, "3").tap().await?;
        page.quiz().undo_at(2).tap().await?;
        for asked in 1..=QUESTIONS {
            page.quiz().question_or_offer(asked).appears().await?;
            if page.quiz().halfway().is_shown().await? {
                page.quiz().go_on().tap().await?;
            }
            page.quiz().step(asked, &Persona::Picky.step(asked)).tap().await?;
        }
        assert_eq!(page.result().numbers().await?.answered, Persona::Picky.answered(QUESTIONS).to_string());
        Ok(())
    });
}

#[test]
fn no_question_scrolls_on_the_smallest_screen_and_nothing_covers_an_answer() {
    visit("small", async |site| {
        let page = site.newcomer(SMALL, "").await?;
        page.walk_to_the_quiz().await?;
        for asked in 1..=QUESTIONS {
            let offered = page.quiz().reach(asked).await?;
            let note = page.quiz().note().asks("return !element.hidden").await?;
            let found = page.quiz().steps().asks(MEASURE).await?;
            assert_eq!(found["wide"], 320, "{found}");
            assert_eq!(found["high"], 568, "question {asked} scrolls: {found}");
            assert_eq!(found["flat"], 0, "a button is lower than 48: {found}");
            assert_eq!(found["covered"], 0, "an answer is covered: {found}");
            assert_eq!(note, asked > 1 && !offered, "the note is there while this is measured: {found}");
            page.press(Persona::Habitual.key(asked).to_string()).await?;
        }
        page.result().numbers().await.map(drop)
    });
}

/// How far the page reaches, how many answers are too low, and how many do not get what is pressed in their corners and
/// middle.
const MEASURE: &str = "
    const root = document.documentElement;
    const covered = elements.filter(step => {
        const { left, right, top, bottom } = step.getBoundingClientRect();
        const spots = [[left + 4, top + 4], [right - 4, top + 4], [left + 4, bottom - 4], [right - 4, bottom - 4],
            [(left + right) / 2, (top + bottom) / 2]];
        return !spots.every(([x, y]) => step.contains(document.elementFromPoint(x, y)));
    });
    return {
        wide: root.scrollWidth, high: root.scrollHeight,
        flat: elements.filter(step => step.getBoundingClientRect().height < 48).length,
        covered: covered.length,
    };";

#[test]
fn a_reload_in_the_middle_comes_back_to_the_same_question_with_every_answer() {
    visit("reload", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.walk_to_the_quiz().await?;
        page.quiz().answer_as(Persona::Outspoken, 1, 6).await?;
        let before = page.quiz().place_in_set(7).await?;
        let words = page.quiz().statements().text().await?;
        page.open("").await?;
        page.landing().goes_on_with(7).await?;
        page.open(QUIZ).await?;
        assert_eq!(page.quiz().place_in_set(7).await?, before);
        assert_eq!(page.quiz().statements().text().await?, words, "the sides are where they were");
        assert!(page.document().heading().text().await?.contains("welcome back"));
        for asked in (1..=6).rev() {
            page.press(Key::Backspace).await?;
            page.quiz().chosen(asked, &Persona::Outspoken.step(asked)).appears().await?;
        }
        page.quiz().answer_as(Persona::Outspoken, 1, 12).await?;
        page.open(QUIZ).await?;
        page.quiz().halfway().appears().await?;
        page.quiz().go_on().enter().await?;
        page.quiz().answer_as(Persona::Outspoken, 13, QUESTIONS).await?;
        let result = page.result().numbers().await?;
        // Whoever comes back to a result is asked, and finds the same one.
        page.open(QUIZ).await?;
        page.quiz().welcome_back().appears().await?;
        page.quiz().go_on().says("sharpen it: 12 more questions").await?;
        page.quiz().look_now().enter().await?;
        assert_eq!(page.result().numbers().await?, result);
        Ok(())
    });
}

#[test]
fn twelve_answers_make_a_blurry_result_and_the_rest_can_still_come() {
    visit("blurry", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.walk_to_the_quiz().await?;
        page.quiz().answer_as(Persona::Outspoken, 1, 12).await?;
        assert!(page.document().heading().text().await?.contains("blurry"));
        page.quiz().look_now().enter().await?;
        assert_eq!(page.result().numbers().await?.answered, "12");
        page.result().go_on().enter().await?;
        page.quiz().question(13).appears().await?;
        page.quiz().answer_as(Persona::Outspoken, 13, 14).await?;
        // It can be looked at again at any time.
        page.quiz().look().enter().await?;
        assert_eq!(page.result().numbers().await?.answered, "14");
        page.result().go_on().enter().await?;
        page.quiz().answer_as(Persona::Outspoken, 15, QUESTIONS).await?;
        assert_eq!(page.result().numbers().await?.answered, "24");
        Ok(())
    });
}

#[test]
fn a_result_is_sharpened_by_twelve_questions_twice_and_only_the_first_is_revealed() {
    visit("sharpened", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.walk_to_the_quiz().await?;
        page.answer_until_the_reveal(Persona::Selective).await?;
        page.reveal().screen().appears().await?;
        let mut shown = page.result().numbers().await?;
        for goal in &GOALS[1..] {
            let first = goal - 11;
            page.result().go_on().says("sharpen it: 12 more questions").await?;
            page.result().go_on().enter().await?;
            page.quiz().question(first).appears().await?;
            assert_eq!(page.quiz().counted().text().await?, format!("{first} of {goal}"));
            // It can be left, and gone on with.
            page.quiz().answer_as(Persona::Selective, first, first + 4).await?;
            page.open("").await?;
            page.landing().quiz_link().says(&format!("{} of {goal}", first + 5)).await?;
            page.landing().quiz_link().enter().await?;
            page.quiz().answer_as(Persona::Selective, first + 5, *goal).await?;
            page.result().screen().appears().await?;
            assert!(!page.reveal().screen().is_shown().await?, "it was shown before");
            let sharper = page.result().numbers().await?;
            assert_eq!(sharper.answered, Persona::Selective.answered(*goal).to_string());
            assert_ne!(sharper.bits, shown.bits, "{goal} questions tell more");
            shown = sharper;
        }
        assert!(!page.result().go_on().is_shown().await?, "nothing is left to be asked");
        // The link holds all of it, and whoever comes back finds it.
        page.share().open().await?;
        let link = page.share().link_that(Tells::Answers).await?;
        let answers = decode(fragment(&link).ok_or("the link has no code")?)?.answers;
        assert_eq!(answers.asked().count(), GOALS[GOALS.len() - 1]);
        assert_eq!(surprisal_bits(&link)?, shown.bits);
        page.open(QUIZ).await?;
        page.quiz().welcome_back().appears().await?;
        assert!(!page.quiz().go_on().is_shown().await?, "nothing is left to be asked");
        page.quiz().look_now().enter().await?;
        assert_eq!(page.result().numbers().await?, shown);
        Ok(())
    });
}

#[test]
fn forget_me_empties_storage_and_memory() {
    visit("forget", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        assert_eq!(stored(&page).await?, 0, "nothing is kept of who has only looked");
        page.walk_to_the_quiz().await?;
        page.quiz().answer_as(Persona::Outspoken, 1, 3).await?;
        assert_eq!(stored(&page).await?, 1);
        // In the quiz it asks once more, with the focus on the way out; keys do not answer the question behind it.
        page.forget().open().enter().await?;
        assert!(page.forget().sheet().text().await?.contains("3 answers"));
        page.forget().focused_way_out().appears().await?;
        page.press("1").await?;
        page.press(Key::Escape).await?;
        assert!(!page.forget().sheet().is_shown().await?);
        assert!(page.quiz().question(4).is_shown().await?);
        page.forget().everything_and_hear_so().await?;
        assert_eq!(stored(&page).await?, 0);
        page.open(QUIZ).await?;
        page.guess().screen().appears().await?;
        assert!(!page.quiz().any_chosen().is_shown().await?);

        // And from a result.
        page.open("").await?;
        page.walk_to_the_quiz().await?;
        page.answer_all(Persona::Reticent).await?;
        assert_eq!(stored(&page).await?, 1);
        page.result().forget().enter().await?;
        page.guess().screen().says("forgotten").await?;
        assert_eq!(stored(&page).await?, 0);
        page.open(QUIZ).await?;
        page.guess().screen().appears().await?;
        assert_eq!(page.guess().field().asks("return element.value").await?, "");
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
        page.answer_all(Persona::Outspoken).await?;
        page.result().forget().enter().await?;
        page.guess().screen().says("forgotten").await?;

        // Not even the storage itself.
        let refuse = "Object.defineProperty(window, 'localStorage',
            { get() { throw new DOMException('no', 'SecurityError'); } });";
        page.before_everything(refuse).await?;
        page.open("").await?;
        page.walk_to_the_quiz().await?;
        page.quiz().answer_as(Persona::Outspoken, 1, 2).await?;

        let stranger = site.newcomer(Screen::PHONE, "").await?;
        stranger.document().starts().await?;
        for text in ["'v1 set=1 until=9'", "'\\ud800'", "'v2 '.repeat(1e5)"] {
            let name = format!("'{SCOPE}'");
            stranger.asks(&format!("localStorage.setItem({name}, {text})")).await?;
            stranger.open(QUIZ).await?;
            stranger.guess().screen().appears().await?;
            let there = format!("return localStorage.getItem({name}) === {text}");
            assert_eq!(stranger.asks(&there).await?, true, "{text} is another version's to throw away");
        }
        Ok(())
    });
}
