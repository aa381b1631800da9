//! Half-life of bits over the days of a scenario.

/// Days until bits have fallen to half of their value on day 0, interpolated linearly between measured days; `None`
/// while they have not, and when they were not positive on day 0.
///
/// * `measured` – day and bits, for example the surprisal of a visitor, in ascending order, day 0 first.
pub fn half_life(measured: impl IntoIterator<Item = (u16, f64)>) -> Option<f64> {
    let mut measured = measured.into_iter();
    let (mut day, mut bits) = measured.next()?;
    if bits <= 0.0 {
        return None;
    }
    let half = 0.5 * bits;
    for (next_day, next) in measured {
        if next <= half {
            let share = if bits > next { (bits - half) / (bits - next) } else { 0.0 };
            return Some(f64::from(day) + share * f64::from(next_day - day));
        }
        (day, bits) = (next_day, next);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_half_is_found_between_two_days_or_not_at_all() {
        assert_eq!(half_life([(0, 6.0), (7, 5.0), (14, 4.0), (21, 2.0)]), Some(17.5));
        assert_eq!(half_life([(0, 6.0), (7, 3.0)]), Some(7.0));
        assert_eq!(half_life([(0, 6.0), (365, 3.1)]), None);
        assert_eq!(half_life([(0, -1.0), (7, -2.0)]), None);
        assert_eq!(half_life([]), None);
    }
}
