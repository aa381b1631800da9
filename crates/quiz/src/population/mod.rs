//! Simulated population with the statistics of surveyed people: its opinions in the dimensions of a world, and its responses
//! to a question set.
//!
//! Respondents are those of [`perplexity::respondent`]: respondent 29 573 is the same in every browser, whichever others are
//! drawn.

mod plane;
mod space;

pub use space::{AXES, OpinionSpace, OpinionSpaceError};

use crate::questionnaire::{Answers, QuestionSet, Response, SET_2};
use drift::linalg::{Matrix, MatrixError};
use drift::rng::normal;
use perplexity::plausible::PlausibleSelf;
use perplexity::respondent::SimulatedRespondent;

/// Seed of the population that fills the visitor's world, and that of [`SET_2`].
pub const SEED: u64 = SET_2.seed();

/// Opinions of the first `people` respondents of `seed`: a `people` × D matrix, unit variance per dimension, whose row `n` is
/// that of respondent `n`.
///
/// Costs some ten multiply-adds and one normal deviate per respondent and dimension.
///
/// # Errors
///
/// [`MatrixError`] when the matrix is larger than allowed or memory does not suffice.
pub fn draw(seed: u64, people: usize, space: &OpinionSpace) -> Result<Matrix, MatrixError> {
    let mut opinions = Matrix::zeros(people, space.dims())?;
    for n in 0..people {
        space.write_respondent(&SimulatedRespondent::nth(seed, n), opinions.row_mut(n));
    }
    Ok(opinions)
}

/// Answers of a simulated respondent to all items of `set` on one `occasion`; another occasion draws new response errors only.
pub fn responses(set: &'static QuestionSet, person: &SimulatedRespondent, occasion: u32) -> Answers {
    let of_bank = person.responses(occasion);
    Answers::of(set, |question| {
        let item = &set.items()[question];
        if item.reverse_keyed {
            let toward_upper = person.reversed_response(occasion, item.bank);
            return Response::new(usize::from(toward_upper)).map(Response::mirrored);
        }
        Response::new(usize::from(of_bank[item.bank]))
    })
}

/// Opinion vector of plausible self `number` of a respondent in the dimensions of a world of `seed` (length D). Unique factors
/// of dimensions without an item are those of an agent of another population.
pub fn opinions_of(own: &PlausibleSelf, number: usize, seed: u64, space: &OpinionSpace) -> Vec<f32> {
    let mut rest = SimulatedRespondent::nth(!seed, number).unique_factors();
    let mut row = vec![0.0; space.dims()];
    let unique_factor = |d: usize| {
        let drawn = normal(&mut rest);
        own.unique_factors.get(d).copied().unwrap_or(drawn)
    };
    space.write_opinions(own.factors(), unique_factor, &mut row);
    row
}
