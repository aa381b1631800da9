//! Scenario of a year: the visitor's selves under every lever, and surveys of the crowd and its clusters.

mod map;
mod survey;

use drift::measure::Clusters;
use drift::{StepProgress, World};
use perplexity::drifted::{BeliefPoint, FactorMap};
use perplexity::likeness::Likeness;
use perplexity::posterior::PosteriorDraws;
use perplexity::score::expected_surprisal;
use quiz::population::OpinionSpace;
use quiz::questionnaire::Answers;
use settings::{Setting, SettingError, turned_up};

use crate::clock::{ClockReading, belief_correlation};
use crate::cloud::Cloud;
use crate::cloud_surprisal::Reference;
use crate::later_answers::LaterAnswers;
use crate::lever::Lever;
use crate::report::{ClusterShare, ClusterSurvey, LeverOutcome, YearReport};
use crate::variance::standard_deviation;

/// Days between two surveys of the crowd before day [`Year::SURVEY`].
const EARLY_SURVEY: u16 = 7;

/// Scenario of a year in a world of [`Year::PEOPLE`] agents with [`Year::DIMS`] dimensions, with
/// [`SELVES`](crate::SELVES) observers per lever.
///
/// ```
/// use perplexity::likeness::Likeness;
/// use perplexity::posterior::PosteriorDraws;
/// use quiz::questionnaire::{Answers, Response, SET_2};
/// use scenario::{Lever, Year};
///
/// let answers = Answers::of(&SET_2, |item| (item < 24).then_some(Response::ALL[0]));
/// let posterior = PosteriorDraws::new(&answers.item_answers().observations());
/// let mut year = Year::open(&answers, &posterior, &Likeness::default())?;
/// (0..7).for_each(|_| year.step());
/// let report = year.report();
/// let drifting = report.outcomes[Lever::AsIs as usize].surprisal;
/// assert!(drifting.bits < report.unmoved.bits && report.clock.years > 0.0);
/// # Ok::<(), settings::SettingError>(())
/// ```
#[derive(Debug)]
pub struct Year {
    world: World,
    map: FactorMap,
    cloud: Cloud,
    /// Surprisal of day 0.
    reference: Reference,
    /// Points of all agents on day 0.
    at_first: Vec<BeliefPoint>,
    /// Standard deviation of the first principal component on day 0.
    unit: f32,
    clusters: Clusters,
    survey: ClusterSurvey,
    /// Surprisals of sampled agents at the last survey, bits, ascending.
    crowd: Vec<f64>,
}

impl Year {
    /// Number of agents.
    pub const PEOPLE: usize = 4_000;

    /// Number of dimensions; the first 101 are the bank's items.
    pub const DIMS: usize = 512;

    /// Half the width of a map on which everybody is on every day, in the units of [`Year::map`].
    pub const MAP_REACH: f32 = 5.4;

    /// Days between two surveys of the crowd. In the first of these intervals, when it moves most, it is surveyed every week.
    pub const SURVEY: u16 = 28;

    /// Setting of the world without the visitor: the population of `seed` under a feed that attracts and reinforces.
    pub fn setting(seed: u64) -> Setting {
        let (people, dims) = (Year::PEOPLE as u32, Year::DIMS as u32);
        Setting { seed, people, dims, params: turned_up(), ..Setting::default() }
    }

    /// Opens the scenario on day 0, and its world with it.
    ///
    /// * `posterior` – that of the answers.
    /// * `likeness` – that of the score.
    ///
    /// # Errors
    ///
    /// [`SettingError`] when the world cannot be made, for example for lack of memory.
    pub fn open(
        answers: &Answers,
        posterior: &PosteriorDraws,
        likeness: &Likeness,
    ) -> Result<Year, SettingError> {
        let world = Year::setting(answers.set().seed()).open()?;
        Year::begin(world, answers, posterior, likeness)
    }

    /// Opens the scenario on day 0 in the `world` of [`Year::setting`] with the seed of the answers' set.
    ///
    /// # Errors
    ///
    /// [`SettingError`] when the world refuses an observer, for example for lack of memory.
    ///
    /// # Panics
    ///
    /// When `world` has another size than [`Year::PEOPLE`] × [`Year::DIMS`].
    pub fn begin(
        mut world: World,
        answers: &Answers,
        posterior: &PosteriorDraws,
        likeness: &Likeness,
    ) -> Result<Year, SettingError> {
        let size = (world.population_size(), world.opinions().dims());
        assert_eq!(size, (Year::PEOPLE, Year::DIMS), "the world of a year");
        let map = FactorMap::new(likeness);
        let space = OpinionSpace::new(answers.set().seed(), Year::DIMS)?;
        let cloud = Cloud::enter(&mut world, &space, &map, answers, posterior, likeness)?;
        let at_first = map.points(world.opinions());
        let headline = expected_surprisal(likeness, posterior);
        let mut year = Year {
            reference: Reference::new(headline, &cloud.start, &at_first),
            unit: standard_deviation(world.embedding()),
            clusters: Clusters::find(world.embedding(), world.initial_spread()),
            survey: ClusterSurvey {
                day: 0,
                clusters: Vec::new(),
                unclustered: 0,
                kept: 0.0,
                crowd_median: 0.0,
                crowd_outermost: 0.0,
            },
            crowd: Vec::new(),
            world,
            map,
            cloud,
            at_first,
        };
        year.survey_crowd();
        Ok(year)
    }

    /// Advances the world by one day, or by what is left of the day in progress.
    pub fn step(&mut self) {
        while self.step_agents(u32::MAX) != StepProgress::Done {}
    }

    /// Advances the world by the next `budget` agents of a day ([`World::step_agents`]). The last slice of a day may
    /// survey the crowd ([`Year::SURVEY`]), which costs as much as ten days or so.
    pub fn step_agents(&mut self, budget: u32) -> StepProgress {
        let progress = self.world.step_agents(budget);
        let day = self.day();
        let interval = if day < Year::SURVEY { EARLY_SURVEY } else { Year::SURVEY };
        if progress == StepProgress::Done && day.is_multiple_of(interval) {
            self.survey_crowd();
        }
        progress
    }

    /// The world.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// Complete days.
    pub fn day(&self) -> u16 {
        self.world.step_count() as u16
    }

    /// Report of the current day. Costs a sum over all agents for each of 84 selves.
    pub fn report(&self) -> YearReport {
        let agents = self.map.points(self.world.opinions());
        let mut survey = self.survey.clone();
        for (cluster, summary) in survey.clusters.iter_mut().enumerate() {
            summary.apart = self.distances(self.clusters.centroid(cluster));
        }
        YearReport {
            day: self.day(),
            outcomes: Lever::ALL.map(|lever| self.outcome(lever, &agents)).to_vec(),
            unmoved: self.reference.surprisal(&self.cloud.start, &agents),
            survey,
            clock: ClockReading::of(belief_correlation(&self.at_first, &agents)),
        }
    }

    fn outcome(&self, lever: Lever, agents: &[BeliefPoint]) -> LeverOutcome {
        let selves = || self.cloud.selves(&self.world, lever);
        let points: Vec<BeliefPoint> = selves().map(|(_, now, _)| self.map.point(now)).collect();
        let surprisal = self.reference.surprisal(&points, agents);
        // Both as measured, so that what the reference corrects does not set the visitor apart from who is like them.
        let measured = self.reference.measured(&surprisal);
        let below = self.crowd.partition_point(|&bits| bits < measured);
        let LaterAnswers { typical, changes, changed } = LaterAnswers::new(&self.cloud.given, selves());
        LeverOutcome {
            lever,
            selves: self.coordinates(lever).map(|z| self.map_point(z)).collect(),
            surprisal,
            percentile: (100 * below / self.crowd.len()) as u8,
            answers: typical,
            changes,
            changed,
            cluster: self.cluster_of_most(lever),
        }
    }

    /// The cluster with the most selves, unless more are unclustered.
    fn cluster_of_most(&self, lever: Lever) -> Option<ClusterShare> {
        let mut counts = vec![0u32; self.clusters.count()];
        let mut unclustered = 0u32;
        for z in self.coordinates(lever) {
            match self.clusters.cluster_at(z) {
                Some(cluster) => counts[cluster] += 1,
                None => unclustered += 1,
            }
        }
        let largest =
            (0..counts.len()).reduce(|best, at| if counts[at] > counts[best] { at } else { best })?;
        let selves = counts.iter().sum::<u32>() + unclustered;
        (counts[largest] > 0 && counts[largest] >= unclustered)
            .then(|| ClusterShare { cluster: largest as u8, share: counts[largest] as f32 / selves as f32 })
    }

    /// Coordinates of the selves under a lever in the recommender's embedding.
    fn coordinates(&self, lever: Lever) -> impl Iterator<Item = &[f32]> {
        let at = |&own| self.world.coordinates(own).expect("the selves are observers of this world");
        self.cloud.observers(lever).iter().map(at)
    }
}
