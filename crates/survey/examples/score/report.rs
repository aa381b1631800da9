//! Text report of a scored table.

use std::fmt::Write;

use perplexity::item_bank::KEYS;
use perplexity::score::PerplexityScore;
use survey::{FEWEST_ANSWERS, FormAgreement, ItemPrediction, PredictionSequence};

/// Sums over answers.
#[derive(Clone, Copy, Default)]
struct Sums {
    answers: usize,
    bits: f64,
    share_bits: f64,
    sides: usize,
    right: [usize; 2],
}

impl Sums {
    fn add(&mut self, prediction: &ItemPrediction) {
        self.answers += 1;
        self.bits += prediction.bits;
        self.share_bits += prediction.share_bits;
        if let Some(right) = prediction.sides {
            self.sides += 1;
            self.right.iter_mut().zip(right).for_each(|(sum, right)| *sum += usize::from(right));
        }
    }

    /// Line of the report; empty where there is no answer.
    fn line(&self, name: &str) -> String {
        if self.answers == 0 {
            return String::new();
        }
        let mean = |sum: f64| sum / self.answers as f64;
        let rate = |at: usize| 100.0 * self.right[at] as f64 / self.sides.max(1) as f64;
        let (bits, share_bits) = (mean(self.bits), mean(self.share_bits));
        format!(
            "{name:>9} {:8} {bits:8.4} {share_bits:8.4} {:8.4} {:7.1} {:7.1}\n",
            self.answers,
            share_bits - bits,
            rate(0),
            rate(1)
        )
    }
}

/// Every respondent, one per line.
pub(crate) fn people(scores: &[Option<PerplexityScore>]) -> String {
    let mut text = "S is the surprisal by likeness, place the percentile rank of S, 0 to 100, each with the range that \
                    holds the true value\nwith 68 %; bits is the surprisal of all answers\n\n  person answers      S         \
                    range    one in  place      range careless     bits\n"
        .to_owned();
    for (at, score) in scores.iter().enumerate() {
        let person = at + 1;
        let Some(score) = score else {
            let _ = writeln!(text, "{person:8} {:7}  no answer that is scored", 0);
            continue;
        };
        let [low, high] = score.surprisal_range;
        let [nearest, furthest] = score.place_range.map(|place| 100.0 * place);
        let surprisal_range = format!("{low:.2} to {high:.2}");
        let place_range = format!("{nearest:.0} to {furthest:.0}");
        let _ = writeln!(
            text,
            "{person:8} {:7} {:6.2} {surprisal_range:>14} {:9.1} {:6.1} {place_range:>10} {:8.3} {:8.2}",
            score.answered,
            score.surprisal,
            score.perplexity(),
            100.0 * score.place,
            score.careless,
            score.bits.total()
        );
    }
    text
}

/// Columns that tell nothing.
pub(crate) fn left_out(items: &[usize]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let keys: Vec<&str> = items.iter().map(|&item| KEYS[item]).collect();
    format!("\nleft out, because no answer is above 1: {}\n", keys.join(", "))
}

/// Bits saved, by the number of answers seen before.
pub(crate) fn predictions(sequences: &[PredictionSequence]) -> String {
    let mut text = "\nmean bits an answer, by how many of the respondent's answers were seen before, and how often the \
                    likelier side\nwas theirs (the middle left out); gain is bits saved against the table's own \
                    shares\n\n     seen  answers     bits   shares     gain  side %  shares\n"
        .to_owned();
    let longest = sequences.iter().map(Vec::len).max().unwrap_or_default();
    let mut by_seen = vec![Sums::default(); longest];
    let [mut from_8, mut from_24, mut all] = [Sums::default(); 3];
    for sequence in sequences {
        for (seen, prediction) in sequence.iter().enumerate() {
            by_seen[seen].add(prediction);
            all.add(prediction);
            if seen >= 8 {
                from_8.add(prediction);
            }
            if seen >= 24 {
                from_24.add(prediction);
            }
        }
    }
    by_seen.iter().enumerate().for_each(|(seen, sums)| text += &sums.line(&seen.to_string()));
    text + &from_8.line("8 and on") + &from_24.line("24 and on") + &all.line("all")
}

/// Agreement of two forms.
pub(crate) fn forms(splits: u32, agreement: Option<FormAgreement>) -> String {
    let fewest = 2 * FEWEST_ANSWERS;
    let Some(agreement) = agreement else {
        return format!(
            "\nforms: fewer than three respondents have {fewest} answers, {FEWEST_ANSWERS} a form\n"
        );
    };
    format!(
        "\nforms: {} respondents, {:.1} answers a form, random splits averaged: {splits}; left out with fewer than {fewest} \
         answers: {}\n  correlation of places {:.3}, of S {:.3}\n",
        agreement.people, agreement.answers, agreement.left_out, agreement.place, agreement.surprisal
    )
}
