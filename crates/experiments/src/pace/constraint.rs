//! Constraint: how much questions hang together in a sample, by the correlations of their categories.

use super::interview::Categories;

/// Questions of the cross-sections: so many of the real ones were asked in all years. The first items of the bank, which mix
/// its subjects evenly.
pub const CROSS_SECTION_QUESTIONS: usize = 79;

/// Constraint of a sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Constraint {
    /// Participation ratio of the correlation matrix, `n² / Σ r²`; n for unrelated questions.
    pub participation_ratio: f64,
    /// Share of the variance along the first principal component, 0 to 1.
    pub first_share: f64,
    /// Mean squared correlation of two questions.
    pub squared_correlation: f64,
}

impl Constraint {
    /// Constraint of the first `questions` questions. Squared correlations are less their expected sampling error.
    pub fn new(responses: &[Categories], questions: usize) -> Constraint {
        let columns: Vec<Vec<f64>> = (0..questions).map(|item| standardized(responses, item)).collect();
        let people = responses.len() as f64;
        let mut correlations = vec![vec![1.0; questions]; questions];
        let mut squares = 0.0;
        for a in 0..questions {
            for b in 0..a {
                let r = columns[a].iter().zip(&columns[b]).fold(0.0, |sum, (x, y)| sum + x * y) / people;
                correlations[a][b] = r;
                correlations[b][a] = r;
                squares += r * r - (1.0 - r * r) * (1.0 - r * r) / (people - 1.0);
            }
        }
        let n = questions as f64;
        Constraint {
            participation_ratio: n * n / (n + 2.0 * squares),
            first_share: largest_eigenvalue(&correlations) / n,
            squared_correlation: squares / (0.5 * n * (n - 1.0)),
        }
    }
}

/// Categories chosen for an item, with mean 0 and variance 1; zeros where all people chose the same.
pub fn standardized(responses: &[Categories], item: usize) -> Vec<f64> {
    let people = responses.len() as f64;
    let mean = responses.iter().map(|categories| f64::from(categories[item])).sum::<f64>() / people;
    let mut column: Vec<f64> =
        responses.iter().map(|categories| f64::from(categories[item]) - mean).collect();
    let variance = column.iter().map(|x| x * x).sum::<f64>() / people;
    let scale = if variance > 0.0 { 1.0 / f64::sqrt(variance) } else { 0.0 };
    column.iter_mut().for_each(|x| *x *= scale);
    column
}

/// Largest eigenvalue of a correlation matrix, by power iteration.
fn largest_eigenvalue(matrix: &[Vec<f64>]) -> f64 {
    let mut vector: Vec<f64> = (0..matrix.len()).map(|k| 1.0 + 0.1 * (k % 7) as f64).collect();
    let mut eigenvalue = 0.0;
    for _ in 0..500 {
        let next: Vec<f64> =
            matrix.iter().map(|row| row.iter().zip(&vector).fold(0.0, |sum, (a, x)| sum + a * x)).collect();
        let length = f64::sqrt(next.iter().fold(0.0, |sum, x| sum + x * x));
        vector = next.iter().map(|x| x / length).collect();
        if (length - eigenvalue).abs() < 1e-9 * length {
            break;
        }
        eigenvalue = length;
    }
    eigenvalue
}

/// Median over the questions of the latent stability over one interval, from the categories at three interviews (Heise 1969).
/// Pearson correlations: the coarseness of five categories attenuates all of them alike and cancels.
pub fn median_question_stability(waves: [&[Categories]; 3], questions: usize) -> f64 {
    let people = waves[0].len() as f64;
    let of_item = |item: usize| {
        let columns = waves.map(|wave| standardized(wave, item));
        let r =
            |a: usize, b: usize| columns[a].iter().zip(&columns[b]).map(|(x, y)| x * y).sum::<f64>() / people;
        r(0, 2) / f64::sqrt(r(0, 1) * r(1, 2))
    };
    let mut stabilities: Vec<f64> = (0..questions).map(of_item).collect();
    stabilities.sort_unstable_by(f64::total_cmp);
    stabilities[questions / 2]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pace::interview::{MOODS, interview};
    use drift::linalg::eigenvalues;
    use perplexity::item_bank::ITEM_COUNT;
    use perplexity::opinions::OpinionAxes;
    use perplexity::respondent::SimulatedRespondent;

    fn sample(seed: u64, people: usize) -> Vec<Categories> {
        (0..people).map(|n| SimulatedRespondent::nth(seed, n).responses(0)).collect()
    }

    #[test]
    fn sampling_errors_do_not_count_as_constraint() {
        let [few, many] = [300, 6_000].map(|people| Constraint::new(&sample(2, people), 79));
        assert!((few.participation_ratio / many.participation_ratio - 1.0).abs() < 0.12, "{few:?} {many:?}");
        // Categories in an order of their own for each question: unrelated questions.
        let people = sample(2, 2_000);
        let shuffled: Vec<Categories> =
            (0..2_000).map(|n| core::array::from_fn(|k| people[(n + 17 * k) % 2_000][k])).collect();
        let unrelated = Constraint::new(&shuffled, 79);
        assert!((unrelated.participation_ratio - 79.0).abs() < 2.5, "{unrelated:?}");
    }

    #[test]
    fn the_first_share_is_the_largest_eigenvalue() {
        let people = sample(4, 500);
        let columns: Vec<Vec<f64>> = (0..12).map(|item| standardized(&people, item)).collect();
        let r =
            |a: usize, b: usize| columns[a].iter().zip(&columns[b]).map(|(x, y)| x * y).sum::<f64>() / 500.0;
        let matrix: Vec<Vec<f64>> = (0..12).map(|a| (0..12).map(|b| r(a, b)).collect()).collect();
        let largest = eigenvalues(matrix)[0];
        let found = Constraint::new(&people, 12).first_share;
        assert!((found - largest / 12.0).abs() < 1e-6, "{found} {largest}");
    }

    #[test]
    fn agents_that_have_not_moved_answer_like_their_respondents_but_for_moods() {
        let people = 4_000;
        let opinions = OpinionAxes::new(1, ITEM_COUNT).population(9, people).expect("a small world");
        let [first, second] = [1, 2].map(|wave| interview(&opinions, 9, wave));
        let respondents: Vec<Categories> =
            (0..people).map(|n| SimulatedRespondent::nth(9, n).responses(0)).collect();
        // Within one day answers hang together as those of the respondents.
        let [agents, model] = [&first, &respondents].map(|sample| Constraint::new(sample, ITEM_COUNT));
        let ratio = agents.participation_ratio / model.participation_ratio;
        assert!((ratio - 1.0).abs() < 0.03, "{agents:?} {model:?}");
        // From day to day as the response errors and moods say.
        let retest = |a: &[Categories], b: &[Categories]| {
            let r = |item: usize| {
                let pairs = standardized(a, item).into_iter().zip(standardized(b, item));
                pairs.map(|(x, y)| x * y).sum::<f64>() / people as f64
            };
            (0..ITEM_COUNT).map(r).sum::<f64>() / ITEM_COUNT as f64
        };
        let again: Vec<Categories> =
            (0..people).map(|n| SimulatedRespondent::nth(9, n).responses(1)).collect();
        let lost = retest(&first, &second) / retest(&respondents, &again);
        assert!((lost - (1.0 - MOODS)).abs() < 0.015, "{lost}");
    }
}
