//! From a catalogue to columns and rows: every criterion is asked for its own.

use super::guessed::guessed;
use super::sheet::Labels;
use super::table::definition;
use crate::catalogue::Catalogue;
use crate::features::{Criterion, FeatureMatrix, FeatureModel, FeatureSpace, Inference, Lexicon, Relatedness};

impl FeatureModel {
    /// Compiles a catalogue.
    pub fn of(catalogue: &Catalogue) -> Self {
        let (space, matrix, lexicon) = compiled(catalogue);
        let relatedness = Relatedness::of(&matrix, &space);
        let inference = Inference::of(catalogue, &matrix, &space, |criterion| definition(criterion).is_learned());
        Self::new(space, matrix, relatedness, inference, lexicon)
    }
}

/// The columns and the rows of a catalogue, without what the rows teach.
pub(crate) fn columns_and_rows(catalogue: &Catalogue) -> (FeatureSpace, FeatureMatrix) {
    let (space, matrix, _) = compiled(catalogue);
    (space, matrix)
}

fn compiled(catalogue: &Catalogue) -> (FeatureSpace, FeatureMatrix, Lexicon) {
    let labels = Labels::of(catalogue);
    let space = FeatureSpace::new(|criterion| definition(criterion).columns(&labels));
    let guessed = guessed(&labels, catalogue);
    let rows = catalogue.metiers().iter().enumerate().map(|(position, metier)| {
        let sheet = labels.sheet(position, metier);
        let mut row = Criterion::ALL.map(|criterion| definition(criterion).values(&labels, &sheet));
        let known = row.each_ref().map(|entries| !entries.is_empty());
        // That the fiche says nothing stays known.
        row[Criterion::Interest.index()].extend_from_slice(&guessed[position]);
        (known, row)
    });
    let matrix = FeatureMatrix::new(&space, rows);
    (space, matrix, labels.lexicon)
}
