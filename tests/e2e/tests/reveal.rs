//! The reveal: the sentence tells itself, to everybody, and never against their will.

use e2e::addresses::QUIZ;
use e2e::{Outcome, Page, Persona, QUESTIONS, Screen, simulated_answers, visit};
use thirtyfour::Key;

/// Most a show may take, with some patience for a busy machine.
const SHOW_MS: u64 = 12_000;

/// Answers every question as a simulated respondent.
async fn answer_as_somebody(page: &Page) -> Outcome<()> {
    page.answer_like(&simulated_answers(), QUESTIONS).await
}

#[test]
fn the_reveal_plays_once_and_says_the_numbers_of_the_result() {
    visit("reveal", async |site| {
        let page = site.newcomer(Screen::PHONE, "").await?;
        page.walk_to_the_quiz().await?;
        answer_as_somebody(&page).await?;
        page.reveal().stage().appears().await?;
        let began = std::time::Instant::now();
        let said = page.reveal().texts().await?;
        assert_eq!(said.left[0], 10_000);
        assert!(said.left.len() > 1 && said.left.is_sorted_by(|a, b| a >= b), "{said:?}");
        assert_eq!(said.values.len(), 3, "{said:?}");
        let hidden = page.reveal().stage().attribute("aria-hidden").await?;
        assert_eq!(hidden, "true", "the list says it to screen readers, once");
        // It comes to an end by itself, with the last count and the whole sentence.
        page.reveal().ends().await?;
        assert!(began.elapsed().as_millis() < u128::from(SHOW_MS), "{:?}", began.elapsed());
        assert!(page.reveal().typed().text().await?.ends_with('.'));
        let last = page.reveal().left().text().await?.replace(|c: char| !c.is_ascii_digit(), "");
        assert_eq!(last.parse().unwrap_or(0), said.left[said.left.len() - 1]);
        page.reveal().onward().enter().await?;
        page.result().numbers().await?;
        assert_eq!(page.result().texts().await?, said);
        // Who comes back has seen it.
        page.go_to("#").await?;
        page.landing().screen().appears().await?;
        page.go_to(QUIZ).await?;
        page.result().numbers().await?;
        Ok(())
    });
}

#[test]
fn escape_leaves_the_reveal_and_leaving_it_is_having_seen_it() {
    visit("reveal-skipped", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.walk_to_the_quiz().await?;
        answer_as_somebody(&page).await?;
        page.reveal().screen().appears().await?;
        page.go_to("#").await?;
        page.landing().screen().appears().await?;
        page.go_to(QUIZ).await?;
        page.result().numbers().await?;
        let other = site.newcomer(Screen::LAPTOP, "").await?;
        other.walk_to_the_quiz().await?;
        answer_as_somebody(&other).await?;
        other.reveal().screen().appears().await?;
        other.press(Key::Escape).await?;
        other.result().numbers().await?;
        Ok(())
    });
}

#[test]
fn who_wants_less_motion_reads_a_list() {
    visit("reveal-still", async |site| {
        let page = site.newcomer(Screen::LAPTOP, "").await?;
        page.hold_still().await?;
        page.walk_to_the_quiz().await?;
        answer_as_somebody(&page).await?;
        page.reveal().everybody().appears().await?;
        assert!(!page.reveal().stage().is_shown().await?);
        let said = page.reveal().texts().await?;
        page.reveal().onward().enter().await?;
        page.result().numbers().await?;
        assert_eq!(page.result().texts().await?, said);
        Ok(())
    });
}

#[test]
fn few_answers_none_and_clicks_have_a_result_that_fits() {
    visit("reveal-edges", async |site| {
        let people = simulated_answers();
        // Questions that are answered as somebody of the crowd, or who clicks instead.
        for (name, count, clicks, placed) in [
            ("one", 1, None, Some(true)),
            ("twelve", 12, None, Some(true)),
            ("none", 0, Some(Persona::Silent), None),
            ("careless", QUESTIONS, Some(Persona::Careless), Some(false)),
        ] {
            let page = site.newcomer(Screen::PHONE, "").await?;
            page.hold_still().await?;
            page.walk_to_the_quiz().await?;
            match clicks {
                Some(persona) => page.answer_until_the_reveal(persona).await?,
                None => page.answer_like(&people, count).await?,
            }
            if placed.is_some() {
                page.reveal().list().appears().await?;
                page.press(Key::Escape).await?;
                let result = page.result().numbers().await?;
                assert_eq!(result.answered, count.to_string(), "{name}");
                assert_eq!(Some(result.standing != "i could not place you."), placed, "{name}: {result:?}");
            } else {
                page.result().redo().appears().await?;
                assert!(!page.reveal().screen().is_shown().await?);
            }
            let wide = page.asks("return document.documentElement.scrollWidth > innerWidth").await?;
            assert_eq!(wide, serde_json::Value::Bool(false), "{name}: wider than the screen");
            page.picture(&format!("result-{name}")).await?;
        }
        Ok(())
    });
}
