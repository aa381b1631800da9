//! How do the strokes of a picture reach a canvas, with as few words between the two as possible?
//!
//! Every word costs: a land has a thousand strokes, and a browser reads an ink anew whenever it is told one. So inks and
//! breadths are said only when they change, and strokes of one style are one path.

use core::convert::Infallible;

use leptos::wasm_bindgen::JsCast;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// What draws on one canvas. What it has drawn is all there once it is gone.
pub struct Pen {
    context: CanvasRenderingContext2d,
    size: (u32, u32),
    /// Ink and breadth of the strokes since the last ones were drawn.
    stroke: Option<(BackendColor, u32)>,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Pen {
    /// A pen for this canvas, if it can be drawn on.
    pub fn new(canvas: &HtmlCanvasElement) -> Option<Pen> {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context.set_line_join("round");
        context.set_line_cap("round");
        Some(Pen { context, size: (canvas.width(), canvas.height()), stroke: None })
    }

    /// Begins a stroke, in one path with those before if they look the same.
    fn stroke(&mut self, style: &impl BackendStyle) {
        let (ink, breadth) = (style.color(), style.stroke_width());
        let same = |(before, as_broad): (BackendColor, u32)| as_broad == breadth && is_same(before, ink);
        if !self.stroke.is_some_and(same) {
            self.finish();
            self.stroke = Some((ink, breadth));
            self.context.set_stroke_style_str(&name(ink));
            self.context.set_global_alpha(ink.alpha);
            self.context.set_line_width(breadth.into());
            self.context.begin_path();
        }
    }

    /// Draws the strokes so far.
    fn finish(&mut self) {
        if self.stroke.take().is_some() {
            self.context.stroke();
        }
    }

    /// Fills from now on with this ink, after the strokes so far.
    fn fill(&mut self, ink: BackendColor) {
        self.finish();
        self.context.set_fill_style_str(&name(ink));
        self.context.set_global_alpha(ink.alpha);
    }

    fn trace(&self, points: impl IntoIterator<Item = BackendCoord>) {
        for (number, (x, y)) in points.into_iter().enumerate() {
            let (x, y) = (x.into(), y.into());
            if number == 0 { self.context.move_to(x, y) } else { self.context.line_to(x, y) }
        }
    }
}

fn is_same(a: BackendColor, b: BackendColor) -> bool {
    a.rgb == b.rgb && a.alpha == b.alpha
}

/// An ink as style sheets write it.
fn name(BackendColor { rgb: (r, g, b), .. }: BackendColor) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

impl Drop for Pen {
    fn drop(&mut self) {
        self.finish();
    }
}

impl DrawingBackend for Pen {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.finish();
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, ink: BackendColor) -> Drawn {
        self.fill(ink);
        self.context.fill_rect(x.into(), y.into(), 1.0, 1.0);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.stroke(style);
        self.trace(path);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.fill(style.color());
        self.context.begin_path();
        self.trace(path);
        self.context.fill();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y, radius) = (f64::from(x), f64::from(y), f64::from(radius));
        if fill {
            self.fill(style.color());
            self.context.begin_path();
        } else {
            self.stroke(style);
            // Not joined to what was drawn before.
            self.context.move_to(x + radius, y);
        }
        // Only a radius below nought is refused.
        let _ = self.context.arc(x, y, radius, 0.0, core::f64::consts::TAU);
        if fill {
            self.context.fill();
        }
        Ok(())
    }

    /// Words stand upright: no picture of ours turns them.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        self.fill(style.color());
        let anchor = style.anchor();
        self.context.set_text_baseline(match anchor.v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        });
        self.context.set_text_align(match anchor.h_pos {
            HPos::Left => "start",
            HPos::Right => "end",
            HPos::Center => "center",
        });
        let pixels = libm::round(style.size()) as u32;
        self.context.set_font(&format!("{} {pixels}px {}", style.style().as_str(), style.family().as_str()));
        // Letters that cannot be drawn are left out, and nobody hears of it.
        let _ = self.context.fill_text(text, x.into(), y.into());
        Ok(())
    }
}
