//! Links that anybody may have written: nothing panics, and what is read can exist.

use drift::Params;
use drift::rng::{Domain, StreamKey};
use link::{Link, decode, encode, encode_comparison, read, read_world};
use proptest::prelude::*;
use quiz::questionnaire::CURRENT;
use quiz::quiz_session::GUESSES;
use rand::Rng;
use settings::{LabWorld, Setting};

/// Published links, to be mutated.
const PUBLISHED: &str = include_str!("../../../tests/data/links.csv");

const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Whether everything in it exists.
fn can_be(link: &Link) -> bool {
    match link {
        Link::Result(shared) | Link::Half { whole: shared, .. } => decode(&encode(shared)) == Ok(*shared),
        Link::Comparison([a, b]) => read(&encode_comparison([a, b])).as_ref() == Ok(link),
        Link::Summary(s) => {
            let range = s.further_than.is_none_or(|[low, high]| low <= high && high <= 100);
            let numbers = s.guess.is_none_or(|guess| GUESSES.contains(&guess));
            let [low, high] = s.surprisal_range();
            let bits = 0.0 <= low && low <= s.surprisal() && s.surprisal() <= high && high <= 40.0;
            range
                && numbers
                && bits
                && (1..=CURRENT.len() as u8).contains(&s.answered)
                && read(&s.encode()).as_ref() == Ok(link)
        }
        Link::Lab(code) => {
            let Ok(lab) = read_world(code) else { return true };
            let LabWorld { setting: Setting { people, dims, params, .. }, you } = &lab.world;
            let there = you.mentors.members().iter().all(|mentor| mentor < people);
            let sizes = Params::AGENTS.contains(people) && Params::DIMS.contains(dims);
            sizes && there && params.check().is_ok() && lab.notes.len() <= 8
        }
        Link::Place(_) => true,
    }
}

#[test]
fn a_million_random_and_mutated_links_never_panic_and_hold_nothing_impossible() {
    let mut stream = StreamKey::new(67, Domain::POST_SAMPLING).stream(0);
    let mut below = |most: usize| ((u64::from(stream.next_u32()) * most as u64) >> 32) as usize;
    let seeds: Vec<&str> = PUBLISHED.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    let odd =
        ["%", "#", "~", "&", "=", ".", "\u{200b}", "\u{ff11}", "%23", "99999999999999999999", "-1", "nan"];
    let mut read_well = 0;
    for round in 0..1_000_000 {
        let text = if round % 4 == 0 {
            // A random code: one of 256 fits its checksum.
            let kind = ["r2.", "u2."][below(2)];
            let digits = if kind == "r2." { 28 + below(57) } else { 21 };
            let code = (0..digits).map(|_| char::from(DIGITS[below(32)]));
            let code = kind.chars().chain(code).collect::<String>();
            // The first digit is short of bits; without this most would fail on it alone.
            code.replacen("2.", "2.0", 1)[..kind.len() + digits].to_owned()
        } else {
            let mut text = seeds[below(seeds.len())].to_owned();
            for _ in 0..=below(3) {
                let at = text.char_indices().nth(below(text.chars().count().max(1))).map_or(0, |(at, _)| at);
                match below(4) {
                    0 => text.insert_str(at, odd[below(odd.len())]),
                    1 if !text.is_empty() => drop(text.remove(at)),
                    2 if !text.is_empty() => {
                        let changed = char::from(b' ' + below(95) as u8);
                        let old = text[at..].chars().next().map_or(0, char::len_utf8);
                        text.replace_range(at..at + old, &changed.to_string());
                    }
                    _ => text.truncate(at),
                }
            }
            text
        };
        if let Ok(link) = read(&text) {
            assert!(can_be(&link), "{text}: {link:?}");
            read_well += 1;
        }
    }
    assert!((10_000..900_000).contains(&read_well), "{read_well}");
}

proptest! {
    #[test]
    fn no_text_makes_an_impossible_result(text in "([ru]2\\.|s1\\.)?[0-9A-Za-z .~#%&=-]{0,90}") {
        if let Ok(link) = read(&text) {
            prop_assert!(can_be(&link), "{:?}", link);
        }
    }
}
