//! A year on the feed.

mod map;

use super::answering::Answering;
use super::companions::companions;
use super::lever::{Lever, found_circle};
use super::outlook;
use super::report::{Life, Survey, TribeSeen};
use super::visitor::Visitor;
use crate::crowd::Axes;
use crate::drift::{DriftError, PersonId, World};
use crate::items::{ASKED, Answers, ItemModel, item_models};
use crate::perplexity::{Predictor, place};
use crate::tribes::{Tribes, names, typical};
use crate::worlds::{Setting, SettingError};

/// The visitor in a world of [`Year::PEOPLE`] simulated people with [`Year::DIMS`] beliefs each, once for every lever.
pub struct Year {
    world: World,
    models: [ItemModel; ASKED.len()],
    /// The visitor on day 0, and their lives in the order of [`Lever::ALL`].
    visitor: Answering,
    lives: Vec<PersonId>,
    /// Simulated people who read along like the visitor, to compare with.
    companions: Vec<(PersonId, Answering)>,
    /// The crowd of day 0 as it predicts, and the median companion's bits before it.
    at_first: Predictor,
    median_at_first: f64,
    /// The crowd as it predicted when last looked at, and on which day that was.
    now: Option<(u16, Predictor)>,
    /// What each life answered last.
    known: Vec<Known>,
    /// Length of one standard deviation along the first principal direction of day 0.
    unit: f32,
    tribes: Tribes,
    survey: Survey,
    /// Companions' bits at the last survey, ascending.
    companions_bits: Vec<f64>,
}

/// Answers and their identity bits, kept because most days change none.
#[derive(Clone, Copy)]
struct Known {
    answers: Answers,
    /// Before today's crowd, and before this world's of day 0.
    at_first: [f64; 2],
    /// Before the crowd that was last looked at.
    now: Option<f64>,
}

impl Year {
    /// People in the visitor's world, the first ones of the crowd that predicts.
    pub const PEOPLE: usize = 4_000;

    /// Beliefs each of them has; the first 34 are the bank's items.
    pub const DIMS: usize = 512;

    /// Days between two surveys: tribes form over weeks.
    pub const SURVEY: u16 = 28;

    /// Days for which one look at what the crowd expects serves: making it costs as much as a day.
    const OUTLOOK: u16 = 14;

    /// The world before the visitor comes, with the crowd of `seed`.
    pub fn setting(seed: u64) -> Setting {
        Setting { seed, people: Year::PEOPLE as u32, dims: Year::DIMS as u32, ..Setting::default() }
    }

    /// Day 0 with the visitor in it, in one go. `today` is the crowd of `seed`.
    pub fn open(seed: u64, today: &Predictor, answers: &Answers) -> Result<Year, SettingError> {
        Year::begin(Year::setting(seed).open()?, seed, today, answers)
    }

    /// The same in a world that has been made of [`Year::setting`].
    pub fn begin(
        mut world: World,
        seed: u64,
        today: &Predictor,
        answers: &Answers,
    ) -> Result<Year, SettingError> {
        let axes = Axes::new(seed, Year::DIMS)?;
        let models = item_models();
        let known = Visitor::new(seed, today, &models, answers);
        let row = known.row(seed, &axes);
        let mut lives = Vec::new();
        for lever in Lever::ALL {
            lives.push(world.add_guest(&row, lever.traits(), 0)?);
        }
        found_circle(&mut world, lives[Lever::Mentors as usize], 1)?;
        let companions = companions(&mut world, seed, &axes, today, &models, answers)?;
        let along: f64 =
            (0..Year::PEOPLE).map(|n| f64::from(world.embedding().padded(n)[0])).map(|z| z * z).sum();
        let at_first = outlook::predictor(&world, &models);
        let tribes = Tribes::find(world.embedding(), world.spread());
        let fairness = today.posterior(answers).fairness();
        let visitor = Answering { latent: known.latent, style: known.style, given: *answers, fairness };
        let mut year = Year {
            unit: f64::sqrt(along / Year::PEOPLE as f64) as f32,
            known: vec![
                Known {
                    answers: *answers,
                    at_first: [today, &at_first].map(|crowd| visitor.bits(crowd, answers)),
                    now: None
                };
                lives.len()
            ],
            visitor,
            survey: Survey { day: 0, tribes: Vec::new(), loners: 0, kept: 0.0, median_bits: 0.0 },
            companions_bits: Vec::new(),
            median_at_first: 0.0,
            world,
            models,
            lives,
            companions,
            at_first,
            now: None,
            tribes,
        };
        year.companions_bits = year.bits_of_companions(&year.at_first);
        year.median_at_first = median(&year.companions_bits);
        year.survey.kept = year.kept();
        year.describe_tribes();
        Ok(year)
    }

    /// One day passes.
    pub fn step(&mut self) {
        self.world.step();
    }

    /// The world around the visitor.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// The visitor's lives on this day, and the crowd as it was when last surveyed, at most [`Year::SURVEY`] days ago.
    /// "That day's crowd" is the crowd of at most two weeks before.
    ///
    /// * `today` – the crowd that was there when the year was opened.
    /// * `median_today` – identity bits of the median simulated person before it.
    pub fn report(&mut self, today: &Predictor, median_today: f64) -> (Vec<Life>, Survey) {
        let day = self.world.day() as u16;
        let surveys = day >= self.survey.day + Year::SURVEY;
        let looked = self.now.take().filter(|(looked, _)| day < looked + Year::OUTLOOK && !surveys);
        let (looked, now) = looked.unwrap_or_else(|| {
            self.known.iter_mut().for_each(|known| known.now = None);
            (day, outlook::predictor(&self.world, &self.models))
        });
        if surveys {
            self.tribes = Tribes::find(self.world.embedding(), self.world.spread());
            self.companions_bits = self.bits_of_companions(&now);
            self.survey.day = day;
            self.survey.kept = self.kept();
            self.describe_tribes();
        }
        let fallen = median(&self.companions_bits) - self.median_at_first;
        self.survey.median_bits = (median_today + fallen).max(0.0);
        let lives = (0..self.lives.len()).map(|at| self.life(at, today, &now)).collect();
        for tribe in 0..self.survey.tribes.len() {
            self.survey.tribes[tribe].apart = self.apart(self.tribes.middle(tribe));
        }
        self.now = Some((looked, now));
        (lives, self.survey.clone())
    }

    fn life(&mut self, at: usize, today: &Predictor, now: &Predictor) -> Life {
        let answers = self.answers(&self.visitor, self.lives[at]);
        if self.known[at].answers != answers {
            let at_first = [today, &self.at_first].map(|crowd| self.visitor.bits(crowd, &answers));
            self.known[at] = Known { answers, at_first, now: None };
        }
        let [bits_today, bits_at_first] = self.known[at].at_first;
        // This world has fewer people than the quiz's crowd, and knows them by other coordinates. So only what the days
        // have changed is taken from it: on day 0 both numbers are the same.
        let bits_now = *self.known[at].now.get_or_insert_with(|| self.visitor.bits(now, &answers));
        let below = self.companions_bits.partition_point(|&c| c < bits_now);
        let seen =
            self.world.coordinates(self.lives[at]).expect("the visitor moved in when the year was opened");
        Life {
            lever: Lever::ALL[at],
            you: self.flat(seen),
            answers,
            bits_today,
            bits_that_day: (bits_today + (bits_now - bits_at_first)).max(0.0),
            further_than: (100 * below / (self.companions_bits.len() + 1)) as u8,
            tribe: self.tribes.at(seen).map(|tribe| tribe as u8),
        }
    }

    fn answers(&self, who: &Answering, guest: PersonId) -> Answers {
        let row = |row: Result<_, DriftError>| row.expect("all guests moved in when the year was opened");
        who.on(&self.models, row(self.world.belief(guest)), row(self.world.anchor(guest)))
    }

    /// Identity bits of the companions before a crowd, ascending.
    fn bits_of_companions(&self, crowd: &Predictor) -> Vec<f64> {
        let answers: Vec<Answers> =
            self.companions.iter().map(|(guest, who)| self.answers(who, *guest)).collect();
        let placed = place(crowd, &answers);
        let mut bits: Vec<f64> = placed
            .iter()
            .zip(&self.companions)
            .map(|(placed, (_, who))| placed.divergence() * who.fairness)
            .collect();
        bits.sort_unstable_by(f64::total_cmp);
        bits
    }

    fn describe_tribes(&mut self) {
        let beliefs = self.world.beliefs();
        let named = names(&self.tribes.held(beliefs));
        let typical = typical(beliefs, named.len(), |person| self.tribes.of(person));
        let seen = |(tribe, (name, typical))| TribeSeen {
            name,
            people: self.tribes.sizes()[tribe],
            at: self.flat(self.tribes.middle(tribe)),
            typical,
            apart: Vec::new(),
        };
        self.survey.tribes = named.into_iter().zip(typical).enumerate().map(seen).collect();
        self.survey.loners = self.tribes.loners() as u32;
    }
}

/// The middle of ascending numbers.
fn median(ascending: &[f64]) -> f64 {
    ascending[ascending.len() / 2]
}
