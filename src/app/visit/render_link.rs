//! Connection to the worker that renders share cards, which is loaded when somebody shares.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use crate::protocol::encode;
use crate::render_worker::RenderRequest;
use js_sys::Uint8Array;
use leptos::prelude::{queue_microtask, set_timeout};
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::app::document::{listen, report_lost};
use crate::app::optional::property;

/// Interval at which a renderer that has not replied is checked: sleep of the whole machine counts as one interval at most.
const LISTEN: Duration = Duration::from_secs(5);

/// How often they may be silent, for browsers end workers without a word: a minute; a card takes a second or two. Or
/// five, while they still have to be fetched.
const SILENT: u32 = 12;
const SILENT_LOADING: u32 = 60;

/// How long last words may be on their way, when the error that followed them is there already.
const LAST_WORDS: Duration = Duration::from_millis(200);

/// Why the renderer does not reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RenderFailure {
    /// The browser starts no workers.
    NotStarted,
    /// Its files did not come.
    NotLoaded,
    /// It has said nothing for too long.
    Silent,
    /// It stopped with these words.
    Broke(String),
    /// It does not understand the page, or the page does not understand it.
    OtherVersion,
}

impl RenderFailure {
    /// The failure in the page's words.
    pub(super) fn sentence(&self) -> String {
        match self {
            RenderFailure::NotStarted => "this browser would not start the part that draws.".to_owned(),
            RenderFailure::NotLoaded => {
                "the part that draws did not load. the network may have blinked.".to_owned()
            }
            RenderFailure::Silent => "the part that draws says nothing any more.".to_owned(),
            RenderFailure::Broke(words) => {
                format!("the part that draws broke ({words}). your answers are still here.")
            }
            RenderFailure::OtherVersion => {
                "the part that draws is of another version. reload the page.".to_owned()
            }
        }
    }
}

/// Reply of the renderer.
pub(super) type RenderReply = Result<JsValue, RenderFailure>;

/// Connection to the renderer. Requests are answered one after the other, in order.
#[derive(Clone)]
pub(super) struct RenderLink(Rc<RefCell<Line>>);

type Then = Box<dyn FnOnce(RenderReply)>;

struct Line {
    url: String,
    worker: Worker,
    waiting: VecDeque<Then>,
    /// Number of requests that have been answered.
    answered: u32,
    /// Message of the panic that stopped the renderer.
    last_words: Option<String>,
    dead: Option<RenderFailure>,
}

impl RenderLink {
    /// Starts the renderer; `came` gets the first reply, the share sheet as HTML.
    ///
    /// # Errors
    /// When this browser starts no workers; `came` is not called then.
    pub(super) fn open(
        url: &str,
        came: impl FnOnce(RenderReply) + 'static,
    ) -> Result<RenderLink, RenderFailure> {
        let waiting = VecDeque::from([Box::new(came) as Then]);
        let url = url.to_owned();
        let line = Line { worker: started(&url)?, url, waiting, answered: 0, last_words: None, dead: None };
        let link = RenderLink(Rc::new(RefCell::new(line)));
        link.hear();
        link.listen(0, SILENT_LOADING);
        let late = link.clone();
        listen("controlled", move |_| late.restart_if_loading());
        Ok(link)
    }

    /// Restarts a worker that is still loading, for the reason given at `WorkerLink::restart_if_loading`.
    fn restart_if_loading(&self) {
        {
            let mut line = self.0.borrow_mut();
            if line.answered > 0 || line.dead.is_some() || line.waiting.is_empty() {
                return;
            }
            let Ok(worker) = started(&line.url) else { return };
            let loading = std::mem::replace(&mut line.worker, worker);
            loading.set_onmessage(None);
            loading.set_onerror(None);
            loading.terminate();
        }
        self.hear();
    }

    /// Listens to the worker. It ends with the page, so its two handlers may be left to it.
    fn hear(&self) {
        let worker = self.0.borrow().worker.clone();
        let link = self.clone();
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| link.heard(event.data()));
        worker.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
        let link = self.clone();
        let failed = Closure::<dyn Fn(Event)>::new(move |event: Event| link.stopped(&event));
        worker.set_onerror(Some(failed.into_js_value().unchecked_ref()));
    }

    /// Sends a request to a renderer that has been loaded; `then` gets the reply, or why there is none.
    pub(super) fn ask(&self, message: &RenderRequest, then: impl FnOnce(RenderReply) + 'static) {
        let dead = self.0.borrow().dead.clone();
        if let Some(why) = dead {
            return then(Err(why));
        }
        let mut line = self.0.borrow_mut();
        self.listen(line.answered + line.waiting.len() as u32, SILENT);
        line.waiting.push_back(Box::new(then));
        if let Err(error) = line.worker.post_message(&Uint8Array::from(&encode(message)[..])) {
            web_sys::console::error_1(&error);
            let link = self.clone();
            queue_microtask(move || link.failed(RenderFailure::Broke("it cannot be asked".to_owned())));
        }
    }

    /// Checks whether the `nth` request has been answered, and fails after `left` more intervals without a reply.
    fn listen(&self, nth: u32, left: u32) {
        let link = self.clone();
        set_timeout(
            move || {
                let line = link.0.borrow();
                let owes = line.dead.is_none() && !line.waiting.is_empty() && line.answered <= nth;
                drop(line);
                match left {
                    _ if !owes => {}
                    0 => link.failed(RenderFailure::Silent),
                    left => link.listen(nth, left - 1),
                }
            },
            LISTEN,
        );
    }

    /// Ends the renderer.
    pub(super) fn close(&self) {
        let mut line = self.0.borrow_mut();
        line.worker.terminate();
        line.waiting.clear();
    }

    fn heard(&self, reply: JsValue) {
        if let Some(error) = reply.dyn_ref::<js_sys::Error>() {
            self.0.borrow_mut().last_words = Some(error.message().into());
            return;
        }
        // Borrowed no longer than this line: `then` may well ask again.
        let then = {
            let mut line = self.0.borrow_mut();
            line.answered += 1;
            line.waiting.pop_front()
        };
        if let Some(then) = then {
            then(if reply.is_null() { Err(RenderFailure::OtherVersion) } else { Ok(reply) });
        }
    }

    /// The worker has ended with an error. Its last words were sent before that, but may come after it.
    fn stopped(&self, event: &Event) {
        let said = property(event, "message").and_then(|said| said.as_string()).unwrap_or_default();
        let link = self.clone();
        set_timeout(move || link.ended(&said), LAST_WORDS);
    }

    /// What a worker died of. An error without a message is a file that did not come, and so is the loader's own.
    fn ended(&self, said: &str) {
        let last_words = self.0.borrow_mut().last_words.take();
        self.failed(match last_words {
            Some(words) => RenderFailure::Broke(words),
            None if said.is_empty() || said.contains("could not be loaded") => RenderFailure::NotLoaded,
            // A program without memory can say no more.
            None if said.contains("nreachable") => RenderFailure::Broke("it ran out of memory".to_owned()),
            None => RenderFailure::Broke(said.trim_start_matches("Uncaught ").to_owned()),
        });
    }

    fn failed(&self, why: RenderFailure) {
        if why == RenderFailure::NotLoaded {
            report_lost("card");
        }
        let waiting = {
            let mut line = self.0.borrow_mut();
            line.dead = Some(why.clone());
            line.worker.terminate();
            std::mem::take(&mut line.waiting)
        };
        waiting.into_iter().for_each(|then| then(Err(why.clone())));
    }
}

/// A worker that is being loaded.
fn started(url: &str) -> Result<Worker, RenderFailure> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(url, &options).map_err(|_| RenderFailure::NotStarted)
}
