//! Scored interview: positions and surprisals of all people, from all their questions and from disjoint halves.

use super::belief_metric::{BeliefMetric, KernelPoint};
use super::factor_scores::Scorer;
use super::interview::{AskedQuestions, Categories};
use perplexity::item_bank::FACTORS;
use perplexity::response_model::{PARAMETERS, PersonParameters, factors};

/// Scorer and metric with which a panel is measured.
#[derive(Clone, Debug, Default)]
pub struct Instrument {
    /// Scorer of answers.
    pub scorer: Scorer,
    /// Metric of scores.
    pub metric: BeliefMetric,
}

/// Scores of all people from some of their questions.
#[derive(Clone, Debug, Default)]
pub struct WaveScores {
    /// Factor scores.
    pub factors: Vec<[f64; FACTORS]>,
    /// Positions in kernel units.
    pub points: Vec<KernelPoint>,
    /// Surprisals, bits.
    pub surprisals: Vec<f64>,
}

/// A scored interview.
#[derive(Clone, Debug)]
pub struct PanelWave {
    /// From all questions.
    pub whole: WaveScores,
    /// From either half.
    pub halves: [WaveScores; 2],
}

impl PanelWave {
    /// Scores the responses of an interview; the questions of person n are those of `seed`.
    pub fn new(instrument: &Instrument, responses: &[Categories], seed: u64) -> PanelWave {
        let mut wave = PanelWave { whole: WaveScores::default(), halves: Default::default() };
        for (n, categories) in responses.iter().enumerate() {
            let asked = AskedQuestions::of_person(seed, n);
            let mode = wave.whole.add(instrument, categories, &asked.all, &[0.0; PARAMETERS]);
            for (half, asked) in wave.halves.iter_mut().zip(&asked.halves) {
                half.add(instrument, categories, asked, &mode);
            }
        }
        wave
    }
}

impl WaveScores {
    /// Adds a person; the search for the mode, which is returned, begins at `start`.
    fn add(
        &mut self,
        instrument: &Instrument,
        categories: &Categories,
        asked: &[u8],
        start: &PersonParameters,
    ) -> PersonParameters {
        let scores = instrument.scorer.score(categories, asked, start);
        self.factors.push(*factors(&scores.mode));
        self.points.push(instrument.metric.point(&scores));
        self.surprisals.push(instrument.metric.surprisal(&scores));
        scores.mode
    }
}
