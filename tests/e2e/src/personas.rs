//! Personas: the people who take the quiz in these tests, and how each of them answers.

use quiz::questionnaire::{Answers, Response, SET_1};

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
    /// Is neutral three times and passes the rest: can be placed in whatever order the questions come.
    Reticent,
    /// Passes everything.
    Silent,
    /// Clicks the one end and the other in turn.
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

    /// The answers of somebody who is asked in the order of the set, with its sides as they stand there.
    #[must_use]
    pub fn answers(self) -> Answers {
        let step = |place: usize| Response::new((self.key(place + 1).to_digit(10)? as usize).checked_sub(1)?);
        Answers::of(&SET_1, step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(Persona::Picky.answered(24), 19);
        assert_eq!(Persona::Reticent.answers().count(), 3);
    }
}
