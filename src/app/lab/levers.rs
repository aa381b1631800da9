//! Controls of the lab: one per setting, laid out, kept up to date and read.

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::playback::Run;
use crate::app::parts::{Live, follow};
use drift::Decimal;
use settings::{AppliesTo, LabWorld, Range, SettingSpec, Source};

/// The group that is open at first.
const OPEN_GROUP: usize = 1;

/// All levers, in groups that fold; as HTML.
pub(super) fn levers_html() -> String {
    let usual = LabWorld::default();
    let groups = settings::groups().iter().enumerate().map(|(at, group)| {
        let levers: String = group.settings.iter().map(|spec| lever(spec, &usual)).collect();
        let open = if at == OPEN_GROUP { " open" } else { "" };
        let title = group.title;
        format!("<details class=\"lever-group\"{open}><summary>{title}</summary>{levers}</details>")
    });
    groups.collect()
}

fn lever(spec: &SettingSpec, usual: &LabWorld) -> String {
    let SettingSpec { key, title, symbol, unit, help, .. } = spec;
    let blank = if symbol.is_empty() { "" } else { " " };
    let title = format!("{title}{blank}{symbol}");
    let (control, range_words) = match spec.range() {
        Range::Choices(all) => {
            let options: String = all
                .iter()
                .map(|choice| format!("<option value=\"{}\">{}</option>", choice.key, choice.label))
                .collect();
            (format!("<select id=\"lever-{key}\" data-lever=\"{key}\">{options}</select>"), String::new())
        }
        Range::People => (input(key, "text", ""), String::new()),
        Range::Seed => (input(key, "text", "inputmode=\"numeric\""), "any whole number. ".to_owned()),
        Range::Integer([low, high]) => {
            let limits = format!("min=\"{low}\" max=\"{high}\" step=\"1\"");
            let range_words = format!("{low} to {high}{}. ", usually(spec, usual));
            (input(key, "number", &limits), range_words)
        }
        Range::Number([low, high]) => {
            let (least, most) = (Decimal::from(low), Decimal::from(high));
            let limits = format!("min=\"{least}\" max=\"{most}\" step=\"any\" inputmode=\"decimal\"");
            // A slider where every place on it means something.
            let slider = if high <= 1.0 && spec.applies_to == AppliesTo::World {
                format!(
                    "<input type=\"range\" data-slide=\"{key}\" min=\"{least}\" max=\"{most}\" step=\"0.005\" aria-label=\"{title}\">"
                )
            } else {
                String::new()
            };
            let range_words = format!("{least} to {most}{}. ", usually(spec, usual));
            (format!("{slider}{}", input(key, "number", &limits)), range_words)
        }
    };
    format!(
        r#"<div class="lever" data-of="{key}"><label for="lever-{key}">{title}</label>
        <span class="lever-control">{control} <small>{unit}</small></span>
        <p class="lever-help" id="help-{key}">{help}. <span class="number">{range_words}</span></p></div>"#
    )
}

fn usually(spec: &SettingSpec, usual: &LabWorld) -> String {
    spec.value(usual).map(|value| format!(", usually {value}")).unwrap_or_default()
}

fn input(key: &str, kind: &str, limits: &str) -> String {
    format!(
        "<input id=\"lever-{key}\" data-lever=\"{key}\" type=\"{kind}\" {limits} aria-describedby=\"help-{key}\" autocomplete=\"off\">"
    )
}

/// Lets the levers be moved, and shows where they are. `moved` is called with the one that was moved.
pub(super) fn keep_levers(
    live: &Live,
    run: Run,
    note: RwSignal<String>,
    moved: impl Fn(&SettingSpec) + Clone + 'static,
) {
    let pull = move |key: &str, text: &str| {
        let Some(spec) = settings::named(key) else { return };
        let mut world = run.world.get_untracked();
        let before = spec.value(&world);
        let said = world.set(key, text);
        let changed = spec.value(&world) != before;
        if changed || said.is_some() {
            run.world.set(world);
        }
        note.set(said.map(|note| note.sentence(Source::Control)).unwrap_or_default());
        if changed {
            moved(spec);
        }
    };
    let slid = pull.clone();
    live.on(".levers-all", "change", move |event| {
        if let Some((target, key)) = named(&event, "data-lever") {
            pull(&key, &value(&target));
        }
        if let Some((target, key)) = named(&event, "data-slide") {
            slid(&key, &value(&target));
        }
    });
    let Some(all) = live.find(".levers-all") else { return };
    follow(Box::new(move || run.world.with(|world| show(&all, world))));
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
    for spec in settings::in_link_order() {
        let find = |what: &str| all.query_selector(&format!("[{what}='{}']", spec.key)).ok().flatten();
        for control in ["data-lever", "data-slide"].into_iter().filter_map(find) {
            // What is unset is an empty field: a field for numbers takes no words.
            let text = spec.control_text(world);
            if value(&control) != text && Reflect::set(&control, &"value".into(), &text.into()).is_err() {
                leptos::logging::error!("the lever {} is stuck", spec.key);
            }
        }
        // Parts of a network or a circle that this world has not.
        if spec.is_part()
            && let Some(lever) = find("data-of").and_then(|lever| lever.dyn_into::<HtmlElement>().ok())
        {
            lever.set_hidden(spec.value(world).is_none());
        }
    }
}
