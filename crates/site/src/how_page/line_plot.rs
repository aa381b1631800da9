//! Line plot of an experiment as SVG, with a table of its numbers.
//!
//! Lines and text take their colours from the page's style sheet, so that they follow light, dark and forced colours. Lines
//! are distinguished by dash and number, not only by colour. Each plot comes with a table of its numbers.

use std::fmt::Write;

use super::data::{Experiment, Series};
use super::number_format::{format_range, span, ticks};
use super::tables::{boxed, plain};

/// Width and height of the drawing, and the margins that hold its numbers: left, top, right, bottom.
const SIZE: [f64; 2] = [360.0, 220.0];
const MARGIN: [f64; 4] = [36.0, 10.0, 18.0, 22.0];
/// Least distance between the labels at the ends of lines.
const LETTER: f64 = 13.0;
/// Largest number of lines that can be distinguished.
const MOST_LINES: usize = 6;

/// Largest number of points drawn per line.
const MOST_POINTS: usize = 200;

/// Line plot of an experiment.
pub(super) struct Plot<'a> {
    /// Identifier, unique on the page.
    pub id: String,
    /// Caption, one sentence.
    pub caption: String,
    /// Titles of the x and y axes.
    pub axes: [&'a str; 2],
    /// Curves, at most six.
    pub curves: Vec<Curve<'a>>,
    /// Values of x that have a row in the table.
    pub rows: &'a [f64],
    /// Lower end of the y axis, unless a curve goes below it.
    pub floor: f64,
    /// Formats of the tick labels of x and of y.
    pub ticks: [fn(f64) -> String; 2],
}

/// Curve of a plot.
pub(super) struct Curve<'a> {
    /// Measured points.
    pub series: &'a Series,
    /// Name in the legend.
    pub name: &'a str,
    /// Whether the curve is drawn as points.
    pub dots: bool,
}

impl<'a> Plot<'a> {
    /// Lines of the experiment's series with these names, each with its name in the legend.
    pub(super) fn lines(experiment: &'a Experiment, names: &[(&str, &'a str)]) -> Vec<Curve<'a>> {
        let curve = |(name, said): &(&str, &'a str)| {
            Some(Curve { series: experiment.series(name)?, name: said, dots: false })
        };
        names.iter().filter_map(curve).collect()
    }

    /// HTML of plot, legend, caption and table.
    pub(super) fn html(&self) -> String {
        assert!(self.curves.len() <= MOST_LINES, "{}: too many lines", self.id);
        format!(
            "<figure class=\"plot\" id=\"{id}\">\n<p class=\"up\">{up}</p>\n{svg}\n<p class=\"across\">{across}</p>\n{key}\
             <figcaption>{caption}</figcaption>\n{table}</figure>\n",
            id = self.id,
            up = self.axes[1],
            across = self.axes[0],
            svg = self.svg(),
            key = self.key(),
            caption = self.caption,
            table = self.table(),
        )
    }

    fn svg(&self) -> String {
        let points = || self.curves.iter().flat_map(|curve| &curve.series.points);
        let x = span(points().map(|point| point.x));
        let y = span(points().flat_map(|point| point.range()).chain([self.floor]));
        let (across, up) = (ticks(x), ticks(y));
        let y = [y[0].min(up[0]), y[1].max(up[up.len() - 1])];
        let place = |at: [f64; 2]| {
            let share = [(at[0] - x[0]) / (x[1] - x[0]), (y[1] - at[1]) / (y[1] - y[0])];
            let [left, top, right, bottom] = MARGIN;
            [left + share[0] * (SIZE[0] - left - right), top + share[1] * (SIZE[1] - top - bottom)]
        };
        let mut text = format!(
            "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">",
            SIZE[0],
            SIZE[1],
            plain(&self.caption)
        );
        for &tick in &up {
            let [left, height] = place([x[0], tick]);
            let right = SIZE[0] - MARGIN[2];
            put(&mut text, format_args!("<path class=\"grid\" d=\"M{left:.0} {height:.1}H{right:.0}\"/>"));
            let (at, down) = (left - 5.0, height + 3.5);
            put(
                &mut text,
                format_args!(
                    "<text x=\"{at:.0}\" y=\"{down:.1}\" text-anchor=\"end\">{}</text>",
                    self.ticks[1](tick)
                ),
            );
        }
        for &tick in &across {
            let [at, floor] = place([tick, y[0]]);
            put(&mut text, format_args!("<path class=\"tick\" d=\"M{at:.1} {floor:.1}v4\"/>"));
            let down = floor + 17.0;
            put(
                &mut text,
                format_args!(
                    "<text x=\"{at:.1}\" y=\"{down:.1}\" text-anchor=\"middle\">{}</text>",
                    self.ticks[0](tick)
                ),
            );
        }
        for (at, curve) in self.curves.iter().enumerate() {
            let means = thinned(curve.series.points.iter().map(|p| place([p.x, p.mean()])), curve.dots);
            if curve.dots {
                put(&mut text, format_args!("<path class=\"dots of-{at}\" d=\"{}\"/>", dots(&means)));
                continue;
            }
            if curve.series.points.iter().any(|point| point.worlds.len() > 1) {
                let edge = |side: usize| curve.series.points.iter().map(move |p| [p.x, p.range()[side]]);
                let around: Vec<[f64; 2]> =
                    edge(0).chain(edge(1).collect::<Vec<_>>().into_iter().rev()).map(place).collect();
                put(&mut text, format_args!("<path class=\"band of-{at}\" d=\"{}Z\"/>", path(&around)));
            }
            put(&mut text, format_args!("<path class=\"line of-{at}\" d=\"{}\"/>", path(&means)));
        }
        if self.curves.len() > 1 {
            self.ends(&mut text, &place);
        }
        text + "</svg>"
    }

    /// Labels at the ends of the lines; labels that would overlap are moved apart, in the order of their lines.
    fn ends(&self, text: &mut String, place: &dyn Fn([f64; 2]) -> [f64; 2]) {
        let end = |(at, curve): (usize, &Curve)| {
            let point = curve.series.points.last().filter(|_| !curve.dots)?;
            let [x, y] = place([point.x, point.mean()]);
            Some((y, x, at))
        };
        let mut ends: Vec<(f64, f64, usize)> = self.curves.iter().enumerate().filter_map(end).collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0));
        // From above nothing may come nearer than a letter; what then falls off the bottom pushes back up.
        let floor = SIZE[1] - MARGIN[3] - LETTER * ends.len() as f64;
        let mut free = 0.0;
        for (n, (y, x, at)) in ends.into_iter().enumerate() {
            let y = y.max(free).min(floor + LETTER * (n + 1) as f64);
            free = y + LETTER;
            let (x, y) = (x + 4.0, y + 3.5);
            put(text, format_args!("<text class=\"of-{at}\" x=\"{x:.0}\" y=\"{y:.1}\">{}</text>", at + 1));
        }
    }

    /// Legend.
    fn key(&self) -> String {
        if self.curves.len() < 2 {
            return String::new();
        }
        let mut text = "<ul class=\"key\">".to_owned();
        for (at, curve) in self.curves.iter().enumerate() {
            let (class, way) = if curve.dots { ("dots", "M9 4h0") } else { ("line", "M0 4h28") };
            let number = if curve.dots { String::new() } else { format!("<b>{}</b> ", at + 1) };
            put(
                &mut text,
                format_args!(
                    "<li><svg viewBox=\"0 0 28 8\" aria-hidden=\"true\"><path class=\"{class} of-{at}\" d=\"{way}\"/></svg>{number}{}</li>",
                    curve.name
                ),
            );
        }
        text + "</ul>\n"
    }

    /// Table of the plot's numbers: a row for every x asked for, a column for every curve with a value at one of them.
    fn table(&self) -> String {
        if self.rows.is_empty() {
            return String::new();
        }
        let measured = |curve: &&Curve| self.rows.iter().any(|&x| curve.series.at(x).is_some());
        let columns: Vec<&Curve> = self.curves.iter().filter(measured).collect();
        let head: String =
            columns.iter().map(|curve| format!("<th scope=\"col\">{}</th>", curve.name)).collect();
        let mut body = String::new();
        for &x in self.rows {
            put(&mut body, format_args!("<tr><th scope=\"row\">{}</th>", self.ticks[0](x)));
            for curve in &columns {
                let cell = curve.series.at(x).map_or("–".to_owned(), |point| format_range(point.range()));
                put(&mut body, format_args!("<td>{cell}</td>"));
            }
            body.push_str("</tr>\n");
        }
        format!(
            "<details><summary>the numbers</summary>\n{}</details>\n",
            boxed(
                &format!("the numbers of this figure: {}", self.axes[1]),
                &format!(
                    "<table><thead><tr><th scope=\"col\">{}</th>{head}</tr></thead>\n<tbody>{body}</tbody></table>",
                    self.axes[0]
                )
            )
        )
    }
}

fn put(text: &mut String, piece: std::fmt::Arguments<'_>) {
    text.write_fmt(piece).expect("a string takes any text");
}

fn path(points: &[[f64; 2]]) -> String {
    let mut text = String::new();
    for (at, [x, y]) in points.iter().enumerate() {
        put(&mut text, format_args!("{}{x:.1} {y:.1}", if at == 0 { 'M' } else { 'L' }));
    }
    text
}

/// Thins a line to at most so many points, and keeps the last one.
fn thinned(points: impl ExactSizeIterator<Item = [f64; 2]>, dots: bool) -> Vec<[f64; 2]> {
    let (all, step) = (points.len(), if dots { 1 } else { points.len().div_ceil(MOST_POINTS) });
    let kept = |(at, _): &(usize, [f64; 2])| at % step == 0 || at + 1 == all;
    points.enumerate().filter(kept).map(|(_, point)| point).collect()
}

fn dots(points: &[[f64; 2]]) -> String {
    let mut text = String::new();
    points.iter().for_each(|[x, y]| put(&mut text, format_args!("M{x:.1} {y:.1}h0")));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::how_page::number_format::number;

    #[test]
    fn a_picture_says_in_numbers_what_it_draws() {
        let experiment =
            Experiment::read("series,day,inside\nfed,0,0,0\nfed,10,40,60\nunfed,0,0,0\nunfed,10,1,3\n")
                .expect("a legal table");
        let plot = Plot {
            id: "plot-x".to_owned(),
            caption: "the <i>fed</i> go in".to_owned(),
            axes: ["day", "inside"],
            curves: Plot::lines(&experiment, &[("fed", "on the feed"), ("unfed", "without")]),
            rows: &[0.0, 10.0],
            floor: 0.0,
            ticks: [number; 2],
        };
        let html = plot.html();
        for part in [
            "aria-label=\"the fed go in\"",
            "<td>40\u{2060}–\u{2060}60</td><td>1\u{2060}–\u{2060}3</td>",
            "class=\"band of-1\"",
            "<th scope=\"row\">10</th>",
            "tabindex=\"0\"",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
    }
}
