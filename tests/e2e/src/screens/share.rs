//! The share sheet below a result or a comparison: card, link, texts, and the ways out of the page.

use crate::element::Element;
use crate::site::Outcome;

/// What a link tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// Just the number.
    Number,
    /// Every answer.
    Answers,
}

impl Tells {
    /// What the code of such a link begins with.
    #[must_use]
    pub const fn start(self) -> &'static str {
        match self {
            Tells::Number => "#u2.",
            Tells::Answers => "#r2.",
        }
    }
}

screen! {
    /// The share sheet.
    Share, share {
        /// Opens it.
        open_button: "[data-action=share]",
        /// The choice of what the link tells that is not made now.
        other_choice: "[name=tells]:not(:checked)",
        /// The choice to tell just the number.
        number: "[name=tells][value=number]",
        /// The choice to tell every answer.
        answers: "[name=tells][value=answers]",
        /// The card.
        card: "[data-value=card]",
        /// The link.
        link: "[data-value=link]",
        /// The text to be sent.
        text: "[data-value=text]",
        /// What came of the last button.
        said: ".share-said",
        /// What stands where the card comes.
        waiting: ".share-waiting",
        /// Copies the link.
        copy_link: "[data-action=copy-link]",
        /// Copies the text.
        copy_text: "[data-action=copy-text]",
        /// Copies the text in letters only.
        copy_plain: "[data-action=copy-plain]",
        /// Copies the description of the card.
        copy_description: "[data-action=copy-alt]",
        /// Saves the card.
        save_wide: "[data-action=save-wide]",
        /// Saves the card for telephones.
        save_tall: "[data-action=save-tall]",
        /// Hands it to the system.
        send: "[data-action=send]",
        /// Shows the link as a QR code.
        qr_button: "[data-action=qr]",
        /// The QR code.
        qr_code: "[data-value=qr] svg",
        /// Has the card drawn again after it could not be.
        retry: ".share-said [data-action=retry]",
        /// The text that waits to be copied by hand.
        by_hand: ".by-hand",
    }
}

impl<'p> Share<'p> {
    /// The choice of what the link tells.
    #[must_use]
    pub fn choice(&self, tells: Tells) -> Element<'p> {
        match tells {
            Tells::Number => self.number(),
            Tells::Answers => self.answers(),
        }
    }

    /// Opens the sheet and waits for the card.
    ///
    /// # Errors
    /// When there is no way to share, or no card appears.
    pub async fn open(&self) -> Outcome<()> {
        self.open_button().enter().await?;
        self.card().appears().await
    }

    /// Has the open sheet's link tell this, and gives the link.
    ///
    /// # Errors
    /// When no such link is shown.
    pub async fn link_that(&self, tells: Tells) -> Outcome<String> {
        self.choice(tells).choose().await?;
        self.link().says(tells.start()).await
    }

    /// Copies the link that the open sheet offers.
    ///
    /// # Errors
    /// When there is no way to copy it, or the clipboard holds something else than is shown.
    pub async fn copied_link(&self, tells: Tells) -> Outcome<String> {
        let shown = self.link_that(tells).await?;
        self.copy_link().enter().await?;
        self.said().says("copied").await?;
        let copied = self.0.clipboard().await?;
        if copied == shown {
            Ok(copied)
        } else {
            Err(format!("{copied:?} was copied, {shown:?} is shown").into())
        }
    }

    /// Empties what the last button said, so that the next differs from it.
    ///
    /// # Errors
    /// When there is no such place.
    pub async fn mark_as_read(&self) -> Outcome<()> {
        self.said().runs("element.textContent = '…'").await
    }

    /// Waits until the text that is to be copied by hand is all selected, and contains this.
    ///
    /// # Errors
    /// When it is not.
    pub async fn is_selected_by_hand(&self, part: &str) -> Outcome<()> {
        let selected = format!(
            "((field) => field.localName === 'textarea' && field.value.includes('{part}') && field.selectionStart === 0
                && field.selectionEnd === field.value.length && elements.some((one) => one.contains(field)))
                (document.activeElement)"
        );
        self.by_hand().becomes(&selected).await
    }
}
