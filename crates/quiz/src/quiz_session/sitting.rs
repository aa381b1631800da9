//! A sitting of somebody whose answers to all questions are known: a simulated respondent.

use crate::questionnaire::Answers;
use perplexity::likeness::Likeness;
use perplexity::selection::next_item;

/// What a session with this `seed` learns in `count` questions of somebody who would give `all` these answers. Reverse-keyed
/// questions are not asked.
///
/// Costs a [`next_item`] for each question.
///
/// # Panics
///
/// When the items of the set are not those of the bank, in its order.
pub fn sitting(likeness: &Likeness, all: &Answers, seed: u64, count: usize) -> Answers {
    let mut answers = Answers::none(all.set());
    let mut asked = Vec::with_capacity(count);
    while asked.len() < count
        && let Some(item) = next_item(likeness, seed, &asked, &answers.item_answers())
    {
        assert_eq!(all.set().items()[item].bank, item, "the items of the set are those of the bank");
        match all.get(item) {
            Some(response) => answers.put(item, response),
            None => answers.pass(item),
        }
        asked.push(item);
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::population::responses;
    use crate::questionnaire::SET_2;
    use perplexity::respondent::SimulatedRespondent;

    #[test]
    fn a_sitting_holds_as_many_answers_as_questions_and_no_others() {
        let all = responses(&SET_2, &SimulatedRespondent::nth(1, 3), 0);
        let answers = sitting(&Likeness::default(), &all, 5, 30);
        assert_eq!(answers.count(), 30);
        assert!(answers.answered().all(|(item, response)| all.get(item) == Some(response)));
    }
}
