//! The landing's world: two axes, a crowd, and you.

use crate::protocol::{LandingReply, PLANE_REACH, PlaneFrame, Reply, RunId};
use drift::measure::Clusters;
use drift::measure::SurprisalGrid;
use drift::{AgentId, Bandwidth, Params, Traits, World};
use quiz::population::{OpinionSpace, draw};
use settings::SettingError;

/// People on the plane: enough for clear valleys, few enough for a phone.
const PEOPLE: usize = 1_500;

/// Where "you" start: on nobody's side, far from everybody.
const START: [f32; 2] = [-1.9, -2.2];

/// Spots along each side of the potential.
const SIDE: usize = 56;

/// Days between two surveys of the potential.
const SURVEY: u32 = 10;

/// Settled is a plane on which people move less than this between two surveys (root mean square): above the
/// jitter of a crowd at rest, .025 to .027, which comes from eight posts a day being a small sample.
const STILL: f32 = 0.03;

pub(super) struct Plane {
    world: World,
    you: AgentId,
    /// Where everybody was at the last survey, and you.
    before: Vec<f32>,
    surveyed: Option<u32>,
    settled: bool,
    /// The clusters of the last survey.
    clusters: Clusters,
}

/// A weak recommender and a weak anchor, so that the plane ends in a few wide valleys, attention with a long tail, so that a
/// spot far from everybody still slopes, and a push, so that the valleys lie apart and the crowd fills the plane.
fn rules() -> Params {
    Params {
        candidates_per_post: 8,
        stubbornness: 0.01,
        reinforcement: 0.05,
        controversialness: 2.0,
        decay: 0.02,
        bandwidth: Bandwidth::MeanAttention(0.3),
        kernel_exponent: 2.0,
        ..Params::default()
    }
}

impl Plane {
    pub(super) fn open(seed: u64) -> Result<Plane, SettingError> {
        let beliefs = draw(seed, PEOPLE, &OpinionSpace::new(seed, 2)?)?;
        let mut world = World::new(beliefs, rules(), seed)?;
        // You come without an anchor: somebody who just scrolls.
        let you = world.add_observer(&START, Traits { stubbornness: Some(0.0), ..Traits::default() }, 0)?;
        let clusters = Clusters::find(world.embedding(), world.initial_spread());
        Ok(Plane { world, you, before: Vec::new(), surveyed: None, settled: false, clusters })
    }

    pub(super) fn advance(&mut self, days: u16) {
        for _ in 0..days {
            self.world.step();
        }
    }

    /// Puts you somewhere. Whether the plane is settled is seen from here on.
    pub(super) fn place(&mut self, spot: [f32; 2]) -> Result<(), SettingError> {
        let inside = spot.map(|x| x.clamp(-PLANE_REACH, PLANE_REACH));
        self.world.set_observer_opinion(self.you, &inside)?;
        self.settled = false;
        self.before.clear();
        self.surveyed = None;
        Ok(())
    }

    /// The present frame; every [`SURVEY`] days with the potential.
    pub(super) fn reply(&mut self, run: RunId) -> Reply<LandingReply> {
        let day = self.world.step_count();
        let points = self.world.opinions().values().to_vec();
        let you = self.world.opinion(self.you).expect("you moved in when the plane was opened");
        let you = [you[0], you[1]];
        let mut arrays = vec![points];
        let due = self.surveyed.is_none_or(|last| day >= last + SURVEY);
        if due {
            let points = &arrays[0];
            let potential = SurprisalGrid::estimate(points, SIDE, PLANE_REACH, 0.5 * self.world.bandwidth());
            self.settled = self.surveyed.is_some() && moved(&self.before, points, you) < STILL;
            self.before = points.iter().copied().chain(you).collect();
            self.surveyed = Some(day);
            self.clusters = Clusters::find(self.world.embedding(), self.world.initial_spread());
            arrays.push(potential.bits);
        }
        let frame = PlaneFrame {
            day,
            you,
            clusters: self.clusters.count() as u16,
            unclustered: self.clusters.unclustered() as u32,
            you_in_cluster: self
                .clusters
                .cluster_at(self.world.coordinates(self.you).expect("you moved in"))
                .is_some(),
            settled: self.settled,
            potential_side: if due { SIDE as u16 } else { 0 },
        };
        Reply { message: LandingReply::Plane { run, frame }, arrays }
    }
}

/// The larger of how far people moved (root mean square) and of how far you did.
fn moved(before: &[f32], points: &[f32], you: [f32; 2]) -> f32 {
    let Some((you_before, crowd)) = before.split_last_chunk::<2>().map(|(crowd, you)| (you, crowd)) else {
        return f32::INFINITY;
    };
    let squares = |a: &[f32], b: &[f32]| a.iter().zip(b).fold(0.0f32, |sum, (a, b)| sum + (a - b) * (a - b));
    let crowd = squares(crowd, points) / (points.len() / 2).max(1) as f32;
    f32::sqrt(crowd.max(squares(you_before, &you)))
}
