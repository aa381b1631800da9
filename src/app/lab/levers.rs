//! How are the levers laid out and kept? What a lever is called, in which range it moves and what it means stand with
//! the links, so that a typed value and a link are read alike.

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::run::Run;
use crate::app::parts::{Live, follow};
use crate::drift::Decimal;
use crate::link::{LabWorld, Range};
use crate::wording::levers::{GROUPS, choice, words};

/// All levers, in groups that fold; as HTML.
pub fn levers_html() -> String {
    let usual = LabWorld::default();
    let groups = GROUPS.iter().enumerate().map(|(at, (title, names))| {
        let levers: String = names.iter().map(|name| lever(name, &usual)).collect();
        let open = if at == 1 { " open" } else { "" };
        format!("<details class=\"lever-group\"{open}><summary>{title}</summary>{levers}</details>")
    });
    groups.collect()
}

fn lever(name: &str, usual: &LabWorld) -> String {
    let Some(range) = LabWorld::range(name) else { return String::new() };
    let [title, unit, help] = words(name);
    let (control, told) = match range {
        Range::Words(all) => {
            let options =
                all.iter().map(|word| format!("<option value=\"{word}\">{}</option>", choice(name, word)));
            let options: String = options.collect();
            (format!("<select id=\"lever-{name}\" data-lever=\"{name}\">{options}</select>"), String::new())
        }
        Range::People => (input(name, "text", ""), String::new()),
        Range::Seed => (input(name, "text", "inputmode=\"numeric\""), "any whole number. ".to_owned()),
        Range::Whole([low, high]) => {
            let limits = format!("min=\"{low}\" max=\"{high}\" step=\"1\"");
            let told = format!("{low} to {high}{}. ", usually(name, usual));
            (input(name, "number", &limits), told)
        }
        Range::Real([low, high]) => {
            let (least, most) = (Decimal::from(low), Decimal::from(high));
            let limits = format!("min=\"{least}\" max=\"{most}\" step=\"any\" inputmode=\"decimal\"");
            // A slider where every place on it means something.
            let slider = if high <= 1.0 && !name.starts_with("you.") {
                format!(
                    "<input type=\"range\" data-slide=\"{name}\" min=\"{least}\" max=\"{most}\" step=\"0.005\" aria-label=\"{title}\">"
                )
            } else {
                String::new()
            };
            let told = format!("{least} to {most}{}. ", usually(name, usual));
            (format!("{slider}{}", input(name, "number", &limits)), told)
        }
    };
    format!(
        r#"<div class="lever" data-of="{name}"><label for="lever-{name}">{title}</label>
        <span class="lever-control">{control} <small>{unit}</small></span>
        <p class="lever-help" id="help-{name}">{help}. <span class="number">{told}</span></p></div>"#
    )
}

fn usually(name: &str, usual: &LabWorld) -> String {
    usual.value(name).map(|value| format!(", usually {value}")).unwrap_or_default()
}

fn input(name: &str, kind: &str, limits: &str) -> String {
    format!(
        "<input id=\"lever-{name}\" data-lever=\"{name}\" type=\"{kind}\" {limits} aria-describedby=\"help-{name}\" autocomplete=\"off\">"
    )
}

/// Lets the levers be moved, and shows where they are. `moved` is told which one, when it was.
pub fn keep_levers(live: &Live, run: Run, note: RwSignal<String>, moved: impl Fn(&str) + Clone + 'static) {
    let pull = move |name: &str, text: &str| {
        let mut world = run.world.get_untracked();
        let before = world.value(name);
        let said = world.set(name, text);
        let clean = said.is_none();
        note.set(said.map(|note| addressed(&note.to_string())).unwrap_or_default());
        if world.value(name) != before || !clean {
            let changed = world.value(name) != before;
            run.world.set(world);
            if changed {
                moved(name);
            }
        }
    };
    let slid = pull.clone();
    live.on(".levers-all", "change", move |event| {
        if let Some((target, name)) = named(&event, "data-lever") {
            pull(&name, &value(&target));
        }
        if let Some((target, name)) = named(&event, "data-slide") {
            slid(&name, &value(&target));
        }
    });
    let Some(all) = live.find(".levers-all") else { return };
    follow(Box::new(move || run.world.with(|world| show(&all, world))));
}

/// A note about a link, said of what was typed.
fn addressed(note: &str) -> String {
    note.replace("the link asks for", "you asked for").replace("the link says", "you wrote")
}

/// The element that an event is about, and what its attribute says.
fn named(event: &web_sys::Event, attribute: &str) -> Option<(Element, String)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let name = target.get_attribute(attribute)?;
    Some((target, name))
}

fn value(control: &Element) -> String {
    Reflect::get(control, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Puts every control where the world says.
fn show(all: &HtmlElement, world: &LabWorld) {
    for name in LabWorld::names() {
        let stands = world.value(name);
        let find = |what: &str| all.query_selector(&format!("[{what}='{name}']")).ok().flatten();
        for control in ["data-lever", "data-slide"].into_iter().filter_map(find) {
            // What is never is an empty field: a field for numbers takes no words.
            let text = stands.clone().filter(|text| text != "never").unwrap_or_default();
            if value(&control) != text && Reflect::set(&control, &"value".into(), &text.into()).is_err() {
                leptos::logging::error!("the lever {name} is stuck");
            }
        }
        // Parts of a network or a circle that this world has not.
        let part = [
            "neighbours",
            "rewiring",
            "blocks",
            "within",
            "across",
            "school",
            "ties",
            "mentorship",
            "anchored",
        ];
        if part.contains(&name)
            && let Some(lever) = find("data-of").and_then(|lever| lever.dyn_into::<HtmlElement>().ok())
        {
            lever.set_hidden(stands.is_none());
        }
    }
}
