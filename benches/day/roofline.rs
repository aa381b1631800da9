//! Rate at which this machine reads rows at all.
//!
//! A day of a large world is little but reading: K posts of D numbers a person, in random order. So it is held
//! against passes over as much memory that compute next to nothing, measured in the same process.

use drift::linalg::{Matrix, add_weighted_rows};
use drift::rng::{Domain, Stream, StreamKey, bounded_u32};
use rand::Rng;

use crate::clock::Clock;

/// People and dimensions of the worlds whose rows are read.
const MATRICES: [(usize, usize); 4] = [(10_000, 256), (2_000, 2_048), (10_000, 2_048), (10_000, 64)];

/// Rows read by one call.
const ROWS: usize = 8_192;

/// Times streaming (a matrix copied onto another, read and write counted) and gathering (random rows, eight at a
/// time, added up in a row that stays in the nearest cache; or copied to it, whichever is faster).
pub(crate) fn measure(clock: &Clock) {
    for (people, dims) in MATRICES {
        let from = Matrix::zeros(people, dims).expect("memory for the benchmark");
        let mut to = from.try_clone().expect("memory for the benchmark");
        let say = |name: &str, bytes: usize, milliseconds: f64| {
            let rate = bytes as f64 / milliseconds / 1e6;
            (clock.say)(&format!("bandwidth {name} n={people} d={dims} gbs={rate:.3}"));
        };
        let streamed = clock.time(&mut || to.values_mut().copy_from_slice(from.values()));
        say("copy", 8 * people * dims, streamed);

        let mut rng = StreamKey::new(1, Domain::POST_SAMPLING).stream(0);
        let mut scratch = vec![0.0f32; dims];
        let mut row = move || bounded_u32(people as u32, rng.next_u32()) as usize;
        let added = clock.time(&mut || {
            for _ in 0..ROWS / 8 {
                add_weighted_rows(&mut scratch, std::array::from_fn(|_| from.row(row())), [1.0; 8]);
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
pub(crate) struct Traffic {
    from: Matrix,
    home: Matrix,
    to: Matrix,
    scratch: Vec<f32>,
    posts: usize,
    rng: Stream,
    copies: bool,
}

impl Traffic {
    /// The traffic of so many people with so many beliefs who read so many posts, in whichever way is faster here: rows
    /// added up eight at a time, or copied.
    pub(crate) fn new([people, dims, posts]: [usize; 3], clock: &Clock) -> Traffic {
        let zeros = || Matrix::zeros(people, dims).expect("memory for the benchmark");
        let rng = StreamKey::new(1, Domain::POST_SAMPLING).stream(0);
        let (from, home, to, scratch) = (zeros(), zeros(), zeros(), vec![0.0; dims]);
        let mut traffic = Traffic { from, home, to, scratch, posts, rng, copies: false };
        let added = clock.time(&mut || traffic.pass());
        traffic.copies = true;
        let copied = clock.time(&mut || traffic.pass());
        traffic.copies = copied < added;
        traffic
    }

    /// A day of it.
    pub(crate) fn pass(&mut self) {
        let Traffic { from, home, to, scratch, posts, rng, copies } = self;
        let people = from.row_count();
        let mut row = || from.row(bounded_u32(people as u32, rng.next_u32()) as usize);
        for person in 0..people {
            for _ in 0..*posts / 8 {
                let rows: [&[f32]; 8] = std::array::from_fn(|_| row());
                if *copies {
                    for row in rows {
                        scratch.copy_from_slice(row);
                        std::hint::black_box(&mut *scratch);
                    }
                } else {
                    add_weighted_rows(scratch, rows, [1.0; 8]);
                }
            }
            let kept = from.row(person).iter().zip(home.row(person)).zip(&*scratch);
            for (written, ((x, a), read)) in to.row_mut(person).iter_mut().zip(kept) {
                *written = x + a + read;
            }
        }
    }
}
