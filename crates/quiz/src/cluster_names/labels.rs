//! Labels of prototypes.
//!
//! Every label is one that its own members could use. A few come from the essay; where a cluster of a simulated world may have
//! a label that a visitor may not, there are two ([`Register`]).

use super::prototypes::Prototype;

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
    "the stand-on-your-own-feet crowd",
    "the good-neighbour crowd",
    "the streetwise crowd",
    "the steady-hands crowd",
    "the question-everything crowd",
    "the town-meeting crowd",
    "the quiet-life crowd",
    "the always-online crowd",
    "the face-to-face crowd",
    "the open-doors crowd",
    "the deep-roots crowd",
    "the TPOT crowd",
    "the book-club crowd",
    "the small-town crowd",
];

/// Label of a prototype: "the … crowd".
pub fn label(prototype: Prototype, register: Register) -> &'static str {
    match (prototype, register) {
        (Prototype::Middle, Register::World) => "the normies",
        (Prototype::Tpot, Register::World) => "TPOT",
        (Prototype::BookClub, Register::World) => "the suburban wine-mom corner",
        _ => LABELS[prototype as usize],
    }
}

/// Number of words of a prototype's label in [`Register::Person`]. Hyphens do not separate words.
pub fn label_words(prototype: Prototype) -> u8 {
    LABELS[prototype as usize].split(' ').count() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_differ_and_keep_the_essay_s_worlds_out_of_what_a_person_is_called() {
        let labels = Prototype::ALL.map(|prototype| label(prototype, Register::Person));
        let different: std::collections::HashSet<_> = labels.iter().collect();
        assert_eq!(different.len(), labels.len());
        assert!(labels.iter().all(|label| label.starts_with("the ") && !label.contains("normie")));
        assert_eq!(label(Prototype::Middle, Register::World), "the normies");
        assert_eq!(label_words(Prototype::Middle), 5);
    }
}
