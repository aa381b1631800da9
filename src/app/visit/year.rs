//! The year on the feed: map, controls and outcome.

use crate::protocol::{YEAR, YearFrame};
use leptos::prelude::*;
use picture::chart::{Palette, draw_year, mean_point};
use quiz::format::{grouped, one_decimal, one_in, one_in_range, percent};
use scenario::{Year, half_life};

use super::VisitContext;
use super::levers::{keep_levers, levers_html, place_of};
use super::map_table::{rows, table_html};
use super::perspective::Perspective;
use super::scoring::Scored;
use super::sentence::struck;
use super::year_words::{beside, clock, flips, taken};
use super::year_world::YearWorld;
use crate::app::parts::{
    DAY_0_REACH, Layer, Live, MAP_CANVASES, Visible, follow, keep_map, on_resize, scale,
};

/// The map of day 0, as HTML.
pub(super) fn today_html(whose: Perspective) -> String {
    format!(
        r#"<section class="part today"><h2>the map</h2><figure class="map">{MAP_CANVASES}
        <figcaption><div class="in-words"></div><p class="refused" role="alert"></p>{}</figcaption></figure></section>"#,
        table_html("the map as a table", whose)
    )
}

/// Draws it and says it in words.
pub(super) fn keep_today(live: &Live, world: YearWorld, palette: RwSignal<Palette>, whose: Perspective) {
    keep_map(live, ".today .map-canvases", world.today, palette, whose.they, DAY_0_REACH);
    // Day 0 only: the frame goes on to other days.
    let today = Memo::new(move |before: Option<&Option<YearFrame>>| {
        let first = before.cloned().flatten();
        first.or_else(|| world.frame.get().filter(|frame| frame.report.day == 0))
    });
    live.inside(".today .in-words", move || {
        today.get().map(|frame| in_words(&frame, whose)).unwrap_or_default()
    });
    live.inside(".today tbody", move || {
        today
            .get()
            .map(|frame| rows("kind", &frame.kinds, world.answers().set(), frame.people, 0))
            .unwrap_or_default()
    });
    live.text(".today .refused", move || world.refused.get().unwrap_or_default());
}

/// Text alternative of the map, as HTML.
fn in_words(frame: &YearFrame, whose: Perspective) -> String {
    let outcome = frame.report.outcomes.first();
    let [x, y] = outcome.and_then(|outcome| mean_point(&outcome.selves)).unwrap_or_default();
    let side = |at: f32, low: &'static str, high: &'static str| if at < 0.0 { low } else { high };
    let far = one_decimal(f64::from(libm::hypotf(x, y)));
    format!(
        r#"<p>this flat picture keeps <b class="number">{}</b> of the differences.</p>
        <p class="aside">in words: {} simulated people in {} dimensions. the star is {}, the small dots who {} may be as well; it is {far} standard deviations from
        the middle, {} it and to the {}. lines join places where the crowd is equally thick. hatched and named:
        where a kind of people is commonest beside its size. nobody has drifted yet, so kinds overlap.</p>"#,
        percent(f64::from(frame.report.survey.kept)),
        grouped(frame.people.into()),
        frame.dims,
        whose.they,
        whose.they,
        side(y, "below", "above"),
        side(x, "left", "right"),
    )
}

/// The year: contrast, map, the sentence, bits by day, and the levers; as HTML.
pub(super) fn year_html(whose: Perspective) -> String {
    let they = whose.they;
    format!(
        r#"<section class="part year"><h2>a year on the feed</h2>
        <p class="plain">same crowd, same {they}. eight posts a day for everyone. nothing else happens.</p>
        <div class="contrast"><div><p class="eyebrow">today</p>
        <p class="figure-number small" data-value="today-perplexity"></p></div>
        <div><p class="eyebrow"><span data-value="day"></span>, drifting along</p>
        <p class="figure-number small" data-value="year-perplexity"></p>
        <p class="aside" data-value="year-range"></p></div>
        <div><p class="eyebrow">that day, unmoved</p>
        <p class="figure-number small" data-value="unmoved-perplexity"></p>
        <p class="aside" data-value="unmoved-range"></p></div></div>
        <p class="aside"><span data-value="year-standing"></span> <span data-value="year-median"></span>
        <span data-value="clock"></span></p>
        <figure class="map">{MAP_CANVASES}<figcaption><p class="controls">
        <button class="button small" data-action="play"></button> <span class="figure-status"></span></p>
        <p class="refused" role="alert"></p>{table}</figcaption></figure>
        <h3>the sentence, by now</h3>
        <p class="sentence small" data-value="year-sentence"></p><p class="flips"></p><ul class="taken"></ul>
        <h3>two lines</h3>
        <div class="lines"><canvas role="img"></canvas></div>
        <p class="aside">how rare {they} are in that day's crowd, in bits. solid: drifting along. dashed: unmoved.
        thin: the median simulated person. six bits is one in 64.</p>
        <p data-value="half-life"></p>
        {levers}<p class="unseen" role="status"></p></section>"#,
        levers = levers_html(whose),
        table = table_html("this map as a table", whose),
    )
}

/// Runs the year and keeps all of it up to date.
pub(super) fn keep_year(
    live: &Live,
    world: YearWorld,
    app: VisitContext,
    scored: &Scored,
    whose: Perspective,
) {
    let (explanation, placed) = (scored.details.explanation.clone(), scored.score.is_placed());
    begin_when_seen(live, world);
    keep_map(live, ".year .map-canvases", world.moving, app.palette, whose.they, Year::MAP_REACH);
    keep_lines(live, world, app.palette);
    keep_levers(live, world);
    let day = move || world.frame.with(|frame| frame.as_ref().map_or(0, |frame| frame.report.day));
    live.text(".year [data-value=day]", move || format!("day {}", day()));
    live.attribute(".year [data-value=day]", "data-day", move || Some(day().to_string()));
    let first = move || world.days.with(|days| Some(one_in(days.first()?.first()?.drifting)));
    live.text("[data-value=today-perplexity]", move || first().unwrap_or_default());
    live.text("[data-value=year-perplexity]", move || {
        world.outcome().map(|outcome| one_in(outcome.surprisal.bits)).unwrap_or_default()
    });
    live.text("[data-value=year-range]", move || {
        world.outcome().map(|outcome| one_in_range(outcome.surprisal.range)).unwrap_or_default()
    });
    let unmoved = move || world.frame.with(|frame| frame.as_ref().map(|frame| frame.report.unmoved));
    live.text("[data-value=unmoved-perplexity]", move || {
        unmoved().map(|unmoved| one_in(unmoved.bits)).unwrap_or_default()
    });
    live.text("[data-value=unmoved-range]", move || {
        unmoved().map(|unmoved| one_in_range(unmoved.range)).unwrap_or_default()
    });
    live.text("[data-value=year-median]", move || {
        world.frame.with(|frame| frame.as_ref().map(beside).unwrap_or_default())
    });
    live.text("[data-value=clock]", move || {
        world.frame.with(|frame| frame.as_ref().map(clock).unwrap_or_default())
    });
    live.text("[data-value=year-standing]", move || match world.outcome() {
        Some(outcome) if placed && day() > 0 => {
            format!("further out than about {} of 100 simulated people of that day.", outcome.percentile)
        }
        _ => String::new(),
    });
    live.inside(".year tbody", move || {
        let lever = world.lever.get();
        world.frame.with(|frame| match frame {
            Some(frame) if frame.report.day > 0 => {
                rows("tribe", &frame.report.survey.clusters, world.answers().set(), frame.people, lever)
            }
            _ => r#"<tr><td colspan="4">no tribes yet. let a month pass.</td></tr>"#.to_owned(),
        })
    });
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
    let status = move || status(world, whose).unwrap_or_default();
    live.text(".year .figure-status", status);
    live.text(".year .refused", move || world.refused.get().unwrap_or_default());
    live.text(".year [role=status]", move || if world.over() { status() } else { String::new() });
    let answers = Memo::new(move |_| world.outcome().map_or(world.answers(), |outcome| outcome.answers));
    live.inside("[data-value=year-sentence]", move || struck(&explanation, &answers.get(), whose.whom()));
    live.text(".year .flips", move || world.outcome().map(|outcome| flips(&outcome)).unwrap_or_default());
    live.inside(".year .taken", move || {
        world.outcome().map(|outcome| taken(&world.answers(), &outcome, whose)).unwrap_or_default()
    });
    live.text("[data-value=half-life]", move || {
        let bits = world.bits_by_day();
        let halved = half_life(bits.iter().map(|day| (day.day, day.drifting)));
        match (halved, world.over()) {
            (Some(days), _) => format!("half of {} bits are gone by day {}.", whose.their, days as u32),
            (None, true) => format!("half-life of {} bits: longer than this year.", whose.their),
            (None, false) => String::new(),
        }
    });
}

/// Keeps the headline's number of a later day, as far as the year has gone: with just the feed.
pub(super) fn keep_headline(live: &Live, world: YearWorld) {
    let lived = move || {
        let bits = world.outcome_of(0)?.surprisal.bits;
        world.frame.with(|frame| Some((frame.as_ref()?.report.day, bits))).filter(|(day, _)| *day > 0)
    };
    live.text("[data-value=later-when]", move || match lived() {
        Some((day, _)) if day < YEAR => format!("the same on day {day} of the feed"),
        _ => "the same after a year on the feed".to_owned(),
    });
    live.text("[data-value=later]", move || match lived() {
        Some((_, bits)) => one_in(bits),
        None => "plays further down".to_owned(),
    });
}

/// The year begins by itself when its numbers are first looked at; while nobody looks at any of it, it waits.
fn begin_when_seen(live: &Live, world: YearWorld) {
    let (Some(numbers), Some(section)) = (live.find(".contrast"), live.find(".year")) else { return };
    let (numbers, section) = (Visible::watch(&numbers), Visible::watch(&section));
    let began = StoredValue::new(false);
    let waiting = StoredValue::new(false);
    let ready = Memo::new(move |_| world.frame.with(Option::is_some));
    follow(Box::new(move || {
        let ready = ready.get();
        if !section.get() {
            if world.playing.get_untracked() {
                waiting.set_value(true);
                world.pause();
            }
        } else if numbers.get() && ready && !began.get_value() {
            began.set_value(true);
            world.play();
        } else if waiting.get_value() {
            waiting.set_value(false);
            world.play();
        }
    }));
}

/// The picture in words.
fn status(world: YearWorld, whose: Perspective) -> Option<String> {
    let outcome = world.outcome()?;
    let place = place_of(world, &outcome);
    world.frame.with(|frame| {
        let frame = frame.as_ref()?;
        let survey = &frame.report.survey;
        let clusters = if survey.clusters.len() == 1 { "tribe" } else { "tribes" };
        Some(format!(
            "day {}: {} {clusters}, {} loners. {}: {place}",
            frame.report.day,
            survey.clusters.len(),
            grouped(survey.unclustered.into()),
            whose.they
        ))
    })
}

/// Bits by day.
fn keep_lines(live: &Live, world: YearWorld, palette: RwSignal<Palette>) {
    let Some([canvas]) = live.canvases(".lines") else { return };
    let resized = RwSignal::new(0u32);
    on_resize(&canvas, move || resized.update(|times| *times += 1));
    let layer = Layer::new(canvas);
    follow(Box::new(move || {
        resized.track();
        let (palette, scale, days) = (palette.get(), scale(), world.bits_by_day());
        if let (Some(_), Some(sheet)) = (layer.fresh(scale), layer.sheet())
            && let Err(trouble) = draw_year(&sheet, &days, YEAR, &palette, scale)
        {
            leptos::logging::error!("the lines cannot be drawn: {trouble}");
        }
    }));
    live.attribute(".lines canvas", "aria-label", move || {
        let days = world.bits_by_day();
        let (first, last) = (days.first()?, days.last()?);
        Some(format!(
            "drifting: from {} bits today to {} bits on day {}. unmoved: {} bits. the median simulated person: {} bits",
            one_decimal(first.drifting),
            one_decimal(last.drifting),
            last.day,
            one_decimal(last.unmoved),
            one_decimal(last.crowd)
        ))
    });
}
