//! What a friend tells about a respondent: how much likelier the friend's posterior makes each draw of the respondent's.

use super::target::Target;
use crate::cluster_names::{Prototype, PrototypeDirections};
use crate::domains;
use crate::questionnaire::Answers;
use drift::rng::{StreamKey, normal};
use perplexity::item_bank::FACTORS;
use perplexity::posterior::PosteriorDraws;
use perplexity::symmetric::{Cholesky, Square, dot, times};

/// Weight of a friend against the whole population.
///
/// The maximum-likelihood weight for the answers of one of two neighbours given the other's is .94 for 24 answers each and
/// .93 for 48; neighbours are pairs as a recommender makes them, a respondent and the nearest of 32 others. This weight
/// makes the answers likelier by .8 and 1.2 bits, a tenth of a bit less than the best, and leaves room for friends who are
/// no neighbours.
pub const FRIEND_WEIGHT: f64 = 0.7;

/// Correlation of the factor scores of friends. In eight dimensions the nearest of 32 is not near: at a correlation of 1 the
/// posterior of a neighbour says less than nothing about that of a respondent (−.7 bits for 48 answers), at this one .6
/// bits; at .7, .8 and .9 the answers become likelier by 1.21, 1.25 and 1.16 bits.
const FRIEND_CORRELATION: f64 = 0.8;

/// A friend whom the listener knows.
pub(super) struct Friend<'a> {
    pub answers: &'a Answers,
    /// Draws of the friend's posterior.
    own: Target,
    /// Draws of who is a friend of the friend's.
    pub draws: Target,
}

impl<'a> Friend<'a> {
    /// A friend with these answers and this posterior.
    pub(super) fn new(
        directions: &PrototypeDirections,
        posterior: &PosteriorDraws,
        answers: &'a Answers,
    ) -> Friend<'a> {
        let own = Target::new(directions, posterior);
        let rest = f64::sqrt(1.0 - FRIEND_CORRELATION * FRIEND_CORRELATION);
        let key = StreamKey::new(0, domains::FRIENDS);
        let friends = own.scores.iter().enumerate().map(|(n, scores)| {
            let mut stream = key.stream(n);
            scores.map(|score| FRIEND_CORRELATION * score + rest * normal(&mut stream))
        });
        let draws = Target::of(directions, friends.collect(), own.weights.clone());
        Friend { answers, own, draws }
    }

    /// Information gain about a respondent, bits, of a listener who knows the population and then mixes the friend in with
    /// weight [`FRIEND_WEIGHT`]: the decrease of the divergence of the respondent's posterior from the listener's
    /// distribution. Zero where nothing is known of the friend's place.
    pub(super) fn gain(&self, respondent: &Target) -> f64 {
        let Some(ratio) = PosteriorRatio::new(&self.draws) else { return 0.0 };
        let draws = respondent.scores.iter().zip(&respondent.weights);
        let mixed = |draw| 1.0 - FRIEND_WEIGHT + FRIEND_WEIGHT * ratio.at(draw);
        draws.fold(0.0, |sum, (draw, weight)| sum + weight * libm::log2(mixed(draw)))
    }

    /// Mean log2-probability of a label for the friend, bits.
    pub(super) fn fit_of_label(&self, label: Prototype) -> f64 {
        self.own.fit_of_label(label)
    }
}

/// Posterior of factor scores relative to the population: the normal distribution of its mean and covariance, divided by the
/// standard normal one. The response style is no part of it.
struct PosteriorRatio {
    mean: [f64; FACTORS],
    precision: Square<FACTORS>,
    half_log_determinant: f64,
}

impl PosteriorRatio {
    /// Ratio of a posterior that is given as draws. `None` where their covariance is singular, as when one draw has all
    /// weight.
    fn new(draws: &Target) -> Option<PosteriorRatio> {
        let draws = || draws.scores.iter().zip(&draws.weights);
        let mut mean = [0.0; FACTORS];
        for (draw, weight) in draws() {
            mean.iter_mut().zip(draw).for_each(|(mean, score)| *mean += weight * score);
        }
        let mut covariance = [[0.0; FACTORS]; FACTORS];
        for (draw, weight) in draws() {
            for (i, row) in covariance.iter_mut().enumerate() {
                for (j, entry) in row.iter_mut().enumerate() {
                    *entry += weight * (draw[i] - mean[i]) * (draw[j] - mean[j]);
                }
            }
        }
        let factor = Cholesky::of(&covariance)?;
        let half_log_determinant = 0.5 * factor.log_determinant();
        Some(PosteriorRatio { mean, precision: factor.inverse(), half_log_determinant })
    }

    /// Density of the posterior at factor scores over that of the population.
    fn at(&self, scores: &[f64; FACTORS]) -> f64 {
        let offset = core::array::from_fn(|k| scores[k] - self.mean[k]);
        let distance = dot(&offset, &times(&self.precision, &offset));
        libm::exp(0.5 * (dot(scores, scores) - distance) - self.half_log_determinant)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::SET_2;
    use perplexity::answers::{Answer, ItemAnswers};
    use perplexity::item_bank::ITEM_COUNT;
    use perplexity::likeness::Likeness;
    use perplexity::respondent::SimulatedRespondent;
    use rand::seq::SliceRandom;

    const PAIRS: usize = 400;

    /// A friend of whom `length` answers to random items are known.
    fn friend_of(person: usize, length: usize) -> Friend<'static> {
        let responses = SimulatedRespondent::nth(8, person).responses(0);
        let mut items: Vec<usize> = (0..ITEM_COUNT).collect();
        items.shuffle(&mut StreamKey::new(8, domains::FRIENDS).stream(person));
        let mut answers = ItemAnswers::default();
        items[..length].iter().for_each(|&item| answers.set(item, Answer::Category(responses[item])));
        let posterior = PosteriorDraws::with_draws(&answers.observations(), 400);
        static NONE: Answers = Answers::none(&SET_2);
        Friend::new(&PrototypeDirections::default(), &posterior, &NONE)
    }

    /// Factor by which knowing one of a pair multiplies the probability of the other's answers: the overlap of their
    /// posteriors relative to the population.
    fn overlap(one: &Friend, other: &Friend) -> f64 {
        let ratio = PosteriorRatio::new(&other.draws).expect("a friend's posterior is regular");
        one.own
            .scores
            .iter()
            .zip(&one.own.weights)
            .fold(0.0, |sum, (draw, weight)| sum + weight * ratio.at(draw))
    }

    #[test]
    fn a_friend_weighs_what_makes_neighbours_likeliest() {
        let likeness = Likeness::default();
        let neighbours = |n: usize| {
            let place = |person: usize| *SimulatedRespondent::nth(8, person).factors();
            let apart = |&other: &usize| likeness.squared_distance(&place(33 * n), &place(other));
            let nearest = (33 * n + 1..33 * n + 33).min_by(|a, b| apart(a).total_cmp(&apart(b)));
            [33 * n, nearest.expect("there are 32")]
        };
        for length in [24, 48] {
            let overlaps: Vec<f64> = (0..PAIRS)
                .map(|n| {
                    let [one, other] = neighbours(n).map(|person| friend_of(person, length));
                    overlap(&one, &other)
                })
                .collect();
            let gain = |weight: f64| {
                overlaps.iter().map(|times| libm::log2(1.0 - weight + weight * times)).sum::<f64>()
                    / PAIRS as f64
            };
            let weights = (1..100).map(|k| 0.01 * f64::from(k));
            let best = weights.max_by(|a, b| gain(*a).total_cmp(&gain(*b))).expect("there are weights");
            println!(
                "{length} answers: best weight {best:.2}, {:.2} bits; at {FRIEND_WEIGHT}: {:.2}",
                gain(best),
                gain(FRIEND_WEIGHT)
            );
            assert!(gain(FRIEND_WEIGHT) > gain(best) - 0.12, "{best}");
            assert!(gain(FRIEND_WEIGHT) > 0.5);
        }
    }

    #[test]
    fn the_ratio_to_a_population_nothing_is_known_of_is_one() {
        let nobody = Target::new(&PrototypeDirections::default(), &PosteriorDraws::with_draws(&[], 6_000));
        let ratio = PosteriorRatio::new(&nobody).expect("the population is regular");
        for scores in &nobody.scores[..50] {
            assert!((libm::log2(ratio.at(scores))).abs() < 0.5, "{}", ratio.at(scores));
        }
    }
}
