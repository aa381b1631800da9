//! Along how many independent lines do people still differ?

use crate::belief::{Beliefs, dot};

/// People looked at, evenly spaced, and pairs of them: the answers are then good to a few parts in a hundred.
const SAMPLE: usize = 2_000;
const PAIRS: usize = 20_000;

/// Effective number of dimensions: the participation ratio `(Σλ)² / Σλ²` of the covariance's eigenvalues. D for a
/// round cloud, 1 when everybody stands on a line, 0 when all agree.
///
/// No covariance is formed: `Σλ` is the mean of `|x|²` and `Σλ²` the mean of `(x·y)²` over pairs of people, oneself
/// included. Looks at 2 000 people and 20 000 pairs whose numbers lie fixed distances apart, and costs that many
/// times D multiply-adds.
pub fn effective_dimensions(beliefs: &Beliefs) -> f64 {
    let people = Centred::sample(beliefs);
    let squares: Vec<f64> = (0..people.count()).map(|i| people.product(i, i)).collect();
    let own = 1.0 / people.count() as f64;
    let trace = own * squares.iter().sum::<f64>();
    let with_self = own * squares.iter().map(|square| square * square).sum::<f64>();
    let (with_others, _) = people.moments(|i, j| people.product(i, j) * people.product(i, j));
    let squared = own * with_self + (1.0 - own) * with_others;
    if squared > 0.0 { trace * trace / squared } else { 0.0 }
}

/// Polarisation: the variance of the distance between two people (root mean square over dimensions, so that it
/// compares across numbers of dimensions). Large when people are either very near or very far.
///
/// Looks at the same people and pairs as [`effective_dimensions`].
pub fn polarisation(beliefs: &Beliefs) -> f64 {
    let people = Centred::sample(beliefs);
    let squares: Vec<f64> = (0..people.count()).map(|i| people.product(i, i)).collect();
    let scale = 1.0 / beliefs.dims() as f64;
    let distance = |i, j| ((squares[i] + squares[j] - 2.0 * people.product(i, j)).max(0.0) * scale).sqrt();
    people.moments(distance).1
}

/// Some people, less their mean.
struct Centred(Beliefs);

impl Centred {
    fn sample(beliefs: &Beliefs) -> Self {
        let count = beliefs.people().min(SAMPLE);
        let mut rows = Vec::with_capacity(count * beliefs.dims());
        (0..count).for_each(|nth| rows.extend_from_slice(beliefs.row(nth * beliefs.people() / count)));
        let mut mean = vec![0.0f64; beliefs.dims()];
        for row in rows.chunks_exact(mean.len()) {
            mean.iter_mut().zip(row).for_each(|(sum, &x)| *sum += f64::from(x) / count as f64);
        }
        for row in rows.chunks_exact_mut(mean.len()) {
            row.iter_mut().zip(&mean).for_each(|(x, &m)| *x -= m as f32);
        }
        Centred(Beliefs::from_rows(mean.len(), rows).expect("rows were copied whole"))
    }

    fn count(&self) -> usize {
        self.0.people()
    }

    fn product(&self, i: usize, j: usize) -> f64 {
        f64::from(dot(self.0.row(i), self.0.row(j)))
    }

    /// Mean and variance of `value` over pairs (i, i + s), for enough spacings s around the circle of people.
    fn moments(&self, value: impl Fn(usize, usize) -> f64) -> (f64, f64) {
        let people = self.count();
        let spacings = (people / 2).max(1);
        let rounds = PAIRS.div_ceil(people).min(spacings);
        let (mut sum, mut squares) = (0.0f64, 0.0f64);
        for round in 0..rounds {
            let spacing = 1 + round * spacings / rounds;
            for i in 0..people {
                let v = value(i, (i + spacing) % people);
                sum += v;
                squares += v * v;
            }
        }
        let pairs = (rounds * people) as f64;
        let mean = sum / pairs;
        (mean, (squares / pairs - mean * mean).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::{Chance, Purpose, normal};

    fn cloud(people: usize, spread: &[f32]) -> Beliefs {
        let mut beliefs = Beliefs::zeros(people, spread.len()).expect("a small matrix fits");
        for person in 0..people {
            let mut stream = Chance::new(3, Purpose::Quirks).of(person);
            for (x, s) in beliefs.row_mut(person).iter_mut().zip(spread) {
                *x = 5.0 + s * normal(&mut stream) as f32;
            }
        }
        beliefs
    }

    #[test]
    fn a_cloud_has_as_many_dimensions_as_it_has() {
        for (spread, expected) in
            [(&[1.0; 10][..], 10.0), (&[2.0, 0.0, 0.0], 1.0), (&[3.0, 1.0], 100.0 / 82.0), (&[0.0, 0.0], 0.0)]
        {
            let found = effective_dimensions(&cloud(3_000, spread));
            assert!((found - expected).abs() <= 0.04 * expected, "{spread:?}: {found}");
        }
    }

    #[test]
    fn two_camps_are_polarised_and_one_crowd_is_not() {
        let crowd = cloud(1_000, &[1.0; 20]);
        let mut camps = cloud(1_000, &[0.1; 20]);
        (0..500).for_each(|person| camps.row_mut(person).iter_mut().for_each(|x| *x += 2.0));
        // Two camps at distance 2: half of all pairs near nought, half near two, variance one.
        assert!((polarisation(&camps) - 1.0).abs() < 0.2, "{}", polarisation(&camps));
        assert!(polarisation(&crowd) < 0.1, "{}", polarisation(&crowd));
    }
}
