//! Sandbox: all the levers, presets, planes and exports.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::export::{EXPORT, keep_export};
use super::levers::{keep_levers, levers_html};
use super::playback::Run;
use crate::app::document::root;
use crate::app::parts::{Live, copy_and_say, follow};
use crate::protocol::{LabPlane, LabWho};
use link::encode_world;
use settings::{AppliesTo, LabWorld, Preset, TakesEffect};

/// What comes before the stage: worlds to start from, as HTML.
pub(super) fn worlds_html() -> String {
    let presets = Preset::ALL.map(|each| {
        let ([title, says], key) = (each.words(), each.key());
        format!(r#"<button class="preset" data-preset="{key}"><b>{title}</b> <small>{says}</small></button>"#)
    });
    format!(
        r##"<h2 id="beat-title" tabindex="-1">all the levers</h2>
        <p class="plain">every rule of this world has a lever. start from a known one, then break it.</p>
        <details class="presets-all"><summary>worlds worth a visit</summary><div class="presets">{}</div></details>
        <p class="lever-note" role="status"></p>"##,
        presets.concat(),
    )
}

/// What comes after it: levers, sides to look from, ways to take it home; as HTML.
pub(super) fn sandbox_html() -> String {
    format!(
        r##"<div class="levers-all">{}</div>
        <details class="lever-group"><summary>what to look at</summary>
        <div class="plane-choice"><label><input type="radio" name="plane" value="components" checked> where people differ most</label>
        <label><input type="radio" name="plane" value="beliefs"> two beliefs:</label>
        <span><label>across <input type="number" data-plane="x" min="1" step="1" value="1"></label>
        <label>up <input type="number" data-plane="y" min="1" step="1" value="2"></label></span></div></details>
        {EXPORT}<p class="controls"><button class="button small" data-action="copy-world">copy this world</button>
        <span class="copied" role="status"></span></p><p class="changed lever-note" hidden></p>
        <p class="world-link"><code></code></p>"##,
        levers_html(),
    )
}

/// Keeps the sandbox up to date, and handles its controls.
pub(super) fn keep_sandbox(live: &Live, run: Run, note: RwSignal<String>) {
    keep_levers(live, run, note, move |spec| match (spec.applies_to, spec.takes_effect) {
        (AppliesTo::Visitor, _) => run.become_somebody(LabWho::Same),
        (AppliesTo::World, TakesEffect::Restart) => run.reset(),
        (AppliesTo::World, TakesEffect::NextStep) => run.rule(),
    });
    live.text(".lever-note", move || note.get());
    for each in Preset::ALL {
        live.on(&format!("[data-preset='{}']", each.key()), "click", move |_| {
            note.set(String::new());
            run.open(LabWorld::from(each.setting()));
        });
    }
    for each in Preset::ALL {
        let which = move || run.world.with(|world| world.setting == each.setting());
        live.attribute(&format!("[data-preset='{}']", each.key()), "aria-pressed", move || {
            Some(which().to_string())
        });
    }
    keep_plane(live, run);
    // A link tells a world's rules, and not when they came.
    live.attribute(".changed", "hidden", move || run.ruled.get().is_none().then(String::new));
    live.text(".changed", move || match run.ruled.get() {
        Some(day) => format!(
            "you changed the rules on day {day}. a link cannot tell that story. it starts afresh, with these rules from day 0."
        ),
        None => String::new(),
    });
    live.text(".world-link code", move || format!("#{}", run.world.with(encode_world)));
    let place = live.clone();
    live.on("[data-action=copy-world]", "click", move |_| {
        let link = format!("{}#{}", root(), run.world.with_untracked(encode_world));
        copy_and_say(&place, ".copied", &link, move || {
            // The lab may be gone by the time a clipboard answers.
            let same_world = matches!(run.ruled.try_get_untracked(), Some(None));
            if same_world { "copied. whoever opens it sees this very world." } else { "copied." }.to_owned()
        });
    });
    // The address says which world it is, and the way back stays as it was.
    let copied = live.find(".copied");
    follow(Box::new(move || {
        if let Some(copied) = &copied {
            copied.set_text_content(None);
        }
        show_address(&format!("#{}", run.world.with(encode_world)));
    }));
    keep_export(live, run);
}

/// Puts this behind the page's address, in place of what is there.
pub(super) fn show_address(fragment: &str) {
    let history = window().history();
    let done = history.and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(fragment)));
    if done.is_err() {
        leptos::logging::error!("the address cannot say {fragment}");
    }
}

fn keep_plane(live: &Live, run: Run) {
    let number = |live: &Live, which: &str| {
        live.find(&format!("[data-plane={which}]")).map(|input| {
            move || {
                let value = js_sys::Reflect::get(&input, &"value".into()).ok()?.as_string()?;
                value.trim().parse::<u16>().ok()
            }
        })
    };
    let (Some(x), Some(y)) = (number(live, "x"), number(live, "y")) else { return };
    let choose = live.find("[name=plane][value=beliefs]");
    let turn = move || {
        let last = run.world.with_untracked(|world| world.setting.dims) as u16;
        let of = |asked: Option<u16>| asked.unwrap_or(1).clamp(1, last) - 1;
        run.turn(LabPlane::Beliefs(of(x()), of(y())));
    };
    live.on("[name=plane][value=components]", "change", move |_| run.turn(LabPlane::Components));
    let turned = turn.clone();
    live.on("[name=plane][value=beliefs]", "change", move |_| turned());
    for which in ["x", "y"] {
        let (turn, choose) = (turn.clone(), choose.clone());
        live.on(&format!("[data-plane={which}]"), "change", move |_| {
            if let Some(choose) = &choose {
                // A radio button that cannot be set only looks unset.
                let _ = js_sys::Reflect::set(choose, &"checked".into(), &true.into());
            }
            turn();
        });
    }
    let plane = run.plane;
    live.attribute(".plane-choice", "data-plane-now", move || {
        Some(if plane.get() == LabPlane::Components { "components" } else { "beliefs" }.to_owned())
    });
}
