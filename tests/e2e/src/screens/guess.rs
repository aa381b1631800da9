//! The guess before the quiz: how many of a hundred are weirder than the visitor.

use thirtyfour::Key;

use crate::page::Page;
use crate::site::Outcome;

screen! {
    /// The guess before the quiz.
    Guess, guess {
        /// The whole screen.
        screen: "[data-screen=guess]",
        /// The field for a number.
        field: "[data-screen=guess] input",
        /// One of the numbers that are offered.
        twenty: "[data-chip='20']",
        /// Goes on with the number.
        submit: "[data-action=guess]",
        /// Goes on without a number.
        skip: "[data-screen=guess] [data-action=skip]",
    }
}

impl Guess<'_> {
    /// Guesses a number by keyboard, and waits for the first question.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn guess(&self, number: u8) -> Outcome<()> {
        self.field().focus().await?;
        self.0.press(number.to_string()).await?;
        self.0.press(Key::Enter).await?;
        self.0.quiz().question(1).appears().await
    }

    /// Skips it, and waits for the first question.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn skip_it(&self) -> Outcome<()> {
        self.skip().enter().await?;
        self.0.quiz().question(1).appears().await
    }
}

impl Page {
    /// From the landing to the first question, by keyboard, guessing that 5 of 100 are weirder.
    ///
    /// # Errors
    /// When a screen on the way does not appear.
    pub async fn walk_to_the_quiz(&self) -> Outcome<()> {
        self.landing().quiz_link().enter().await?;
        self.guess().guess(5).await
    }
}
