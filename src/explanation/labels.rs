//! What is a crowd called?
//!
//! Every name is one its own people could wear. A few come from the essay; where a blob of a toy world may be
//! called something that a visitor may not, there are two names.

use super::phrases::{phrase, words};
use crate::tribes::{Name, Prototype};

/// Where a name is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// Of a visitor, on anything that can be shared.
    Person,
    /// Of a blob in a toy world.
    World,
}

const LABELS: [&str; Prototype::ALL.len()] = [
    "the middle of the road",
    "the tech-optimist crowd",
    "the humans-first crowd",
    "the faith-and-family crowd",
    "the freethinking crowd",
    "the live-and-let-live crowd",
    "the law-and-order crowd",
    "the fair-shares crowd",
    "the good-neighbour crowd",
    "the streetwise crowd",
    "the stargazing crowd",
    "the free-inquiry crowd",
    "the TPOT crowd",
    "the book-club crowd",
    "the small-town crowd",
];

const LENGTHS: [u8; LABELS.len()] = {
    let mut lengths = [0; LABELS.len()];
    let mut at = 0;
    while at < lengths.len() {
        lengths[at] = words(LABELS[at]);
        at += 1;
    }
    lengths
};

/// The name of a prototype, "the … crowd".
pub fn label(prototype: Prototype, register: Register) -> &'static str {
    match (prototype, register) {
        (Prototype::Middle, Register::World) => "the normies",
        (Prototype::Tpot, Register::World) => "TPOT",
        (Prototype::BookClub, Register::World) => "the suburban wine-mom corner",
        _ => LABELS[prototype as usize],
    }
}

/// The name of a tribe: "the … crowd", or what its people believe, "those who … and …".
pub fn called(name: Name, register: Register) -> String {
    match name {
        Name::Known(prototype) => label(prototype, register).to_owned(),
        Name::Beliefs([one, other]) => format!("those who {} and {}", phrase(one), phrase(other)),
    }
}

/// The name of a tribe as it is set on a map, without the words that all names share, in lines of at most 30 letters.
pub fn on_a_map(name: Name) -> Vec<String> {
    match name {
        Name::Known(prototype) => {
            let name = label(prototype, Register::Person);
            let name = name.strip_prefix("the ").unwrap_or(name);
            vec![name.strip_suffix(" crowd").unwrap_or(name).to_owned()]
        }
        Name::Beliefs(sides) => sides.map(|side| phrase(side).to_owned()).to_vec(),
    }
}

/// How many words a prototype's name has, said of a person.
pub(super) fn length(prototype: Prototype) -> u8 {
    LENGTHS[prototype as usize]
}
