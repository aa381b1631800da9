//! What would a year on the feed do to this person?

use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use normie_descent::chart::{Palette, draw_year};
use normie_descent::protocol::{YEAR, YearFrame};
use normie_descent::wording::{grouped, one_in, percent, tenths};

use super::answers::pole_of;
use super::result::Whose;
use super::year_world::YearWorld;
use crate::app::App;
use crate::app::parts::{CrowdMap, Layer, Visible, on_resize, scale};

/// The map as it stands today.
#[component]
pub fn Today(world: YearWorld, inks: RwSignal<Palette>, whose: Whose) -> impl IntoView {
    // Day 0 only: the frame goes on to other days.
    let today = Memo::new(move |before: Option<&Option<YearFrame>>| {
        let first = before.cloned().flatten();
        first.or_else(|| world.frame.get().filter(|frame| frame.day == 0))
    });
    let words = move || today.get().map(|frame| in_words(&frame, whose));
    view! {
        <section class="part">
            <h2>"the map"</h2>
            <figure class="map">
                <CrowdMap picture=world.today inks word=whose.they/>
                <figcaption>
                    {words}
                    {move || world.refused.get().map(|sentence| view! { <p role="alert">{sentence}</p> })}
                </figcaption>
            </figure>
        </section>
    }
}

/// The text twin of the map.
fn in_words(frame: &YearFrame, whose: Whose) -> impl IntoView + use<> {
    let [x, y] = frame.you;
    let side = |at: f32, low: &'static str, high: &'static str| if at < 0.0 { low } else { high };
    let far = libm::hypotf(x, y);
    view! {
        <p>"this flat picture keeps " <b class="number">{percent(f64::from(frame.kept))}</b> " of the differences."</p>
        <p class="aside">
            "in words: " {grouped(frame.people.into())} " simulated people in " {frame.dims} " dimensions. the star is "
            {whose.they} ", " {tenths(f64::from(far))} " standard deviations from the middle, "
            {side(y, "below", "above")} " it and to the " {side(x, "left", "right")}
            ". lines join places where the crowd is equally thick."
        </p>
    }
}

/// The year: map, days, bits, answers that flip, and the contrast.
#[component]
pub fn Year(world: YearWorld, app: App, people: u32, whose: Whose) -> impl IntoView {
    let stage = NodeRef::<Div>::new();
    let began = StoredValue::new(false);
    // It begins by itself when first looked at.
    Effect::new(move |_| {
        let Some(stage) = stage.get() else { return };
        let visible = Visible::watch(&stage);
        Effect::new(move |_| {
            let ready = visible.get() && world.frame.with(Option::is_some);
            if ready && !began.get_value() {
                began.set_value(true);
                world.play();
            } else if !visible.get() {
                world.pause();
            }
        });
    });
    let day = move || world.frame.with(|frame| frame.as_ref().map_or(0, |frame| frame.day));
    let toggle = move |_| if world.playing.get_untracked() { world.pause() } else { world.play() };
    let label = move || match (world.playing.get(), world.over()) {
        (true, _) => "pause",
        (false, true) => "again",
        (false, false) => "play",
    };
    let flipped = Memo::new(move |_| {
        world.frame.with(|frame| frame.as_ref().map(|f| f.flipped.clone()).unwrap_or_default())
    });
    let first = move || world.days.with(|days| days.first().map(|day| one_in(day.bits_today, people)));
    // Day 0 is today: before anything has happened there is one number, not two readings of it.
    let later = move || {
        world
            .days
            .with(|days| days.last().filter(|day| day.day > 0).map(|day| one_in(day.bits_that_day, people)))
    };
    let now = move || later().or_else(first);
    view! {
        <section class="part year">
            <h2>"a year on the feed"</h2>
            <p class="plain">
                "same crowd, same " {whose.they} ". eight posts a day for everyone. nothing else happens."
            </p>
            <div class="contrast" node_ref=stage>
                <div>
                    <p class="eyebrow">"today"</p>
                    <p class="figure-number small" data-value="today-perplexity">{first}</p>
                </div>
                <div>
                    <p class="eyebrow" data-value="day" data-day=day>"day " {day}</p>
                    <p class="figure-number small" data-value="year-perplexity">{now}</p>
                </div>
            </div>
            <figure class="map">
                <CrowdMap picture=world.moving inks=app.inks word=whose.they/>
                <figcaption>
                    <p class="controls">
                        <button class="button small" data-action="play" on:click=toggle>{label}</button>
                        <span class="figure-status">{move || world.frame.with(|frame| frame.as_ref().map(status(whose)))}</span>
                    </p>
                    {move || world.refused.get().map(|sentence| view! { <p role="alert">{sentence}</p> })}
                </figcaption>
            </figure>
            <h3>"bits that point " {if whose.own { "you" } else { "them" }} " out"</h3>
            <Lines world inks=app.inks/>
            <p class="aside">
                "solid: in the crowd of that day. dashed: in today's crowd. six bits is one in 64."
            </p>
            <h3>
                {move || match flipped.with(Vec::len) {
                    0 => "no answer has flipped".to_owned(),
                    1 => "one answer has flipped".to_owned(),
                    more => format!("{more} answers have flipped"),
                }}
            </h3>
            <ul class="flipped">
                {move || flipped.get().into_iter().map(|q| view! { <li><del>{pole_of(world.answer(q), q)}</del></li> }).collect_view()}
            </ul>
            <p class="unseen" role="status">
                {move || world.over().then(|| world.frame.with(|f| f.as_ref().map(status(whose)))).flatten()}
            </p>
        </section>
    }
}

/// The picture in words.
fn status(whose: Whose) -> impl Fn(&YearFrame) -> String {
    move |frame| {
        let tribes = if frame.tribes == 1 { "tribe" } else { "tribes" };
        let they = if frame.you_in_tribe { "in a tribe" } else { "loner" };
        format!(
            "day {}: {} {tribes}, {} loners. {}: {they}",
            frame.day, frame.tribes, frame.loners, whose.they
        )
    }
}

/// Bits by day.
#[component]
fn Lines(world: YearWorld, inks: RwSignal<Palette>) -> impl IntoView {
    let canvas = NodeRef::<Canvas>::new();
    let resized = RwSignal::new(0u32);
    Effect::new(move |_| {
        if let Some(canvas) = canvas.get() {
            on_resize(&canvas, move || resized.update(|times| *times += 1));
        }
    });
    Effect::new(move |_| {
        resized.track();
        let (inks, scale) = (inks.get(), scale());
        let Some(layer) = canvas.get().map(Layer::new) else { return };
        if let (Some(_), Some(sheet)) = (layer.fresh(scale), layer.sheet())
            && let Err(trouble) = world.days.with(|days| draw_year(&sheet, days, YEAR, &inks, scale))
        {
            leptos::logging::error!("the lines cannot be drawn: {trouble}");
        }
    });
    let words = move || {
        world.days.with(|days| {
            let (first, last) = (days.first()?, days.last()?);
            Some(format!(
                "from {} bits today to {} bits on day {}",
                tenths(first.bits_that_day),
                tenths(last.bits_that_day),
                last.day
            ))
        })
    };
    view! { <canvas class="lines" node_ref=canvas role="img" aria-label=words></canvas> }
}
