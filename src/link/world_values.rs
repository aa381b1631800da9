//! What does a value in a world's link mean, and what stands there for a world?

use core::ops::RangeInclusive;

use super::world::LabWorld;
use super::world_keys::{Key, NEVER};
use super::world_notes::Note;
use crate::drift::{Circle, Decimal, Params, PersonId, Reach};

/// What the value of a name is.
pub(super) enum Value {
    Seed,
    Whole(RangeInclusive<u32>, fn(&mut LabWorld) -> &mut u32),
    Real(RangeInclusive<f32>, fn(&mut LabWorld) -> &mut f32),
    /// Of something that not every world has: a kind of network, a kind of circle.
    WholeOf(RangeInclusive<u32>, fn(&mut LabWorld) -> Option<&mut u32>),
    RealOf(RangeInclusive<f32>, fn(&mut LabWorld) -> Option<&mut f32>),
    /// Of the visitor; not written where the rules decide.
    Trait(RangeInclusive<f32>, fn(&mut LabWorld) -> &mut Option<f32>),
    /// One of these words, by number.
    Word(&'static [&'static str], fn(&LabWorld) -> usize, fn(&mut LabWorld, usize)),
    Share,
    Radius,
    Refit,
    Mentors,
}

use Value::{Mentors, Radius, Real, RealOf, Refit, Seed, Share, Trait, Whole, WholeOf, Word};

/// What can be set by a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Range {
    /// A seed: any whole number.
    Seed,
    /// A whole number from the first to the second.
    Whole([u32; 2]),
    /// A number from the first to the second.
    Real([f32; 2]),
    /// One of these.
    Words(&'static [&'static str]),
    /// Two to eight people by number, points between.
    People,
}

impl Key {
    /// Whether its value is a word.
    pub fn is_word(&self) -> bool {
        matches!(self.value, Word(..))
    }

    /// What can be set.
    pub fn range(&self) -> Range {
        let whole = |range: &RangeInclusive<u32>| Range::Whole([*range.start(), *range.end()]);
        let real = |range: &RangeInclusive<f32>| Range::Real([*range.start(), *range.end()]);
        match &self.value {
            Seed => Range::Seed,
            Whole(range, _) | WholeOf(range, _) => whole(range),
            Real(range, _) | RealOf(range, _) | Trait(range, _) => real(range),
            Word(words, ..) => Range::Words(words),
            Share => real(&Params::SHARE),
            Radius => real(&Params::RADIUS),
            Refit => whole(&Params::REFIT),
            Mentors => Range::People,
        }
    }

    /// What is written for this world, if anything.
    pub fn value(&self, world: &LabWorld) -> Option<String> {
        let real = |x: f32| Some(Decimal::from(x).to_string());
        // The accessors want to write; a copy does not mind.
        let mut copy = world.clone();
        match &self.value {
            Seed => Some(world.seed.to_string()),
            Whole(_, at) => Some(at(&mut copy).to_string()),
            Real(_, at) => real(*at(&mut copy)),
            WholeOf(_, at) => Some(at(&mut copy)?.to_string()),
            RealOf(_, at) => real(*at(&mut copy)?),
            Trait(_, at) => real((*at(&mut copy))?),
            Word(words, number, _) => Some(words[number(world)].to_owned()),
            Share => {
                if let Reach::Share(p) = world.params.reach {
                    real(p)
                } else {
                    None
                }
            }
            Radius => {
                if let Reach::Radius(h) = world.params.reach {
                    real(h)
                } else {
                    None
                }
            }
            Refit => Some(world.params.refit.map_or(NEVER.to_owned(), |days| days.to_string())),
            Mentors => {
                let numbers: Vec<String> = world.you.mentors.members().iter().map(u32::to_string).collect();
                Some(numbers.join(".")).filter(|list| !list.is_empty())
            }
        }
    }

    /// Puts what the link says into the world, within its range; tells what had to be changed.
    pub fn set(&self, world: &mut LabWorld, text: &str) -> Option<Note> {
        let unreadable = Some(Note::unreadable(self.name, text));
        if let Word(words, kind, put) = &self.value {
            let text = text.to_ascii_lowercase();
            let Some(number) = words.iter().position(|word| *word == text) else { return unreadable };
            // The same kind again keeps its numbers.
            if kind(world) != number {
                put(world, number);
            }
            return None;
        }
        if let (Mentors, false) = (&self.value, text.is_empty()) {
            let Some(circle) = circle(text) else { return unreadable };
            world.you.mentors = circle;
            return None;
        }
        match (&self.value, text) {
            (Refit, NEVER | "") => world.params.refit = None,
            (Trait(_, at), "") => *at(world) = None,
            (Mentors, "") => world.you.mentors = Circle::default(),
            _ => return self.set_number(world, text),
        }
        None
    }

    fn set_number(&self, world: &mut LabWorld, text: &str) -> Option<Note> {
        let unreadable = Some(Note::unreadable(self.name, text));
        let Some(asked) = number(text) else { return unreadable };
        let used = match &self.value {
            // A seed has more digits than a double, so a whole number is never held against one.
            Seed => {
                let whole = text.parse();
                world.seed = whole.clone().unwrap_or(asked as u64);
                let same = whole.is_ok() || world.seed as f64 == asked;
                return (!same).then(|| self.clamped(asked, world.seed as f64));
            }
            Whole(range, at) => whole(at(world), asked, range),
            Real(range, at) => real(at(world), asked, range),
            // A world without such a thing does not get it by a number.
            WholeOf(range, at) => match at(world) {
                Some(at) => whole(at, asked, range),
                None => return unreadable,
            },
            RealOf(range, at) => match at(world) {
                Some(at) => real(at, asked, range),
                None => return unreadable,
            },
            Trait(range, at) => real(at(world).insert(0.0), asked, range),
            Share => {
                let mut p = 0.0;
                let used = real(&mut p, asked, &Params::SHARE);
                world.params.reach = Reach::Share(p);
                used
            }
            Radius => {
                let mut h = 0.0;
                let used = real(&mut h, asked, &Params::RADIUS);
                world.params.reach = Reach::Radius(h);
                used
            }
            Refit => whole(world.params.refit.insert(0), asked, &Params::REFIT),
            Word(..) | Mentors => return unreadable,
        };
        used.map(|used| self.clamped(asked, used))
    }

    fn clamped(&self, asked: f64, used: f64) -> Note {
        Note::Clamped { key: self.name, asked: Decimal(asked), used: Decimal(used) }
    }
}

/// Puts the nearest whole number in range; tells it when it is another.
fn whole(at: &mut u32, asked: f64, range: &RangeInclusive<u32>) -> Option<f64> {
    *at = (asked as u32).clamp(*range.start(), *range.end());
    (f64::from(*at) != asked).then_some(f64::from(*at))
}

/// Puts the nearest number in range, of those that a link can write: what is passed on has to be the same world. Tells
/// it when it is another.
fn real(at: &mut f32, asked: f64, range: &RangeInclusive<f32>) -> Option<f64> {
    let asked = libm::round(asked * 1e6) / 1e6;
    *at = (asked as f32).clamp(*range.start(), *range.end());
    (*at != asked as f32).then_some(f64::from(*at))
}

/// A number with a point or a comma. (The standard library's own reading of floats weighs as much as a picture.)
fn number(text: &str) -> Option<f64> {
    let (sign, text) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.len() + part.len() == 0 || !digits(whole) || !digits(part) {
        return None;
    }
    let value = |text: &str| text.bytes().fold(0.0, |sum, b| 10.0 * sum + f64::from(b - b'0'));
    // Nine decimals are more than a link of ours has; both halves of the division are exact.
    let part = &part[..part.len().min(9)];
    let scale = part.bytes().fold(1.0, |scale, _| 10.0 * scale);
    Some(sign * ((value(whole) * scale + value(part)) / scale))
}

/// Two to eight numbers with points between.
fn circle(text: &str) -> Option<Circle> {
    let numbers: Option<Vec<PersonId>> =
        text.split(['.', ',']).map(|number| number.parse().ok().map(PersonId)).collect();
    Circle::new(&numbers?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_standard_library_reads_them() {
        for text in ["0", "0.3", "2048", "-1", "0.000001", "12.75", ".5", "7.", "1000", "0.123456789"] {
            assert_eq!(number(text), Some(text.parse().expect("a float")), "{text}");
        }
        assert_eq!(number("0,3"), Some(0.3));
        for text in ["", ".", "-", "1e9", "NaN", "inf", "0x10", "1.2.3", "--1"] {
            assert_eq!(number(text), None, "{text}");
        }
        assert!(number(&"9".repeat(400)).is_some_and(|n| n > 1e18));
    }
}
