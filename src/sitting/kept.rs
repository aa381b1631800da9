//! The text in which a browser keeps a sitting, version 1.
//!
//! One line that its owner can read, so that what is kept can be checked by looking at it:
//!
//! `v1 set=1 until=1764460800 seed=29573 stage=7 guess=5 answers=..4.0...`
//!
//! `until` is the second (since 1970) at which it is forgotten; `stage` the question asked, from 1, or `guess`,
//! `halfway`, `result`; `guess` may be `none`. In `answers` each question of the set has a letter, in the set's own
//! order: `1` to `5` for the five steps from the lower pole, `0` for a pass, a dot for not met.
//!
//! Whoever can open the browser's tools can write anything here, so it is read like a stranger's letter: what does
//! not fit to the letter is no sitting.

use super::{Sitting, Stage};
use crate::items::{ASKED, Answers, SET_ID, Step};
use crate::link::GUESSES;

/// A sitting is forgotten so many days after it was last touched.
pub const DAYS_KEPT: u64 = 7;

/// Seconds in them.
const KEPT: u64 = DAYS_KEPT * 24 * 60 * 60;

/// A sitting as text, last touched at `now` (seconds since 1970).
pub fn kept_text(sitting: &Sitting, now: u64) -> String {
    let stage = match sitting.stage {
        Stage::Guess => "guess".to_owned(),
        Stage::Asking(place) => (place + 1).to_string(),
        Stage::Halfway => "halfway".to_owned(),
        Stage::Result => "result".to_owned(),
    };
    let guess = sitting.guess.map_or_else(|| "none".to_owned(), |guess| guess.to_string());
    let answers: String = (0..ASKED.len())
        .map(|question| match sitting.answers.get(question) {
            Some(step) => char::from(b'1' + u8::from(step)),
            None if sitting.passed[question] => '0',
            None => '.',
        })
        .collect();
    let (until, seed) = (now.saturating_add(KEPT), sitting.seed);
    format!("v1 set={SET_ID} until={until} seed={seed} stage={stage} guess={guess} answers={answers}")
}

/// The sitting in a text that [`kept_text`] may have written. None when it is another set's or version's, too old at
/// `now` (seconds since 1970), kept for longer than is ours to keep, or anything else.
pub fn read_kept(text: &str, now: u64) -> Option<Sitting> {
    let mut fields = text.split(' ');
    if fields.next() != Some("v1") {
        return None;
    }
    let mut field = |name: &str| fields.next()?.strip_prefix(name)?.strip_prefix('=');
    let set = number(field("set")?)?;
    let until = number(field("until")?)?;
    let seed = number(field("seed")?)?;
    let stage = stage(field("stage")?)?;
    let guess = guess(field("guess")?)?;
    let (answers, passed) = answers(field("answers")?)?;
    let is_fresh = now < until && until - now <= KEPT;
    let fits = set == u64::from(SET_ID) && is_fresh && fields.next().is_none();
    fits.then_some(Sitting { guess, answers, passed, seed, stage })
}

/// Decimal digits and nothing else.
fn number(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

fn stage(text: &str) -> Option<Stage> {
    match text {
        "guess" => Some(Stage::Guess),
        "halfway" => Some(Stage::Halfway),
        "result" => Some(Stage::Result),
        asked => {
            let place = number(asked)?.checked_sub(1).filter(|place| *place < ASKED.len() as u64)?;
            Some(Stage::Asking(place as usize))
        }
    }
}

fn guess(text: &str) -> Option<Option<u8>> {
    if text == "none" {
        return Some(None);
    }
    u8::try_from(number(text)?).ok().filter(|guess| GUESSES.contains(guess)).map(Some)
}

fn answers(text: &str) -> Option<(Answers, [bool; ASKED.len()])> {
    let letters: [u8; ASKED.len()] = text.as_bytes().try_into().ok()?;
    let mut answers = Answers::default();
    let mut passed = [false; ASKED.len()];
    for (question, letter) in letters.into_iter().enumerate() {
        match letter {
            b'.' => {}
            b'0' => passed[question] = true,
            b'1'..=b'5' => answers.0[question] = Step::new(usize::from(letter - b'1')),
            _ => return None,
        }
    }
    Some((answers, passed))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sitting::Choice;

    const NOW: u64 = 1_764_000_000;

    /// Somebody at question 4 who has passed one.
    fn somebody() -> Sitting {
        let mut sitting = Sitting::new(29_573);
        sitting.guess = Some(5);
        sitting.choose(0, Choice::Shown(Step::ALL[4]));
        sitting.choose(1, Choice::Pass);
        sitting.choose(2, Choice::Shown(Step::ALL[2]));
        sitting
    }

    fn any_sitting() -> impl Strategy<Value = Sitting> {
        let stage = prop_oneof![
            Just(Stage::Guess),
            Just(Stage::Halfway),
            Just(Stage::Result),
            (0..ASKED.len()).prop_map(Stage::Asking)
        ];
        let met = proptest::array::uniform24(0..7usize);
        (proptest::option::of(0..=100u8), met, any::<u64>(), stage).prop_map(|(guess, met, seed, stage)| {
            let answers = Answers(met.map(|met| met.checked_sub(2).and_then(Step::new)));
            Sitting { guess, answers, passed: met.map(|met| met == 1), seed, stage }
        })
    }

    #[test]
    fn what_is_kept_can_be_read_by_its_owner() {
        let text = kept_text(&somebody(), NOW);
        let (head, answers) = text.split_once(" answers=").expect("answers are kept");
        assert_eq!(head, "v1 set=1 until=1764604800 seed=29573 stage=4 guess=5");
        assert_eq!(answers.len(), ASKED.len());
        assert_eq!(answers.matches('.').count(), 21);
        assert!(answers.contains('0') && answers.contains('3') && answers.contains(['1', '5']));
    }

    #[test]
    fn a_sitting_is_kept_for_seven_days_and_not_a_second_longer() {
        let text = kept_text(&somebody(), NOW);
        assert_eq!(read_kept(&text, NOW), Some(somebody()));
        assert_eq!(read_kept(&text, NOW + 7 * 86_400 - 1), Some(somebody()));
        assert_eq!(read_kept(&text, NOW + 7 * 86_400), None);
        // A clock set back would keep it longer than was promised.
        assert_eq!(read_kept(&text, NOW - 1), None);
    }

    #[test]
    fn what_does_not_fit_to_the_letter_is_no_sitting() {
        let text = kept_text(&somebody(), NOW);
        let swap = |from: &str, to: &str| text.replacen(from, to, 1);
        for wrong in [
            String::new(),
            "v1".to_owned(),
            swap("v1", "v2"),
            swap("set=1", "set=2"),
            swap("set=1", "set=257"),
            swap("set=1", "set="),
            swap("seed=29573", "seed=-1"),
            swap("seed=29573", "seed=+1"),
            swap("seed=29573", "seed=18446744073709551616"),
            swap("stage=4", "stage=0"),
            swap("stage=4", "stage=25"),
            swap("stage=4", "stage=Result"),
            swap("guess=5", "guess=101"),
            swap("guess=5", "guess=261"),
            swap("guess=5 ", ""),
            swap("guess=5", "guess=5 guess=5"),
            swap(" guess", "  guess"),
            swap("answers=", "answers=6"),
            format!("{text}1"),
            format!("{text} "),
            text[..text.len() - 1].to_owned(),
            format!("{}6", &text[..text.len() - 1]),
            format!("{}é", &text[..text.len() - 2]),
        ] {
            assert_eq!(read_kept(&wrong, NOW), None, "{wrong:?}");
        }
    }

    proptest! {
        #[test]
        fn every_sitting_survives_being_kept(sitting in any_sitting(), now in 0..u64::MAX / 2) {
            prop_assert_eq!(read_kept(&kept_text(&sitting, now), now), Some(sitting));
        }

        #[test]
        fn whatever_stands_there_gives_a_possible_sitting_or_none(
            sitting in any_sitting(), at in any::<proptest::sample::Index>(), other in any::<char>(), noise in ".{0,200}",
        ) {
            prop_assert_eq!(read_kept(&noise, NOW), None);
            let mut letters: Vec<char> = kept_text(&sitting, NOW).chars().collect();
            *at.get_mut(&mut letters) = other;
            if let Some(read) = read_kept(&letters.into_iter().collect::<String>(), NOW) {
                prop_assert!(read.guess.is_none_or(|guess| guess <= 100));
                prop_assert!((0..ASKED.len()).all(|q| !(read.passed[q] && read.answers.get(q).is_some())));
                prop_assert!(!matches!(read.stage, Stage::Asking(place) if place >= ASKED.len()));
                // Whatever it is, it can be gone on with.
                prop_assert_eq!(read.unmet() == 0, read.next_unmet().is_none());
            }
        }
    }
}
