//! Round trips of links, and detection of damage.

use link::{
    Link, LinkError, Place, SharedResult, Summary, decode, encode, encode_comparison, encode_world, read,
    read_pasted, read_world,
};
use proptest::prelude::*;
use quiz::questionnaire::{Answers, Response, SET_2};
use settings::LabWorld;

/// Every link that was ever published and what it means; lines are added, never changed.
const PUBLISHED: &str = include_str!("../../../tests/data/links.csv");

/// Every fourth of the first items is asked: 0 for a pass, then the categories.
fn shared(steps: [usize; 24], guess: Option<u8>) -> SharedResult {
    let mut answers = Answers::none(&SET_2);
    for (nth, step) in steps.into_iter().enumerate() {
        match step.checked_sub(1).and_then(Response::new) {
            Some(response) => answers.put(4 * nth, response),
            None => answers.pass(4 * nth),
        }
    }
    SharedResult { answers, guess }
}

fn sample() -> SharedResult {
    shared(core::array::from_fn(|i| (i * 7 + 3) % 6), Some(5))
}

fn summary() -> Summary {
    Summary {
        set: SET_2.id(),
        answered: 24,
        guess: Some(95),
        further_than: Some([70, 92]),
        sixteenths: 99,
        range_sixteenths: [83, 112],
        seconds: Some(14),
    }
}

/// What a link means, in one line.
fn meaning(link: &Link) -> String {
    let number = |n: Option<u8>| n.map_or("-".to_owned(), |n| n.to_string());
    let result = |shared: &SharedResult| {
        let answers = &shared.answers;
        let of_item = |item| match answers.get(item) {
            Some(response) => (b'1' + u8::from(response)) as char,
            None if answers.is_passed(item) => '-',
            None => '.',
        };
        let all = (0..answers.set().len()).map(of_item).collect::<String>();
        format!("{all} {}", number(shared.guess))
    };
    match link {
        Link::Result(shared) => result(shared),
        Link::Comparison([first, second]) => format!("{} / {}", result(first), result(second)),
        Link::Half { whole, damaged } => format!("{} / {damaged}", result(whole)),
        Link::Summary(s) => {
            let [low, high] =
                s.further_than.map_or(["-".to_owned(), "-".to_owned()], |r| r.map(|n| n.to_string()));
            let (guess, seconds) = (number(s.guess), number(s.seconds));
            let [range_low, range_high] = s.range_sixteenths;
            format!(
                "{} answered {guess} {low} {high} {} of {range_low} to {range_high} sixteenths {seconds} s",
                s.answered, s.sixteenths
            )
        }
        Link::Lab(code) => read_world(code).map_or_else(
            |error| error.to_string(),
            |lab| lab.notes.iter().fold(encode_world(&lab.world), |line, note| format!("{line} / {note}")),
        ),
        Link::Place(place) => format!("{place:?}"),
    }
}

#[test]
fn published_links_are_read_for_ever() {
    let mut lines = 0;
    for line in PUBLISHED.lines().skip(1) {
        let (link, expected) = line.split_once(',').expect("a link, a comma, its meaning");
        let found = read(link).map_or_else(|error| format!("refused: {error}"), |link| meaning(&link));
        assert_eq!(found, expected, "{link}");
        lines += 1;
    }
    assert!(lines >= 15, "{lines}");
}

#[test]
fn what_is_written_is_what_was_published() {
    assert_eq!(encode(&sample()), "r2.082H248H248H248H248H248000MVGKMMM1NHQ802");
    assert_eq!(encode(&shared([0; 24], None)), "r2.0BZH248H248H248H248H2480000000000000003W");
    assert_eq!(encode(&shared([5; 24], Some(100))), "r2.09J1248H248H248H248H2480010W475RW3ZZZZS2");
    assert_eq!(
        encode_comparison([&sample(), &sample()]),
        "r2.082H248H248H248H248H248000MVGKMMM1NHQ802~082H248H248H248H248H248000MVGKMMM1NHQ802"
    );
    assert_eq!(summary().encode(), "u2.04QT6BG71G033019G0W0B");
    assert_eq!(encode_world(&LabWorld::default()), "s1.seed=42&feed=1&dims=2");
}

#[test]
fn what_chat_apps_do_to_links_is_undone() {
    let whole = |text: &str| read(text).ok();
    for link in [encode(&sample()), summary().encode(), encode_comparison([&sample(), &sample()])] {
        let (head, code) = link.split_at(3);
        let expected = whole(&link);
        assert!(expected.is_some(), "{link}");
        for mangled in [
            format!("#{link}"),
            format!("##{link}"),
            format!("%23{link}"),
            format!("%2523{link}"),
            format!("  {link}\n"),
            link.to_lowercase(),
            format!("{link}."),
            format!("{link})!\u{201d}"),
            format!("<{link}>"),
            format!("*{link}*"),
            format!("_{link}_"),
            format!("`{link}`"),
            format!("[{link}](https://example.org)"),
            format!("{link}?fbclid=IwAR0x"),
            format!("{link}&utm_source=chat"),
            format!("{link}#"),
            format!("{link}/"),
            format!("{head}{}-{}-{}", &code[..5], &code[5..9], &code[9..]),
            format!("{}%20{}\u{a0}{}", head.to_uppercase(), &code[..9], &code[9..]),
            format!("{head}{}\r\n> {}", &code[..9], &code[9..]),
            format!("{head}{}\u{200b}{}\u{ad}", &code[..3], &code[3..]),
            format!("{head}{}\u{2011}{}", &code[..3], &code[3..]),
            format!("{}{code}", &head[..2]),
            format!("{},{code}", &head[..2]),
            format!("{head} {code}"),
            link.replace('0', "O"),
            link.replace('~', "%7E"),
            link.replace('~', " ~ "),
            link.replace('~', "~r2."),
            link.replace('~', ""),
            format!("{head}{}", code.replace('1', "l")),
            link.chars()
                .map(|c| char::from_u32(c as u32 + 0xfee0).expect("full-width forms exist"))
                .collect(),
        ] {
            assert_eq!(whole(&mangled), expected, "{mangled}");
        }
    }
}

#[test]
fn damage_is_named() {
    let link = encode(&sample());
    let length = |found| LinkError::Length { expected: 40, found };
    for (text, error) in [
        ("rhubarb.x", LinkError::Unknown),
        ("result", LinkError::Unknown),
        ("r2", LinkError::Unknown),
        ("r2.", LinkError::Unknown),
        ("r1.010MMVGKMMM1NHQ837", LinkError::Version { version: "1".to_owned() }),
        ("r3.0000", LinkError::Version { version: "3".to_owned() }),
        ("u1.02QT6BHHGW62X", LinkError::Version { version: "1".to_owned() }),
        ("u0.0000", LinkError::Version { version: "0".to_owned() }),
        ("r2.ABC", LinkError::Cut),
        ("r2.082H248H24\u{2026}", LinkError::Cut),
        ("r2.082H248H248H248H248H248000MV\u{2026}", length(28)),
        ("u2.ABC", LinkError::Length { expected: 21, found: 3 }),
        (&format!("{link}0"), length(41)),
        (&format!("{}U{}", &link[..8], &link[9..]), LinkError::Character { character: 'U' }),
        ("\u{1f408} r2", LinkError::Unknown),
    ] {
        assert_eq!(read(text), Err(error), "{text}");
    }
    assert_eq!(decode("quiz"), Err(LinkError::NotAResult));
    assert_eq!(decode(&summary().encode()), Err(LinkError::NotAResult));
}

#[test]
fn results_of_other_sets_say_which_is_older() {
    for (set, word) in [(1, "older"), (3, "reload")] {
        let said = LinkError::Set { set }.to_string();
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn a_code_is_at_most_40_characters_for_24_items_and_60_for_48() {
    let length = |asked: usize| {
        let mut answers = Answers::none(&SET_2);
        (0..asked).for_each(|nth| answers.put(nth, Response::ALL[nth % 5]));
        encode(&SharedResult { answers, guess: Some(30) }).len() - "r2.".len()
    };
    assert_eq!([0, 12, 24, 36, 48, 106].map(length), [28, 34, 40, 47, 53, 84]);
}

#[test]
fn a_link_is_found_in_whatever_was_pasted() {
    let result = Ok(Link::Result(sample()));
    let link = format!("https://example.org/p/80/#{}", encode(&sample()));
    for text in [
        link.clone(),
        encode(&sample()),
        format!("  {link}\n"),
        format!("it took 14 seconds to explain me\nhow long do you take? {link}"),
        format!("{link} see you"),
        format!("number #1 is #29573: {link}. really"),
        link.replace('#', "%23"),
        // Wrapped in the middle of its code.
        format!("{}\n{}", &link[..link.len() - 6], &link[link.len() - 6..]),
    ] {
        assert_eq!(read_pasted(&text), result, "{text}");
    }
    for text in ["", "hello", "# # #", "https://example.org/", "#quiz", "100%23"] {
        assert!(!matches!(read_pasted(text), Ok(Link::Result(_) | Link::Summary(_))), "{text}");
    }
    // A blank may be a chat app's doing: the next word is taken for the rest of the code.
    let cut = &encode(&sample())[..30];
    assert_eq!(read_pasted(&format!("#{cut} hello")), Err(LinkError::Length { expected: 40, found: 32 }));
}

#[test]
fn the_whole_half_of_a_torn_comparison_is_shown() {
    let link = encode_comparison([&sample(), &shared([0; 24], None)]);
    let cut = &link[..link.len() - 4];
    let damaged = LinkError::Length { expected: 40, found: 36 };
    assert_eq!(read(cut), Ok(Link::Half { whole: sample(), damaged: damaged.clone() }));
    assert_eq!(read(&cut.replace('~', "")), Ok(Link::Half { whole: sample(), damaged }));
    let changed = link.replacen("r2.08", "r2.0A", 1).replace('~', "");
    let Ok(Link::Half { whole, .. }) = read(&changed) else { panic!("{changed}") };
    assert_eq!(whole, shared([0; 24], None));
}

/// The link with one character changed to every other that could stand there, and with neighbours swapped.
fn damaged(link: &str) -> impl Iterator<Item = String> + '_ {
    let changed = move |at: usize, to: u8| {
        let mut bytes = link.as_bytes().to_vec();
        bytes[at] = to;
        String::from_utf8(bytes).expect("ASCII")
    };
    let changes = (0..link.len()).flat_map(move |at| (b' '..=b'~').map(move |to| changed(at, to)));
    let swaps = (1..link.len()).map(move |at| {
        let mut bytes = link.as_bytes().to_vec();
        bytes.swap(at - 1, at);
        String::from_utf8(bytes).expect("ASCII")
    });
    changes.chain(swaps).filter(move |text| text != link)
}

#[test]
fn every_changed_character_and_every_swap_is_noticed_or_mended() {
    for link in [encode(&sample()), encode(&shared([5; 24], None)), summary().encode()] {
        let whole = read(&link).expect("it is whole");
        for text in damaged(&link) {
            if let Ok(found) = read(&text) {
                assert_eq!(found, whole, "{text}");
            }
        }
    }
    let link = encode_comparison([&sample(), &shared([5; 24], None)]);
    let whole = read(&link).expect("it is whole");
    for text in damaged(&link) {
        let found = read(&text);
        let noticed = matches!(found, Err(_) | Ok(Link::Half { .. }));
        assert!(noticed || found.as_ref() == Ok(&whole), "{text}: {found:?}");
    }
}

#[test]
fn places_keep_their_names() {
    for (name, place) in
        [("quiz", Place::Quiz), ("lab", Place::Lab), ("how", Place::How), ("privacy", Place::Privacy)]
    {
        assert_eq!(read(name), Ok(Link::Place(place)));
    }
}

proptest! {
    #[test]
    fn every_result_survives(
        steps in proptest::collection::vec(0usize..7, SET_2.len()), guess in proptest::option::of(0u8..=100),
    ) {
        let mut answers = Answers::none(&SET_2);
        for (item, step) in steps.into_iter().enumerate() {
            match step {
                0 => {}
                1 => answers.pass(item),
                step => answers.put(item, Response::ALL[step - 2]),
            }
        }
        let result = SharedResult { answers, guess };
        prop_assert_eq!(decode(&encode(&result)), Ok(result));
    }
}
