//! Inspection of single agents in a world of the lab.

use super::describe::{About, said_of};
use crate::protocol::{LabPerson, LabWho};
use crate::session::reference_population::ReferencePopulation;
use drift::measure::{Clusters, surprisal};
use drift::{AgentId, Decimal, World, WorldError};
use perplexity::item_bank::KEYS;
use perplexity::likeness::Likeness;
use quiz::population::{OpinionSpace, opinions_of};
use quiz::scoring::posterior;
use scenario::{SELVES, stratified_selves};
use settings::{Setting, SettingError, Start};

/// People who could have been in the crowd, of whom the outermost is an outsider.
const CANDIDATES: usize = 200;

/// Numbers in a stretch of a table.
const STRETCH: usize = 60_000;

/// Numbers in the largest table.
const LARGEST: usize = 4_000_000;

/// What you believe first in a world of this setting.
pub(super) fn beliefs(setting: &Setting, who: LabWho) -> Result<Vec<f32>, SettingError> {
    match (who, setting.start) {
        (LabWho::Answers(answers), Start::Crowd) => {
            if let Ok(posterior) = posterior(&answers) {
                let space = OpinionSpace::new(setting.seed, setting.dims as usize)?;
                // The self in the middle of all, by surprisal.
                let selves = stratified_selves(&answers, &posterior, &Likeness::default());
                return Ok(opinions_of(&selves[SELVES / 2], SELVES / 2, setting.seed, &space));
            }
        }
        (LabWho::At(spot), _) => {
            let mut row = vec![0.0; setting.dims as usize];
            row.iter_mut().zip(spot).for_each(|(x, at)| *x = at);
            return Ok(row);
        }
        _ => {}
    }
    let (middle, first) = match setting.start {
        Start::Crowd => (0.0, setting.people as usize),
        Start::Uniform => (0.5, setting.people as usize),
    };
    // With thousands of dimensions everybody is far out and each costs as many draws: a few will do.
    let candidates = (CANDIDATES * 64 / setting.dims.max(1) as usize).clamp(8, CANDIDATES);
    let mut found: (f32, Vec<f32>) = (f32::NEG_INFINITY, Vec::new());
    for number in first..first + candidates {
        let row = setting.beliefs_of(number)?;
        let out = row.iter().fold(0.0f32, |sum, x| sum + (x - middle) * (x - middle));
        if out > found.0 {
            found = (out, row);
        }
    }
    Ok(found.1)
}

/// Details of one agent. `id` says who, `shown` by which id they are named.
pub(super) fn person_of(
    world: &World,
    clusters: &Clusters,
    id: AgentId,
    shown: Option<AgentId>,
    spot: [f32; 2],
    (about, listens): (About, Option<&ReferencePopulation>),
) -> Result<LabPerson, WorldError> {
    let (row, at, home) = (world.opinion(id)?, world.coordinates(id)?, world.anchor(id)?);
    let own = (id.index() < world.opinions().row_count()).then_some(id.index());
    let way: f32 = row.iter().zip(home).fold(0.0, |sum, (x, a)| sum + (x - a) * (x - a));
    Ok(LabPerson {
        person: shown,
        spot,
        cluster: own
            .map_or_else(|| clusters.cluster_at(at), |row| clusters.cluster_of(row))
            .map(|cluster| cluster as u16),
        bits: surprisal(at, own, world.embedding(), world.attention()) as f32,
        away: f32::sqrt(way) / world.initial_spread().max(f32::MIN_POSITIVE),
        said: said_of(row, world.opinions(), about, listens),
        mentors: world.traits(id)?.mentors.members().to_vec(),
    })
}

/// What everybody believes, as comma-separated values.
pub(super) struct Table<'a> {
    pub world: &'a World,
    pub clusters: &'a Clusters,
    pub about: About,
}

impl Table<'_> {
    /// Some people's lines from `from` on, and who comes next. Refuses tables that nobody could open.
    pub(super) fn stretch(&self, from: u32) -> Result<(String, Option<u32>), String> {
        let beliefs = self.world.opinions();
        let (people, dims) = (beliefs.row_count(), beliefs.dims());
        if people * dims > LARGEST {
            return Err(format!(
                "that table would hold {} numbers, and i write {LARGEST} at most. fewer people, or fewer beliefs?",
                people * dims
            ));
        }
        let mut text = if from == 0 { heading(dims, self.about) } else { String::new() };
        let last = people.min((from as usize).saturating_add((STRETCH / dims).max(1)));
        for person in from as usize..last {
            let cluster =
                self.clusters.cluster_of(person).map(|cluster| (cluster + 1).to_string()).unwrap_or_default();
            text += &format!("{person},{cluster}");
            for &x in beliefs.row(person) {
                text += &format!(",{}", Decimal::from(x));
            }
            text.push('\n');
        }
        Ok((text, (last < people).then_some(last as u32)))
    }
}

fn heading(dims: usize, about: About) -> String {
    let mut text = "person,tribe".to_owned();
    for belief in 0..dims {
        let key = KEYS.get(belief).filter(|_| about == About::Items);
        match (key, about, belief) {
            (Some(key), ..) => text += &format!(",{key}"),
            (None, About::Axes, 0) => text += ",left_right",
            (None, About::Axes, _) => text += ",anti_pro_ai",
            _ => text += &format!(",belief_{}", belief + 1),
        }
    }
    text.push('\n');
    text
}
