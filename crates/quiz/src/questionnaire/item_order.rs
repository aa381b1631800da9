//! Order of the items in a session, and the side of the screen of each pole.

use rand::seq::SliceRandom;

use super::questions::{QUESTIONS, Theme};
use super::response::Response;
use crate::domains;
use drift::rng::{Stream, StreamKey};

/// Least distance of a consistency pair in the order.
const MIN_PAIR_DISTANCE: usize = 3;

/// Order of the items in one session: themes stay together, items are shuffled within a theme, and the first item is a
/// gentle one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemOrder {
    asked: [u8; QUESTIONS.len()],
    swapped: [bool; QUESTIONS.len()],
}

impl ItemOrder {
    /// Order of the session with this seed.
    pub fn of(seed: u64) -> ItemOrder {
        let key = StreamKey::new(seed, domains::ITEM_ORDER);
        let mut themes = [Theme::World, Theme::Machines, Theme::Life];
        let mut asked = [0; QUESTIONS.len()];
        let mut stream = key.stream(0);
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
        let mut coins = key.stream(1);
        swapped.iter_mut().for_each(|side| *side = rand::Rng::next_u64(&mut coins) >> 63 == 1);
        ItemOrder { asked, swapped }
    }

    /// Index of the item asked at `place`, `0..24`.
    ///
    /// # Panics
    ///
    /// When `place` is out of range.
    pub fn question(&self, place: usize) -> usize {
        usize::from(self.asked[place])
    }

    /// Statements shown as A and B for item `question`, `0..24`.
    ///
    /// # Panics
    ///
    /// When `question` is out of range.
    pub fn statements(&self, question: usize) -> [&'static str; 2] {
        let q = &QUESTIONS[question];
        if self.swapped[question] { [q.upper, q.lower] } else { [q.lower, q.upper] }
    }

    /// Converts between a response and its position on the screen, counted from A: mirrored when the item's poles are
    /// swapped. The conversion is its own inverse.
    ///
    /// # Panics
    ///
    /// When `question` is out of range, `0..24`.
    pub fn mirror_if_swapped(&self, question: usize, response: Response) -> Response {
        if self.swapped[question] { response.mirrored() } else { response }
    }
}

/// Items of a theme, shuffled until consistency pairs are apart and, if `gently`, a gentle item is first.
fn shuffled(theme: Theme, gently: bool, stream: &mut Stream) -> Vec<u8> {
    let mut questions: Vec<u8> =
        (0..QUESTIONS.len()).filter(|&q| QUESTIONS[q].theme == theme).map(|q| q as u8).collect();
    loop {
        questions.shuffle(stream);
        let begins_well = !gently || QUESTIONS[usize::from(questions[0])].gentle;
        if begins_well && pairs_are_apart(&questions) {
            return questions;
        }
    }
}

fn pairs_are_apart(questions: &[u8]) -> bool {
    questions.iter().enumerate().all(|(place, &q)| {
        let consistency_pair = QUESTIONS[usize::from(q)].consistency_pair;
        !questions[place + 1..]
            .iter()
            .take(MIN_PAIR_DISTANCE - 1)
            .any(|&other| consistency_pair == Some(usize::from(other)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orders() -> impl Iterator<Item = ItemOrder> {
        (0..300).map(ItemOrder::of)
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
    fn consistency_pairs_are_apart() {
        for order in orders() {
            let place_of = |q: usize| (0..QUESTIONS.len()).position(|place| order.question(place) == q);
            for (q, question) in QUESTIONS.iter().enumerate() {
                if let Some(consistency_pair) = question.consistency_pair {
                    let apart = place_of(q).zip(place_of(consistency_pair)).map(|(a, b)| a.abs_diff(b));
                    assert!(apart >= Some(MIN_PAIR_DISTANCE));
                }
            }
        }
    }

    #[test]
    fn sides_are_swapped_half_of_the_time_and_turning_twice_is_nothing() {
        let mut swapped = 0;
        for order in orders() {
            for (question, q) in QUESTIONS.iter().enumerate() {
                let turned = order.mirror_if_swapped(question, Response::ALL[0]);
                assert_eq!(order.mirror_if_swapped(question, turned), Response::ALL[0]);
                let [a, _] = order.statements(question);
                let is_swapped = turned != Response::ALL[0];
                assert_eq!(a == q.upper, is_swapped);
                swapped += u32::from(is_swapped);
            }
        }
        // 7 200 coins: mean 3 600, standard deviation 42.
        assert!((3600i32 - swapped as i32).abs() < 170, "{swapped}");
    }

    #[test]
    fn the_same_seed_asks_the_same_way() {
        assert_eq!(ItemOrder::of(7), ItemOrder::of(7));
        assert_ne!(ItemOrder::of(7), ItemOrder::of(8));
    }
}
