//! Page objects: every screen in the visitor's terms. Only they know selectors, and each selector stands here once
//! (`tests/selectors.rs` holds that).

/// Declares a page object: its type, the method of [`Page`](crate::Page) that gives it, and its elements with their
/// selectors.
macro_rules! screen {
    ($(#[$about:meta])* $Screen:ident, $name:ident {
        $($(#[$doc:meta])* $element:ident: $selector:literal,)*
    }) => {
        $(#[$about])*
        pub struct $Screen<'p>(&'p $crate::page::Page);

        impl $crate::page::Page {
            $(#[$about])*
            #[must_use]
            pub fn $name(&self) -> $Screen<'_> {
                $Screen(self)
            }
        }

        impl<'p> $Screen<'p> {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $element(&self) -> $crate::element::Element<'p> {
                    self.0.element($selector)
                }
            )*
        }
    };
}

mod comparison;
mod document;
mod forget;
mod guess;
mod how;
mod lab;
mod lab_beats;
mod landing;
mod quiz;
mod result;
mod reveal;
mod share;
mod shared;
mod year;

pub use comparison::Lengths;
pub use lab::LabFile;
pub use quiz::QUESTIONS;
pub use result::Numbers;
pub use reveal::RevealTexts;
pub use share::Tells;
