//! How does the page talk to its painter? A worker of its own, fetched when somebody wants to share.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use crate::card::ToPainter;
use crate::protocol::encode;
use js_sys::Uint8Array;
use leptos::prelude::set_timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// How often a painter who owes an answer is listened for: sleep of the whole machine counts as one time at most.
const LISTEN: Duration = Duration::from_secs(5);

/// How often they may be silent, for browsers end workers without a word: a minute; a card takes a second or two. Or
/// five, while they still have to be fetched.
const SILENT: u32 = 12;
const SILENT_LOADING: u32 = 60;

/// The line to the painter. Questions are answered one after the other, in order.
#[derive(Clone)]
pub struct PainterLink(Rc<RefCell<Line>>);

type Then = Box<dyn FnOnce(Option<JsValue>)>;

struct Line {
    worker: Worker,
    waiting: VecDeque<Then>,
    /// How many questions have been answered.
    answered: u32,
    dead: bool,
}

impl PainterLink {
    /// Sends for the painter; `came` gets the first words, the sheet as HTML. Nothing if this browser starts no workers.
    pub fn open(url: &str, came: impl FnOnce(Option<JsValue>) + 'static) -> Option<PainterLink> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(url, &options).ok()?;
        let waiting = VecDeque::from([Box::new(came) as Then]);
        let line = Line { worker: worker.clone(), waiting, answered: 0, dead: false };
        let link = PainterLink(Rc::new(RefCell::new(line)));
        // The worker ends with the page, so its two handlers may be left to it.
        let heard = link.clone();
        let heard =
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| heard.heard(event.data()));
        worker.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
        let failed = link.clone();
        let failed = Closure::<dyn Fn(Event)>::new(move |_| failed.failed());
        worker.set_onerror(Some(failed.into_js_value().unchecked_ref()));
        link.listen(0, SILENT_LOADING);
        Some(link)
    }

    /// Asks a painter who has come; `then` gets the reply, or nothing when there is none to be had.
    pub fn ask(&self, message: &ToPainter, then: impl FnOnce(Option<JsValue>) + 'static) {
        if self.0.borrow().dead {
            return then(None);
        }
        let mut line = self.0.borrow_mut();
        self.listen(line.answered + line.waiting.len() as u32, SILENT);
        line.waiting.push_back(Box::new(then));
        // Copying some kilobytes cannot fail; if it ever did, the console says why.
        if let Err(error) = line.worker.post_message(&Uint8Array::from(&encode(message)[..])) {
            web_sys::console::error_1(&error);
        }
    }

    /// Whether the `nth` question has been answered, and if it never is, gives the painter up.
    fn listen(&self, nth: u32, left: u32) {
        let link = self.clone();
        set_timeout(
            move || {
                let line = link.0.borrow();
                let owes = !line.dead && !line.waiting.is_empty() && line.answered <= nth;
                drop(line);
                match left {
                    _ if !owes => {}
                    0 => link.failed(),
                    left => link.listen(nth, left - 1),
                }
            },
            LISTEN,
        );
    }

    /// Sends the painter away.
    pub fn close(&self) {
        let mut line = self.0.borrow_mut();
        line.worker.terminate();
        line.waiting.clear();
    }

    fn heard(&self, reply: JsValue) {
        // Borrowed no longer than this line: `then` may well ask again.
        let then = {
            let mut line = self.0.borrow_mut();
            line.answered += 1;
            line.waiting.pop_front()
        };
        if let Some(then) = then {
            then(Some(reply).filter(|reply| !reply.is_null()));
        }
    }

    fn failed(&self) {
        let waiting = {
            let mut line = self.0.borrow_mut();
            line.dead = true;
            line.worker.terminate();
            std::mem::take(&mut line.waiting)
        };
        waiting.into_iter().for_each(|then| then(None));
    }
}
