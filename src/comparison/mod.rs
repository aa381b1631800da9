//! What do two people share, and where are they apart?
//!
//! Question by question, without a sum: what two people have in common is not one number, and nobody wins. First come
//! the minority views both hold, then the questions on which they take opposite sides, then everything else.

use crate::items::{ASKED, Answers, Side, Step};

/// Most beliefs, and most gaps, told before the rest: as many as one reads.
pub const TOLD: usize = 5;

/// One question and what two people answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Index into [`crate::items::QUESTIONS`].
    pub question: u8,
    /// What the first and the second answered; nothing where they passed.
    pub steps: [Option<Step>; 2],
}

impl Meeting {
    /// The side that both take, leaning or definitely.
    pub fn shared_side(&self) -> Option<Side> {
        let [first, second] = self.steps.map(|step| step.and_then(Step::side));
        (first == second).then_some(())?;
        Some(Side { question: self.question, upper: first? })
    }

    /// The less outspoken of two answers on the same side.
    pub fn milder(&self) -> Option<Step> {
        let upper = self.shared_side()?.upper;
        let [first, second] = [self.steps[0]?, self.steps[1]?];
        Some(if upper { first.min(second) } else { first.max(second) })
    }

    /// Share of the crowd that goes as far to the shared side as the milder of the two, or further, 0 to 1.
    pub fn share(&self) -> Option<f64> {
        let [leaning, outright] = sides(self.question)[usize::from(self.shared_side()?.upper)];
        let both_outright = matches!(self.milder()?.index(), 0 | 4);
        Some(if both_outright { outright } else { leaning + outright })
    }

    /// Whether both hold a view that fewer people hold than its opposite. (How loudly does not matter: loud
    /// commonplaces are not rare.)
    pub fn is_rare(&self) -> bool {
        self.shared_side().is_some_and(|side| {
            let [lower, upper] = sides(self.question).map(|[leaning, outright]| leaning + outright);
            if side.upper { upper < lower } else { lower < upper }
        })
    }

    /// Whether they take opposite sides.
    pub fn is_opposed(&self) -> bool {
        match self.steps.map(|step| step.and_then(Step::side)) {
            [Some(first), Some(second)] => first != second,
            _ => false,
        }
    }

    /// Steps from one answer to the other, 0 to 4; none when somebody passed.
    pub fn apart(&self) -> usize {
        match self.steps {
            [Some(first), Some(second)] => first.index().abs_diff(second.index()),
            _ => 0,
        }
    }

    /// Share of the crowd whose answers lie between the two, 0 to 1.
    pub fn between(&self) -> f64 {
        let [Some(first), Some(second)] = self.steps else { return 0.0 };
        let (low, high) = (first.min(second).index(), first.max(second).index());
        let shares = ASKED[usize::from(self.question)].shares();
        shares.iter().take(high).skip(low + 1).sum()
    }
}

/// Shares of the crowd that lean to the lower pole and are sure of it, then the same of the upper.
fn sides(question: u8) -> [[f64; 2]; 2] {
    let [a, b, _, d, e] = ASKED[usize::from(question)].shares();
    [[b, a], [d, e]]
}

/// Two people, question by question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Minority views that both hold, the rarest first; at most [`TOLD`].
    pub shared: Vec<Meeting>,
    /// Questions on which they take opposite sides, the widest gap first; at most [`TOLD`].
    pub gaps: Vec<Meeting>,
    /// All other questions, in their order.
    pub rest: Vec<Meeting>,
}

impl Comparison {
    /// What two people's answers say of each other.
    pub fn of(answers: &[Answers; 2]) -> Comparison {
        let meeting = |q: usize| Meeting { question: q as u8, steps: [answers[0].get(q), answers[1].get(q)] };
        let all = || (0..ASKED.len()).map(meeting);
        let mut shared: Vec<Meeting> = all().filter(Meeting::is_rare).collect();
        let share = |meeting: &Meeting| meeting.share().unwrap_or(1.0);
        shared.sort_by(|a, b| share(a).total_cmp(&share(b)));
        let mut gaps: Vec<Meeting> = all().filter(Meeting::is_opposed).collect();
        gaps.sort_by(|a, b| b.apart().cmp(&a.apart()).then(b.between().total_cmp(&a.between())));
        let [shared, gaps] = [shared, gaps].map(told_once);
        let rest = all().filter(|meeting| !shared.contains(meeting) && !gaps.contains(meeting)).collect();
        Comparison { shared, gaps, rest }
    }
}

/// The first few; a belief that was asked twice is told once.
fn told_once(sorted: Vec<Meeting>) -> Vec<Meeting> {
    let mut told: Vec<Meeting> = Vec::with_capacity(TOLD);
    for meeting in sorted {
        let twin = ASKED[usize::from(meeting.question)].twin;
        if told.len() < TOLD && !told.iter().any(|before| Some(usize::from(before.question)) == twin) {
            told.push(meeting);
        }
    }
    told
}
