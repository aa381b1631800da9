//! Side of the screen of each pole of a question.

use rand::Rng;

use crate::domains;
use crate::questionnaire::{QuestionSet, Response};
use drift::rng::StreamKey;

/// Sides of the screen in one session: a coin for each question, by the session's seed and the question, so that it does not
/// depend on when the question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScreenSides {
    set: &'static QuestionSet,
    seed: u64,
}

impl ScreenSides {
    /// Sides of the questions of `set` in the session with this seed.
    pub const fn of(set: &'static QuestionSet, seed: u64) -> ScreenSides {
        ScreenSides { set, seed }
    }

    /// Statements shown as A and B for question `question` of the set.
    ///
    /// # Panics
    ///
    /// When the set has no such question, or is not one of [`crate::questionnaire::SETS`].
    pub fn statements(&self, question: usize) -> [&'static str; 2] {
        let q = &self.set.questions()[question];
        if self.is_swapped(question) { [q.upper, q.lower] } else { [q.lower, q.upper] }
    }

    /// Converts between a response and its position on the screen, counted from A: mirrored when the poles of question
    /// `question` are swapped. The conversion is its own inverse.
    pub fn mirror_if_swapped(&self, question: usize, response: Response) -> Response {
        if self.is_swapped(question) { response.mirrored() } else { response }
    }

    /// Whether the upper pole is shown as A.
    fn is_swapped(&self, question: usize) -> bool {
        StreamKey::new(self.seed, domains::SCREEN_SIDES).stream(question).next_u64() >> 63 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::SET_2;

    #[test]
    fn poles_are_swapped_half_of_the_time_and_mirroring_twice_changes_nothing() {
        let mut swapped = 0;
        for seed in 0..100 {
            let sides = ScreenSides::of(&SET_2, seed);
            for (question, q) in SET_2.questions().iter().enumerate() {
                let mirrored = sides.mirror_if_swapped(question, Response::ALL[0]);
                assert_eq!(sides.mirror_if_swapped(question, mirrored), Response::ALL[0]);
                let [a, b] = sides.statements(question);
                let is_swapped = mirrored != Response::ALL[0];
                assert_eq!([a, b], if is_swapped { [q.upper, q.lower] } else { [q.lower, q.upper] });
                swapped += i32::from(is_swapped);
            }
        }
        // 10 600 coins: mean 5 300, standard deviation 51.
        assert!((swapped - 5_300).abs() < 206, "{swapped}");
    }

    #[test]
    fn questions_of_one_session_have_coins_of_their_own() {
        let sides = ScreenSides::of(&SET_2, 7);
        let swapped = |question: usize| sides.mirror_if_swapped(question, Response::ALL[0]);
        let pairs = (101..106).map(|twin| (swapped(twin), SET_2.items()[twin].consistency_pair.map(swapped)));
        assert!(pairs.clone().any(|(twin, original)| Some(twin) != original), "{pairs:?}");
        let count = (0..SET_2.len()).filter(|&question| swapped(question) != Response::ALL[0]).count();
        assert!((33..73).contains(&count), "{count}");
    }
}
