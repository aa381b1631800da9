//! Do links survive the journey, and is damage noticed?

use normie_descent::items::{Answers, Step};
use normie_descent::link::{LinkError, Shared, decode, encode};
use proptest::prelude::*;

fn shared(steps: [usize; 24], guess: Option<u8>) -> Shared {
    Shared { answers: Answers(steps.map(|s| s.checked_sub(1).and_then(Step::new))), guess }
}

fn sample() -> Shared {
    shared(core::array::from_fn(|i| (i * 7 + 3) % 6), Some(5))
}

/// Published links are decoded for ever: these never change.
#[test]
fn golden_links_are_read() {
    for (link, result) in
        [(GOLDEN[0], sample()), (GOLDEN[1], shared([0; 24], None)), (GOLDEN[2], shared([5; 24], Some(100)))]
    {
        assert_eq!(encode(&result), link);
        assert_eq!(decode(link), Ok(result));
    }
}

const GOLDEN: [&str; 3] = ["r1.010MMVGKMMM1NHQ837", "r1.01ZW00000000000040", "r1.01CH0W475RW3ZZZZRA"];

#[test]
fn what_chat_apps_do_to_links_is_undone() {
    let link = encode(&sample());
    let code = &link[3..];
    for mangled in [
        format!("#{link}"),
        format!("%23{link}"),
        format!("  {link}\n"),
        link.to_lowercase(),
        format!("{link}."),
        format!("{link})!\u{201d}"),
        format!("r1.{}-{}-{}", &code[..6], &code[6..12], &code[12..]),
        format!("R1.{} {}", &code[..9], &code[9..]),
        link.replace('0', "O"),
        format!("r1.{}", code.replace('1', "l")),
    ] {
        assert_eq!(decode(&mangled), Ok(sample()), "{mangled}");
    }
}

#[test]
fn damage_is_named() {
    let link = encode(&sample());
    for (text, error) in [
        ("", LinkError::NotAResult),
        ("quiz", LinkError::NotAResult),
        ("rhubarb.x", LinkError::NotAResult),
        ("r2.0000", LinkError::Version { version: "2".to_owned() }),
        ("r1.", LinkError::NotAResult),
        ("r1.ABC", LinkError::Length { found: 3 }),
        (&format!("{link}0"), LinkError::Length { found: 19 }),
        (&format!("{}U{}", &link[..8], &link[9..]), LinkError::Character { character: 'U' }),
    ] {
        assert_eq!(decode(text), Err(error), "{text}");
    }
}

#[test]
fn every_changed_character_and_every_swap_is_noticed() {
    let link = encode(&sample());
    let digits = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for at in 3..link.len() {
        for &digit in digits {
            let mut bytes = link.clone().into_bytes();
            bytes[at] = digit;
            let changed = String::from_utf8(bytes).expect("ASCII");
            assert!(changed == link || decode(&changed).is_err(), "{changed}");
        }
        if at + 1 < link.len() {
            let mut bytes = link.clone().into_bytes();
            bytes.swap(at, at + 1);
            let swapped = String::from_utf8(bytes).expect("ASCII");
            assert!(swapped == link || decode(&swapped).is_err(), "{swapped}");
        }
    }
}

proptest! {
    #[test]
    fn every_result_survives(steps in proptest::array::uniform24(0usize..6), guess in proptest::option::of(0u8..=100)) {
        let result = shared(steps, guess);
        prop_assert_eq!(decode(&encode(&result)), Ok(result));
    }

    #[test]
    fn no_text_makes_an_impossible_result(text in "(r1\\.)?[0-9A-Za-z .~#%-]{0,40}") {
        if let Ok(result) = decode(&text) {
            prop_assert_eq!(decode(&encode(&result)), Ok(result));
        }
    }
}
