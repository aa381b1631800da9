//! The year on the feed below a result: a world in which the visitor lives.

screen! {
    /// The year on the feed.
    Year, year {
        /// The day, in words; an attribute holds its number.
        day: "[data-screen=result] [data-value=day]",
        /// One in how many people is like the visitor, today.
        today_perplexity: "[data-value=today-perplexity]",
        /// The same on that day, drifting along.
        perplexity: "[data-value=year-perplexity]",
        /// The range of that.
        range: "[data-value=year-range]",
        /// The same on that day, unmoved.
        unmoved_perplexity: "[data-value=unmoved-perplexity]",
        /// The range of that.
        unmoved_range: "[data-value=unmoved-range]",
        /// How many years of real people the days are worth.
        clock: "[data-value=clock]",
        /// The answers that the feed took.
        taken: ".taken li",
        /// Plays or pauses it.
        play: "[data-screen=result] [data-action=play]",
        /// The map of today in words: it stands once the map does.
        map_in_words: ".today .in-words p",
        /// What stands for a map that cannot be drawn.
        no_canvas: ".today .no-canvas",
        /// Why it does not go on.
        refused: ".year .refused",
    }
}

impl<'p> Year<'p> {
    /// A reason why it does not go on, as long as there is one.
    #[must_use]
    pub fn any_refusal(&self) -> crate::element::Element<'p> {
        self.refused().with(":not(:empty)")
    }
}
