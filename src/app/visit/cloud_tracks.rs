//! Tracks of the visitor's selves on the map of the year, between two days.

use picture::chart::mean_point;

/// Points of selves on the map.
type Cloud = Vec<[f32; 2]>;

/// Where the visitor's selves were and are under every lever.
#[derive(Default)]
pub(super) struct CloudTracks {
    /// Under each lever, the mean of the selves on every day shown so far.
    means: Vec<Cloud>,
    /// Under each lever, the selves on the day before and on the last day.
    days: [Vec<Cloud>; 2],
}

impl CloudTracks {
    /// Adds a day: the selves under each lever.
    pub(super) fn push(&mut self, clouds: Vec<Cloud>) {
        self.means.resize(clouds.len(), Vec::new());
        let means = clouds.iter().filter_map(|cloud| mean_point(cloud));
        self.means.iter_mut().zip(means).for_each(|(path, mean)| path.push(mean));
        let [_, before] = std::mem::take(&mut self.days);
        self.days = [if before.is_empty() { clouds.clone() } else { before }, clouds];
    }

    /// Path of the mean under a lever, up to this share of the way to the last day, 0 to 1.
    pub(super) fn path(&self, lever: usize, share: f32) -> Cloud {
        let mut path = self.means.get(lever).cloned().unwrap_or_default();
        if let [.., before, last] = &mut path[..] {
            *last = between(*before, *last, share);
        }
        path
    }

    /// The selves under a lever, this share of the way from the day before to the last day, 0 to 1.
    pub(super) fn cloud(&self, lever: usize, share: f32) -> Cloud {
        let [Some(before), Some(last)] = self.days.each_ref().map(|clouds| clouds.get(lever)) else {
            return Vec::new();
        };
        before.iter().zip(last).map(|(&a, &b)| between(a, b, share)).collect()
    }
}

fn between(a: [f32; 2], b: [f32; 2], share: f32) -> [f32; 2] {
    [0, 1].map(|axis| a[axis] + share * (b[axis] - a[axis]))
}
