//! What can be seen of a world?

use crate::belief::{Beliefs, Projection};
use crate::drift::attention::Attention;
use crate::drift::embedding::Embedding;
use crate::drift::params::{Audience, Params};
use crate::drift::person::{PersonId, Traits};
use crate::drift::world::{DriftError, World};

impl World {
    /// Days lived through.
    pub fn day(&self) -> u32 {
        self.day
    }

    /// Members of the crowd who have already lived through the day that is going on: all of them while the recommender
    /// still learns.
    pub fn moved(&self) -> u32 {
        if self.night.is_going_on() {
            self.crowd.people() as u32
        } else {
            self.moved.max(self.met.min(1)) as u32
        }
    }

    /// What a person's day costs, in multiply-adds, a random read of memory counting as eight of them: enough to cut days
    /// into slices of about the same length.
    pub fn work_per_person(&self) -> u64 {
        let Params { posts, screened, audience, bias, .. } = self.params;
        let (people, dims) = (self.crowd.people() as u64, self.beliefs().dims() as u64);
        let seen = self.coordinates_kept();
        let read = match audience {
            Audience::Posts => u64::from(posts) * (u64::from(screened) * (seen + 8) + dims + 8),
            Audience::Everyone if dims == 1 => 200,
            Audience::Everyone => people * (seen + dims),
            Audience::Pairs if bias > 0.0 => people * (seen + 16),
            Audience::Pairs => 4 * dims + 16,
        };
        let ideas = if self.params.innovation > 0.0 { 40 * dims } else { 0 };
        let along = self.projection.rotates() && self.params.nothing_new();
        let looked_at = if along { (u64::from(posts) + 4) * seen } else { seen * dims };
        read + 4 * dims + looked_at + ideas
    }

    fn coordinates_kept(&self) -> u64 {
        self.embedding().width().next_multiple_of(8) as u64
    }

    /// A checksum (CRC-32C) of all beliefs of the crowd: equal for equal worlds, on every machine.
    pub fn checksum(&self) -> u32 {
        let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISCSI);
        let mut digest = sum.digest();
        self.beliefs().values().iter().for_each(|value| digest.update(&value.to_le_bytes()));
        digest.finalize()
    }

    /// The rules.
    pub fn params(&self) -> &Params {
        &self.params
    }

    /// What the crowd believes today, people × D.
    pub fn beliefs(&self) -> &Beliefs {
        &self.crowd.today.beliefs
    }

    /// What the crowd believed on day 0, people × D.
    pub fn anchors(&self) -> &Beliefs {
        &self.crowd.anchors
    }

    /// What the crowd posts today, people × D.
    pub fn posts(&self) -> &Beliefs {
        self.crowd.today.shown()
    }

    /// What the recommender sees of the crowd today, people × r.
    pub fn embedding(&self) -> &Embedding {
        &self.crowd.today.embedding
    }

    /// The recommender's window on beliefs.
    pub fn projection(&self) -> &Projection {
        &self.projection
    }

    /// Attention as a function of distance.
    pub fn attention(&self) -> &Attention {
        &self.attention
    }

    /// h, the distance in the embedding at which attention falls.
    pub fn bandwidth(&self) -> f32 {
        self.attention.bandwidth()
    }

    /// Root mean square distance of people from their centre on day 0, over all their beliefs: about √D. The size of
    /// the crowd, whatever share of it the recommender sees.
    pub fn spread(&self) -> f32 {
        self.spread
    }

    /// Number of guests; their numbers follow on the crowd's.
    pub fn guests(&self) -> usize {
        self.guests.people()
    }

    /// What a person believes today (D numbers), of the crowd or a guest.
    pub fn belief(&self, person: PersonId) -> Result<&[f32], DriftError> {
        self.find(person.0).map(|(group, row)| group.today.beliefs.row(row))
    }

    /// What a person believed on day 0, or where they were last placed (D numbers).
    pub fn anchor(&self, person: PersonId) -> Result<&[f32], DriftError> {
        self.find(person.0).map(|(group, row)| group.anchors.row(row))
    }

    /// Where the recommender sees a person today (r numbers, then noughts up to a multiple of eight).
    pub fn coordinates(&self, person: PersonId) -> Result<&[f32], DriftError> {
        self.find(person.0).map(|(group, row)| group.today.embedding.padded(row))
    }

    /// What a person is like.
    pub fn traits(&self, person: PersonId) -> Result<&Traits, DriftError> {
        self.find(person.0).map(|(group, row)| &group.traits[row])
    }
}
