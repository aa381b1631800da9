//! What do listeners know about the crowd?

use crate::chance::distribution;
use crate::crowd::Person;
use crate::items::{Answers, ItemModel, REACH, RELIABILITY, STYLE_NODES, STYLE_SPREAD, Side, item_models};
use crate::tribes::{Corners, Prototype};

/// How well each person of the crowd fits one clause: probabilities, and their binary logarithms.
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

/// What is true of one person of the crowd, when they are asked: whom they belong to, and what they answer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    pub label: Prototype,
    pub answers: Answers,
}

impl Facts {
    /// Whether somebody has this label; without one, everybody will do.
    pub fn is_called(&self, label: Option<Prototype>) -> bool {
        label.is_none_or(|label| label == self.label)
    }

    pub fn takes(&self, side: Side) -> bool {
        side.is_taken_by(&self.answers)
    }
}

/// A crowd as listeners know it. Who matches a sentence is counted among the same people's own answers.
pub(super) struct Columns {
    pub labels: Vec<Column>,
    sides: Vec<[Column; 2]>,
    pub facts: Vec<Facts>,
}

impl Columns {
    /// The first `people` people of the crowd of `seed`.
    pub fn new(seed: u64, people: usize) -> Columns {
        let (models, corners) = (item_models(), Corners::default());
        let crowd: Vec<Person> = (0..people).map(|n| Person::nth(seed, n)).collect();
        let mut belonging = vec![vec![0.0; people]; Prototype::ALL.len()];
        for (n, person) in crowd.iter().enumerate() {
            let chances = corners.belonging(&person.factors);
            belonging.iter_mut().zip(chances).for_each(|(column, chance)| column[n] = chance as f32);
        }
        let sides = models.iter().map(|model| {
            let chance = Curves::new(model);
            let means: Vec<f64> = crowd.iter().map(|person| model.shared(&person.factors)).collect();
            [false, true].map(|upper| Column::new(means.iter().map(|&m| chance.at(upper, m)).collect()))
        });
        let facts = crowd.iter().map(|person| Facts {
            label: corners.nearest(&person.factors),
            answers: person.answers(&models, 0),
        });
        Columns {
            labels: belonging.into_iter().map(Column::new).collect(),
            sides: sides.collect(),
            facts: facts.collect(),
        }
    }

    /// The chance of each person to take a side.
    pub fn side(&self, side: Side) -> &Column {
        &self.sides[usize::from(side.question)][usize::from(side.upper)]
    }
}

/// Points of a curve from −REACH to REACH.
const POINTS: usize = 201;
const SPACING: f64 = 2.0 * REACH / (POINTS - 1) as f64;

/// The chances of both sides of a question as functions of the shared belief, styles and quirks averaged out.
struct Curves([[f32; POINTS]; 2]);

impl Curves {
    fn new(model: &ItemModel) -> Curves {
        let spread = f64::sqrt(model.quirk * model.quirk + 1.0 - RELIABILITY);
        let [_, lower, upper, _] = model.cuts;
        let chance = |beyond: &dyn Fn(f64) -> f64| {
            let each = |(g, w): (f64, f64)| w * distribution(beyond(libm::exp(STYLE_SPREAD * g)) / spread);
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
