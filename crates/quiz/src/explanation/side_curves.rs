//! Probability of taking a side of an item as a function of the common part of the latent response.

use perplexity::item_bank::{ITEMS, ItemParameters};
use perplexity::response_model::{STYLE_NODES, stretch};

use super::people::People;
use drift::rng::normal_cdf;

/// Common parts beyond ± this many standard deviations of the latent response count as this.
const REACH: f32 = 6.0;

/// Points of a curve from −[`REACH`] to [`REACH`]. Linear interpolation errs by less than .0004.
const POINTS: usize = 241;

/// Points per unit of the common part.
const DENSITY: f32 = (POINTS - 1) as f32 / (2.0 * REACH);

/// Least probability of a side, so that no side is impossible.
const LEAST: f64 = 1e-12;

/// Curves of both sides of every item of the bank. Unique factors, response errors and response styles are integrated out.
pub(super) struct SideCurves(Vec<[[f32; POINTS]; 2]>);

impl SideCurves {
    /// Curves of the bank. Costs some 240 000 normal distribution functions.
    pub(super) fn new() -> SideCurves {
        SideCurves(ITEMS.iter().map(curves).collect())
    }

    /// Writes the probability of taking a side of `item` of the bank for each of `people`, as many as there are rows.
    pub(super) fn write(&self, item: usize, upper: bool, people: &People, chances: &mut [f32]) {
        let points = &self.0[item][usize::from(upper)];
        people.write_common_parts(&ITEMS[item].loadings, chances);
        for chance in chances {
            let at = ((*chance + REACH) * DENSITY).clamp(0.0, (POINTS - 2) as f32);
            let below = at as usize;
            *chance = points[below] + (at - below as f32) * (points[below + 1] - points[below]);
        }
    }
}

/// Probabilities of the lower and the upper side at each point.
fn curves(item: &ItemParameters) -> [[f32; POINTS]; 2] {
    let [_, lower, upper, _] = item.thresholds;
    let precision = 1.0 / f64::sqrt(1.0 - item.communality());
    let nodes = STYLE_NODES.map(|(style, weight)| (stretch(style), weight));
    let chance = |beyond: &dyn Fn(f64) -> f64| {
        let sum = nodes.iter().fold(0.0, |sum, &(s, w)| sum + w * normal_cdf(beyond(s) * precision));
        sum.max(LEAST) as f32
    };
    let common_part = |point: usize| f64::from(point as f32 / DENSITY - REACH);
    [
        core::array::from_fn(|point| chance(&|stretch| lower * stretch - common_part(point))),
        core::array::from_fn(|point| chance(&|stretch| common_part(point) - upper * stretch)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cluster_names::PrototypeDirections;
    use perplexity::item_bank::{CATEGORIES, FACTORS};
    use perplexity::respondent::SimulatedRespondent;
    use perplexity::response_model::ItemAt;

    #[test]
    fn a_curve_is_the_response_model_without_its_style() {
        let factors: Vec<[f64; FACTORS]> =
            (0..40).map(|n| SimulatedRespondent::nth(6, n).factors().map(|f| 1.5 * f)).collect();
        let people = People::new(&PrototypeDirections::default(), &factors);
        let (curves, mut chances) = (SideCurves::new(), vec![0.0; people.rows()]);
        for (at, item) in ITEMS.iter().enumerate() {
            for upper in [false, true] {
                curves.write(at, upper, &people, &mut chances);
                for (person, &chance) in factors.iter().zip(&chances) {
                    let given = |(g, w): (f64, f64)| {
                        let [a, b, c, d, e, f, h, i] = *person;
                        let parameters = [a, b, c, d, e, f, h, i, g];
                        let model = ItemAt::new(&item.loadings, &item.thresholds, &parameters, stretch(g));
                        let side = if upper { [CATEGORIES - 2, CATEGORIES - 1] } else { [0, 1] };
                        w * side.map(|category| model.probability(category)).iter().sum::<f64>()
                    };
                    let exact: f64 = STYLE_NODES.map(given).iter().sum();
                    assert!((f64::from(chance) - exact).abs() < 4e-4, "{at} {upper}: {chance} {exact}");
                }
            }
        }
    }
}
