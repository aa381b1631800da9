//! What is kept of a number of people?

use core::mem::swap;

use crate::belief::{Beliefs, BeliefsError, Projection};
use crate::drift::embedding::Embedding;
use crate::drift::person::Traits;

/// Where people stand on one day.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    /// What they believe, people × D.
    pub beliefs: Beliefs,
    /// What the recommender sees of it, people × r.
    pub embedding: Embedding,
    /// What they post, people × D; `None` while everybody posts what they believe.
    pub posts: Option<Beliefs>,
}

impl Standing {
    /// Room for one more person.
    fn reserve(&mut self) -> Result<(), BeliefsError> {
        self.beliefs.try_reserve_row()?;
        self.embedding.reserve()?;
        self.posts.as_mut().map_or(Ok(()), Beliefs::try_reserve_row)
    }

    /// What they post.
    pub fn shown(&self) -> &Beliefs {
        self.posts.as_ref().unwrap_or(&self.beliefs)
    }
}

/// People who move together: the crowd, or the guests. Tomorrow is written while today is read.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub today: Standing,
    pub tomorrow: Standing,
    /// Their own first beliefs, people × D.
    pub anchors: Beliefs,
    /// What the recommender sees of those, people × r.
    pub homes: Embedding,
    pub traits: Vec<Traits>,
    /// Whether nobody has ever had traits of their own, so that none have to be read.
    pub alike: bool,
}

impl Group {
    /// Nobody yet, and room for `people`, with posts of their own or without. Today's beliefs have no room: who makes a
    /// crowd has them already.
    pub fn with_room(people: usize, projection: &Projection, posts: bool) -> Result<Self, BeliefsError> {
        let dims = projection.dims();
        let standing = |beliefs: usize| {
            Ok(Standing {
                beliefs: Beliefs::with_room(beliefs, dims)?,
                embedding: Embedding::with_room(people, projection.width())?,
                posts: if posts { Some(Beliefs::with_room(people, dims)?) } else { None },
            })
        };
        let (today, tomorrow, anchors) = (standing(0)?, standing(people)?, Beliefs::with_room(people, dims)?);
        let homes = Embedding::with_room(people, projection.width())?;
        let mut traits = Vec::new();
        traits.try_reserve_exact(people).map_err(|_| BeliefsError::too_large(people, dims))?;
        Ok(Group { today, tomorrow, anchors, homes, traits, alike: true })
    }

    /// One more person; where today's beliefs are, is left to the caller.
    pub fn move_in(&mut self, row: &[f32], projection: &Projection) -> Result<(), BeliefsError> {
        self.tomorrow.beliefs.push_row(row)?;
        self.anchors.push_row(row)?;
        self.homes.push(row, projection)?;
        for standing in [&mut self.today, &mut self.tomorrow] {
            standing.embedding.push(row, projection)?;
            if let Some(posts) = &mut standing.posts {
                posts.push_row(row)?;
            }
        }
        self.traits.push(Traits::default());
        Ok(())
    }

    /// Number of people.
    pub fn people(&self) -> usize {
        self.traits.len()
    }

    /// Keeps posts apart from beliefs from now on (today's posts are today's beliefs), or no longer.
    pub fn keep_posts(&mut self, apart: bool) -> Result<(), BeliefsError> {
        if !apart {
            self.today.posts = None;
            self.tomorrow.posts = None;
        } else if self.today.posts.is_none() {
            let (posts, room) = (self.today.beliefs.try_clone()?, self.today.beliefs.try_clone()?);
            self.today.posts = Some(posts);
            self.tomorrow.posts = Some(room);
        }
        Ok(())
    }

    /// One more person, or, where memory is refused, none.
    pub fn push(&mut self, row: &[f32], traits: Traits, projection: &Projection) -> Result<(), BeliefsError> {
        self.anchors.try_reserve_row()?;
        self.homes.reserve()?;
        for standing in [&mut self.today, &mut self.tomorrow] {
            standing.reserve()?;
        }
        self.today.beliefs.push_row(row)?;
        self.move_in(row, projection)?;
        self.make_special(self.people() - 1, traits);
        Ok(())
    }

    /// Gives a person traits of their own.
    pub fn make_special(&mut self, person: usize, traits: Traits) {
        self.alike &= traits == Traits::default();
        self.traits[person] = traits;
    }

    /// Puts a person, and their anchor, somewhere else.
    pub fn place(&mut self, person: usize, row: &[f32], projection: &Projection) {
        self.anchors.row_mut(person).copy_from_slice(row);
        self.today.beliefs.row_mut(person).copy_from_slice(row);
        for embedding in [&mut self.homes, &mut self.today.embedding] {
            projection.project(row, embedding.padded_mut(person));
        }
        if let Some(posts) = &mut self.today.posts {
            posts.row_mut(person).copy_from_slice(row);
        }
    }

    /// Tomorrow becomes today.
    pub fn turn(&mut self) {
        swap(&mut self.today, &mut self.tomorrow);
    }
}
