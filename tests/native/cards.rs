//! Share cards: what they show, and what they must not reveal.

use link::{Link, Summary, decode, read};
use normie_descent::protocol::{FromWorker, RunId, ToWorker};
use normie_descent::render_worker::{RenderReply, RenderRequest, RenderWorker, ShareRequest, ShareTexts};
use normie_descent::session::Session;
use picture::card::{Card, Format, Part, Preview, Rarity, preview};
use picture::chart::Palette;
use quiz::cluster_names::Prototype;
use quiz::explanation::{Clause, Explanation, SentenceOpening};
use quiz::questionnaire::{Answers, Response, SET_2, Side};

fn card() -> Card {
    Card {
        set: 2,
        seconds: Some([14, 4]),
        sentence: vec![Part::Text("basically ".to_owned()), Part::Redacted { letters: 24 }],
        perplexity: ["one in 72".to_owned(), "one in 46".to_owned()],
        perplexity_range: Some("40 to 120".to_owned()),
        further_than: Some([70, 92]),
        rarities: [vec![Rarity::Rare; 8], vec![Rarity::Common; 3], Vec::new()],
        crowd: (0..4000).map(|at| ((at * 37 % 101) as f32 - 50.0) / 25.0).collect(),
        you: cloud(),
        site: "example.org".to_owned(),
    }
}

/// Twelve places around [0.5, 0.5].
fn cloud() -> Vec<[f32; 2]> {
    let offset = |at: i32, by: i32| 0.5 + 0.1 * (at * by % 13 - 6) as f32;
    (0..12).map(|at| [offset(at, 5), offset(at, 8)]).collect()
}

/// Numbers of the chunk called `name` in a PNG file.
fn chunk<'a>(file: &'a [u8], name: &[u8; 4]) -> &'a [u8] {
    let at = file.windows(4).position(|found| found == name).expect("the chunk is there");
    let length = u32::from_be_bytes(file[at - 4..at].try_into().expect("four bytes")) as usize;
    &file[at + 4..at + 4 + length]
}

/// Width, height, and a colour for every pixel.
fn opened(file: &[u8]) -> ([u32; 2], Vec<[u8; 3]>) {
    let header = chunk(file, b"IHDR");
    let size = [0, 4].map(|at| u32::from_be_bytes(header[at..at + 4].try_into().expect("four bytes")));
    let rows = miniz_oxide::inflate::decompress_to_vec_zlib(chunk(file, b"IDAT")).expect("it is zlib");
    let colours: Vec<[u8; 3]> = chunk(file, b"PLTE").as_chunks().0.to_vec();
    let pixels = rows.chunks_exact(size[0] as usize + 1).flat_map(|row| &row[1..]);
    (size, pixels.map(|number| colours[usize::from(*number)]).collect())
}

fn hot(pixels: &[[u8; 3]]) -> usize {
    pixels.iter().filter(|pixel| **pixel == Palette::DAY.you).count()
}

#[test]
fn both_formats_have_their_size() {
    for format in [Format::Wide, Format::Tall] {
        let (size, pixels) = opened(&card().draw(format));
        assert_eq!(size, format.size());
        assert_eq!(pixels.len(), (size[0] * size[1]) as usize);
    }
}

#[test]
fn only_the_star_its_word_and_the_dots_around_it_are_hot() {
    let hot_with = |you| hot(&opened(&Card { you, ..card() }.draw(Format::Wide)).1);
    let (star, dots) = (hot_with(vec![[0.5, 0.5]]), hot_with(cloud()));
    assert!(star > 300, "{star}");
    assert!(dots > star + 100, "{dots} {star}");
    assert_eq!(hot_with(Vec::new()), 0);
}

#[test]
fn somebody_far_off_the_map_still_stands_on_it() {
    for you in [[50.0, 50.0], [-50.0, -50.0], [50.0, -50.0]] {
        let (_, pixels) = opened(&Card { you: vec![you; 3], ..card() }.draw(Format::Wide));
        assert!(hot(&pixels) > 300, "{you:?}");
    }
}

#[test]
fn a_card_without_a_crowd_or_marks_or_with_an_endless_sentence_can_be_drawn() {
    let endless = vec![Part::Text("and so on ".repeat(200)), Part::Redacted { letters: u16::MAX }];
    let cards = [
        Card { crowd: Vec::new(), ..card() },
        Card { rarities: [const { Vec::new() }; 3], ..card() },
        Card { sentence: endless, ..card() },
    ];
    for card in cards {
        for format in [Format::Wide, Format::Tall] {
            assert_eq!(opened(&card.draw(format)).0, format.size());
        }
    }
}

#[test]
fn the_words_behind_the_bars_are_not_in_the_alternative_text() {
    let card = Card { sentence: vec![Part::Text("basically the tulip crowd".to_owned())], ..card() };
    let alt = card.alt();
    assert!(!alt.contains("tulip"), "{alt}");
    for words in
        ["14 seconds", "takes 4", "one in 72 (40 to 120)", "70 to 92 of 100", "8 rare, 0 uncommon, 3 common"]
    {
        assert!(alt.contains(words), "{words}: {alt}");
    }
}

#[test]
fn every_decile_has_a_picture_of_its_own() {
    let crowd = card().crowd;
    let files: Vec<Vec<u8>> =
        (0..10).map(|tens| preview(Preview::Decile(10 * tens), &crowd, "example.org")).collect();
    for (at, file) in files.iter().enumerate() {
        assert_eq!(opened(file).0, [1200, 630]);
        assert!(!files[..at].contains(file), "{at}");
    }
}

/// "basically the TPOT crowd, except they would leave incomes alone.", or want doctors paid privately: as many words, and
/// letters enough for the same bar.
fn explanation(about_doctors: bool) -> Explanation {
    let key = if about_doctors { "doctorbill" } else { "gap" };
    let question = SET_2.questions().iter().position(|question| question.key == key).expect("it is asked");
    let side = Side { question: question as u8, upper: true };
    let clause = Clause { side, exception: true, bits: 2.0, share: 0.2, left: 12 };
    Explanation {
        set: &SET_2,
        opening: SentenceOpening::Crowd(Prototype::Tpot),
        opening_bits: 1.0,
        opening_left: 300,
        clauses: vec![clause],
        remaining_bits: 3.0,
    }
}

/// Answers to a quarter of the set.
fn answers() -> Answers {
    Answers::of(&SET_2, |question| (question % 4 == 0).then_some(Response::ALL[3]))
}

fn request() -> ShareRequest {
    ShareRequest {
        answers: answers(),
        guess: Some(5),
        surprisals: [6.17, 5.52],
        surprisal_range: [5.32, 6.91],
        further_than: Some([70, 92]),
        shares: answers().answered().map(|(question, _)| (question as u8, 0.3)).collect(),
        explanation: Some(explanation(false)),
        median_seconds: Some(4.0),
        crowd: card().crowd,
        you: cloud(),
        root: "https://example.org/nd/".to_owned(),
        preview_pages: true,
        with_answers: false,
    }
}

fn texts(request: ShareRequest) -> (ShareTexts, Vec<u8>) {
    let mut worker = RenderWorker::default();
    let RenderReply::Texts(texts) = worker.handle(RenderRequest::SetResult(Box::new(request))) else {
        panic!("no texts")
    };
    let RenderReply::Png(file) = worker.handle(RenderRequest::Draw(Format::Wide)) else {
        panic!("it is drawn")
    };
    (*texts, file)
}

#[test]
fn by_default_nothing_that_is_sent_holds_an_answer() {
    let (mut mine, mut other) = (request(), request());
    mine.answers.put(4, Response::ALL[0]);
    other.explanation = Some(explanation(true));
    let (first, file) = texts(mine);
    assert_eq!((first.clone(), file), texts(other), "other answers and words, the same numbers");
    assert!(first.link.starts_with("https://example.org/nd/p/80/#u2."), "{}", first.link);
    let code = first.link.split_once('#').expect("a fragment").1;
    let (answered, seconds) = (answers().count(), explanation(false).seconds());
    let expected = Summary::new(&SET_2, answered, Some(5), Some([70, 92]), 6.17, [5.32, 6.91], Some(seconds));
    assert_eq!(read(code), Ok(Link::Summary(expected)));
    for text in [&first.text, &first.plain] {
        let own = format!("{} seconds", libm::round(seconds));
        for words in [own.as_str(), "one in 72 (40 to 120; median: one in 46)"] {
            assert!(text.contains(words), "{words}: {text}");
        }
        assert!(text.ends_with(&first.link), "{text}");
    }
    assert!(first.qr.starts_with("<svg"));
}

#[test]
fn with_the_answers_the_link_can_be_compared_and_the_words_are_shown() {
    let open = ShareRequest { with_answers: true, preview_pages: false, ..request() };
    let (closed, closed_file) = texts(ShareRequest { preview_pages: false, ..request() });
    let (open, open_file) = texts(open);
    let fragment = open.link.strip_prefix("https://example.org/nd/#").expect("no folder without shells");
    assert_eq!(decode(fragment).map(|shared| shared.answers), Ok(request().answers));
    assert_ne!(open_file, closed_file);
    assert_eq!(open.alt, closed.alt);
}

#[test]
fn a_render_worker_without_a_result_draws_nothing() {
    assert_eq!(RenderWorker::default().handle(RenderRequest::Draw(Format::Tall)), RenderReply::Nothing);
}

#[test]
fn who_cannot_be_placed_sends_no_standing() {
    let answers = Answers::of(&SET_2, |question| (question < 48).then_some(Response::ALL[question * 7 % 5]));
    let scored = Session::default().handle(ToWorker::Score { run: RunId(1), answers });
    let FromWorker::Scored { score, .. } = scored.message else { panic!("{scored:?}") };
    assert!(!score.is_placed());
    let root = "https://example.org/".to_owned();
    let request = ShareRequest { root, preview_pages: true, ..ShareRequest::of(&score, answers, None) };
    assert!(request.link().starts_with("https://example.org/#u2."), "{}", request.link());
    let (texts, _) = texts(request);
    assert!(!texts.text.contains("further out") && !texts.alt.contains("further out"), "{texts:?}");
}
