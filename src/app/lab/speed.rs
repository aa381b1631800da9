//! Speed of play, in days a second.

/// Speeds to choose from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Pace {
    /// Seven days a second.
    Slow,
    /// A day a frame of most screens, at most thirty a second.
    #[default]
    Steady,
    /// As many as the machine can do.
    Fast,
}

impl Pace {
    /// All of them, with their names.
    pub(super) const ALL: [(Pace, &'static str); 3] =
        [(Pace::Slow, "slow"), (Pace::Steady, "steady"), (Pace::Fast, "as fast as it goes")];

    /// Milliseconds from one picture to the next at least, and days between them at most. Somebody who wants less motion
    /// gets a still now and then.
    pub(super) fn of(self, calm: bool) -> (f64, u16) {
        match (calm, self) {
            (true, Pace::Slow) => (1_400.0, 10),
            (true, _) => (900.0, 30),
            (false, Pace::Slow) => (140.0, 1),
            (false, Pace::Steady) => (30.0, 1),
            (false, Pace::Fast) => (0.0, 30),
        }
    }
}
