//! Share cards: what they show, and what they must not reveal.

use link::{Link, Summary, decode, read};
use normie_descent::protocol::{FromWorker, RunId, ToWorker};
use normie_descent::render_worker::{RenderReply, RenderRequest, RenderWorker, ShareRequest, ShareTexts};
use normie_descent::session::Session;
use picture::card::{Card, Format, Part, Preview, Rarity, preview};
use picture::chart::Palette;
use quiz::cluster_names::Prototype;
use quiz::explanation::{Clause, Explanation, SentenceOpening};
use quiz::questionnaire::{Answers, Response, SET_1, Side};

fn card() -> Card {
    Card {
        set: 1,
        seconds: Some([14, 4]),
        sentence: vec![Part::Text("basically ".to_owned()), Part::Redacted { letters: 24 }],
        perplexity: ["one in 72".to_owned(), "one in 18".to_owned()],
        further_than: Some([70, 92]),
        rarities: [vec![Rarity::Rare; 8], vec![Rarity::Common; 8], vec![Rarity::Passed; 8]],
        crowd: (0..4000).map(|at| ((at * 37 % 101) as f32 - 50.0) / 25.0).collect(),
        you: Some([0.5, 0.5]),
        site: "example.org".to_owned(),
    }
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
fn only_the_star_and_its_word_are_hot() {
    let (_, with) = opened(&card().draw(Format::Wide));
    let (_, without) = opened(&Card { you: None, ..card() }.draw(Format::Wide));
    assert!(hot(&with) > 300, "{}", hot(&with));
    assert_eq!(hot(&without), 0);
}

#[test]
fn somebody_far_off_the_map_still_stands_on_it() {
    for you in [[50.0, 50.0], [-50.0, -50.0], [50.0, -50.0]] {
        let (_, pixels) = opened(&Card { you: Some(you), ..card() }.draw(Format::Wide));
        assert!(hot(&pixels) > 300, "{you:?}");
    }
}

#[test]
fn a_card_without_a_crowd_or_with_an_endless_sentence_can_be_drawn() {
    let endless = vec![Part::Text("and so on ".repeat(200)), Part::Redacted { letters: u16::MAX }];
    for card in [Card { crowd: Vec::new(), ..card() }, Card { sentence: endless, ..card() }] {
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
    for words in ["14 seconds", "takes 4", "one in 72", "70 to 92 of 100", "8 are rare and 0 uncommon"] {
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

/// "basically the TPOT crowd, except they would leave incomes alone.", or welcome more newcomers: as many words, and
/// letters enough for the same bar.
fn explanation(welcoming: bool) -> Explanation {
    let side = Side { question: u8::from(welcoming), upper: false };
    let clause = Clause { side, exception: true, bits: 2.0, share: 0.2, left: 12 };
    Explanation {
        set: &SET_1,
        opening: SentenceOpening::Crowd(Prototype::Tpot),
        opening_bits: 1.0,
        opening_left: 300,
        clauses: vec![clause],
        remaining_bits: 3.0,
    }
}

fn request() -> ShareRequest {
    ShareRequest {
        answers: Answers::of(&SET_1, |_| Response::new(4)),
        guess: Some(5),
        bits: [6.17, 4.17],
        people: 10_000,
        further_than: Some([70, 92]),
        shares: (0..24).map(|q| (q, 0.3)).collect(),
        explanation: Some(explanation(false)),
        crowd: card().crowd,
        you: Some([0.5, 0.5]),
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
    mine.answers.put(3, Response::new(0));
    other.explanation = Some(explanation(true));
    let (first, file) = texts(mine);
    assert_eq!((first.clone(), file), texts(other), "other answers and words, the same numbers");
    assert!(first.link.starts_with("https://example.org/nd/p/80/#u1."), "{}", first.link);
    let code = first.link.split_once('#').expect("a fragment").1;
    let expected =
        Summary::new(&SET_1, 24, Some(5), Some([70, 92]), 6.17, Some(explanation(false).seconds()));
    assert_eq!(read(code), Ok(Link::Summary(expected)));
    for text in [&first.text, &first.plain] {
        assert!(
            text.ends_with(&first.link) && text.contains("4 seconds") && text.contains("one in 72"),
            "{text}"
        );
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
    let answers = decode("r1.010MQ9FPGZRCDA3EQS").expect("the link is whole").answers;
    let scored = Session::default().handle(ToWorker::Score { run: RunId(1), answers });
    let FromWorker::Scored { score, .. } = scored.message else { panic!("{scored:?}") };
    assert!(!score.is_placed());
    let root = "https://example.org/".to_owned();
    let request =
        ShareRequest { root, preview_pages: true, ..ShareRequest::of(&score, answers, None, 10_000) };
    assert!(request.link().starts_with("https://example.org/#u1."), "{}", request.link());
    let (texts, _) = texts(request);
    assert!(!texts.text.contains("further out") && !texts.alt.contains("further out"), "{texts:?}");
}
