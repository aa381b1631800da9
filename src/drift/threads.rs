//! How do several threads share a day?
//!
//! For experiments on machines that have threads; a page has none. Everybody's day depends on yesterday alone and on luck
//! with a name, so who computes it is of no account: the bits are the same for any number of threads.

use crate::drift::calendar::{Day, Progress};
use crate::drift::day::{Desk, Evening, live};
use crate::drift::encounters::Reading;
use crate::drift::world::World;

impl World {
    /// Lives through one day, or what is left of it, on `threads` threads. Pairs meet one after the other on one.
    pub fn step_on(&mut self, threads: usize) {
        let rest = self.crowd.people() - self.moved;
        let divisible = threads > 1 && !self.night.is_going_on() && rest > 0 && !self.crowd_stays();
        if divisible && self.begin(u32::MAX).is_some() {
            self.share_out(rest.div_ceil(threads));
        }
        while self.step_people(u32::MAX) != Progress::DayOver {}
    }

    /// Lets everybody who has not lived through the day do so, `share` people on a thread.
    fn share_out(&mut self, share: usize) {
        let first = self.moved;
        let Day { scene, crowd, .. } = self.day_of_all();
        let home = crowd.home;
        let dims = scene.projection.dims();
        let width = scene.crowd.embedding.padded(0).len();
        let posts =
            crowd.tomorrow.posts.as_mut().map(|posts| posts.values_mut().split_at_mut(first * dims).1);
        let mut posts: Vec<Option<&mut [f32]>> = match posts {
            Some(posts) => posts.chunks_mut(share * dims).map(Some).collect(),
            None => Vec::new(),
        };
        posts.reverse();
        let beliefs = crowd.tomorrow.beliefs.values_mut().split_at_mut(first * dims).1;
        let seen = crowd.tomorrow.embedding.values_mut().split_at_mut(first * width).1;
        let parts = beliefs.chunks_mut(share * dims).zip(seen.chunks_mut(share * width)).enumerate();
        std::thread::scope(|threads| {
            for (nth, (beliefs, seen)) in parts {
                let mut posts = posts.pop().flatten();
                let scene = &scene;
                threads.spawn(move || {
                    let mut desk =
                        Desk { reading: Reading::default(), pull: vec![0.0; dims], chances: Vec::new() };
                    let rows = beliefs.chunks_mut(dims).zip(seen.chunks_mut(width)).enumerate();
                    for (row, (belief, at)) in rows {
                        let person = first + nth * share + row;
                        let post = posts.as_mut().map(|posts| &mut posts[row * dims..][..dims]);
                        let reader = home.reader(scene.crowd, person, Some(person as u32), person);
                        live(&reader, scene, Evening { belief, at, post }, &mut desk);
                    }
                });
            }
        });
        self.moved = self.crowd.people();
    }
}
