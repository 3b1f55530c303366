//! What came out of reading: the catalogue, and everything that was wrong on the way.

use crate::catalogue::{Catalogue, Problem};

/// A catalogue and the problems of its data.
///
/// Reading never gives up a fiche for another one's fault: everything right is in the catalogue, everything wrong in `problems`.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The métiers that could be read.
    pub catalogue: Catalogue,
    /// Everything that was wrong, in the order of files and lines.
    pub problems: Vec<Problem>,
}
