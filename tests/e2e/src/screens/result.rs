//! The result: its numbers, and what can be done with the answers behind them.

use thirtyfour::Key;

use crate::page::Page;
use crate::screens::reveal::RevealTexts;
use crate::site::Outcome;

/// The numbers of a result, as they stand on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// The surprisal to the last bit: an f64 in 16 hexadecimal digits.
    pub bits: String,
    /// "one in 72".
    pub perplexity: String,
    /// "40 to 120".
    pub range: String,
    /// "70 to 92", or that there is no place in the crowd for these answers.
    pub standing: String,
    /// How many questions were answered.
    pub answered: String,
}

screen! {
    /// The result.
    ResultScreen, result {
        /// The whole screen.
        screen: "[data-screen=result]",
        /// The surprisal in bits; an attribute holds it to the last bit.
        surprisal: "[data-screen=result] [data-value=surprisal]",
        /// One in how many answers like this.
        perplexity: "[data-screen=result] [data-value=perplexity]",
        /// The range of that.
        perplexity_range: "[data-screen=result] [data-value=perplexity-range]",
        /// The place in the crowd.
        standing: "[data-screen=result] [data-value=standing]",
        /// How many questions were answered.
        answered: "[data-screen=result] [data-value=answered]",
        /// Goes on with the questions that are left, or with twelve more.
        go_on: "[data-screen=result] [data-action=go-on]",
        /// Starts over.
        redo: "[data-screen=result] [data-action=redo]",
        /// Forgets the answers.
        forget: "[data-screen=result] [data-action=forget]",
        /// The way to the comparison with a friend.
        comparison_link: ".comparing a",
        /// Looks for the newest page, where a link is of a newer version.
        renew: "[data-screen=result] [data-renew]",
    }
}

impl ResultScreen<'_> {
    /// The numbers, once they stand; the reveal before them is skipped. Somebody else's are shown to who asks to look.
    ///
    /// # Errors
    /// When they do not appear.
    pub async fn numbers(&self) -> Outcome<Numbers> {
        let (reveal, just_look) = (self.0.reveal().screen(), self.0.shared().just_look());
        let numbers = just_look.or(&self.surprisal());
        reveal.or(&numbers).appears().await?;
        if reveal.is_shown().await? {
            self.0.press(Key::Escape).await?;
            numbers.appears().await?;
        }
        if just_look.is_shown().await? {
            just_look.enter().await?;
        }
        Ok(Numbers {
            bits: self.surprisal().attribute("data-bits").await?,
            perplexity: self.perplexity().text().await?,
            range: self.perplexity_range().text().await?,
            // Said of "them" to everybody else.
            standing: self.standing().text().await?.replace("place them", "place you"),
            answered: self.answered().text().await?,
        })
    }

    /// What it says beside the numbers, to be compared with the reveal.
    ///
    /// # Errors
    /// When there is no result.
    pub async fn texts(&self) -> Outcome<RevealTexts> {
        RevealTexts::within(&self.screen()).await
    }
}

impl Page {
    /// From a result that is kept to where it is shown.
    ///
    /// # Errors
    /// When it is not shown.
    pub async fn back_to_the_result(&self) -> Outcome<Numbers> {
        self.open(crate::addresses::QUIZ).await?;
        self.quiz().welcome_back().appears().await?;
        self.quiz().look_now().enter().await?;
        self.result().numbers().await
    }
}
