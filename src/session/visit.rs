//! A visitor: their reading, and their year.

use super::reference_population::ReferencePopulation;
use crate::protocol::{FromWorker, Reply, RunId, ScoreDetails, Somebody, YEAR, YearFrame};
use quiz::explanation::{Explanation, SentenceRetest};
use quiz::population::SEED;
use quiz::population::{OpinionSpace, draw};
use quiz::questionnaire::{ASKED, Answers, Response};
use quiz::scoring::{NORM_SAMPLE_SIZE, Norms, NothingAnswered, PEOPLE, Posterior, norm_sample, score};
use scenario::{Year, beliefs_of};
use settings::{ConstructionProgress, SettingError, WorldConstruction};

/// The crowd of the quiz, made when it is first needed, and the year that is going on.
#[derive(Default)]
pub(super) struct Visit {
    listener: Option<ReferencePopulation>,
    crowd: Option<Crowd>,
    year: Option<(RunId, Answers, Stage)>,
}

/// People drawn, or moved in, in a slice of making the year's world.
const SLICE: u32 = 1_000;

enum Stage {
    Opening(Box<WorldConstruction>),
    Open(Box<Year>),
}

/// Who has taken the quiz, and where those stand who predict.
struct Crowd {
    norm_sample: Vec<Answers>,
    /// Results on the questions last asked for, and which those were.
    norms: (Vec<bool>, Norms),
    again: SentenceRetest,
    /// The essay's plane, and where those who predict stand on it: x, y, x, y ….
    plane: OpinionSpace,
    spots: Vec<f32>,
}

impl Crowd {
    fn new(listener: &ReferencePopulation) -> Crowd {
        let norm_sample = norm_sample(SEED);
        let full = Answers([Response::new(0); ASKED.len()]);
        let norms = (shown(&full), Norms::new(&listener.predictor, &norm_sample, &full));
        let again = SentenceRetest::new(SEED);
        let plane = OpinionSpace::new(SEED, 2).expect("a plane has two dimensions");
        let spots = draw(SEED, PEOPLE, &plane).expect("80 KB are to be had").values().to_vec();
        Crowd { norm_sample, norms, again, plane, spots }
    }

    fn norms(&mut self, listener: &ReferencePopulation, answers: &Answers) -> &Norms {
        let shown = shown(answers);
        if self.norms.0 != shown {
            self.norms = (shown, Norms::new(&listener.predictor, &self.norm_sample, answers));
        }
        &self.norms.1
    }
}

fn shown(answers: &Answers) -> Vec<bool> {
    answers.0.iter().map(Option::is_some).collect()
}

impl Visit {
    /// Gets the crowd ready; tells how many people predict.
    pub fn prepare(&mut self) -> u32 {
        self.crowd().0.predictor.people() as u32
    }

    /// Who sentences are said to.
    pub fn listener(&mut self) -> &ReferencePopulation {
        self.listener.get_or_insert_with(ReferencePopulation::new)
    }

    /// The same, if they listen already.
    pub fn listening(&self) -> Option<&ReferencePopulation> {
        self.listener.as_ref()
    }

    fn crowd(&mut self) -> (&ReferencePopulation, &mut Crowd) {
        let listener = self.listener.get_or_insert_with(ReferencePopulation::new);
        (listener, self.crowd.get_or_insert_with(|| Crowd::new(listener)))
    }

    /// Reads a visitor, and says who of the crowd goes home at which part of their sentence.
    pub fn read(&mut self, run: RunId, answers: &Answers) -> Result<Reply, NothingAnswered> {
        let (listener, crowd) = self.crowd();
        let ReferencePopulation { predictor, explainer } = listener;
        let reading = score(predictor, crowd.norms(listener, answers), answers)?;
        let posterior = predictor.posterior(answers);
        let explanation = explainer.explain((&posterior.people(), answers), None);
        let explanation = explanation.scale_to(reading.identity_bits);
        let matched = explainer.matched_parts(&explanation).into_iter().map(f32::from).collect();
        let (seconds, spread) = (explanation.seconds(), crowd.again.spread(&posterior, answers));
        let spot = beliefs_of(SEED, predictor, answers, SEED, &crowd.plane);
        let details = ScoreDetails {
            explanation,
            seconds: [(seconds - spread).max(0.0), seconds + spread],
            neighbour: explainer.nearest(answers),
            spot: [spot[0], spot[1]],
        };
        let message = FromWorker::Scored { run, reading: Box::new(reading), details: Box::new(details) };
        Ok(Reply { message, arrays: vec![crowd.spots.clone(), matched] })
    }

    /// One of those who have taken the quiz: neighbours in the row are strides apart, so that they come in no order.
    pub fn another(&mut self, nth: u32) -> Somebody {
        // Prime to the number of people, so that all have their turn.
        const STRIDE: usize = 619;
        let (ReferencePopulation { predictor, explainer }, crowd) = self.crowd();
        let at = nth as usize % NORM_SAMPLE_SIZE * STRIDE % NORM_SAMPLE_SIZE;
        let answers = &crowd.norm_sample[at];
        let posterior = predictor.posterior(answers);
        let identity_bits = posterior.identity_bits();
        let explanation = explainer.explain((&posterior.people(), answers), None);
        let explanation = explanation.scale_to(identity_bits);
        Somebody { number: (PEOPLE + at) as u32, explanation, identity_bits }
    }

    /// Two people explained alone, and each to who knows the other.
    pub fn compare(&mut self, answers: &[Answers; 2]) -> Result<[[Explanation; 2]; 2], NothingAnswered> {
        if answers.iter().any(|answers| answers.count() == 0) {
            return Err(NothingAnswered);
        }
        let ReferencePopulation { predictor, explainer } = self.listener();
        let posteriors = answers.each_ref().map(|answers| predictor.posterior(answers));
        let known = posteriors.each_ref().map(Posterior::people);
        let who = [0, 1].map(|one| (&known[one][..], &answers[one]));
        let explained = |one: usize, friend| {
            explainer.explain(who[one], friend).scale_to(posteriors[one].identity_bits())
        };
        let alone = [0, 1].map(|one| explained(one, None));
        let by_other = [0, 1].map(|one| explained(one, Some(who[1 - one])));
        Ok([alone, by_other])
    }

    pub fn open_year(&mut self, run: RunId, answers: &Answers) -> Result<Reply, SettingError> {
        // The old world goes before the new one comes: together they might not fit.
        self.year = None;
        let opening = Box::new(WorldConstruction::new(Year::setting(SEED))?);
        self.year = Some((run, *answers, Stage::Opening(opening)));
        Ok(FromWorker::YearOpening { run, share: 0.0 }.into())
    }

    /// Does a slice of making the year's world, or lets days pass in it, to the end of the year at most; nothing if
    /// this year is not open.
    pub fn advance(&mut self, run: RunId, days: u16) -> Result<Option<Reply>, SettingError> {
        let Some((_, answers, stage)) = self.year.as_mut().filter(|(open, ..)| *open == run) else {
            return Ok(None);
        };
        match stage {
            Stage::Opening(opening) => match opening.advance(SLICE)? {
                ConstructionProgress::Underway { share } => {
                    return Ok(Some(FromWorker::YearOpening { run, share }.into()));
                }
                ConstructionProgress::Done(world) => {
                    let answers = *answers;
                    let year = Year::begin(*world, SEED, &self.listener().predictor, &answers)?;
                    self.year = Some((run, answers, Stage::Open(Box::new(year))));
                }
            },
            Stage::Open(year) => {
                let left = u32::from(YEAR).saturating_sub(year.world().step_count());
                (0..left.min(u32::from(days))).for_each(|_| year.step());
            }
        }
        Ok(self.report(run))
    }

    fn report(&mut self, run: RunId) -> Option<Reply> {
        let Some((_, answers, Stage::Open(year))) = self.year.as_mut() else { return None };
        let listener = self.listener.as_ref()?;
        let crowd = self.crowd.get_or_insert_with(|| Crowd::new(listener));
        let median = crowd.norms(listener, answers).median_bits();
        let (lives, survey) = year.report(&listener.predictor, median);
        let day = year.world().step_count() as u16;
        let (kinds, groups) = match day {
            0 => year.prototype_groups(SEED),
            day if day == survey.day => (Vec::new(), year.membership()),
            _ => Default::default(),
        };
        let (people, dims) = (Year::PEOPLE as u32, Year::DIMS as u32);
        let frame = YearFrame { day, people, dims, lives, survey, kinds };
        let mut arrays = vec![year.map()];
        if !groups.is_empty() {
            arrays.push(groups);
        }
        Some(Reply { message: FromWorker::Year { run, frame }, arrays })
    }

    pub fn close(&mut self, run: RunId) {
        self.year.take_if(|(open, ..)| *open == run);
    }
}
