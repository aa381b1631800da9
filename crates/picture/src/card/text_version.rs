//! Text alternatives of a card: the alternative text of its image, and the message that is shared.

use super::content::Card;
use super::rarity::Rarity;
use super::text_layout::Part;
use quiz::format::range;

/// Texts of a card.
pub(super) struct CardText {
    pub question: &'static str,
    pub number: String,
    /// Range of the number, in brackets; empty where it has none.
    pub range: String,
    pub median: String,
    /// Shown in place of a sentence.
    pub instead: Vec<Part>,
    /// Empty where `number` is the perplexity already.
    pub perplexity: String,
    /// Empty where the percentile is unknown.
    pub further: String,
}

impl Card {
    pub(super) fn words(&self) -> CardText {
        let [mine, median] = &self.perplexity;
        let brackets = |range: &String| format!("({range})");
        let mine_range = self.perplexity_range.as_ref().map(brackets).unwrap_or_default();
        let plain = |text: &str| vec![Part::Text(text.to_owned())];
        let further = self.further_than.map_or(String::new(), |further| {
            format!("further out than {} of 100 simulated people", range(further))
        });
        match self.seconds {
            Some([seconds, typical]) => CardText {
                question: "how long does it take to explain me?",
                number: counted(seconds),
                median: format!("the median simulated person takes {typical}."),
                instead: plain("to somebody who knows the crowd, and me not at all."),
                perplexity: format!("my perplexity: {}; median: {median}", spaced(mine, &mine_range)),
                range: String::new(),
                further,
            },
            None => CardText {
                question: "how hard am i to find in a crowd?",
                number: mine.clone(),
                range: mine_range,
                median: format!("the median simulated person: {median}."),
                instead: plain("meet that many simulated people, and about one is like me."),
                perplexity: String::new(),
                further,
            },
        }
    }

    /// Alternative text of the card's image.
    pub fn alt(&self) -> String {
        let words = self.words();
        let count = |wanted| self.rarities.iter().flatten().filter(|rarity| **rarity == wanted).count();
        let marked = match [Rarity::Rare, Rarity::Uncommon, Rarity::Common].map(count) {
            [0, 0, 0] => String::new(),
            [rare, uncommon, common] => format!(
                "marks of my rarest answers: {rare} rare, {uncommon} uncommon, {common} common; which ones they are is not \
                 shown"
            ),
        };
        let sentences: Vec<String> = [
            "a paper map of a simulated crowd, lines of equal height around where most people are".to_owned(),
            match self.you.len() {
                0 => "",
                1 => "a star marks me",
                _ => "a star marks me, dots around it where else i may be",
            }
            .to_owned(),
            format!("{} {}", words.question, spaced(&words.number, &words.range)),
            words.median.trim_end_matches('.').to_owned(),
            words.perplexity,
            words.further,
            marked,
        ]
        .into_iter()
        .filter(|sentence| !sentence.is_empty())
        .collect();
        format!("{}.", sentences.join(". "))
    }
}

/// Two texts with a space between them, or the one that is not empty.
fn spaced(text: &str, beside: &str) -> String {
    format!("{text} {beside}").trim().to_owned()
}

fn counted(seconds: u16) -> String {
    if seconds == 1 { "1 second".to_owned() } else { format!("{seconds} seconds") }
}

/// Message that is shared as text: numbers, rarity marks and a link, never a belief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareMessage {
    /// Seconds to explain the sender, and to explain the median simulated person.
    pub seconds: Option<[u16; 2]>,
    /// Perplexity as text ("one in 72"): the sender's, and the median simulated person's.
    pub perplexity: [String; 2],
    /// Range of the sender's perplexity as text that continues "one in" ("40 to 120").
    pub perplexity_range: Option<String>,
    /// Percentile range, 0 to 100: further out than *low* to *high* of 100 simulated people.
    pub further_than: Option<[u8; 2]>,
    /// The sender's guess: how many of 100 are weirder.
    pub guess: Option<u8>,
    /// Rarity classes of the rarest answers in each of three unlabelled groups of subjects, rarest first.
    pub rarities: [Vec<Rarity>; 3],
    /// The link.
    pub link: String,
}

impl ShareMessage {
    /// The message as text; `emoji` adds a grid of coloured squares.
    pub fn text(&self, emoji: bool) -> String {
        let [mine, median] = &self.perplexity;
        let mut lines = Vec::new();
        if let Some([seconds, typical]) = self.seconds {
            lines.push(format!("it took {} to explain me (median: {typical})", counted(seconds)));
        }
        if emoji {
            let rows = self.rarities.iter().filter(|row| !row.is_empty());
            lines.extend(rows.map(|row| row.iter().map(|rarity| square(*rarity)).collect()));
        }
        let further = self.further_than.map_or(".".to_owned(), |[low, high]| {
            let range = if low == high { low.to_string() } else { format!("{low}\u{2013}{high}") };
            format!(": further out than {range} of 100 simulated people.")
        });
        // The guess counts people further out; the message counts people less far out, like the range.
        let guess = self.guess.filter(|_| self.further_than.is_some());
        let guessed = guess.map_or(String::new(), |guess| format!(" i guessed {}.", 100 - guess.min(100)));
        let range = self.perplexity_range.as_ref().map_or(String::new(), |range| format!("{range}; "));
        lines.push(format!("perplexity: {mine} ({range}median: {median}){further}{guessed}"));
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
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_holds_numbers_shapes_and_the_link_and_nothing_else() {
        use Rarity::{Common, Rare, Uncommon};
        let message = ShareMessage {
            seconds: Some([14, 4]),
            perplexity: ["one in 72".to_owned(), "one in 46".to_owned()],
            perplexity_range: Some("40 to 120".to_owned()),
            further_than: Some([70, 92]),
            guess: Some(5),
            rarities: [vec![Rare, Uncommon, Common], Vec::new(), vec![Common; 2]],
            link: "https://example.org/#u1.0".to_owned(),
        };
        assert_eq!(
            message.text(true),
            "it took 14 seconds to explain me (median: 4)\n\u{1f7ea}\u{1f7e8}\u{2b1b}\n\u{2b1b}\u{2b1b}\n\
             perplexity: one in 72 (40 to 120; median: one in 46): further out than 70\u{2013}92 of 100 simulated \
             people. i guessed 95.\nhow long do you take? https://example.org/#u1.0"
        );
        assert!(message.text(false).chars().all(|c| c < '\u{2100}'), "no emoji where none are wanted");
        let bare = ShareMessage { seconds: None, perplexity_range: None, further_than: None, ..message };
        assert_eq!(
            bare.text(false),
            "perplexity: one in 72 (median: one in 46).\nhow hard are you to find? https://example.org/#u1.0"
        );
    }

    fn card() -> Card {
        Card {
            set: 2,
            seconds: Some([14, 4]),
            sentence: Vec::new(),
            perplexity: ["one in 72".to_owned(), "one in 46".to_owned()],
            perplexity_range: Some("40 to 120".to_owned()),
            further_than: Some([70, 92]),
            rarities: [vec![Rarity::Rare; 8], vec![Rarity::Uncommon; 2], Vec::new()],
            crowd: Vec::new(),
            you: vec![[0.0; 2]; 12],
            site: "example.org".to_owned(),
        }
    }

    #[test]
    fn the_alternative_text_has_the_numbers_of_the_card_and_their_range() {
        let alt = card().alt();
        for words in [
            "my perplexity: one in 72 (40 to 120); median: one in 46",
            "marks of my rarest answers: 8 rare, 2 uncommon, 0 common;",
            "dots around it",
        ] {
            assert!(alt.contains(words), "{words}: {alt}");
        }
        let without_sentence = Card { seconds: None, ..card() }.alt();
        assert!(without_sentence.contains("how hard am i to find in a crowd? one in 72 (40 to 120)."));
    }

    #[test]
    fn what_is_not_there_is_not_in_the_alternative_text() {
        let bare = Card {
            perplexity_range: None,
            further_than: None,
            rarities: [const { Vec::new() }; 3],
            you: Vec::new(),
            ..card()
        };
        let alt = bare.alt();
        assert!(alt.ends_with("my perplexity: one in 72; median: one in 46."), "{alt}");
        assert!(!alt.contains("star") && !alt.contains("further out") && !alt.contains("mark"), "{alt}");
    }
}
