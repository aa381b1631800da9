//! Progress of a visitor through the questions of a session.

use super::asking_order::AskingOrder;
use super::planning::{first_question, next_question};
use super::screen_sides::ScreenSides;
use super::stage::{EARLY_END_WIDTH, GOALS, GUESSES, ItemChoice, MIN_PREVIEW_ANSWERS, Stage};
use crate::questionnaire::{Answers, Item, QuestionSet};
use perplexity::likeness::Likeness;

/// Session of one visitor: all that is known of them.
///
/// The questions are selected as the session goes. Those in [`QuizSession::order`] were answered or passed, except the last
/// one while there is more to ask: it is the question on the screen, or the one that comes when the visitor goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuizSession {
    guess: Option<u8>,
    /// Of the questions in `order` and no others.
    answers: Answers,
    order: AskingOrder,
    /// One of [`GOALS`]; there are no more questions in `order`.
    goal: usize,
    seed: u64,
    /// Where it is [`Stage::Asking`], the place is one of `order`.
    stage: Stage,
}

/// Record of a choice, for [`QuizSession::undo`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChoiceRecord {
    /// Place in the order of asking, counted from 0.
    pub place: usize,
    /// The choice made.
    pub choice: ItemChoice,
    /// The session before it.
    before: QuizSession,
}

impl QuizSession {
    /// A session with the questions of `set` that has not begun; its first question is selected.
    pub fn of(set: &'static QuestionSet, seed: u64) -> QuizSession {
        let mut order = AskingOrder::empty();
        order.push(first_question(set, seed));
        QuizSession {
            guess: None,
            answers: Answers::none(set),
            order,
            goal: GOALS[0],
            seed,
            stage: Stage::Guess,
        }
    }

    /// The session of these parts; `None` where no session can consist of them.
    pub(super) fn restore(
        guess: Option<u8>,
        answers: Answers,
        order: AskingOrder,
        goal: usize,
        seed: u64,
        stage: Stage,
    ) -> Option<QuizSession> {
        let session = QuizSession { guess, answers, order, goal, seed, stage };
        let items = answers.set().items();
        let questions = order.questions();
        let is_asked = |question: &u8| answers.is_asked(usize::from(*question));
        let (_, earlier) = questions.split_last()?;
        let is_after_its_pair = |(place, &question): (usize, &u8)| {
            let item = &items[usize::from(question)];
            let pair = item.consistency_pair.filter(|_| item.reverse_keyed);
            pair.is_none_or(|pair| questions[..place].contains(&(pair as u8)))
        };
        let is_possible = guess.is_none_or(|guess| GUESSES.contains(&guess))
            && GOALS.contains(&goal)
            && questions.len() <= goal
            && earlier.iter().all(is_asked)
            && questions.iter().filter(|question| is_asked(question)).count() == answers.asked().count()
            && (session.next_unmet().is_some() || session.left_until(goal) == 0)
            && questions.iter().enumerate().all(is_after_its_pair)
            && !matches!(stage, Stage::Asking(place) if place >= questions.len());
        is_possible.then_some(session)
    }

    /// The question set.
    pub fn set(&self) -> &'static QuestionSet {
        self.answers.set()
    }

    /// The visitor's guess: "out of 100 simulated people, how many are weirder than you?" One of [`GUESSES`].
    pub fn guess(&self) -> Option<u8> {
        self.guess
    }

    /// Answers and passes, in the order of the set, not the order of asking.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Seed of the order of the first questions and of the sides of all poles.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Current stage.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Number of questions, answered or passed, after which the result is shown; one of [`GOALS`].
    pub fn goal(&self) -> usize {
        self.goal
    }

    /// Indices in the set of the questions asked so far, in the order of asking; the last may have no answer yet.
    pub fn order(&self) -> &[u8] {
        self.order.questions()
    }

    /// Index in the set of the question asked at `place`, counted from 0.
    ///
    /// # Panics
    ///
    /// When `place` is not below the length of [`QuizSession::order`].
    pub fn question(&self, place: usize) -> usize {
        usize::from(self.order()[place])
    }

    /// Sides of the screen of the poles.
    pub fn sides(&self) -> ScreenSides {
        ScreenSides::of(self.set(), self.seed)
    }

    /// Whether the session has not begun: no guess, no choice, the first stage.
    pub fn is_blank(&self) -> bool {
        *self == QuizSession::of(self.set(), self.seed)
    }

    /// Choice for the question at `place` in the order of asking, as shown on the screen; `None` when there is none yet.
    ///
    /// # Panics
    ///
    /// When `place` is not below the length of [`QuizSession::order`].
    pub fn choice(&self, place: usize) -> Option<ItemChoice> {
        let question = self.question(place);
        match self.answers.get(question) {
            Some(response) => Some(ItemChoice::Shown(self.sides().mirror_if_swapped(question, response))),
            None => self.answers.is_passed(question).then_some(ItemChoice::Pass),
        }
    }

    /// Place of the question with neither an answer nor a pass, the last in the order; `None` when the goal is reached.
    pub fn next_unmet(&self) -> Option<usize> {
        let last = self.order().len().checked_sub(1)?;
        (!self.answers.is_asked(self.question(last))).then_some(last)
    }

    /// Number of questions until the goal.
    pub fn unmet(&self) -> usize {
        self.left_until(self.goal)
    }

    /// Number of questions that [`QuizSession::sharpen`] goes on to ask: those until the goal, or until the next goal where
    /// this one is reached; 0 after the last goal.
    pub fn left_to_sharpen(&self) -> usize {
        match self.unmet() {
            0 => self.next_goal().map_or(0, |goal| self.left_until(goal)),
            unmet => unmet,
        }
    }

    /// Whether an early end is offered: there are [`MIN_PREVIEW_ANSWERS`] answers, questions are left until the goal, and
    /// the range of the place is at most [`EARLY_END_WIDTH`] wide. `width` is a share of the population, 0 to 1.
    pub fn may_end_early(&self, width: f64) -> bool {
        self.unmet() > 0 && self.scored() >= MIN_PREVIEW_ANSWERS && width <= EARLY_END_WIDTH
    }

    /// Records the guess and goes to the first question. A guess beyond [`GUESSES`] counts as the largest.
    pub fn begin(&mut self, guess: Option<u8>) {
        self.guess = guess.map(|guess| guess.min(*GUESSES.end()));
        self.stage = Stage::Asking(0);
    }

    /// Records a choice for the question at `place` in the order of asking, and advances: to the next question, to
    /// [`Stage::Halfway`] when this is answer number [`MIN_PREVIEW_ANSWERS`], or to the result at the goal.
    ///
    /// Later answers stay when an earlier one is changed; what has no answer yet is selected again from all answers.
    /// Selects a question at the cost of [`perplexity::selection::next_item`], some .2 ms natively, and a posterior of 200 draws
    /// after [`super::PAIR_CHECKS`] questions.
    ///
    /// # Panics
    ///
    /// When `place` is not below the length of [`QuizSession::order`].
    pub fn choose(&mut self, likeness: &Likeness, place: usize, choice: ItemChoice) -> ChoiceRecord {
        let chosen =
            ChoiceRecord { place, choice, before: QuizSession { stage: Stage::Asking(place), ..*self } };
        let question = self.question(place);
        let is_change = self.choice(place) != Some(choice);
        let scored = self.scored();
        match choice {
            ItemChoice::Shown(shown) => {
                self.answers.put(question, self.sides().mirror_if_swapped(question, shown));
            }
            ItemChoice::Pass => self.answers.pass(question),
        }
        if is_change {
            self.plan(likeness);
        }
        self.stage = if place + 1 == self.order().len() {
            Stage::Result
        } else if scored < MIN_PREVIEW_ANSWERS && self.scored() == MIN_PREVIEW_ANSWERS {
            Stage::Halfway
        } else {
            Stage::Asking(place + 1)
        };
        chosen
    }

    /// Reverts the last choice: the session is what it was before, at the question of the choice.
    pub fn undo(&mut self, chosen: ChoiceRecord) {
        *self = chosen.before;
    }

    /// Returns to the previous question, or from the first one to the guess.
    pub fn back(&mut self) {
        self.stage = match self.stage {
            Stage::Guess | Stage::Asking(0) => Stage::Guess,
            Stage::Asking(place) => Stage::Asking(place - 1),
            // The last question that was reached.
            Stage::Halfway | Stage::Result => Stage::Asking(self.met().saturating_sub(1)),
        };
    }

    /// Advances to the question with neither an answer nor a pass, or to the result when there is none.
    pub fn go_on(&mut self) {
        self.stage = self.next_unmet().map_or(Stage::Result, Stage::Asking);
    }

    /// Goes on asking after a result: until the goal, or until the next goal where this one is reached. Shows the result
    /// after the last goal.
    pub fn sharpen(&mut self, likeness: &Likeness) {
        if self.next_unmet().is_none()
            && let Some(goal) = self.next_goal()
        {
            self.goal = goal;
            self.plan(likeness);
        }
        self.go_on();
    }

    /// Goes to the result of the answers given so far, from [`MIN_PREVIEW_ANSWERS`] answers on; with fewer, changes nothing.
    pub fn finish(&mut self) {
        if self.scored() >= MIN_PREVIEW_ANSWERS {
            self.stage = Stage::Result;
        }
    }

    /// Number of questions answered or passed.
    fn met(&self) -> usize {
        self.next_unmet().unwrap_or(self.order().len())
    }

    /// Number of answers that are scored: without reverse-keyed questions.
    fn scored(&self) -> usize {
        let items = self.set().items();
        self.answers.answered().filter(|(question, _)| !items[*question].reverse_keyed).count()
    }

    /// Number of questions from here to a goal, or to the end of the set where it has fewer.
    fn left_until(&self, goal: usize) -> usize {
        let met = &self.order()[..self.met()];
        let is_left = |(q, item): &(usize, &Item)| !item.reverse_keyed && !met.contains(&(*q as u8));
        let left = self.set().items().iter().enumerate().filter(is_left).count();
        left.min(goal - met.len())
    }

    fn next_goal(&self) -> Option<usize> {
        GOALS.into_iter().find(|&goal| goal > self.goal)
    }

    /// Selects the question that has no answer yet, in place of the one selected before.
    fn plan(&mut self, likeness: &Likeness) {
        if self.next_unmet().is_some() {
            self.order.pop();
        }
        if self.order().len() < self.goal
            && let Some(question) = next_question(likeness, self.seed, self.order.questions(), &self.answers)
        {
            self.order.push(question);
        }
    }
}

#[cfg(test)]
mod tests;
