//! Innovation: Gaussian noise of an agent's own, in each dimension or along the axes on which opinions differ.

use crate::agent::Traits;
use crate::embedding::Embedding;
use crate::influence::declaration::{Influence, WorldSize};
use crate::linalg::projection::Projection;
use crate::params::Params;
use crate::rng::{Stream, normal};

/// Innovation noise `σ ξ` (Pineda, Toral and Hernández-García, *Journal of Statistical Mechanics*, 2009).
pub(crate) struct Innovation;

impl Influence for Innovation {
    const AVERAGES_ROWS: bool = false;
    const NEEDS_PARTNER: bool = false;

    #[inline]
    fn is_active(params: &Params, _: &Traits) -> bool {
        params.innovation > 0.0
    }

    fn cost(_: &Params, size: &WorldSize) -> u64 {
        40 * size.dims
    }
}

/// Adds `σ ξ` to `opinion`, ξ an independent standard normal number for every dimension.
pub(crate) fn add_noise(opinion: &mut [f32], sigma: f32, stream: &mut Stream) {
    for x in opinion {
        *x += sigma * normal(stream) as f32;
    }
}

/// Innovation along shared axes, `ς Σ_k s_k ξ_k p_k`: `p_k` the axes of the embedding at step 0, `s_k` the standard
/// deviation of opinions along them.
///
/// Independent noise in each dimension blurs what opinions have in common; this moves it.
pub(crate) struct SharedInnovation;

impl Influence for SharedInnovation {
    const AVERAGES_ROWS: bool = false;
    const NEEDS_PARTNER: bool = false;

    #[inline]
    fn is_active(params: &Params, _: &Traits) -> bool {
        params.shared_innovation > 0.0
    }

    fn cost(_: &Params, size: &WorldSize) -> u64 {
        size.coordinates * (40 + size.dims)
    }
}

/// Adds `ς Σ_k ξ_k rows_k` to `opinion`, `ξ_k` independent standard normal numbers.
///
/// * `rows` – [`shared_rows`].
pub(crate) fn add_shared_noise(opinion: &mut [f32], sigma: f32, rows: &[f32], stream: &mut Stream) {
    for row in rows.chunks_exact(opinion.len()) {
        let step = sigma * normal(stream) as f32;
        opinion.iter_mut().zip(row).for_each(|(x, axis)| *x += step * axis);
    }
}

/// The axes `s_k p_k` of shared innovation, r rows of D numbers; where coordinates are the opinions themselves, the dimensions.
///
/// * `anchors` – embedding of the population at step 0, with `projection`.
pub(crate) fn shared_rows(anchors: &Embedding, projection: &Projection) -> Vec<f32> {
    let deviation = |k: usize| {
        let square = |agent: usize| {
            let z = f64::from(anchors.padded(agent)[k]);
            z * z
        };
        let agents = anchors.agents();
        f64::sqrt((0..agents).map(square).sum::<f64>() / agents as f64) as f32
    };
    let dims = projection.dims();
    let mut rows = Vec::with_capacity(projection.width() * dims);
    if projection.has_axes() {
        for (k, axis) in projection.axes().into_iter().enumerate() {
            let scale = deviation(k);
            rows.extend(axis.iter().map(|a| scale * a));
        }
    } else {
        for k in 0..dims {
            let scale = deviation(k);
            rows.extend((0..dims).map(|d| if d == k { scale } else { 0.0 }));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use crate::linalg::matrix::Matrix;
    use crate::params::Params;
    use crate::rng::{Domain, StreamKey, normal};
    use crate::world::World;

    /// 1 500 agents whose sixteen opinions share one factor: variance along it 16, across it 1.
    fn world(params: Params) -> World {
        let key = StreamKey::new(1, Domain::INITIAL_OPINIONS);
        let mut opinions = Matrix::zeros(1_500, 16).expect("a small world");
        for agent in 0..1_500 {
            let mut stream = key.stream(agent);
            let shared = normal(&mut stream);
            let row = opinions.row_mut(agent).iter_mut();
            row.for_each(|x| *x = (shared + normal(&mut stream)) as f32);
        }
        let params = Params { convergence_rate: 0.0, stubbornness: 0.0, embedding_width: 1, ..params };
        World::new(opinions, params, 1).expect("legal parameters")
    }

    /// Mean squared displacement in one step along the factor, and in all other directions.
    fn displacement(params: Params) -> [f64; 2] {
        let mut world = world(params);
        world.step();
        let mut squares = [0.0; 2];
        for (after, before) in world.opinions().rows().zip(world.anchors().rows()) {
            let moved: Vec<f64> = after.iter().zip(before).map(|(x, a)| f64::from(x - a)).collect();
            let along = moved.iter().sum::<f64>() / 4.0;
            let all = moved.iter().map(|x| x * x).sum::<f64>();
            squares[0] += along * along / 1_500.0;
            squares[1] += (all - along * along) / 1_500.0;
        }
        squares
    }

    #[test]
    fn shared_innovation_moves_what_opinions_have_in_common() {
        let [along, across] = displacement(Params { shared_innovation: 0.1, ..Params::default() });
        // A tenth of the standard deviation along the factor, whose variance is 17.
        assert!((along / 0.17 - 1.0).abs() < 0.15 && across < 0.01 * along, "{along} {across}");
        let [along, across] = displacement(Params { innovation: 0.1, ..Params::default() });
        assert!((across / along / 15.0 - 1.0).abs() < 0.15, "{along} {across}");
    }

    #[test]
    fn where_coordinates_are_opinions_each_dimension_has_its_own_scale() {
        let mut opinions = Matrix::zeros(1_500, 2).expect("a small world");
        for agent in 0..1_500 {
            let mut stream = StreamKey::new(1, Domain::INITIAL_OPINIONS).stream(agent);
            let row = [normal(&mut stream) as f32, 3.0 * normal(&mut stream) as f32];
            opinions.row_mut(agent).copy_from_slice(&row);
        }
        let params =
            Params { convergence_rate: 0.0, stubbornness: 0.0, shared_innovation: 0.2, ..Params::default() };
        let mut world = World::new(opinions, params, 1).expect("legal parameters");
        world.step();
        let square = |d: usize| {
            let moved =
                world.opinions().rows().zip(world.anchors().rows()).map(|(x, a)| f64::from(x[d] - a[d]));
            moved.map(|x| x * x).sum::<f64>() / 1_500.0
        };
        assert!((square(0) / 0.04 - 1.0).abs() < 0.15 && (square(1) / 0.36 - 1.0).abs() < 0.15);
    }
}
