//! What does a person post?

use crate::belief::{Beliefs, add_differences};
use crate::drift::encounters::Reading;
use crate::drift::posts::seated;

/// Writes the post of tomorrow, `y' = θ x' + (1 − θ) n`: partly what one believes, partly what one has just seen
/// others say, for fear of standing out (preference falsification, Kuran 1995).
///
/// * `post` – y' (D numbers).
/// * `before` – x, the reader's belief of today, which stands in where nothing was read.
/// * `after` – x', tomorrow's belief.
/// * `shown` – what the authors showed today; n is the plain mean of what was read.
/// * `honesty` – θ, 0 to 1.
pub fn put_on(
    post: &mut [f32],
    before: &[f32],
    after: &[f32],
    reading: &Reading,
    shown: &Beliefs,
    honesty: f32,
) {
    post.copy_from_slice(before);
    let weight = 1.0 / reading.authors.len().max(1) as f32;
    for authors in reading.authors.chunks(8) {
        let rows = seated(before, authors, |author| shown.row(author as usize));
        let weights = std::array::from_fn(|k| if k < authors.len() { weight } else { 0.0 });
        add_differences(post, before, rows, weights);
    }
    for (y, &x) in post.iter_mut().zip(after) {
        *y = honesty * x + (1.0 - honesty) * *y;
    }
}
