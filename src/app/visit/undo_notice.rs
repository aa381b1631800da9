//! Notice with which an answer can be taken back.
//!
//! It never takes the focus, and it never goes away under a finger, a pointer or the focus. A visitor who misses it can
//! go back.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::choices::words;
use super::visitor::Visitor;
use crate::app::parts::{Live, follow};

/// How long it stays, and how much longer while somebody is at it.
const STAYS: Duration = Duration::from_secs(7);

/// The note, hidden; it comes after the answers, so that the tab key finds it there.
pub(super) const TOAST: &str =
    r#"<div class="toast" hidden><span></span> <button data-action="undo">undo</button></div>"#;

/// Keeps the note: there after a choice, gone after a while.
pub(super) fn keep_toast(visitor: Visitor, live: &Live) {
    live.on("[data-action=undo]", "click", move |_| visitor.undo());
    live.text(".toast span", move || {
        visitor.chosen.get().map(|chosen| words(chosen.choice).to_owned()).unwrap_or_default()
    });
    let Some(toast) = live.find(".toast") else { return };
    let count = Rc::new(Cell::new(0u32));
    follow(Box::new(move || {
        let chosen = visitor.chosen.get();
        toast.set_hidden(chosen.is_none());
        count.set(count.get().wrapping_add(1));
        if chosen.is_some() {
            end_later(visitor, toast.clone(), count.clone(), count.get());
        }
    }));
}

/// Takes the note away after a while, unless another came meanwhile.
fn end_later(visitor: Visitor, toast: HtmlElement, count: Rc<Cell<u32>>, mine: u32) {
    set_timeout(
        move || {
            if count.get() != mine || !toast.is_connected() {
                return;
            }
            if toast.matches(":hover, :focus-within").unwrap_or(false) {
                end_later(visitor, toast, count, mine);
            } else {
                visitor.chosen.set(None);
            }
        },
        STAYS,
    );
}
