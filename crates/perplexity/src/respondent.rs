//! Simulated respondents: factor scores, response style, unique factors, responses.

use crate::consistency::PAIR_AGREEMENT;
use crate::domains;
use crate::item_bank::{FACTORS, ITEM_COUNT, ITEMS, ItemParameters};
use crate::response_model::{PARAMETERS, PersonParameters, RELIABILITY, factors, stretch};
use drift::rng::{Stream, StreamKey, normal};

/// A simulated respondent of a population that is named by a seed.
#[derive(Clone, Debug, PartialEq)]
pub struct SimulatedRespondent {
    seed: u64,
    number: usize,
    /// Factor scores, then the response style, standard normal each.
    pub parameters: PersonParameters,
}

impl SimulatedRespondent {
    /// Respondent `number` of the population of `seed`, the same whichever others are drawn.
    pub fn nth(seed: u64, number: usize) -> SimulatedRespondent {
        let mut stream = StreamKey::new(seed, domains::RESPONDENTS).stream(number);
        let parameters: [f64; PARAMETERS] = core::array::from_fn(|_| normal(&mut stream));
        SimulatedRespondent { seed, number, parameters }
    }

    /// Factor scores.
    pub fn factors(&self) -> &[f64; FACTORS] {
        factors(&self.parameters)
    }

    /// Stream of the unique factors: one standard normal deviate per dimension of a world, those of the items first.
    pub fn unique_factors(&self) -> Stream {
        StreamKey::new(self.seed, domains::UNIQUE_FACTORS).stream(self.number)
    }

    /// Categories that the respondent chooses for all items of the bank on one `occasion`; another occasion draws new
    /// response errors only.
    pub fn responses(&self, occasion: u32) -> [u8; ITEM_COUNT] {
        self.responses_by(occasion, &ITEMS, 1.0)
    }

    /// Category that the respondent chooses on one `occasion` for the reverse-keyed statement of an item, toward the bank's upper
    /// pole.
    ///
    /// # Panics
    ///
    /// When the bank has no such item.
    pub fn reversed_response(&self, occasion: u32, item: usize) -> u8 {
        let unique = self.unique_factors_of_items()[item];
        let wording = StreamKey::new(self.seed, domains::WORDING);
        let own = normal(&mut wording.stream(self.number * ITEM_COUNT + item));
        let error = normal(&mut wording.at_step(1 + occasion).stream(self.number * ITEM_COUNT + item));
        let item = &ITEMS[item];
        let shared = item.shared(self.factors());
        let unique_variance = (RELIABILITY - item.communality()).max(1e-12);
        // Correlation of the two unique factors.
        let same = ((PAIR_AGREEMENT * RELIABILITY - item.communality()) / unique_variance).clamp(0.0, 1.0);
        let unique = same * unique + f64::sqrt(1.0 - same * same) * own;
        let latent = shared + f64::sqrt(unique_variance) * unique + f64::sqrt(1.0 - RELIABILITY) * error;
        let stretch = stretch(self.parameters[FACTORS]);
        item.category(latent, stretch) as u8
    }

    /// Unique factors of the items of the bank.
    fn unique_factors_of_items(&self) -> [f64; ITEM_COUNT] {
        let mut unique = self.unique_factors();
        core::array::from_fn(|_| normal(&mut unique))
    }

    /// [`SimulatedRespondent::responses`] where respondents have other loadings than the bank, or the scale of thresholds spreads `style` times as
    /// far. Communalities are capped at the reliability.
    pub fn responses_by(
        &self,
        occasion: u32,
        items: &[ItemParameters; ITEM_COUNT],
        style: f64,
    ) -> [u8; ITEM_COUNT] {
        let mut unique = self.unique_factors();
        let mut errors =
            StreamKey::new(self.seed, domains::RESPONSE_ERRORS).at_step(occasion).stream(self.number);
        let stretch = stretch(style * self.parameters[FACTORS]);
        core::array::from_fn(|at| {
            let item = &items[at];
            let latent = item.shared(self.factors())
                + item.unique_sd() * normal(&mut unique)
                + f64::sqrt(1.0 - RELIABILITY) * normal(&mut errors);
            item.category(latent, stretch) as u8
        })
    }
}

/// Responses of a simulated respondent to these items, for tests.
#[cfg(test)]
pub(crate) fn observations(
    person: usize,
    items: core::ops::Range<usize>,
) -> Vec<crate::response_model::Observation<'static>> {
    let responses = SimulatedRespondent::nth(5, person).responses(0);
    let observed =
        |item: usize| crate::response_model::Observation::of_bank(item, usize::from(responses[item]));
    items.map(observed).collect()
}
