//! Drawing backend for a canvas that batches strokes of one style.
//!
//! Setting a style parses a colour string, and a relief has a thousand strokes. So colours and
//! widths are set only when they change, and strokes of one style are one path.

use leptos::wasm_bindgen::JsCast;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// What draws on one canvas: strokes itself, all else by way of plotters' own backend. What it has drawn is all there
/// once it is gone.
pub(crate) struct Pen {
    context: CanvasRenderingContext2d,
    canvas: CanvasBackend,
    /// Colour and width of the strokes since the last ones were drawn.
    stroke: Option<(BackendColor, u32)>,
}

type Drawn = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl Pen {
    /// A pen for this canvas, if it can be drawn on.
    pub(crate) fn new(canvas: &HtmlCanvasElement) -> Option<Pen> {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context.set_line_join("round");
        context.set_line_cap("round");
        Some(Pen { context, canvas: CanvasBackend::with_canvas_object(canvas.clone())?, stroke: None })
    }

    /// Begins a stroke, in one path with those before if they look the same.
    fn stroke(&mut self, style: &impl BackendStyle) {
        let (color, width) = (style.color(), style.stroke_width());
        let same = |(before, as_wide): (BackendColor, u32)| as_wide == width && is_same(before, color);
        if !self.stroke.is_some_and(same) {
            self.finish();
            self.stroke = Some((color, width));
            self.context.set_stroke_style_str(&name(color));
            self.context.set_global_alpha(color.alpha);
            self.context.set_line_width(width.into());
            self.context.begin_path();
        }
    }

    /// Draws the strokes so far; what comes next is drawn over them.
    fn finish(&mut self) -> &mut CanvasBackend {
        if self.stroke.take().is_some() {
            self.context.stroke();
            self.context.set_global_alpha(1.0);
        }
        &mut self.canvas
    }
}

fn is_same(a: BackendColor, b: BackendColor) -> bool {
    a.rgb == b.rgb && a.alpha == b.alpha
}

/// A colour as style sheets write it.
fn name(BackendColor { rgb: (r, g, b), .. }: BackendColor) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

impl Drop for Pen {
    fn drop(&mut self) {
        self.finish();
    }
}

impl DrawingBackend for Pen {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.canvas.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.canvas.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.finish().present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.finish().draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        corner: BackendCoord,
        opposite: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.finish().draw_rect(corner, opposite, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.stroke(style);
        for (number, (x, y)) in path.into_iter().enumerate() {
            let (x, y) = (x.into(), y.into());
            if number == 0 { self.context.move_to(x, y) } else { self.context.line_to(x, y) }
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.finish().fill_polygon(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.finish().draw_circle(center, radius, style, fill)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.finish().draw_text(text, style, at)
    }
}
