//! What does a card say, read aloud or sent as text?

use super::{Card, Part, Rarity};
use crate::wording::range;

/// The words of a card.
pub(super) struct Words {
    pub question: &'static str,
    pub number: String,
    pub median: String,
    /// In place of a sentence.
    pub instead: Vec<Part>,
    /// Empty where it is the number.
    pub perplexity: String,
    /// Empty where it cannot be told.
    pub further: String,
}

impl Card {
    pub(super) fn words(&self) -> Words {
        let [mine, median] = &self.perplexity;
        let said = |text: &str| vec![Part::Said(text.to_owned())];
        let further = self.further_than.map_or(String::new(), |further| {
            format!("further out than {} of 100 simulated people", range(further))
        });
        match self.seconds {
            Some([seconds, typical]) => Words {
                question: "how long does it take to explain me?",
                number: counted(seconds),
                median: format!("the median simulated person takes {typical}."),
                instead: said("to somebody who knows the crowd, and me not at all."),
                perplexity: format!("my perplexity: {mine} (median: {median})"),
                further,
            },
            None => Words {
                question: "how hard am i to find in a crowd?",
                number: mine.clone(),
                median: format!("the median simulated person: {median}."),
                instead: said("meet that many simulated people, and about one is like me."),
                perplexity: String::new(),
                further,
            },
        }
    }

    /// The picture in words, for those who cannot see it.
    pub fn alt(&self) -> String {
        let words = self.words();
        let all = self.rarities.iter().flatten();
        let count = |wanted| all.clone().filter(|rarity| **rarity == wanted).count();
        let said: Vec<String> = [
            "a paper map of a simulated crowd, lines of equal height around where most people are".to_owned(),
            if self.you.is_some() { "a star marks me" } else { "" }.to_owned(),
            format!("{} {}", words.question, words.number),
            words.median.trim_end_matches('.').to_owned(),
            words.perplexity,
            words.further,
            format!(
                "of my answers, {} are rare and {} uncommon; which ones is not told",
                count(Rarity::Rare),
                count(Rarity::Uncommon)
            ),
        ]
        .into_iter()
        .filter(|sentence| !sentence.is_empty())
        .collect();
        format!("{}.", said.join(". "))
    }
}

fn counted(seconds: u16) -> String {
    if seconds == 1 { "1 second".to_owned() } else { format!("{seconds} seconds") }
}

/// What is sent as text: numbers, shapes, never a belief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// Seconds to explain the sender, and the median simulated person.
    pub seconds: Option<[u16; 2]>,
    /// "one in 72", the sender's and the median simulated person's.
    pub perplexity: [String; 2],
    /// "Further out than *low* to *high* of 100 simulated people."
    pub further_than: Option<[u8; 2]>,
    /// Of 100, how many the sender thought to be weirder.
    pub guess: Option<u8>,
    /// Three unlabelled themes, sorted by rarity.
    pub rarities: [Vec<Rarity>; 3],
    /// Where it leads.
    pub link: String,
}

impl Telling {
    /// The text, with or without a grid of coloured squares.
    pub fn text(&self, emoji: bool) -> String {
        let [mine, median] = &self.perplexity;
        let mut lines = Vec::new();
        if let Some([seconds, typical]) = self.seconds {
            lines.push(format!("it took {} to explain me (median: {typical})", counted(seconds)));
        }
        if emoji {
            lines.extend(self.rarities.iter().map(|row| row.iter().map(|rarity| square(*rarity)).collect()));
        }
        let further = self.further_than.map_or(".".to_owned(), |[low, high]| {
            let range = if low == high { low.to_string() } else { format!("{low}\u{2013}{high}") };
            format!(": further out than {range} of 100 simulated people.")
        });
        // Guessed was how many are weirder; said is how many are less so, beside what it is.
        let guess = self.guess.filter(|_| self.further_than.is_some());
        let guessed = guess.map_or(String::new(), |guess| format!(" i guessed {}.", 100 - guess.min(100)));
        lines.push(format!("perplexity: {mine} (median: {median}){further}{guessed}"));
        let question =
            if self.seconds.is_some() { "how long do you take?" } else { "how hard are you to find?" };
        lines.push(format!("{question} {}", self.link));
        lines.join("\n")
    }
}

fn square(rarity: Rarity) -> char {
    match rarity {
        Rarity::Rare => '\u{1f7ea}',
        Rarity::Uncommon => '\u{1f7e8}',
        Rarity::Common => '\u{2b1b}',
        Rarity::Passed => '\u{2b1c}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_holds_numbers_shapes_and_the_link_and_nothing_else() {
        use Rarity::{Common, Passed, Rare, Uncommon};
        let telling = Telling {
            seconds: Some([14, 4]),
            perplexity: ["one in 72".to_owned(), "one in 18".to_owned()],
            further_than: Some([70, 92]),
            guess: Some(5),
            rarities: [vec![Rare, Uncommon, Common], vec![Common, Common, Passed], vec![Common; 3]],
            link: "https://example.org/#u1.0".to_owned(),
        };
        assert_eq!(
            telling.text(true),
            "it took 14 seconds to explain me (median: 4)\n\u{1f7ea}\u{1f7e8}\u{2b1b}\n\u{2b1b}\u{2b1b}\u{2b1c}\n\
             \u{2b1b}\u{2b1b}\u{2b1b}\nperplexity: one in 72 (median: one in 18): further out than 70\u{2013}92 of 100 \
             simulated people. i guessed 95.\nhow long do you take? https://example.org/#u1.0"
        );
        assert!(telling.text(false).chars().all(|c| c < '\u{2100}'), "no emoji where none are wanted");
        let bare = Telling { seconds: None, further_than: None, ..telling };
        assert_eq!(
            bare.text(false),
            "perplexity: one in 72 (median: one in 18).\nhow hard are you to find? https://example.org/#u1.0"
        );
    }
}
