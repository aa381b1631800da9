//! The six beats of the lab: an experiment each, with a guess before it and a verdict after it.

use crate::element::Element;
use crate::site::Outcome;

screen! {
    /// The beats of the lab.
    Beats, beats {
        /// All parts of the lab: the six beats and the levers.
        parts: ".parts",
        /// The heading of the beat that is shown.
        title: "[data-screen=lab] #beat-title",
        /// The field for a guess.
        guess: "#beat-guess",
        /// The first of the answers that are offered.
        first_chip: ".lab-play [data-chip]",
        /// The offered answer "50".
        fifty: ".lab-play [data-chip='50']",
        /// Begins the experiment.
        go: "[data-action=go]",
        /// Goes back to day 0.
        again: "[data-action=again]",
        /// What came out.
        verdict: ".verdicts li",
        /// The way to the second beat below the first.
        second: ".lab-play [data-beat='2']",
        /// The strengths of the feed that can be chosen.
        choices: "[name=choice]",
        /// The way to all levers.
        levers: "[data-action=levers]",
    }
}

impl<'p> Beats<'p> {
    /// The way to a beat, from 1; the levers are the seventh.
    #[must_use]
    pub fn link(&self, beat: usize) -> Element<'p> {
        self.parts().inside(&format!("[data-beat='{beat}']"))
    }

    /// The same, as long as this beat is shown.
    #[must_use]
    pub fn current(&self, beat: usize) -> Element<'p> {
        self.link(beat).with("[aria-current]")
    }

    /// Goes to a beat, and waits for its world.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn open(&self, beat: usize) -> Outcome<()> {
        self.link(beat).enter().await?;
        self.current(beat).appears().await?;
        self.0.lab().world().await.map(drop)
    }

    /// Goes to all levers.
    ///
    /// # Errors
    /// When there is no way to them.
    pub async fn open_levers(&self) -> Outcome<()> {
        self.link(7).enter().await
    }

    /// Whether the experiment cannot begin before something is guessed.
    ///
    /// # Errors
    /// When there is no experiment.
    pub async fn asks_first(&self) -> Outcome<bool> {
        Ok(self.go().find().await?.attr("disabled").await?.is_some())
    }

    /// Begins the experiment once that can be done.
    ///
    /// # Errors
    /// When it cannot.
    pub async fn begin(&self) -> Outcome<()> {
        self.go().with(":not([disabled])").enter().await
    }
}
