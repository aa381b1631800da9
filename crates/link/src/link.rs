//! Kinds of links.

use super::error::LinkError;
use super::place::Place;
use super::shared::SharedResult;
use super::summary::Summary;
use super::world::LabCode;

/// Contents of a link.
#[derive(Clone, Debug, PartialEq)]
pub enum Link {
    /// Answers of one person.
    Result(SharedResult),
    /// Answers of two people.
    Comparison([SharedResult; 2]),
    /// Comparison of which only one result can be read.
    Half {
        /// The readable result.
        whole: SharedResult,
        /// Error of the other result.
        damaged: LinkError,
    },
    /// Numbers of a result, without answers.
    Summary(Summary),
    /// A world of the lab, to be read by [`read_world`](crate::read_world).
    Lab(LabCode),
    /// A screen of the page.
    Place(Place),
}
