//! Questionnaire: question sets, their words, and answers.

mod answers;
mod pole;
mod question;
mod question_set;
mod response;
pub mod set_2;
mod sets;

pub use answers::{Answers, AnswersTo};
pub use pole::Side;
pub use question::{Item, Question};
pub use question_set::QuestionSet;
pub use response::{AnswersError, CATEGORIES, Response};
pub use set_2::SET_2;
pub use sets::{CURRENT, SETS, Sets, UnknownSet, set_of};
