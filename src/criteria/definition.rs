//! What a criterion must say of itself, so that everything else can treat all of them alike.

use std::sync::Arc;

use super::answered::Answered;
use super::origin::Origin;
use super::sheet::{Labels, Sheet};
use super::student::Student;

/// One criterion. There is no default for any part: a new criterion has to think of each.
pub(super) trait Definition {
    /// The names of its columns.
    fn columns(&self, labels: &Labels<'_>) -> Vec<Arc<str>>;

    /// What a métier has in these columns, `x_mj`: place and value of each that is not 0, ascending; empty when the fiche is silent.
    fn values(&self, labels: &Labels<'_>, sheet: &Sheet<'_>) -> Vec<(usize, f64)>;

    /// Whether its values are guessed from answers on interests, as the catalogue teaches, when nobody says them.
    fn is_learned(&self) -> bool;

    /// Whether these answers speak about it, or it would have to be inferred.
    fn origin(&self, answered: &Answered) -> Origin;

    /// Appends `a_j`, what the answers say about each of its columns; nothing at all, or zeros, when they say nothing.
    fn answers(&self, student: &Student<'_>, columns: &mut Vec<f64>);
}
