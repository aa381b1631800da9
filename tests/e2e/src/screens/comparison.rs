//! The comparison of two people: the field for a friend's link, and the two sheets beside each other.

use crate::element::Element;
use crate::page::Page;
use crate::personas::Persona;
use crate::site::Outcome;

/// How long each of two takes to tell who they are: from zero, and for one who knows the other.
pub type Lengths = [[String; 2]; 2];

screen! {
    /// The comparison.
    Comparison, comparison {
        /// The field for a friend's link.
        paste: "#paste",
        /// The same, where there is nobody to be compared with.
        paste_for_nobody: "[data-two=none] #paste",
        /// What is wrong with the pasted link.
        paste_said: "#paste-said",
        /// Compares with the pasted link.
        compare: "[data-action=compare]",
        /// That there is nobody to be compared with.
        nobody: "[data-two=none]",
        /// That one's own answers are missing.
        own_missing: "[data-two=missing]",
        /// The last part, wherever it stands.
        rest: "[data-part=rest]",
        /// The last part of one that tells the visitor "you".
        rest_with_you: "[data-two=you] [data-part=rest]",
        /// The last part of one of two others.
        rest_of_others: "[data-two=others] [data-part=rest]",
        /// The table of a comparison with a summary.
        numbers: "[data-two=numbers] .numbers",
        /// What is missing in it.
        lacking: "[data-value=missing]",
        /// Looks at the second of two others.
        look_at_second: "[data-look=second]",
        /// The beliefs both hold.
        shared: "[data-part=shared] li",
        /// The beliefs they differ in.
        gaps: "[data-part=gaps] li",
    }
}

impl<'p> Comparison<'p> {
    fn length(&self, direction: usize, value: &str) -> Element<'p> {
        self.0.element(format!("[data-direction='{direction}'] [data-value={value}]"))
    }

    /// How long each of the two takes.
    ///
    /// # Errors
    /// When it is not said.
    pub async fn lengths(&self) -> Outcome<Lengths> {
        let mut lengths = Lengths::default();
        for (direction, both) in lengths.iter_mut().enumerate() {
            for (length, value) in both.iter_mut().zip(["from-zero", "knowing"]) {
                *length = self.length(direction, value).text().await?;
            }
        }
        Ok(lengths)
    }

    /// How many beliefs are listed as shared, and how many as gaps.
    ///
    /// # Errors
    /// When the browser does not say.
    pub async fn listed(&self) -> Outcome<[u64; 2]> {
        let count = "return elements.length";
        let [shared, gaps] = [self.shared().asks(count).await?, self.gaps().asks(count).await?];
        Ok([shared, gaps].map(|count| count.as_u64().unwrap_or(99)))
    }

    /// Pastes something in place of what stands in the field.
    ///
    /// # Errors
    /// When there is no field.
    pub async fn paste_text(&self, text: &str) -> Outcome<()> {
        let field = self.paste().find().await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }
}

impl Page {
    /// From a friend's link over the guess and the quiz to one's own result.
    ///
    /// # Errors
    /// When a screen on the way does not appear.
    pub async fn take_the_quiz_from_a_friend(&self, persona: Persona) -> Outcome<()> {
        self.shared().quiz_link().enter().await?;
        self.guess().guess(5).await?;
        self.answer_all(persona).await
    }
}
