//! Does the feed make the tribes?

use normie_descent::belief::Beliefs;
use normie_descent::chance::{Chance, Purpose, normal};
use normie_descent::drift::{Params, World};

use super::crowds::{PEOPLE, assimilated, lived, outsiders, tribes, world};
use super::report::{Figure, Report, Series, mean, percents, range};

pub const SCREENED: [u32; 8] = [1, 2, 4, 8, 16, 32, 64, 128];
const DAYS: u32 = 200;
/// Dimensions of a world of independent beliefs, all of them seen by the recommender.
const INDEPENDENT: usize = 32;

/// What was found.
pub struct Law8 {
    /// By strength of the recommender, then by seed.
    pub ends: Vec<Vec<End>>,
    /// Without a feed, by seed.
    pub unfed: Vec<End>,
    /// In a world of independent beliefs, by seed.
    pub unstructured: Vec<End>,
}

/// How a world ends.
pub struct End {
    pub tribes: usize,
    /// Share of the strangest twentieth inside one.
    pub outsiders: f64,
}

pub fn run(seeds: &[u64]) -> Law8 {
    let survey = |params: Params| -> Vec<End> {
        seeds.iter().map(|&seed| end(world(seed, PEOPLE, 64, params.clone()))).collect()
    };
    Law8 {
        ends: SCREENED.iter().map(|&screened| survey(Params { screened, ..Params::default() })).collect(),
        unfed: survey(Params { feed: 0.0, ..Params::default() }),
        unstructured: seeds.iter().map(|&seed| end(independent(seed))).collect(),
    }
}

fn end(start: World) -> End {
    let strange = outsiders(&start);
    let world = lived(start, DAYS);
    let tribes = tribes(&world);
    End { tribes: tribes.count(), outsiders: assimilated(&tribes, &strange) }
}

/// A crowd without factors: every belief is drawn for itself.
fn independent(seed: u64) -> World {
    let mut beliefs = Beliefs::zeros(PEOPLE, INDEPENDENT).expect("a small crowd");
    for person in 0..PEOPLE {
        let mut stream = Chance::new(seed, Purpose::Quirks).of(person);
        beliefs.row_mut(person).iter_mut().for_each(|x| *x = normal(&mut stream) as f32);
    }
    let params = Params { embedding: INDEPENDENT as u32, ..Params::default() };
    World::new(beliefs, params, seed).expect("legal")
}

impl Law8 {
    /// Mean number of tribes.
    pub fn tribes(ends: &[End]) -> f64 {
        mean(ends.iter().map(|end| end.tribes as f64))
    }

    pub fn report(&self) -> Report {
        let line = |name: String, ends: &[End]| {
            format!(
                "{name}: {} tribes, {} of the outsiders inside",
                range(ends.iter().map(|end| end.tribes as f64)),
                percents(ends.iter().map(|end| end.outsiders))
            )
        };
        let mut found = vec![line("no feed".into(), &self.unfed)];
        found.extend(SCREENED.iter().zip(&self.ends).map(|(m, ends)| line(format!("best of {m}"), ends)));
        found.push(line(
            format!("no shared structure, D = r = {INDEPENDENT}, best of 32"),
            &self.unstructured,
        ));
        let worlds = |ends: &[End], of: &dyn Fn(&End) -> f64| ends.iter().map(of).collect::<Vec<f64>>();
        let once =
            |name: &str, ends: &[End], of: &dyn Fn(&End) -> f64| Series::new(name, [(0.0, worlds(ends, of))]);
        let by_strength = |name: &str, of: &dyn Fn(&End) -> f64| {
            let ends = SCREENED.iter().zip(&self.ends);
            Series::new(name, ends.map(|(&m, ends)| (libm::log2(f64::from(m)), worlds(ends, of))))
        };
        Report {
            claim: "law 8: the feed makes the tribes: a weak recommender makes one, a strong one many",
            found,
            figure: Figure {
                x: "posts screened for each one shown, log2",
                y: "tribes after 200 days",
                dots: false,
                series: vec![by_strength("tribes", &|end| end.tribes as f64)],
            },
            beside: vec![
                by_strength("outsiders inside, %", &|end| 100.0 * end.outsiders),
                once("no feed: tribes", &self.unfed, &|end| end.tribes as f64),
                once("no feed: outsiders inside, %", &self.unfed, &|end| 100.0 * end.outsiders),
                once("no shared structure: tribes", &self.unstructured, &|end| end.tribes as f64),
            ],
        }
    }
}
