//! All statistics of a panel: three interviews two years apart, and a sample twelve years after the first.

use super::constraint::{CROSS_SECTION_QUESTIONS, Constraint, median_question_stability};
use super::gradient::drift_coefficient;
use super::interview::Categories;
use super::outsiders::{excess, net_outward, split_kept};
use super::panel_waves::{Instrument, PanelWave};
use super::stability::{disjoint_correlation, latent_stability, one_coordinate, spread_ratio};
use super::statistic::{Statistic, StatisticValues};

/// Years from the first interview to the late sample.
pub const LATE_YEARS: f64 = 12.0;

/// Factors of the bank that correspond to factors of the real panels: faith, sharing, institutions. The others have no
/// counterpart.
const FAITH: usize = 3;
const SHARING: usize = 0;
const INSTITUTIONS: usize = 1;

/// Responses of a panel.
#[derive(Clone, Debug)]
pub struct PanelResponses {
    /// At three interviews, two years apart.
    pub waves: [Vec<Categories>; 3],
    /// [`LATE_YEARS`] after the first.
    pub late: Vec<Categories>,
    /// Seed of the questions that are asked.
    pub seed: u64,
}

impl PanelResponses {
    /// Measures the panel.
    pub fn measure(&self, instrument: &Instrument) -> StatisticValues {
        let waves = self.waves.each_ref().map(|wave| PanelWave::new(instrument, wave, self.seed));
        let [first, second, third] = &waves;
        let points = waves.each_ref().map(|wave| wave.whole.points.as_slice());
        let surprisals = waves.each_ref().map(|wave| wave.whole.surprisals.as_slice());
        let stability = latent_stability(points);
        let of_factor = |k: usize| {
            let scores = waves.each_ref().map(|wave| one_coordinate(&wave.whole.factors, k));
            latent_stability(scores.each_ref().map(Vec::as_slice))
        };
        let forward = |share: f64| excess(surprisals[0], surprisals[1], surprisals[2], share);
        let reversed = |share: f64| excess(surprisals[2], surprisals[1], surprisals[0], share);
        let metric = &instrument.metric;
        let gradient =
            |a: usize, b: usize, c: usize| drift_coefficient(metric, points[a], points[b], points[c]);
        let [early, after_four, late] = [&self.waves[0], &self.waves[2], &self.late]
            .map(|responses| Constraint::new(responses, CROSS_SECTION_QUESTIONS));
        let growth = |of: fn(&Constraint) -> f64| libm::log(of(&late) / of(&early)) / (LATE_YEARS / 10.0);
        let responses = self.waves.each_ref().map(Vec::as_slice);
        let value = |(statistic, _): (Statistic, &str)| match statistic {
            Statistic::StabilityTwoYears => stability,
            Statistic::StabilityFourYears => stability * stability,
            Statistic::StabilityFaith => of_factor(FAITH),
            Statistic::StabilitySharing => of_factor(SHARING),
            Statistic::StabilityInstitutions => of_factor(INSTITUTIONS),
            Statistic::KeptForward => forward(0.1).kept(),
            Statistic::KeptReversed => reversed(0.1).kept(),
            Statistic::NetFlow => forward(0.1).change() - reversed(0.1).change(),
            Statistic::SpreadFourYears => spread_ratio(first, third),
            Statistic::ParticipationRatio => growth(|c| c.participation_ratio),
            Statistic::FirstFactor => growth(|c| c.first_share),
            Statistic::GradientForward => gradient(0, 1, 2),
            Statistic::GradientReversed => gradient(2, 1, 0),
            Statistic::StabilityQuestion => median_question_stability(responses, CROSS_SECTION_QUESTIONS),
            Statistic::SquaredCorrelation => after_four.squared_correlation / early.squared_correlation,
            Statistic::NetOutward => net_outward(surprisals[0], surprisals[2]),
            Statistic::KeptFifthForward => forward(0.2).kept(),
            Statistic::KeptFifthReversed => reversed(0.2).kept(),
            Statistic::DisjointFourYears => disjoint_correlation(first, third),
            Statistic::SplitForward => split_kept(first, second, 0.1),
            Statistic::SplitReversed => split_kept(second, first, 0.1),
            Statistic::DisjointTwoYears => disjoint_correlation(first, second),
            Statistic::SpreadTwoYears => spread_ratio(first, second),
            Statistic::NaiveChange => excess(surprisals[0], surprisals[0], surprisals[1], 0.1).change(),
            Statistic::NaiveGradient => gradient(0, 0, 1),
        };
        StatisticValues(Statistic::ALL.map(value))
    }
}
