//! Does the model keep its promises, run natively?

mod crowd;
