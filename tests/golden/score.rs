//! Golden values of a score, to the last bit on every machine.

use link::decode;
use normie_descent::protocol::{FromWorker, RunId, ToWorker};
use normie_descent::session::Session;

/// Shared links; surprisal, the bits of identity, volume and noise, and the probability of careless responding, with every
/// digit a double has; "further out than *low* to *high* of 100 simulated people"; seconds of the sentence. The first two are
/// made-up people, the last clicked.
pub(super) const GOLDEN: [(&str, [f64; 5], [u8; 2], f64); 3] = [
    (
        "r2.045575NZJR16H74SGX6E4HGD0004G0BW1Z9T980EB45ANKQ48W4DT",
        [8.25227628997738, 10.311127259579642, 4.370798169116578, 24.748994432510646, 1.3596358080538931e-5],
        [82, 98],
        12.0,
    ),
    (
        "r2.08AB48AJR00502870A4R010000EA8Y5JSCK90V9Y",
        [4.627286600559044, 2.9108789604040277, 3.0314081564631676, 17.85756599662509, 0.001390511579523415],
        [3, 39],
        2.4,
    ),
    (
        "r2.082H248H248H248H248H248000MVGKMMM1NHQ802",
        [5.816653276969408, 5.9612911058106475, 1.5182334331172, 42.25356680259203, 0.29753875281110836],
        [25, 81],
        5.6,
    ),
];

/// Compares every number with what it has always been, by the way a visitor's link takes.
pub(super) fn check() {
    let mut session = Session::default();
    for (link, bits, further_than, seconds) in GOLDEN {
        let answers = decode(link).expect("golden links are whole").answers;
        let reply = session.handle(ToWorker::Score { run: RunId(1), answers });
        let FromWorker::Scored { score, details, .. } = reply.message else { panic!("{reply:?}") };
        let found =
            [score.surprisal, score.identity_bits, score.volume_bits, score.noise_bits, score.careless];
        let length = details.explanation.seconds();
        assert_eq!((found, score.further_than, length), (bits, further_than, seconds), "{link}");
    }
}
