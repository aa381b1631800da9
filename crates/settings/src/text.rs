//! Text of a setting's value in links and controls: formatting, and parsing to the nearest legal value.

use drift::{Decimal, MentorSet};

use crate::lab_world::LabWorld;
use crate::note::Note;
use crate::number::{nearest_integer, nearest_number, parse_mentors, parse_number};
use crate::spec::SettingSpec;
use crate::value::{Choice, Range, Value};

impl SettingSpec {
    /// Whether its value is one of a few words. What kind of network there is has to be known before its parts are set.
    pub fn is_choice(&self) -> bool {
        matches!(self.value, Value::Choice(_))
    }

    /// Whether only some worlds have it: a part of a kind of network or circle.
    pub fn is_part(&self) -> bool {
        matches!(self.value, Value::IntegerPart(..) | Value::NumberPart(..))
    }

    /// What it can be set to.
    pub fn range(&self) -> Range {
        match self.value {
            Value::Seed => Range::Seed,
            Value::Integer(ends, _) | Value::IntegerPart(ends, _) | Value::OptionalInteger(ends, ..) => {
                Range::Integer(ends)
            }
            Value::Number(ends, _)
            | Value::NumberPart(ends, _)
            | Value::OptionalNumber(ends, ..)
            | Value::Variant(ends, ..) => Range::Number(ends),
            Value::Choice(choices) => Range::Choices(choices),
            Value::Mentors => Range::People,
        }
    }

    /// Its value as text in a link; `None` where this world has no such setting or leaves it unset without a word.
    pub fn value(&self, world: &LabWorld) -> Option<String> {
        let number = |x: f32| Some(Decimal::from(x).to_string());
        let or_word = |text: Option<String>, word: &str| {
            text.or_else(|| Some(word.to_owned()).filter(|word| !word.is_empty()))
        };
        // Accessors can write, so they are given a copy.
        let mut copy = world.clone();
        match self.value {
            Value::Seed => Some(world.setting.seed.to_string()),
            Value::Integer(_, at) => Some(at(&mut copy).to_string()),
            Value::Number(_, at) => number(*at(&mut copy)),
            Value::IntegerPart(_, at) => Some(at(&mut copy)?.to_string()),
            Value::NumberPart(_, at) => number(*at(&mut copy)?),
            Value::OptionalInteger(_, word, at) => or_word(at(&mut copy).map(|n| n.to_string()), word),
            Value::OptionalNumber(_, word, at) => or_word(at(&mut copy).and_then(number), word),
            Value::Variant(_, get, _) => number(get(world)?),
            Value::Choice(choices) => Some(chosen(choices, world)?.key.to_owned()),
            Value::Mentors => {
                let numbers: Vec<String> = world.you.mentors.members().iter().map(u32::to_string).collect();
                Some(numbers.join(".")).filter(|list| !list.is_empty())
            }
        }
    }

    /// Its value as text in a control, which is empty where it is unset.
    pub fn control_text(&self, world: &LabWorld) -> String {
        let text = self.value(world).unwrap_or_default();
        if self.is_unset_word(&text) { String::new() } else { text }
    }

    /// Its value in the voice of the page; `None` as [`SettingSpec::value`].
    pub fn label(&self, world: &LabWorld) -> Option<String> {
        match self.value {
            Value::Choice(choices) => Some(chosen(choices, world)?.label.to_owned()),
            _ => self.value(world),
        }
    }

    /// Sets it in `world` to the nearest legal value. Returns what had to be changed.
    pub fn set(&self, world: &mut LabWorld, text: &str) -> Option<Note> {
        let unreadable = Some(Note::unreadable(self.key, text));
        let unset = text.is_empty() || self.is_unset_word(text);
        match self.value {
            Value::Choice(choices) => {
                let text = text.to_ascii_lowercase();
                let Some(choice) = choices.iter().find(|choice| choice.key == text) else {
                    return unreadable;
                };
                // The same kind again keeps its numbers.
                if !(choice.is)(world) {
                    (choice.set)(world);
                }
            }
            Value::OptionalInteger(_, _, at) if unset => *at(world) = None,
            Value::OptionalNumber(_, _, at) if unset => *at(world) = None,
            Value::Mentors if unset => world.you.mentors = MentorSet::default(),
            Value::Mentors => {
                let Some(mentors) = parse_mentors(text) else { return unreadable };
                world.you.mentors = mentors;
            }
            _ => return self.set_number(world, text),
        }
        None
    }

    fn is_unset_word(&self, text: &str) -> bool {
        match self.value {
            Value::OptionalInteger(_, word, _) | Value::OptionalNumber(_, word, _) => {
                !word.is_empty() && text == word
            }
            _ => false,
        }
    }

    fn set_number(&self, world: &mut LabWorld, text: &str) -> Option<Note> {
        let unreadable = Some(Note::unreadable(self.key, text));
        let Some(asked) = parse_number(text) else { return unreadable };
        let used = match self.value {
            // A seed has more digits than a double, so an integer is never compared with one.
            Value::Seed => {
                let integer = text.parse();
                world.setting.seed = integer.clone().unwrap_or(asked as u64);
                let same = integer.is_ok() || world.setting.seed as f64 == asked;
                return (!same).then(|| self.clamped(asked, world.setting.seed as f64));
            }
            Value::Integer(ends, at) => nearest_integer(at(world), asked, ends),
            Value::Number(ends, at) => nearest_number(at(world), asked, ends),
            // A number does not give a world the kind of network that it is a part of.
            Value::IntegerPart(ends, at) => match at(world) {
                Some(at) => nearest_integer(at, asked, ends),
                None => return unreadable,
            },
            Value::NumberPart(ends, at) => match at(world) {
                Some(at) => nearest_number(at, asked, ends),
                None => return unreadable,
            },
            Value::OptionalInteger(ends, _, at) => nearest_integer(at(world).insert(0), asked, ends),
            Value::OptionalNumber(ends, _, at) => nearest_number(at(world).insert(0.0), asked, ends),
            Value::Variant(ends, _, put) => {
                let mut x = 0.0;
                let used = nearest_number(&mut x, asked, ends);
                put(world, x);
                used
            }
            Value::Choice(_) | Value::Mentors => return unreadable,
        };
        used.map(|used| self.clamped(asked, used))
    }

    fn clamped(&self, asked: f64, used: f64) -> Note {
        Note::Clamped { key: self.key, asked: Decimal(asked), used: Decimal(used) }
    }
}

/// The choice that a world has.
fn chosen(choices: &'static [Choice], world: &LabWorld) -> Option<&'static Choice> {
    choices.iter().find(|choice| (choice.is)(world))
}
