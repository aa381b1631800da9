//! Does the sentence tell itself, to everybody, and never against their will?

use e2e::{Outcome, Page, Screen, visit};
use normie_descent::crowd::Person;
use normie_descent::items::{Answers, Step, item_models};
use normie_descent::session::SEED;
use thirtyfour::Key;

/// Most a show may take, with some patience for a busy machine.
const SHOW_MS: u64 = 12_000;

/// A simulated person, as far as they answer the questions that `asked` names.
fn somebody(asked: impl Fn(usize) -> bool) -> Answers {
    let person = Person::nth(SEED, 12_007).answers(&item_models(), 0);
    Answers(core::array::from_fn(|q| person.get(q).filter(|_| asked(q))))
}

/// What the screen's list, or the result, says: who is left after each part, and the numbers in words.
#[derive(Debug, PartialEq)]
struct Told {
    left: Vec<u64>,
    values: Vec<String>,
}

/// Reads them off whether or not they can be seen: a screen reader does.
async fn told(page: &Page, within: &str) -> Outcome<Told> {
    let script = format!(
        "const within = document.querySelector('{within}');
        const all = what => [...within.querySelectorAll(what)].map(found => found.textContent.trim());
        return {{ left: [...within.querySelectorAll('[data-left]')].map(found => Number(found.dataset.left)),
            values: ['seconds', 'weirder', 'guessed'].flatMap(name =>
                all('[data-value=' + name + ']').map(said => name + ' ' + said.replace(/\\.$/, ''))) }}"
    );
    let found = page.asks(&script).await?;
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    Ok(Told {
        left: found["left"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_u64).collect(),
        values: found["values"].as_array().into_iter().flatten().map(text).collect(),
    })
}

#[test]
fn the_reveal_plays_once_and_says_the_numbers_of_the_result() {
    visit("reveal", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.walk_to_the_quiz().await?;
        page.answer_like(&somebody(|_| true)).await?;
        page.find("[data-screen=reveal] .reveal-stage").await?;
        let began = std::time::Instant::now();
        let said = told(&page, "[data-screen=reveal] .in-order").await?;
        assert_eq!(said.left[0], 10_000);
        assert!(said.left.len() > 1 && said.left.is_sorted_by(|a, b| a >= b), "{said:?}");
        assert_eq!(said.values.len(), 3, "{said:?}");
        let hidden = page.attribute(".reveal-stage", "aria-hidden").await?;
        assert_eq!(hidden, "true", "the list says it to screen readers, once");
        // It comes to an end by itself, with the last count and the whole sentence.
        page.text_once("[data-action=onward]", |said| said != "skip").await?;
        assert!(began.elapsed().as_millis() < u128::from(SHOW_MS), "{:?}", began.elapsed());
        assert!(page.text(".typed").await?.ends_with('.'));
        let last = page.text(".left").await?.replace(|c: char| !c.is_ascii_digit(), "");
        assert_eq!(last.parse().unwrap_or(0), said.left[said.left.len() - 1]);
        page.enter("[data-action=onward]").await?;
        page.result().await?;
        assert_eq!(told(&page, "[data-screen=result]").await?, said);
        // Who comes back has seen it.
        page.asks("location.hash = '#'").await?;
        page.find("[data-screen=landing]").await?;
        page.asks("location.hash = '#quiz'").await?;
        page.result().await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn escape_leaves_the_reveal_and_leaving_it_is_having_seen_it() {
    visit("reveal-skipped", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.walk_to_the_quiz().await?;
        page.answer_like(&somebody(|_| true)).await?;
        page.find("[data-screen=reveal]").await?;
        page.asks("location.hash = '#'").await?;
        page.find("[data-screen=landing]").await?;
        page.asks("location.hash = '#quiz'").await?;
        page.result().await?;
        let other = site.newcomer(Screen::LAPTOP, "").await?;
        other.walk_to_the_quiz().await?;
        other.answer_like(&somebody(|_| true)).await?;
        other.find("[data-screen=reveal]").await?;
        other.press(Key::Escape).await?;
        other.result().await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        assert_eq!(other.complaints().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn who_wants_less_motion_reads_a_list() {
    visit("reveal-still", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.hold_still().await?;
        page.walk_to_the_quiz().await?;
        page.answer_like(&somebody(|_| true)).await?;
        page.find("[data-screen=reveal] .in-order [data-left='10000']").await?;
        assert!(!page.shows(".reveal-stage").await?);
        let said = told(&page, "[data-screen=reveal] .in-order").await?;
        page.enter("[data-action=onward]").await?;
        page.result().await?;
        assert_eq!(told(&page, "[data-screen=result]").await?, said);
        Ok(())
    });
}

#[test]
fn few_answers_none_and_clicks_have_a_result_that_fits() {
    visit("reveal-edges", async |site| {
        let clicks = Answers(core::array::from_fn(|q| Step::new(4 * (q % 2))));
        for (name, answers, placed) in [
            ("one", somebody(|q| q == 9), Some(true)),
            ("twelve", somebody(|q| q % 2 == 0), Some(true)),
            ("none", Answers::default(), None),
            ("clicks", clicks, Some(false)),
        ] {
            let page = site.newcomer(Screen::PHONE, "").await?;
            page.hold_still().await?;
            page.walk_to_the_quiz().await?;
            page.answer_like(&answers).await?;
            if placed.is_some() {
                page.find("[data-screen=reveal] .in-order").await?;
                page.press(Key::Escape).await?;
                let result = page.result().await?;
                assert_eq!(result.answered, answers.count().to_string(), "{name}");
                assert_eq!(Some(result.standing != "i could not place you."), placed, "{name}: {result:?}");
            } else {
                page.find("[data-screen=result] [data-action=redo]").await?;
                assert!(!page.shows("[data-screen=reveal]").await?);
            }
            let wide = page.asks("return document.documentElement.scrollWidth > innerWidth").await?;
            assert_eq!(wide, serde_json::Value::Bool(false), "{name}: wider than the screen");
            page.picture(&format!("result-{name}")).await?;
            assert_eq!(page.complaints().await?, Vec::<String>::new(), "{name}");
        }
        Ok(())
    });
}
