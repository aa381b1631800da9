//! Greedy selection of the clauses of an explanation.

use std::sync::Arc;

use super::friend::{FRIEND_WEIGHT, Friend};
use super::held_sides::held_sides;
use super::listener::{Listener, Part, SideColumns};
use super::people::People;
use super::respondents::Respondents;
use super::selection::{Candidate, Selected, best_label, divide, select_clauses};
use super::sentence::{Clause, Explanation, SentenceOpening};
use super::side_curves::SideCurves;
use super::target::Target;
use crate::cluster_names::PrototypeDirections;
use crate::questionnaire::{Answers, QuestionSet, Side};
use perplexity::posterior::PosteriorDraws;
use perplexity::score::AnswerBits;

/// Number of simulated respondents that a listener knows: the first ones of the set's population.
pub const PEOPLE: usize = 10_000;

/// A side with at least this share among the respondents of a label is implied by the label.
const IMPLIED_SHARE: f64 = 0.75;

/// A minority view is no exception when its share among the respondents of a label is this many times that of the
/// population.
const TYPICAL_RATIO: f64 = 1.5;

/// Least information gain of a label after a friend, bits, and least difference of its log2-probability for the respondent
/// and the friend: it takes more words than a clause.
const LEAST_LABEL_BITS: f64 = 1.0;

/// Number of plausible selves of whom most hold what a clause says.
const SELVES: usize = 48;

/// Explainer of respondents to a listener who knows the population.
pub struct Explainer {
    pub(super) set: &'static QuestionSet,
    pub(super) directions: PrototypeDirections,
    pub(super) curves: Arc<SideCurves>,
    pub(super) people: People,
    pub(super) respondents: Respondents,
}

impl Explainer {
    /// Explainer of answers to `set`, over the first [`PEOPLE`] respondents of its population. Takes the time of some two
    /// million random numbers.
    pub fn new(set: &'static QuestionSet) -> Explainer {
        let directions = PrototypeDirections::default();
        let (respondents, scores) = Respondents::new(&directions, set.seed(), PEOPLE);
        let people = People::new(&directions, &scores);
        Explainer { set, directions, curves: Arc::new(SideCurves::new()), people, respondents }
    }

    /// Explainer over the first `count` respondents of this one.
    pub(super) fn first(&self, count: usize) -> Explainer {
        Explainer {
            set: self.set,
            directions: self.directions.clone(),
            curves: Arc::clone(&self.curves),
            people: self.people.first(count),
            respondents: self.respondents.first(count),
        }
    }

    /// The set.
    pub fn set(&self) -> &'static QuestionSet {
        self.set
    }

    /// Explains a respondent to a listener who knows the population and, optionally, a friend of the respondent.
    ///
    /// With a friend the listener's prior is the population mixed with the friend's posterior ([`FRIEND_WEIGHT`]), and
    /// sides that the friend takes as well are implied. A friend whose posterior brings no information is ignored.
    ///
    /// * `known` – posterior of the respondent given `answers`. The first element of `friend` is the friend's.
    ///
    /// Costs `clauses · answers · people` multiply-adds, some four million.
    ///
    /// # Panics
    ///
    /// When answers are to another set.
    pub fn explain(
        &self,
        known: (&PosteriorDraws, &Answers),
        friend: Option<(&PosteriorDraws, &Answers)>,
    ) -> Explanation {
        let sides = held_sides(known.0, known.1, SELVES);
        self.explain_by(known, friend, &sides, &self.columns(&sides))
    }

    /// Columns of these sides over the respondents.
    pub(super) fn columns(&self, sides: &[Side]) -> SideColumns {
        SideColumns::new(&self.curves, self.set, &self.people, sides)
    }

    /// [`Explainer::explain`] by some of these sides, of which `columns` has a column each.
    pub(super) fn explain_by(
        &self,
        (known, answers): (&PosteriorDraws, &Answers),
        friend: Option<(&PosteriorDraws, &Answers)>,
        sides: &[Side],
        columns: &SideColumns,
    ) -> Explanation {
        let to_another = |answers: &Answers| answers.set() != self.set;
        assert!(!to_another(answers) && !friend.is_some_and(|(_, friend)| to_another(friend)), "one set");
        let target = Target::new(&self.directions, known);
        let friend = friend
            .map(|(posterior, theirs)| {
                let theirs = Friend::new(&self.directions, posterior, theirs);
                let bits = theirs.gain(&target);
                let columns = SideColumns::new(&self.curves, self.set, &theirs.draws.people, sides);
                (theirs, columns, bits)
            })
            .filter(|(_, _, bits)| *bits > 0.0);
        let mut listener = Listener::new(&self.people, columns);
        let mut opening_bits = 0.0;
        if let Some((friend, columns, bits)) = &friend {
            listener.mix_in(&friend.draws, columns, FRIEND_WEIGHT);
            opening_bits = *bits;
        }
        let (label, bits) = best_label(&listener, &target, answers);
        // "but nearer": the label fits the respondent better than the friend.
        let is_nearer =
            |friend: &Friend| target.fit_of_label(label) - friend.fit_of_label(label) >= LEAST_LABEL_BITS;
        let is_said =
            friend.as_ref().is_none_or(|(friend, _, _)| bits >= LEAST_LABEL_BITS && is_nearer(friend));
        let label = is_said.then_some(label);
        let friend = friend.as_ref().map(|(friend, _, _)| friend.answers);
        if let Some(label) = label {
            opening_bits += bits;
            listener.condition_on(Part::Label(label));
        }
        let opening = match (friend, label) {
            (None, Some(label)) => SentenceOpening::Crowd(label),
            (_, label) => SentenceOpening::Friend(label),
        };
        let members = self.respondents.called(label);
        let share = |side: Side| self.respondents.share(&members, self.set, side);
        let is_implied = |side: Side| match friend {
            Some(friend) => side.is_taken_by(friend),
            None => share(side) >= IMPLIED_SHARE,
        };
        let candidates = self.candidates(&target, sides.iter().copied().filter(|&side| !is_implied(side)));
        let after_opening = listener.clone();
        let clauses = select_clauses(&mut listener, candidates);
        let [expected, exceptions] = divide(after_opening, &clauses, |so_far, side| {
            let other = Side { upper: !side.upper, ..side };
            let is_typical = || {
                share(side) >= share(other)
                    || share(side) > TYPICAL_RATIO * share_of_population(self.set, side)
            };
            let is_likelier =
                || so_far.chance(Part::Side(side)) >= so_far.chance_of(&self.curves, self.set, other);
            match friend {
                Some(friend) => !other.is_taken_by(friend) && is_likelier(),
                None => is_typical() || is_likelier(),
            }
        });
        let opening_left = members.len() as u32;
        let ordered = self.count_left(members, [(false, expected), (true, exceptions)]);
        let said = opening_bits + clauses.iter().map(|(_, bits)| bits).sum::<f64>();
        let remaining_bits = (AnswerBits::of(known).identity - said).max(0.0);
        Explanation { set: self.set, opening, opening_bits, opening_left, clauses: ordered, remaining_bits }
    }

    /// The sides that may become clauses about a respondent.
    fn candidates(&self, target: &Target, sides: impl Iterator<Item = Side>) -> Vec<Candidate> {
        let mut chances = Vec::new();
        let candidate = |side| Candidate {
            side,
            words: f64::from(self.set.phrase_words(side)),
            fit: target.fit_of(&self.curves, self.set, side, &mut chances),
        };
        sides.map(candidate).collect()
    }

    /// Clauses in the order of the sentence, each with the number of `matching` respondents who are left after it.
    ///
    /// * `groups` – whether the sides are exceptions, and the sides.
    fn count_left(&self, mut matching: Vec<u32>, groups: [(bool, Vec<Selected>); 2]) -> Vec<Clause> {
        let mut clauses = Vec::new();
        for (exception, sides) in groups {
            for (side, bits) in sides {
                self.respondents.retain(&mut matching, self.set, side);
                let share = share_of_population(self.set, side);
                clauses.push(Clause { side, exception, bits, share, left: matching.len() as u32 });
            }
        }
        clauses
    }
}

/// Share of the population that takes a side, 0 to 1.
fn share_of_population(set: &QuestionSet, side: Side) -> f64 {
    let [a, b, _, d, e] = set.items()[usize::from(side.question)].shares();
    if side.upper { d + e } else { a + b }
}
