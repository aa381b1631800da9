//! Which screens are there, and how does one get to them?

/// The screens that have an address of their own: a name for the picture, and the fragment.
pub const SCREENS: [(&str, &str); 5] =
    [("landing", ""), ("quiz", "#quiz"), ("lab", "#lab"), ("how", "#how"), ("damaged-link", "#r1.notacode")];
