//! Share sheet: shows literally what is sent, before the visitor sends it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::render_worker::{RenderRequest, ShareRequest, ShareTexts};
use js_sys::Array;
use leptos::prelude::*;
use picture::card::Format;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::render_link::{RenderFailure, RenderLink, RenderReply};
use crate::app::document::{root, root_attribute};
use crate::app::parts::{Live, MapPicture, Picture, Sent, can_send, copy_and_say, follow, send};

/// Where the sheet says what became of something.
const SAID: &str = ".share-said";

/// The offer to share, in `slot`; the renderer is loaded when it is accepted. The map is added once it is measured.
pub(super) fn share(
    slot: &HtmlElement,
    sending: ShareRequest,
    map: RwSignal<Option<MapPicture>, LocalStorage>,
) {
    let live = Live::write(slot, OFFER);
    let owner = Owner::current();
    let offer = live.clone();
    live.on("[data-action=share]", "click", move |_| {
        if let (Some(slot), Some(owner)) = (offer.find(".share-slot"), &owner) {
            open_sheet(owner, Live::write(&slot, WAITING), sending.clone(), map);
        }
        hide(&offer, "[data-action=share]", true);
    });
}

const OFFER: &str = r#"<section class="part share" id="share"><h2>send it to somebody</h2>
    <p>a picture, a text, a link. you see all of it before it goes, and you choose how much it tells.</p>
    <p class="ways"><button class="button primary" data-action="share">show me what would be sent</button></p>
    <div class="share-slot"></div></section>"#;

const WAITING: &str = r#"<p class="share-said" role="status">unpacking the pens.</p>"#;

const FAILED: &str = r#"<span></span> <button class="button small" data-action="retry">try again</button>"#;

const NO_PICTURE: &str = "this browser would not show the picture. the words and the link are here.";

const NOT_SAVED: &str = "this browser would not save it. the words and the link are here.";

/// The sheet while it is open.
#[derive(Clone)]
struct Sheet {
    live: Live,
    renderer: RenderLink,
    inside: Rc<RefCell<Inside>>,
    again: Rc<dyn Fn()>,
}

struct Inside {
    sending: ShareRequest,
    texts: ShareTexts,
    card: Option<Picture>,
}

/// Loads the renderer, whose first reply is the share sheet. An attempt that fails ends as a whole before the next one.
fn open_sheet(
    owner: &Owner,
    live: Live,
    sending: ShareRequest,
    map: RwSignal<Option<MapPicture>, LocalStorage>,
) {
    let attempt = owner.child();
    let again: Rc<dyn Fn()> = {
        let (owner, attempt, live, sending) = (owner.clone(), attempt.clone(), live.clone(), sending.clone());
        Rc::new(move || {
            attempt.cleanup();
            open_sheet(&owner, live.rewrite(WAITING), sending.clone(), map);
        })
    };
    attempt.with(|| load_renderer(live, sending, map, again));
}

fn load_renderer(
    live: Live,
    mut sending: ShareRequest,
    map: RwSignal<Option<MapPicture>, LocalStorage>,
    again: Rc<dyn Fn()>,
) {
    sending.root = root();
    sending.preview_pages = root_attribute("data-shells").is_some();
    let url = root_attribute("data-card").unwrap_or_default();
    let owner = Owner::current();
    let renderer = Rc::new(RefCell::new(None::<RenderLink>));
    let (arriving, waiting, retry) = (renderer.clone(), live.clone(), again.clone());
    let came = RenderLink::open(&url, move |reply| {
        let html = reply.and_then(|html| html.as_string().ok_or(RenderFailure::OtherVersion));
        let (html, owner, renderer) = match (html, owner, arriving.borrow().clone()) {
            (Ok(html), Some(owner), Some(renderer)) => (html, owner, renderer),
            (Err(why), ..) => return fail(&waiting, &why, retry),
            _ => return,
        };
        let inside = Rc::new(RefCell::new(Inside { sending, texts: ShareTexts::default(), card: None }));
        let sheet = Sheet { live: waiting.rewrite(&html), renderer, inside, again: retry };
        owner.with(|| sheet.open(map));
    });
    let came = match came {
        Ok(came) => came,
        Err(why) => return fail(&live, &why, again),
    };
    let leaving = StoredValue::new_local(came.clone());
    on_cleanup(move || {
        leaving.try_with_value(RenderLink::close);
    });
    *renderer.borrow_mut() = Some(came);
}

/// Says why the renderer does not reply, with a button that loads it again.
fn fail(live: &Live, why: &RenderFailure, again: Rc<dyn Fn()>) {
    let Some(status) = live.find(SAID) else { return };
    let said = Live::write(&status, FAILED);
    if let Some(words) = said.find("span") {
        words.set_text_content(Some(&why.sentence()));
    }
    said.on("[data-action=retry]", "click", move |_| again());
}

impl Sheet {
    fn open(self, map: RwSignal<Option<MapPicture>, LocalStorage>) {
        self.listen();
        follow(Box::new(move || {
            map.with(|map| {
                if let Some(map) = map {
                    let sending = &mut self.inside.borrow_mut().sending;
                    sending.crowd.clone_from(&map.crowd);
                    sending.you.clone_from(&map.cloud);
                }
            });
            self.tell();
        }));
    }

    fn listen(&self) {
        hide(&self.live, "[data-action=send]", !can_send());
        if let Some(first) = self.live.find("input") {
            crate::app::document::focus(&first);
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

    /// Has everything written and drawn again.
    fn tell(&self) {
        let message = RenderRequest::SetResult(Box::new(self.inside.borrow().sending.clone()));
        let sheet = self.clone();
        self.renderer.ask(&message, move |reply: RenderReply| {
            match reply.and_then(|reply| texts_of(&reply).ok_or(RenderFailure::OtherVersion)) {
                Ok(texts) => sheet.show(texts),
                Err(why) => fail(&sheet.live, &why, sheet.again.clone()),
            }
        });
        let sheet = self.clone();
        self.draw(Format::Wide, move |picture| {
            let Some(picture) = picture else {
                if let Some(waiting) = sheet.live.find(".share-waiting") {
                    waiting.set_text_content(Some(NO_PICTURE));
                }
                return;
            };
            if let Some(image) = sheet.live.find("img")
                && image.set_attribute("src", &picture.url).is_ok()
            {
                image.set_hidden(false);
                hide(&sheet.live, ".share-waiting", true);
            }
            sheet.inside.borrow_mut().card = Some(picture);
        });
    }

    /// Has a picture drawn; `then` gets none if the browser makes no address for it.
    fn draw(&self, format: Format, then: impl FnOnce(Option<Picture>) + 'static) {
        let sheet = self.clone();
        self.renderer.ask(&RenderRequest::Draw(format), move |reply: RenderReply| {
            match reply.and_then(|reply| reply.dyn_into().map_err(|_| RenderFailure::OtherVersion)) {
                Ok(bytes) => then(Picture::new(bytes)),
                Err(why) => fail(&sheet.live, &why, sheet.again.clone()),
            }
        });
    }

    fn show(&self, texts: ShareTexts) {
        for (name, text) in [("text", &texts.text), ("link", &texts.link)] {
            if let Some(place) = self.live.find(&format!("[data-value={name}]")) {
                place.set_text_content(Some(text));
            }
        }
        if let Some(place) = self.live.find("[data-value=qr]") {
            // Our own squares, whatever the link says.
            place.set_inner_html(&texts.qr);
        }
        if let Some(image) = self.live.find("img")
            && image.set_attribute("alt", &texts.alt).is_err()
        {
            leptos::logging::error!("the card cannot be described");
        }
        self.inside.borrow_mut().texts = texts;
    }

    fn act(&self, action: &str) {
        let inside = self.inside.borrow();
        let texts = &inside.texts;
        let knows =
            if inside.sending.with_answers { "your answers" } else { "your numbers, not your answers" };
        match action {
            "copy-link" => self.copy(&texts.link, format!("link copied. it knows {knows}.")),
            "copy-text" => self.copy(&texts.text, format!("text copied. it knows {knows}.")),
            "copy-plain" => self.copy(&texts.plain, format!("text copied, letters only. it knows {knows}.")),
            "copy-alt" => {
                self.copy(&texts.alt, "description copied. paste it where it asks for “alt text”.".to_owned())
            }
            "send" => send_and_say(&self.live, &texts.text, inside.card.as_ref()),
            "save-wide" => match &inside.card {
                Some(card) => say_saved(&self.live, card.save("normie-descent.png")),
                None => say(&self.live, "there is no picture to save."),
            },
            "save-tall" => {
                let live = self.live.clone();
                self.draw(Format::Tall, move |picture| {
                    let saved = picture.is_some_and(|picture| picture.save("normie-descent-tall.png"));
                    say_saved(&live, saved);
                });
            }
            "qr" => hide(&self.live, "[data-value=qr]", false),
            _ => {}
        }
    }

    fn copy(&self, what: &str, done: String) {
        copy_and_say(&self.live, SAID, what, move || done);
    }
}

/// Hands a text to the system's own way to share, and says so if that does not take it. A change of mind is the visitor's
/// affair.
pub(super) fn send_and_say(live: &Live, text: &str, picture: Option<&Picture>) {
    let place = live.clone();
    send(text, picture, move |sent| {
        say(
            &place,
            match sent {
                Sent::Over => "",
                Sent::Refused => "this browser would not send it. copy it instead.",
                Sent::Unanswered => "if nothing opened: copy it instead.",
            },
        );
    });
}

fn say_saved(live: &Live, saved: bool) {
    say(live, if saved { "saved, wherever your browser saves." } else { NOT_SAVED });
}

/// The five texts of a reply.
fn texts_of(reply: &JsValue) -> Option<ShareTexts> {
    let mut strings = reply.dyn_ref::<Array>()?.iter().filter_map(|string| string.as_string());
    let mut next = || strings.next();
    Some(ShareTexts { link: next()?, text: next()?, plain: next()?, alt: next()?, qr: next()? })
}

fn say(live: &Live, words: &str) {
    if let Some(status) = live.find(SAID) {
        status.set_text_content(Some(words));
    }
}

fn hide(live: &Live, selector: &str, hidden: bool) {
    if let Some(element) = live.find(selector) {
        element.set_hidden(hidden);
    }
}
