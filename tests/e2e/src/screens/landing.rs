//! The landing: the essay, and its figure, in which a small world runs.

use crate::site::Outcome;

screen! {
    /// The landing.
    Landing, landing {
        /// The whole screen.
        screen: "[data-screen=landing]",
        /// Its heading.
        heading: "[data-screen=landing] h1",
        /// The way to the quiz.
        quiz_link: "[data-screen=landing] a[href='#quiz']",
        /// The way to the lab.
        lab_link: "[data-screen=landing] a[href='#lab']",
        /// The way to "how it works".
        how_link: "[data-screen=landing] a[href^='./how.html']:not([href*='#'])",
        /// The way to what "how it works" says of privacy.
        privacy_link: "a[href^='./how.html'][href$='#privacy']",
        /// The essay.
        essay: ".essay",
        /// What is offered only where the engine can run.
        needs_wasm: ".needs-wasm",
        /// The figure once its world runs: the dot that can be moved.
        live_dot: ".figure-box.alive .you-handle:not(.waiting)",
        /// The live figure, by its role.
        live_application: "[data-screen=landing] .alive [role=application]",
        /// The dot, whether or not it can be moved yet.
        dot: ".figure-box .you-handle",
        /// What the figure says of its world, and the day of it.
        status: "[data-screen=landing] .figure-status",
        /// The words below the figure.
        words: "#figure-words",
        /// The figure as it stands in the document.
        still: "[data-screen=landing] .figure-still",
        /// The map in it.
        still_map: ".figure-still .figure-land",
        /// What its world is drawn on, all layers.
        canvases: ".figure-canvases",
        /// The lowest layer.
        canvas: ".figure-canvases canvas",
        /// Starts its world again.
        replay: "[data-action=replay]",
    }
}

impl Landing<'_> {
    /// Where the dot is, in percent of the figure from its left edge.
    ///
    /// # Errors
    /// When there is no dot.
    pub async fn dot_left(&self) -> Outcome<f64> {
        let left = self.dot().asks("return parseFloat(element.style.left)").await?;
        left.as_f64().ok_or_else(|| format!("the dot is {left} from the left").into())
    }

    /// Lets go of a pointer on the figure.
    ///
    /// # Errors
    /// When there is no figure.
    pub async fn let_go_of_the_figure(&self) -> Outcome<()> {
        self.canvases().runs("element.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))").await
    }

    /// Waits until the landing says that `asked` is the question to go on with.
    ///
    /// # Errors
    /// When it does not.
    pub async fn goes_on_with(&self, asked: usize) -> Outcome<()> {
        self.quiz_link().says(&format!("{asked} of {}", crate::QUESTIONS)).await.map(drop)
    }
}
