//! Scores of four made-up people, and of patterns that nobody means.

use perplexity::answers::{Answer, ItemAnswers};
use perplexity::item_bank::{CATEGORIES, ITEM_COUNT, item};
use perplexity::likeness::Likeness;
use perplexity::respondent::SimulatedRespondent;
use perplexity::score::PerplexityScore;
use perplexity::selection::next_item;

/// A made-up person: name and category for some sixty items, from `data/personas.csv`, whose cells count from 1.
struct Persona {
    name: &'static str,
    responses: Vec<(usize, u8)>,
}

fn personas() -> Vec<Persona> {
    let mut rows = include_str!("../data/personas.csv").lines().map(|row| row.split(',').collect::<Vec<_>>());
    let heading = rows.next().expect("a heading");
    let rows: Vec<Vec<&'static str>> = rows.collect();
    let category = |cell: &str| cell.parse::<u8>().expect("a category") - 1;
    (1..heading.len())
        .map(|column| Persona {
            name: heading[column],
            responses: rows.iter().map(|row| (item(row[0]), category(row[column]))).collect(),
        })
        .collect()
}

impl Persona {
    fn answer(&self, item: usize) -> Answer {
        let found = self.responses.iter().find(|(of, _)| *of == item);
        found.map_or(Answer::Passed, |(_, category)| Answer::Category(*category))
    }

    /// The answers of a session of 48, which passes what the persona has no opinion on.
    fn session(&self, likeness: &Likeness, seed: u64) -> ItemAnswers {
        let (mut asked, mut answers) = (Vec::new(), ItemAnswers::default());
        while answers.answered().count() < 48 {
            let item = next_item(likeness, seed, &asked, &answers).expect("sixty of 101 are answered");
            asked.push(item);
            answers.set(item, self.answer(item));
        }
        answers
    }
}

#[test]
fn made_up_people_stand_where_their_stories_say() {
    let likeness = Likeness::default();
    // Place and "one in", with all their answers.
    let expected = [
        ("weird", 95.0, 600.0),
        ("wine_mom", 81.0, 140.0),
        ("student", 18.0, 24.0),
        ("activist", 99.0, 2_200.0),
    ];
    for (persona, (name, place, one_in)) in personas().iter().zip(expected) {
        assert_eq!(persona.name, name);
        let mut all = ItemAnswers::default();
        persona.responses.iter().for_each(|&(item, category)| all.set(item, Answer::Category(category)));
        let score = PerplexityScore::new(&likeness, &all).expect("sixty answers");
        assert!((100.0 * score.place - place).abs() < 5.0, "{name}: {score:?}");
        assert!((score.perplexity() / one_in - 1.0).abs() < 0.1, "{name}: {}", score.perplexity());
        let mut places: Vec<f64> = (0..5)
            .map(|seed| {
                PerplexityScore::new(&likeness, &persona.session(&likeness, seed)).expect("48 answers").place
            })
            .collect();
        places.sort_unstable_by(f64::total_cmp);
        assert!((100.0 * places[2] - place).abs() < 12.0, "{name}: {places:?}");
    }
}

#[test]
fn answers_of_a_pattern_are_nobodys_and_never_at_the_top() {
    let likeness = Likeness::default();
    // Categories of the answers at even and at odd places.
    let patterns = [
        ("all at the lower pole", [0, 0]),
        ("all at the upper pole", [4, 4]),
        ("alternating", [0, 4]),
        ("all neutral", [2, 2]),
    ];
    for (name, categories) in patterns {
        let (mut asked, mut answers) = (Vec::new(), ItemAnswers::default());
        while asked.len() < 48 {
            let item = next_item(&likeness, 1, &asked, &answers).expect("101 items");
            answers.set(item, Answer::Category(categories[asked.len() % 2]));
            asked.push(item);
        }
        let score = PerplexityScore::new(&likeness, &answers).expect("48 answers");
        assert!(score.careless > 0.9, "{name}: {}", score.careless);
        assert!(score.place < 0.5, "{name}: {}", score.place);
    }
}

#[test]
fn the_bits_of_the_answers_split_without_remainder() {
    let likeness = Likeness::default();
    for n in 0..20 {
        let responses = SimulatedRespondent::nth(6, n).responses(0);
        let mut answers = ItemAnswers::default();
        (0..ITEM_COUNT).step_by(3).for_each(|item| answers.set(item, Answer::Category(responses[item])));
        let score = PerplexityScore::new(&likeness, &answers).expect("34 answers");
        let bits = score.bits;
        assert!(bits.identity > 0.0 && bits.volume > -1e-9 && bits.noise > 0.0, "{bits:?}");
        // Near the entropy of so many answers.
        assert!((40.0..100.0).contains(&bits.total()), "{bits:?}");
        assert!(bits.total() < 34.0 * libm::log2(CATEGORIES as f64) + 8.0);
        let [low, high] = score.place_range;
        assert!(low <= score.place && score.place <= high, "{score:?}");
    }
}

#[test]
fn nothing_answered_has_no_score() {
    let mut answers = ItemAnswers::default();
    answers.set(3, Answer::Passed);
    assert_eq!(PerplexityScore::new(&Likeness::default(), &answers), None);
}
