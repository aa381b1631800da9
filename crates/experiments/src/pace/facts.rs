//! Facts about real people to which worlds are fitted, with 95 % intervals, from `data/panel_facts.csv`, `data/panel_ages.csv`
//! and `data/cross_sections.csv`.
//!
//! Source: General Social Survey, NORC at the University of Chicago. Panels 2006–10, 2008–12 and 2010–14, 3 856 people
//! interviewed three times two years apart, with a median of 49 attitude questions that they answered each time; the panel
//! 2016/18–2020 (Davern, Bautista, Freese, Morgan and Smith, *General Social Survey Panel Data (2016–2020)*, 2022, doi
//! 10.17605/OSF.IO/HACZV); cross-sections 2006 to 2018, 79 questions. Intervals are bootstraps over people (panels) and
//! jackknifes (cross-sections), unweighted. Aggregates only; analysis and errors are ours, and NORC bears no responsibility for
//! them.
//!
//! Of the excess that outsiders keep forward and backward in time, what is fitted is the first and the difference of both (net
//! flow), which is known better than either: it says whether there is assimilation.

use super::statistic::Statistic;

const FACTS_CSV: &str = include_str!("../../data/panel_facts.csv");
const AGES_CSV: &str = include_str!("../../data/panel_ages.csv");
const CROSS_SECTIONS_CSV: &str = include_str!("../../data/cross_sections.csv");

/// What a fact is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactRole {
    /// Fitted: part of the distance between a simulated and the real panel.
    Fitted,
    /// A function of fitted facts or of what the measurement assumes, reported beside them.
    Reported,
    /// Held out and predicted.
    Predicted,
    /// Depends on response errors more than on the dynamics: checks the measurement.
    Checked,
}

impl FactRole {
    /// Name in the files.
    pub fn name(self) -> &'static str {
        match self {
            FactRole::Fitted => "fitted",
            FactRole::Reported => "reported",
            FactRole::Predicted => "predicted",
            FactRole::Checked => "checked",
        }
    }
}

/// A fact: a statistic of real people.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelFact {
    /// The statistic.
    pub statistic: Statistic,
    /// Its use.
    pub role: FactRole,
    /// Estimate.
    pub estimate: f64,
    /// 95 % interval, ascending.
    pub interval: [f64; 2],
    /// Number of people.
    pub people: f64,
    /// Tolerance: standard deviation of what a world may differ by because it is not measured alike. The bank's factors are not
    /// the panels' factors; .015 is half the distance between the panels' fastest and slowest three.
    pub tolerance: f64,
}

impl PanelFact {
    /// Standard error, a quarter of the interval of ±1.96.
    pub fn standard_error(&self) -> f64 {
        (self.interval[1] - self.interval[0]) / (2.0 * 1.96)
    }

    /// Whether a value is inside the interval.
    pub fn holds(&self, value: f64) -> bool {
        (self.interval[0]..=self.interval[1]).contains(&value)
    }
}

/// All facts, in the order of the statistics.
///
/// # Panics
///
/// When a file is malformed or lacks a statistic.
pub fn facts() -> Vec<PanelFact> {
    let mut facts: Vec<PanelFact> = FACTS_CSV.lines().skip(1).map(fact_of_row).collect();
    facts.push(growth_per_decade(Statistic::ParticipationRatio, |section| section.participation_ratio));
    facts.push(growth_per_decade(Statistic::FirstFactor, |section| section.first_share));
    facts.sort_by_key(|fact| fact.statistic);
    assert!(facts.iter().map(|fact| fact.statistic).eq(Statistic::ALL.iter().map(|(s, _)| *s)));
    facts
}

fn fact_of_row(row: &str) -> PanelFact {
    let cells: Vec<&str> = row.split(',').collect();
    let role = [FactRole::Fitted, FactRole::Reported, FactRole::Predicted, FactRole::Checked]
        .into_iter()
        .find(|role| role.name() == cells[1]);
    PanelFact {
        statistic: Statistic::of_key(cells[0]).expect("a statistic"),
        role: role.expect("a role"),
        estimate: number(cells[2]),
        interval: [number(cells[3]), number(cells[4])],
        people: number(cells[5]),
        tolerance: number(cells[6]),
    }
}

fn number(cell: &str) -> f64 {
    cell.parse().expect("a number")
}

/// A row of the cross-sections.
#[derive(Clone, Copy, Debug)]
pub struct CrossSection {
    /// Year.
    pub year: f64,
    /// Participation ratio of 79 questions, with its 95 % interval.
    pub participation_ratio: [f64; 3],
    /// Share of the first factor, with its 95 % interval.
    pub first_share: [f64; 3],
    /// Number of people.
    pub people: f64,
}

/// The cross-sections by year.
///
/// # Panics
///
/// When the file is malformed.
pub fn cross_sections() -> Vec<CrossSection> {
    let of_row = |row: &str| {
        let cells: Vec<f64> = row.split(',').map(number).collect();
        CrossSection {
            year: cells[0],
            participation_ratio: [cells[1], cells[2], cells[3]],
            first_share: [cells[4], cells[5], cells[6]],
            people: cells[7],
        }
    };
    CROSS_SECTIONS_CSV.lines().skip(1).map(of_row).collect()
}

/// Line through the logarithm of an estimate of the cross-sections by weighted least squares: its value in 2006, its slope per
/// decade, and the slope's standard error.
fn line(estimate: fn(&CrossSection) -> [f64; 3]) -> [f64; 3] {
    let [mut w, mut wx, mut wy, mut wxx, mut wxy] = [0.0; 5];
    for section in cross_sections() {
        let [value, low, high] = estimate(&section);
        let (x, y) = ((section.year - 2006.0) / 10.0, libm::log(value));
        let error = (high - low) / (2.0 * 1.96) / value;
        let weight = 1.0 / (error * error);
        w += weight;
        wx += weight * x;
        wy += weight * y;
        wxx += weight * x * x;
        wxy += weight * x * y;
    }
    let determinant = w * wxx - wx * wx;
    let slope = (w * wxy - wx * wy) / determinant;
    [(wy - slope * wx) / w, slope, f64::sqrt(w / determinant)]
}

/// Participation ratio of the 79 questions in 2006 by the line through all cross-sections.
pub fn participation_ratio_of_2006() -> f64 {
    libm::exp(line(|section| section.participation_ratio)[0])
}

/// Growth per decade of the logarithm of an estimate of the cross-sections.
fn growth_per_decade(statistic: Statistic, estimate: fn(&CrossSection) -> [f64; 3]) -> PanelFact {
    let [_, slope, error] = line(estimate);
    let interval = [slope - 1.96 * error, slope + 1.96 * error];
    let people = cross_sections().iter().map(|section| section.people).sum();
    PanelFact { statistic, role: FactRole::Fitted, estimate: slope, interval, people, tolerance: 0.0 }
}

/// A statistic of one group of age, held out.
#[derive(Clone, Debug, PartialEq)]
pub struct AgeFact {
    /// Group, as `under 35`.
    pub age: &'static str,
    /// The fact.
    pub fact: PanelFact,
}

/// Facts about groups of age, group by group; the first of each group is its stability over two years.
///
/// # Panics
///
/// When the file is malformed.
pub fn age_facts() -> Vec<AgeFact> {
    let of_row = |row: &'static str| {
        let cells: Vec<&str> = row.split(',').collect();
        let fact = PanelFact {
            statistic: Statistic::of_key(cells[1]).expect("a statistic"),
            role: FactRole::Predicted,
            estimate: number(cells[2]),
            interval: [number(cells[3]), number(cells[4])],
            people: number(cells[5]),
            tolerance: 0.0,
        };
        AgeFact { age: cells[0], fact }
    };
    AGES_CSV.lines().skip(1).map(of_row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_statistic_has_a_fact_inside_its_interval() {
        for fact in facts() {
            assert!(fact.holds(fact.estimate) && fact.standard_error() > 0.0, "{fact:?}");
        }
        let ages = age_facts();
        assert_eq!(ages.len(), 15);
        assert!(ages.chunks(5).all(|group| group[0].fact.statistic == Statistic::StabilityTwoYears));
    }

    #[test]
    fn constraint_grows_as_published() {
        // −3.8 ± .7 a decade of 79 questions worth about 31 independent ones.
        let of =
            |statistic: Statistic| facts().into_iter().find(|f| f.statistic == statistic).expect("a fact");
        let ratio = of(Statistic::ParticipationRatio);
        assert!((ratio.estimate + 3.8 / 31.0).abs() < 0.015, "{ratio:?}");
        assert!((ratio.standard_error() - 0.7 / 31.0).abs() < 0.006, "{ratio:?}");
        let first = of(Statistic::FirstFactor);
        assert!(first.interval[0] > 0.1 && first.interval[1] < 0.25, "{first:?}");
    }

    #[test]
    fn four_years_are_two_years_twice() {
        let facts = facts();
        let [two, four] = [0, 1].map(|at: usize| facts[at].estimate);
        assert!((two * two - four).abs() < 1e-3, "{two} {four}");
    }
}
