//! Storage format of a quiz session in the browser, version 1.
//!
//! One line that its owner can read:
//!
//! `v1 set=1 until=1764460800 seed=29573 stage=7 guess=5 answers=..4.0...`
//!
//! `until` is the time of expiry in seconds since 1970; `stage` the item asked, counted from 1, or `guess`, `halfway`,
//! `result`; `guess` may be `none`. In `answers` each item of the set has a character, in the set's own order: `1` to
//! `5` for the five categories from the lower pole, `0` for a pass, a dot for not reached.
//!
//! The user and other versions of the page can write any text to the same storage. A text that does not match exactly
//! is [`StoredSession::Unknown`]: it is no session, and this version does not delete it.
//!
//! A wrong clock must not lose a session:
//!
//! | clock | what happens |
//! |---|---|
//! | set back since the text was written, or ahead when it was | `until` is too far off; the session is read, and its next text has `until` seven days from then |
//! | before [`EARLIEST`] or after [`LATEST`]: a dead battery, no number | nothing expires |
//! | right again after that | `until` is one that no right clock writes; the session is read, and gets a date ([`StoredSession::Undated`]) |

use super::progress::{GUESSES, QuizSession, Stage};
use crate::questionnaire::{Answers, QuestionSet, Response, SETS, Sets, set_of};

/// Days after its last change at which a session expires.
pub const DAYS_KEPT: u64 = 7;

/// [`DAYS_KEPT`] in seconds.
const KEPT: u64 = DAYS_KEPT * 24 * 60 * 60;

/// Earliest plausible time, seconds since 1970: October 2025, before the first release.
const EARLIEST: u64 = 1_760_000_000;

/// Latest plausible time, seconds since 1970: the year 2100.
const LATEST: u64 = 4_102_444_800;

/// Result of [`parse_session`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoredSession {
    /// A session of a known set.
    Session(QuizSession),
    /// A session of a known set that was written while the clock was wrong, and needs a new date of expiry.
    Undated(QuizSession),
    /// A session of any set that has expired.
    Expired,
    /// A text of another version or set, or damaged; whether it has expired is unknown.
    Unknown,
}

impl StoredSession {
    /// The session, if there is one.
    pub fn session(self) -> Option<QuizSession> {
        match self {
            StoredSession::Session(session) | StoredSession::Undated(session) => Some(session),
            StoredSession::Expired | StoredSession::Unknown => None,
        }
    }
}

/// Writes a session as text that expires [`DAYS_KEPT`] days after `now` (seconds since 1970).
pub fn serialize_session(session: &QuizSession, now: u64) -> String {
    let stage = match session.stage {
        Stage::Guess => "guess".to_owned(),
        Stage::Asking(place) => (place + 1).to_string(),
        Stage::Halfway => "halfway".to_owned(),
        Stage::Result => "result".to_owned(),
    };
    let guess = session.guess.map_or_else(|| "none".to_owned(), |guess| guess.to_string());
    let set = session.set();
    let answers: String = (0..set.len())
        .map(|question| match session.answers.get(question) {
            Some(response) => char::from(b'1' + u8::from(response)),
            None if session.passed[question] => '0',
            None => '.',
        })
        .collect();
    let (until, seed) = (now.saturating_add(KEPT), session.seed);
    format!("v1 set={} until={until} seed={seed} stage={stage} guess={guess} answers={answers}", set.id())
}

/// Parses a text of [`serialize_session`], at `now` (seconds since 1970). Any text is accepted.
pub fn parse_session(text: &str, now: u64) -> StoredSession {
    parse_session_of(SETS, text, now)
}

/// [`parse_session`] for sessions of these sets.
pub fn parse_session_of(sets: Sets, text: &str, now: u64) -> StoredSession {
    let Some((until, session)) = read_version_1(sets, text) else { return StoredSession::Unknown };
    let is_right = (EARLIEST..=LATEST).contains(&now);
    let has_date = until >= EARLIEST + KEPT;
    match session {
        _ if is_right && has_date && until <= now => StoredSession::Expired,
        Some(session) if is_right && !has_date => StoredSession::Undated(session),
        Some(session) => StoredSession::Session(session),
        None => StoredSession::Unknown,
    }
}

/// `until`, and the session if it is one of these sets; of other sets only the form is checked.
fn read_version_1(sets: Sets, text: &str) -> Option<(u64, Option<QuizSession>)> {
    let mut fields = text.split(' ');
    if fields.next() != Some("v1") {
        return None;
    }
    let mut field = |name: &str| fields.next()?.strip_prefix(name)?.strip_prefix('=');
    let id = number(field("set")?)?;
    let until = number(field("until")?)?;
    let seed = number(field("seed")?)?;
    let [stage_text, guess_text, answers_text] = [field("stage")?, field("guess")?, field("answers")?];
    if fields.next().is_some() {
        return None;
    }
    let Some(set) = u8::try_from(id).ok().and_then(|id| set_of(sets, id)) else {
        return Some((until, None));
    };
    let (stage, guess) = (stage(set, stage_text)?, guess(guess_text)?);
    let (answers, passed) = answers(set, answers_text)?;
    Some((until, Some(QuizSession { guess, answers, passed, seed, stage })))
}

/// A number of decimal digits only.
fn number(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

fn stage(set: &QuestionSet, text: &str) -> Option<Stage> {
    match text {
        "guess" => Some(Stage::Guess),
        "halfway" => Some(Stage::Halfway),
        "result" => Some(Stage::Result),
        asked => {
            let place = number(asked)?.checked_sub(1).filter(|place| *place < set.len() as u64)?;
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

fn answers(set: &'static QuestionSet, text: &str) -> Option<(Answers, [bool; QuestionSet::MOST])> {
    let letters = Some(text.as_bytes()).filter(|letters| letters.len() == set.len())?;
    let mut answers = Answers::all_passed(set);
    let mut passed = [false; QuestionSet::MOST];
    for (question, &letter) in letters.iter().enumerate() {
        match letter {
            b'.' => {}
            b'0' => passed[question] = true,
            b'1'..=b'5' => answers.put(question, Response::new(usize::from(letter - b'1'))),
            _ => return None,
        }
    }
    Some((answers, passed))
}

#[cfg(test)]
mod tests;
