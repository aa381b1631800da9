//! The year on the feed below a result: a world in which the visitor lives.

screen! {
    /// The year on the feed.
    Year, year {
        /// The day, in words; an attribute holds its number.
        day: "[data-screen=result] [data-value=day]",
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
