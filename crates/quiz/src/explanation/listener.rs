//! Beliefs of a listener about a respondent during a sentence, and the gain of each part.

use super::people::{LANES, People};
use super::side_curves::SideCurves;
use super::target::Target;
use crate::cluster_names::Prototype;
use crate::questionnaire::{QuestionSet, Side};

/// Probabilities of some sides for each of some people.
pub(super) struct SideColumns {
    sides: Vec<Side>,
    rows: usize,
    chances: Vec<f32>,
}

impl SideColumns {
    /// Columns of these sides, which are of items of `set` that are not reverse-keyed.
    pub(super) fn new(
        curves: &SideCurves,
        set: &QuestionSet,
        people: &People,
        sides: &[Side],
    ) -> SideColumns {
        let rows = people.rows();
        let mut chances = vec![0.0; rows * sides.len()];
        for (column, side) in chances.chunks_exact_mut(rows).zip(sides) {
            curves.write(set.items()[usize::from(side.question)].bank, side.upper, people, column);
        }
        SideColumns { sides: sides.to_vec(), rows, chances }
    }

    /// Column of a side.
    ///
    /// # Panics
    ///
    /// When these are not columns of that side.
    fn of(&self, side: Side) -> &[f32] {
        let at = self.sides.iter().position(|other| *other == side).expect("a column of the side");
        &self.chances[at * self.rows..][..self.rows]
    }
}

/// What a listener hears: a label, or a side.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// That a prototype is the respondent's.
    Label(Prototype),
    /// That the respondent takes a side.
    Side(Side),
}

/// Some people among whom the respondent may be, with a weight each.
#[derive(Clone)]
struct Group<'a> {
    people: &'a People,
    sides: &'a SideColumns,
    /// A weight per row; zero beyond the people.
    weights: Vec<f32>,
}

impl Group<'_> {
    fn column(&self, part: Part) -> &[f32] {
        match part {
            Part::Label(prototype) => self.people.belonging(prototype),
            Part::Side(side) => self.sides.of(side),
        }
    }
}

/// Distribution of a listener over people, of total weight 1.
#[derive(Clone)]
pub(super) struct Listener<'a> {
    groups: Vec<Group<'a>>,
}

impl<'a> Listener<'a> {
    /// Listener who knows these people, and no more of the respondent than of anybody.
    pub(super) fn new(people: &'a People, sides: &'a SideColumns) -> Listener<'a> {
        let weight = 1.0 / people.count().max(1) as f32;
        let weights = (0..people.rows()).map(|n| if n < people.count() { weight } else { 0.0 }).collect();
        Listener { groups: vec![Group { people, sides, weights }] }
    }

    /// Mixes draws into the distribution, with weight `share` in total. `sides` are columns over the draws.
    pub(super) fn mix_in(&mut self, draws: &'a Target, sides: &'a SideColumns, share: f64) {
        let Target { people, weights, .. } = draws;
        let old = self.groups.iter_mut().flat_map(|group| &mut group.weights);
        old.for_each(|weight| *weight *= (1.0 - share) as f32);
        let mut new = vec![0.0; people.rows()];
        new.iter_mut().zip(weights).for_each(|(new, &weight)| *new = (share * weight) as f32);
        self.groups.push(Group { people, sides, weights: new });
    }

    /// Probability of a part.
    pub(super) fn chance(&self, part: Part) -> f64 {
        self.groups.iter().fold(0.0, |sum, group| sum + weighted_sum(&group.weights, group.column(part)))
    }

    /// Probability of a side of which there need be no column.
    pub(super) fn chance_of(&self, curves: &SideCurves, set: &QuestionSet, side: Side) -> f64 {
        self.groups.iter().fold(0.0, |sum, group| {
            let column = SideColumns::new(curves, set, group.people, &[side]);
            sum + weighted_sum(&group.weights, column.of(side))
        })
    }

    /// Conditions the distribution on a part (Bayes' rule).
    pub(super) fn condition_on(&mut self, part: Part) {
        let scale = (1.0 / self.chance(part)) as f32;
        for group in &mut self.groups {
            let mut weights = core::mem::take(&mut group.weights);
            weights.iter_mut().zip(group.column(part)).for_each(|(weight, chance)| *weight *= chance * scale);
            group.weights = weights;
        }
    }
}

/// Σ weight·entry in a fixed order: [`LANES`] sums, which vector instructions compute at once, then their sum.
fn weighted_sum(weights: &[f32], column: &[f32]) -> f64 {
    let mut sums = [0.0f32; LANES];
    for (weights, column) in weights.chunks_exact(LANES).zip(column.chunks_exact(LANES)) {
        for lane in 0..LANES {
            sums[lane] += weights[lane] * column[lane];
        }
    }
    sums.iter().fold(0.0, |sum, &lane| sum + f64::from(lane))
}
