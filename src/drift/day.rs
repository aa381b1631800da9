//! What happens to one person in one day?

use crate::belief::Projection;
use crate::chance::Chance;
use crate::drift::anchor::settle;
use crate::drift::attention::Attention;
use crate::drift::contacts::Contacts;
use crate::drift::display::put_on;
use crate::drift::embedding::squared_distance;
use crate::drift::encounters::{Habits, Reading, hear_everyone, meet};
use crate::drift::group::Standing;
use crate::drift::innovation::add_ideas;
use crate::drift::line::Line;
use crate::drift::mentors::add_mentors;
use crate::drift::pairs::Company;
use crate::drift::params::{Audience, Averaging, Params};
use crate::drift::person::Traits;
use crate::drift::posts::add_posts;

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
/// Costs `K · m · r` multiply-adds for a recommender that screens m authors a slot, `(K + 2) · D` for the rows
/// read and `r · D` for the new coordinates.
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

    desk.pull.fill(0.0);
    let rho = traits.mentorship;
    add_posts(&mut desk.pull, reader.belief, &desk.reading, shown, params.averaging, heard, 1.0 - rho);
    if let Some(line) = scene.line {
        let (count, sum) = line.heard(reader.at[0], reader.own, attention);
        let divisor = match params.averaging {
            Averaging::PerPost => heard,
            Averaging::ByAttention => count.max(1),
        };
        let pull = (sum - count as f64 * f64::from(reader.belief[0])) / divisor as f64;
        desk.pull[0] += (1.0 - rho) * pull as f32;
    }
    let post = |mentor: u32| match (mentor as usize).checked_sub(shown.people()) {
        None => shown.row(mentor as usize),
        Some(guest) => guests.shown().row(guest),
    };
    add_mentors(&mut desk.pull, reader.belief, traits.mentors.members(), post, rho);

    let susceptibility = traits.susceptibility.unwrap_or(params.susceptibility);
    let weight = traits.anchor.unwrap_or(params.anchor);
    settle(evening.belief, reader.belief, &desk.pull, reader.anchor, susceptibility, weight);
    if params.innovation > 0.0 {
        add_ideas(evening.belief, params.innovation, &mut scene.ideas.of(reader.luck));
    }
    if let Some(post) = evening.post {
        put_on(post, reader.belief, evening.belief, &desk.reading, shown, params.display);
    }
    scene.projection.project(evening.belief, evening.at);
}
