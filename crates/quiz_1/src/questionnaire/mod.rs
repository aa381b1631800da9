//! Questionnaire: question sets, responses, and the response model.

mod answers;
mod bank;
mod item_model;
mod item_order;
mod pole;
mod question;
mod question_set;
mod response;
mod set_1;
mod sets;

pub use answers::{Answers, AnswersTo};
pub use bank::{BANK, BankItem, FACTORS, Provenance};
pub use item_model::{ItemModel, ItemModels, PAIR_AGREEMENT, REACH, RELIABILITY, STYLE_NODES, STYLE_SPREAD};
pub use item_model::{bank_models, threshold_below};
pub use item_order::ItemOrder;
pub use pole::Side;
pub(crate) use question::words;
pub use question::{Item, Question, Theme, bank};
pub use question_set::{QuestionSet, Typical};
pub use response::{AnswersError, CATEGORIES, Response};
pub use set_1::SET_1;
pub use sets::{CURRENT, SETS, Sets, UnknownSet, set_of};
