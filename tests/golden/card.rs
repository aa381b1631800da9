//! Golden hashes of share cards.

use drift::rng::{Domain, StreamKey, normal};
use picture::card::{Card, Format, Part, Preview, Rarity, preview};

/// The most a picture may weigh, in bytes.
const MOST: usize = 300 * 1024;

/// Checksums (CRC-32C) of the files: wide and tall card, wide and tall without a sentence, landing, a decile.
const GOLDEN: [u32; 6] = [0xda0d_8141, 0x3dde_8810, 0x0633_248e, 0x9094_477c, 0xd6dc_046a, 0x9128_95cf];

/// Two thousand people in two heaps, x and y in turn.
fn crowd() -> Vec<f32> {
    let mut stream = StreamKey::new(29_573, Domain::INITIAL_OPINIONS).stream(0);
    let mut heap =
        |x: f32, y: f32| [x + 0.7 * normal(&mut stream) as f32, y + 0.9 * normal(&mut stream) as f32];
    (0..1_000).flat_map(|_| [heap(-0.9, 0.3), heap(1.1, -0.2)].concat()).collect()
}

fn card() -> Card {
    use Rarity::{Common, Rare, Uncommon};
    let said = |text: &str| Part::Text(text.to_owned());
    Card {
        set: 2,
        seconds: Some([14, 4]),
        sentence: vec![
            said("basically "),
            Part::Redacted { letters: 24 },
            said(", except they "),
            Part::Redacted { letters: 27 },
            said(" and "),
            Part::Redacted { letters: 31 },
            said("."),
        ],
        perplexity: ["one in 72".to_owned(), "one in 46".to_owned()],
        perplexity_range: Some("40 to 120".to_owned()),
        further_than: Some([70, 92]),
        rarities: [
            vec![Rare, Rare, Uncommon, Common, Common, Common, Common, Common],
            vec![Uncommon, Uncommon, Common],
            vec![Rare, Common, Common, Common, Common, Common],
        ],
        crowd: crowd(),
        you: vec![[1.9, 1.4], [2.3, 0.9], [1.4, 2.0], [1.7, 0.6], [2.0, 1.3]],
        site: "normie-descent.example".to_owned(),
    }
}

/// Draws every kind of picture and compares its bytes with what they have always been.
pub(super) fn check() {
    let bare = Card { seconds: None, sentence: Vec::new(), further_than: None, ..card() };
    let files = [
        card().draw(Format::Wide),
        card().draw(Format::Tall),
        bare.draw(Format::Wide),
        bare.draw(Format::Tall),
        preview(Preview::Landing, &crowd(), "normie-descent.example"),
        preview(Preview::Decile(80), &crowd(), "normie-descent.example"),
    ];
    for file in &files {
        assert!(file.len() <= MOST, "{} bytes", file.len());
    }
    let found = files.map(|file| crc::Crc::<u32>::new(&crc::CRC_32_ISCSI).checksum(&file));
    assert_eq!(found, GOLDEN, "{found:#010x?}");
}
