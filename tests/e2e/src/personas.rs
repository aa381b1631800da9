//! The people who take the quiz in these tests: personas, who press keys without reading, and a simulated respondent.
//!
//! Which questions a session asks, and on which sides their poles stand, follows from its seed and from the answers, so a
//! persona gives other answers in every session.

use perplexity::likeness::Likeness;
use perplexity::respondent::SimulatedRespondent;
use quiz::population::responses;
use quiz::questionnaire::{Answers, CURRENT, Response};
use quiz::quiz_session::{ItemChoice, QuizSession};

/// Somebody with a way to answer. Keys are those of the quiz: `1` to `5`, and `0` to pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persona {
    /// Uses every answer and passes no question.
    Outspoken,
    /// Uses every answer and passes every sixth question.
    Selective,
    /// Has opinions without extremes and passes every sixth question.
    Moderate,
    /// Takes sides, mostly all the way.
    Decided,
    /// Takes sides where there are any, and passes every fifth question.
    Picky,
    /// Leans to the second side, and passes every seventh question.
    Habitual,
    /// Leans to the first side, always.
    Leaning,
    /// Is neutral, always.
    Neutral,
    /// Is neutral three times and passes the rest: is placed, whichever questions come.
    Reticent,
    /// Passes everything.
    Silent,
    /// Clicks the one end and the other in turn: is not placed, whichever questions come.
    Careless,
    /// Agrees with the second side, always all the way.
    Emphatic,
}

impl Persona {
    /// The keys in the order of the questions, and what follows after them: the same again, unless it is said here.
    const fn keys(self) -> (&'static str, Option<char>) {
        match self {
            Persona::Outspoken => ("14352", None),
            Persona::Selective => ("143520", None),
            Persona::Moderate => ("233420", None),
            Persona::Decided => ("451", None),
            Persona::Picky => ("14052", None),
            Persona::Habitual => ("0444444", None),
            Persona::Leaning => ("2", None),
            Persona::Neutral => ("3", None),
            Persona::Reticent => ("0333", Some('0')),
            Persona::Silent => ("0", None),
            Persona::Careless => ("51", None),
            Persona::Emphatic => ("5", None),
        }
    }

    /// The key for the n-th question, from 1.
    #[must_use]
    pub fn key(self, asked: usize) -> char {
        let (keys, then) = self.keys();
        let key = |at: usize| char::from(keys.as_bytes()[at % keys.len()]);
        then.filter(|_| asked >= keys.len()).unwrap_or_else(|| key(asked))
    }

    /// The step that this key means on the screen: "0" to "4", or "pass".
    #[must_use]
    pub fn step(self, asked: usize) -> String {
        let key = self.key(asked).to_digit(10).and_then(|key| key.checked_sub(1));
        key.map_or_else(|| "pass".to_owned(), |step| step.to_string())
    }

    /// How many of the first `questions` are answered.
    #[must_use]
    pub fn answered(self, questions: usize) -> usize {
        (1..=questions).filter(|asked| self.key(*asked) != '0').count()
    }

    /// The session with this seed of somebody who answers like this and does not guess, at its first result: the questions,
    /// and the sides of their poles, are those that the page shows.
    #[must_use]
    pub fn session(self, seed: u64) -> QuizSession {
        whole_session(seed, |_, place| {
            let step = self.key(place + 1).to_digit(10).and_then(|key| (key as usize).checked_sub(1));
            step.and_then(Response::new)
        })
    }
}

/// The answers of a simulated respondent to every question of the set; nobody of the crowd to whom sentences are said.
#[must_use]
pub fn simulated_answers() -> Answers {
    responses(CURRENT, &SimulatedRespondent::nth(CURRENT.seed(), 12_007), 0)
}

/// The session with this seed of somebody who would give these answers and does not guess, at its first result: the first
/// `count` questions are answered, and the others passed.
#[must_use]
pub fn session_like(answers: &Answers, count: usize, seed: u64) -> QuizSession {
    whole_session(seed, |session, place| {
        let question = session.question(place);
        let response = answers.get(question).filter(|_| place < count);
        response.map(|response| session.sides().mirror_if_swapped(question, response))
    })
}

/// A session with this seed up to its first result. `shown` is the response at a place, as it stands on the screen; `None` passes.
fn whole_session(seed: u64, shown: impl Fn(&QuizSession, usize) -> Option<Response>) -> QuizSession {
    let likeness = Likeness::default();
    let mut session = QuizSession::of(CURRENT, seed);
    session.begin(None);
    while let Some(place) = session.next_unmet() {
        let choice = shown(&session, place).map_or(ItemChoice::Pass, ItemChoice::Shown);
        session.choose(&likeness, place, choice);
    }
    session
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::QUESTIONS;
    use quiz::scoring::{posterior, score};

    #[test]
    fn keys_repeat_unless_something_else_follows() {
        let keys = |persona: Persona| (1..=8).map(|asked| persona.key(asked)).collect::<String>();
        assert_eq!(keys(Persona::Selective), "43520143");
        assert_eq!(keys(Persona::Reticent), "33300000");
        assert_eq!(keys(Persona::Silent), "00000000");
    }

    #[test]
    fn what_is_passed_has_no_step_and_no_answer() {
        assert_eq!([1, 2, 5].map(|asked| Persona::Picky.step(asked)), ["3", "pass", "0"]);
        assert_eq!(Persona::Picky.answered(QUESTIONS), 19);
        assert_eq!(Persona::Reticent.answered(QUESTIONS), 3);
    }

    /// Seeds of the sessions in which it is counted who is placed.
    const SEEDS: std::ops::Range<u64> = 0..50;

    /// In how many of the sessions with these seeds the answers are placed, and how many answers all of them have.
    fn placed(session: impl Fn(u64) -> QuizSession) -> [usize; 2] {
        let likeness = Likeness::default();
        let mut counts = [0, QUESTIONS];
        for session in SEEDS.map(session) {
            let answers = session.answers();
            let posterior = posterior(answers).expect("something was answered");
            counts[0] += usize::from(score(&likeness, answers, &posterior).is_placed());
            counts[1] = counts[1].min(answers.count());
        }
        counts
    }

    #[test]
    fn who_answers_little_or_like_the_crowd_is_placed_and_who_clicks_is_not() {
        let people = simulated_answers();
        for count in [1, 12, QUESTIONS] {
            assert_eq!(placed(|seed| session_like(&people, count, seed)), [50, count], "{count} answers");
        }
        assert_eq!(placed(|seed| Persona::Reticent.session(seed)), [50, 3]);
        assert_eq!(placed(|seed| Persona::Careless.session(seed)), [0, QUESTIONS]);
    }

    #[test]
    fn a_whole_session_has_as_many_questions_as_its_first_goal_and_the_answers_of_its_persona() {
        for persona in [Persona::Silent, Persona::Selective, Persona::Emphatic] {
            let session = persona.session(3);
            assert_eq!(session.order().len(), QUESTIONS);
            assert_eq!(session.answers().count(), persona.answered(QUESTIONS), "{persona:?}");
            for place in 0..QUESTIONS {
                let chosen = match session.choice(place) {
                    Some(ItemChoice::Shown(response)) => response.index().to_string(),
                    other => {
                        assert_eq!(other, Some(ItemChoice::Pass));
                        "pass".to_owned()
                    }
                };
                assert_eq!(chosen, persona.step(place + 1), "{persona:?}, {place}");
            }
        }
    }
}
