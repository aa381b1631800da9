//! Agreement of two random forms: each respondent's answers, split in halves that are scored apart.

use perplexity::posterior::PosteriorDraws;
use perplexity::response_model::factors;

use super::parallel::in_parallel;
use super::survey::{Survey, TableAnswer, observations};

/// Fewest answers in a form; respondents who have not twice as many are left out.
pub const FEWEST_ANSWERS: usize = 8;

/// Fewest respondents of whom a correlation is given.
const FEWEST_PEOPLE: usize = 3;

/// Agreement of two disjoint forms, over respondents.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FormAgreement {
    /// Number of respondents with [`FEWEST_ANSWERS`] or more in both forms.
    pub people: usize,
    /// Number of respondents with too few answers, and at least one.
    pub left_out: usize,
    /// Mean number of answers in a form.
    pub answers: f64,
    /// Correlation of the two forms' places (percentile ranks), the mean over the splits. Not a number where all respondents
    /// have the same place.
    pub place: f64,
    /// Correlation of the two forms' surprisals S, the mean over the splits.
    pub surprisal: f64,
}

impl Survey {
    /// Splits the answers of every respondent at random into two forms of equal length (or one answer apart), scores both, and
    /// correlates them over the respondents, for each of `splits` random splits given by `seed`. `None` without a split, or
    /// where fewer than three respondents have enough answers. Takes some milliseconds a respondent and split, on all cores.
    pub fn form_agreement(&self, splits: u32, seed: u64) -> Option<FormAgreement> {
        let numbers: Vec<usize> =
            (0..self.table().people.len()).map(|person| self.answers(person).len()).collect();
        let people: Vec<usize> =
            (0..numbers.len()).filter(|&person| numbers[person] >= 2 * FEWEST_ANSWERS).collect();
        if splits == 0 || people.len() < FEWEST_PEOPLE {
            return None;
        }
        let mut sums = [0.0; 2];
        for split in 0..splits {
            let forms = in_parallel(people.len(), |at| {
                // The order of the predictions is draw 0.
                let answers = self.shuffled_answers(people[at], seed, split + 1);
                let (a, b) = answers.split_at(answers.len() / 2);
                [self.measures(a), self.measures(b)]
            });
            for (measure, sum) in sums.iter_mut().enumerate() {
                *sum +=
                    correlation(&forms.iter().map(|forms| forms.map(|of| of[measure])).collect::<Vec<_>>());
            }
        }
        let [place, surprisal] = sums.map(|sum| sum / f64::from(splits));
        let answers: usize = people.iter().map(|&person| numbers[person]).sum();
        Some(FormAgreement {
            people: people.len(),
            left_out: numbers.iter().filter(|&&n| n > 0).count() - people.len(),
            answers: 0.5 * answers as f64 / people.len() as f64,
            place,
            surprisal,
        })
    }

    /// Posterior means of place and surprisal.
    fn measures(&self, answers: &[TableAnswer]) -> [f64; 2] {
        let posterior = PosteriorDraws::new(&observations(answers));
        let surprisals: Vec<f64> =
            posterior.draws().map(|(draw, _)| self.likeness.surprisal(factors(draw))).collect();
        let place = posterior.expectation(surprisals.iter().map(|&s| self.likeness.place(s)));
        [place, posterior.expectation(surprisals.into_iter())]
    }
}

/// Pearson's correlation coefficient of pairs.
fn correlation(pairs: &[[f64; 2]]) -> f64 {
    let mean = |side: usize| pairs.iter().map(|pair| pair[side]).sum::<f64>() / pairs.len() as f64;
    let means = [mean(0), mean(1)];
    let product = |a: usize, b: usize| -> f64 {
        pairs.iter().map(|pair| (pair[a] - means[a]) * (pair[b] - means[b])).sum()
    };
    product(0, 1) / f64::sqrt(product(0, 0) * product(1, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_correlation_is_pearson_s() {
        let pairs = [[1.0, 2.0], [2.0, 1.0], [3.0, 4.0], [4.0, 3.0]];
        assert!((correlation(&pairs) - 0.6).abs() < 1e-12);
        assert!((correlation(&pairs.map(|[a, _]| [a, -a])) + 1.0).abs() < 1e-12);
    }
}
