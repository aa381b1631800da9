//! Normie Descent, the model: pure Rust that knows no browser, no clock and no global state.
//!
//! | module | the question it answers |
//! |---|---|
//! | [`chance`] | where does every random number come from? |
//! | [`belief`] | where in belief space is everybody? |
//! | [`items`] | what is asked, and how does a belief become an answer? |
//! | [`crowd`] | who is in the crowd? |
//! | [`drift`] | where does a day of reading take them? |
//! | [`worlds`] | which world is it? |
//! | [`tribes`] | who has ended up together, and how strange is everybody else? |
//! | [`perplexity`] | how surprising is a visitor to the simulated crowd? |
//! | [`survey`] | what does the predictor make of answers from elsewhere? |
//! | [`explanation`] | in how few words is somebody explained? |
//! | [`comparison`] | what do two people share, and where are they apart? |
//! | [`future`] | what does a feed do to the visitor? |
//! | [`link`] | what does a shared link say? |
//! | [`sitting`] | how far is a visitor through the quiz, and what does their browser keep of it? |
//! | [`wording`] | how are numbers said to a visitor? |
//! | [`chart`] | what does a picture look like? |
//! | [`card`] | what picture goes with a shared result? |
//! | [`protocol`] | what do page and worker say to each other? |
//! | [`session`] | what does the worker answer? |
//! | [`how`] | how is all of this explained, on a page that needs no program? |
//!
//! Below all of them, and in the browser only, stands `app`: what a visitor meets.

#[cfg(all(target_arch = "wasm32", feature = "screens"))]
pub mod app;
pub mod belief;
pub mod card;
pub mod chance;
pub mod chart;
pub mod comparison;
pub mod crowd;
pub mod drift;
pub mod explanation;
pub mod future;
#[cfg(not(target_arch = "wasm32"))]
pub mod how;
pub mod items;
pub mod link;
pub mod perplexity;
pub mod protocol;
pub mod session;
pub mod sitting;
pub mod survey;
pub mod tribes;
pub mod wording;
pub mod worlds;
