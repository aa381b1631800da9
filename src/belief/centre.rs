//! Where is the middle of a crowd, and how far are people from it?

use crate::belief::Beliefs;

/// The average person: mean of every dimension over all people, summed in double precision.
pub fn mean(beliefs: &Beliefs) -> Vec<f32> {
    let mut mean = vec![0.0; beliefs.dims()];
    write_mean(beliefs, &mut Vec::new(), &mut mean);
    mean
}

/// The same, written to `mean`; `sums` is paper.
pub(super) fn write_mean(beliefs: &Beliefs, sums: &mut Vec<f64>, mean: &mut [f32]) {
    sums.clear();
    sums.resize(beliefs.dims(), 0.0);
    for row in beliefs.rows() {
        sums.iter_mut().zip(row).for_each(|(sum, &x)| *sum += f64::from(x));
    }
    let people = beliefs.people().max(1) as f64;
    mean.iter_mut().zip(sums.iter()).for_each(|(mean, sum)| *mean = (sum / people) as f32);
}

/// Root mean square distance of people from `centre` (D numbers).
pub fn spread(beliefs: &Beliefs, centre: &[f32]) -> f32 {
    let square = |(x, c): (&f32, &f32)| f64::from(x - c) * f64::from(x - c);
    let squares: f64 = beliefs.rows().map(|row| row.iter().zip(centre).map(square).sum::<f64>()).sum();
    (squares / beliefs.people().max(1) as f64).sqrt() as f32
}
