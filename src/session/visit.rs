//! A visitor: their reading, and their year.

use super::SEED;
use super::listener::Listener;
use crate::crowd::{Axes, draw};
use crate::explanation::{Again, Explanation};
use crate::future::{Year, beliefs_of};
use crate::items::{ASKED, Answers, Step};
use crate::perplexity::{CALIBRATORS, Calibration, NothingAnswered, PEOPLE, Posterior, read, takers};
use crate::protocol::{FromWorker, Reply, RunId, Somebody, Told, YEAR, YearFrame};
use crate::worlds::{Opened, Opening, SettingError};

/// The crowd of the quiz, made when it is first needed, and the year that is going on.
#[derive(Default)]
pub(super) struct Visit {
    listener: Option<Listener>,
    crowd: Option<Crowd>,
    year: Option<(RunId, Answers, Stage)>,
}

/// People drawn, or moved in, in a slice of making the year's world.
const SLICE: u32 = 1_000;

enum Stage {
    Opening(Box<Opening>),
    Open(Box<Year>),
}

/// Who has taken the quiz, and where those stand who predict.
struct Crowd {
    takers: Vec<Answers>,
    /// Results on the questions last asked for, and which those were.
    calibration: (Vec<bool>, Calibration),
    again: Again,
    /// The essay's plane, and where those who predict stand on it: x, y, x, y ….
    plane: Axes,
    spots: Vec<f32>,
}

impl Crowd {
    fn new(listener: &Listener) -> Crowd {
        let takers = takers(SEED);
        let full = Answers([Step::new(0); ASKED.len()]);
        let calibration = (shown(&full), Calibration::new(&listener.predictor, &takers, &full));
        let again = Again::new(SEED);
        let plane = Axes::new(SEED, 2).expect("a plane has two dimensions");
        let spots = draw(SEED, PEOPLE, &plane).expect("80 KB are to be had").values().to_vec();
        Crowd { takers, calibration, again, plane, spots }
    }

    fn calibration(&mut self, listener: &Listener, answers: &Answers) -> &Calibration {
        let shown = shown(answers);
        if self.calibration.0 != shown {
            self.calibration = (shown, Calibration::new(&listener.predictor, &self.takers, answers));
        }
        &self.calibration.1
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
    pub fn listener(&mut self) -> &Listener {
        self.listener.get_or_insert_with(Listener::new)
    }

    /// The same, if they listen already.
    pub fn listening(&self) -> Option<&Listener> {
        self.listener.as_ref()
    }

    fn crowd(&mut self) -> (&Listener, &mut Crowd) {
        let listener = self.listener.get_or_insert_with(Listener::new);
        (listener, self.crowd.get_or_insert_with(|| Crowd::new(listener)))
    }

    /// Reads a visitor, and says who of the crowd goes home at which part of their sentence.
    pub fn read(&mut self, run: RunId, answers: &Answers) -> Result<Reply, NothingAnswered> {
        let (listener, crowd) = self.crowd();
        let Listener { predictor, explainer } = listener;
        let reading = read(predictor, crowd.calibration(listener, answers), answers)?;
        let posterior = predictor.posterior(answers);
        let explanation = explainer.explain((&posterior.people(), answers), None);
        let explanation = explanation.adding_up_to(reading.identity_bits);
        let matched = explainer.matched_parts(&explanation).into_iter().map(f32::from).collect();
        let (seconds, spread) = (explanation.seconds(), crowd.again.spread(&posterior, answers));
        let spot = beliefs_of(SEED, predictor, answers, SEED, &crowd.plane);
        let told = Told {
            explanation,
            seconds: [(seconds - spread).max(0.0), seconds + spread],
            neighbour: explainer.nearest(answers),
            spot: [spot[0], spot[1]],
        };
        let message = FromWorker::Scored { run, reading: Box::new(reading), told: Box::new(told) };
        Ok(Reply { message, arrays: vec![crowd.spots.clone(), matched] })
    }

    /// One of those who have taken the quiz: neighbours in the row are strides apart, so that they come in no order.
    pub fn another(&mut self, nth: u32) -> Somebody {
        // Prime to the number of people, so that all have their turn.
        const STRIDE: usize = 619;
        let (Listener { predictor, explainer }, crowd) = self.crowd();
        let at = nth as usize % CALIBRATORS * STRIDE % CALIBRATORS;
        let answers = &crowd.takers[at];
        let posterior = predictor.posterior(answers);
        let identity_bits = posterior.identity_bits();
        let explanation = explainer.explain((&posterior.people(), answers), None);
        let explanation = explanation.adding_up_to(identity_bits);
        Somebody { number: (PEOPLE + at) as u32, explanation, identity_bits }
    }

    /// Two people told alone, and each to who knows the other.
    pub fn compare(&mut self, answers: &[Answers; 2]) -> Result<[[Explanation; 2]; 2], NothingAnswered> {
        if answers.iter().any(|answers| answers.count() == 0) {
            return Err(NothingAnswered);
        }
        let Listener { predictor, explainer } = self.listener();
        let posteriors = answers.each_ref().map(|answers| predictor.posterior(answers));
        let known = posteriors.each_ref().map(Posterior::people);
        let who = [0, 1].map(|one| (&known[one][..], &answers[one]));
        let explained = |one: usize, friend| {
            explainer.explain(who[one], friend).adding_up_to(posteriors[one].identity_bits())
        };
        let alone = [0, 1].map(|one| explained(one, None));
        let by_other = [0, 1].map(|one| explained(one, Some(who[1 - one])));
        Ok([alone, by_other])
    }

    pub fn open_year(&mut self, run: RunId, answers: &Answers) -> Result<Reply, SettingError> {
        // The old world goes before the new one comes: together they might not fit.
        self.year = None;
        let opening = Box::new(Opening::new(Year::setting(SEED))?);
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
                Opened::Underway { share } => return Ok(Some(FromWorker::YearOpening { run, share }.into())),
                Opened::Open(world) => {
                    let answers = *answers;
                    let year = Year::begin(*world, SEED, &self.listener().predictor, &answers)?;
                    self.year = Some((run, answers, Stage::Open(Box::new(year))));
                }
            },
            Stage::Open(year) => {
                let left = u32::from(YEAR).saturating_sub(year.world().day());
                (0..left.min(u32::from(days))).for_each(|_| year.step());
            }
        }
        Ok(self.report(run))
    }

    fn report(&mut self, run: RunId) -> Option<Reply> {
        let Some((_, answers, Stage::Open(year))) = self.year.as_mut() else { return None };
        let listener = self.listener.as_ref()?;
        let crowd = self.crowd.get_or_insert_with(|| Crowd::new(listener));
        let median = crowd.calibration(listener, answers).median_bits();
        let (lives, survey) = year.report(&listener.predictor, median);
        let day = year.world().day() as u16;
        let (kinds, groups) = match day {
            0 => year.kinds(SEED),
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
