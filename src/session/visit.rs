//! A visitor: their score, and their year.

use thiserror::Error;

use super::crowds::Crowds;
use super::reference_population::ReferencePopulation;
use crate::protocol::{FromWorker, Reply, RunId, ScoreDetails, Somebody, YEAR, YearFrame};
use quiz::comparison::DifferentSets;
use quiz::explanation::Explanation;
use quiz::questionnaire::{Answers, CURRENT, QuestionSet};
use quiz::scoring::{NORM_SAMPLE_SIZE, NothingAnswered, PEOPLE, Posterior, score};
use scenario::{Year, beliefs_of};
use settings::{ConstructionProgress, SettingError, WorldConstruction};

/// The crowds of the quiz, and the year that is going on.
#[derive(Default)]
pub(super) struct Visit {
    crowds: Crowds,
    year: Option<(RunId, Answers, Stage)>,
}

/// Error of two people who cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(super) enum NotComparable {
    /// One of them has passed everything.
    #[error(transparent)]
    NothingAnswered(#[from] NothingAnswered),
    /// They answered different sets.
    #[error(transparent)]
    DifferentSets(#[from] DifferentSets),
}

/// People drawn, or moved in, in a slice of making the year's world.
const SLICE: u32 = 1_000;

enum Stage {
    Opening(Box<WorldConstruction>),
    Open(Box<Year>),
}

impl Visit {
    /// Gets the crowd of the current set ready; tells how many people predict.
    pub(super) fn prepare(&mut self) -> u32 {
        self.crowds.crowd(CURRENT).0.predictor.people() as u32
    }

    /// Who sentences about answers to `set` are said to.
    pub(super) fn listener(&mut self, set: &'static QuestionSet) -> &ReferencePopulation {
        self.crowds.listener(set)
    }

    /// The same, if they listen already.
    pub(super) fn listening(&self, set: &QuestionSet) -> Option<&ReferencePopulation> {
        self.crowds.listening(set)
    }

    /// Scores a visitor's answers and explains them; with the number of parts of the sentence that each respondent of the
    /// population matches before the first one that they do not.
    pub(super) fn score_answers(&mut self, run: RunId, answers: &Answers) -> Result<Reply, NothingAnswered> {
        let set = answers.set();
        let (listener, crowd) = self.crowds.crowd(set);
        let ReferencePopulation { predictor, explainer } = listener;
        let score = score(predictor, crowd.norms(listener, answers), answers)?;
        let posterior = predictor.posterior(answers);
        let explanation = explainer.explain((&posterior.people(), answers), None);
        let explanation = explanation.scale_to(score.identity_bits);
        let matched = explainer.matched_parts(&explanation).into_iter().map(f32::from).collect();
        let (seconds, spread) = (explanation.seconds(), crowd.again.spread(&posterior, answers));
        let spot = beliefs_of(set.seed(), predictor, answers, set.seed(), &crowd.plane);
        let details = ScoreDetails {
            explanation,
            seconds: [(seconds - spread).max(0.0), seconds + spread],
            neighbour: explainer.nearest(answers),
            spot: [spot[0], spot[1]],
        };
        let message = FromWorker::Scored { run, score: Box::new(score), details: Box::new(details) };
        Ok(Reply { message, arrays: vec![crowd.spots.clone(), matched] })
    }

    /// One of those who have taken the current set: neighbours in the row are strides apart, so that they come in no order.
    pub(super) fn another(&mut self, nth: u32) -> Somebody {
        // Prime to the number of people, so that all have their turn.
        const STRIDE: usize = 619;
        let (ReferencePopulation { predictor, explainer }, crowd) = self.crowds.crowd(CURRENT);
        let at = nth as usize % NORM_SAMPLE_SIZE * STRIDE % NORM_SAMPLE_SIZE;
        let answers = &crowd.norm_sample[at];
        let posterior = predictor.posterior(answers);
        let identity_bits = posterior.identity_bits();
        let explanation = explainer.explain((&posterior.people(), answers), None);
        let explanation = explanation.scale_to(identity_bits);
        Somebody { number: (PEOPLE + at) as u32, explanation, identity_bits }
    }

    /// Two people explained alone, and each to who knows the other.
    pub(super) fn compare(&mut self, answers: &[Answers; 2]) -> Result<[[Explanation; 2]; 2], NotComparable> {
        if answers.iter().any(|answers| answers.count() == 0) {
            return Err(NothingAnswered.into());
        }
        DifferentSets::check(answers.map(|answers| answers.set().id()))?;
        let ReferencePopulation { predictor, explainer } = self.listener(answers[0].set());
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

    pub(super) fn open_year(&mut self, run: RunId, answers: &Answers) -> Result<Reply, SettingError> {
        // The old world goes before the new one comes: together they might not fit.
        self.year = None;
        let opening = Box::new(WorldConstruction::new(Year::setting(answers.set().seed()))?);
        self.year = Some((run, *answers, Stage::Opening(opening)));
        Ok(FromWorker::YearOpening { run, share: 0.0 }.into())
    }

    /// Does a slice of making the year's world, or lets days pass in it, to the end of the year at most; nothing if
    /// this year is not open.
    pub(super) fn advance(&mut self, run: RunId, days: u16) -> Result<Option<Reply>, SettingError> {
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
                    let set = answers.set();
                    let year = Year::begin(*world, set.seed(), &self.listener(set).predictor, &answers)?;
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
        let set = answers.set();
        let (listener, crowd) = self.crowds.crowd(set);
        let median = crowd.norms(listener, answers).median_bits();
        let (outcomes, survey) = year.report(&listener.predictor, median);
        let day = year.world().step_count() as u16;
        let (kinds, groups) = match day {
            0 => year.prototype_groups(set.seed()),
            day if day == survey.day => (Vec::new(), year.membership()),
            _ => Default::default(),
        };
        let (people, dims) = (Year::PEOPLE as u32, Year::DIMS as u32);
        let frame = YearFrame { day, people, dims, outcomes, survey, kinds };
        let mut arrays = vec![year.map()];
        if !groups.is_empty() {
            arrays.push(groups);
        }
        Some(Reply { message: FromWorker::Year { run, frame }, arrays })
    }

    pub(super) fn close(&mut self, run: RunId) {
        self.year.take_if(|(open, ..)| *open == run);
    }
}
