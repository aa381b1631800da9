//! Work on all cores.

use std::thread;

/// Results of `work` for 0..`count`, in order, computed on all cores.
///
/// # Panics
/// When `work` panics.
pub fn in_parallel<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(count.max(1));
    let share = |k: usize| (count * k / threads)..(count * (k + 1) / threads);
    thread::scope(|scope| {
        let work = &work;
        let running: Vec<_> =
            (0..threads).map(|k| scope.spawn(move || share(k).map(work).collect::<Vec<T>>())).collect();
        running.into_iter().flat_map(|thread| thread.join().expect("the work does not panic")).collect()
    })
}
