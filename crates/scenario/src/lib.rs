//! Scenario: the visitor as a cloud of plausible selves in a simulated world over a year, under several interventions.
//!
//! Answers do not say who somebody is, but who they may be. So the visitor enters a world as [`SELVES`] plausible selves,
//! drawn from the posterior of their factor scores and unique factors, and what the scenario reports are means, ranges and
//! shares over them.
//!
//! | module | contents |
//! |---|---|
//! | [`Year`] | the world with the visitor in it, day by day, and its reports |
//! | [`Lever`] | interventions on what the visitor reads and heeds |
//! | [`YearReport`] | one day: surprisal S, answers, clusters, and the clock |
//! | [`ClockReading`] | how many years of real people the simulated days are worth |
//! | [`half_life`] | days until bits have halved |
//!
//! # Invariants
//!
//! - **Passive observers**: nobody reads the visitor's selves, so that the population is the same to the bit whoever visits.
//! - **Common random numbers**: all interventions run side by side in one world, a lever changes only what the selves read,
//!   and all selves sample the same posts by the same streams.
//! - **Day 0 is the score**: the mean surprisal of the selves on day 0 equals the posterior mean that the quiz shows, under
//!   every lever and unmoved, to the bit.
//! - **The same bits everywhere**: a report depends on the answers and the day, not on how the days were cut into slices or
//!   on earlier reports.
//! - The crate knows no browser and no clock of the machine.

mod clock;
mod cloud;
mod cloud_surprisal;
mod domains;
mod half_life;
mod later_answers;
mod lever;
mod panel;
mod prototypes;
mod report;
mod variance;
mod year;

pub use clock::ClockReading;
pub use cloud::{SELVES, stratified_selves};
pub use cloud_surprisal::CloudSurprisal;
pub use half_life::half_life;
pub use later_answers::deterministic_answers;
pub use lever::Lever;
pub use report::{ClusterShare, ClusterSummary, ClusterSurvey, LeverOutcome, SideChange, YearReport};
pub use year::Year;
