//! Are the forecasts as good as they say, and as good as they can be?

use normie_descent::chance::{Chance, Purpose, uniform};
use normie_descent::items::{ASKED, Answers, STEPS};
use normie_descent::session::SEED;
use normie_descent::survey::{Survey, simulated};
use rand::seq::SliceRandom;

use super::statistics::mean;
use super::visitors::Quiz;

/// One forecast and what came of it.
#[derive(Clone, Copy, Debug)]
pub struct Outcome {
    /// How many answers were known.
    pub seen: usize,
    /// The forecast of the five steps.
    pub forecast: [f64; STEPS],
    /// The step that was answered.
    pub step: usize,
    /// What it cost by the shares of the item.
    pub share_bits: f64,
    /// Randomised probability integral transform: uniform if the forecasts are right.
    pub transform: f64,
}

impl Outcome {
    /// What the answer cost.
    pub fn bits(&self) -> f64 {
        -libm::log2(self.forecast[self.step])
    }

    /// What the crowd itself expected it to cost.
    pub fn expected_bits(&self) -> f64 {
        self.forecast.iter().filter(|&&p| p > 0.0).fold(0.0, |sum, p| sum - p * libm::log2(*p))
    }

    /// Whether the likeliest step was the answer.
    pub fn is_likeliest(&self) -> bool {
        self.forecast.iter().all(|&p| p <= self.forecast[self.step])
    }

    /// Where a side was taken: whether the likelier side was that one, by forecast and by shares.
    pub fn sides(&self) -> Option<bool> {
        let [a, b, _, d, e] = self.forecast;
        (self.step != 2).then_some((d + e > a + b) == (self.step > 2))
    }
}

/// Every answer of these people foretold from those before, each in an order of their own.
pub fn outcomes(quiz: &Quiz, people: &[Answers]) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for (n, answers) in people.iter().enumerate() {
        let mut order: Vec<usize> = (0..ASKED.len()).collect();
        order.shuffle(&mut Chance::new(SEED, Purpose::Asking).of(n));
        let mut ties = Chance::new(SEED, Purpose::Ties).on(1).of(n);
        for (seen, (question, step, forecast)) in
            quiz.predictor.course(answers, order).into_iter().enumerate()
        {
            let step = step.index();
            let below: f64 = forecast[..step].iter().sum();
            outcomes.push(Outcome {
                seen,
                forecast,
                step,
                share_bits: -libm::log2(ASKED[question].shares()[step]),
                transform: below + uniform(&mut ties) * forecast[step],
            });
        }
    }
    outcomes
}

/// Means by number of answers known.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// How many were known.
    pub seen: usize,
    /// Bits an answer.
    pub bits: f64,
    /// Bits an answer by shares.
    pub share_bits: f64,
    /// Bits an answer that the crowd itself expected.
    pub expected_bits: f64,
    /// Rate of the likeliest step.
    pub likeliest: f64,
}

/// One row for every number of answers known.
pub fn by_seen(outcomes: &[Outcome]) -> Vec<Row> {
    (0..ASKED.len())
        .map(|seen| {
            let those: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.seen == seen).collect();
            let of =
                |value: &dyn Fn(&Outcome) -> f64| mean(&those.iter().map(|o| value(o)).collect::<Vec<_>>());
            Row {
                seen,
                bits: of(&Outcome::bits),
                share_bits: of(&|o| o.share_bits),
                expected_bits: of(&Outcome::expected_bits),
                likeliest: of(&|o| f64::from(u8::from(o.is_likeliest()))),
            }
        })
        .collect()
}

/// Forecast probabilities in `bins` equal bins: mean forecast, how often it came true, and how many there were.
pub fn reliability(outcomes: &[Outcome], bins: usize) -> Vec<[f64; 3]> {
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

/// Shares of transforms in ten equal bins.
pub fn histogram(transforms: impl Iterator<Item = f64>) -> [f64; 10] {
    let mut counts = [0.0; 10];
    transforms.for_each(|t| counts[((t * 10.0) as usize).min(9)] += 1.0);
    let all: f64 = counts.iter().sum();
    counts.map(|count| count / all)
}

/// An ideal predictor's table, see its first line: bits an answer by number of answers seen.
pub fn ideal() -> Vec<f64> {
    let text = include_str!("../../tests/data/ideal_predictor.csv");
    let rows = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
    let bits = |line: &str| line.split(',').nth(1)?.parse().ok();
    rows.map(|line| bits(line).expect("the table has numbers")).collect()
}

/// Bits an answer of the quiz's predictor by number of answers seen, on the ideal table's own 28 items and as many
/// people of our crowd as asked for.
pub fn on_the_ideal_s_items(people: usize) -> Vec<f64> {
    const CORE: usize = 28;
    let items: Vec<usize> = (0..CORE).collect();
    let first = normie_descent::perplexity::PEOPLE;
    let survey = Survey::new(SEED, simulated(SEED, first..first + people, &items), false);
    let mut sums = [0.0; CORE];
    for person in 0..people {
        let course = survey.course(person, 0);
        sums.iter_mut().zip(course).for_each(|(sum, guess)| *sum += guess.bits);
    }
    sums.map(|sum| sum / people as f64).to_vec()
}
