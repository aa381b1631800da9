//! Labels of prototypes and clusters.
//!
//! Every label is one that its own members could use. A few come from the essay; where a cluster of a simulated world may have
//! a label that a visitor may not, there are two ([`Register`]).

use super::names::ClusterName;
use super::prototypes::Prototype;
use crate::questionnaire::QuestionSet;

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
    "the self-made crowd",
    "the good-neighbour crowd",
    "the streetwise crowd",
    "the in-good-hands crowd",
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

/// Name of a cluster for a map, in lines of at most 35 letters, without the words that all labels share.
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

/// Number of words of a prototype's label in [`Register::Person`]. Hyphens do not separate words.
pub fn label_words(prototype: Prototype) -> u8 {
    LABELS[prototype as usize].split(' ').count() as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{SET_2, Side};
    use perplexity::item_bank::{ITEM_COUNT, item};

    #[test]
    fn labels_differ_and_keep_the_essay_s_worlds_out_of_what_a_person_is_called() {
        let labels = Prototype::ALL.map(|prototype| label(prototype, Register::Person));
        let different: std::collections::HashSet<_> = labels.iter().collect();
        assert_eq!(different.len(), labels.len());
        assert!(labels.iter().all(|label| label.starts_with("the ") && !label.contains("normie")));
        assert_eq!(label(Prototype::Middle, Register::World), "the normies");
        assert_eq!(label_words(Prototype::Middle), 5);
    }

    #[test]
    fn a_cluster_without_a_prototype_is_called_by_its_beliefs() {
        let sides = [(item("god"), false), (item("guns"), true)];
        let name =
            ClusterName::Beliefs(sides.map(|(question, upper)| Side { question: question as u8, upper }));
        let (god, guns) =
            (SET_2.questions()[sides[0].0].phrases[0], SET_2.questions()[sides[1].0].phrases[1]);
        assert_eq!(called(&SET_2, name, Register::World), format!("those who {god} and {guns}"));
        assert_eq!(on_a_map(&SET_2, name), [god, guns]);
        let known = ClusterName::Known(Prototype::Tpot);
        assert_eq!(called(&SET_2, known, Register::World), "TPOT");
        assert_eq!(called(&SET_2, known, Register::Person), "the TPOT crowd");
        assert_eq!(on_a_map(&SET_2, known), ["TPOT"]);
    }

    #[test]
    fn names_on_a_map_are_short_and_differ() {
        let known = Prototype::ALL.map(ClusterName::Known);
        let beliefs = (0..ITEM_COUNT as u8)
            .map(|question| ClusterName::Beliefs([false, true].map(|upper| Side { question, upper })));
        let names: Vec<Vec<String>> =
            known.into_iter().chain(beliefs).map(|name| on_a_map(&SET_2, name)).collect();
        let lines = || names.iter().flatten();
        let longest = lines().map(|line| line.chars().count()).max();
        println!("longest line: {longest:?}");
        assert!(longest <= Some(35));
        assert_eq!(lines().collect::<std::collections::HashSet<_>>().len(), lines().count());
    }
}
