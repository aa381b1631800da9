//! How far out is somebody among simulated people who answered the same items?

use super::Survey;
use super::sheet::Code;
use crate::chance::{Chance, Purpose};
use crate::perplexity::{Calibration, Clue, answered_again, people_alike, place_all};

/// Simulated second answers of each person: the ends of their range are then known to five of a hundred.
const RETESTS: usize = 50;

/// People who answered the same items, as precisely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Columns, and whether steps were told there.
    told: Vec<(usize, bool)>,
    /// Rows of the table.
    pub people: Vec<usize>,
}

impl Survey {
    /// Everybody who answered anything, sorted by what they answered.
    pub fn patterns(&self) -> Vec<Pattern> {
        let mut patterns: Vec<Pattern> = Vec::new();
        let mut places = std::collections::BTreeMap::new();
        for person in 0..self.sheet.people.len() {
            let told: Vec<_> =
                self.answers(person).map(|(column, code)| (column, matches!(code, Code::Step(_)))).collect();
            if told.is_empty() {
                continue;
            }
            let place = *places.entry(told.clone()).or_insert(patterns.len());
            if place == patterns.len() {
                patterns.push(Pattern { told, people: Vec::new() });
            }
            patterns[place].people.push(person);
        }
        patterns
    }

    /// "Further out than *low* to *high* of 100 simulated people" for everybody of a pattern, in its order: where
    /// two thirds of their answers would fall if they answered the same items again. The first `calibrators` of the simulated
    /// people take the survey; there are [`crate::perplexity::CALIBRATORS`].
    pub fn further_than(&self, pattern: &Pattern, calibrators: usize) -> Vec<[u8; 2]> {
        let mut everybody: Vec<Vec<Clue>> = self.takers[..calibrators.min(self.takers.len())]
            .iter()
            .map(|(style, latent)| self.clues(pattern, *style, |column| latent[column]))
            .collect();
        let calibrators = everybody.len();
        for &person in &pattern.people {
            everybody
                .push(self.answers(person).map(|(topic, code)| Clue { topic, cell: code.index() }).collect());
            everybody.extend(self.again(pattern, person));
        }
        let placed = place_all(&self.standing, &everybody);
        let calibration = Calibration::of(&placed[..calibrators]);
        placed.split_at(calibrators).1.chunks(RETESTS).map(|again| calibration.range(again)).collect()
    }

    /// What a person might answer to the same items another time.
    fn again(&self, pattern: &Pattern, person: usize) -> Vec<Vec<Clue>> {
        let first: Vec<_> = self.answers(person).collect();
        let alike = people_alike(&self.posterior(&first), RETESTS);
        let luck = Chance::new(0, Purpose::Retest);
        let second = |(n, (other, style)): (usize, (usize, f64))| {
            let mut luck = luck.of(n);
            let mut answers = first.iter();
            self.clues(pattern, style, |column| {
                let code = answers.next().map_or(Code::Torn, |&(_, code)| code);
                let mean = f64::from(self.mixture.mean(column, other));
                let bounds = self.scales[column].bounds(code, style);
                answered_again(self.models[column].quirk, mean, bounds, &mut luck)
            })
        };
        alike.into_iter().enumerate().map(second).collect()
    }

    /// What somebody of a style says who answers the pattern's columns with these latent answers.
    fn clues(&self, pattern: &Pattern, style: f64, mut latent: impl FnMut(usize) -> f64) -> Vec<Clue> {
        let clue = |&(topic, steps): &(usize, bool)| {
            let scale = &self.scales[topic];
            let cell = scale.told(scale.answer(latent(topic), style), steps).index();
            Clue { topic, cell }
        };
        pattern.told.iter().map(clue).collect()
    }
}
