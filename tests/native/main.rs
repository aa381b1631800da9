//! Does the model keep its promises, run natively?

mod cards;
mod charts;
mod crowd;
mod engine;
mod golden;
mod influences;
mod laws;
mod links;
mod perplexity;
mod sessions;
mod textbooks;
mod tidy;
