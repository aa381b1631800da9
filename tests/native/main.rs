//! Does the model keep its promises, run natively?

mod asking;
mod calibration;
mod cards;
mod charts;
mod comparison;
mod crowd;
mod edges;
mod engine;
mod explanation;
mod future;
mod golden;
mod influences;
mod lab;
mod laws;
mod line;
mod links;
mod pairs;
mod perplexity;
mod sessions;
mod survey;
mod textbooks;
mod tidy;
mod told;
mod world_links;
mod worlds;
