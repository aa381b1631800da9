//! What somebody else sent: their result before it is looked at, the summary of it, a link that cannot be read.

screen! {
    /// What somebody else sent.
    Shared, shared {
        /// How long it takes to tell who they are.
        heading: ".somebody h1",
        /// Looks at the result without taking the quiz.
        just_look: "[data-action=just-look]",
        /// The way to the quiz, from somebody's result.
        somebody_quiz_link: ".somebody [href='#quiz']",
        /// The way to the quiz, among the ways that are offered.
        quiz_link: ".ways a[href='#quiz']",
        /// The way to the comparison.
        comparison_link: ".ways a[href='#compare']",
        /// The heading of a summary.
        postcard_heading: ".postcard h1",
        /// The numbers of a summary.
        summary: "[data-value=summary]",
        /// Its first sentence.
        summary_words: "[data-value=summary] p",
        /// What stands where a number is still to come.
        blank: ".blank",
        /// That it is of another set of questions.
        edition: ".edition",
        /// What became of the other half of a comparison that cannot be read.
        other_half: "[data-value=other]",
        /// The sentence in it.
        other_half_words: "[data-value=other] p",
        /// Why a link cannot be read.
        link_error: "[data-value=link-error]",
        /// The way to the quiz, wherever it is offered.
        any_quiz_link: "a[href='#quiz']",
    }
}
