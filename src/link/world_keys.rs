//! Which names has a world's link, and what do their values mean?

use core::ops::RangeInclusive;

use super::world::LabWorld;
use super::world_notes::Note;
use crate::drift::{Audience, Averaging, Circle, Decimal, Kernel, Params, PersonId, Reach};

/// One name.
pub(super) struct Key {
    pub name: &'static str,
    /// Whether it is written even where it is as by default.
    pub always: bool,
    value: Value,
}

/// What its value is.
enum Value {
    Seed,
    Whole(RangeInclusive<u32>, fn(&mut LabWorld) -> &mut u32),
    Real(RangeInclusive<f32>, fn(&mut LabWorld) -> &mut f32),
    /// Of the visitor; not written where the rules decide.
    Trait(RangeInclusive<f32>, fn(&mut LabWorld) -> &mut Option<f32>),
    /// One of these words, by number.
    Word(&'static [&'static str], fn(&LabWorld) -> usize, fn(&mut LabWorld, usize)),
    Share,
    Radius,
    Refit,
    Mentors,
}

const fn key(name: &'static str, value: Value) -> Key {
    Key { name, always: false, value }
}

const fn always(name: &'static str, value: Value) -> Key {
    Key { name, always: true, value }
}

use Value::{Mentors, Radius, Real, Refit, Seed, Share, Trait, Whole, Word};

/// All names, in the order in which they are written.
pub(super) static KEYS: [Key; 25] = [
    always("seed", Seed),
    always("feed", Real(Params::FEED, |w| &mut w.params.feed)),
    always("dims", Whole(LabWorld::DIMS, |w| &mut w.dims)),
    key("people", Whole(Params::PEOPLE, |w| &mut w.people)),
    key("posts", Whole(Params::POSTS, |w| &mut w.params.posts)),
    key("screened", Whole(Params::SCREENED, |w| &mut w.params.screened)),
    key("explore", Real(Params::EXPLORE, |w| &mut w.params.explore)),
    key("susceptibility", Real(Params::SUSCEPTIBILITY, |w| &mut w.params.susceptibility)),
    key("anchor", Real(Params::ANCHOR, |w| &mut w.params.anchor)),
    key("innovation", Real(Params::INNOVATION, |w| &mut w.params.innovation)),
    key("display", Real(Params::DISPLAY, |w| &mut w.params.display)),
    key("kernel", Word(&KERNELS, |w| w.params.kernel as usize, |w, n| w.params.kernel = KERNEL[n])),
    key("falloff", Real(Params::FALLOFF, |w| &mut w.params.falloff)),
    key("share", Share),
    key("radius", Radius),
    key("embedding", Whole(Params::EMBEDDING, |w| &mut w.params.embedding)),
    key("refit", Refit),
    key("audience", Word(&AUDIENCES, |w| w.params.audience as usize, |w, n| w.params.audience = AUDIENCE[n])),
    key(
        "averaging",
        Word(&AVERAGINGS, |w| w.params.averaging as usize, |w, n| w.params.averaging = AVERAGING[n]),
    ),
    key("you.anchor", Trait(Params::ANCHOR, |w| &mut w.you.anchor)),
    key("you.susceptibility", Trait(Params::SUSCEPTIBILITY, |w| &mut w.you.susceptibility)),
    key("you.feed", Trait(Params::FEED, |w| &mut w.you.feed)),
    key("you.explore", Trait(Params::EXPLORE, |w| &mut w.you.explore)),
    key("you.mentorship", Real(Params::MENTORSHIP, |w| &mut w.you.mentorship)),
    key("you.mentors", Mentors),
];

const KERNELS: [&str; 4] = ["flat", "gauss", "rational", "one"];
const KERNEL: [Kernel; 4] = [Kernel::Flat, Kernel::Gauss, Kernel::Rational, Kernel::One];
const AUDIENCES: [&str; 2] = ["posts", "everyone"];
const AUDIENCE: [Audience; 2] = [Audience::Posts, Audience::Everyone];
const AVERAGINGS: [&str; 2] = ["per-post", "by-attention"];
const AVERAGING: [Averaging; 2] = [Averaging::PerPost, Averaging::ByAttention];

/// A refit that never comes.
const NEVER: &str = "never";

impl Key {
    /// What is written for this world, if anything.
    pub fn value(&self, world: &LabWorld) -> Option<String> {
        let real = |x: f32| Some(Decimal::from(x).to_string());
        // The accessors want to write; a copy does not mind.
        let mut copy = world.clone();
        match &self.value {
            Seed => Some(world.seed.to_string()),
            Whole(_, at) => Some(at(&mut copy).to_string()),
            Real(_, at) => real(*at(&mut copy)),
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
        if let Word(words, _, put) = &self.value {
            let text = text.to_ascii_lowercase();
            let Some(number) = words.iter().position(|word| *word == text) else { return unreadable };
            put(world, number);
            return None;
        }
        if let Mentors = self.value {
            let Some(circle) = circle(text) else { return unreadable };
            world.you.mentors = circle;
            return None;
        }
        if let (Refit, NEVER) = (&self.value, text) {
            world.params.refit = None;
            return None;
        }
        let Some(asked) = number(text) else { return unreadable };
        let used = match &self.value {
            // A seed has more digits than a double.
            Seed => {
                world.seed = text.parse().unwrap_or(asked as u64);
                return (world.seed as f64 != asked).then(|| self.clamped(asked, world.seed as f64));
            }
            Whole(range, at) => whole(at(world), asked, range),
            Real(range, at) => real(at(world), asked, range),
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

/// Puts the nearest number in range; tells it when it is another.
fn real(at: &mut f32, asked: f64, range: &RangeInclusive<f32>) -> Option<f64> {
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

    #[test]
    fn words_and_what_they_mean_stand_in_the_same_order() {
        let mut world = LabWorld::default();
        for key in KEYS.iter() {
            let Word(words, number, put) = &key.value else { continue };
            for at in 0..words.len() {
                put(&mut world, at);
                assert_eq!(number(&world), at, "{}", key.name);
                assert_eq!(key.value(&world).as_deref(), Some(words[at]));
            }
        }
    }
}
