//! Fitted parameters of a world, per year of real people, with their prior.
//!
//! A step of the engine is a day of the screen, whatever its length. Here that length is fitted, too: the rates are per year,
//! and a year has so many steps. Priors are uniform, from no influence at all to what moves beliefs several times as fast as
//! people's; those of candidates and steps in the logarithm.

use drift::Params;
use settings::turned_up;

/// A fitted parameter.
#[derive(Clone, Copy, Debug)]
pub struct RuleParameter {
    /// Key in tables.
    pub key: &'static str,
    /// What it is, with its unit.
    pub what: &'static str,
    /// Lower and upper bound of the prior: uniform where the lower one is 0, uniform in the logarithm otherwise.
    pub bounds: [f64; 2],
}

/// Number of fitted parameters.
pub const RULE_COUNT: usize = 8;

/// The parameters, in the order of [`WorldRules`].
pub const RULE_PARAMETERS: [RuleParameter; RULE_COUNT] = [
    RuleParameter { key: "attraction", what: "attraction μ, per year", bounds: [0.0, 0.05] },
    RuleParameter { key: "reinforcement", what: "reinforcement κ, per year", bounds: [0.0, 0.25] },
    RuleParameter { key: "decay", what: "decay toward neutral ν, per year", bounds: [0.0, 0.05] },
    RuleParameter { key: "anchor", what: "anchor λ, per year", bounds: [0.0, 0.05] },
    RuleParameter { key: "innovation", what: "innovation σ, per √year", bounds: [0.0, 0.3] },
    RuleParameter { key: "shared_innovation", what: "shared innovation ς, per √year", bounds: [0.0, 0.3] },
    RuleParameter { key: "screening", what: "candidates per post m", bounds: [1.0, 32.0] },
    RuleParameter { key: "steps", what: "steps per year", bounds: [1.0, 8.0] },
];

/// Position of the parameter with this key.
fn position(key: &str) -> usize {
    let at = RULE_PARAMETERS.iter().position(|parameter| parameter.key == key);
    at.expect("a fitted parameter")
}

/// Values of the fitted parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorldRules {
    /// In the order of [`RULE_PARAMETERS`].
    pub values: [f64; RULE_COUNT],
}

impl WorldRules {
    /// Values at shares between 0 and 1 of the prior, in which they are uniform.
    pub fn of_shares(shares: &[f64]) -> WorldRules {
        let value = |at: usize| {
            let ([low, high], share) = (RULE_PARAMETERS[at].bounds, shares[at]);
            if low == 0.0 { high * share } else { low * libm::pow(high / low, share) }
        };
        WorldRules { values: core::array::from_fn(value) }
    }

    /// The rules with these parameters of the engine, so many steps per year: the inverse of [`WorldRules::params`].
    pub fn of_params(params: &Params, steps_per_year: f64) -> WorldRules {
        let mut rules = WorldRules { values: [0.0; RULE_COUNT] };
        for (key, per_step) in [
            ("attraction", params.convergence_rate),
            ("reinforcement", params.reinforcement),
            ("decay", params.decay),
            ("anchor", params.stubbornness),
        ] {
            rules.set(key, f64::from(per_step) * steps_per_year);
        }
        for (key, per_step) in
            [("innovation", params.innovation), ("shared_innovation", params.shared_innovation)]
        {
            rules.set(key, f64::from(per_step) * f64::sqrt(steps_per_year));
        }
        rules.set("screening", f64::from(params.candidates_per_post));
        rules.set("steps", steps_per_year);
        rules
    }

    /// Value of the parameter with this key.
    ///
    /// # Panics
    ///
    /// When there is none.
    pub fn get(&self, key: &str) -> f64 {
        self.values[position(key)]
    }

    /// Sets the value of the parameter with this key.
    ///
    /// # Panics
    ///
    /// When there is none.
    pub fn set(&mut self, key: &str, value: f64) {
        self.values[position(key)] = value;
    }

    /// Steps of the engine per year.
    pub fn steps_per_year(&self) -> f64 {
        self.get("steps")
    }

    /// Parameters of the engine, per step. What is not fitted is that of the feed turned up.
    pub fn params(&self) -> Params {
        let per_step = |key: &str| (self.get(key) / self.steps_per_year()).min(1.0) as f32;
        Params {
            convergence_rate: per_step("attraction"),
            reinforcement: per_step("reinforcement"),
            decay: per_step("decay"),
            stubbornness: per_step("anchor"),
            innovation: (self.get("innovation") / f64::sqrt(self.steps_per_year())) as f32,
            shared_innovation: (self.get("shared_innovation") / f64::sqrt(self.steps_per_year())) as f32,
            candidates_per_post: self.get("screening").round() as u32,
            ..turned_up()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prior_is_legal_everywhere_and_inside_its_bounds() {
        for share in [0.0, 0.2, 0.5, 1.0] {
            let rules = WorldRules::of_shares(&[share; RULE_COUNT]);
            rules.params().check().expect("legal parameters");
            for (value, parameter) in rules.values.iter().zip(RULE_PARAMETERS) {
                assert!((parameter.bounds[0]..=parameter.bounds[1] * (1.0 + 1e-12)).contains(value));
            }
        }
        let median = WorldRules::of_shares(&[0.5; RULE_COUNT]);
        assert!((median.get("attraction") - 0.025).abs() < 1e-12);
    }

    #[test]
    fn rates_per_year_do_not_depend_on_the_length_of_a_step() {
        let at = |steps: f64| {
            let mut rules = WorldRules::of_shares(&[0.5; RULE_COUNT]);
            rules.set("steps", steps);
            rules.params()
        };
        let (few, many) = (at(2.0), at(8.0));
        assert!((few.convergence_rate / many.convergence_rate - 4.0).abs() < 1e-5);
        assert!((few.innovation / many.innovation - 2.0).abs() < 1e-5);
    }

    #[test]
    fn parameters_and_rules_are_inverse() {
        let mut rules = WorldRules::of_shares(&[0.6; RULE_COUNT]);
        rules.set("screening", 9.0);
        let back = WorldRules::of_params(&rules.params(), rules.steps_per_year());
        assert!(rules.values.iter().zip(back.values).all(|(a, b)| (a / b - 1.0).abs() < 1e-6), "{back:?}");
    }
}
