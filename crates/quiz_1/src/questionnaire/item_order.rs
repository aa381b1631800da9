//! Order of the items in a session, and the side of the screen of each pole.

use rand::seq::SliceRandom;

use super::question::{Item, Theme};
use super::question_set::QuestionSet;
use super::response::Response;
use crate::domains;
use drift::rng::{Stream, StreamKey};

/// Least distance of a consistency pair in the order.
const MIN_PAIR_DISTANCE: usize = 3;

/// Number of shuffles of a theme until its order is taken as it is: few suffice where an order that fits exists, and a
/// small theme may have none.
const MAX_SHUFFLES: usize = 1_000;

/// Order of the items in one session: themes stay together, items are shuffled within a theme, and the first item is a
/// gentle one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemOrder {
    set: &'static QuestionSet,
    asked: Vec<u8>,
    swapped: Vec<bool>,
}

impl ItemOrder {
    /// Order of the items of `set` in the session with this seed.
    pub fn of(set: &'static QuestionSet, seed: u64) -> ItemOrder {
        let key = StreamKey::new(seed, domains::ITEM_ORDER);
        let items = set.items();
        let mut themes = Theme::ALL;
        let mut stream = key.stream(0);
        themes.shuffle(&mut stream);
        // A theme without a gentle question cannot begin.
        let begins = |theme: &Theme| items.iter().any(|item| item.theme == *theme && item.gentle);
        if let Some(first) = themes.iter().position(begins) {
            themes.swap(0, first);
        }
        let mut asked = Vec::with_capacity(set.len());
        for theme in themes {
            let of_theme = shuffled(items, theme, asked.is_empty(), &mut stream);
            asked.extend(of_theme);
        }
        let mut coins = key.stream(1);
        let swapped = (0..set.len()).map(|_| rand::Rng::next_u64(&mut coins) >> 63 == 1).collect();
        ItemOrder { set, asked, swapped }
    }

    /// The set.
    pub fn set(&self) -> &'static QuestionSet {
        self.set
    }

    /// Index of the item asked at `place`.
    ///
    /// # Panics
    ///
    /// When `place` is not below the number of items.
    pub fn question(&self, place: usize) -> usize {
        usize::from(self.asked[place])
    }

    /// Statements shown as A and B for item `question`.
    ///
    /// # Panics
    ///
    /// When the set has no such item, or is not one of [`super::SETS`].
    pub fn statements(&self, question: usize) -> [&'static str; 2] {
        let q = &self.set.questions()[question];
        if self.swapped[question] { [q.upper, q.lower] } else { [q.lower, q.upper] }
    }

    /// Converts between a response and its position on the screen, counted from A: mirrored when the item's poles are
    /// swapped. The conversion is its own inverse.
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub fn mirror_if_swapped(&self, question: usize, response: Response) -> Response {
        if self.swapped[question] { response.mirrored() } else { response }
    }
}

/// Items of a theme, shuffled until consistency pairs are apart and, if `gently`, a gentle item is first; at most
/// [`MAX_SHUFFLES`] times.
fn shuffled(items: &[Item], theme: Theme, gently: bool, stream: &mut Stream) -> Vec<u8> {
    let of_theme = |q: &usize| items[*q].theme == theme;
    let mut questions: Vec<u8> = (0..items.len()).filter(of_theme).map(|q| q as u8).collect();
    for _ in 0..MAX_SHUFFLES {
        questions.shuffle(stream);
        let begins_well = !gently || questions.first().is_none_or(|&q| items[usize::from(q)].gentle);
        if begins_well && pairs_are_apart(items, &questions) {
            break;
        }
    }
    questions
}

fn pairs_are_apart(items: &[Item], questions: &[u8]) -> bool {
    questions.iter().enumerate().all(|(place, &q)| {
        let consistency_pair = items[usize::from(q)].consistency_pair;
        !questions[place + 1..]
            .iter()
            .take(MIN_PAIR_DISTANCE - 1)
            .any(|&other| consistency_pair == Some(usize::from(other)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::SET_1;

    fn orders() -> impl Iterator<Item = ItemOrder> {
        (0..300).map(|seed| ItemOrder::of(&SET_1, seed))
    }

    #[test]
    fn every_question_is_asked_once() {
        for order in orders() {
            let mut asked: Vec<_> = (0..SET_1.len()).map(|place| order.question(place)).collect();
            asked.sort_unstable();
            assert!(asked.into_iter().eq(0..SET_1.len()));
        }
    }

    #[test]
    fn the_first_question_is_gentle_and_themes_stay_together() {
        for order in orders() {
            assert!(SET_1.items()[order.question(0)].gentle);
            let themes: Vec<_> =
                (0..SET_1.len()).map(|place| SET_1.items()[order.question(place)].theme).collect();
            assert_eq!(themes.windows(2).filter(|pair| pair[0] != pair[1]).count(), 2);
        }
    }

    #[test]
    fn consistency_pairs_are_apart() {
        for order in orders() {
            let place_of = |q: usize| (0..SET_1.len()).position(|place| order.question(place) == q);
            for (q, question) in SET_1.items().iter().enumerate() {
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
            for (question, q) in SET_1.questions().iter().enumerate() {
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
        assert_eq!(ItemOrder::of(&SET_1, 7), ItemOrder::of(&SET_1, 7));
        assert_ne!(ItemOrder::of(&SET_1, 7), ItemOrder::of(&SET_1, 8));
    }
}
