//! The ten laws: claims of the essay as experiments. Each module runs one in a world per seed and reports its figures.

pub mod law1;
pub mod law10;
pub mod law2;
pub mod law3;
pub mod law4;
pub mod law5;
pub mod law6;
pub mod law7;
pub mod law8;
pub mod law9;

mod crowds;
mod figure;
mod picture;
mod report;

pub use figure::{Figure, PlotSeries};
pub use report::Report;

/// The experiments, the first law first: each runs in one world per seed.
pub const LAWS: [fn(&[u64]) -> Report; 10] = [
    |seeds| law1::run(seeds).report(),
    |seeds| law2::run(seeds).report(),
    |seeds| law3::run(seeds).report(),
    |seeds| law4::run(seeds).report(),
    |seeds| law5::run(seeds).report(),
    |seeds| law6::run(seeds).report(),
    |seeds| law7::run(seeds).report(),
    |seeds| law8::run(seeds).report(),
    |seeds| law9::run(seeds).report(),
    |seeds| law10::run(seeds).report(),
];
