//! In which order is a session asked, and which pole stands on which side?

use rand::seq::SliceRandom;

use super::{QUESTIONS, Step, Theme};
use crate::chance::{Chance, Purpose, Stream};

/// Twins are asked at least so many questions apart.
const TWINS_APART: usize = 3;

/// One session's way through the questions: themes stay together, inside them everything is shuffled, and the
/// first question is a gentle one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    asked: [u8; QUESTIONS.len()],
    swapped: [bool; QUESTIONS.len()],
}

impl Order {
    /// The order of the session with this seed.
    pub fn of(seed: u64) -> Order {
        let chance = Chance::new(seed, Purpose::Asking);
        let mut themes = [Theme::World, Theme::Machines, Theme::Life];
        let mut asked = [0; QUESTIONS.len()];
        let mut stream = chance.of(0);
        themes.shuffle(&mut stream);
        // A theme without a gentle question cannot begin.
        let begins = |theme: &Theme| QUESTIONS.iter().any(|q| q.theme == *theme && q.gentle);
        if let Some(first) = themes.iter().position(begins) {
            themes.swap(0, first);
        }
        let mut place = 0;
        for theme in themes {
            for question in shuffled(theme, place == 0, &mut stream) {
                asked[place] = question;
                place += 1;
            }
        }
        let mut swapped = [false; QUESTIONS.len()];
        let mut coins = chance.of(1);
        swapped.iter_mut().for_each(|side| *side = rand::Rng::next_u64(&mut coins) >> 63 == 1);
        Order { asked, swapped }
    }

    /// Which question is asked at `place`, `0..24`.
    pub fn question(&self, place: usize) -> usize {
        usize::from(self.asked[place])
    }

    /// The statements shown as A and B for `question`.
    pub fn statements(&self, question: usize) -> [&'static str; 2] {
        let q = &QUESTIONS[question];
        if self.swapped[question] { [q.upper, q.lower] } else { [q.lower, q.upper] }
    }

    /// The answer at `shown` steps from A, or how many steps from A an answer is shown: the same either way.
    pub fn turned(&self, question: usize, step: Step) -> Step {
        if self.swapped[question] { step.mirrored() } else { step }
    }
}

/// The questions of a theme, shuffled until twins are apart and, where asked, a gentle one is first.
fn shuffled(theme: Theme, gently: bool, stream: &mut Stream) -> Vec<u8> {
    let mut questions: Vec<u8> =
        (0..QUESTIONS.len()).filter(|&q| QUESTIONS[q].theme == theme).map(|q| q as u8).collect();
    loop {
        questions.shuffle(stream);
        let begins_well = !gently || QUESTIONS[usize::from(questions[0])].gentle;
        if begins_well && twins_apart(&questions) {
            return questions;
        }
    }
}

fn twins_apart(questions: &[u8]) -> bool {
    questions.iter().enumerate().all(|(place, &q)| {
        let twin = QUESTIONS[usize::from(q)].twin;
        !questions[place + 1..].iter().take(TWINS_APART - 1).any(|&other| twin == Some(usize::from(other)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orders() -> impl Iterator<Item = Order> {
        (0..300).map(Order::of)
    }

    #[test]
    fn every_question_is_asked_once() {
        for order in orders() {
            let mut asked: Vec<_> = (0..QUESTIONS.len()).map(|place| order.question(place)).collect();
            asked.sort_unstable();
            assert!(asked.into_iter().eq(0..QUESTIONS.len()));
        }
    }

    #[test]
    fn the_first_question_is_gentle_and_themes_stay_together() {
        for order in orders() {
            assert!(QUESTIONS[order.question(0)].gentle);
            let themes: Vec<_> =
                (0..QUESTIONS.len()).map(|place| QUESTIONS[order.question(place)].theme).collect();
            assert_eq!(themes.windows(2).filter(|pair| pair[0] != pair[1]).count(), 2);
        }
    }

    #[test]
    fn twins_do_not_give_themselves_away() {
        for order in orders() {
            let place_of = |q: usize| (0..QUESTIONS.len()).position(|place| order.question(place) == q);
            for (q, question) in QUESTIONS.iter().enumerate() {
                if let Some(twin) = question.twin {
                    let apart = place_of(q).zip(place_of(twin)).map(|(a, b)| a.abs_diff(b));
                    assert!(apart >= Some(TWINS_APART));
                }
            }
        }
    }

    #[test]
    fn sides_are_swapped_half_of_the_time_and_turning_twice_is_nothing() {
        let mut swapped = 0;
        for order in orders() {
            for (question, q) in QUESTIONS.iter().enumerate() {
                let turned = order.turned(question, Step::ALL[0]);
                assert_eq!(order.turned(question, turned), Step::ALL[0]);
                let [a, _] = order.statements(question);
                let is_swapped = turned != Step::ALL[0];
                assert_eq!(a == q.upper, is_swapped);
                swapped += u32::from(is_swapped);
            }
        }
        // 7 200 coins: mean 3 600, standard deviation 42.
        assert!((3600i32 - swapped as i32).abs() < 170, "{swapped}");
    }

    #[test]
    fn the_same_seed_asks_the_same_way() {
        assert_eq!(Order::of(7), Order::of(7));
        assert_ne!(Order::of(7), Order::of(8));
    }
}
