//! Connection to a worker: requests in order, replies, and what follows when it dies.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use super::document::{listen, report_lost};
use crate::protocol::{Message, Reply, Request, RunId, ToWorker, decode, encode};
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

/// What a loader says of files that did not come, see `src/loader.js`.
const NOT_LOADED: &str = "it could not be loaded";

/// How long last words may be on their way, when the error that followed them is there already.
const LAST_WORDS: Duration = Duration::from_millis(200);

/// What to do with an answer.
type Then<R> = Box<dyn FnOnce(Reply<<R as Request>::Reply>)>;

/// The line to the worker. It answers every message once and in order, so answers need no address; who hangs up
/// early ([`WorkerLink::close`]) hears no more. A worker that died is started again by the next question.
pub struct WorkerLink<R: Request = ToWorker>(Rc<RefCell<Line<R>>>);

impl<R: Request> Clone for WorkerLink<R> {
    fn clone(&self) -> Self {
        WorkerLink(self.0.clone())
    }
}

struct Line<R: Request> {
    url: String,
    worker: Option<Worker>,
    /// Messages posted before the worker listens would be lost.
    ready: bool,
    unsent: Vec<Vec<u8>>,
    waiting: VecDeque<Waiting<R>>,
    last_run: u32,
    last_words: Option<String>,
    /// Whether it is listened for, and how often in a row it was silent.
    listening: bool,
    silent: u32,
    on_other_version: Rc<dyn Fn()>,
}

struct Waiting<R: Request> {
    run: Option<RunId>,
    then: Option<Then<R>>,
}

impl<R: Request + 'static> WorkerLink<R> {
    /// A line to the worker at `url`; `on_other_version` is called when page and worker do not understand each other.
    pub fn new(url: String, on_other_version: impl Fn() + 'static) -> Self {
        let link = WorkerLink(Rc::new(RefCell::new(Line {
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
        })));
        let late = link.clone();
        listen("controlled", move |_| late.restart_if_loading());
        link
    }

    /// Restarts a worker that is still loading: its script may have been requested from a service worker that has since been
    /// replaced, and Chromium never answers some of these requests.
    fn restart_if_loading(&self) {
        let loading = {
            let mut line = self.0.borrow_mut();
            if line.ready { None } else { line.worker.take() }
        };
        if let Some(worker) = loading {
            // Events that are on their way already would be taken for the new worker's.
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
            self.spawn();
        }
    }

    /// A name for a new stretch of work.
    pub fn new_run(&self) -> RunId {
        let mut line = self.0.borrow_mut();
        line.last_run += 1;
        RunId(line.last_run)
    }

    /// Asks; the answer goes to `then`. A worker that cannot be had or dies answers `Refused`.
    pub fn ask(&self, message: &R, then: impl FnOnce(Reply<R::Reply>) + 'static) {
        self.send(message, Some(Box::new(then)));
    }

    /// Gives a run up: its pending answers are dropped, and the worker forgets it.
    pub fn close(&self, run: RunId) {
        for waiting in self.0.borrow_mut().waiting.iter_mut().filter(|waiting| waiting.run == Some(run)) {
            waiting.then = None;
        }
        if self.0.borrow().worker.is_some() {
            self.send(&R::close(run), None);
        }
    }

    fn send(&self, message: &R, then: Option<Then<R>>) {
        if self.0.borrow().worker.is_none() {
            self.spawn();
        }
        let mut line = self.0.borrow_mut();
        line.waiting.push_back(Waiting { run: message.run(), then });
        let bytes = encode(message);
        match (&line.worker, line.ready) {
            (Some(worker), true) => self.post(worker, &bytes),
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
        // A worker runs as long as the page or dies with an error, so its two handlers may be left to it.
        let link = self.clone();
        let heard =
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| link.heard(&event.data()));
        worker.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
        let link = self.clone();
        let failed = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            // A script that does not load gives an event without a message.
            let said = js_sys::Reflect::get(&event, &"message".into()).ok().and_then(|said| said.as_string());
            let said = said.unwrap_or_else(|| NOT_LOADED.to_owned());
            // Its last words were sent before the error, but may come after it.
            let link = link.clone();
            set_timeout(move || link.died(&said), LAST_WORDS);
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
        match reply_of::<R::Reply>(data) {
            Some(reply) if reply.message.is_ready() => {
                let mut line = self.0.borrow_mut();
                line.ready = true;
                let unsent = std::mem::take(&mut line.unsent);
                if let Some(worker) = &line.worker {
                    unsent.iter().for_each(|bytes| self.post(worker, bytes));
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

    fn post(&self, worker: &Worker, bytes: &[u8]) {
        // Copying a few dozen bytes cannot fail; a browser that refuses all the same has no worker for us.
        if let Err(error) = worker.post_message(&Uint8Array::from(bytes)) {
            web_sys::console::error_1(&error);
            let link = self.clone();
            leptos::prelude::queue_microtask(move || link.died("it cannot be asked"));
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
        if words == NOT_LOADED {
            report_lost(module_of(&self.0.borrow().url));
        }
        let sentence = format!("the engine stopped ({words}). it starts afresh when you try again.");
        for Waiting { run, then } in waiting {
            if let Some(then) = then {
                then(R::Reply::refused(run, sentence.clone()).into());
            }
        }
    }
}

/// The module that a loader's address names.
fn module_of(url: &str) -> &str {
    url.split_once("module=").map_or("", |(_, rest)| rest.split('&').next().unwrap_or_default())
}

/// A message from the worker: bytes, then arrays.
fn reply_of<M: Message>(data: &JsValue) -> Option<Reply<M>> {
    let parts: &Array = data.dyn_ref()?;
    let bytes: Uint8Array = parts.get(0).dyn_into().ok()?;
    let message = decode(&bytes.to_vec()).ok()?;
    let arrays = (1..parts.length()).map(|at| Some(parts.get(at).dyn_into::<Float32Array>().ok()?.to_vec()));
    Some(Reply { message, arrays: arrays.collect::<Option<_>>()? })
}
