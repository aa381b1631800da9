//! "Forget me" in the quiz: a sheet that asks once more.

use crate::site::Outcome;

screen! {
    /// "Forget me" in the quiz.
    Forget, forget {
        /// Opens the sheet.
        open: "[popovertarget=forget-sheet]",
        /// The sheet.
        sheet: "#forget-sheet",
        /// The button that closes it, as long as it has the focus.
        focused_way_out: "#forget-sheet [popovertarget]:focus",
        /// Forgets everything.
        confirm: "#forget-sheet [data-action=forget]",
    }
}

impl Forget<'_> {
    /// Asks to be forgotten, and waits for the empty beginning.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn everything(&self) -> Outcome<()> {
        self.open().enter().await?;
        self.confirm().enter().await?;
        self.0.guess().screen().appears().await
    }

    /// The same, and waits until the page says that it has forgotten.
    ///
    /// # Errors
    /// When it does not say so.
    pub async fn everything_and_hear_so(&self) -> Outcome<()> {
        self.everything().await?;
        self.0.guess().screen().says("forgotten").await.map(drop)
    }
}
