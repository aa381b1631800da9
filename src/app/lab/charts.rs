//! Line charts of the measures over days.

use leptos::prelude::*;

use super::playback::Run;
use crate::app::parts::{Layer, Live, follow, on_resize, scale};
use crate::protocol::LabMeasures;
use picture::chart::draw_series;
use quiz::format::one_decimal;

/// A measure: its name in the page, its title, what it says, and its value.
type Measure = (&'static str, &'static str, &'static str, fn(&LabMeasures, f32) -> f64);

const MEASURES: [Measure; 4] = [
    ("tribes", "effective tribes", "as many equal tribes would be as diverse", |m, _| m.effective_clusters),
    ("dims", "effective dimensions", "ways in which people still differ", |m, _| m.dimensions),
    ("mean", "bits to find anybody", "mean surprisal. six bits: one in 64", |m, _| m.bits),
    ("your", "bits to find you", "your own surprisal", |_, yours| f64::from(yours)),
];

/// The charts, as HTML.
pub(super) fn charts_html() -> String {
    let chart = |(name, title, says, _): &Measure| {
        format!(
            r#"<figure class="chart" data-chart="{name}"><figcaption>{title} <b class="number"></b>
            <small>{says}</small></figcaption><canvas role="img" aria-label="{title}"></canvas></figure>"#
        )
    };
    let charts: String = MEASURES.iter().map(chart).collect();
    format!(r#"<section class="charts" aria-label="measures by day">{charts}</section>"#)
}

/// Keeps them up to date.
pub(super) fn keep_charts(live: &Live, run: Run) {
    for (name, title, _, value) in MEASURES {
        let within = format!("[data-chart={name}]");
        let Some([canvas]) = live.canvases(&within) else { continue };
        let resized = RwSignal::new(0u32);
        on_resize(&canvas, move || resized.update(|times| *times += 1));
        let layer = Layer::new(canvas);
        let series = move || -> Vec<(u32, f64)> {
            let known = |(m, yours): &(LabMeasures, f32)| {
                let value = value(m, *yours);
                (!value.is_nan()).then_some((m.day, value))
            };
            run.past.with(|past| past.iter().filter_map(known).collect())
        };
        follow(Box::new(move || {
            resized.track();
            let (palette, scale, series) = (run.app().palette.get(), scale(), series());
            let color = if name == "your" { palette.you } else { palette.ink };
            if let (Some(_), Some(sheet)) = (layer.fresh(scale), layer.sheet())
                && let Err(trouble) = draw_series(&sheet, &series, color, &palette, scale)
            {
                leptos::logging::error!("the lines cannot be drawn: {trouble}");
            }
        }));
        live.text(&format!("{within} b"), move || match name {
            // Known on every day, and from the moment on when you are somebody else.
            "your" => said(run.frame.with(|frame| frame.as_ref().map(|frame| f64::from(frame.your_bits)))),
            _ => said(series().last().map(|(_, value)| *value)),
        });
        live.attribute(&format!("{within} canvas"), "aria-label", move || {
            let series = series();
            let (first, last) = (series.first()?, series.last()?);
            Some(format!(
                "{title}: {} on day 0, {} on day {}",
                said(Some(first.1)),
                said(Some(last.1)),
                last.0
            ))
        });
    }
}

fn said(value: Option<f64>) -> String {
    match value {
        None => String::new(),
        Some(value) if value.is_finite() => one_decimal(value),
        Some(_) => "beyond reach".to_owned(),
    }
}
