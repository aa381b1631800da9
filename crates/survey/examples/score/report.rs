//! Text report of a scored table.

use std::fmt::Write;

use survey::{ItemPrediction, PredictionSequence, RespondentScore};

/// Sums over answers that were predicted from the same number of known answers.
#[derive(Clone, Copy, Default)]
struct Sums {
    answers: usize,
    bits: f64,
    share_bits: f64,
    sides: usize,
    right: [usize; 2],
}

impl Sums {
    fn add(&mut self, guess: &ItemPrediction) {
        self.answers += 1;
        self.bits += guess.bits;
        self.share_bits += guess.share_bits;
        if let Some(right) = guess.sides {
            self.sides += 1;
            self.right.iter_mut().zip(right).for_each(|(sum, right)| *sum += usize::from(right));
        }
    }

    fn line(&self, name: &str) -> String {
        let mean = |sum: f64| sum / self.answers.max(1) as f64;
        let rate = |at: usize| 100.0 * self.right[at] as f64 / self.sides.max(1) as f64;
        let (bits, share_bits) = (mean(self.bits), mean(self.share_bits));
        format!(
            "{name:>8} {:8} {bits:8.4} {share_bits:8.4} {:8.4} {:7.1} {:7.1}\n",
            self.answers,
            share_bits - bits,
            rate(0),
            rate(1)
        )
    }
}

/// Report of every respondent, one per line, and of all together. `ranges` are percentile ranges among `norm_sample_size`
/// simulated people who answered the same items.
pub(crate) fn report(
    scored: &[(Option<RespondentScore>, PredictionSequence)],
    ranges: &[Option<[u8; 2]>],
    norm_sample_size: usize,
) -> String {
    let mut text = String::new();
    people(&mut text, scored, ranges);
    together(&mut text, scored, norm_sample_size);
    text
}

fn people(
    text: &mut String,
    scored: &[(Option<RespondentScore>, PredictionSequence)],
    ranges: &[Option<[u8; 2]>],
) {
    text.push_str("  person answers     bits  shares        I   sides  further than  nobody\n");
    for (at, ((score, _), range)) in scored.iter().zip(ranges).enumerate() {
        let person = at + 1;
        let (Some(score), Some([low, high])) = (score, range) else {
            let _ = writeln!(text, "{person:8} {:7}        passed everything", 0);
            continue;
        };
        let place = if score.careless > 0.5 { "not placed".to_owned() } else { format!("{low} to {high}") };
        let _ = writeln!(
            text,
            "{person:8} {:7} {:8.2} {:7.2} {:8.2} {:7.2} {place:>13} {:7.3}",
            score.answered,
            score.bits,
            score.share_bits,
            score.identity_bits,
            score.side_bits,
            score.careless
        );
    }
}

fn together(
    text: &mut String,
    scored: &[(Option<RespondentScore>, PredictionSequence)],
    norm_sample_size: usize,
) {
    let mut all = Sums::default();
    let mut late = Sums::default();
    let mut by_seen: Vec<Sums> = Vec::new();
    for (_, sequence) in scored {
        by_seen.resize(by_seen.len().max(sequence.len()), Sums::default());
        for (seen, guess) in sequence.iter().enumerate() {
            by_seen[seen].add(guess);
            all.add(guess);
            if seen >= 8 {
                late.add(guess);
            }
        }
    }
    text.push_str(
        "\nmean bits an answer, by how many of the person's answers were seen before, and how often the\n\
         likelier side was theirs (torn left out); gain is bits saved against the table's own shares\n\n    \
         seen  answers     bits   shares     gain   side %  shares\n",
    );
    for (seen, sums) in by_seen.iter().enumerate() {
        text.push_str(&sums.line(&seen.to_string()));
    }
    text.push_str(&late.line("8 and on"));
    text.push_str(&all.line("all"));
    let scores: Vec<&RespondentScore> = scored.iter().filter_map(|(score, _)| score.as_ref()).collect();
    let not_placed = scores.iter().filter(|score| score.careless > 0.5).count();
    let _ = writeln!(
        text,
        "\n{} people answered, {not_placed} of them the crowd cannot place; the others stand among {norm_sample_size} \
         simulated\npeople who answered the same items, where two thirds of second answers would fall",
        scores.len()
    );
}
