//! Storage format of a quiz session in the browser, version 2.
//!
//! One line that its owner can read:
//!
//! `v2 set=2 until=1764460800 seed=29573 goal=24 stage=4 guess=5 answers=gadgets:4,television:pass,beyond:2,rules:-`
//!
//! `until` is the time of expiry in seconds since 1970; `goal` the number of questions until the result; `stage` the place
//! of the question on the screen, counted from 1, or `guess`, `halfway`, `result`; `guess` may be `none`. `answers` has the
//! questions by their keys, in the order of asking: `1` to `5` for the five categories from the lower pole, `pass`, or `-`
//! for the last one while it is neither answered nor passed.
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

use super::asking_order::AskingOrder;
use super::progress::QuizSession;
use super::stage::Stage;
use crate::questionnaire::{Answers, CATEGORIES, Item, QuestionSet, Response, SETS, Sets, set_of};
use perplexity::item_bank::KEYS;

/// Days after its last change at which a session expires.
pub const DAYS_KEPT: u64 = 7;

/// [`DAYS_KEPT`] in seconds.
const KEPT: u64 = DAYS_KEPT * 24 * 60 * 60;

/// Earliest plausible time, seconds since 1970: October 2025, before the first release.
const EARLIEST: u64 = 1_760_000_000;

/// Latest plausible time, seconds since 1970: the year 2100.
const LATEST: u64 = 4_102_444_800;

/// The five categories, from the lower pole.
const VALUES: [&str; CATEGORIES] = ["1", "2", "3", "4", "5"];
/// A pass.
const PASS: &str = "pass";
/// Neither an answer nor a pass.
const UNMET: &str = "-";

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
    let stage = match session.stage() {
        Stage::Guess => "guess".to_owned(),
        Stage::Asking(place) => (place + 1).to_string(),
        Stage::Halfway => "halfway".to_owned(),
        Stage::Result => "result".to_owned(),
    };
    let guess = session.guess().map_or_else(|| "none".to_owned(), |guess| guess.to_string());
    let items = session.set().items();
    let answer = |question: &u8| {
        let question = usize::from(*question);
        let [key, ending] = key(&items[question]);
        let answer = match session.answers().get(question) {
            Some(response) => VALUES[response.index()],
            None if session.answers().is_passed(question) => PASS,
            None => UNMET,
        };
        format!("{key}{ending}:{answer}")
    };
    let answers = session.order().iter().map(answer).collect::<Vec<_>>().join(",");
    let (set, until) = (session.set().id(), now.saturating_add(KEPT));
    let (seed, goal) = (session.seed(), session.goal());
    format!(
        "v2 set={set} until={until} seed={seed} goal={goal} stage={stage} guess={guess} answers={answers}"
    )
}

/// Parses a text of [`serialize_session`], at `now` (seconds since 1970). Any text is accepted.
pub fn parse_session(text: &str, now: u64) -> StoredSession {
    parse_session_of(SETS, text, now)
}

/// [`parse_session`] for sessions of these sets.
pub fn parse_session_of(sets: Sets, text: &str, now: u64) -> StoredSession {
    let Some((until, session)) = read_version_2(sets, text) else { return StoredSession::Unknown };
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
fn read_version_2(sets: Sets, text: &str) -> Option<(u64, Option<QuizSession>)> {
    let mut fields = text.split(' ');
    if fields.next() != Some("v2") {
        return None;
    }
    let mut field = |name: &str| fields.next()?.strip_prefix(name)?.strip_prefix('=');
    let id = number(field("set")?)?;
    let until = number(field("until")?)?;
    let seed = number(field("seed")?)?;
    let (goal, stage, guess, answers) = (field("goal")?, field("stage")?, field("guess")?, field("answers")?);
    if fields.next().is_some() {
        return None;
    }
    let Some(set) = u8::try_from(id).ok().and_then(|id| set_of(sets, id)) else {
        return Some((until, None));
    };
    let goal = usize::try_from(number(goal)?).ok()?;
    let (answers, order) = read_answers(set, answers)?;
    let session = QuizSession::restore(read_guess(guess)?, answers, order, goal, seed, read_stage(stage)?)?;
    Some((until, Some(session)))
}

/// A number of decimal digits only.
fn number(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

fn read_stage(text: &str) -> Option<Stage> {
    match text {
        "guess" => Some(Stage::Guess),
        "halfway" => Some(Stage::Halfway),
        "result" => Some(Stage::Result),
        asked => Some(Stage::Asking(usize::try_from(number(asked)?.checked_sub(1)?).ok()?)),
    }
}

fn read_guess(text: &str) -> Option<Option<u8>> {
    if text == "none" { Some(None) } else { u8::try_from(number(text)?).ok().map(Some) }
}

fn read_answers(set: &'static QuestionSet, text: &str) -> Option<(Answers, AskingOrder)> {
    let (mut answers, mut order) = (Answers::none(set), AskingOrder::empty());
    for field in text.split(',') {
        let (name, answer) = field.split_once(':')?;
        let question = set.items().iter().position(|item| is_named(item, name))?;
        order.push(question as u8)?;
        match VALUES.iter().position(|&value| value == answer) {
            Some(category) => answers.put(question, Response::ALL[category]),
            None if answer == PASS => answers.pass(question),
            None if answer == UNMET => {}
            None => return None,
        }
    }
    Some((answers, order))
}

/// Key of the question of an item in two parts: the key of the bank's item, and what tells a reverse-keyed question from the
/// other of its pair. The words of the set are not needed.
fn key(item: &Item) -> [&'static str; 2] {
    [KEYS[item.bank], if item.reverse_keyed { "_twin" } else { "" }]
}

fn is_named(item: &Item, name: &str) -> bool {
    let [key, ending] = key(item);
    name.strip_prefix(key) == Some(ending)
}

#[cfg(test)]
mod tests;
