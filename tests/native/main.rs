//! Does the model keep its promises, run natively?

mod crowd;
mod engine;
mod textbooks;
