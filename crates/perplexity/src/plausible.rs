//! Plausible values of a respondent: factor scores and unique factors drawn from their posterior (Mislevy, *Psychometrika* 56,
//! 1991). A visitor enters a world as several such selves.

use crate::answers::{Answer, ItemAnswers};
use crate::domains;
use crate::item_bank::{FACTORS, ITEM_COUNT, ITEMS};
use crate::posterior::PosteriorDraws;
use crate::response_model::{PersonParameters, RELIABILITY, factors, stretch};
use drift::rng::{StreamKey, normal, normal_cdf, normal_quantile, uniform};

/// One plausible self of a respondent.
#[derive(Clone, Debug, PartialEq)]
pub struct PlausibleSelf {
    /// Factor scores and response style.
    pub parameters: PersonParameters,
    /// Unique factors of the items, standard normal.
    pub unique_factors: [f64; ITEM_COUNT],
}

impl PlausibleSelf {
    /// Factor scores.
    pub fn factors(&self) -> &[f64; FACTORS] {
        factors(&self.parameters)
    }

    /// Stable part of the latent response to an item, without response error.
    ///
    /// # Panics
    ///
    /// When the bank has no such item.
    pub fn opinion(&self, item: usize) -> f64 {
        ITEMS[item].shared(self.factors()) + ITEMS[item].unique_sd() * self.unique_factors[item]
    }
}

/// `count` plausible selves of a respondent with these answers and this posterior. Draws are resampled systematically by their
/// weights, so that each self stands for the same share of the posterior; unique factors are drawn given the answer where
/// there is one, and from the population where there is none.
pub fn plausible_selves(
    posterior: &PosteriorDraws,
    answers: &ItemAnswers,
    count: usize,
) -> Vec<PlausibleSelf> {
    let key = StreamKey::new(0, domains::PLAUSIBLE_VALUES);
    let one = |(n, parameters): (usize, &PersonParameters)| {
        let mut stream = key.stream(n);
        let style = stretch(parameters[FACTORS]);
        let unique_factors = core::array::from_fn(|at| {
            let (deviate, share) = (normal(&mut stream), uniform(&mut stream));
            let category = match answers.get(at) {
                Answer::Category(category) => Some(usize::from(category)),
                Answer::Passed | Answer::NotAsked => None,
            };
            unique_factor(at, category, factors(parameters), style, deviate, share)
        });
        PlausibleSelf { parameters: *parameters, unique_factors }
    };
    posterior.resampled(count).enumerate().map(one).collect()
}

/// Unique factor of an item given the category chosen, if any: the rest of the latent response, `u·s + e`, is normal between
/// the bounds of the category, and the unique factor is a share of it and its own deviate.
fn unique_factor(
    at: usize,
    category: Option<usize>,
    factors: &[f64; FACTORS],
    stretch: f64,
    deviate: f64,
    share: f64,
) -> f64 {
    let item = &ITEMS[at];
    let unique_variance = (RELIABILITY - item.communality()).max(0.0);
    let Some(category) = category else { return deviate };
    let mean = item.shared(factors);
    let all = unique_variance + 1.0 - RELIABILITY;
    let spread = f64::sqrt(all);
    let below = |threshold: Option<&f64>, end: f64| {
        threshold.map_or(end, |threshold| normal_cdf((threshold * stretch - mean) / spread))
    };
    let low = category.checked_sub(1).map_or(0.0, |below_it| below(item.thresholds.get(below_it), 0.0));
    let high = below(item.thresholds.get(category), 1.0);
    let at = (low + share * (high - low)).clamp(1e-12, 1.0 - 1e-12);
    let rest = spread * normal_quantile(at);
    // s given the rest r: mean u·r/(u² + ε²), variance ε²/(u² + ε²).
    f64::sqrt(unique_variance) * rest / all + f64::sqrt((1.0 - RELIABILITY) / all) * deviate
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::respondent::SimulatedRespondent;

    fn answered() -> ItemAnswers {
        let responses = SimulatedRespondent::nth(8, 1).responses(0);
        let mut answers = ItemAnswers::default();
        (0..ITEM_COUNT).step_by(2).for_each(|item| answers.set(item, Answer::Category(responses[item])));
        answers
    }

    #[test]
    fn selves_are_spread_as_the_posterior_is() {
        let answers = answered();
        let posterior = PosteriorDraws::new(&answers.observations());
        let selves = plausible_selves(&posterior, &answers, 400);
        assert_eq!(selves.len(), 400);
        let mean = posterior.mean();
        for (k, &of_posterior) in mean.iter().enumerate() {
            let values = selves.iter().map(|own| own.parameters[k]);
            assert!((values.sum::<f64>() / 400.0 - of_posterior).abs() < 0.1, "{k}");
        }
    }

    #[test]
    fn a_self_would_mostly_answer_as_the_visitor_did() {
        let answers = answered();
        let posterior = PosteriorDraws::new(&answers.observations());
        let (mut near, mut all) = (0, 0);
        for own in plausible_selves(&posterior, &answers, 40) {
            for (at, category) in answers.answered() {
                let chosen = ITEMS[at].category(own.opinion(at), stretch(own.parameters[FACTORS]));
                all += 1;
                near += usize::from(chosen.abs_diff(category) <= 1);
            }
        }
        assert!(f64::from(near as u32) > 0.8 * f64::from(all as u32), "{near} of {all}");
    }

    #[test]
    fn where_nothing_was_answered_the_unique_factor_is_anybodys() {
        let answers = answered();
        let posterior = PosteriorDraws::new(&answers.observations());
        let values: Vec<f64> =
            plausible_selves(&posterior, &answers, 400).iter().map(|own| own.unique_factors[1]).collect();
        let mean = values.iter().sum::<f64>() / 400.0;
        let variance = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / 400.0;
        assert!(mean.abs() < 0.2 && (variance - 1.0).abs() < 0.25, "{mean} {variance}");
    }
}
