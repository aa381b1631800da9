//! Linear algebra over opinion matrices: storage, moments, reductions and principal components.
//!
//! Kept by hand because every sum has a fixed order: the same matrix gives the same bits on every machine.

pub(crate) mod gram_schmidt;
pub(crate) mod jacobi;
pub(crate) mod matrix;
pub(crate) mod moments;
pub(crate) mod pca;
pub(crate) mod projection;
pub(crate) mod reduce;

pub use jacobi::eigenvalues;
pub use matrix::{Matrix, MatrixError};
pub use moments::{mean, rms_distance};
pub use pca::{PcaFit, principal_components};
pub use projection::Projection;
pub use reduce::{add_weighted_differences, add_weighted_rows, dot, weighted_difference};
