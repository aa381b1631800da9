//! What is asked, and how does a belief become an answer?

mod answering;
mod answers;
mod bank;
mod order;
mod questions;
mod side;

pub use answering::{ItemModel, REACH, RELIABILITY, STYLE_NODES, STYLE_SPREAD, TWIN_AGREEMENT, item_models};
pub(crate) use answering::{bank_models, cut_below};
pub use answers::{Answers, AnswersError, STEPS, Step};
pub use bank::{BANK, BankItem};
pub use order::Order;
pub(crate) use questions::bank;
pub use questions::{ASKED, Asked, QUESTIONS, Question, SET_ID, Theme};
pub use side::Side;

/// Number of coordinates that people's answers share.
pub const FACTORS: usize = 6;

/// How the shares of an item were come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Asked of real people on five points.
    Direct,
    /// Asked on another scale and mapped to five points.
    Mapped,
    /// Nobody asked: a guess of ours.
    Assumed,
}
