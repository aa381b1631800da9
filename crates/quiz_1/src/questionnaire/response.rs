//! Response categories of an item, from the lower pole to the upper.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Number of response categories.
pub const CATEGORIES: usize = 5;

/// A response in one of five categories, from the lower pole (0) to the upper (4); 2 is neutral.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Response(Category);

/// The categories; with a type of its own an optional response takes one byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Category {
    LowerEnd,
    LowerLeaning,
    Neutral,
    UpperLeaning,
    UpperEnd,
}

impl Response {
    /// All five responses, lower pole first.
    pub const ALL: [Response; CATEGORIES] = [
        Response(Category::LowerEnd),
        Response(Category::LowerLeaning),
        Response(Category::Neutral),
        Response(Category::UpperLeaning),
        Response(Category::UpperEnd),
    ];

    /// Response in category `index`; `None` outside `0..5`.
    pub fn new(index: usize) -> Option<Response> {
        Response::ALL.get(index).copied()
    }

    /// Category, `0..5`.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// Response with the poles exchanged: category 4 − c.
    pub fn mirrored(self) -> Response {
        Response::ALL[CATEGORIES - 1 - self.index()]
    }

    /// Side taken: `Some(true)` for the upper pole, `None` when neutral.
    pub fn side(self) -> Option<bool> {
        (self.0 != Category::Neutral).then_some(self.0 > Category::Neutral)
    }
}

impl From<Response> for u8 {
    fn from(response: Response) -> u8 {
        response.0 as u8
    }
}

impl TryFrom<u8> for Response {
    type Error = AnswersError;
    fn try_from(index: u8) -> Result<Response, AnswersError> {
        Response::new(usize::from(index)).ok_or(AnswersError::NoSuchResponse { index })
    }
}

/// Error of a response that does not exist.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AnswersError {
    /// A category beyond the fifth.
    #[error("an answer is one of five steps, not number {index}")]
    NoSuchResponse {
        /// The category given, counted from zero.
        index: u8,
    },
}
