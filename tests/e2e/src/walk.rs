//! Which screens are there, and how does a visitor walk through them?

use normie_descent::items::{Answers, QUESTIONS as ITEMS};
use thirtyfour::Key;

use crate::page::Page;
use crate::site::Outcome;

/// The screens that have an address of their own: a name for the picture, the fragment, and what is on them.
pub const PLACES: [(&str, &str, &str); 6] = [
    ("landing", "", "[data-screen=landing]"),
    ("unknown-address", "#no-such-place", "[data-screen=landing]"),
    ("lab", "#lab", "[data-value=status][data-day]"),
    ("levers", "#s1.seed=42&feed=1&dims=64", "[data-value=status][data-day]"),
    ("how", "how.html", "[data-screen=how]"),
    ("damaged-link", "#r1.010MMVGKMMM1NHQ838", "#visit h1"),
];

/// The offer to look before all questions were asked.
pub const HALFWAY: &str = "[data-screen=halfway]";

/// How many questions there are.
pub const QUESTIONS: usize = 24;

/// The numbers of a result, as they stand on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Identity bits to the last bit: an f64 in 16 hexadecimal digits.
    pub bits: String,
    /// "one in 72".
    pub perplexity: String,
    /// "70 to 92", or that there is no place in the crowd for these answers.
    pub standing: String,
    /// How many questions were answered.
    pub answered: String,
}

impl Page {
    /// From the landing to the first question, by keyboard, guessing that 5 of 100 are weirder.
    ///
    /// # Errors
    /// When a screen on the way does not appear.
    pub async fn walk_to_the_quiz(&self) -> Outcome<()> {
        self.enter("[data-screen=landing] a[href='#quiz']").await?;
        self.find("[data-screen=guess] input").await?.focus().await?;
        self.press("5").await?;
        self.press(Key::Enter).await?;
        self.find("[data-screen=quiz][data-asked='1']").await.map(drop)
    }

    /// Answers every question by keyboard, with this key the n-th, counted from 1; an offer to look earlier is
    /// declined. What comes after the last is the reveal, or, when all were passed, the result.
    ///
    /// # Errors
    /// When a question does not appear or nothing comes after the last.
    pub async fn answer_until_the_reveal(&self, key: impl Fn(usize) -> char) -> Outcome<()> {
        for asked in 1..=QUESTIONS {
            self.question(asked).await?;
            self.press(key(asked).to_string()).await?;
        }
        self.find("[data-screen=reveal], [data-screen=result]").await.map(drop)
    }

    /// The same as somebody who would answer like this, whichever order and sides the session has.
    ///
    /// # Errors
    /// When a question does not appear or nothing comes after the last.
    pub async fn answer_like(&self, answers: &Answers) -> Outcome<()> {
        for asked in 1..=QUESTIONS {
            let screen = self.question(asked).await?;
            let question: usize = self.attribute(&screen, "data-question").await?.parse()?;
            let turned = self.text("#statement-a span").await? != ITEMS[question].lower;
            let step = answers.get(question).map(|step| if turned { step.mirrored() } else { step });
            self.press(step.map_or(0, |step| step.index() + 1).to_string()).await?;
        }
        self.find("[data-screen=reveal], [data-screen=result]").await.map(drop)
    }

    /// Waits for the n-th question; an offer to look earlier is declined. Gives what selects it.
    async fn question(&self, asked: usize) -> Outcome<String> {
        let question = format!("[data-screen=quiz][data-asked='{asked}']");
        self.find(&format!("{question}, {HALFWAY}")).await?;
        if self.shows(HALFWAY).await? {
            self.enter(&format!("{HALFWAY} [data-action=go-on]")).await?;
            self.find(&question).await?;
        }
        Ok(question)
    }

    /// The same from the n-th question on, to the result.
    ///
    /// # Errors
    /// When a question does not appear or the result does not.
    pub async fn answer_all_from(&self, first: usize, key: impl Fn(usize) -> char) -> Outcome<()> {
        for asked in first..=QUESTIONS {
            self.question(asked).await?;
            self.press(key(asked).to_string()).await?;
        }
        self.result().await.map(drop)
    }

    /// Answers by keys, skipping the reveal.
    ///
    /// # Errors
    /// When a question does not appear or the result does not.
    pub async fn answer_all(&self, key: impl Fn(usize) -> char) -> Outcome<()> {
        self.answer_until_the_reveal(key).await?;
        self.result().await.map(drop)
    }

    /// The numbers of the result, once they stand; the reveal before them is skipped. Somebody else's are shown to who
    /// asks to look.
    ///
    /// # Errors
    /// When they do not appear.
    pub async fn result(&self) -> Outcome<Shown> {
        let numbers = "[data-action=just-look], [data-screen=result] [data-value=identity-bits]";
        self.find(&format!("[data-screen=reveal], {numbers}")).await?;
        if self.shows("[data-screen=reveal]").await? {
            self.press(Key::Escape).await?;
            self.find(numbers).await?;
        }
        if self.shows("[data-action=just-look]").await? {
            self.enter("[data-action=just-look]").await?;
        }
        let value = |name: &str| format!("[data-screen=result] [data-value={name}]");
        Ok(Shown {
            bits: self.attribute(&value("identity-bits"), "data-bits").await?,
            perplexity: self.text(&value("perplexity")).await?,
            // Said of "them" to everybody else.
            standing: self.text(&value("standing")).await?.replace("place them", "place you"),
            answered: self.text(&value("answered")).await?,
        })
    }

    /// Opens the share sheet and waits for the card.
    ///
    /// # Errors
    /// When there is no way to share, or no card appears.
    pub async fn share(&self) -> Outcome<()> {
        self.enter("[data-action=share]").await?;
        self.find("[data-value=card]").await.map(drop)
    }

    /// Copies the link that the open share sheet offers: with the answers, or just the number.
    ///
    /// # Errors
    /// When there is no way to copy it, or the clipboard holds something else than is shown.
    pub async fn copied_link(&self, with_answers: bool) -> Outcome<String> {
        let (choice, start) = if with_answers { ("answers", "#r1.") } else { ("number", "#u1.") };
        self.find(&format!("[name=tells][value={choice}]")).await?.focus().await?;
        self.press(" ").await?;
        let shown = self.text_once("[data-value=link]", |link| link.contains(start)).await?;
        self.enter("[data-action=copy-link]").await?;
        self.text_once(".share-said", |said| said.contains("copied")).await?;
        let copied = self.clipboard().await?;
        if copied == shown {
            Ok(copied)
        } else {
            Err(format!("{copied:?} was copied, {shown:?} is shown").into())
        }
    }
}
