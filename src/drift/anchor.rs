//! How far does a person go, and how far do they come home?

/// Writes `x' = (1 − λ)(x + μ d) + λ a`: a step along the pull, then a step towards one's own first beliefs
/// (Friedkin and Johnsen 1990).
///
/// All rows are D numbers.
///
/// * `after` – x', tomorrow's beliefs.
/// * `before` – x, today's.
/// * `pull` – d, the day's influence.
/// * `home` – a, the anchor.
/// * `susceptibility` – μ; `weight` – λ; both 0 to 1.
#[inline]
pub fn settle(
    after: &mut [f32],
    before: &[f32],
    pull: &[f32],
    home: &[f32],
    susceptibility: f32,
    weight: f32,
) {
    let keep = 1.0 - weight;
    for (((x, &old), &d), &a) in after.iter_mut().zip(before).zip(pull).zip(home) {
        *x = keep * (old + susceptibility * d) + weight * a;
    }
}
