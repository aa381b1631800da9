//! Where on a flat map is everybody?

use super::Year;
use crate::drift::squared_distance;
use crate::future::kinds::{Kind, Kinds};
use crate::future::report::TribeSeen;
use crate::tribes::{Name, typical};

impl Year {
    /// How far every life is from somewhere.
    pub(super) fn apart(&self, middle: &[f32]) -> Vec<f32> {
        let from = |&life| {
            let here = self.world.coordinates(life).expect("the visitor moved in when the year was opened");
            f32::sqrt(squared_distance(here, middle)) / self.world.spread()
        };
        self.lives.iter().map(from).collect()
    }

    /// Everybody by the name that fits them best, as the sentence counts them: the kinds that the crowd comes in before
    /// any day has passed, largest first; and the kind of each person.
    pub fn kinds(&self, seed: u64) -> (Vec<TribeSeen>, Vec<f32>) {
        let kinds = Kinds::of_the_crowd(seed, self.world.embedding());
        let typical = typical(self.world.beliefs(), kinds.found.len(), |person| Some(kinds.of(person)));
        let seen = |(kind, typical): (&Kind, _)| TribeSeen {
            name: Name::Known(kind.prototype),
            people: kind.people,
            at: self.flat(&kind.middle),
            typical,
            apart: self.apart(&kind.middle),
        };
        let seen = kinds.found.iter().zip(typical).map(seen).collect();
        (seen, (0..Year::PEOPLE).map(|person| kinds.of(person) as f32).collect())
    }

    /// The tribe of each person at the last survey, by its place among the survey's tribes; −1: a loner.
    pub fn membership(&self) -> Vec<f32> {
        (0..Year::PEOPLE).map(|person| self.tribes.of(person).map_or(-1.0, |tribe| tribe as f32)).collect()
    }

    /// A place on the flat map: the first two principal directions of day 0, in standard deviations of the first.
    pub(super) fn flat(&self, coordinates: &[f32]) -> [f32; 2] {
        [coordinates[0] / self.unit, coordinates[1] / self.unit]
    }

    /// The crowd on the flat map, x and y in turn.
    pub fn map(&self) -> Vec<f32> {
        (0..Year::PEOPLE).flat_map(|n| self.flat(self.world.embedding().padded(n))).collect()
    }

    /// Share of all squared distances between people that the flat map keeps on this day.
    pub(super) fn kept(&self) -> f32 {
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
