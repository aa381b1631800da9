//! Who is who in a world of the lab?

use super::SEED;
use crate::crowd::Axes;
use crate::drift::{Decimal, DriftError, PersonId, World};
use crate::future::beliefs_of;
use crate::items::BANK;
use crate::perplexity::Predictor;
use crate::protocol::{LabPerson, LabWho};
use crate::tribes::{Tribes, apart, surprisal};
use crate::worlds::{Setting, SettingError, Start};

/// People who could have been in the crowd, of whom the outermost is an outsider.
const CANDIDATES: usize = 200;

/// Beliefs that set a person apart, as far as they are told.
const SIDES: usize = 3;

/// Numbers in a stretch of a table.
const STRETCH: usize = 60_000;

/// Numbers in the largest table.
const LARGEST: usize = 4_000_000;

/// What you believe first in a world of this setting.
pub(super) fn beliefs(setting: &Setting, who: LabWho) -> Result<Vec<f32>, SettingError> {
    if let (LabWho::Answers(answers), Start::Crowd) = (who, setting.start) {
        let axes = Axes::new(setting.seed, setting.dims as usize)?;
        return Ok(beliefs_of(SEED, &Predictor::today(SEED), &answers, setting.seed, &axes));
    }
    let (middle, first) = match setting.start {
        Start::Crowd => (0.0, setting.people as usize),
        Start::Uniform => (0.5, setting.people as usize),
    };
    // With thousands of dimensions everybody is far out and each costs as many draws: a few will do.
    let candidates = (CANDIDATES * 64 / setting.dims.max(1) as usize).clamp(8, CANDIDATES);
    let mut found: (f32, Vec<f32>) = (f32::NEG_INFINITY, Vec::new());
    for number in first..first + candidates {
        let row = setting.beliefs_of(number)?;
        let out = row.iter().fold(0.0f32, |sum, x| sum + (x - middle) * (x - middle));
        if out > found.0 {
            found = (out, row);
        }
    }
    Ok(found.1)
}

/// Somebody, closely. `id` says who, `told` what they are called.
pub(super) fn person_of(
    world: &World,
    tribes: &Tribes,
    id: PersonId,
    told: Option<PersonId>,
    spot: [f32; 2],
) -> Result<LabPerson, DriftError> {
    let (row, at, home) = (world.belief(id)?, world.coordinates(id)?, world.anchor(id)?);
    let own = (id.index() < world.beliefs().people()).then_some(id.index());
    let way: f32 = row.iter().zip(home).fold(0.0, |sum, (x, a)| sum + (x - a) * (x - a));
    Ok(LabPerson {
        person: told,
        spot,
        tribe: own.map_or_else(|| tribes.at(at), |row| tribes.of(row)).map(|tribe| tribe as u16),
        bits: surprisal(at, own, world.embedding(), world.attention()) as f32,
        away: f32::sqrt(way) / world.spread().max(f32::MIN_POSITIVE),
        sides: apart(row, SIDES),
        mentors: world.traits(id)?.mentors.members().to_vec(),
    })
}

/// What everybody believes, as comma-separated values.
pub(super) struct Table<'a> {
    pub world: &'a World,
    pub tribes: &'a Tribes,
}

impl Table<'_> {
    /// Some people's lines from `from` on, and who comes next. Refuses tables that nobody could open.
    pub fn stretch(&self, from: u32) -> Result<(String, Option<u32>), String> {
        let beliefs = self.world.beliefs();
        let (people, dims) = (beliefs.people(), beliefs.dims());
        if people * dims > LARGEST {
            return Err(format!(
                "that table would hold {} numbers, and i write {LARGEST} at most. fewer people, or fewer beliefs?",
                people * dims
            ));
        }
        let mut text = if from == 0 { heading(dims) } else { String::new() };
        let last = people.min(from as usize + (STRETCH / dims).max(1));
        for person in from as usize..last {
            let tribe = self.tribes.of(person).map(|tribe| (tribe + 1).to_string()).unwrap_or_default();
            text += &format!("{person},{tribe}");
            for &x in beliefs.row(person) {
                text += &format!(",{}", Decimal::from(x));
            }
            text.push('\n');
        }
        Ok((text, (last < people).then_some(last as u32)))
    }
}

fn heading(dims: usize) -> String {
    let mut text = "person,tribe".to_owned();
    for belief in 0..dims {
        let named = if dims >= BANK.len() { BANK.get(belief) } else { None };
        match (named, dims, belief) {
            (Some(item), ..) => text += &format!(",{}", item.key),
            (None, 2, 0) => text += ",left_right",
            (None, 2, _) => text += ",anti_pro_ai",
            _ => text += &format!(",belief_{}", belief + 1),
        }
    }
    text.push('\n');
    text
}
