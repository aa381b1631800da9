//! Figures of the experiments, and statistics over their worlds.

/// Plot of lines (or dots) over common axes.
pub struct Figure {
    /// Title of the x axis.
    pub x: &'static str,
    /// Title of the y axis.
    pub y: &'static str,
    /// Whether the series are drawn as dots.
    pub dots: bool,
    /// Named series.
    pub series: Vec<PlotSeries>,
}

/// Named series of points.
pub struct PlotSeries {
    /// Name in the figure and the data.
    pub name: String,
    /// x, and y by world.
    pub points: Vec<(f64, Vec<f64>)>,
}

impl PlotSeries {
    /// A series of points, each with y by world.
    pub fn new(name: impl Into<String>, points: impl IntoIterator<Item = (f64, Vec<f64>)>) -> PlotSeries {
        PlotSeries { name: name.into(), points: points.into_iter().collect() }
    }

    /// x, and the mean of y over the worlds.
    pub fn means(&self) -> impl Iterator<Item = (f64, f64)> {
        self.points.iter().map(|(x, worlds)| (*x, mean(worlds.iter().copied())))
    }
}

/// Converts shares to percentages.
pub(super) fn hundred(shares: Vec<f64>) -> Vec<f64> {
    shares.into_iter().map(|share| 100.0 * share).collect()
}

/// Range of a measure over several worlds, as `0.5 to 0.7`.
pub(super) fn range(values: impl IntoIterator<Item = f64>) -> String {
    let (low, high) = span(values);
    if format!("{low:.1}") == format!("{high:.1}") {
        format!("{low:.1}")
    } else {
        format!("{low:.1} to {high:.1}")
    }
}

/// Range of a share over several worlds, as `12 to 15 %`.
pub(super) fn percents(values: impl IntoIterator<Item = f64>) -> String {
    let (low, high) = span(values);
    let (low, high) = (format!("{:.0}", 100.0 * low), format!("{:.0}", 100.0 * high));
    if low == high { format!("{low} %") } else { format!("{low} to {high} %") }
}

fn span(values: impl IntoIterator<Item = f64>) -> (f64, f64) {
    values.into_iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
}

/// Mean over several worlds.
pub(super) fn mean(values: impl IntoIterator<Item = f64>) -> f64 {
    let (sum, count) = values.into_iter().fold((0.0, 0), |(sum, count), v| (sum + v, count + 1));
    sum / f64::from(count.max(1))
}
