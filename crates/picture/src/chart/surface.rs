//! Drawing surface of charts: any plotters backend.

use plotters::prelude::{DrawingArea, DrawingAreaErrorKind, DrawingBackend};

/// Drawing area of a plotters backend.
pub type Surface<DB> = DrawingArea<DB, plotters::coord::Shift>;

/// Result of drawing: nothing, or the backend's error.
pub type DrawResult<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;
