//! Questionnaire: items, responses, and the response model.

mod answers;
mod bank;
mod item_model;
mod item_order;
mod pole;
mod questions;
mod response;

pub use answers::Answers;
pub use bank::{BANK, BankItem, FACTORS, Provenance};
pub use item_model::{ItemModel, PAIR_AGREEMENT, REACH, RELIABILITY, STYLE_NODES, STYLE_SPREAD, item_models};
pub use item_model::{bank_models, threshold_below};
pub use item_order::ItemOrder;
pub use pole::Side;
pub use questions::bank;
pub use questions::{ASKED, Asked, QUESTIONS, Question, SET_ID, Theme};
pub use response::{AnswersError, CATEGORIES, Response};
