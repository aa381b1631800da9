//! Scenario of a year: the visitor under every lever, a control group, and surveys of the population's clusters.

mod map;

use super::control_group::control_group;
use super::later_answers::Responder;
use super::lever::{Lever, form_mentor_group};
use super::predictor::predictor;
use super::report::{ClusterSummary, ClusterSurvey, LeverOutcome};
use super::visitor::Visitor;
use drift::measure::Clusters;
use drift::{AgentId, World, WorldError};
use quiz::cluster_names::{cluster_means, name_clusters, typical};
use quiz::population::OpinionSpace;
use quiz::questionnaire::{Answers, ItemModels};
use quiz::scoring::{Predictor, score_batch};
use settings::{Setting, SettingError};

/// Scenario of a year in a world of [`Year::PEOPLE`] agents with [`Year::DIMS`] dimensions, with one observer per
/// lever.
pub struct Year {
    world: World,
    models: ItemModels,
    /// The visitor's answers of day 0.
    visitor: Responder,
    /// The visitor's observers, in the order of [`Lever::ALL`].
    observers: Vec<AgentId>,
    /// Observers with the default traits, for percentile ranks.
    control_group: Vec<(AgentId, Responder)>,
    /// Predictor from this world's population on day 0.
    at_first: Predictor,
    /// Median identity bits of the control group against it.
    median_at_first: f64,
    /// Latest predictor, and its day.
    now: Option<(u16, Predictor)>,
    /// Latest answers under each lever.
    cache: Vec<CachedBits>,
    /// Standard deviation of the first principal component on day 0.
    unit: f32,
    clusters: Clusters,
    survey: ClusterSurvey,
    /// Identity bits of the control group at the last survey, ascending.
    control_group_bits: Vec<f64>,
}

/// Answers with their identity bits, cached because answers rarely change.
#[derive(Clone, Copy)]
struct CachedBits {
    answers: Answers,
    /// Bits against the quiz's population, and against this world's of day 0.
    at_first: [f64; 2],
    /// Bits against the latest predictor.
    now: Option<f64>,
}

impl Year {
    /// Number of agents: the first respondents of the population that predicts.
    pub const PEOPLE: usize = 4_000;

    /// Number of dimensions; the first 34 are the bank's items.
    pub const DIMS: usize = 512;

    /// Days between two surveys of the clusters, which form over weeks.
    pub const SURVEY: u16 = 28;

    /// Days for which a predictor is used; fitting one costs as much as a step.
    const PREDICTOR_LIFETIME: u16 = 14;

    /// Setting of the world without the visitor, with the population of `seed`.
    pub fn setting(seed: u64) -> Setting {
        Setting { seed, people: Year::PEOPLE as u32, dims: Year::DIMS as u32, ..Setting::default() }
    }

    /// Opens the scenario on day 0, and its world with it.
    ///
    /// * `today` – predictor from the population of `seed`.
    ///
    /// # Errors
    ///
    /// [`SettingError`] when the world cannot be made, for example for lack of memory.
    ///
    /// # Panics
    ///
    /// When `answers` are to another set than `today` predicts.
    pub fn open(seed: u64, today: &Predictor, answers: &Answers) -> Result<Year, SettingError> {
        Year::begin(Year::setting(seed).open()?, seed, today, answers)
    }

    /// Opens the scenario on day 0 in a `world` of [`Year::setting`].
    ///
    /// * `today` – predictor from the population of `seed`.
    ///
    /// # Errors
    ///
    /// [`SettingError`] when the world refuses an observer.
    ///
    /// # Panics
    ///
    /// When `world` is smaller than [`Year::setting`] says, or `answers` are to another set than `today` predicts.
    pub fn begin(
        mut world: World,
        seed: u64,
        today: &Predictor,
        answers: &Answers,
    ) -> Result<Year, SettingError> {
        let axes = OpinionSpace::new(seed, Year::DIMS)?;
        let models = answers.set().models();
        let estimate = Visitor::new(seed, today, &models, answers);
        let row = estimate.row(seed, &axes);
        let mut observers = Vec::new();
        for lever in Lever::ALL {
            observers.push(world.add_observer(&row, lever.traits(), 0)?);
        }
        form_mentor_group(&mut world, observers[Lever::Mentors as usize], 1)?;
        let control_group = control_group(&mut world, seed, &axes, today, &models, answers)?;
        let along: f64 =
            (0..Year::PEOPLE).map(|n| f64::from(world.embedding().padded(n)[0])).map(|z| z * z).sum();
        let at_first = predictor(&world, &models);
        let clusters = Clusters::find(world.embedding(), world.initial_spread());
        let style_factor = today.posterior(answers).style_factor();
        let visitor =
            Responder { latent: estimate.latent, style: estimate.style, given: *answers, style_factor };
        let mut year = Year {
            unit: f64::sqrt(along / Year::PEOPLE as f64) as f32,
            cache: vec![
                CachedBits {
                    answers: *answers,
                    at_first: [today, &at_first].map(|crowd| visitor.bits(crowd, answers)),
                    now: None
                };
                observers.len()
            ],
            visitor,
            survey: ClusterSurvey {
                day: 0,
                clusters: Vec::new(),
                unclustered: 0,
                kept: 0.0,
                median_bits: 0.0,
            },
            control_group_bits: Vec::new(),
            median_at_first: 0.0,
            world,
            models,
            observers,
            control_group,
            at_first,
            now: None,
            clusters,
        };
        year.control_group_bits = year.score_control_group(&year.at_first);
        year.median_at_first = median(&year.control_group_bits);
        year.survey.kept = year.map_variance_share();
        year.describe_clusters();
        Ok(year)
    }

    /// Advances the world by one day.
    pub fn step(&mut self) {
        self.world.step();
    }

    /// The world.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// Report of the current day: the visitor under each lever, in the order of [`Lever::ALL`], and the last survey,
    /// at most [`Year::SURVEY`] days old. The predictor behind "that day's population" is at most two weeks old.
    ///
    /// * `today` – the predictor with which the year was opened.
    /// * `median_today` – median identity bits of the norm sample against it.
    pub fn report(&mut self, today: &Predictor, median_today: f64) -> (Vec<LeverOutcome>, ClusterSurvey) {
        let day = self.world.step_count() as u16;
        let is_due = day >= self.survey.day + Year::SURVEY;
        let latest = self.now.take().filter(|(fitted, _)| day < fitted + Year::PREDICTOR_LIFETIME && !is_due);
        let (fitted, now) = latest.unwrap_or_else(|| {
            self.cache.iter_mut().for_each(|cached| cached.now = None);
            (day, predictor(&self.world, &self.models))
        });
        if is_due {
            self.clusters = Clusters::find(self.world.embedding(), self.world.initial_spread());
            self.control_group_bits = self.score_control_group(&now);
            self.survey.day = day;
            self.survey.kept = self.map_variance_share();
            self.describe_clusters();
        }
        let change = median(&self.control_group_bits) - self.median_at_first;
        self.survey.median_bits = (median_today + change).max(0.0);
        let outcomes = (0..self.observers.len()).map(|at| self.outcome(at, today, &now)).collect();
        for cluster in 0..self.survey.clusters.len() {
            self.survey.clusters[cluster].apart = self.distances(self.clusters.centroid(cluster));
        }
        self.now = Some((fitted, now));
        (outcomes, self.survey.clone())
    }

    fn outcome(&mut self, at: usize, today: &Predictor, now: &Predictor) -> LeverOutcome {
        let answers = self.answers(&self.visitor, self.observers[at]);
        if self.cache[at].answers != answers {
            let at_first = [today, &self.at_first].map(|crowd| self.visitor.bits(crowd, &answers));
            self.cache[at] = CachedBits { answers, at_first, now: None };
        }
        let [bits_today, bits_at_first] = self.cache[at].at_first;
        // This world's predictor differs from the quiz's in its population and its regressors. So only the change since
        // day 0 is taken from it; on day 0 both numbers are equal.
        let bits_now = *self.cache[at].now.get_or_insert_with(|| self.visitor.bits(now, &answers));
        let below = self.control_group_bits.partition_point(|&c| c < bits_now);
        let coordinates =
            self.world.coordinates(self.observers[at]).expect("the visitor's observers exist from the start");
        LeverOutcome {
            lever: Lever::ALL[at],
            you: self.map_point(coordinates),
            answers,
            bits_today,
            bits_that_day: (bits_today + (bits_now - bits_at_first)).max(0.0),
            further_than: (100 * below / (self.control_group_bits.len() + 1)) as u8,
            cluster: self.clusters.cluster_at(coordinates).map(|cluster| cluster as u8),
        }
    }

    fn answers(&self, responder: &Responder, observer: AgentId) -> Answers {
        let row = |row: Result<_, WorldError>| row.expect("observers exist from the start");
        responder.answers_on(
            &self.models,
            row(self.world.opinion(observer)),
            row(self.world.anchor(observer)),
        )
    }

    /// Identity bits of the control group against a population, ascending.
    fn score_control_group(&self, predictor: &Predictor) -> Vec<f64> {
        let answers: Vec<Answers> = self
            .control_group
            .iter()
            .map(|(observer, responder)| self.answers(responder, *observer))
            .collect();
        let scores = score_batch(predictor, &answers);
        let mut bits: Vec<f64> = scores
            .iter()
            .zip(&self.control_group)
            .map(|(score, (_, responder))| score.divergence() * responder.style_factor)
            .collect();
        bits.sort_unstable_by(f64::total_cmp);
        bits
    }

    fn describe_clusters(&mut self) {
        let beliefs = self.world.opinions();
        let set = self.visitor.given.set();
        let named = name_clusters(set, &cluster_means(&self.clusters, beliefs));
        let typical = typical(set, beliefs, named.len(), |person| self.clusters.cluster_of(person));
        let summary = |(cluster, (name, typical))| ClusterSummary {
            name,
            people: self.clusters.sizes()[cluster],
            at: self.map_point(self.clusters.centroid(cluster)),
            typical,
            apart: Vec::new(),
        };
        self.survey.clusters = named.into_iter().zip(typical).enumerate().map(summary).collect();
        self.survey.unclustered = self.clusters.unclustered() as u32;
    }
}

/// Median of ascending numbers; panics when there are none.
fn median(ascending: &[f64]) -> f64 {
    ascending[ascending.len() / 2]
}
