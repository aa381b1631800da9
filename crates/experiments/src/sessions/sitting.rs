//! Sittings: a session of the questionnaire by a simulated respondent.

use perplexity::answers::{Answer, ItemAnswers};
use perplexity::item_bank::ITEM_COUNT;
use perplexity::likeness::Likeness;
use perplexity::posterior::PosteriorDraws;
use perplexity::response_model::factors;
use perplexity::score::PerplexityScore;
use perplexity::selection::{first_items, next_item};

/// Numbers of answers after which a sitting is scored.
pub const LENGTHS: [usize; 4] = [12, 24, 36, 48];

/// How the items of a sitting are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// As the questionnaire does.
    Targeted,
    /// The first items, then all others in an order that is the same for everybody.
    Fixed,
}

/// How somebody answers.
#[derive(Clone, Copy, Debug)]
pub enum Answering<'a> {
    /// By their response to each item, a category toward its upper pole.
    Responses(&'a [u8; ITEM_COUNT]),
    /// By the place of the item in the order of asking, without reading it: these categories in turn.
    Pattern(&'a [u8]),
}

impl Answering<'_> {
    /// Category given to an item that is asked at a place, counted from 0.
    fn category(self, place: usize, item: usize) -> u8 {
        match self {
            Answering::Responses(responses) => responses[item],
            Answering::Pattern(categories) => categories[place % categories.len()],
        }
    }
}

/// Items of a sitting of `length` answers, in the order of asking, with the categories given.
///
/// # Panics
///
/// When `length` is larger than the bank.
pub fn asked_and_answered(
    likeness: &Likeness,
    answering: Answering,
    seed: u64,
    asking: Asking,
    length: usize,
) -> Vec<(usize, u8)> {
    assert!(length <= ITEM_COUNT, "the bank has more items than a sitting");
    let mut answers = ItemAnswers::default();
    let mut asked = Vec::with_capacity(length);
    for place in 0..length {
        let next = match asking {
            Asking::Targeted => next_item(likeness, seed, &asked, &answers),
            Asking::Fixed => fixed_item(place),
        };
        let item = next.expect("the bank has more items than a sitting");
        answers.set(item, Answer::Category(answering.category(place, item)));
        asked.push(item);
    }
    asked.iter().enumerate().map(|(place, &item)| (item, answering.category(place, item))).collect()
}

/// The item at this place of the fixed order: the first ones, then every 29th of the bank, which mixes the subjects.
fn fixed_item(place: usize) -> Option<usize> {
    let first = first_items(0);
    let others = (0..ITEM_COUNT).map(|n| 29 * n % ITEM_COUNT).filter(|item| !first.contains(item));
    first.iter().copied().chain(others).nth(place)
}

/// Score at one of [`LENGTHS`].
#[derive(Clone, Debug)]
pub struct ScoredSitting {
    /// The score.
    pub score: PerplexityScore,
    /// Posterior probability that the true surprisal is below the respondent's own (probability integral transform).
    pub below_truth: f64,
}

/// Scores of a sitting at each of [`LENGTHS`], of somebody of this true surprisal.
pub fn sitting(
    likeness: &Likeness,
    answering: Answering,
    seed: u64,
    asking: Asking,
    surprisal: f64,
) -> [ScoredSitting; 4] {
    let given = asked_and_answered(likeness, answering, seed, asking, LENGTHS[LENGTHS.len() - 1]);
    LENGTHS.map(|length| {
        let mut answers = ItemAnswers::default();
        given[..length].iter().for_each(|&(item, category)| answers.set(item, Answer::Category(category)));
        let posterior = PosteriorDraws::new(&answers.observations());
        let is_below =
            |(draw, _): (&_, f64)| f64::from(u8::from(likeness.surprisal(factors(draw)) < surprisal));
        let below_truth = posterior.expectation(posterior.draws().map(is_below));
        ScoredSitting { score: PerplexityScore::of(likeness, &answers, &posterior), below_truth }
    })
}
