//! A visitor: their score, and their year.

use thiserror::Error;

use super::crowds::Crowds;
use super::reference_population::ReferencePopulation;
use crate::protocol::{FromWorker, Reply, RunId, ScoreDetails, Somebody, YEAR, YearFrame};
use perplexity::respondent::SimulatedRespondent;
use perplexity::score::expected_surprisal;
use quiz::comparison::DifferentSets;
use quiz::explanation::{Explanation, PEOPLE};
use quiz::population::{opinions_of, responses};
use quiz::questionnaire::{Answers, CURRENT, QuestionSet};
use quiz::quiz_session::sitting;
use quiz::scoring::{NothingAnswered, posterior, score};
use scenario::{Year, stratified_selves};
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

/// People beside the crowd who have taken the current set and can be met.
const OTHERS: usize = 2_000;

/// Questions that they were asked.
const OTHERS_ASKED: usize = 24;

enum Stage {
    Opening(Box<WorldConstruction>),
    /// The year, and the day of the survey whose clusters were sent last.
    Open(Box<Year>, Option<u16>),
}

impl Visit {
    /// Gets the crowd of the current set ready; tells how many people sentences are said to.
    pub(super) fn prepare(&mut self) -> u32 {
        self.crowds.crowd(CURRENT);
        PEOPLE as u32
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
        let posterior = posterior(answers)?;
        let (listener, crowd) = self.crowds.crowd(answers.set());
        let ReferencePopulation { likeness, explainer } = listener;
        let score = score(likeness, answers, &posterior);
        let explanation = explainer.explain((&posterior, answers), None);
        let matched = explainer.matched_parts(&explanation).into_iter().map(f32::from).collect();
        let lengths = crowd.norms.lengths(&posterior, answers);
        let seconds = explanation.seconds();
        let spot = |(number, own)| {
            let row = opinions_of(own, number, answers.set().seed(), &crowd.plane);
            [row[0], row[1]]
        };
        let selves = stratified_selves(answers, &posterior, likeness);
        let details = ScoreDetails {
            explanation,
            seconds: [(seconds - lengths.spread).max(0.0), seconds + lengths.spread],
            median_seconds: lengths.median,
            neighbour: explainer.nearest(answers),
            spots: selves.iter().enumerate().map(spot).collect(),
        };
        let message = FromWorker::Scored { run, score: Box::new(score), details: Box::new(details) };
        Ok(Reply { message, arrays: vec![crowd.spots.clone(), matched] })
    }

    /// One of those who have taken the current set: neighbours in the row are strides apart, so that they come in no order.
    pub(super) fn another(&mut self, nth: u32) -> Somebody {
        // Prime to the number of people, so that all have their turn.
        const STRIDE: usize = 619;
        let ReferencePopulation { likeness, explainer } = self.listener(CURRENT);
        let number = PEOPLE + nth as usize % OTHERS * STRIDE % OTHERS;
        let person = SimulatedRespondent::nth(CURRENT.seed(), number);
        let answers = sitting(likeness, &responses(CURRENT, &person, 0), number as u64, OTHERS_ASKED);
        let posterior = posterior(&answers).expect("simulated people pass nothing");
        let explanation = explainer.explain((&posterior, &answers), None);
        let surprisal = expected_surprisal(likeness, &posterior);
        Somebody { number: number as u32, explanation, surprisal }
    }

    /// Two people explained alone, and each to who knows the other.
    pub(super) fn compare(&mut self, answers: &[Answers; 2]) -> Result<[[Explanation; 2]; 2], NotComparable> {
        let [first, second] = [posterior(&answers[0])?, posterior(&answers[1])?];
        DifferentSets::check(answers.map(|answers| answers.set().id()))?;
        let explainer = &self.listener(answers[0].set()).explainer;
        let who = [(&first, &answers[0]), (&second, &answers[1])];
        let alone = [0, 1].map(|one| explainer.explain(who[one], None));
        let by_other = [0, 1].map(|one| explainer.explain(who[one], Some(who[1 - one])));
        Ok([alone, by_other])
    }

    pub(super) fn open_year(&mut self, run: RunId, answers: &Answers) -> Result<Reply, String> {
        // The old world goes before the new one comes: together they might not fit.
        self.year = None;
        posterior(answers).map_err(|nothing| nothing.to_string())?;
        let opening = WorldConstruction::new(Year::setting(answers.set().seed()));
        let opening = Box::new(opening.map_err(|refused| refused.to_string())?);
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
                    let posterior = posterior(answers).expect("a year is opened with answers");
                    let likeness = &self.crowds.listener(answers.set()).likeness;
                    let year = Year::begin(*world, answers, &posterior, likeness)?;
                    *stage = Stage::Open(Box::new(year), None);
                }
            },
            Stage::Open(year, _) => {
                let left = u32::from(YEAR).saturating_sub(year.world().step_count());
                (0..left.min(u32::from(days))).for_each(|_| year.step());
            }
        }
        Ok(self.report(run))
    }

    fn report(&mut self, run: RunId) -> Option<Reply> {
        let Some((_, _, Stage::Open(year, sent))) = self.year.as_mut() else { return None };
        let report = year.report();
        let is_new = sent.replace(report.survey.day) != Some(report.survey.day);
        let (kinds, groups) = match report.day {
            0 => year.prototype_groups(),
            _ if is_new => (Vec::new(), year.membership()),
            _ => Default::default(),
        };
        let frame = YearFrame { people: Year::PEOPLE as u32, dims: Year::DIMS as u32, report, kinds };
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
