//! Screens of the page that have a name in the address.

/// A screen that has a name in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Landing page.
    Landing,
    /// Guess, questions and the visitor's own result.
    Quiz,
    /// Comparison of two results.
    Compare,
    /// Lab.
    Lab,
    /// Explanation of the model.
    How,
    /// Explanation of the model, at the section about privacy.
    Privacy,
}

/// The screen with this name, in any case.
pub(super) fn named(name: &[u8]) -> Option<Place> {
    const NAMES: [(&[u8], Place); 7] = [
        (b"", Place::Landing),
        (b"landing", Place::Landing),
        (b"quiz", Place::Quiz),
        (b"compare", Place::Compare),
        (b"lab", Place::Lab),
        (b"how", Place::How),
        (b"privacy", Place::Privacy),
    ];
    NAMES.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, place)| place)
}
