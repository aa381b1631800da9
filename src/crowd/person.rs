//! One simulated person.

use crate::chance::{Chance, Purpose, Stream, normal};
use crate::items::{ASKED, Answers, FACTORS, ItemModel, RELIABILITY, Step};

/// A simulated person: who they are before anybody asks.
#[derive(Clone, Debug)]
pub struct Person {
    seed: u64,
    number: usize,
    /// Coordinates f on the six factors, standard normal each.
    pub factors: [f64; FACTORS],
    /// Response style g, standard normal: above nought keeps to the middle, below uses the end points.
    pub style: f64,
}

impl Person {
    /// Person `number` of the crowd that `seed` stands for.
    pub fn nth(seed: u64, number: usize) -> Person {
        let mut stream = Chance::new(seed, Purpose::Factors).of(number);
        let factors = core::array::from_fn(|_| normal(&mut stream));
        let style = normal(&mut Chance::new(seed, Purpose::Style).of(number));
        Person { seed, number, factors, style }
    }

    /// Their stable quirks, standard normal: one after the other in the order of the dimensions.
    pub fn quirks(&self) -> Stream {
        Chance::new(self.seed, Purpose::Quirks).of(self.number)
    }

    /// What they answer to the 24 questions on one `occasion`; another occasion draws fresh noise only.
    pub fn answers(&self, models: &[ItemModel; ASKED.len()], occasion: u32) -> Answers {
        let latent = self.latent(models, occasion);
        Answers(core::array::from_fn(|q| Step::new(models[q].step(latent[q], self.style))))
    }

    /// The same before it is cut into steps, in units of `y*`.
    pub fn latent(&self, models: &[ItemModel; ASKED.len()], occasion: u32) -> [f64; ASKED.len()] {
        let mut quirks = self.quirks();
        let of_bank: [f64; crate::items::BANK.len()] = core::array::from_fn(|_| normal(&mut quirks));
        // The wording's own part of a twin's quirk has a place of its own, so that no dimension shares it.
        let mut of_wording = Chance::new(self.seed, Purpose::Quirks).on(1).of(self.number);
        let mut noise = Chance::new(self.seed, Purpose::Answering).on(occasion).of(self.number);
        core::array::from_fn(|q| {
            let (question, model) = (&ASKED[q], &models[q]);
            let mut quirk = of_bank[question.bank];
            if question.flipped {
                let c = model.twin_quirk;
                quirk = -(c * quirk + f64::sqrt(1.0 - c * c) * normal(&mut of_wording));
            }
            model.shared(&self.factors)
                + model.quirk * quirk
                + f64::sqrt(1.0 - RELIABILITY) * normal(&mut noise)
        })
    }
}
