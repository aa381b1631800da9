//! A year on the feed.

use thiserror::Error;

use super::outlook;
use super::visitor::Visitor;
use crate::belief::BeliefsError;
use crate::crowd::{Axes, AxesError, draw};
use crate::drift::{DriftError, Params, PersonId, Traits, World};
use crate::items::{ASKED, Answers, ItemModel, RELIABILITY, Step, item_models};
use crate::perplexity::Predictor;

/// The visitor in a world of [`Year::PEOPLE`] simulated people with [`Year::DIMS`] beliefs each.
pub struct Year {
    world: World,
    visitor: PersonId,
    /// The visitor on day 0.
    known: Visitor,
    answers: Answers,
    models: [ItemModel; ASKED.len()],
    /// Length of one standard deviation along the first principal direction of day 0.
    unit: f32,
}

/// A year that cannot be lived.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum YearError {
    /// The dimensions are not to be had.
    #[error(transparent)]
    Axes(#[from] AxesError),
    /// The memory is not to be had.
    #[error(transparent)]
    Beliefs(#[from] BeliefsError),
    /// The world refuses.
    #[error(transparent)]
    Drift(#[from] DriftError),
}

impl Year {
    /// People in the visitor's world, the first ones of the crowd that predicts.
    pub const PEOPLE: usize = 4_000;

    /// Beliefs each of them has; the first 34 are the bank's items.
    pub const DIMS: usize = 512;

    /// Day 0 with the visitor in it. `today` is the crowd of `seed`.
    pub fn open(seed: u64, today: &Predictor, answers: &Answers) -> Result<Year, YearError> {
        let axes = Axes::new(seed, Year::DIMS)?;
        let models = item_models();
        let mut world = World::new(draw(seed, Year::PEOPLE, &axes)?, Params::default(), seed)?;
        let known = Visitor::new(seed, today, &models, answers);
        let visitor = world.add_guest(&known.row(seed, &axes), Traits::default(), 0)?;
        let along: f64 =
            (0..Year::PEOPLE).map(|n| f64::from(world.embedding().padded(n)[0])).map(|z| z * z).sum();
        let unit = f64::sqrt(along / Year::PEOPLE as f64) as f32;
        Ok(Year { world, visitor, known, answers: *answers, models, unit })
    }

    /// One day passes.
    pub fn step(&mut self) {
        self.world.step();
    }

    /// The world around the visitor.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// Where the visitor is among the recommender's coordinates.
    pub fn coordinates(&self) -> &[f32] {
        self.world.coordinates(self.visitor).expect("the visitor moved in when the year was opened")
    }

    /// What the visitor would answer today: the same noise, other beliefs. Passes stay passes.
    pub fn answers(&self) -> Answers {
        let in_world = |row: Result<&[f32], DriftError>, bank: usize| {
            f64::from(row.expect("the visitor moved in when the year was opened")[bank])
        };
        let mut now = self.answers;
        for (q, question) in ASKED.iter().enumerate() {
            let moved = in_world(self.world.belief(self.visitor), question.bank)
                - in_world(self.world.anchor(self.visitor), question.bank);
            let direction = if question.flipped { -1.0 } else { 1.0 };
            let y = self.known.latent[q] + direction * f64::sqrt(RELIABILITY) * moved;
            now.0[q] = self.answers.get(q).map(|_| self.step_of(q, y));
        }
        now
    }

    fn step_of(&self, question: usize, y: f64) -> Step {
        let inside = |step: &Step| {
            let [low, high] = self.models[question].bounds(step.index(), self.known.style);
            low < y && y <= high
        };
        Step::ALL.into_iter().find(inside).expect("the steps' bounds cover all numbers")
    }

    /// Identity bits of `answers` in the crowd of this day.
    pub fn bits_that_day(&self, answers: &Answers) -> f64 {
        outlook::predictor(&self.world, &self.models).posterior(answers).identity_bits()
    }

    /// The crowd on the flat map, x and y in turn, and the visitor: the first two principal directions of day
    /// 0, in standard deviations of the first.
    pub fn map(&self) -> (Vec<f32>, [f32; 2]) {
        let flat = |z: &[f32]| [z[0] / self.unit, z[1] / self.unit];
        let points = (0..Year::PEOPLE).flat_map(|n| flat(self.world.embedding().padded(n))).collect();
        (points, flat(self.coordinates()))
    }

    /// Share of all squared distances between people that the flat map keeps today.
    pub fn kept(&self) -> f32 {
        let embedding = self.world.embedding();
        let flat: f64 = (0..2).map(|d| variance((0..Year::PEOPLE).map(|n| embedding.padded(n)[d]))).sum();
        let beliefs = self.world.beliefs();
        let mut sums = vec![0.0f64; Year::DIMS];
        let mut squares = 0.0;
        for row in beliefs.rows() {
            for (sum, &x) in sums.iter_mut().zip(row) {
                *sum += f64::from(x);
                squares += f64::from(x) * f64::from(x);
            }
        }
        let n = Year::PEOPLE as f64;
        let all = squares / n - sums.iter().map(|s| (s / n) * (s / n)).sum::<f64>();
        (flat / all) as f32
    }
}

fn variance(values: impl ExactSizeIterator<Item = f32>) -> f64 {
    let n = values.len() as f64;
    let (sum, squares) = values.fold((0.0, 0.0), |(sum, squares), x| {
        let x = f64::from(x);
        (sum + x, squares + x * x)
    });
    squares / n - (sum / n) * (sum / n)
}
