//! What could become of an input on its way, or in the hands of somebody who means ill?

use normie_descent::chance::{Chance, Purpose, Stream, below};
use rand::Rng;

/// Inputs, and what mutants are made of.
pub struct Mutation {
    inputs: Vec<Vec<u8>>,
    chance: Chance,
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
    pub fn new(inputs: Vec<Vec<u8>>) -> Mutation {
        Mutation { inputs, chance: Chance::new(1, Purpose::Ties) }
    }

    /// The mutant with this number, always the same.
    pub fn mutant(&self, nth: usize) -> Vec<u8> {
        let mut luck = self.chance.of(nth);
        let mut bytes = self.any(&mut luck).clone();
        for _ in 0..=up_to(4, &mut luck) {
            self.change(&mut bytes, &mut luck);
        }
        bytes
    }

    fn any(&self, luck: &mut Stream) -> &Vec<u8> {
        &self.inputs[up_to(self.inputs.len(), luck)]
    }

    fn change(&self, bytes: &mut Vec<u8>, luck: &mut Stream) {
        let (from, to) = {
            let [one, other] = [0; 2].map(|_| up_to(bytes.len() + 1, luck));
            // Mostly short stretches.
            let (from, to) = (one.min(other), one.max(other));
            if up_to(4, luck) > 0 { (from, to.min(from + 4)) } else { (from, to) }
        };
        let new: Vec<u8> = match up_to(9, luck) {
            // Lost, said twice, turned around.
            0 => Vec::new(),
            1 => [&bytes[from..to], &bytes[from..to]].concat(),
            2 => bytes[from..to].iter().rev().copied().collect(),
            // Single bits; anything at all.
            3 => bytes[from..to].iter().map(|byte| byte ^ (1 << up_to(8, luck))).collect(),
            4 => (from..=to).map(|_| up_to(256, luck) as u8).collect(),
            // Extremes.
            5 => NUMBERS[up_to(NUMBERS.len(), luck)].to_vec(),
            6 => PATTERNS[up_to(PATTERNS.len(), luck)].to_vec(),
            7 => {
                let extreme = [0, 1, 4, 0x7f, 0x80, 0xff][up_to(6, luck)];
                vec![extreme; to - from]
            }
            // A stretch of another one.
            _ => {
                let other = self.any(luck);
                let start = up_to(other.len() + 1, luck);
                other[start..start + up_to(other.len() - start + 1, luck)].to_vec()
            }
        };
        bytes.splice(from..to, new);
    }
}

/// A number below `n`, which is not nought.
fn up_to(n: usize, luck: &mut Stream) -> usize {
    below(n as u32, luck.next_u32()) as usize
}
