//! What is sent to a friend, and only when the visitor says so? The sheet shows it, literally, before it goes.

use std::cell::RefCell;
use std::rc::Rc;

use crate::card::{Format, Sending, ToPainter, Told};
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::painter_link::PainterLink;
use crate::app::parts::{Live, MapPicture, Picture, can_send, copy, follow, send};
use crate::app::{root, root_attribute};

/// The offer to share, in `slot`; the painter comes when it is taken. The map is added as soon as it stands.
pub fn share(slot: &HtmlElement, sending: Sending, map: RwSignal<Option<MapPicture>, LocalStorage>) {
    let live = Live::write(slot, OFFER);
    let owner = Owner::current();
    let offer = live.clone();
    live.on("[data-action=share]", "click", move |_| {
        if let (Some(slot), Some(owner)) = (offer.find(".share-slot"), &owner) {
            owner.with(|| send_for_painter(Live::write(&slot, WAITING), sending.clone(), map));
        }
        hide(&offer, "[data-action=share]", true);
    });
}

const OFFER: &str = r#"<section class="part share" id="share"><h2>send it to somebody</h2>
    <p>a picture, a text, a link. you see all of it before it goes, and you choose how much it tells.</p>
    <p class="ways"><button class="button primary" data-action="share">show me what would be sent</button></p>
    <div class="share-slot"></div></section>"#;

const WAITING: &str = r#"<p class="share-said" role="status">unpacking the pens.</p>"#;

const BY_HAND: &str = r#"<label class="by-hand">the clipboard said no. here it is, selected:
    <textarea readonly rows="3"></textarea></label>"#;

const NOT_LOADED: &str =
    "the part that draws and writes did not load. the network may have blinked. reload, and try again.";

/// The sheet while it is open.
#[derive(Clone)]
struct Sheet {
    live: Live,
    painter: PainterLink,
    inside: Rc<RefCell<Inside>>,
}

struct Inside {
    sending: Sending,
    told: Told,
    card: Option<Picture>,
}

/// Has the painter come, who brings the sheet along.
fn send_for_painter(live: Live, mut sending: Sending, map: RwSignal<Option<MapPicture>, LocalStorage>) {
    sending.root = root();
    sending.shells = root_attribute("data-shells").is_some();
    let url = root_attribute("data-card").unwrap_or_default();
    let owner = Owner::current();
    let painter = Rc::new(RefCell::new(None::<PainterLink>));
    let (arriving, waiting) = (painter.clone(), live.clone());
    let came = PainterLink::open(&url, move |html| {
        let html = html.and_then(|html| html.as_string());
        let (Some(html), Some(owner), Some(painter)) = (html, owner, arriving.borrow().clone()) else {
            say(&waiting, NOT_LOADED);
            return;
        };
        let inside = Inside { sending, told: Told::default(), card: None };
        let sheet = Sheet { live: waiting.rewrite(&html), painter, inside: Rc::new(RefCell::new(inside)) };
        owner.with(|| sheet.open(map));
    });
    let Some(came) = came else {
        say(&live, NOT_LOADED);
        return;
    };
    let leaving = StoredValue::new_local(came.clone());
    on_cleanup(move || {
        leaving.try_with_value(PainterLink::close);
    });
    *painter.borrow_mut() = Some(came);
}

impl Sheet {
    fn open(self, map: RwSignal<Option<MapPicture>, LocalStorage>) {
        self.listen();
        follow(Box::new(move || {
            map.with(|map| {
                if let Some(map) = map {
                    let sending = &mut self.inside.borrow_mut().sending;
                    sending.crowd.clone_from(&map.crowd);
                    sending.you = map.way.first().copied();
                }
            });
            self.tell();
        }));
    }

    fn listen(&self) {
        hide(&self.live, "[data-action=send]", !can_send());
        if let Some(first) = self.live.find("input") {
            crate::app::focus(&first);
        }
        let sheet = self.clone();
        self.live.on(".share-sheet", "click", move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let button = target.and_then(|target| target.closest("[data-action]").ok().flatten());
            if let Some(action) = button.and_then(|button| button.get_attribute("data-action")) {
                sheet.act(&action);
            }
        });
        let sheet = self.clone();
        self.live.on(".share-sheet", "change", move |_| {
            let all =
                sheet.live.find("[value=answers]").and_then(|all| all.dyn_into::<HtmlInputElement>().ok());
            sheet.inside.borrow_mut().sending.with_answers = all.is_some_and(|all| all.checked());
            sheet.tell();
        });
    }

    /// Has everything written and drawn anew.
    fn tell(&self) {
        let message = ToPainter::Tell(Box::new(self.inside.borrow().sending.clone()));
        let sheet = self.clone();
        self.painter.ask(&message, move |reply| match reply.and_then(|reply| told(&reply)) {
            Some(told) => sheet.show(told),
            None => say(&sheet.live, NOT_LOADED),
        });
        let sheet = self.clone();
        self.draw(Format::Wide, move |picture| {
            if let Some(image) = sheet.live.find("img")
                && image.set_attribute("src", &picture.url).is_ok()
            {
                image.set_hidden(false);
                hide(&sheet.live, ".share-waiting", true);
            }
            sheet.inside.borrow_mut().card = Some(picture);
        });
    }

    fn draw(&self, format: Format, then: impl FnOnce(Picture) + 'static) {
        let live = self.live.clone();
        self.painter.ask(&ToPainter::Draw(format), move |reply| {
            match reply.and_then(|reply| Picture::new(reply.dyn_into().ok()?)) {
                Some(picture) => then(picture),
                None => say(&live, NOT_LOADED),
            }
        });
    }

    fn show(&self, told: Told) {
        for (name, text) in [("text", &told.text), ("link", &told.link)] {
            if let Some(place) = self.live.find(&format!("[data-value={name}]")) {
                place.set_text_content(Some(text));
            }
        }
        if let Some(place) = self.live.find("[data-value=qr]") {
            // Our own squares, whatever the link says.
            place.set_inner_html(&told.qr);
        }
        if let Some(image) = self.live.find("img")
            && image.set_attribute("alt", &told.alt).is_err()
        {
            leptos::logging::error!("the card cannot be described");
        }
        self.inside.borrow_mut().told = told;
    }

    fn act(&self, action: &str) {
        let inside = self.inside.borrow();
        let told = &inside.told;
        let knows =
            if inside.sending.with_answers { "your answers" } else { "your numbers, not your answers" };
        match action {
            "copy-link" => self.copy(&told.link, format!("link copied. it knows {knows}.")),
            "copy-text" => self.copy(&told.text, format!("text copied. it knows {knows}.")),
            "copy-plain" => self.copy(&told.plain, format!("text copied, letters only. it knows {knows}.")),
            "copy-alt" => {
                self.copy(&told.alt, "description copied. paste it where it asks for “alt text”.".to_owned())
            }
            "send" => send(&told.text, inside.card.as_ref()),
            "save-wide" => {
                if let Some(card) = &inside.card {
                    card.save("normie-descent.png");
                    say(&self.live, "saved, wherever your browser saves.");
                }
            }
            "save-tall" => {
                let live = self.live.clone();
                self.draw(Format::Tall, move |picture| {
                    picture.save("normie-descent-tall.png");
                    say(&live, "saved, wherever your browser saves.");
                });
            }
            "qr" => hide(&self.live, "[data-value=qr]", false),
            _ => {}
        }
    }

    fn copy(&self, what: &str, done: String) {
        copy_and_say(&self.live, what, done);
    }
}

/// Copies, and says in place what became of it: in the `.share-said` of this piece of the page.
pub fn copy_and_say(live: &Live, what: &str, done: String) {
    let (live, text) = (live.clone(), what.to_owned());
    copy(what, move |ok| {
        if ok {
            say(&live, &done);
            return;
        }
        let Some(status) = live.find(".share-said") else { return };
        let field = Live::write(&status, BY_HAND).find("textarea");
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
            field.set_value(&text);
            crate::app::focus(&field);
            field.select();
        }
    });
}

/// The painter's five strings.
fn told(reply: &JsValue) -> Option<Told> {
    let mut strings = reply.dyn_ref::<Array>()?.iter().filter_map(|string| string.as_string());
    let mut next = || strings.next();
    Some(Told { link: next()?, text: next()?, plain: next()?, alt: next()?, qr: next()? })
}

fn say(live: &Live, words: &str) {
    if let Some(status) = live.find(".share-said") {
        status.set_text_content(Some(words));
    }
}

fn hide(live: &Live, selector: &str, hidden: bool) {
    if let Some(element) = live.find(selector) {
        element.set_hidden(hidden);
    }
}
