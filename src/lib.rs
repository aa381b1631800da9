//! Normie Descent, the model: pure Rust that knows no browser, no clock and no global state.
//!
//! | module | the question it answers |
//! |---|---|
//! | [`chance`] | where does every random number come from? |
//! | [`belief`] | where in belief space is everybody? |

pub mod belief;
pub mod chance;
