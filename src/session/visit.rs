//! A visitor: their reading, and their year.

use super::SEED;
use crate::future::{Year, YearError};
use crate::items::{ASKED, Answers, Step};
use crate::perplexity::{Calibration, NothingAnswered, Predictor, Reading, read, takers};
use crate::protocol::{FromWorker, Reply, RunId, YEAR, YearFrame};
use crate::tribes::Tribes;

/// The crowd of the quiz, made when it is first needed, and the year that is going on.
#[derive(Default)]
pub(super) struct Visit {
    crowd: Option<Crowd>,
    year: Option<(RunId, Answers, Year)>,
}

/// Who predicts and who has taken the quiz.
struct Crowd {
    predictor: Predictor,
    takers: Vec<Answers>,
    /// Results on the questions last asked for, and which those were.
    calibration: (Vec<bool>, Calibration),
}

impl Crowd {
    fn new() -> Crowd {
        let predictor = Predictor::today(SEED);
        let takers = takers(SEED);
        let full = Answers([Step::new(0); ASKED.len()]);
        let calibration = (shown(&full), Calibration::new(&predictor, &takers, &full));
        Crowd { predictor, takers, calibration }
    }

    fn calibration(&mut self, answers: &Answers) -> &Calibration {
        let shown = shown(answers);
        if self.calibration.0 != shown {
            self.calibration = (shown, Calibration::new(&self.predictor, &self.takers, answers));
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
        self.crowd().predictor.people() as u32
    }

    fn crowd(&mut self) -> &mut Crowd {
        self.crowd.get_or_insert_with(Crowd::new)
    }

    pub fn read(&mut self, answers: &Answers) -> Result<Reading, NothingAnswered> {
        let crowd = self.crowd();
        crowd.calibration(answers);
        read(&crowd.predictor, &crowd.calibration.1, answers)
    }

    pub fn open_year(&mut self, run: RunId, answers: &Answers) -> Result<Reply, YearError> {
        // The old world goes before the new one comes: together they might not fit.
        self.year = None;
        let predictor = &self.crowd().predictor;
        let year = Year::open(SEED, predictor, answers)?;
        let reply = reply(run, &year, answers, predictor);
        self.year = Some((run, *answers, year));
        Ok(reply)
    }

    /// Lets days pass, to the end of the year at most; nothing if this year is not open.
    pub fn advance(&mut self, run: RunId, days: u16) -> Option<Reply> {
        let (_, answers, year) = self.year.as_mut().filter(|(open, ..)| *open == run)?;
        let left = u32::from(YEAR).saturating_sub(year.world().day());
        for _ in 0..left.min(u32::from(days)) {
            year.step();
        }
        let predictor = &self.crowd.as_ref()?.predictor;
        Some(reply(run, year, answers, predictor))
    }

    pub fn close(&mut self, run: RunId) {
        self.year.take_if(|(open, ..)| *open == run);
    }
}

fn reply(run: RunId, year: &Year, answers: &Answers, today: &Predictor) -> Reply {
    let now = year.answers();
    let (points, you) = year.map();
    let tribes = Tribes::find(year.world().embedding(), year.world().spread());
    let frame = YearFrame {
        day: year.world().day() as u16,
        you,
        people: Year::PEOPLE as u32,
        dims: Year::DIMS as u32,
        kept: year.kept(),
        bits_today: today.posterior(&now).identity_bits(),
        bits_that_day: year.bits_that_day(&now),
        flipped: (0..ASKED.len()).filter(|&q| now.get(q) != answers.get(q)).map(|q| q as u8).collect(),
        tribes: tribes.count() as u16,
        loners: tribes.loners() as u32,
        you_in_tribe: tribes.at(year.coordinates()).is_some(),
    };
    Reply { message: FromWorker::Year { run, frame }, arrays: vec![points] }
}
