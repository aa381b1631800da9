//! Does the model keep its promises, run natively?

mod charts;
mod crowd;
mod engine;
mod explanation;
mod future;
mod golden;
mod influences;
mod laws;
mod line;
mod links;
mod pairs;
mod perplexity;
mod sessions;
mod textbooks;
mod tidy;
mod worlds;
