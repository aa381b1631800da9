//! Who takes the quiz so that its numbers can be checked?

use normie_descent::chance::{Chance, Purpose, below};
use normie_descent::crowd::Person;
use normie_descent::items::{Answers, STEPS, Step, item_models};
use normie_descent::perplexity::{CALIBRATORS, Calibration, PEOPLE, Placed, Predictor, place, takers};
use normie_descent::session::SEED;
use rand::Rng;

/// The quiz's own crowd, with what its people reached on all 24 questions.
pub struct Quiz {
    /// Who predicts.
    pub predictor: Predictor,
    /// How others did.
    pub calibration: Calibration,
}

impl Quiz {
    /// The crowd of set 1.
    pub fn new() -> Quiz {
        let predictor = Predictor::today(SEED);
        let takers = takers(SEED);
        let calibration = Calibration::new(&predictor, &takers, &takers[0]);
        Quiz { predictor, calibration }
    }
}

/// People after the crowd and its quiz takers on whom choices were made, as that of
/// [`normie_descent::perplexity::FAIRNESS`]: who is looked at while choosing says little about what was chosen.
const CHOSEN_ON: usize = 2_000;

/// Simulated people the crowd has never met, who take the quiz twice.
pub struct Visitors {
    /// Who they are.
    pub people: Vec<Person>,
    /// What they answer.
    pub answers: Vec<Answers>,
    /// What becomes of it.
    pub placed: Vec<Placed>,
    /// What becomes of it when they answer another time.
    pub placed_again: Vec<Placed>,
}

impl Visitors {
    /// The first `count` of them.
    pub fn new(quiz: &Quiz, count: usize) -> Visitors {
        let models = item_models();
        let first = PEOPLE + CALIBRATORS + CHOSEN_ON;
        let people: Vec<Person> = (first..first + count).map(|n| Person::nth(SEED, n)).collect();
        let answers = |occasion| -> Vec<Answers> {
            people.iter().map(|person| person.answers(&models, occasion)).collect()
        };
        let (first, again) = (answers(0), answers(1));
        let [placed, placed_again] = [&first, &again].map(|answers| place(&quiz.predictor, answers));
        Visitors { people, answers: first, placed, placed_again }
    }

    /// Who is truly among the tenth furthest out, by the squared length of their factors.
    pub fn outermost_by_factors(&self) -> Vec<bool> {
        outermost(self.people.iter().map(|person| person.factors.iter().map(|f| f * f).sum()).collect())
    }

    /// The same by the squared length of their shared beliefs on the 24 questions.
    pub fn outermost_by_beliefs(&self) -> Vec<bool> {
        let models = item_models();
        let length = |person: &Person| {
            models.iter().map(|model| model.shared(&person.factors)).fold(0.0, |sum, m| sum + m * m)
        };
        outermost(self.people.iter().map(length).collect())
    }
}

fn outermost(lengths: Vec<f64>) -> Vec<bool> {
    let least = super::statistics::quantile(&lengths, 0.9);
    lengths.into_iter().map(|length| length >= least).collect()
}

/// `count` people who click at random on every question.
pub fn random_clickers(count: usize) -> Vec<Answers> {
    let clicks = |n| {
        let mut stream = Chance::new(SEED, Purpose::Ties).of(n);
        Answers(core::array::from_fn(|_| Step::new(below(STEPS as u32, stream.next_u32()) as usize)))
    };
    (0..count).map(clicks).collect()
}
