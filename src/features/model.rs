//! Everything that is compiled from a catalogue, once.

use super::inference::Inference;
use super::lexicon::Lexicon;
use super::relatedness::Relatedness;
use super::{FeatureMatrix, FeatureSpace};

/// The columns, the rows, and what the rows teach about interests.
///
/// [`of`](Self::of) assembles it from what each criterion says of itself (`src/criteria/model.rs`).
#[derive(Debug, Clone, PartialEq)]
pub struct FeatureModel {
    space: FeatureSpace,
    matrix: FeatureMatrix,
    interest_weights: Vec<f64>,
    relatedness: Relatedness,
    inference: Inference,
    lexicon: Lexicon,
}

impl FeatureModel {
    /// A model of these parts.
    pub(crate) fn new(
        space: FeatureSpace,
        matrix: FeatureMatrix,
        interest_weights: Vec<f64>,
        relatedness: Relatedness,
        inference: Inference,
        lexicon: Lexicon,
    ) -> Self {
        Self { space, matrix, interest_weights, relatedness, inference, lexicon }
    }

    /// The named columns.
    pub fn space(&self) -> &FeatureSpace {
        &self.space
    }

    /// The rows of the métiers.
    pub fn matrix(&self) -> &FeatureMatrix {
        &self.matrix
    }

    /// What each interest counts in the rows: its rarity times its factor, shape (`n_interests`).
    pub(crate) fn interest_weights(&self) -> &[f64] {
        &self.interest_weights
    }

    /// Which interests go together.
    pub(crate) fn relatedness(&self) -> &Relatedness {
        &self.relatedness
    }

    /// What interests say about letters, sectors and domains.
    pub(crate) fn inference(&self) -> &Inference {
        &self.inference
    }

    /// The words of the fiches.
    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }
}
