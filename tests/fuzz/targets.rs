//! Targets of fuzzing, and what has to hold for any input.

use std::cell::RefCell;

use link::{self, Link, encode_world, read_world};
use normie_descent::protocol::{
    FromWorker, LabPlane, LabRequest, LabWho, LabYou, LandingReply, LandingRequest, Message, Reply, Request,
    RunId, ToWorker, VERSION, decode, encode,
};
use normie_descent::session::{LandingSession, Session};
use perplexity::item_bank::KEYS;
use perplexity::likeness::Likeness;
use quiz::questionnaire::{Answers, Response, SET_2};
use quiz::quiz_session::{ItemChoice, QuizSession, Stage, StoredSession, parse_session, serialize_session};
use serde::{Deserialize, Serialize};
use settings::{LabWorld, Preset, Setting};
use survey::ResponseTable;

use super::appetite::modest;

/// Something that is fed with foreign input.
pub(crate) struct Target {
    /// Its name, and that of its folder in `tests/corpus/`.
    pub name: &'static str,
    /// Feeds it; panics when the input does harm.
    pub run: fn(&[u8]),
    /// Inputs that it understands.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// What stands behind the `#` of an address, or is pasted.
pub(crate) const LINKS: Target = Target { name: "links", run: read_link, seeds: links };
/// Bytes where page and worker expect a message.
pub(crate) const MESSAGES: Target = Target { name: "messages", run: read_message, seeds: messages };
/// Messages of any content, in any order; each is one byte that says how long it is, and its bytes.
pub(crate) const CONVERSATIONS: Target =
    Target { name: "conversations", run: converse, seeds: conversations };
/// The line that a browser keeps. What the visitor does next comes after a line end.
pub(crate) const STORAGE: Target = Target { name: "storage", run: read_storage, seeds: storage };
/// A table of answers, from a file.
pub(crate) const TABLES: Target = Target { name: "tables", run: read_table, seeds: tables };

/// An input, for people.
pub(crate) fn shown(input: &[u8]) -> String {
    input.escape_ascii().to_string()
}

fn read_link(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    modest(bytes, || {
        for read in [link::read(&text), link::read_pasted(&text)] {
            match read {
                Err(error) => assert!(error.to_string().contains(' '), "{error:?} is no sentence"),
                Ok(Link::Result(shared) | Link::Half { whole: shared, .. }) => {
                    assert_eq!(link::read(&link::encode(&shared)), Ok(Link::Result(shared)));
                }
                Ok(Link::Comparison(two)) => {
                    let code = link::encode_comparison([&two[0], &two[1]]);
                    assert_eq!(link::read(&code), Ok(Link::Comparison(two)));
                }
                Ok(Link::Summary(summary)) => {
                    assert_eq!(link::read(&summary.encode()), Ok(Link::Summary(summary)));
                }
                Ok(Link::Lab(code)) => {
                    if let Ok(lab) = read_world(&code) {
                        reread(&lab.world);
                    }
                }
                Ok(Link::Place(_)) => {}
            }
        }
        // The same text typed into one of the lab's controls.
        let mut world = LabWorld::default();
        for (name, value) in text.split('&').filter_map(|pair| pair.split_once('=')) {
            world.set(name, value);
            world.value(name);
        }
        reread(&world);
    });
}

/// A world that came out of a link is legal, and its own link says the same.
fn reread(world: &LabWorld) {
    let setting = &world.setting;
    setting.params.check().expect("links are read within the ranges");
    setting.mentor_model.check().expect("links are read within the ranges");
    setting.network.check().expect("links are read within the ranges");
    let code = encode_world(world);
    let Ok(Link::Lab(again)) = link::read(&code) else { panic!("{code} is not read as a world") };
    let again = read_world(&again).expect("it names seed, feed and dimensions");
    assert_eq!((&again.world, &again.notes[..]), (world, &[][..]), "{code}");
}

fn links() -> Vec<Vec<u8>> {
    let published = include_str!("../data/links.csv").lines().skip(1);
    let codes = published.filter_map(|line| line.split(',').next()).map(|code| code.as_bytes().to_vec());
    let presets = Preset::ALL.map(|preset| {
        let world = LabWorld::from(preset.setting());
        format!("https://example.org/#{}", encode_world(&world)).into_bytes()
    });
    let pasted =
        b"look: https://example.org/p/80/#r2.082H248H248H248H248H248000MVGKMMM1NHQ802 (mine)".to_vec();
    codes.chain(presets).chain([pasted]).collect()
}

fn read_message(bytes: &[u8]) {
    modest(bytes, || {
        same_again::<ToWorker>(bytes);
        same_again::<FromWorker>(bytes);
        same_again::<LandingRequest>(bytes);
        same_again::<LandingReply>(bytes);
    });
}

/// A message that was understood is understood again when it is passed on. (Compared as bytes: a number that is none
/// is not equal to itself.)
fn same_again<M: Serialize + for<'a> Deserialize<'a>>(bytes: &[u8]) {
    if let Ok(message) = decode::<M>(bytes) {
        let written = encode(&message);
        let again = decode::<M>(&written).expect("what was just written is of this version");
        assert_eq!(encode(&again), written);
    }
}

fn messages() -> Vec<Vec<u8>> {
    let mut session = Session::default();
    let asked = spoken().into_iter().flatten();
    let of_engine = asked
        .flat_map(|message| [encode(&message), encode(&session.handle(message).message)])
        .collect::<Vec<_>>();
    let mut landing = LandingSession::default();
    let of_landing = spoken_by_landing()
        .into_iter()
        .flat_map(|request| [encode(&request), encode(&landing.handle(&request).message)]);
    of_engine.into_iter().chain(of_landing).collect()
}

thread_local! {
    /// One for all conversations: its crowd takes a while to make, and stays as it is.
    static SESSION: RefCell<Session> = RefCell::default();
}

/// Most messages of a conversation.
const MESSAGES_AT_MOST: usize = 24;

fn converse(bytes: &[u8]) {
    SESSION.with_borrow_mut(|session| {
        let mut runs = vec![];
        for message in heard::<ToWorker>(bytes).into_iter().take(MESSAGES_AT_MOST) {
            runs.extend(ToWorker::run(&message));
            let message = small(message);
            let reply = session.handle(message.clone());
            if let FromWorker::Refused { sentence, .. } = &reply.message {
                assert!(sentence.contains(' '), "{sentence:?} is no sentence");
            }
            check_reply(&message, &reply);
        }
        for run in runs {
            session.handle(ToWorker::Close { run });
        }
    });
    let mut landing = LandingSession::default();
    for request in heard::<LandingRequest>(bytes).into_iter().take(MESSAGES_AT_MOST) {
        let reply = landing.handle(&request);
        if let LandingReply::Refused { sentence, .. } = &reply.message {
            assert!(sentence.contains(' '), "{sentence:?} is no sentence");
        }
        check_reply(&request, &reply);
    }
}

/// A reply has finite numbers and is understood.
fn check_reply<R: std::fmt::Debug, M: Message>(request: &R, reply: &Reply<M>) {
    assert!(reply.arrays.iter().flatten().all(|x| x.is_finite()), "{request:?} asked for numbers");
    same_again::<M>(&encode(&reply.message));
}

/// The messages that bytes hold: each has a byte in front that says how long it is.
fn heard<R: Request>(mut bytes: &[u8]) -> Vec<R> {
    let mut heard = Vec::new();
    while let Some((&length, rest)) = bytes.split_first() {
        let (message, rest) = rest.split_at(usize::from(length).min(rest.len()));
        heard.extend(decode(&[&[VERSION], message].concat()));
        bytes = rest;
    }
    heard
}

/// The same message, about a world that is made in a moment: large ones are legal, and take their time.
fn small(mut message: ToWorker) -> ToWorker {
    if let ToWorker::Lab { ask: LabRequest::Open { setting, .. }, .. } = &mut message
        && drift::World::check_size(setting.people, setting.dims, &setting.params).is_ok()
    {
        setting.people = setting.people.min(120);
        setting.dims = setting.dims.min(48);
    }
    message
}

fn conversations() -> Vec<Vec<u8>> {
    let of_engine =
        spoken().iter().map(|messages| messages.iter().map(said).collect::<Vec<_>>().concat()).collect();
    [of_engine, vec![spoken_by_landing().iter().map(said).collect::<Vec<_>>().concat()]].concat()
}

/// A message with a byte in front that says how long it is.
fn said<R: Request>(message: &R) -> Vec<u8> {
    let bytes = encode(message);
    let length = u8::try_from(bytes.len() - 1).expect("messages to workers are short");
    [&[length], &bytes[1..]].concat()
}

/// What the landing says to its worker.
fn spoken_by_landing() -> Vec<LandingRequest> {
    let run = RunId(1);
    vec![
        LandingRequest::Open { run, seed: 1 },
        LandingRequest::Place { run, point: [3.0, -1.0] },
        LandingRequest::Advance { run, days: 30 },
        LandingRequest::Close { run },
    ]
}

/// What pages say to the engine.
fn spoken() -> Vec<Vec<ToWorker>> {
    let run = RunId(1);
    let answers = Answers::of(&SET_2, |question| Response::new(question % 6).filter(|_| question % 3 == 0));
    let lab = |ask| ToWorker::Lab { run, ask };
    let days = LabRequest::Advance { days: 30 };
    let open = |preset: Preset| {
        let setting = Box::new(Setting { people: 100, ..preset.setting() });
        let you = Box::new(LabYou { who: LabWho::Answers(answers), ..LabYou::default() });
        lab(LabRequest::Open { setting, plane: LabPlane::Components, you })
    };
    let mut spoken = vec![
        vec![
            ToWorker::Prepare,
            ToWorker::Score { run, answers },
            ToWorker::Another { run, nth: 7 },
            ToWorker::Compare {
                run,
                answers: [
                    answers,
                    Answers::of(&SET_2, |question| Response::new(1).filter(|_| question < 24)),
                ],
            },
            ToWorker::OpenYear { run, answers },
            ToWorker::AdvanceYear { run, days: 30 },
            ToWorker::Close { run },
        ],
        vec![
            open(Preset::TwoAxes),
            lab(days.clone()),
            lab(days.clone()),
            lab(days.clone()),
            lab(LabRequest::RotatePlane { plane: LabPlane::Beliefs(0, 1) }),
            lab(LabRequest::SetParams { params: Box::default() }),
            lab(LabRequest::SetObserver { you: Box::default() }),
            lab(LabRequest::Place { spot: [0.5, -0.5] }),
            lab(LabRequest::Inspect { person: None, said: true }),
            lab(LabRequest::Table { from: 0 }),
        ],
    ];
    spoken.extend(Preset::ALL.map(|preset| {
        let slices = (0..4).map(|_| lab(days.clone()));
        [open(preset)].into_iter().chain(slices).collect()
    }));
    spoken
}

/// The moment at which everything is read, seconds since 1970.
const NOW: u64 = 1_764_000_000;

fn read_storage(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (line, then) = text.split_once('\n').unwrap_or((&text, ""));
    let kept = modest(bytes, || parse_session(line, NOW));
    let Some(mut session) = kept.session() else { return };
    let likeness = Likeness::default();
    for letter in then.chars().take(64) {
        act(&likeness, &mut session, letter);
        assert_eq!(parse_session(&serialize_session(&session, NOW), NOW), StoredSession::Session(session));
    }
    assert_eq!(parse_session(&serialize_session(&session, NOW), NOW), StoredSession::Session(session));
}

/// What a visitor can do, by a letter.
fn act(likeness: &Likeness, session: &mut QuizSession, letter: char) {
    let place = match session.stage() {
        Stage::Asking(place) => place,
        _ => 0,
    };
    assert!(session.unmet() <= session.goal() && place < session.order().len(), "{session:?}");
    match letter {
        '1'..='5' => {
            session.choose(likeness, place, ItemChoice::Shown(Response::ALL[letter as usize - '1' as usize]));
        }
        'p' => {
            session.choose(likeness, place, ItemChoice::Pass);
        }
        'u' => {
            let before = *session;
            let chosen = session.choose(likeness, place, ItemChoice::Pass);
            session.undo(chosen);
            assert_eq!((session.stage(), session.answers()), (Stage::Asking(place), before.answers()));
        }
        'b' => session.back(),
        's' => session.sharpen(likeness),
        'f' => session.finish(),
        _ => session.go_on(),
    }
}

fn storage() -> Vec<Vec<u8>> {
    let likeness = Likeness::default();
    let mut session = QuizSession::of(&SET_2, 29_573);
    let mut lines = vec![format!("{}\n12345pppbbu", serialize_session(&session, NOW))];
    session.begin(Some(5));
    for letter in "12345p1p2u3b4512g345123451234s51f".chars() {
        act(&likeness, &mut session, letter);
        lines.push(format!("{}\n1p2u3b45g", serialize_session(&session, NOW)));
    }
    lines.into_iter().map(String::into_bytes).collect()
}

fn read_table(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match modest(bytes, || ResponseTable::read(&text)) {
        Err(error) => assert!(error.to_string().contains(' '), "{error:?} is no sentence"),
        Ok(sheet) => {
            let columns = sheet.items.len();
            assert!(sheet.people.iter().all(|person| person.len() == columns), "{sheet:?}");
            let counted: usize = (0..columns).flat_map(|column| sheet.counts(column)).sum();
            assert_eq!(counted, sheet.people.iter().flatten().flatten().count());
        }
    }
}

fn tables() -> Vec<Vec<u8>> {
    let heading = |items: usize| KEYS[..items].join(",");
    let rows = |items: usize, cells: &[&str]| -> String {
        let row = |nth: usize| {
            (0..items).map(|item| cells[(nth + item) % cells.len()]).collect::<Vec<_>>().join(",")
        };
        (0..5).map(|nth| format!("{}\n", row(nth))).collect()
    };
    let small = format!("{}\n{}", heading(4), rows(4, &["1", "5", "", "3"]));
    let whole =
        format!("\u{feff}{}\r\n{}", heading(KEYS.len()), rows(KEYS.len(), &["11", "2", "1", "", "10"]));
    let quoted = format!("\"{}\",\"{}\"\n\"1\",\" 2\"\n\n,\n", KEYS[0], KEYS[1]);
    [small, whole, quoted].map(String::into_bytes).to_vec()
}

/// Whether every target understands what it begins with: else its mutants would be noise.
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_understands_what_it_begins_with() {
        let text = |bytes: &Vec<u8>| String::from_utf8(bytes.clone()).expect("it is text");
        let understood = links().iter().filter(|link| link::read_pasted(&text(link)).is_ok()).count();
        assert!(understood > 15 + Preset::ALL.len(), "{understood} links");
        for bytes in messages() {
            let of_engine = decode::<ToWorker>(&bytes).is_ok() || decode::<FromWorker>(&bytes).is_ok();
            let of_landing =
                decode::<LandingRequest>(&bytes).is_ok() || decode::<LandingReply>(&bytes).is_ok();
            assert!(of_engine || of_landing);
        }
        for (bytes, messages) in conversations().iter().zip(spoken()) {
            assert_eq!(heard::<ToWorker>(bytes), messages);
        }
        let of_landing = conversations().pop().expect("there are some");
        assert_eq!(heard::<LandingRequest>(&of_landing), spoken_by_landing());
        for line in storage() {
            assert!(
                parse_session(text(&line).split('\n').next().unwrap_or_default(), NOW).session().is_some(),
                "{line:?}"
            );
        }
        for table in tables() {
            assert!(ResponseTable::read(&text(&table)).is_ok(), "{table:?}");
        }
    }
}
