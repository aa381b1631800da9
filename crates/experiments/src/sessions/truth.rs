//! What differs between simulated respondents and the model that scores them.

use crate::domains::SESSIONS;
use drift::rng::{StreamKey, normal};
use perplexity::item_bank::{ITEM_COUNT, ITEMS, ItemParameters};
use perplexity::response_model::RELIABILITY;

/// What differs between respondents and the model that scores them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Truth {
    /// Standard deviation of the error of each loading.
    pub loading_error: f64,
    /// Spread of response styles, as a multiple of the model's.
    pub style: f64,
}

impl Truth {
    /// Respondents as the model has them.
    pub const AS_MODELLED: Truth = Truth { loading_error: 0.0, style: 1.0 };
    /// Loadings off by .05, style spread .35 where the model has .25.
    pub const MISSPECIFIED: Truth = Truth { loading_error: 0.05, style: 1.4 };

    /// Items by which respondents answer. Communalities are capped at the reliability.
    pub fn items(self, seed: u64) -> [ItemParameters; ITEM_COUNT] {
        let mut stream = StreamKey::new(seed, SESSIONS).stream(0);
        ITEMS.each_ref().map(|item| {
            let mut item = *item;
            item.loadings.iter_mut().for_each(|l| *l += self.loading_error * normal(&mut stream));
            let communality = item.communality();
            if communality > RELIABILITY {
                let shrink = f64::sqrt(RELIABILITY / communality);
                item.loadings.iter_mut().for_each(|l| *l *= shrink);
            }
            item
        })
    }
}
