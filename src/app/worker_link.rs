//! How does the page talk to its worker, and what happens when the worker dies?

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use crate::protocol::{FromWorker, Reply, RunId, ToWorker, decode, encode};
use js_sys::{Array, Float32Array, Uint8Array};
use leptos::prelude::set_timeout;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// How often a worker that owes an answer is listened for: sleep of the whole machine counts as one time at most.
const LISTEN: Duration = Duration::from_secs(5);

/// How often in a row it may be silent, for browsers end workers without a word: a minute, for no answer takes a quarter
/// as long on the slowest telephone; and five while it is still loading.
const SILENT: u32 = 12;
const SILENT_LOADING: u32 = 60;

/// What to do with an answer.
type Then = Box<dyn FnOnce(Reply)>;

/// The line to the worker. It answers every message once and in order, so answers need no address; who hangs up
/// early ([`WorkerLink::close`]) hears no more. A worker that died is started again by the next question.
#[derive(Clone)]
pub struct WorkerLink(Rc<RefCell<Line>>);

struct Line {
    url: String,
    worker: Option<Worker>,
    /// Messages posted before the worker listens would be lost.
    ready: bool,
    unsent: Vec<Vec<u8>>,
    waiting: VecDeque<Waiting>,
    last_run: u32,
    last_words: Option<String>,
    /// Whether it is listened for, and how often in a row it was silent.
    listening: bool,
    silent: u32,
    on_other_version: Rc<dyn Fn()>,
}

struct Waiting {
    run: Option<RunId>,
    then: Option<Then>,
}

impl WorkerLink {
    /// A line to the worker at `url`; `on_other_version` is told when page and worker do not understand each other.
    pub fn new(url: String, on_other_version: impl Fn() + 'static) -> WorkerLink {
        WorkerLink(Rc::new(RefCell::new(Line {
            url,
            worker: None,
            ready: false,
            unsent: Vec::new(),
            waiting: VecDeque::new(),
            last_run: 0,
            last_words: None,
            listening: false,
            silent: 0,
            on_other_version: Rc::new(on_other_version),
        })))
    }

    /// A name for a new stretch of work.
    pub fn new_run(&self) -> RunId {
        let mut line = self.0.borrow_mut();
        line.last_run += 1;
        RunId(line.last_run)
    }

    /// Asks; the answer goes to `then`. A worker that cannot be had or dies answers `Refused`.
    pub fn ask(&self, message: &ToWorker, then: impl FnOnce(Reply) + 'static) {
        self.send(message, Some(Box::new(then)));
    }

    /// Gives a run up: its pending answers are dropped, and the worker forgets it.
    pub fn close(&self, run: RunId) {
        for waiting in self.0.borrow_mut().waiting.iter_mut().filter(|waiting| waiting.run == Some(run)) {
            waiting.then = None;
        }
        if self.0.borrow().worker.is_some() {
            self.send(&ToWorker::Close { run }, None);
        }
    }

    fn send(&self, message: &ToWorker, then: Option<Then>) {
        if self.0.borrow().worker.is_none() {
            self.spawn();
        }
        let mut line = self.0.borrow_mut();
        line.waiting.push_back(Waiting { run: message.run(), then });
        let bytes = encode(message);
        match (&line.worker, line.ready) {
            (Some(worker), true) => post(worker, &bytes),
            _ => line.unsent.push(bytes),
        }
        if !line.listening {
            (line.listening, line.silent) = (true, 0);
            self.listen_in_a_while();
        }
    }

    fn listen_in_a_while(&self) {
        let link = self.clone();
        set_timeout(move || link.listen(), LISTEN);
    }

    /// Whether the worker is there at all.
    fn listen(&self) {
        let (owes, gone) = {
            let mut line = self.0.borrow_mut();
            line.silent += 1;
            let gone = line.silent >= if line.ready { SILENT } else { SILENT_LOADING };
            line.listening = !line.waiting.is_empty() && !gone;
            (!line.waiting.is_empty(), gone)
        };
        match (owes, gone) {
            (true, true) => self.died("it says nothing any more"),
            (true, false) => self.listen_in_a_while(),
            (false, _) => {}
        }
    }

    fn spawn(&self) {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let url = self.0.borrow().url.clone();
        let Ok(worker) = Worker::new_with_options(&url, &options) else {
            let link = self.clone();
            leptos::prelude::queue_microtask(move || link.died("this browser would not start it"));
            return;
        };
        // A worker lives as long as the page or dies with an error, so its two handlers may be left to it.
        let link = self.clone();
        let heard =
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| link.heard(&event.data()));
        worker.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
        let link = self.clone();
        let failed = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            // A script that does not load gives an event without a message.
            let said = js_sys::Reflect::get(&event, &"message".into()).ok().and_then(|said| said.as_string());
            link.died(said.as_deref().unwrap_or("it could not be loaded"));
        });
        worker.set_onerror(Some(failed.into_js_value().unchecked_ref()));
        let mut line = self.0.borrow_mut();
        line.worker = Some(worker);
        line.ready = false;
        line.last_words = None;
    }

    fn heard(&self, data: &JsValue) {
        self.0.borrow_mut().silent = 0;
        if let Some(words) = data.as_string() {
            self.0.borrow_mut().last_words = Some(words);
            return;
        }
        match reply_of(data) {
            Some(Reply { message: FromWorker::Ready, .. }) => {
                let mut line = self.0.borrow_mut();
                line.ready = true;
                let unsent = std::mem::take(&mut line.unsent);
                if let Some(worker) = &line.worker {
                    unsent.iter().for_each(|bytes| post(worker, bytes));
                }
            }
            Some(reply) => {
                // Borrowed no longer than this line: `then` may well ask again.
                let waiting = self.0.borrow_mut().waiting.pop_front();
                if let Some(then) = waiting.and_then(|waiting| waiting.then) {
                    then(reply);
                }
            }
            None => {
                let tell = self.0.borrow().on_other_version.clone();
                tell();
            }
        }
    }

    fn died(&self, said: &str) {
        let (waiting, words) = {
            let mut line = self.0.borrow_mut();
            if let Some(worker) = line.worker.take() {
                worker.terminate();
            }
            line.ready = false;
            line.unsent.clear();
            (std::mem::take(&mut line.waiting), line.last_words.take())
        };
        // Browsers say which kind of error it was; a program that panics says why, and one without memory cannot.
        let said = said.trim_start_matches("Uncaught ").trim_start_matches("Error: ");
        let said = if said.contains("nreachable") { "it ran out of memory" } else { said };
        let words = words.as_deref().unwrap_or(said);
        let sentence = format!("the engine stopped ({words}). it starts afresh when you try again.");
        for Waiting { run, then } in waiting {
            if let Some(then) = then {
                then(FromWorker::Refused { run, sentence: sentence.clone() }.into());
            }
        }
    }
}

fn post(worker: &Worker, bytes: &[u8]) {
    // Copying a few dozen bytes cannot fail; if it ever did, the visitor sees a question without an answer
    // and the console says why.
    if let Err(error) = worker.post_message(&Uint8Array::from(bytes)) {
        web_sys::console::error_1(&error);
    }
}

/// A message from the worker: bytes, then arrays.
fn reply_of(data: &JsValue) -> Option<Reply> {
    let parts: &Array = data.dyn_ref()?;
    let bytes: Uint8Array = parts.get(0).dyn_into().ok()?;
    let message = decode(&bytes.to_vec()).ok()?;
    let arrays = (1..parts.length()).map(|at| Some(parts.get(at).dyn_into::<Float32Array>().ok()?.to_vec()));
    Some(Reply { message, arrays: arrays.collect::<Option<_>>()? })
}
