//! What the browser keeps of a visit is not lost: by a wrong clock, another copy, another version, or a full storage.

use std::path::PathBuf;
use std::time::Duration;

use e2e::addresses::{COMPARISON, FRIEND, HOW, LAB, QUIZ};
use e2e::waiting::throughout;
use e2e::{Outcome, Page, Persona, SCOPE, Screen, copy_of_dist, dist, visit, visit_in};
use serde_json::{Value, json};
use xtask::files::copy_below;

/// Answers from one question up to another, and waits for the next.
async fn answer(page: &Page, from: usize, to: usize) -> Outcome<()> {
    page.quiz().answer_as(Persona::Leaning, from, to).await
}

/// Everything in the local storage, by name, as far as it is Unicode.
async fn storage(page: &Page) -> Outcome<Value> {
    page.asks("return Object.fromEntries(Object.entries(localStorage).map(([name, text]) => [name, text.toWellFormed()]))")
        .await
}

/// Sees that the visit is to be forgotten in seven days.
async fn lasts_seven_days(page: &Page) -> Outcome<()> {
    let until = format!(
        "return Number(localStorage.getItem('{SCOPE}').match(/until=(\\d+)/)[1]) - Date.now() / 1000"
    );
    let left = page.asks(&until).await?.as_f64().ok_or("no date")?;
    assert!((604_700.0..=604_800.0).contains(&left), "{left} seconds");
    Ok(())
}

#[test]
fn a_clock_that_is_wrong_loses_no_answer_and_a_right_one_forgets_after_seven_days() {
    visit("clock", async |site| {
        let page = site.newcomer(Screen::PHONE, QUIZ).await?;
        page.guess().skip_it().await?;
        answer(&page, 1, 3).await?;
        let day = 86_400_000_u64;
        let later = |ms: i64| format!("const now = Date.now; Date.now = () => now() + {ms};");
        let mut clocks = vec!["Date.now = () => 5;".to_owned(), "Date.now = () => NaN;".to_owned()];
        clocks
            .extend(["-1", "Infinity", "8.64e15", "undefined"].map(|now| format!("Date.now = () => {now};")));
        clocks.extend([-1_000, -3_600_000, -400 * day as i64, 7 * day as i64 - 60_000].map(later));
        for clock in &clocks {
            let wrong = page.before_everything(clock).await?;
            page.open("").await?;
            page.landing().goes_on_with(4).await.map_err(|error| format!("{clock}: {error}"))?;
            page.open(QUIZ).await?;
            page.quiz().question(4).appears().await.map_err(|error| format!("{clock}: {error}"))?;
            page.no_longer(&wrong).await?;
            page.open(QUIZ).await?;
            page.quiz()
                .question(4)
                .appears()
                .await
                .map_err(|error| format!("{clock}, then right: {error}"))?;
        }
        // Answered while it is wrong, and read when it is right: the next answer has the right date again.
        let mut asked = 4;
        for clock in
            ["Date.now = () => 5;".to_owned(), "Date.now = () => NaN;".to_owned(), later(-(day as i64))]
        {
            let wrong = page.before_everything(&clock).await?;
            page.open(QUIZ).await?;
            answer(&page, asked, asked).await.map_err(|error| format!("{clock}: {error}"))?;
            page.no_longer(&wrong).await?;
            page.open(QUIZ).await?;
            answer(&page, asked + 1, asked + 1)
                .await
                .map_err(|error| format!("{clock}, then right: {error}"))?;
            asked += 2;
            lasts_seven_days(&page).await?;
        }
        // Written while the clock was ahead by a year and more.
        page.runs(&format!(
            "const ahead = (_, until) => 'until=' + (Number(until) + 40_000_000);
            localStorage.setItem('{SCOPE}', localStorage.getItem('{SCOPE}').replace(/until=(\\d+)/, ahead))"
        ))
        .await?;
        page.open(QUIZ).await?;
        answer(&page, asked, asked).await?;
        lasts_seven_days(&page).await?;
        let week = page.before_everything(&later(7 * day as i64 + 1_000)).await?;
        page.open(QUIZ).await?;
        page.guess().screen().appears().await?;
        assert_eq!(storage(&page).await?, json!({}));
        page.no_longer(&week).await?;
        Ok(())
    });
}

/// The finished page, and two copies of it in folders of it.
fn with_two_copies() -> PathBuf {
    let all = copy_of_dist("two-copies").expect("there is room for a copy");
    for copy in ["a", "b"] {
        copy_below(&dist(), &all.join(copy)).expect("there is room for a copy");
    }
    all
}

#[test]
fn two_copies_on_one_origin_have_a_visit_each() {
    visit_in("two-copies", &with_two_copies(), async |site| {
        let page = site.newcomer(Screen::PHONE, &format!("a/{FRIEND}")).await?;
        page.shared().heading().says("second").await?;
        page.open("a/#quiz").await?;
        page.guess().skip_it().await?;
        answer(&page, 1, 2).await?;
        for other in ["", "b/"] {
            page.open(other).await?;
            page.document().starts().await?;
            assert!(page.landing().quiz_link().text().await?.contains("24 questions"));
            page.open(&format!("{other}#quiz")).await?;
            page.guess().screen().appears().await?;
            // Neither does a friend's link wait there.
            page.open(&format!("{other}#compare")).await?;
            page.comparison().nobody().appears().await?;
        }
        page.open("a/#compare").await?;
        page.comparison().own_missing().appears().await?;
        page.open("b/#quiz").await?;
        page.guess().skip_it().await?;
        answer(&page, 1, 4).await?;
        page.open(QUIZ).await?;
        page.guess().skip_it().await?;
        let names = ["", "a/", "b/"].map(|copy| format!("{SCOPE}{copy}"));
        let mut kept: Vec<String> =
            storage(&page).await?.as_object().ok_or("no storage")?.keys().cloned().collect();
        kept.sort();
        assert_eq!(kept, names);
        // Each forgets its own: in the quiz, and below "how it works".
        page.forget().everything().await?;
        page.open("b/how.html").await?;
        page.how().forget().enter().await?;
        page.how().forget_said().says("forgotten").await?;
        let left = storage(&page).await?;
        assert_eq!(left.as_object().map(|left| left.keys().collect::<Vec<_>>()), Some(vec![&names[1]]));
        page.open("a/#quiz").await?;
        page.quiz().question(3).appears().await?;
        page.open("a/#compare").await?;
        page.comparison().own_missing().appears().await?;
        Ok(())
    });
}

#[test]
fn a_full_storage_keeps_what_it_had_and_the_visit_goes_on() {
    visit("full-storage", async |site| {
        let page = site.newcomer(Screen::PHONE, QUIZ).await?;
        page.guess().skip_it().await?;
        answer(&page, 1, 8).await?;
        let visit = format!("return localStorage.getItem('{SCOPE}')");
        let before = page.asks(&visit).await?;
        // To the last letter: every answer makes the text longer.
        page.asks(
            "let size = 1 << 20, text = '';
            while (size > 0) {
                try { localStorage.setItem('full', text + 'x'.repeat(size)); text += 'x'.repeat(size); }
                catch { size >>= 1; }
            }
            return 0;",
        )
        .await?;
        answer(&page, 9, 11).await?;
        page.quiz().question(12).appears().await?;
        let after = page.asks(&visit).await?;
        let stage = |text: &Value| text.as_str().is_some_and(|text| text.contains(" stage=9 "));
        assert!(stage(&before) && stage(&after), "{before} {after}");
        // Coming back from the browser's own memory, the page knows more than the storage.
        page.asks("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })); return 0;")
            .await?;
        assert!(page.quiz().question(12).is_shown().await?);
        page.open(QUIZ).await?;
        page.quiz().question(9).appears().await?;
        // With room again, all goes on.
        page.asks("localStorage.removeItem('full'); return 0;").await?;
        answer(&page, 9, 10).await?;
        page.open(QUIZ).await?;
        page.quiz().question(11).appears().await?;
        Ok(())
    });
}

#[test]
fn what_cannot_be_read_stays_until_there_are_answers_and_then_beside_them() {
    visit("unreadable", async |site| {
        let other_set = "v2 set=3 until=' + (Math.trunc(Date.now() / 1000) + 9999) + ' seed=7 goal=24 stage=31 guess=5 answers=gadgets:4";
        let texts = [
            "'v3 anything at all'".to_owned(),
            format!("'{other_set}'"),
            // Of the version before, and one that is damaged.
            "'v1 set=1 until=1764460800 seed=7 stage=3 guess=5 answers=42----------------------'".to_owned(),
            "'v2 set=2 until=9'".to_owned(),
            "'\\ud800 stage=guess \\n'".to_owned(),
            "'v2 '.repeat(1e5)".to_owned(),
            "'{}'".to_owned(),
        ];
        let page = site.newcomer(Screen::PHONE, HOW).await?;
        for text in texts {
            page.asks(&format!("localStorage.clear(); localStorage.setItem('{SCOPE}', {text}); return 0;"))
                .await?;
            let still_there = |name: &str| format!("return localStorage.getItem('{name}') === {text}");
            // Who only looks changes nothing, not even by starting the quiz and turning back.
            for fragment in ["", LAB, QUIZ, FRIEND] {
                page.open(fragment).await?;
                page.document().starts().await?;
                page.document().any_screen().appears().await?;
            }
            page.open(QUIZ).await?;
            page.guess().screen().appears().await?;
            if !text.contains("Date.now") {
                assert_eq!(page.asks(&still_there(SCOPE)).await?, true, "{text}");
            }
            let before = storage(&page).await?;
            page.guess().skip_it().await?;
            answer(&page, 1, 2).await?;
            let after = storage(&page).await?;
            assert_eq!(after[format!("{SCOPE} aside 1")], before[SCOPE], "{text}");
            assert!(after[SCOPE].as_str().is_some_and(|kept| kept.starts_with("v2 set=2 ")), "{after}");
            if !text.contains("Date.now") {
                assert_eq!(page.asks(&still_there(&format!("{SCOPE} aside 1"))).await?, true, "{text}");
            }
            page.open(QUIZ).await?;
            page.quiz().question(3).appears().await?;
            assert_eq!(storage(&page).await?.as_object().map(serde_json::Map::len), Some(2), "{text}");
            // Starting over is about one's own answers; forgetting is about everything.
            page.forget().everything_and_hear_so().await?;
            assert_eq!(storage(&page).await?, json!({}), "{text}");
        }
        // Another set's visit that has expired is forgotten like any other.
        let past = other_set.replace("+ 9999", "- 9999");
        page.asks(&format!("localStorage.setItem('{SCOPE}', '{past}'); return 0;")).await?;
        page.open("").await?;
        page.document().starts().await?;
        assert_eq!(storage(&page).await?, json!({}));
        Ok(())
    });
}

#[test]
fn two_versions_take_turns_and_neither_destroys_the_others_visit() {
    visit("two-versions", async |site| {
        let page = site.newcomer(Screen::LAPTOP, QUIZ).await?;
        page.guess().skip_it().await?;
        answer(&page, 1, 3).await?;
        // What a newer version does in another tab: sets this visit aside, keeps its own, forgets it again.
        page.another_tab(HOW).await?;
        page.asks(&format!(
            "localStorage.setItem('{SCOPE} aside 1', localStorage.getItem('{SCOPE}'));
            localStorage.setItem('{SCOPE}', 'v3 of a newer version'); return 0;"
        ))
        .await?;
        page.to_tab(0).await?;
        page.quiz().question(4).appears().await?;
        page.open("").await?;
        page.landing().goes_on_with(4).await?;
        page.open(QUIZ).await?;
        page.quiz().question(4).appears().await?;
        assert_eq!(storage(&page).await?[SCOPE], "v3 of a newer version");
        answer(&page, 4, 4).await?;
        let kept = storage(&page).await?;
        assert!(kept[SCOPE].as_str().is_some_and(|kept| kept.contains(" stage=5 ")), "{kept}");
        let aside = kept.as_object().ok_or("no storage")?.iter().filter(|(name, _)| name.contains(" aside "));
        let aside: Vec<_> = aside.map(|(_, text)| text.clone()).collect();
        assert_eq!(aside, ["v3 of a newer version"], "the older text of this visit is not kept twice");
        // It writes once more, and is started over there: its own place is empty, and this tab has its visit still.
        page.to_tab(1).await?;
        page.asks(&format!(
            "localStorage.setItem('{SCOPE} aside 2', localStorage.getItem('{SCOPE}'));
            localStorage.setItem('{SCOPE}', 'v3 again'); localStorage.removeItem('{SCOPE}'); return 0;"
        ))
        .await?;
        page.to_tab(0).await?;
        throughout(Duration::from_millis(500), async || {
            assert!(page.quiz().question(5).is_shown().await?);
            Ok(())
        })
        .await?;
        page.open(QUIZ).await?;
        answer(&page, 5, 5).await?;
        page.open(QUIZ).await?;
        page.quiz().question(6).appears().await?;
        Ok(())
    });
}

#[test]
fn a_visit_under_the_old_name_is_taken_over_once() {
    visit("old-name", async |site| {
        let page = site.newcomer(Screen::PHONE, QUIZ).await?;
        page.guess().skip_it().await?;
        answer(&page, 1, 2).await?;
        let rename = format!(
            "localStorage.setItem('normie-descent', localStorage.getItem('{SCOPE}'));
            localStorage.removeItem('{SCOPE}'); return 0;"
        );
        page.open(HOW).await?;
        page.asks(&rename).await?;
        page.open("").await?;
        page.landing().goes_on_with(3).await?;
        page.open(QUIZ).await?;
        page.quiz().question(3).appears().await?;
        let kept = storage(&page).await?;
        assert_eq!(
            kept.as_object().map(|kept| kept.keys().collect::<Vec<_>>()),
            Some(vec![&SCOPE.to_owned()])
        );
        page.open(QUIZ).await?;
        page.quiz().question(3).appears().await?;
        // One that cannot be read may be another copy's. Who forgets means it, too: it could be adopted later.
        page.open(HOW).await?;
        page.asks(
            "localStorage.clear(); localStorage.setItem('normie-descent', 'v0 of somebody'); return 0;",
        )
        .await?;
        page.open(QUIZ).await?;
        page.guess().skip_it().await?;
        answer(&page, 1, 1).await?;
        assert_eq!(storage(&page).await?["normie-descent"], "v0 of somebody");
        page.forget().everything().await?;
        assert_eq!(storage(&page).await?, json!({}));
        // A friend's link that waits in the tab while the page is replaced.
        page.asks(&format!("sessionStorage.setItem('normie-descent-friend', '{}'); return 0;", &FRIEND[1..]))
            .await?;
        page.open(COMPARISON).await?;
        page.comparison().own_missing().appears().await?;
        let names = page.asks("return Object.keys(sessionStorage)").await?;
        assert_eq!(names, json!([format!("{SCOPE} friend")]));
        // And one that this version cannot read is left to the one that can.
        page.asks(&format!("sessionStorage.setItem('{SCOPE} friend', 'x9.whatever'); return 0;")).await?;
        page.open(COMPARISON).await?;
        page.comparison().nobody().appears().await?;
        assert_eq!(
            page.asks(&format!("return sessionStorage.getItem('{SCOPE} friend')")).await?,
            "x9.whatever"
        );
        Ok(())
    });
}
