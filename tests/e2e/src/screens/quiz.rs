//! The quiz: a question at a time, the offer to look at half of them, and the welcome of who comes back.

use quiz::questionnaire::{Answers, CURRENT};
use quiz::quiz_session::GOALS;

use crate::element::Element;
use crate::page::Page;
use crate::personas::Persona;
use crate::site::Outcome;

/// How many questions are asked until the first result.
pub const QUESTIONS: usize = GOALS[0];

/// What an answer is as long as it is chosen.
const CHOSEN: &str = "[aria-checked=true]";

screen! {
    /// The quiz.
    Quiz, quiz {
        /// The whole screen.
        screen: "[data-screen=quiz]",
        /// Both sides of the question.
        statements: ".statements",
        /// The words of its first side.
        statement_a: "#statement-a span",
        /// The words of its second side.
        statement_b: "#statement-b span",
        /// Which question of how many it is.
        counted: ".counted",
        /// All answers that can be given.
        steps: "[data-step]",
        /// The note on the last answer.
        note: ".toast",
        /// Looks at the result before all questions were asked.
        look: "[data-screen=quiz] [data-action=look]",
        /// Announcements for screen readers.
        announced: "[data-screen=quiz] [role=status]",
        /// The offer to look at half of the questions.
        halfway: "[data-screen=halfway]",
        /// The welcome of who comes back.
        welcome_back: "[data-screen=welcome-back]",
    }
}

impl<'p> Quiz<'p> {
    /// The n-th question, from 1.
    #[must_use]
    pub fn question(&self, asked: usize) -> Element<'p> {
        self.screen().with(&format!("[data-asked='{asked}']"))
    }

    /// The n-th question, or the offer that may come before it.
    #[must_use]
    pub fn question_or_offer(&self, asked: usize) -> Element<'p> {
        self.question(asked).or(&self.halfway())
    }

    /// An answer to the n-th question: "0" to "4", or "pass".
    #[must_use]
    pub fn step(&self, asked: usize, step: &str) -> Element<'p> {
        self.question(asked).inside(&format!("[data-step='{step}']"))
    }

    /// The same, as long as it is chosen.
    #[must_use]
    pub fn chosen(&self, asked: usize, step: &str) -> Element<'p> {
        self.step(asked, step).with(CHOSEN)
    }

    /// The answer that is chosen, whichever it is.
    #[must_use]
    pub fn any_chosen(&self) -> Element<'p> {
        self.0.element(CHOSEN)
    }

    /// Takes the last answer back, once the n-th question is asked.
    #[must_use]
    pub fn undo_at(&self, asked: usize) -> Element<'p> {
        self.question(asked).inside("[data-action=undo]")
    }

    /// "Go on", in the offer at half of the questions and in the welcome.
    #[must_use]
    pub fn go_on(&self) -> Element<'p> {
        self.pause("[data-action=go-on]")
    }

    /// "Look at it", in the offer at half of the questions and in the welcome.
    #[must_use]
    pub fn look_now(&self) -> Element<'p> {
        self.pause("[data-action=look]")
    }

    fn pause(&self, action: &str) -> Element<'p> {
        self.halfway().inside(action).or(&self.welcome_back().inside(action))
    }

    /// Waits for the n-th question; an offer to look earlier is declined. Whether there was one.
    ///
    /// # Errors
    /// When the question does not appear.
    pub async fn reach(&self, asked: usize) -> Outcome<bool> {
        self.question_or_offer(asked).appears().await?;
        let offered = self.halfway().is_shown().await?;
        if offered {
            self.go_on().enter().await?;
            self.question(asked).appears().await?;
        }
        Ok(offered)
    }

    /// Answers the n-th question with a key, once it is asked.
    ///
    /// # Errors
    /// When it is not.
    pub async fn answer(&self, asked: usize, key: char) -> Outcome<()> {
        self.question(asked).appears().await?;
        self.0.press(key.to_string()).await
    }

    /// Answers from one question up to another as a persona does, and waits for what comes then.
    ///
    /// # Errors
    /// When a question does not appear.
    pub async fn answer_as(&self, persona: Persona, from: usize, to: usize) -> Outcome<()> {
        for asked in from..=to {
            self.answer(asked, persona.key(asked)).await?;
        }
        self.question_or_offer(to + 1).or(&self.end()).appears().await
    }

    /// What comes after the last question: the reveal or, where all were passed, the result.
    fn end(&self) -> Element<'p> {
        self.0.reveal().screen().or(&self.0.result().screen())
    }

    /// Which question it is that is asked as the n-th: its place in the set.
    ///
    /// # Errors
    /// When it does not say.
    pub async fn place_in_set(&self, asked: usize) -> Outcome<usize> {
        Ok(self.question(asked).attribute("data-question").await?.parse()?)
    }

    /// Answers the n-th question, which is asked, as somebody would who answers like this, on whichever sides its poles
    /// stand; passes it if they have no answer to it.
    ///
    /// # Errors
    /// When it is not asked.
    pub async fn answer_like(&self, asked: usize, answers: &Answers) -> Outcome<()> {
        let question = self.place_in_set(asked).await?;
        let turned = self.statement_a().text().await? != CURRENT.questions()[question].lower;
        let step = answers.get(question).map(|step| if turned { step.mirrored() } else { step });
        self.0.press(step.map_or(0, |step| step.index() + 1).to_string()).await
    }
}

impl Page {
    /// Answers every question as a persona does; an offer to look earlier is declined. What comes after the last is the
    /// reveal, or, when all were passed, the result.
    ///
    /// # Errors
    /// When a question does not appear or nothing comes after the last.
    pub async fn answer_until_the_reveal(&self, persona: Persona) -> Outcome<()> {
        self.answer_from_until_the_reveal(1, persona).await
    }

    async fn answer_from_until_the_reveal(&self, first: usize, persona: Persona) -> Outcome<()> {
        for asked in first..=QUESTIONS {
            self.quiz().reach(asked).await?;
            self.press(persona.key(asked).to_string()).await?;
        }
        self.quiz().end().appears().await
    }

    /// The same as somebody who would answer like this, whichever questions the session selects; only the first `count`
    /// questions are answered, and the others passed.
    ///
    /// # Errors
    /// When a question does not appear or nothing comes after the last.
    pub async fn answer_like(&self, answers: &Answers, count: usize) -> Outcome<()> {
        let quiz = self.quiz();
        for asked in 1..=QUESTIONS {
            quiz.reach(asked).await?;
            if asked <= count {
                quiz.answer_like(asked, answers).await?;
            } else {
                self.press("0").await?;
            }
        }
        quiz.end().appears().await
    }

    /// Answers every question as a persona does, to the result.
    ///
    /// # Errors
    /// When a question does not appear or the result does not.
    pub async fn answer_all(&self, persona: Persona) -> Outcome<()> {
        self.answer_all_from(1, persona).await
    }

    /// The same from the n-th question on.
    ///
    /// # Errors
    /// When a question does not appear or the result does not.
    pub async fn answer_all_from(&self, first: usize, persona: Persona) -> Outcome<()> {
        self.answer_from_until_the_reveal(first, persona).await?;
        self.result().numbers().await.map(drop)
    }
}
