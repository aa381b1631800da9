//! Registry of settings: every parameter of a world, once.
//!
//! Links, controls, the tables of the how page and the sentences of refusals are made from it. To add a setting: an entry in
//! the file of its group.

mod attention;
mod crowd;
mod feed;
mod interaction;
mod mentors;
mod reinforcement;
mod response;
mod visitor;

use crate::spec::{Group, SettingSpec};

pub use crowd::{DIMS, PEOPLE};
pub(crate) use visitor::MENTORS as VISITOR_MENTORS;

/// All settings. A constant, so that a program contains only what it uses of it.
const ALL: [Group; 8] = [
    crowd::GROUP,
    feed::GROUP,
    attention::GROUP,
    response::GROUP,
    reinforcement::GROUP,
    interaction::GROUP,
    mentors::GROUP,
    visitor::GROUP,
];

/// Number of settings.
pub const COUNT: usize = {
    let (mut count, mut group) = (0, 0);
    while group < ALL.len() {
        count += ALL[group].settings.len();
        group += 1;
    }
    count
};

static GROUPS: [Group; 8] = ALL;

/// All settings by their position in links. Does not compile when two settings have the same position, or one is skipped.
static IN_LINK_ORDER: [&SettingSpec; COUNT] = {
    let mut order: [Option<&SettingSpec>; COUNT] = [None; COUNT];
    let mut group = 0;
    while group < ALL.len() {
        let settings = ALL[group].settings;
        let mut at = 0;
        while at < settings.len() {
            let position = settings[at].in_link.position();
            assert!(order[position].is_none(), "two settings have the same position in links");
            order[position] = Some(&settings[at]);
            at += 1;
        }
        group += 1;
    }
    let mut all = [&ALL[0].settings[0]; COUNT];
    let mut at = 0;
    while at < COUNT {
        // As many positions as settings, each taken once: none is empty.
        all[at] = order[at].unwrap();
        at += 1;
    }
    all
};

/// Parameter and subject of every setting. Apart from the rest, because refusals are worded by programs that show no
/// controls.
static SUBJECTS: [(&str, &str); COUNT] = {
    let mut subjects = [("", ""); COUNT];
    let (mut count, mut group) = (0, 0);
    while group < ALL.len() {
        let settings = ALL[group].settings;
        let mut at = 0;
        while at < settings.len() {
            subjects[count] = (settings[at].parameter, settings[at].subject);
            count += 1;
            at += 1;
        }
        group += 1;
    }
    subjects
};

/// All groups of settings, in the order in which they are shown.
pub fn groups() -> &'static [Group] {
    &GROUPS
}

/// All settings, in the order in which links write them.
pub fn in_link_order() -> impl Iterator<Item = &'static SettingSpec> {
    IN_LINK_ORDER.iter().copied()
}

/// The setting with this key; `None` where there is none.
pub fn named(key: &str) -> Option<&'static SettingSpec> {
    in_link_order().find(|spec| spec.key == key)
}

/// The subject of a sentence about a parameter of the engine, in the voice of the page.
pub(crate) fn subject(parameter: &str) -> Option<&'static str> {
    SUBJECTS.iter().find(|(of, subject)| *of == parameter && !subject.is_empty()).map(|(_, subject)| *subject)
}

#[cfg(test)]
mod tests;
