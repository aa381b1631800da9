//! Expression: posts that differ from the author's private opinion.

use crate::agent::Traits;
use crate::influence::batch::padded_rows;
use crate::influence::declaration::{Influence, WorldSize};
use crate::influence::sampling::SampledPosts;
use crate::linalg::matrix::Matrix;
use crate::linalg::reduce::add_weighted_differences;
use crate::params::Params;

/// Expressed opinions `y = θ x + (1 − θ) n`, which need rows of posts besides the opinions.
pub(crate) struct Expression;

impl Influence for Expression {
    const AVERAGES_ROWS: bool = false;
    const NEEDS_PARTNER: bool = false;

    #[inline]
    fn is_active(params: &Params, _: &Traits) -> bool {
        params.expression < 1.0
    }

    fn cost(_: &Params, _: &WorldSize) -> u64 {
        0
    }
}

/// Writes the post of the next step, `y' = θ x' + (1 − θ) n`: partly the agent's opinion, partly what it has just read
/// (preference falsification: Kuran 1995; expressed and private opinions: Ye et al., *Automatica* 107, 2019).
///
/// * `post` – y' (D numbers).
/// * `before` – x, the agent's opinion; it stands for n where nothing was read.
/// * `after` – x', the agent's next opinion.
/// * `posts` – the posts of this step; n is the plain mean of those read.
/// * `theta` – θ, 0 to 1.
pub(crate) fn write_expressed_opinion(
    post: &mut [f32],
    before: &[f32],
    after: &[f32],
    read: &SampledPosts,
    posts: &Matrix,
    theta: f32,
) {
    post.copy_from_slice(before);
    let weight = 1.0 / read.authors.len().max(1) as f32;
    for authors in read.authors.chunks(8) {
        let rows = padded_rows(before, authors, |author| posts.row(author as usize));
        let weights = std::array::from_fn(|k| if k < authors.len() { weight } else { 0.0 });
        add_weighted_differences(post, before, rows, weights);
    }
    for (y, &x) in post.iter_mut().zip(after) {
        *y = theta * x + (1.0 - theta) * *y;
    }
}
