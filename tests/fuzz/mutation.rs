//! Mutation of inputs: damage on the way, and malice.

use drift::rng::{Domain, Stream, StreamKey, bounded_u32};

use rand::Rng;

/// Inputs, and what mutants are made of.
pub(crate) struct Mutation {
    inputs: Vec<Vec<u8>>,
    chance: StreamKey,
}

/// Numbers that programs stumble over.
const NUMBERS: [&[u8]; 12] = [
    b"0",
    b"-1",
    b"255",
    b"256",
    b"65536",
    b"4294967295",
    b"18446744073709551616",
    b"1e39",
    b"-0.0",
    b"NaN",
    b"inf",
    b"0.00000000000001",
];
/// The same in the bytes of messages: whole numbers with seven bits a byte, and floats.
const PATTERNS: [&[u8]; 8] = [
    &[0xff, 0xff, 0xff, 0xff, 0x0f],
    &[0xff, 0xff, 0x03],
    &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
    &[0, 0, 0xc0, 0x7f],
    &[0, 0, 0x80, 0x7f],
    &[0xff, 0xff, 0x7f, 0xff],
    &[1, 0, 0, 0],
    &[0, 0, 0, 0x80],
];

impl Mutation {
    /// Of these inputs, at least one.
    pub(crate) fn new(inputs: Vec<Vec<u8>>) -> Mutation {
        Mutation { inputs, chance: StreamKey::new(1, Domain::new(13)) }
    }

    /// The mutant with this number, always the same.
    pub(crate) fn mutant(&self, nth: usize) -> Vec<u8> {
        let mut rng = self.chance.stream(nth);
        let mut bytes = self.any(&mut rng).clone();
        for _ in 0..=up_to(4, &mut rng) {
            self.change(&mut bytes, &mut rng);
        }
        bytes
    }

    fn any(&self, rng: &mut Stream) -> &Vec<u8> {
        &self.inputs[up_to(self.inputs.len(), rng)]
    }

    fn change(&self, bytes: &mut Vec<u8>, rng: &mut Stream) {
        let (from, to) = {
            let [one, other] = [0; 2].map(|_| up_to(bytes.len() + 1, rng));
            // Mostly short stretches.
            let (from, to) = (one.min(other), one.max(other));
            if up_to(4, rng) > 0 { (from, to.min(from + 4)) } else { (from, to) }
        };
        let new: Vec<u8> = match up_to(9, rng) {
            // Lost, said twice, turned around.
            0 => Vec::new(),
            1 => [&bytes[from..to], &bytes[from..to]].concat(),
            2 => bytes[from..to].iter().rev().copied().collect(),
            // Single bits; anything at all.
            3 => bytes[from..to].iter().map(|byte| byte ^ (1 << up_to(8, rng))).collect(),
            4 => (from..=to).map(|_| up_to(256, rng) as u8).collect(),
            // Extremes.
            5 => NUMBERS[up_to(NUMBERS.len(), rng)].to_vec(),
            6 => PATTERNS[up_to(PATTERNS.len(), rng)].to_vec(),
            7 => {
                let extreme = [0, 1, 4, 0x7f, 0x80, 0xff][up_to(6, rng)];
                vec![extreme; to - from]
            }
            // A stretch of another one.
            _ => {
                let other = self.any(rng);
                let start = up_to(other.len() + 1, rng);
                other[start..start + up_to(other.len() - start + 1, rng)].to_vec()
            }
        };
        bytes.splice(from..to, new);
    }
}

/// A number below `n`, which is not zero.
fn up_to(n: usize, rng: &mut Stream) -> usize {
    bounded_u32(n as u32, rng.next_u32()) as usize
}
