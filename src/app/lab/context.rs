//! Context that the parts of the lab share.

use leptos::prelude::*;

use crate::app::worker_link::WorkerLink;
use picture::chart::Palette;

/// What the parts of the lab share.
#[derive(Clone, Copy)]
pub(super) struct LabContext {
    /// The palette of the present colour scheme.
    pub palette: RwSignal<Palette>,
    worker: StoredValue<WorkerLink, LocalStorage>,
}

impl LabContext {
    /// The parts share these.
    pub(super) fn new(
        palette: RwSignal<Palette>,
        worker: StoredValue<WorkerLink, LocalStorage>,
    ) -> LabContext {
        LabContext { palette, worker }
    }

    /// The line to the worker with the engine; it is fetched when it is first asked.
    pub(super) fn worker(&self) -> WorkerLink {
        self.worker.get_value()
    }
}
