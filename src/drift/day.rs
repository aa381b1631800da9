//! What happens to one person in one day?

use crate::belief::{Beliefs, Projection, add_differences};
use crate::chance::Chance;
use crate::drift::anchor::Step;
use crate::drift::attention::Attention;
use crate::drift::contacts::Contacts;
use crate::drift::display::put_on;
use crate::drift::embedding::{WIDEST, squared_distance};
use crate::drift::encounters::{Habits, Reading, hear_everyone, meet};
use crate::drift::group::Standing;
use crate::drift::innovation::add_ideas;
use crate::drift::line::Line;
use crate::drift::mentors::mentors_posts;
use crate::drift::pairs::Company;
use crate::drift::params::{Audience, Averaging, Params};
use crate::drift::person::Traits;
use crate::drift::posts::in_eights;

/// What everybody can look at during a day: yesterday's world. Nobody sees anybody move.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'a> {
    pub params: &'a Params,
    pub attention: &'a Attention,
    pub projection: &'a Projection,
    pub contacts: Option<&'a Contacts>,
    /// The same people in order, where one belief and flat attention allow it.
    pub line: Option<&'a Line>,
    /// The people who can be met.
    pub crowd: &'a Standing,
    /// The people who cannot, unless as mentors of each other.
    pub guests: &'a Standing,
    /// Encounters of the day.
    pub meetings: Chance,
    /// Innovations of the day.
    pub ideas: Chance,
}

/// One person on the morning of a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a> {
    /// x, D numbers.
    pub belief: &'a [f32],
    /// a, D numbers.
    pub anchor: &'a [f32],
    /// z, r numbers and padding.
    pub at: &'a [f32],
    /// The same of the anchor.
    pub home: &'a [f32],
    pub traits: &'a Traits,
    /// Row in the crowd; `None` for a guest.
    pub own: Option<u32>,
    /// Whose random numbers these are.
    pub luck: usize,
}

/// Where one person's evening is written.
#[derive(Debug)]
pub(super) struct Evening<'a> {
    pub belief: &'a mut [f32],
    pub at: &'a mut [f32],
    pub post: Option<&'a mut [f32]>,
}

/// Paper to work on, kept from person to person.
#[derive(Clone, Debug)]
pub(super) struct Desk {
    pub reading: Reading,
    /// D numbers.
    pub pull: Vec<f32>,
    /// Chances of meeting people, where they are not all the same.
    pub chances: Vec<f32>,
}

/// Moves one person one day down the gradient of the feed they were shown.
///
/// `x' = (1 − λ)(x + μ[(1 − ρ)u + ρ(m − x)]) + λa + σξ`, with `u` the mean pull of the day's posts and `m` the
/// mean of the mentors' posts.
///
/// Coordinates are moved along as beliefs are: x' is a weighted mean of rows of beliefs, so z' is the same mean of
/// their coordinates, but for rounding (which does not add up: every day forgets some of it). Only what nobody has
/// believed before, an innovation or a post that differs from the belief, has to be looked at anew.
///
/// Costs `K · m · r` multiply-adds for a recommender that screens m authors a slot, `(K + 2)(D + r)` for the rows
/// read, and `r · D` where coordinates have to be taken anew.
pub(super) fn live(reader: &Reader, scene: &Scene, evening: Evening, desk: &mut Desk) {
    let Scene { params, attention, crowd, guests, .. } = *scene;
    let (traits, shown) = (reader.traits, crowd.shown());

    let heard = match params.audience {
        Audience::Posts => {
            let habits = Habits {
                at: reader.at,
                own: reader.own,
                posts: params.posts,
                screened: params.screened,
                feed: traits.feed.unwrap_or(params.feed),
                explore: traits.explore.unwrap_or(params.explore),
            };
            let mut luck = scene.meetings.of(reader.luck);
            meet(&habits, &crowd.embedding, scene.contacts, attention, &mut luck, &mut desk.reading);
            params.posts as usize
        }
        Audience::Pairs => {
            desk.reading.clear();
            // The crowd has met already, and without a home to come to or ideas of their own they stay there.
            let home = traits.anchor.unwrap_or(params.anchor) != 0.0 || traits.mentorship != 0.0;
            if reader.own.is_some() && !home && params.innovation == 0.0 && evening.post.is_none() {
                evening.belief.copy_from_slice(reader.belief);
                evening.at.copy_from_slice(reader.at);
                return;
            }
            // A guest meets one person, who does not notice.
            if reader.own.is_none() {
                let company = Company { bias: params.bias, contacts: None };
                let mut luck = scene.meetings.of(reader.luck);
                let met = company.choose(reader.at, None, &crowd.embedding, &mut luck, &mut desk.chances);
                if let Some(author) = met {
                    let distance = squared_distance(reader.at, crowd.embedding.padded(author as usize));
                    desk.reading.push(author, attention.weight(distance));
                }
            }
            1
        }
        // They are heard as a whole, below.
        Audience::Everyone if scene.line.is_some() => {
            desk.reading.clear();
            crowd.embedding.people()
        }
        Audience::Everyone => {
            hear_everyone(reader.at, &crowd.embedding, attention, &mut desk.reading);
            crowd.embedding.people()
        }
    };

    let way = Way { reader, scene, reading: &desk.reading, heard };
    let beliefs = Rows { before: reader.belief, home: reader.anchor, crowd: shown, guests: guests.shown() };
    way.go(beliefs, &mut desk.pull, evening.belief);
    if scene.projection.rotates() && params.nothing_new() {
        let (crowd, guests) = (crowd.embedding.rows(), guests.embedding.rows());
        let pull = &mut [0.0; WIDEST][..crowd.dims()];
        way.go(Rows { before: reader.at, home: reader.home, crowd, guests }, pull, evening.at);
        return;
    }
    if params.innovation > 0.0 {
        add_ideas(evening.belief, params.innovation, &mut scene.ideas.of(reader.luck));
    }
    if let Some(post) = evening.post {
        put_on(post, reader.belief, evening.belief, &desk.reading, shown, params.display);
    }
    scene.projection.project(evening.belief, evening.at);
}

/// What moves a person on one day.
struct Way<'a> {
    reader: &'a Reader<'a>,
    scene: &'a Scene<'a>,
    reading: &'a Reading,
    /// People the mean of what was read is over.
    heard: usize,
}

/// Rows of beliefs, or of their coordinates.
struct Rows<'a> {
    /// The person's own of today.
    before: &'a [f32],
    /// Those of their anchor.
    home: &'a [f32],
    /// What the crowd shows.
    crowd: &'a Beliefs,
    /// What guests show.
    guests: &'a Beliefs,
}

impl Way<'_> {
    /// Writes tomorrow's row. `pull` is paper, as long as a row.
    #[inline]
    fn go(&self, rows: Rows, pull: &mut [f32], after: &mut [f32]) {
        let Way { reader: Reader { traits, own, at, .. }, scene, reading, heard } = *self;
        let Scene { params, attention, .. } = *scene;
        let rho = traits.mentorship;
        let post = |mentor: u32| match (mentor as usize).checked_sub(rows.crowd.people()) {
            None => rows.crowd.row(mentor as usize),
            Some(guest) => rows.guests.row(guest),
        };
        let mentors = mentors_posts(rows.before, traits.mentors.members(), post, rho);
        let mut posts = in_eights(rows.before, reading, rows.crowd, params.averaging, heard, 1.0 - rho);
        // The last eight are read while tomorrow's row is written.
        let last = mentors.or_else(|| if scene.line.is_none() { posts.next_back() } else { None });
        let more = posts.len() > 0 || scene.line.is_some();
        if more || last.is_none() {
            pull.fill(0.0);
        }
        posts.for_each(|(rows_read, weights)| add_differences(pull, rows.before, rows_read, weights));
        if let Some(line) = scene.line {
            let (count, sum) = line.heard(at[0], *own, attention);
            let divisor = match params.averaging {
                Averaging::PerPost => heard,
                Averaging::ByAttention => count.max(1),
            };
            let mean = (sum - count as f64 * f64::from(rows.before[0])) / divisor as f64;
            pull[0] += (1.0 - rho) * mean as f32;
        }
        let step = Step {
            before: rows.before,
            home: rows.home,
            susceptibility: traits.susceptibility.unwrap_or(params.susceptibility),
            anchor: traits.anchor.unwrap_or(params.anchor),
        };
        match last {
            Some(eight) => step.settle_reading(after, more.then_some(&*pull), eight),
            None => step.settle(after, pull),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::belief::Beliefs;
    use crate::chance::{Chance, Purpose, normal};
    use crate::drift::{Circle, Params, PersonId, Traits, World};

    #[test]
    fn coordinates_that_were_moved_along_are_those_of_the_beliefs() {
        let dims = 60;
        let chance = Chance::new(4, Purpose::Factors);
        let values = (0..300).flat_map(|person| {
            let mut luck = chance.of(person);
            (0..dims).map(move |_| normal(&mut luck) as f32)
        });
        let beliefs = Beliefs::from_rows(dims, values.collect()).expect("full rows");
        let guest = beliefs.row(7).to_vec();
        for refit in [None, Some(70)] {
            let params = Params { refit, ..Params::default() };
            let mut world = World::new(beliefs.try_clone().expect("small"), params, 1).expect("legal");
            let mentors = Circle::new(&[3, 4].map(PersonId)).expect("a circle");
            let mentored = Traits { mentors, mentorship: 0.5, ..Traits::default() };
            world.set_traits(PersonId(9), mentored).expect("between days");
            let id = world.add_guest(&guest, Traits::default(), 0).expect("room");
            (0..200).for_each(|_| world.step());
            for person in (0..300).map(PersonId).chain([id]) {
                let mut anew = [0.0; 8];
                world.projection().project(world.belief(person).expect("there"), &mut anew);
                let along = world.coordinates(person).expect("there");
                let off = anew.iter().zip(along).fold(0.0f32, |most, (a, b)| most.max((a - b).abs()));
                assert!(off < 2e-6 * world.spread(), "{person:?} is {off} off");
            }
        }
    }
}
