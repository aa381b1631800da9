//! Sides that a respondent takes and holds, and labels that contradict what was answered.

use crate::cluster_names::Prototype;
use crate::questionnaire::{Answers, Side};
use perplexity::item_bank::ITEMS;
use perplexity::plausible::{PlausibleSelf, plausible_selves};
use perplexity::posterior::PosteriorDraws;
use perplexity::response_model::stretch;

/// Sides of items that the respondent takes, that no response to a reverse-keyed twin contradicts, and that more than half
/// of `count` plausible selves hold: their opinion, without the response error, is beyond the middle of the neutral
/// category. Ascending by item; none of a twin.
pub(super) fn held_sides(posterior: &PosteriorDraws, answers: &Answers, count: usize) -> Vec<Side> {
    let selves = plausible_selves(posterior, &answers.item_answers(), count);
    let styles: Vec<f64> =
        selves.iter().map(|own| stretch(own.parameters[own.parameters.len() - 1])).collect();
    let set = answers.set();
    let is_held = |side: &Side| {
        let item = set.items()[usize::from(side.question)].bank;
        let holding = selves.iter().zip(&styles).filter(|(own, style)| holds(own, **style, item, side.upper));
        2 * holding.count() > selves.len()
    };
    taken_sides(answers).filter(is_held).collect()
}

/// Sides of items that the respondent takes and that no response to a reverse-keyed twin contradicts, ascending by item;
/// none of a twin.
fn taken_sides(answers: &Answers) -> impl Iterator<Item = Side> {
    let items = answers.set().items();
    let side = |(at, _)| Some(Side { question: at as u8, upper: answers.side(at)? });
    let of_item = |side: &Side| !items[usize::from(side.question)].reverse_keyed;
    let is_clear = |side: &Side| !opposes(answers, items[usize::from(side.question)].bank, side.upper);
    answers.answered().filter_map(side).filter(of_item).filter(is_clear)
}

/// Whether the opinion of a self is on a side of the middle of the neutral category. `style` is the factor by which the
/// self scales thresholds.
fn holds(own: &PlausibleSelf, style: f64, item: usize, upper: bool) -> bool {
    let [_, low, high, _] = ITEMS[item].thresholds;
    (own.opinion(item) > 0.5 * (low + high) * style) == upper
}

/// Whether the respondent takes a side against a pole of an item of the bank, by the item or its reverse-keyed twin.
fn opposes(answers: &Answers, bank: usize, upper: bool) -> bool {
    let items = answers.set().items().iter().enumerate();
    let mut sides = items
        .filter(|(_, item)| item.bank == bank)
        .map(|(at, item)| answers.side(at).map(|side| side != item.reverse_keyed));
    sides.any(|side| side == Some(!upper))
}

/// Whether the respondent takes a side against one of the items that define a prototype. Nothing contradicts the middle.
pub(super) fn is_contradicted(prototype: Prototype, answers: &Answers) -> bool {
    prototype.beliefs().any(|(bank, upper)| opposes(answers, bank, upper))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{Response, SET_2};
    use perplexity::item_bank::{CATEGORIES, item};
    use perplexity::respondent::SimulatedRespondent;

    fn answers_of(person: usize) -> Answers {
        let responses = SimulatedRespondent::nth(4, person).responses(0);
        let category = |q: usize| SET_2.items().get(q).map(|item| usize::from(responses[item.bank]));
        Answers::of(&SET_2, |q| Response::new(category(q)?).filter(|_| q < responses.len() && q % 2 == 0))
    }

    #[test]
    fn few_sides_are_not_held_and_those_are_unlikely() {
        let (mut taken, mut not_held, mut chance) = (0, 0, 0.0);
        for person in 0..60 {
            let answers = answers_of(person);
            let posterior = PosteriorDraws::new(&answers.item_answers().observations());
            let held = held_sides(&posterior, &answers, 48);
            for side in taken_sides(&answers) {
                taken += 1;
                if !held.contains(&side) {
                    not_held += 1;
                    let parameters = SET_2.items()[usize::from(side.question)].parameters();
                    let predicted = posterior.prediction(&parameters.loadings, &parameters.thresholds);
                    let categories = if side.upper { CATEGORIES - 2..CATEGORIES } else { 0..2 };
                    chance += predicted[categories].iter().sum::<f64>();
                }
            }
        }
        let share = f64::from(not_held) / f64::from(taken);
        let chance = chance / f64::from(not_held);
        println!(
            "{not_held} of {taken} sides ({share:.3}) are not held; their mean predicted chance is {chance:.2}"
        );
        assert!((0.01..0.1).contains(&share) && chance < 0.3, "{share} {chance}");
    }

    #[test]
    fn who_contradicts_a_twin_takes_neither_side() {
        let guard = item("guard");
        let twin = SET_2.items()[guard].consistency_pair.expect("a twin");
        let mut answers = answers_of(3);
        let upper = Response::new(CATEGORIES - 1).expect("a category");
        answers.put(guard, upper);
        assert!(!is_contradicted(
            Prototype::GoodNeighbours,
            &Answers::of(&SET_2, |q| answers.get(q).filter(|_| q == guard))
        ));
        // The upper pole of the twin is the lower pole of the item.
        answers.put(twin, upper);
        assert!(!taken_sides(&answers).any(|side| [guard, twin].contains(&usize::from(side.question))));
        assert!(is_contradicted(Prototype::GoodNeighbours, &answers));
        assert!(is_contradicted(Prototype::Streetwise, &answers));
        answers.put(twin, upper.mirrored());
        let sides: Vec<Side> = taken_sides(&answers).collect();
        assert!(sides.contains(&Side { question: guard as u8, upper: true }));
        assert!(!sides.iter().any(|side| usize::from(side.question) == twin));
        assert!(!is_contradicted(Prototype::Middle, &answers));
    }
}
