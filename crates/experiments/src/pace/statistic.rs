//! Statistics in which simulated and real panels are compared.

/// A statistic of a panel of three interviews, two years apart, and of samples twelve years apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Statistic {
    /// Latent stability over two years, all factors in the belief metric (Heise 1969); a correlation.
    StabilityTwoYears,
    /// The same over four years: the square of the former, as three waves just identify it.
    StabilityFourYears,
    /// Latent stability over two years of the factor of faith.
    StabilityFaith,
    /// Of the factor of public help and equality (left–right).
    StabilitySharing,
    /// Of trust in institutions.
    StabilityInstitutions,
    /// Share of their excess surprisal that the outermost tenth keeps for two years.
    KeptForward,
    /// The same with time reversed.
    KeptReversed,
    /// Change of that excess, forward minus reversed, bits; negative is assimilation.
    NetFlow,
    /// Variance of true positions after four years over that at first.
    SpreadFourYears,
    /// Logarithm of the growth of the participation ratio of 79 questions, per decade.
    ParticipationRatio,
    /// Logarithm of the growth of the first factor's share of their variance, per decade.
    FirstFactor,
    /// Displacement over two years in mean-shift steps, instrumented.
    GradientForward,
    /// The same with time reversed.
    GradientReversed,
    /// Median latent stability of single questions over two years.
    StabilityQuestion,
    /// Mean squared correlation of questions after four years over that at first, same people.
    SquaredCorrelation,
    /// Growth in four years of the share beyond the first wave's 90th percentile of surprisal.
    NetOutward,
    /// [`Statistic::KeptForward`] for the outermost fifth.
    KeptFifthForward,
    /// [`Statistic::KeptReversed`] for the outermost fifth.
    KeptFifthReversed,
    /// Correlation over four years of scores on disjoint questions.
    DisjointFourYears,
    /// Excess kept for two years; chosen on one half of the questions, followed in the other.
    SplitForward,
    /// The same with time reversed.
    SplitReversed,
    /// Correlation over two years of scores on disjoint questions.
    DisjointTwoYears,
    /// Variance of true positions after two years over that at first.
    SpreadTwoYears,
    /// Change of the excess of the outermost tenth of the first wave to the second, bits; mostly response error.
    NaiveChange,
    /// Displacement over two years on the gradient at its start, not instrumented.
    NaiveGradient,
}

impl Statistic {
    /// Number of statistics.
    pub const COUNT: usize = 25;

    /// All statistics with their keys in the files of facts, in order.
    pub const ALL: [(Statistic, &str); Statistic::COUNT] = [
        (Statistic::StabilityTwoYears, "stability_2"),
        (Statistic::StabilityFourYears, "stability_4"),
        (Statistic::StabilityFaith, "stability_faith"),
        (Statistic::StabilitySharing, "stability_sharing"),
        (Statistic::StabilityInstitutions, "stability_institutions"),
        (Statistic::KeptForward, "kept_forward"),
        (Statistic::KeptReversed, "kept_reversed"),
        (Statistic::NetFlow, "net_flow"),
        (Statistic::SpreadFourYears, "spread_4"),
        (Statistic::ParticipationRatio, "participation_ratio_decade"),
        (Statistic::FirstFactor, "first_factor_decade"),
        (Statistic::GradientForward, "gradient_forward"),
        (Statistic::GradientReversed, "gradient_reversed"),
        (Statistic::StabilityQuestion, "stability_question"),
        (Statistic::SquaredCorrelation, "squared_r_4"),
        (Statistic::NetOutward, "net_outward"),
        (Statistic::KeptFifthForward, "kept_fifth_forward"),
        (Statistic::KeptFifthReversed, "kept_fifth_reversed"),
        (Statistic::DisjointFourYears, "disjoint_r_4"),
        (Statistic::SplitForward, "split_forward_2018"),
        (Statistic::SplitReversed, "split_reversed_2018"),
        (Statistic::DisjointTwoYears, "disjoint_r_2018"),
        (Statistic::SpreadTwoYears, "spread_2018"),
        (Statistic::NaiveChange, "naive_change"),
        (Statistic::NaiveGradient, "naive_gradient"),
    ];

    /// Key in the files of facts.
    pub fn key(self) -> &'static str {
        Statistic::ALL[self as usize].1
    }

    /// The statistic with this key.
    pub fn of_key(key: &str) -> Option<Statistic> {
        Statistic::ALL.iter().find(|(_, other)| *other == key).map(|(statistic, _)| *statistic)
    }
}

/// One number for each statistic, in the order of [`Statistic::ALL`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatisticValues(pub [f64; Statistic::COUNT]);

impl StatisticValues {
    /// Value of a statistic.
    pub fn get(&self, statistic: Statistic) -> f64 {
        self.0[statistic as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statistics_are_listed_in_the_order_of_their_numbers() {
        for (at, (statistic, key)) in Statistic::ALL.iter().enumerate() {
            assert_eq!(*statistic as usize, at);
            assert_eq!(Statistic::of_key(key), Some(*statistic));
        }
        assert_eq!(Statistic::of_key("age"), None);
    }
}
