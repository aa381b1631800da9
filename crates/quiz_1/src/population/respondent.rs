//! Simulated respondent: factor scores, response style, unique factors, answers.

use crate::domains;
use crate::questionnaire::{Answers, FACTORS, Item, ItemModel, ItemModels, RELIABILITY, Response};
use drift::rng::{Domain, Stream, StreamKey, normal};

/// A simulated respondent.
#[derive(Clone, Debug)]
pub struct Respondent {
    seed: u64,
    number: usize,
    /// Factor scores f, standard normal each.
    pub factors: [f64; FACTORS],
    /// Response style g, standard normal: positive styles prefer the middle, negative ones the end points.
    pub style: f64,
}

impl Respondent {
    /// Respondent `number` of the population of `seed`.
    pub fn nth(seed: u64, number: usize) -> Respondent {
        let mut stream = StreamKey::new(seed, Domain::INITIAL_OPINIONS).stream(number);
        let factors = core::array::from_fn(|_| normal(&mut stream));
        let style = normal(&mut StreamKey::new(seed, domains::RESPONSE_STYLE).stream(number));
        Respondent { seed, number, factors, style }
    }

    /// Stream of the unique factors: one standard normal deviate per dimension, in order.
    pub fn unique_factors(&self) -> Stream {
        StreamKey::new(self.seed, domains::UNIQUE_FACTORS).stream(self.number)
    }

    /// Answers to the items of the models' set on one `occasion`; another occasion draws new response errors only.
    pub fn answers(&self, models: &ItemModels, occasion: u32) -> Answers {
        let latent = self.latent(models, occasion);
        Answers::of(models.set(), |q| Response::new(models[q].category(latent[q], self.style)))
    }

    /// Latent responses `y*` to the items of the models' set on one `occasion`.
    pub fn latent(&self, models: &ItemModels, occasion: u32) -> Vec<f64> {
        let mut unique_factors = self.unique_factors();
        let of_bank: [f64; crate::questionnaire::BANK.len()] =
            core::array::from_fn(|_| normal(&mut unique_factors));
        // The part of a reverse-keyed item's unique factor that is the wording has a stream of its own.
        let mut of_wording =
            StreamKey::new(self.seed, domains::UNIQUE_FACTORS).at_step(1).stream(self.number);
        let mut noise = StreamKey::new(self.seed, domains::RESPONSES).at_step(occasion).stream(self.number);
        let latent = |(item, model): (&Item, &ItemModel)| {
            let mut unique_factor = of_bank[item.bank];
            if item.reverse_keyed {
                let c = model.pair_correlation;
                unique_factor = -(c * unique_factor + f64::sqrt(1.0 - c * c) * normal(&mut of_wording));
            }
            model.shared(&self.factors)
                + model.unique_sd * unique_factor
                + f64::sqrt(1.0 - RELIABILITY) * normal(&mut noise)
        };
        models.set().items().iter().zip(models.iter()).map(latent).collect()
    }
}
