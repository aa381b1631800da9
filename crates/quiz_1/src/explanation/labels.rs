//! Labels of prototypes and clusters.
//!
//! Every label is one that its own members could use. A few come from the essay; where a cluster of a simulated world
//! may have a label that a visitor may not, there are two ([`Register`]).

use crate::cluster_names::{ClusterName, Prototype};
use crate::questionnaire::{QuestionSet, words};

/// Whom a label is applied to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// A visitor, on anything that can be shared.
    Person,
    /// A cluster of a simulated world.
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

/// Label of a prototype: "the … crowd".
pub fn label(prototype: Prototype, register: Register) -> &'static str {
    match (prototype, register) {
        (Prototype::Middle, Register::World) => "the normies",
        (Prototype::Tpot, Register::World) => "TPOT",
        (Prototype::BookClub, Register::World) => "the suburban wine-mom corner",
        _ => LABELS[prototype as usize],
    }
}

/// Name of a cluster: "the … crowd", or its two most distinguishing beliefs, "those who … and …", in the phrases of `set`.
///
/// # Panics
///
/// When the name holds sides of another set.
pub fn called(set: &QuestionSet, name: ClusterName, register: Register) -> String {
    match name {
        ClusterName::Known(prototype) => label(prototype, register).to_owned(),
        ClusterName::Beliefs([one, other]) => {
            format!("those who {} and {}", set.phrase(one), set.phrase(other))
        }
    }
}

/// Name of a cluster for a map, in lines of at most 30 letters, without the words that all labels share.
///
/// # Panics
///
/// When the name holds sides of another set than `set`.
pub fn on_a_map(set: &QuestionSet, name: ClusterName) -> Vec<String> {
    match name {
        ClusterName::Known(prototype) => {
            let name = label(prototype, Register::Person);
            let name = name.strip_prefix("the ").unwrap_or(name);
            vec![name.strip_suffix(" crowd").unwrap_or(name).to_owned()]
        }
        ClusterName::Beliefs(sides) => sides.map(|side| set.phrase(side).to_owned()).to_vec(),
    }
}

/// Number of words of a prototype's label in [`Register::Person`].
pub(super) fn length(prototype: Prototype) -> u8 {
    LENGTHS[prototype as usize]
}
