//! Does the model keep its promises, run natively?

mod crowd;
mod links;
mod perplexity;
mod tidy;
