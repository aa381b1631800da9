//! Percentile ranges of respondents among simulated people who answered the same items.

use super::response_table::ResponseCode;
use super::scorer::Survey;
use drift::rng::StreamKey;
use quiz::domains;
use quiz::scoring::{Evidence, Norms, resample_response, sample_posterior, score_evidence_batch};

/// Simulated retests per respondent: the ends of the percentile range are then within 5 points.
const RETESTS: usize = 50;

/// Response pattern: respondents who answered the same items at the same precision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponsePattern {
    /// Columns that were answered, and whether by response category (or else by side).
    columns: Vec<(usize, bool)>,
    /// Respondents: indices of rows in the table.
    pub people: Vec<usize>,
}

impl Survey {
    /// Groups all respondents with at least one answer by response pattern.
    pub fn patterns(&self) -> Vec<ResponsePattern> {
        let mut patterns: Vec<ResponsePattern> = Vec::new();
        let mut places = std::collections::BTreeMap::new();
        for person in 0..self.table.people.len() {
            let columns: Vec<_> = self
                .answers(person)
                .map(|(column, code)| (column, matches!(code, ResponseCode::Category(_))))
                .collect();
            if columns.is_empty() {
                continue;
            }
            let place = *places.entry(columns.clone()).or_insert(patterns.len());
            if place == patterns.len() {
                patterns.push(ResponsePattern { columns, people: Vec::new() });
            }
            patterns[place].people.push(person);
        }
        patterns
    }

    /// Percentile ranges, 0 to 100, of the respondents of a pattern, in its order: "further out than *low* to *high* of 100
    /// simulated people", where two thirds of retests would fall. The first `norm_sample_size` simulated people, of
    /// [`quiz::scoring::NORM_SAMPLE_SIZE`], answer the same items.
    pub fn further_than(&self, pattern: &ResponsePattern, norm_sample_size: usize) -> Vec<[u8; 2]> {
        let mut everybody: Vec<Vec<Evidence>> = self.norm_sample
            [..norm_sample_size.min(self.norm_sample.len())]
            .iter()
            .map(|(style, latent)| self.evidence(pattern, *style, |column| latent[column]))
            .collect();
        let norm_sample_size = everybody.len();
        for &person in &pattern.people {
            everybody.push(
                self.answers(person).map(|(topic, code)| Evidence { topic, cell: code.index() }).collect(),
            );
            everybody.extend(self.resample(pattern, person));
        }
        let scores = score_evidence_batch(&self.ranking_mixture, &everybody);
        let norms = Norms::of(&scores[..norm_sample_size]);
        scores.split_at(norm_sample_size).1.chunks(RETESTS).map(|retests| norms.range(retests)).collect()
    }

    /// Simulated retests of a respondent on the same items.
    fn resample(&self, pattern: &ResponsePattern, person: usize) -> Vec<Vec<Evidence>> {
        let first: Vec<_> = self.answers(person).collect();
        let alike = sample_posterior(&self.posterior(&first), RETESTS);
        let retests = StreamKey::new(0, domains::RETEST);
        let second = |(n, (other, style)): (usize, (usize, f64))| {
            let mut rng = retests.stream(n);
            let mut answers = first.iter();
            self.evidence(pattern, style, |column| {
                let code = answers.next().map_or(ResponseCode::Neutral, |&(_, code)| code);
                let mean = f64::from(self.mixture.mean(column, other));
                let bounds = self.scales[column].bounds(code, style);
                resample_response(self.models[column].unique_sd, mean, bounds, &mut rng)
            })
        };
        alike.into_iter().enumerate().map(second).collect()
    }

    /// Evidence from a person of this response style who answers the pattern's columns with these latent responses.
    fn evidence(
        &self,
        pattern: &ResponsePattern,
        style: f64,
        mut latent: impl FnMut(usize) -> f64,
    ) -> Vec<Evidence> {
        let evidence = |&(topic, steps): &(usize, bool)| {
            let scale = &self.scales[topic];
            let cell = scale.observed_code(scale.answer(latent(topic), style), steps).index();
            Evidence { topic, cell }
        };
        pattern.columns.iter().map(evidence).collect()
    }
}
