//! Crowds of the question sets: who sentences are said to, and who else has taken a set. Each is made when it is first needed.

use super::reference_population::ReferencePopulation;
use quiz::explanation::{PEOPLE, SentenceNorms};
use quiz::population::{OpinionSpace, draw};
use quiz::questionnaire::QuestionSet;

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

    /// The same, and who else has taken `set`.
    pub(super) fn crowd(&mut self, set: &'static QuestionSet) -> (&ReferencePopulation, &Crowd) {
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

/// Sentences about others who answered the same questions, and where the crowd stands on the essay's plane.
pub(super) struct Crowd {
    pub norms: SentenceNorms,
    /// The essay's plane, and where the people of the crowd stand on it: x, y, x, y ….
    pub plane: OpinionSpace,
    pub spots: Vec<f32>,
}

impl Crowd {
    fn new(listener: &ReferencePopulation) -> Crowd {
        let set = listener.set();
        let plane = OpinionSpace::new(set.seed(), 2).expect("a plane has two dimensions");
        let spots = draw(set.seed(), PEOPLE, &plane).expect("80 KB are to be had").values().to_vec();
        Crowd { norms: SentenceNorms::new(&listener.explainer), plane, spots }
    }
}
