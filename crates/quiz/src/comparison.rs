//! Comparison of two respondents, item by item.
//!
//! There is no total score. Minority views that both hold come first, then items on which they take opposite sides, then
//! the rest of those that both answered, and those that only one of them answered: two sessions select different items.
//! Reverse-keyed items are left out, for they repeat others.

use thiserror::Error;

use crate::questionnaire::{Answers, Item, QuestionSet, Response, Side};

/// Maximum length of each of the two lists before the rest.
pub const MAX_LISTED: usize = 5;

/// Responses of two respondents to one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemComparison {
    /// Question set.
    pub set: &'static QuestionSet,
    /// Index of the item in the set.
    pub question: u8,
    /// Responses of the first and the second respondent; `None` for a pass, and where the item was not asked.
    pub responses: [Option<Response>; 2],
}

impl ItemComparison {
    /// The item.
    ///
    /// # Panics
    ///
    /// When the set has no such item.
    pub fn item(&self) -> &'static Item {
        &self.set.items()[usize::from(self.question)]
    }

    /// The side that both take; `None` when they differ, or one is neutral or missing.
    pub fn shared_side(&self) -> Option<Side> {
        let [first, second] = self.responses.map(|response| response.and_then(Response::side));
        (first == second).then_some(())?;
        Some(Side { question: self.question, upper: first? })
    }

    /// The response nearer to the middle of two on the same side; `None` without a shared side.
    pub fn milder(&self) -> Option<Response> {
        let upper = self.shared_side()?.upper;
        let [first, second] = [self.responses[0]?, self.responses[1]?];
        Some(if upper { first.min(second) } else { first.max(second) })
    }

    /// Share of the population whose response is on the shared side and at least as extreme as the milder of the two,
    /// 0 to 1; `None` without a shared side.
    pub fn share(&self) -> Option<f64> {
        let [leaning, outright] = self.sides()[usize::from(self.shared_side()?.upper)];
        let both_outright = matches!(self.milder()?.index(), 0 | 4);
        Some(if both_outright { outright } else { leaning + outright })
    }

    /// Whether the shared side is the minority's: taken by fewer of the population than the opposite side. Extremity of
    /// the responses does not count.
    pub fn is_rare(&self) -> bool {
        self.shared_side().is_some_and(|side| {
            let [lower, upper] = self.sides().map(|[leaning, outright]| leaning + outright);
            if side.upper { upper < lower } else { lower < upper }
        })
    }

    /// Whether the two take opposite sides.
    pub fn is_opposed(&self) -> bool {
        match self.responses.map(|response| response.and_then(Response::side)) {
            [Some(first), Some(second)] => first != second,
            _ => false,
        }
    }

    /// Distance of the two responses in categories, 0 to 4; 0 when one is missing.
    pub fn apart(&self) -> usize {
        match self.responses {
            [Some(first), Some(second)] => first.index().abs_diff(second.index()),
            _ => 0,
        }
    }

    /// Share of the population whose response lies strictly between the two, 0 to 1; 0 when one is missing.
    pub fn between(&self) -> f64 {
        let [Some(first), Some(second)] = self.responses else { return 0.0 };
        let (low, high) = (first.min(second).index(), first.max(second).index());
        self.item().shares().iter().take(high).skip(low + 1).sum()
    }

    /// Number of the two who answered.
    fn answered(&self) -> usize {
        self.responses.iter().flatten().count()
    }

    /// Shares of the leaning and the extreme response of the lower side, then of the upper side.
    fn sides(&self) -> [[f64; 2]; 2] {
        let [a, b, _, d, e] = self.item().shares();
        [[b, a], [d, e]]
    }
}

/// Error of comparing answers to different question sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("one of the two answers question set {}, the other set {}, so the two cannot be compared", sets[0], sets[1])]
pub struct DifferentSets {
    /// Ids of the two sets.
    pub sets: [u8; 2],
}

impl DifferentSets {
    /// Checks that two sets, given by their ids, are the same.
    ///
    /// # Errors
    ///
    /// [`DifferentSets`] when they are not.
    pub fn check(sets: [u8; 2]) -> Result<(), DifferentSets> {
        if sets[0] == sets[1] { Ok(()) } else { Err(DifferentSets { sets }) }
    }
}

/// Comparison of two respondents: each item that one of them answered is in exactly one of the lists. Reverse-keyed items
/// are in none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Minority views that both hold, the rarest first; at most [`MAX_LISTED`].
    pub shared: Vec<ItemComparison>,
    /// Items on which they take opposite sides, the widest gap first; at most [`MAX_LISTED`].
    pub gaps: Vec<ItemComparison>,
    /// All other items that both answered, in the order of the set.
    pub rest: Vec<ItemComparison>,
    /// Items that one of them answered and the other passed or was not asked ([`Answers::is_passed`]), in the order of the
    /// set.
    pub only_one: Vec<ItemComparison>,
}

impl Comparison {
    /// Compares the answers of two respondents.
    ///
    /// # Errors
    ///
    /// [`DifferentSets`] when they are answers to different sets.
    pub fn of(answers: &[Answers; 2]) -> Result<Comparison, DifferentSets> {
        DifferentSets::check(answers.map(|answers| answers.set().id()))?;
        let set = answers[0].set();
        let item = |q: usize| ItemComparison {
            set,
            question: q as u8,
            responses: [answers[0].get(q), answers[1].get(q)],
        };
        let scored = (0..set.len()).filter(|&q| !set.items()[q].reverse_keyed);
        let answered = scored.map(item).filter(|item| item.answered() > 0);
        let (both, only_one): (Vec<_>, Vec<_>) = answered.partition(|item| item.answered() == 2);
        let mut shared = both.clone();
        shared.retain(ItemComparison::is_rare);
        let share = |item: &ItemComparison| item.share().unwrap_or(1.0);
        shared.sort_by(|a, b| share(a).total_cmp(&share(b)));
        shared.truncate(MAX_LISTED);
        let mut gaps = both.clone();
        gaps.retain(ItemComparison::is_opposed);
        gaps.sort_by(|a, b| b.apart().cmp(&a.apart()).then(b.between().total_cmp(&a.between())));
        gaps.truncate(MAX_LISTED);
        let mut rest = both;
        rest.retain(|item| !shared.contains(item) && !gaps.contains(item));
        Ok(Comparison { shared, gaps, rest, only_one })
    }
}
