//! The screens that have an address of their own.

use crate::addresses::{DAMAGED, HOW, LAB, WORLD};
use crate::element::Element;
use crate::page::Page;

/// A screen with an address.
#[derive(Clone, Copy)]
pub struct Destination {
    /// What its pictures are called.
    pub name: &'static str,
    /// Its address below the page's own.
    pub address: &'static str,
    /// What is on it once it is there.
    pub landmark: fn(&Page) -> Element<'_>,
}

/// All of them.
pub const PLACES: [Destination; 6] = [
    Destination { name: "landing", address: "", landmark: |page| page.landing().screen() },
    Destination {
        name: "unknown-address",
        address: "#no-such-place",
        landmark: |page| page.landing().screen(),
    },
    Destination { name: "lab", address: LAB, landmark: |page| page.lab().ready() },
    Destination { name: "levers", address: WORLD, landmark: |page| page.lab().ready() },
    Destination { name: "how", address: HOW, landmark: |page| page.how().screen() },
    Destination { name: "damaged-link", address: DAMAGED, landmark: |page| page.document().visit_heading() },
];
