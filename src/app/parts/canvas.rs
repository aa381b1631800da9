//! Canvases: size in device pixels, and the colours of the page's style.

use std::cell::Cell;

use leptos::prelude::*;
use picture::chart::{Palette, Rgb, Surface};
use plotters::prelude::IntoDrawingArea;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement, ImageData};

use super::pen::Pen;

/// Pixels of a canvas for one of the page: at least two, because the backend draws on whole ones.
pub(crate) fn scale() -> f32 {
    // Where it is hidden, it is no number.
    let density = window().device_pixel_ratio();
    if density.is_finite() { density.clamp(2.0, 3.0) as f32 } else { 2.0 }
}

/// Maximum pixels along a side of a canvas. Without our style (a reader mode, a visitor's own) a canvas is as large as its pixels say, so
/// that each time it is made to fit its box, the box grows.
const MAX_SIDE: f32 = 4096.0;

/// One canvas of a stack, redrawn only when what it shows changes.
#[derive(Clone)]
pub(crate) struct Layer {
    canvas: HtmlCanvasElement,
    /// The size of its box, once it was measured.
    measured: Cell<Option<[i32; 2]>>,
    /// Whether the console says already that pixels are refused: once is enough.
    refused: Cell<bool>,
}

/// Shown in place of a map where the browser gives no canvas to draw on.
pub(crate) const NO_CANVAS: &str = "this browser lets me draw nothing. the words still hold.";

impl Layer {
    /// The layer on a canvas of the page.
    pub(crate) fn new(canvas: HtmlCanvasElement) -> Layer {
        Layer { canvas, measured: Cell::new(None), refused: Cell::new(false) }
    }

    /// Measures its box, until it is measured again: callers that draw sixty times a second do so when the box changes,
    /// because asking each time would have the page laid out each time.
    pub(crate) fn measure(&self) {
        self.measured.set(Some(self.size()));
    }

    fn size(&self) -> [i32; 2] {
        [self.canvas.client_width(), self.canvas.client_height()]
    }

    /// Has the browser make ready for drawing, which takes a while the first time. Returns whether it can be drawn on:
    /// some extensions give no context, so that the picture cannot be read back.
    pub(crate) fn prepare(&self) -> bool {
        self.context().is_some()
    }

    /// Clears it and makes it fit its box; its size in its own pixels, nothing if the box has none.
    pub(crate) fn fresh(&self, scale: f32) -> Option<[u32; 2]> {
        let pixels = |of_page: i32| (of_page as f32 * scale).min(MAX_SIDE) as u32;
        let size = self.measured.get().unwrap_or_else(|| self.size()).map(pixels);
        // Setting the size clears it, too.
        self.canvas.set_width(size[0]);
        self.canvas.set_height(size[1]);
        (size[0] > 0 && size[1] > 0).then_some(size)
    }

    /// What plotters draws on.
    pub(crate) fn sheet(&self) -> Option<Surface<Pen>> {
        Some(Pen::new(&self.canvas)?.into_drawing_area())
    }

    /// Puts pixels (RGBA, row by row) onto it; `size` is theirs.
    pub(crate) fn put(&self, pixels: &[u8], size: [u32; 2]) {
        let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(pixels), size[0], size[1]);
        if let (Ok(image), Some(context)) = (image, self.context())
            && context.put_image_data(&image, 0.0, 0.0).is_err()
            && !self.refused.replace(true)
        {
            leptos::logging::error!("a picture of {size:?} pixels does not go onto its canvas");
        }
    }

    fn context(&self) -> Option<CanvasRenderingContext2d> {
        self.canvas.get_context("2d").ok()??.dyn_into().ok()
    }
}

/// Properties of the clusters' colours.
const CLUSTER_COLORS: [&str; 6] =
    ["--tribe-1", "--tribe-2", "--tribe-3", "--tribe-4", "--tribe-5", "--tribe-6"];

/// The palette of the present colour scheme, from the style sheet's own properties.
pub(crate) fn palette() -> Palette {
    let Some(style) =
        document().document_element().and_then(|root| window().get_computed_style(&root).ok()?)
    else {
        return Palette::DAY;
    };
    let day = Palette::DAY;
    Palette {
        background: color(&style, "--background").unwrap_or(day.background),
        ink: color(&style, "--ink").unwrap_or(day.ink),
        faint: color(&style, "--faint").unwrap_or(day.faint),
        contour: color(&style, "--contour").unwrap_or(day.contour),
        crowd: color(&style, "--crowd").unwrap_or(day.crowd),
        clusters: core::array::from_fn(|n| color(&style, CLUSTER_COLORS[n]).unwrap_or(day.clusters[n])),
        you: color(&style, "--you").unwrap_or(day.you),
    }
}

/// A registered colour property computes to `rgb(38, 34, 28)`.
fn color(style: &CssStyleDeclaration, name: &str) -> Option<Rgb> {
    let value = style.get_property_value(name).ok()?;
    let mut numbers = value
        .strip_prefix("rgb(")?
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|number| number.parse().ok());
    Some([numbers.next()?, numbers.next()?, numbers.next()?])
}
