//! Crowds of the question sets: who sentences are said to, who has taken a set, and their norms. Each is made when it is
//! first needed.

use super::reference_population::ReferencePopulation;
use quiz::explanation::SentenceRetest;
use quiz::population::{OpinionSpace, draw};
use quiz::questionnaire::{Answers, QuestionSet, Response};
use quiz::scoring::{Norms, PEOPLE, norm_sample};

/// The crowds of all sets that were asked about.
#[derive(Default)]
pub(super) struct Crowds(Vec<SetCrowd>);

struct SetCrowd {
    listener: ReferencePopulation,
    crowd: Option<Crowd>,
}

impl Crowds {
    /// Who sentences about answers to `set` are said to.
    pub(super) fn listener(&mut self, set: &'static QuestionSet) -> &ReferencePopulation {
        &self.of(set).listener
    }

    /// The same, if they listen already.
    pub(super) fn listening(&self, set: &QuestionSet) -> Option<&ReferencePopulation> {
        self.0.iter().map(|of_set| &of_set.listener).find(|listener| listener.set() == set)
    }

    /// The same, and who has taken `set`.
    pub(super) fn crowd(&mut self, set: &'static QuestionSet) -> (&ReferencePopulation, &mut Crowd) {
        let SetCrowd { listener, crowd } = self.of(set);
        let crowd = crowd.get_or_insert_with(|| Crowd::new(listener));
        (listener, crowd)
    }

    fn of(&mut self, set: &'static QuestionSet) -> &mut SetCrowd {
        let at = self.0.iter().position(|of_set| of_set.listener.set() == set).unwrap_or(self.0.len());
        if at == self.0.len() {
            self.0.push(SetCrowd { listener: ReferencePopulation::new(set), crowd: None });
        }
        &mut self.0[at]
    }
}

/// Who has taken a set, and where those stand who predict.
pub(super) struct Crowd {
    pub norm_sample: Vec<Answers>,
    /// Results on the questions last asked for, and which those were.
    norms: (Vec<bool>, Norms),
    pub again: SentenceRetest,
    /// The essay's plane, and where those who predict stand on it: x, y, x, y ….
    pub plane: OpinionSpace,
    pub spots: Vec<f32>,
}

impl Crowd {
    fn new(listener: &ReferencePopulation) -> Crowd {
        let set = listener.set();
        let norm_sample = norm_sample(set, set.seed());
        let full = Answers::of(set, |_| Response::new(0));
        let norms = (shown(&full), Norms::new(&listener.predictor, &norm_sample, &full));
        let again = SentenceRetest::new(set, set.seed());
        let plane = OpinionSpace::new(set.seed(), 2).expect("a plane has two dimensions");
        let spots = draw(set.seed(), PEOPLE, &plane).expect("80 KB are to be had").values().to_vec();
        Crowd { norm_sample, norms, again, plane, spots }
    }

    /// Norms on the questions that are answered.
    pub(super) fn norms(&mut self, listener: &ReferencePopulation, answers: &Answers) -> &Norms {
        let shown = shown(answers);
        if self.norms.0 != shown {
            self.norms = (shown, Norms::new(&listener.predictor, &self.norm_sample, answers));
        }
        &self.norms.1
    }
}

fn shown(answers: &Answers) -> Vec<bool> {
    answers.responses().iter().map(Option::is_some).collect()
}
