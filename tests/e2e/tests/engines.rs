//! Browser engines: every one shows the same page, with the same numbers to the last bit.
//!
//! Chromium, and Firefox and `WebKit` where they are installed; `cargo xtask test --all-engines` requires them.

#[path = "../../golden/score.rs"]
#[allow(dead_code, reason = "its own check runs natively and in Chromium")]
mod score;
#[path = "../../golden/world.rs"]
#[allow(dead_code, reason = "its own checks run natively and in Chromium")]
mod world;

use e2e::addresses::{HOW, fragment};
use e2e::{Engine, Outcome, Persona, Screen, Tells, natively, surprisal_bits, visit};
use link::{SharedResult, encode, encode_world};
use quiz::questionnaire::CURRENT;
use quiz::quiz_session::QuizSession;
use settings::Preset;

/// Seed of the session in every engine: the same keys then meet the same questions, and their answers are placed.
const SESSION: u64 = 7;

#[test]
fn one_visit_in_every_engine_gives_the_same_numbers_the_same_link_and_the_same_card() {
    visit("engines", async |site| {
        // What this machine asks who presses these keys, and their answers.
        let answers = *Persona::Moderate.session(SESSION).answers();
        let expected = format!("#{}", encode(&SharedResult { answers, guess: Some(5) }));
        let mut seen = Vec::new();
        for engine in Engine::wanted() {
            println!("{engine:?}");
            let page = site.newcomer_with(engine, Screen::LAPTOP, HOW).await?;
            page.has_session(&QuizSession::of(CURRENT, SESSION)).await?;
            page.open("").await?;
            page.walk_to_the_quiz().await?;
            page.answer_all(Persona::Moderate).await?;
            let result = page.result().numbers().await?;
            page.share().open().await?;
            let link = page.share().link_that(Tells::Answers).await?;
            assert_eq!(fragment(&link), Some(expected.as_str()), "{engine:?} asks other questions");
            assert_eq!(surprisal_bits(&link)?, result.bits, "{engine:?}");
            // The card of who tells just the number.
            page.share().number().choose().await?;
            let sending = natively(&link, &site.address())?;
            assert!(sending.further_than.is_some(), "the card has a place");
            page.draws_the_card_of(sending).await.map_err(|error| format!("{engine:?}: {error}"))?;

            let sent = link.strip_prefix(&site.address()).ok_or("the link leads elsewhere")?;
            let friend = site.newcomer_with(engine, Screen::PHONE, sent).await?;
            assert_eq!(friend.result().numbers().await?, result, "{engine:?}");
            seen.push((result, link));
        }
        seen.dedup();
        assert_eq!(seen.len(), 1, "{seen:?}");
        Ok(())
    });
}

#[test]
fn golden_links_read_the_same_in_every_engine() {
    visit("engines-golden", async |site| {
        for engine in Engine::wanted() {
            let page = site.newcomer_with(engine, Screen::LAPTOP, "").await?;
            for (link, [bits, ..], ..) in score::GOLDEN {
                page.open(&format!("#{link}")).await?;
                assert_eq!(
                    page.result().numbers().await?.bits,
                    format!("{:016x}", bits.to_bits()),
                    "{engine:?}, {link}"
                );
            }
        }
        Ok(())
    });
}

#[test]
fn every_world_goes_the_same_way_in_the_other_engines() {
    visit("engines-worlds", async |site| {
        // What they do in Chromium, the lab's own tests watch.
        for engine in Engine::wanted().into_iter().filter(|engine| *engine != Engine::Chromium) {
            let page = site.newcomer_with(engine, Screen::LAPTOP, "").await?;
            for preset in Preset::ALL {
                page.open(&format!("#{}", encode_world(&preset.setting().into()))).await?;
                page.lab().world().await?;
                page.lab().press_play().await?;
                let shown = page.lab().checksum().await?;
                let golden = golden(preset)?;
                assert_eq!(shown, format!("{golden:08x}"), "{engine:?}, {}", preset.key());
            }
        }
        Ok(())
    });
}

/// The checksum of a preset's day 30.
fn golden(preset: Preset) -> Outcome<u32> {
    let found = world::PRESETS.into_iter().find(|(key, _)| *key == preset.key());
    Ok(found.ok_or("a preset without a golden checksum")?.1)
}
