//! From a catalogue to columns and rows: every criterion is asked for its own.

use super::guessed::guessed;
use super::sheet::Labels;
use super::table::definition;
use crate::catalogue::Catalogue;
use crate::features::{Criterion, FeatureMatrix, FeatureModel, FeatureSpace, Inference, Relatedness};

impl FeatureModel {
    /// Compiles a catalogue.
    pub fn of(catalogue: &Catalogue) -> Self {
        Self::with_factors(catalogue, &vec![1.0; catalogue.interests().len()])
    }

    /// Compiles a catalogue whose interests count by these factors beside their rarity, shape (`n_interests`).
    pub(crate) fn with_factors(catalogue: &Catalogue, factors: &[f64]) -> Self {
        let labels = Labels::of(catalogue, factors);
        let (space, matrix) = compiled(&labels, catalogue);
        let relatedness = Relatedness::of(&matrix, &space);
        let inference = Inference::of(catalogue, &matrix, &space, |criterion| definition(criterion).is_learned());
        Self::new(space, matrix, labels.counted_weights, relatedness, inference, labels.lexicon)
    }
}

/// The columns and the rows of a catalogue, without what the rows teach.
pub(crate) fn columns_and_rows(catalogue: &Catalogue) -> (FeatureSpace, FeatureMatrix) {
    compiled(&Labels::of(catalogue, &vec![1.0; catalogue.interests().len()]), catalogue)
}

fn compiled(labels: &Labels<'_>, catalogue: &Catalogue) -> (FeatureSpace, FeatureMatrix) {
    let space = FeatureSpace::new(|criterion| definition(criterion).columns(labels));
    let guessed = guessed(labels, catalogue);
    let rows = catalogue.metiers().iter().enumerate().map(|(position, metier)| {
        let sheet = labels.sheet(position, metier);
        let mut row = Criterion::ALL.map(|criterion| definition(criterion).values(labels, &sheet));
        let known = row.each_ref().map(|entries| !entries.is_empty());
        // That the fiche says nothing stays known.
        row[Criterion::Interest.index()].extend_from_slice(&guessed[position]);
        (known, row)
    });
    let matrix = FeatureMatrix::new(&space, rows);
    (space, matrix)
}

#[cfg(test)]
mod tests {
    //! Property: the catalogue teaches about sectors and domains, and about nothing else.

    use super::*;
    use crate::catalogue::{Metier, Title};
    use crate::criteria::toy::four;

    #[test]
    fn sectors_and_domains_are_learned() {
        let titles = ["soudeuse", "avocate", "potier", "berger"].map(Title::from_heading);
        let metiers = four()
            .metiers()
            .iter()
            .zip(titles)
            .map(|(metier, title)| Metier { title, ..Metier::clone(metier) })
            .collect::<Vec<_>>();
        let model = FeatureModel::of(&Catalogue::from_metiers(metiers).catalogue);
        assert!(Criterion::ALL.into_iter().all(|criterion| !model.space().group(criterion).is_empty()));
        assert_eq!(model.space().n_features(), model.space().features().len());
        let learned = Criterion::ALL.into_iter().filter(|criterion| model.inference().change(*criterion, &[]).is_some());
        assert_eq!(learned.collect::<Vec<_>>(), [Criterion::Sector, Criterion::Domain]);
    }
}
