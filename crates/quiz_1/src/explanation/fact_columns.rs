//! Knowledge of a listener about the population: probabilities of each clause per respondent.

use crate::cluster_names::{Prototype, PrototypeDirections};
use crate::population::Respondent;
use crate::questionnaire::{
    Answers, ItemModel, QuestionSet, REACH, RELIABILITY, STYLE_NODES, STYLE_SPREAD, Side,
};
use drift::rng::normal_cdf;

/// Probability of one clause for each respondent, and its binary logarithm.
pub(super) struct Column {
    pub fits: Vec<f32>,
    pub log: Vec<f32>,
}

impl Column {
    fn new(fits: Vec<f32>) -> Column {
        let log = fits.iter().map(|&p| libm::log2f(p)).collect();
        Column { fits, log }
    }
}

/// One respondent's nearest prototype and answers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    pub label: Prototype,
    pub answers: Answers,
}

impl Facts {
    /// Whether the respondent has this label; `None` matches everyone.
    pub(super) fn is_called(&self, label: Option<Prototype>) -> bool {
        label.is_none_or(|label| label == self.label)
    }

    /// Whether the respondent takes this side.
    pub(super) fn takes(&self, side: Side) -> bool {
        side.is_taken_by(&self.answers)
    }
}

/// Columns of all clauses over the population, and the respondents' own answers, by which matches are counted.
pub(super) struct Columns {
    pub labels: Vec<Column>,
    sides: Vec<[Column; 2]>,
    pub facts: Vec<Facts>,
}

impl Columns {
    /// Columns over the first `people` respondents of `seed` and the items of `set`.
    pub(super) fn new(set: &'static QuestionSet, seed: u64, people: usize) -> Columns {
        let (models, directions) = (set.models(), PrototypeDirections::default());
        let crowd: Vec<Respondent> = (0..people).map(|n| Respondent::nth(seed, n)).collect();
        let mut belonging = vec![vec![0.0; people]; Prototype::ALL.len()];
        for (n, person) in crowd.iter().enumerate() {
            let chances = directions.belonging(&person.factors);
            belonging.iter_mut().zip(chances).for_each(|(column, chance)| column[n] = chance as f32);
        }
        let sides = models.iter().map(|model| {
            let chance = Curves::new(model);
            let means: Vec<f64> = crowd.iter().map(|person| model.shared(&person.factors)).collect();
            [false, true].map(|upper| Column::new(means.iter().map(|&m| chance.at(upper, m)).collect()))
        });
        let facts = crowd.iter().map(|person| Facts {
            label: directions.nearest(&person.factors),
            answers: person.answers(&models, 0),
        });
        Columns {
            labels: belonging.into_iter().map(Column::new).collect(),
            sides: sides.collect(),
            facts: facts.collect(),
        }
    }

    /// Probability of each respondent to take a side.
    pub(super) fn side(&self, side: Side) -> &Column {
        &self.sides[usize::from(side.question)][usize::from(side.upper)]
    }
}

/// Points of a curve from −[`REACH`] to [`REACH`].
const POINTS: usize = 201;
const SPACING: f64 = 2.0 * REACH / (POINTS - 1) as f64;

/// Probabilities of both sides of an item as functions of the common part of the latent response; response styles and
/// unique factors are integrated out.
struct Curves([[f32; POINTS]; 2]);

impl Curves {
    fn new(model: &ItemModel) -> Curves {
        let spread = f64::sqrt(model.unique_sd * model.unique_sd + 1.0 - RELIABILITY);
        let [_, lower, upper, _] = model.thresholds;
        let chance = |beyond: &dyn Fn(f64) -> f64| {
            let each = |(g, w): (f64, f64)| w * normal_cdf(beyond(libm::exp(STYLE_SPREAD * g)) / spread);
            STYLE_NODES.iter().map(|&node| each(node)).sum::<f64>() as f32
        };
        let belief = |point: usize| SPACING * point as f64 - REACH;
        Curves([
            core::array::from_fn(|point| chance(&|stretch| lower * stretch - belief(point))),
            core::array::from_fn(|point| chance(&|stretch| belief(point) - upper * stretch)),
        ])
    }

    fn at(&self, upper: bool, belief: f64) -> f32 {
        let points = &self.0[usize::from(upper)];
        let at = ((belief + REACH) / SPACING).clamp(0.0, (POINTS - 2) as f64 + 0.999);
        let below = at as usize;
        points[below] + (at - below as f64) as f32 * (points[below + 1] - points[below])
    }
}
