//! "How it works": a document of its own.

screen! {
    /// "How it works".
    How, how {
        /// The whole screen.
        screen: "[data-screen=how]",
        /// The same, as the main part of its document.
        main: "main[data-screen=how]",
        /// The verdict on the fourth law.
        verdict_on_law_4: "#law-4 .verdict",
        /// The picture of the sixth law.
        picture_of_law_6: "#law-6 svg",
        /// The equations.
        equations: "#equations math",
        /// The questions.
        questions: "#questions table",
        /// What is kept, and where.
        privacy: "#privacy ol",
        /// The heading of that.
        privacy_heading: "#privacy h2",
        /// The same, on this screen and no other.
        own_privacy: "main[data-screen=how] #privacy",
        /// The sources.
        sources: "#sources",
        /// What forgets the visitor, with its button.
        forget_part: "#forget",
        /// Forgets the visitor.
        forget: "#forget button",
        /// What came of that.
        forget_said: "#forget [role=status]",
    }
}
