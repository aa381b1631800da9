//! Calibration and log score of the forecasts.

use drift::rng::{StreamKey, uniform};
use quiz::domains;
use quiz::population::SEED;
use quiz::questionnaire::{Answers, CATEGORIES, SET_1};
use rand::seq::SliceRandom;

use super::statistics::mean;
use super::visitors::Quiz;

/// One forecast and its outcome.
#[derive(Clone, Copy, Debug)]
pub struct ForecastOutcome {
    /// Number of answers known before.
    pub seen: usize,
    /// Forecast probabilities of the five response categories.
    pub forecast: [f64; CATEGORIES],
    /// The category that was answered.
    pub step: usize,
    /// Surprisal of the answer by the item's marginal shares, in bits.
    pub share_bits: f64,
    /// Randomised probability integral transform, uniform if the forecasts are calibrated.
    pub transform: f64,
}

impl ForecastOutcome {
    /// Surprisal of the answer, in bits.
    pub fn bits(&self) -> f64 {
        -libm::log2(self.forecast[self.step])
    }

    /// Expected surprisal: the entropy of the forecast, in bits.
    pub fn expected_bits(&self) -> f64 {
        self.forecast.iter().filter(|&&p| p > 0.0).fold(0.0, |sum, p| sum - p * libm::log2(*p))
    }

    /// Whether the likeliest category was the answer.
    pub fn is_likeliest(&self) -> bool {
        self.forecast.iter().all(|&p| p <= self.forecast[self.step])
    }

    /// Whether the likelier side was the answer's; `None` for a neutral answer.
    pub fn sides(&self) -> Option<bool> {
        let [a, b, _, d, e] = self.forecast;
        (self.step != 2).then_some((d + e > a + b) == (self.step > 2))
    }
}

/// Forecasts every answer of these people from those before it, in a random order for each person.
pub fn outcomes(quiz: &Quiz, people: &[Answers]) -> Vec<ForecastOutcome> {
    let mut outcomes = Vec::new();
    for (n, answers) in people.iter().enumerate() {
        let mut order: Vec<usize> = (0..SET_1.len()).collect();
        order.shuffle(&mut StreamKey::new(SEED, domains::ITEM_ORDER).stream(n));
        let mut ties = StreamKey::new(SEED, domains::TIES).at_step(1).stream(n);
        for (seen, (question, step, forecast)) in
            quiz.predictor.course(answers, order).into_iter().enumerate()
        {
            let step = step.index();
            let below: f64 = forecast[..step].iter().sum();
            outcomes.push(ForecastOutcome {
                seen,
                forecast,
                step,
                share_bits: -libm::log2(SET_1.items()[question].shares()[step]),
                transform: below + uniform(&mut ties) * forecast[step],
            });
        }
    }
    outcomes
}

/// Means at one number of known answers.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Number of known answers.
    pub seen: usize,
    /// Mean surprisal of an answer, in bits.
    pub bits: f64,
    /// Mean surprisal by marginal shares, in bits.
    pub share_bits: f64,
    /// Mean expected surprisal, in bits.
    pub expected_bits: f64,
    /// Rate at which the likeliest category is the answer.
    pub likeliest: f64,
}

/// One row for every number of known answers.
pub fn by_seen(outcomes: &[ForecastOutcome]) -> Vec<Row> {
    (0..SET_1.len())
        .map(|seen| {
            let those: Vec<&ForecastOutcome> =
                outcomes.iter().filter(|outcome| outcome.seen == seen).collect();
            let of = |value: &dyn Fn(&ForecastOutcome) -> f64| {
                mean(&those.iter().map(|o| value(o)).collect::<Vec<_>>())
            };
            Row {
                seen,
                bits: of(&ForecastOutcome::bits),
                share_bits: of(&|o| o.share_bits),
                expected_bits: of(&ForecastOutcome::expected_bits),
                likeliest: of(&|o| f64::from(u8::from(o.is_likeliest()))),
            }
        })
        .collect()
}

/// Reliability diagram in `bins` equal bins: mean forecast, observed frequency, and number of forecasts.
pub fn reliability(outcomes: &[ForecastOutcome], bins: usize) -> Vec<[f64; 3]> {
    let mut sums = vec![[0.0; 3]; bins];
    for outcome in outcomes {
        for (step, &p) in outcome.forecast.iter().enumerate() {
            let sum = &mut sums[((p * bins as f64) as usize).min(bins - 1)];
            sum[0] += p;
            sum[1] += f64::from(u8::from(step == outcome.step));
            sum[2] += 1.0;
        }
    }
    sums.retain(|sum| sum[2] > 0.0);
    sums.into_iter().map(|[p, came, n]| [p / n, came / n, n]).collect()
}

/// Histogram of transforms: shares in ten equal bins.
pub fn histogram(transforms: impl Iterator<Item = f64>) -> [f64; 10] {
    let mut counts = [0.0; 10];
    transforms.for_each(|t| counts[((t * 10.0) as usize).min(9)] += 1.0);
    let all: f64 = counts.iter().sum();
    counts.map(|count| count / all)
}
