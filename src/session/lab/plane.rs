//! Projection of a world of the lab onto a plane.

use crate::protocol::LabPlane;
use drift::{AgentId, World, WorldError};

/// People of day 0 who decide how much of the plane is shown, at most.
const SAMPLE: usize = 2_000;

/// Share of them who are on the picture.
const SHOWN: f64 = 0.995;

/// Everybody's place on a plane, x and y in turn, and the share of squared distances between people that it keeps.
pub(super) fn flat(world: &World, plane: LabPlane) -> (Vec<f32>, f32) {
    let beliefs = world.opinions();
    let people = 0..beliefs.row_count();
    let points: Vec<f32> = match plane {
        LabPlane::Components => people.flat_map(|n| first_two(world.embedding().row(n))).collect(),
        LabPlane::Beliefs(x, y) => {
            let [x, y] = columns(world, x, y);
            people.flat_map(|n| [beliefs.row(n)[x], beliefs.row(n)[y]]).collect()
        }
    };
    let (flat, all) = (spread_of(points.chunks_exact(2)), spread_of(beliefs.rows()));
    (points, if all > 0.0 { (flat / all).min(1.0) as f32 } else { 1.0 })
}

/// One person's place on it.
pub(super) fn seen(world: &World, person: AgentId, plane: LabPlane) -> Result<[f32; 2], WorldError> {
    match plane {
        LabPlane::Components => Ok(first_two(&world.coordinates(person)?[..world.embedding().width()])),
        LabPlane::Beliefs(x, y) => {
            let row = world.opinion(person)?;
            Ok(columns(world, x, y).map(|column| row[column]))
        }
    }
}

/// What a person would believe at a spot of the plane, with all that the plane does not show as it is.
pub(super) fn moved_to(
    world: &World,
    person: AgentId,
    plane: LabPlane,
    spot: [f32; 2],
) -> Result<Vec<f32>, WorldError> {
    let (here, mut row) = (seen(world, person, plane)?, world.opinion(person)?.to_vec());
    let axes = world.projection().axes();
    match plane {
        LabPlane::Components if !axes.is_empty() => {
            for (axis, way) in axes.iter().zip([spot[0] - here[0], spot[1] - here[1]]) {
                row.iter_mut().zip(*axis).for_each(|(x, a)| *x += way * a);
            }
        }
        // Coordinates are the beliefs themselves, shifted.
        LabPlane::Components => {
            row.iter_mut().zip([spot[0] - here[0], spot[1] - here[1]]).for_each(|(x, way)| *x += way);
        }
        LabPlane::Beliefs(x, y) => {
            for (column, at) in columns(world, x, y).into_iter().zip(spot) {
                row[column] = at;
            }
        }
    }
    Ok(row)
}

/// The middle of the plane and half the side of the square that holds the crowd of day 0, nearly all of it, and `you`,
/// with some room around.
pub(super) fn view(world: &World, plane: LabPlane, you: AgentId) -> Result<[f32; 3], WorldError> {
    let anchors = world.anchors();
    let every = anchors.row_count().div_ceil(SAMPLE).max(1);
    let mut coordinates = vec![0.0; world.projection().width()];
    let points: Vec<[f32; 2]> = anchors
        .rows()
        .step_by(every)
        .map(|row| match plane {
            LabPlane::Components => {
                world.projection().project(row, &mut coordinates);
                first_two(&coordinates)
            }
            LabPlane::Beliefs(x, y) => columns(world, x, y).map(|column| row[column]),
        })
        .collect();
    let middle = [0, 1].map(|axis| {
        let sum: f64 = points.iter().map(|point| f64::from(point[axis])).sum();
        (sum / points.len().max(1) as f64) as f32
    });
    let mut out: Vec<f32> =
        points.iter().map(|point| (point[0] - middle[0]).abs().max((point[1] - middle[1]).abs())).collect();
    out.sort_unstable_by(f32::total_cmp);
    let last = (SHOWN * out.len() as f64) as usize;
    let reach = out.get(last.min(out.len().saturating_sub(1))).copied().unwrap_or(1.0);
    let you = seen(world, you, plane)?;
    let yours = (you[0] - middle[0]).abs().max((you[1] - middle[1]).abs());
    Ok([middle[0], middle[1], (1.12 * reach.max(yours)).max(1e-3)])
}

/// Beliefs that are not there are the last one.
fn columns(world: &World, x: u16, y: u16) -> [usize; 2] {
    [x, y].map(|axis| usize::from(axis).min(world.opinions().dims() - 1))
}

/// A second coordinate that is not there is zero.
fn first_two(z: &[f32]) -> [f32; 2] {
    [z[0], z.get(1).copied().unwrap_or_default()]
}

/// Sum over dimensions of the variance of rows, over two thousand of them at most.
fn spread_of<'a>(rows: impl ExactSizeIterator<Item = &'a [f32]>) -> f64 {
    let every = rows.len().div_ceil(SAMPLE).max(1);
    let (mut count, mut sums, mut squares) = (0.0f64, Vec::new(), 0.0f64);
    for row in rows.step_by(every) {
        sums.resize(row.len(), 0.0f64);
        count += 1.0;
        for (sum, &x) in sums.iter_mut().zip(row) {
            *sum += f64::from(x);
            squares += f64::from(x) * f64::from(x);
        }
    }
    squares / count - sums.iter().map(|sum| (sum / count) * (sum / count)).sum::<f64>()
}
