//! What is said of a day of the year: the crowd, the clock, and what the feed took.

use quiz::format::{one_decimal, one_in, round_for_display};
use quiz::questionnaire::Answers;
use scenario::{LeverOutcome, SELVES, SideChange};

use super::answers::said;
use super::perspective::Perspective;
use crate::protocol::YearFrame;

/// Most answers listed as taken.
const MOST_TAKEN: usize = 5;

/// The median simulated person on the same day.
pub(super) fn beside(frame: &YearFrame) -> String {
    format!("the median simulated person: {}.", one_in(frame.report.survey.crowd_median))
}

/// How many years of real people the days are worth.
pub(super) fn clock(frame: &YearFrame) -> String {
    let clock = &frame.report.clock;
    if frame.report.day == 0 {
        return String::new();
    }
    let years = match clock.years {
        years if years < 1.95 => one_decimal(years),
        years => round_for_display(years),
    };
    let reach = if clock.extrapolated { " nobody was followed that long: this is extrapolated." } else { "" };
    format!("real people need about {years} years to change as much.{reach}")
}

/// How many answers have left their side.
pub(super) fn flips(outcome: &LeverOutcome) -> String {
    match outcome.changed {
        0 => "no answer has left its side.".to_owned(),
        1 => "one answer has left its side.".to_owned(),
        sides => format!("{sides} answers have left their side."),
    }
}

/// What the feed took: the answers that most selves no longer give, as HTML.
pub(super) fn taken(before: &Answers, outcome: &LeverOutcome, whose: Perspective) -> String {
    let mut changes: Vec<_> = outcome.changes.iter().filter(|change| change.share > 0.5).collect();
    changes.sort_by(|a, b| b.share.total_cmp(&a.share));
    let them = if whose.own { "you" } else { "them" };
    let line = |change: &&SideChange| {
        let response = before.get(usize::from(change.question))?;
        let words = said(before.set(), change.question, response);
        let selves = libm::roundf(change.share * SELVES as f32) as u32;
        Some(format!("<li><del>{words}</del> <small>{selves} of {SELVES} who could be {them}</small></li>"))
    };
    changes.iter().filter_map(line).take(MOST_TAKEN).collect()
}
