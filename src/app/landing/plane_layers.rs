//! Canvases of the landing's figure: the land, the crowd, and "you" with your trail.

use picture::chart::{Grid, Palette, Viewport, draw_relief, draw_walker, splat};

use crate::app::parts::{Layer, scale};
use crate::protocol::PLANE_REACH;

/// The canvases, bottom to top: land, crowd, "you".
pub(super) struct PlaneLayers([Layer; 3]);

impl PlaneLayers {
    /// Layers on these canvases, bottom to top.
    pub(super) fn new(layers: [Layer; 3]) -> PlaneLayers {
        PlaneLayers(layers)
    }

    /// Prepares all canvases for drawing. Returns whether all of them can be drawn on.
    pub(super) fn prepare(&self) -> bool {
        self.0.iter().all(Layer::prepare)
    }

    /// Measures the box of each canvas.
    pub(super) fn measure(&self) {
        self.0.iter().for_each(Layer::measure);
    }

    /// Draws the land as a relief; an empty canvas while there is none.
    pub(super) fn draw_land(&self, land: Option<&Grid>, palette: &Palette) {
        let [layer, ..] = &self.0;
        let scale = scale();
        let Some(size) = layer.fresh(scale) else { return };
        if let (Some(grid), Some(sheet)) = (land, layer.sheet())
            && let Err(trouble) =
                draw_relief(&sheet, grid, &Viewport::square(size, PLANE_REACH), palette, scale)
        {
            leptos::logging::error!("the map cannot be drawn: {trouble}");
        }
    }

    /// Draws the crowd as soft dots.
    ///
    /// * `crowd` – x, y, x, y ….
    pub(super) fn draw_crowd(&self, crowd: &[f32], palette: &Palette) {
        let [_, layer, _] = &self.0;
        // Soft dots need no third pixel.
        let soft = scale().min(2.0);
        if let Some(size) = layer.fresh(soft) {
            let frame = Viewport::square(size, PLANE_REACH);
            layer.put(&splat(crowd, &frame, 1.15 * soft, palette.crowd), size);
        }
    }

    /// Draws "you" at the end of your trail.
    pub(super) fn draw_you(&self, trail: &[[f32; 2]], palette: &Palette) {
        let [.., layer] = &self.0;
        let scale = scale();
        if let (Some(size), Some(sheet)) = (layer.fresh(scale), layer.sheet())
            && let Err(trouble) =
                draw_walker(&sheet, trail, &Viewport::square(size, PLANE_REACH), palette, scale, "you")
        {
            leptos::logging::error!("\"you\" cannot be drawn: {trouble}");
        }
    }
}
