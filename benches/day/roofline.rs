//! How fast can this machine read rows at all?
//!
//! A day of a large world is little but reading: K posts of D numbers a person, in random order. So it is held
//! against passes over as much memory that compute next to nothing, measured in the same process.

use normie_descent::belief::{Beliefs, add_rows};
use normie_descent::chance::{Chance, Purpose, Stream, below};
use rand::Rng;

use crate::clock::Clock;

/// People and dimensions of the worlds whose rows are read.
const MATRICES: [(usize, usize); 4] = [(10_000, 256), (2_000, 2_048), (10_000, 2_048), (10_000, 64)];

/// Rows read by one call.
const ROWS: usize = 8_192;

/// Times streaming (a matrix copied onto another, read and write counted) and gathering (random rows, eight at a
/// time, added up in a row that stays in the nearest cache; or copied to it, whichever is faster).
pub fn measure(clock: &Clock) {
    for (people, dims) in MATRICES {
        let from = Beliefs::zeros(people, dims).expect("memory for the benchmark");
        let mut to = from.try_clone().expect("memory for the benchmark");
        let say = |name: &str, bytes: usize, milliseconds: f64| {
            let rate = bytes as f64 / milliseconds / 1e6;
            (clock.say)(&format!("bandwidth {name} n={people} d={dims} gbs={rate:.3}"));
        };
        let streamed = clock.time(&mut || to.values_mut().copy_from_slice(from.values()));
        say("copy", 8 * people * dims, streamed);

        let mut luck = Chance::new(1, Purpose::Encounters).of(0);
        let mut desk = vec![0.0f32; dims];
        let mut row = move || below(people as u32, luck.next_u32()) as usize;
        let added = clock.time(&mut || {
            for _ in 0..ROWS / 8 {
                add_rows(&mut desk, std::array::from_fn(|_| from.row(row())), [1.0; 8]);
            }
        });
        let mut desks = vec![0.0f32; dims];
        let copied = clock.time(&mut || {
            for _ in 0..ROWS {
                desks.copy_from_slice(from.row(row()));
                std::hint::black_box(&mut desks);
            }
        });
        say("gather", 4 * ROWS * dims, added.min(copied));
    }
}

/// What a day reads and writes without its arithmetic: K random rows a person, their own row and their anchor's in
/// order, and a row written. A matrix may fit into a cache from which it is gathered much faster than when the two
/// others, which a day streams, pass through the same cache: only this sees that.
pub struct Traffic {
    from: Beliefs,
    home: Beliefs,
    to: Beliefs,
    desk: Vec<f32>,
    posts: usize,
    luck: Stream,
    copies: bool,
}

impl Traffic {
    /// The traffic of so many people with so many beliefs who read so many posts, in whichever way is faster here: rows
    /// added up eight at a time, or copied.
    pub fn new([people, dims, posts]: [usize; 3], clock: &Clock) -> Traffic {
        let zeros = || Beliefs::zeros(people, dims).expect("memory for the benchmark");
        let luck = Chance::new(1, Purpose::Encounters).of(0);
        let (from, home, to, desk) = (zeros(), zeros(), zeros(), vec![0.0; dims]);
        let mut traffic = Traffic { from, home, to, desk, posts, luck, copies: false };
        let added = clock.time(&mut || traffic.pass());
        traffic.copies = true;
        let copied = clock.time(&mut || traffic.pass());
        traffic.copies = copied < added;
        traffic
    }

    /// A day of it.
    pub fn pass(&mut self) {
        let Traffic { from, home, to, desk, posts, luck, copies } = self;
        let people = from.people();
        let mut row = || from.row(below(people as u32, luck.next_u32()) as usize);
        for person in 0..people {
            for _ in 0..*posts / 8 {
                let rows: [&[f32]; 8] = std::array::from_fn(|_| row());
                if *copies {
                    for row in rows {
                        desk.copy_from_slice(row);
                        std::hint::black_box(&mut *desk);
                    }
                } else {
                    add_rows(desk, rows, [1.0; 8]);
                }
            }
            let kept = from.row(person).iter().zip(home.row(person)).zip(&*desk);
            for (written, ((x, a), read)) in to.row_mut(person).iter_mut().zip(kept) {
                *written = x + a + read;
            }
        }
    }
}
