//! Law 4: effect of mentors on outsiders.

use drift::linalg::Matrix;
use drift::{AgentId, MentorSet, Params, Traits, World, squared_distance};
use quiz::population;

use super::crowds::{
    PEOPLE, assimilated, by_surprisal, mean_surprisal, nearest_of, outsiders, run_days, tribes, world,
};
use super::figure::{Figure, PlotSeries, hundred, mean, percents, range};
use super::report::Report;

const EVERY: u32 = 10;
const LAST: u32 = 400;
/// Mentors of each outsider.
const CIRCLE: usize = 5;
/// λ of stubborn mentors; the others have the world's.
const ANCHORED: f32 = 0.3;
/// Sizes of schools without mentors.
pub const SCHOOLS: [usize; 6] = [10, 20, 40, 60, 100, 160];

/// Setup of an experiment: mentors of the outsiders.
#[derive(Clone, Copy, PartialEq)]
pub struct MentorSetup {
    /// Name in the figure.
    pub name: &'static str,
    /// ρ: weight of the five nearest outsiders.
    pub mentorship: f32,
    /// Whether every tenth outsider is stubborn, and each mentor set contains one of these.
    pub anchored: bool,
}

/// Setups of the experiment.
pub const KINDS: [MentorSetup; 6] = [
    MentorSetup { name: "alone", mentorship: 0.0, anchored: false },
    MentorSetup { name: "a circle, ρ = .5", mentorship: 0.5, anchored: false },
    MentorSetup { name: "a circle, ρ = .8", mentorship: 0.8, anchored: false },
    MentorSetup { name: "a circle, ρ = .9", mentorship: 0.9, anchored: false },
    MentorSetup { name: "one anchored, ρ = .8", mentorship: 0.8, anchored: true },
    MentorSetup { name: "anchored, no ties", mentorship: 0.0, anchored: true },
];

/// Results.
pub struct Law4 {
    /// By setup, then by seed.
    pub trajectories: Vec<Vec<MentorTrajectory>>,
    /// By size of school, then by seed: displacement towards the population's mean in 200 days, as a share of the distance.
    pub schools: Vec<Vec<f64>>,
}

/// Outsiders of one world who are not stubborn themselves, every tenth day from day 0.
pub struct MentorTrajectory {
    /// Share that is assimilated.
    pub inside: Vec<f64>,
    /// Mean surprisal, bits.
    pub bits: Vec<f64>,
    /// Mean distance from outsiders to their mentors, relative to day 0.
    pub apart: Vec<f64>,
}

/// Runs the experiment in one world per seed.
pub fn run(seeds: &[u64]) -> Law4 {
    let trajectories = |kind: &MentorSetup| seeds.iter().map(|&seed| simulate(kind, seed)).collect();
    let schools = |&size: &usize| seeds.iter().map(|&seed| school(size, seed)).collect();
    Law4 {
        trajectories: KINDS.iter().map(trajectories).collect(),
        schools: SCHOOLS.iter().map(schools).collect(),
    }
}

fn simulate(kind: &MentorSetup, seed: u64) -> MentorTrajectory {
    let mut world = world(seed, PEOPLE, 64, Params::default());
    let strange = outsiders(&world);
    let anchored: Vec<usize> = strange.iter().copied().step_by(10).collect();
    let free: Vec<usize> = strange.iter().copied().filter(|person| !anchored.contains(person)).collect();
    let mut circles = Vec::new();
    for &person in &strange {
        let others = if kind.anchored { CIRCLE - 1 } else { CIRCLE };
        let mut mentors = nearest_of(&world, if kind.anchored { &free } else { &strange }, person, others);
        if kind.anchored {
            mentors.extend(nearest_of(&world, &anchored, person, 1));
        }
        let own = (kind.anchored && anchored.contains(&person)).then_some(ANCHORED);
        let traits = Traits {
            stubbornness: own,
            mentorship: kind.mentorship,
            mentors: MentorSet::new(&mentors).expect("five mentors"),
            ..Traits::default()
        };
        world.set_traits(AgentId(person as u32), traits).expect("legal");
        circles.push((person, mentors));
    }
    let first = apart(&world, &circles);
    let mut trajectory = MentorTrajectory { inside: Vec::new(), bits: Vec::new(), apart: Vec::new() };
    for look in 0..=LAST / EVERY {
        if look > 0 {
            run_days(&mut world, EVERY);
        }
        trajectory.inside.push(assimilated(&tribes(&world), &free));
        trajectory.bits.push(mean_surprisal(&world, &free));
        trajectory.apart.push(apart(&world, &circles) / first);
    }
    trajectory
}

/// Mean distance from outsiders to their mentors.
fn apart(world: &World, circles: &[(usize, Vec<AgentId>)]) -> f64 {
    let at = |person: usize| world.embedding().padded(person);
    let pairs =
        circles.iter().flat_map(|(person, mentors)| mentors.iter().map(|mentor| (*person, mentor.index())));
    mean(pairs.map(|(a, b)| f64::from(squared_distance(at(a), at(b))).sqrt()))
}

/// A school without mentors: agents around the one with the highest surprisal, contracted to a tenth of their spread.
fn school(size: usize, seed: u64) -> f64 {
    let axes = population::OpinionSpace::new(seed, 64).expect("legal");
    let mut beliefs = population::draw(seed, PEOPLE, &axes).expect("a small crowd");
    let before = World::new(beliefs.try_clone().expect("small"), Params::default(), seed).expect("legal");
    let strangest = by_surprisal(&before)[0];
    let everybody: Vec<usize> = (0..PEOPLE).collect();
    let mut members: Vec<usize> =
        nearest_of(&before, &everybody, strangest, size - 1).into_iter().map(AgentId::index).collect();
    members.push(strangest);
    let centre = beliefs.row(strangest).to_vec();
    for &member in &members {
        beliefs.row_mut(member).iter_mut().zip(&centre).for_each(|(x, c)| *x = 0.9 * c + 0.1 * *x);
    }
    let mut world = World::new(beliefs, Params::default(), seed).expect("legal");
    let first = middle(world.opinions(), &members);
    run_days(&mut world, 200);
    let last = middle(world.opinions(), &members);
    // Projection of the displacement onto the way to the population's mean.
    let crowd = world.projection().mean();
    let (mut gone, mut all) = (0.0, 0.0);
    for ((a, b), c) in first.iter().zip(&last).zip(crowd) {
        let way = f64::from(*c) - a;
        gone += (b - a) * way;
        all += way * way;
    }
    gone / all
}

fn middle(beliefs: &Matrix, members: &[usize]) -> Vec<f64> {
    let mut sums = vec![0.0; beliefs.dims()];
    for &member in members {
        sums.iter_mut()
            .zip(beliefs.row(member))
            .for_each(|(sum, &x)| *sum += f64::from(x) / members.len() as f64);
    }
    sums
}

impl MentorTrajectory {
    /// First measured day on which at least half are assimilated; `None`: never.
    pub fn half(&self) -> Option<u32> {
        self.inside.iter().position(|&share| share >= 0.5).map(|look| look as u32 * EVERY)
    }
}

impl Law4 {
    /// One measure on one day, by seed.
    fn on(&self, kind: usize, day: u32, figure: impl Fn(&MentorTrajectory) -> &Vec<f64>) -> Vec<f64> {
        self.trajectories[kind].iter().map(|trajectory| figure(trajectory)[(day / EVERY) as usize]).collect()
    }

    /// Share of the outsiders of a setup that is assimilated on a day, by seed.
    pub fn inside(&self, kind: usize, day: u32) -> Vec<f64> {
        self.on(kind, day, |trajectory| &trajectory.inside)
    }

    /// Mean surprisal of the outsiders of a setup on a day in bits, by seed.
    pub fn bits(&self, kind: usize, day: u32) -> Vec<f64> {
        self.on(kind, day, |trajectory| &trajectory.bits)
    }

    /// Mean distance from the outsiders of a setup to their mentors on a day, relative to day 0, by seed.
    pub fn apart(&self, kind: usize, day: u32) -> Vec<f64> {
        self.on(kind, day, |trajectory| &trajectory.apart)
    }

    /// Findings, figure and data.
    pub fn report(&self) -> Report {
        let line = |kind: usize| {
            let halves: Vec<String> = self.trajectories[kind]
                .iter()
                .map(|trajectory| trajectory.half().map_or_else(|| "never".to_owned(), |day| day.to_string()))
                .collect();
            format!(
                "{}: inside {} on day 200, half of them on day {}; surprisal {} bits; circles {} as wide",
                KINDS[kind].name,
                percents(self.inside(kind, 200)),
                halves.join(", "),
                range(self.bits(kind, 200)),
                percents(self.apart(kind, 200)),
            )
        };
        let curve = |name: String, of: &dyn Fn(u32) -> Vec<f64>| {
            PlotSeries::new(name, (0..=LAST).step_by(EVERY as usize).map(|day| (f64::from(day), of(day))))
        };
        let inside = |kind: usize| curve(KINDS[kind].name.into(), &|day| hundred(self.inside(kind, day)));
        let bits = |kind: usize| curve(format!("bits: {}", KINDS[kind].name), &|day| self.bits(kind, day));
        let apart = |kind: usize| {
            let name = format!("width of circles, %: {}", KINDS[kind].name);
            curve(name, &|day| hundred(self.apart(kind, day)))
        };
        let sizes = SCHOOLS.iter().zip(&self.schools);
        let gone = sizes.map(|(&size, gone)| (size as f64, hundred(gone.clone())));
        let mut beside: Vec<PlotSeries> =
            (0..KINDS.len()).flat_map(|kind| [bits(kind), apart(kind)]).collect();
        beside.push(PlotSeries::new("school by size, % of the way to the middle", gone));
        let school =
            |(size, gone): (&usize, &Vec<f64>)| format!("{size}: {}", percents(gone.iter().copied()));
        let schools: Vec<String> = SCHOOLS.iter().zip(&self.schools).map(school).collect();
        let mut found: Vec<String> = (0..KINDS.len()).map(line).collect();
        found.push(format!(
            "a school without ties, by size, goes this share of the way to the middle in 200 days (N/m = 62): {}",
            schools.join("; ")
        ));
        Report {
            claim: "law 4: mentors buy time, an anchored mentor buys freedom",
            found,
            figure: Figure {
                x: "day",
                y: "outsiders inside a tribe, %",
                dots: false,
                series: (0..KINDS.len()).map(inside).collect(),
            },
            beside,
        }
    }
}
