//! Influences: one file per rule by which an agent's opinion or post changes.
//!
//! To add one: a file with its arithmetic and its [`Influence`](declaration::Influence) declaration, a line in [`fold`], and a
//! parameter in `params.rs`; also a call in `update_agent`, unless all it does is weigh meetings or restrict opinions.

pub(crate) mod all_to_all;
pub(crate) mod anchor;
pub(crate) mod batch;
pub(crate) mod declaration;
pub(crate) mod expression;
pub(crate) mod feed;
pub(crate) mod innovation;
pub(crate) mod mentors;
pub(crate) mod pairwise;
pub(crate) mod reinforcement;
pub(crate) mod repulsion;
pub(crate) mod sampling;

use crate::agent::Traits;
use crate::attention::Attention;
use crate::influence::declaration::{Influence, WorldSize};
use crate::params::Params;

/// A function of the declaration of an influence, to be folded over all of them.
trait Visit {
    fn visit<I: Influence>(&mut self);
}

/// Visits every influence. Calls are monomorphized: there is no dynamic dispatch and no allocation.
#[inline]
fn fold<V: Visit>(mut visitor: V) -> V {
    visitor.visit::<sampling::Posts>();
    visitor.visit::<all_to_all::AllToAll>();
    visitor.visit::<pairwise::Pairwise>();
    visitor.visit::<repulsion::Repulsion>();
    visitor.visit::<reinforcement::Reinforcement>();
    visitor.visit::<mentors::Mentors>();
    visitor.visit::<anchor::Anchor>();
    visitor.visit::<innovation::Innovation>();
    visitor.visit::<innovation::SharedInnovation>();
    visitor.visit::<expression::Expression>();
    visitor
}

/// Whether every influence that may be active under `params` writes weighted means of rows of the step before, so that
/// coordinates can be averaged along instead of projected again.
pub(crate) fn all_average_rows(params: &Params) -> bool {
    struct AllAverage<'a>(&'a Params, bool);
    impl Visit for AllAverage<'_> {
        #[inline]
        fn visit<I: Influence>(&mut self) {
            self.1 &= I::AVERAGES_ROWS || !I::is_active(self.0, &Traits::default());
        }
    }
    fold(AllAverage(params, true)).1
}

/// Whether some influence acts on an agent with these traits although it has no partner left to meet.
#[inline]
pub(crate) fn any_acts_alone(params: &Params, traits: &Traits) -> bool {
    struct AnyAlone<'a>(&'a Params, &'a Traits, bool);
    impl Visit for AnyAlone<'_> {
        #[inline]
        fn visit<I: Influence>(&mut self) {
            self.2 |= !I::NEEDS_PARTNER && I::is_active(self.0, self.1);
        }
    }
    fold(AnyAlone(params, traits, false)).2
}

/// Cost of all active influences per agent and step, in multiply-adds.
pub(crate) fn total_cost(params: &Params, size: &WorldSize) -> u64 {
    struct Total<'a>(&'a Params, &'a WorldSize, u64);
    impl Visit for Total<'_> {
        fn visit<I: Influence>(&mut self) {
            if I::is_active(self.0, &Traits::default()) {
                self.2 += I::cost(self.0, self.1);
            }
        }
    }
    fold(Total(params, size, 0)).2
}

/// Weight of a pairwise meeting at this squared distance, −1 to 1: attention, unless an influence decides otherwise.
#[inline]
pub(crate) fn meeting_weight(params: &Params, attention: &Attention, squared_distance: f32) -> f32 {
    struct Weight<'a>(&'a Params, f32, Option<f32>);
    impl Visit for Weight<'_> {
        #[inline]
        fn visit<I: Influence>(&mut self) {
            if self.2.is_none() {
                self.2 = I::meeting_weight(self.0, self.1);
            }
        }
    }
    fold(Weight(params, squared_distance, None)).2.unwrap_or_else(|| attention.weight(squared_distance))
}

/// Restricts an opinion that has moved to those that every influence leaves possible.
///
/// * `center` – the opinion that the embedding is centered on, D numbers.
#[inline]
pub(crate) fn restrict_opinion(params: &Params, opinion: &mut [f32], center: &[f32]) {
    struct Restrict<'a>(&'a Params, &'a mut [f32], &'a [f32]);
    impl Visit for Restrict<'_> {
        #[inline]
        fn visit<I: Influence>(&mut self) {
            I::restrict(self.0, self.1, self.2);
        }
    }
    fold(Restrict(params, opinion, center));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::params::Interaction;

    #[test]
    fn coordinates_are_averaged_unless_an_active_influence_is_no_average() {
        let default = Params::default;
        assert!(all_average_rows(&default()));
        assert!(!all_average_rows(&Params { innovation: 0.1, ..default() }));
        assert!(!all_average_rows(&Params { expression: 0.9, ..default() }));
        assert!(!all_average_rows(&Params { reinforcement: 0.1, ..default() }));
        assert!(!all_average_rows(&Params { decay: 0.1, ..default() }));
    }

    #[test]
    fn agents_who_have_met_stay_unless_an_influence_needs_no_partner() {
        let pairs = Params { interaction: Interaction::Pairwise, stubbornness: 0.0, ..Params::default() };
        let none = Traits::default();
        assert!(!any_acts_alone(&pairs, &none));
        assert!(any_acts_alone(&Params { interaction: Interaction::Posts, ..pairs.clone() }, &none));
        assert!(any_acts_alone(&Params { interaction: Interaction::AllToAll, ..pairs.clone() }, &none));
        assert!(any_acts_alone(&Params { stubbornness: 0.1, ..pairs.clone() }, &none));
        assert!(any_acts_alone(&Params { innovation: 0.1, ..pairs.clone() }, &none));
        assert!(any_acts_alone(&Params { expression: 0.9, ..pairs.clone() }, &none));
        assert!(any_acts_alone(&pairs, &Traits { mentorship: 0.5, ..Traits::default() }));
        assert!(any_acts_alone(&pairs, &Traits { stubbornness: Some(0.5), ..Traits::default() }));
    }
}
