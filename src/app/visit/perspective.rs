//! The perspective of a text: whose result it is, and who reads it.

use quiz::explanation::Whom;

/// Who is spoken of, and to whom.
#[derive(Clone, Copy)]
pub(super) struct Perspective {
    /// Whether the visitor looks at their own result.
    pub own: bool,
    /// "you" or "they".
    pub they: &'static str,
    /// "your" or "their".
    pub their: &'static str,
}

impl Perspective {
    /// The same, for sentences.
    pub(super) fn whom(self) -> Whom {
        if self.own { Whom::You } else { Whom::They }
    }

    /// The visitor's own, or somebody's.
    pub(super) fn new(own: bool) -> Perspective {
        let (they, their) = if own { ("you", "your") } else { ("they", "their") };
        Perspective { own, they, their }
    }
}
