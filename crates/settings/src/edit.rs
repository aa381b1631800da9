//! Access to the settings of a world by key.

use drift::{AgentId, Decimal, MentorSet};

use crate::lab_world::LabWorld;
use crate::note::Note;
use crate::registry::{VISITOR_MENTORS, in_link_order, named};
use crate::value::Range;

impl LabWorld {
    /// The keys of all settings, in the order in which links write them.
    pub fn names() -> impl Iterator<Item = &'static str> {
        in_link_order().map(|spec| spec.key)
    }

    /// The range of the setting with this key; `None` where there is no such setting.
    pub fn range(key: &str) -> Option<Range> {
        Some(named(key)?.range())
    }

    /// The value of the setting with this key, as text in a link; `None` where this world has no such setting or leaves it
    /// unset.
    pub fn value(&self, key: &str) -> Option<String> {
        named(key)?.value(self)
    }

    /// Sets the setting with this key to the nearest legal value, and makes the world consistent. Returns what had to be
    /// changed; an unknown key changes nothing.
    pub fn set(&mut self, key: &str, text: &str) -> Option<Note> {
        let note = named(key)?.set(self, text.trim());
        // Whatever had to be changed already, the world has to be consistent.
        let repaired = self.make_consistent();
        note.or(repaired)
    }

    /// Removes what contradicts something else: mentors of the visitor who do not exist, and mentorship without mentors.
    /// Returns what was changed.
    pub fn make_consistent(&mut self) -> Option<Note> {
        let asked = self.you.mentors.members();
        let there: Vec<AgentId> =
            asked.iter().filter(|m| **m < self.setting.people).map(|m| AgentId(*m)).collect();
        let mut note = None;
        if there.len() < asked.len() {
            // A single mentor makes no set.
            let mentors = MentorSet::new(&there).unwrap_or_default();
            let [asked, used] = [asked.len(), mentors.members().len()].map(|count| Decimal(count as f64));
            note = Some(Note::Clamped { key: VISITOR_MENTORS, asked, used });
            self.you.mentors = mentors;
        }
        if self.you.mentorship > 0.0 && self.you.mentors.members().is_empty() {
            self.you.mentorship = 0.0;
            return Some(Note::NoMentors);
        }
        note
    }
}
