//! What does the quiz say of these answers, to the last bit, on every machine?

use normie_descent::link::decode;
use normie_descent::perplexity::{Calibration, Predictor, read, takers};

/// The quiz's crowd.
const SEED: u64 = 1;

/// Shared links; what they cost in bits of identity, volume and noise, with every digit a double has; and
/// "further out than *low* to *high* of 100 simulated people".
const GOLDEN: [(&str, [f64; 3], [u8; 2]); 2] = [
    ("r1.010MMVGKMMM1NHQ837", [2.0914820578685602, 1.9521894649330438, 50.785295013505234], [0, 42]),
    ("r1.01CH0W475RW3ZZZZRA", [1.4850087203203908, 6.457727694038106, 48.98726472274339], [0, 4]),
];

/// Compares every number with what it has always been.
pub fn check() {
    let predictor = Predictor::today(SEED);
    let takers = takers(SEED);
    for (link, bits, further_than) in GOLDEN {
        let answers = decode(link).expect("golden links are whole").answers;
        let reading = read(&predictor, &Calibration::new(&predictor, &takers, &answers), &answers)
            .expect("something was answered");
        let found = [reading.identity_bits, reading.volume_bits, reading.noise_bits];
        assert_eq!((found, reading.further_than), (bits, further_than), "{link}");
    }
}
