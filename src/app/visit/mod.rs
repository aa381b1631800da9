//! The visit, from the first question to the link to a friend.
//!
//! The words of a screen are in the file that writes it:
//!
//! | screen, and its parts from top to bottom | file |
//! |---|---|
//! | which screen comes next | `stages` |
//! | guess | `index.html` (kept by `guess`) |
//! | questions; how much an answer leans; taking one back | `sheet`, `quiz`; `choices`; `undo_notice` |
//! | look now, or sharpen it? welcome back | `halfway_page` |
//! | reveal; its animation | `reveal`; `reveal_show` |
//! | result: headings, order of the parts, what is said of no answers | `result` |
//! | … the sentence, and who is left clause by clause | `sentence` |
//! | … perplexity, percentile range, what the bits are made of, sides guessed | `headline` |
//! | … the map of today, a year on the feed; what is said of a day; the levers; the map as a table | `year`; `year_words`; `levers`; `map_table` |
//! | … answer by answer | `answers` |
//! | … nearest neighbour, what not to believe, somebody else's sentence | `sample_people` |
//! | … what is shared | `share` |
//! | … ways on | `halfway_page` |
//! | what a friend sent | `shared` |
//! | comparison; with a friend's numbers only | `compare`, `comparison`; `summary_page` |
//!
//! Remarks and numbers in words come from `quiz::format`, sentences and names of clusters from `quiz::explanation`, the
//! words on a card from `picture::card`.

mod answers;
mod choices;
mod cloud_tracks;
mod compare;
mod comparison;
mod friend;
mod guess;
mod halfway_page;
mod headline;
mod levers;
mod map_table;
mod perspective;
mod prerendered;
mod quiz;
mod render_link;
mod result;
mod reveal;
mod reveal_show;
mod sample_people;
mod scoring;
mod sentence;
mod share;
mod shared;
mod sheet;
mod stages;
mod summary_page;
mod undo_notice;
mod visitor;
mod year;
mod year_words;
mod year_world;

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::HtmlElement;

use self::compare::compare;
use self::friend::{Friend, friend_of_tab};
use self::prerendered::Stills;
use self::scoring::Scored;
use self::shared::shared;
use self::stages::stages;
use self::visitor::Visitor;
use super::offline::keep_offline;
use super::parts::follow;
use super::route::Route;
use super::worker_link::WorkerLink;
use super::{begin, focus_top, line, palette_of_scheme, place_of_address};
use crate::protocol::{FromWorker, ToWorker};
use ::quiz::quiz_session::Stage;
use picture::chart::Palette;

/// What all screens of a visit share.
#[derive(Clone, Copy)]
pub struct VisitContext {
    /// The place the address names.
    pub place: RwSignal<Route>,
    /// The palette of the present colour scheme.
    pub palette: RwSignal<Palette>,
    /// What this visitor guessed and answered.
    pub visitor: Visitor,
    /// What a friend sent, to be compared; it waits in this tab.
    pub friend: RwSignal<Option<Friend>>,
    /// Number of simulated people who predict, once they exist.
    pub people: RwSignal<Option<u32>>,
    /// What the engine said last.
    pub scored: StoredValue<Option<Rc<Scored>>, LocalStorage>,
    /// The screens that the page contained before this program was loaded.
    pub stills: StoredValue<Stills>,
    worker: StoredValue<WorkerLink, LocalStorage>,
}

impl VisitContext {
    /// The connection to the engine's worker, which is fetched with the first request.
    pub fn worker(&self) -> WorkerLink {
        self.worker.get_value()
    }

    /// Has the quiz's crowd made ready, so that the result is quick.
    pub fn prepare(&self) {
        let people = self.people;
        if people.get_untracked().is_none() {
            self.worker().ask(&ToWorker::Prepare, move |reply| {
                if let FromWorker::Prepared { people: number } = reply.message {
                    people.set(Some(number));
                    keep_offline();
                }
            });
        }
    }
}

/// Starts the screens of a visit.
pub fn start() {
    begin("visit", |slot| {
        let visitor = Visitor::arrive();
        let app = VisitContext {
            place: place_of_address(),
            palette: palette_of_scheme(),
            visitor,
            friend: friend_of_tab(visitor),
            people: RwSignal::new(None),
            scored: StoredValue::new_local(None),
            stills: StoredValue::new(Stills::take()),
            worker: line("data-worker"),
        };
        // A visitor who asks to be forgotten does not mean only their own result.
        follow(Box::new(move || {
            if app.visitor.forgotten.get() {
                app.friend.set(None);
            }
        }));
        screens(app, slot);
        follow_titles(app);
    });
}

/// Writes the screen of each place into `slot`; what it kept up to date ends with it.
fn screens(app: VisitContext, slot: HtmlElement) {
    let place = Memo::new(move |_| app.place.get());
    follow(Box::new(move || {
        let place = place.get();
        match place {
            Route::Quiz => stages(app, &slot),
            Route::Compare => compare(app, &slot),
            Route::Sent(ref sent) => shared(app, &slot, (**sent).clone()),
            Route::Landing { .. } | Route::Lab(_) | Route::How { .. } => return slot.set_inner_html(""),
        }
        focus_top(place.name());
    }));
}

fn follow_titles(app: VisitContext) {
    let title = Memo::new(move |_| match (app.place.get(), app.visitor.stage()) {
        (Route::Landing { .. } | Route::Lab(_) | Route::How { .. }, _) => None,
        (Route::Quiz, Stage::Result) => Some("your perplexity \u{b7} normie descent".to_owned()),
        (place, _) => Some(place.title()),
    });
    follow(Box::new(move || {
        if let Some(title) = title.get() {
            document().set_title(&title);
        }
    }));
}
