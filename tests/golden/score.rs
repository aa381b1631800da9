//! Golden values of a score, to the last bit on every machine.

use link::decode;
use normie_descent::protocol::{FromWorker, RunId, ToWorker};
use normie_descent::session::Session;

/// Shared links; what they cost in bits of identity, volume and noise, and the probability that nobody is there, with
/// every digit a double has; and "further out than *low* to *high* of 100 simulated people". The first is somebody
/// of the crowd, the others clicked.
pub(super) const GOLDEN: [(&str, [f64; 4], [u8; 2]); 3] = [
    (
        "r1.01ZWV5TCXY4322QK97",
        [3.3046178046868278, 0.649456309860275, 40.11855045472806, 1.98990697059443e-5],
        [17, 68],
    ),
    (
        "r1.010MMVGKMMM1NHQ837",
        [1.964622242493902, 2.1023963751453154, 50.73016987083499, 0.9340799199492469],
        [10, 65],
    ),
    (
        "r1.01CH0W475RW3ZZZZRA",
        [1.2641379825940504, 6.6517862288194465, 49.020117893295016, 0.9999962427632322],
        [0, 37],
    ),
];

/// Compares every number with what it has always been, by the way a visitor's link takes.
pub(super) fn check() {
    let mut session = Session::default();
    for (link, bits, further_than) in GOLDEN {
        let answers = decode(link).expect("golden links are whole").answers;
        let reply = session.handle(ToWorker::Score { run: RunId(1), answers });
        let FromWorker::Scored { score, .. } = reply.message else { panic!("{reply:?}") };
        let found = [score.identity_bits, score.volume_bits, score.noise_bits, score.careless];
        assert_eq!((found, score.further_than), (bits, further_than), "{link}");
    }
}
