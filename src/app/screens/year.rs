//! What would a year on the feed do to this person?

use leptos::prelude::*;
use normie_descent::chart::{Palette, draw_year};
use normie_descent::protocol::{YEAR, YearFrame};
use normie_descent::wording::{grouped, one_in, percent, tenths};

use super::answers::pole_of;
use super::result::Whose;
use super::year_world::YearWorld;
use crate::app::App;
use crate::app::parts::{Layer, Live, MAP_CANVASES, Visible, follow, keep_map, on_resize, scale};

/// The map as it stands today, as HTML.
pub fn today_html() -> String {
    format!(
        r#"<section class="part today"><h2>the map</h2><figure class="map">{MAP_CANVASES}
        <figcaption><div class="in-words"></div><p class="refused" role="alert"></p></figcaption></figure></section>"#
    )
}

/// Draws it and says it in words.
pub fn keep_today(live: &Live, world: YearWorld, inks: RwSignal<Palette>, whose: Whose) {
    keep_map(live, ".today .map-canvases", world.today, inks, whose.they);
    // Day 0 only: the frame goes on to other days.
    let today = Memo::new(move |before: Option<&Option<YearFrame>>| {
        let first = before.cloned().flatten();
        first.or_else(|| world.frame.get().filter(|frame| frame.day == 0))
    });
    live.inside(".today .in-words", move || {
        today.get().map(|frame| in_words(&frame, whose)).unwrap_or_default()
    });
    live.text(".today .refused", move || world.refused.get().unwrap_or_default());
}

/// The text twin of the map, as HTML.
fn in_words(frame: &YearFrame, whose: Whose) -> String {
    let [x, y] = frame.you;
    let side = |at: f32, low: &'static str, high: &'static str| if at < 0.0 { low } else { high };
    let far = tenths(f64::from(libm::hypotf(x, y)));
    format!(
        r#"<p>this flat picture keeps <b class="number">{}</b> of the differences.</p>
        <p class="aside">in words: {} simulated people in {} dimensions. the star is {}, {far} standard deviations from
        the middle, {} it and to the {}. lines join places where the crowd is equally thick.</p>"#,
        percent(f64::from(frame.kept)),
        grouped(frame.people.into()),
        frame.dims,
        whose.they,
        side(y, "below", "above"),
        side(x, "left", "right"),
    )
}

/// The year: map, days, bits, answers that flip, and the contrast; as HTML.
pub fn year_html(whose: Whose) -> String {
    let (they, them) = (whose.they, if whose.own { "you" } else { "them" });
    format!(
        r#"<section class="part year"><h2>a year on the feed</h2>
        <p class="plain">same crowd, same {they}. eight posts a day for everyone. nothing else happens.</p>
        <div class="contrast"><div><p class="eyebrow">today</p>
        <p class="figure-number small" data-value="today-perplexity"></p></div>
        <div><p class="eyebrow" data-value="day"></p>
        <p class="figure-number small" data-value="year-perplexity"></p></div></div>
        <figure class="map">{MAP_CANVASES}<figcaption><p class="controls">
        <button class="button small" data-action="play"></button> <span class="figure-status"></span></p>
        <p class="refused" role="alert"></p></figcaption></figure>
        <h3>bits that point {them} out</h3>
        <div class="lines"><canvas role="img"></canvas></div>
        <p class="aside">solid: in the crowd of that day. dashed: in today's crowd. six bits is one in 64.</p>
        <h3 class="flips"></h3><ul class="flipped"></ul>
        <p class="unseen" role="status"></p></section>"#
    )
}

/// Runs the year and keeps all of it up to date.
pub fn keep_year(live: &Live, world: YearWorld, app: App, people: u32, whose: Whose) {
    begin_when_seen(live, world);
    keep_map(live, ".year .map-canvases", world.moving, app.inks, whose.they);
    keep_lines(live, world, app.inks);
    let day = move || world.frame.with(|frame| frame.as_ref().map_or(0, |frame| frame.day));
    live.text(".year [data-value=day]", move || format!("day {}", day()));
    live.attribute(".year [data-value=day]", "data-day", move || Some(day().to_string()));
    let first = move || world.days.with(|days| days.first().map(|day| one_in(day.bits_today, people)));
    // Day 0 is today: before anything has happened there is one number, not two readings of it.
    let later = move || {
        let over =
            |days: &Vec<normie_descent::chart::YearDay>| days.last().filter(|day| day.day > 0).copied();
        world.days.with(over).map(|day| one_in(day.bits_that_day, people))
    };
    live.text("[data-value=today-perplexity]", move || first().unwrap_or_default());
    live.text("[data-value=year-perplexity]", move || later().or_else(first).unwrap_or_default());
    live.on("[data-action=play]", "click", move |_| {
        if world.playing.get_untracked() { world.pause() } else { world.play() }
    });
    live.text("[data-action=play]", move || {
        match (world.playing.get(), world.over()) {
            (true, _) => "pause",
            (false, true) => "again",
            (false, false) => "play",
        }
        .to_owned()
    });
    let status = move || {
        world.frame.with(|frame| frame.as_ref().map(|frame| status(frame, whose)).unwrap_or_default())
    };
    live.text(".year .figure-status", status);
    live.text(".year .refused", move || world.refused.get().unwrap_or_default());
    live.text(".year [role=status]", move || if world.over() { status() } else { String::new() });
    let flipped = Memo::new(move |_| {
        world.frame.with(|frame| frame.as_ref().map(|f| f.flipped.clone()).unwrap_or_default())
    });
    live.text(".year .flips", move || match flipped.with(Vec::len) {
        0 => "no answer has flipped".to_owned(),
        1 => "one answer has flipped".to_owned(),
        more => format!("{more} answers have flipped"),
    });
    live.inside(".year .flipped", move || {
        let said = |q: &u8| pole_of(world.answer(*q), *q).map(|pole| format!("<li><del>{pole}</del></li>"));
        flipped.with(|flipped| flipped.iter().filter_map(said).collect())
    });
}

/// The year begins by itself when first looked at, and waits while nobody looks.
fn begin_when_seen(live: &Live, world: YearWorld) {
    let Some(stage) = live.find(".contrast") else { return };
    let visible = Visible::watch(&stage);
    let began = StoredValue::new(false);
    follow(Box::new(move || {
        let ready = visible.get() && world.frame.with(Option::is_some);
        if ready && !began.get_value() {
            began.set_value(true);
            world.play();
        } else if !visible.get() {
            world.pause();
        }
    }));
}

/// The picture in words.
fn status(frame: &YearFrame, whose: Whose) -> String {
    let tribes = if frame.tribes == 1 { "tribe" } else { "tribes" };
    let they = if frame.you_in_tribe { "in a tribe" } else { "loner" };
    format!("day {}: {} {tribes}, {} loners. {}: {they}", frame.day, frame.tribes, frame.loners, whose.they)
}

/// Bits by day.
fn keep_lines(live: &Live, world: YearWorld, inks: RwSignal<Palette>) {
    let Some([canvas]) = live.canvases(".lines") else { return };
    let resized = RwSignal::new(0u32);
    on_resize(&canvas, move || resized.update(|times| *times += 1));
    let layer = Layer::new(canvas);
    follow(Box::new(move || {
        resized.track();
        let (inks, scale) = (inks.get(), scale());
        if let (Some(_), Some(sheet)) = (layer.fresh(scale), layer.sheet())
            && let Err(trouble) = world.days.with(|days| draw_year(&sheet, days, YEAR, &inks, scale))
        {
            leptos::logging::error!("the lines cannot be drawn: {trouble}");
        }
    }));
    live.attribute(".lines canvas", "aria-label", move || {
        world.days.with(|days| {
            let (first, last) = (days.first()?, days.last()?);
            Some(format!(
                "from {} bits today to {} bits on day {}",
                tenths(first.bits_that_day),
                tenths(last.bits_that_day),
                last.day
            ))
        })
    });
}
