//! Simulated visitors of the quiz.

use drift::rng::{StreamKey, bounded_u32};
use quiz::domains;
use quiz::population::Respondent;
use quiz::population::SEED;
use quiz::questionnaire::{Answers, CATEGORIES, Response, SET_1};
use quiz::scoring::{BatchScore, NORM_SAMPLE_SIZE, Norms, PEOPLE, Predictor, norm_sample, score_batch};
use rand::Rng;

/// The quiz's predictor and norms.
pub struct Quiz {
    /// Predictor of the current questionnaire.
    pub predictor: Predictor,
    /// Scores of the norm sample.
    pub norms: Norms,
}

impl Quiz {
    /// Predictor and norms of question set 1.
    pub fn of_set_1() -> Quiz {
        let predictor = Predictor::today(&SET_1, SEED);
        let norm_sample = norm_sample(&SET_1, SEED);
        let norms = Norms::new(&predictor, &norm_sample, &norm_sample[0]);
        Quiz { predictor, norms }
    }
}

/// Number of simulated people after the norm sample on whom constants such as [`quiz::scoring::STYLE_CORRECTION`] were
/// chosen. They are skipped, because a validation needs people who were not used for the choice.
const CHOSEN_ON: usize = 2_000;

/// Simulated visitors, not in the predictor's population, who take the quiz twice.
pub struct Visitors {
    /// The people.
    pub people: Vec<Respondent>,
    /// Their answers.
    pub answers: Vec<Answers>,
    /// Scores of their answers.
    pub placed: Vec<BatchScore>,
    /// Scores of their answers in a retest.
    pub placed_again: Vec<BatchScore>,
}

impl Visitors {
    /// The first `count` visitors.
    pub fn new(quiz: &Quiz, count: usize) -> Visitors {
        let models = SET_1.models();
        let first = PEOPLE + NORM_SAMPLE_SIZE + CHOSEN_ON;
        let people: Vec<Respondent> = (first..first + count).map(|n| Respondent::nth(SEED, n)).collect();
        let answers = |occasion| -> Vec<Answers> {
            people.iter().map(|person| person.answers(&models, occasion)).collect()
        };
        let (first, again) = (answers(0), answers(1));
        let [placed, placed_again] = [&first, &again].map(|answers| score_batch(&quiz.predictor, answers));
        Visitors { people, answers: first, placed, placed_again }
    }

    /// Which visitors are truly among the tenth furthest out, by the squared norm of their factors.
    pub fn outermost_by_factors(&self) -> Vec<bool> {
        outermost(self.people.iter().map(|person| person.factors.iter().map(|f| f * f).sum()).collect())
    }

    /// Which visitors are among the tenth furthest out, by the squared norm of their shared beliefs on the 24 questions.
    pub fn outermost_by_beliefs(&self) -> Vec<bool> {
        let models = SET_1.models();
        let length = |person: &Respondent| {
            models.iter().map(|model| model.shared(&person.factors)).fold(0.0, |sum, m| sum + m * m)
        };
        outermost(self.people.iter().map(length).collect())
    }
}

fn outermost(lengths: Vec<f64>) -> Vec<bool> {
    let least = super::statistics::quantile(&lengths, 0.9);
    lengths.into_iter().map(|length| length >= least).collect()
}

/// Answers of `count` random clickers to every question.
pub(super) fn random_clickers(count: usize) -> Vec<Answers> {
    let clicks = |n| {
        let mut stream = StreamKey::new(SEED, domains::TIES).stream(n);
        Answers::of(&SET_1, |_| Response::new(bounded_u32(CATEGORIES as u32, stream.next_u32()) as usize))
    };
    (0..count).map(clicks).collect()
}
