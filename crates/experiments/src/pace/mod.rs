//! The pace of real people: parameters of a world fitted to panels of a survey, by simulation.
//!
//! A world is measured exactly as the panels were: 49 questions a person, response errors, three interviews two years apart,
//! factor scores from a response model that is fixed at the first. Its parameters per year are fitted to all facts
//! at once, by simulation; facts that were not fitted are predicted; and the fitted worlds run on to 2030.
//!
//! | file | contents |
//! |---|---|
//! | `facts.rs` | the panels' facts with their intervals, and their source |
//! | `statistic.rs` | the statistics that are compared |
//! | `interview.rs` | responses of agents at one interview |
//! | `normal_table.rs`, `factor_scores.rs` | scoring of the responses |
//! | `belief_metric.rs` | surprisal and mean shift of scores |
//! | `panel_waves.rs` | an interview, scored: all questions, and disjoint halves |
//! | `stability.rs`, `outsiders.rs`, `gradient.rs`, `constraint.rs`, `spread.rs` | the measures |
//! | `panel_measures.rs` | all of them for one population |
//! | `world_rules.rs` | fitted parameters, their prior, and the world's |
//! | `panel_world.rs` | a world that is interviewed |
//! | `calibration.rs` | the distance between a simulated and the real panel, and the fit |
//! | `inference.rs`, `emulator.rs` | Bayesian calibration with a quadratic emulator |
//! | `posterior.rs` | quantiles of draws |
//! | `comparison.rs` | real, fitted and default worlds side by side |
//! | `forecast.rs` | the fitted worlds until 2030 |
//! | `figures.rs` | their pictures |

pub mod belief_metric;
pub mod calibration;
pub mod comparison;
pub mod constraint;
pub mod emulator;
pub mod factor_scores;
pub mod facts;
pub mod figures;
pub mod forecast;
pub mod gradient;
pub mod inference;
pub mod interview;
mod normal_table;
pub mod outsiders;
pub mod panel_measures;
pub mod panel_waves;
pub mod panel_world;
pub mod posterior;
pub mod spread;
pub mod stability;
pub mod statistic;
pub mod world_rules;
