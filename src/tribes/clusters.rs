//! Which people form a tribe?

use crate::drift::{Embedding, squared_distance};

/// People among whom leaders are looked for, evenly spaced in a larger crowd: so many show where it is dense.
const WITNESSES: usize = 2_000;

/// The tribes of a crowd: dense knots in the recommender's coordinates.
///
/// A leader is somebody around whom people stand closer than around anybody within the radius; a tribe is
/// everybody within the radius of its middle, if that is one person in a hundred. All others are loners. (Density
/// peaks, Rodriguez and Laio, *Science* 344, 2014, with a fixed radius in place of their decision graph.) A smooth
/// hill of people is one tribe around its top, however wide it is; it is not cut into pieces.
///
/// Deterministic; ties go to the lower number. Leaders are looked for among 2 000 people at most, which costs their
/// square times r, and everybody then joins a tribe for `N · tribes · r` multiply-adds: a few milliseconds, whatever the
/// size of the crowd, so that it can be watched live.
#[derive(Clone, Debug, PartialEq)]
pub struct Tribes {
    /// Square of the radius.
    reach: f32,
    /// Middles, largest tribe first, padded like the embedding.
    middles: Vec<Vec<f32>>,
    sizes: Vec<u32>,
    /// Tribe of each person.
    of: Vec<Option<u16>>,
}

impl Tribes {
    /// Radius of a tribe, in root mean square distances from the centre on day 0. Wide enough for most of those whom
    /// their anchors hold a little apart: somebody who is wholly taken in still rests `λ / (λ + μ)` of the way home.
    pub const RADIUS: f32 = 0.3;

    /// Smallest tribe, as a share of people.
    pub const SMALLEST: f64 = 0.01;

    /// The tribes of a crowd.
    ///
    /// * `embedding` – where everybody stands.
    /// * `spread` – root mean square distance from the centre on day 0, [`crate::drift::World::spread`].
    pub fn find(embedding: &Embedding, spread: f32) -> Tribes {
        let reach = (Self::RADIUS * spread) * (Self::RADIUS * spread);
        let smallest = (Self::SMALLEST * embedding.people() as f64).ceil().max(2.0) as usize;
        let mut found =
            Tribes { reach, middles: leaders(embedding, reach), sizes: Vec::new(), of: Vec::new() };
        found.join(embedding);
        found.middles = found.middles_of_members(embedding);
        found.join(embedding);
        found.keep(smallest);
        found
    }

    /// Everybody joins the nearest tribe within the radius.
    fn join(&mut self, embedding: &Embedding) {
        let near = |person| self.at(embedding.padded(person)).map(|tribe| tribe as u16);
        self.of = (0..embedding.people()).map(near).collect();
        self.sizes = vec![0; self.middles.len()];
        for &tribe in self.of.iter().flatten() {
            self.sizes[usize::from(tribe)] += 1;
        }
    }

    /// Means of the members' coordinates; an empty tribe keeps its middle.
    fn middles_of_members(&self, embedding: &Embedding) -> Vec<Vec<f32>> {
        let width = embedding.padded(0).len();
        let mut sums = vec![vec![0.0f64; width]; self.middles.len()];
        for (person, tribe) in self.of.iter().enumerate() {
            if let Some(tribe) = tribe {
                let sum = &mut sums[usize::from(*tribe)];
                sum.iter_mut().zip(embedding.padded(person)).for_each(|(sum, &z)| *sum += f64::from(z));
            }
        }
        let middle = |((sum, &size), old): ((&Vec<f64>, &u32), &Vec<f32>)| match size {
            0 => old.clone(),
            size => sum.iter().map(|&z| (z / f64::from(size)) as f32).collect(),
        };
        sums.iter().zip(&self.sizes).zip(&self.middles).map(middle).collect()
    }

    /// Drops tribes that are too small, and puts the largest first.
    fn keep(&mut self, smallest: usize) {
        let large_enough = (0..self.sizes.len()).filter(|&tribe| self.sizes[tribe] as usize >= smallest);
        let kept = most_first(large_enough, &self.sizes);
        let mut renamed = vec![None; self.sizes.len()];
        kept.iter().enumerate().for_each(|(new, &old)| renamed[old] = Some(new as u16));
        for tribe in &mut self.of {
            *tribe = tribe.and_then(|tribe| renamed[usize::from(tribe)]);
        }
        self.middles = kept.iter().map(|&tribe| self.middles[tribe].clone()).collect();
        self.sizes = kept.iter().map(|&tribe| self.sizes[tribe]).collect();
    }

    /// Number of people in the crowd.
    pub fn people(&self) -> usize {
        self.of.len()
    }

    /// Number of tribes.
    pub fn count(&self) -> usize {
        self.sizes.len()
    }

    /// Number of members by tribe, largest first.
    pub fn sizes(&self) -> &[u32] {
        &self.sizes
    }

    /// The middle of a tribe, padded coordinates.
    pub fn middle(&self, tribe: usize) -> &[f32] {
        &self.middles[tribe]
    }

    /// The tribe of a person of the crowd; `None`: a loner.
    pub fn of(&self, person: usize) -> Option<usize> {
        self.of[person].map(usize::from)
    }

    /// People in no tribe.
    pub fn loners(&self) -> usize {
        self.of.iter().filter(|tribe| tribe.is_none()).count()
    }

    /// The tribe that somebody at these padded coordinates belongs to: the nearest within the radius.
    pub fn at(&self, coordinates: &[f32]) -> Option<usize> {
        let mut nearest = (self.reach, None);
        for (tribe, middle) in self.middles.iter().enumerate() {
            let distance = squared_distance(coordinates, middle);
            if distance < nearest.0 || (nearest.1.is_none() && distance <= nearest.0) {
                nearest = (distance, Some(tribe));
            }
        }
        nearest.1
    }

    /// Effective number of tribes: the Hill number of order one, exp(−Σ p ln p), over members of tribes (Hill,
    /// *Ecology* 54, 1973). As many equal tribes would be as diverse. Nought without tribes.
    pub fn effective(&self) -> f64 {
        let members: f64 = self.sizes.iter().map(|&size| f64::from(size)).sum();
        if members == 0.0 {
            return 0.0;
        }
        let entropy = |&size: &u32| {
            let share = f64::from(size) / members;
            -share * libm::log(share)
        };
        libm::exp(self.sizes.iter().map(entropy).sum())
    }
}

/// Those with the highest `counts` first, and of equals those with the lower number.
fn most_first(which: impl Iterator<Item = usize>, counts: &[u32]) -> Vec<usize> {
    // Count and number in one number: sorting those is little program to download.
    let mut keys: Vec<u64> = which.map(|at| u64::from(u32::MAX - counts[at]) << 32 | at as u64).collect();
    keys.sort_unstable();
    keys.into_iter().map(|key| (key & u64::from(u32::MAX)) as usize).collect()
}

/// The people among whom leaders are looked for.
fn witnesses(people: usize) -> Vec<usize> {
    let count = people.min(WITNESSES);
    (0..count).map(|nth| nth * people / count).collect()
}

/// How many witnesses stand within reach of each of them.
fn crowding(embedding: &Embedding, reach: f32, witnesses: &[usize]) -> Vec<u32> {
    // Coordinate by coordinate, so that a vector instruction serves four people.
    let column = |z: usize| witnesses.iter().map(|&person| embedding.row(person)[z]).collect();
    let columns: Vec<Vec<f32>> = (0..embedding.width()).map(column).collect();
    let (mut crowding, mut distances) = (vec![0u32; witnesses.len()], vec![0.0f32; witnesses.len()]);
    for witness in 0..witnesses.len() {
        distances.fill(0.0);
        for column in &columns {
            let at = column[witness];
            distances.iter_mut().zip(column).for_each(|(sum, z)| *sum += (z - at) * (z - at));
        }
        crowding.iter_mut().zip(&distances).for_each(|(count, &d)| *count += u32::from(d <= reach));
    }
    crowding
}

/// Coordinates of people around whom it is denser than around anybody within reach.
fn leaders(embedding: &Embedding, reach: f32) -> Vec<Vec<f32>> {
    let witnesses = witnesses(embedding.people());
    let crowding = crowding(embedding, reach, &witnesses);
    // Half of the smallest tribe, because witnesses are a sample; whoever has fewer around them leads nobody.
    let enough = ((Tribes::SMALLEST * 0.5 * witnesses.len() as f64) as u32).max(1);
    let order = most_first((0..witnesses.len()).filter(|&nth| crowding[nth] >= enough), &crowding);
    let at = |nth: usize| embedding.padded(witnesses[nth]);
    let near = |a: usize, b: usize| squared_distance(at(a), at(b)) <= reach;
    let mut leaders: Vec<usize> = Vec::new();
    for (rank, &nth) in order.iter().enumerate() {
        // Most stand by a leader: those few are asked before everybody who is denser.
        let led = leaders.iter().any(|&leader| near(nth, leader))
            || order[..rank].iter().any(|&denser| near(nth, denser));
        if !led {
            leaders.push(nth);
        }
    }
    leaders.into_iter().map(|leader| at(leader).to_vec()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::belief::{Beliefs, Projection};
    use crate::chance::{Chance, Purpose, normal};

    /// Knots of the given sizes, far apart on a circle, 0.02 wide, in the plane.
    fn knots(sizes: &[usize]) -> Embedding {
        let mut rows = Vec::new();
        for (knot, &size) in sizes.iter().enumerate() {
            for person in 0..size {
                let mut stream = Chance::new(knot as u64, Purpose::Factors).of(person);
                let at = [2.0 * knot as f64, (knot % 2) as f64];
                rows.extend(at.map(|x| (x + 0.02 * normal(&mut stream)) as f32));
            }
        }
        let beliefs = Beliefs::from_rows(2, rows).expect("rows of two");
        Embedding::of(&beliefs, &Projection::plain(vec![0.0; 2])).expect("a small matrix fits")
    }

    #[test]
    fn knots_are_tribes_and_stragglers_are_loners() {
        let embedding = knots(&[300, 1, 600, 5, 94, 1]);
        let tribes = Tribes::find(&embedding, 1.0);
        assert_eq!(tribes.sizes(), [600, 300, 94]);
        assert_eq!(tribes.loners(), 7);
        assert_eq!((tribes.of(0), tribes.of(300), tribes.of(301)), (Some(1), None, Some(0)));
        assert_eq!(tribes.at(&[8.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]), Some(2));
        assert_eq!(tribes.at(&[8.4, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]), None);
    }

    #[test]
    fn equal_tribes_count_in_full_and_a_dominant_one_hardly_more_than_one() {
        let even = Tribes::find(&knots(&[50, 50, 50, 50]), 1.0);
        assert!((even.effective() - 4.0).abs() < 1e-12);
        let lopsided = Tribes::find(&knots(&[970, 30]), 1.0).effective();
        assert!(lopsided > 1.1 && lopsided < 1.2, "{lopsided}");
        assert_eq!(Tribes::find(&knots(&[1, 1, 1]), 1.0).effective(), 0.0);
    }

    #[test]
    fn one_smooth_hill_is_one_tribe_around_its_top() {
        let mut rows = Vec::new();
        for person in 0..3_000 {
            let mut stream = Chance::new(9, Purpose::Factors).of(person);
            rows.extend([0; 2].map(|_| normal(&mut stream) as f32));
        }
        let beliefs = Beliefs::from_rows(2, rows).expect("rows of two");
        let embedding =
            Embedding::of(&beliefs, &Projection::plain(vec![0.0; 2])).expect("a small matrix fits");
        let tribes = Tribes::find(&embedding, std::f32::consts::SQRT_2);
        assert!(
            tribes.count() <= 2 && tribes.of(0).is_none() | tribes.of(1).is_none(),
            "{:?}",
            tribes.sizes()
        );
        assert!(tribes.loners() > 2_000);
    }
}
