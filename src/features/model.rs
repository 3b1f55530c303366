//! Everything that is compiled from a catalogue, once.

use super::inference::Inference;
use super::relatedness::Relatedness;
use super::{FeatureMatrix, FeatureSpace};
use crate::catalogue::Catalogue;

/// The columns, the rows, and what the rows teach about interests.
#[derive(Debug, Clone, PartialEq)]
pub struct FeatureModel {
    space: FeatureSpace,
    matrix: FeatureMatrix,
    relatedness: Relatedness,
    inference: Inference,
}

impl FeatureModel {
    /// Compiles a catalogue.
    pub fn of(catalogue: &Catalogue) -> Self {
        let space = FeatureSpace::of(catalogue);
        let matrix = FeatureMatrix::of(catalogue, &space);
        let relatedness = Relatedness::of(&matrix, &space);
        let inference = Inference::of(catalogue, &matrix, &space);
        Self { space, matrix, relatedness, inference }
    }

    /// The named columns.
    pub fn space(&self) -> &FeatureSpace {
        &self.space
    }

    /// The rows of the métiers.
    pub fn matrix(&self) -> &FeatureMatrix {
        &self.matrix
    }

    /// Which interests go together.
    pub fn relatedness(&self) -> &Relatedness {
        &self.relatedness
    }

    /// What interests say about letters, sectors and domains.
    pub fn inference(&self) -> &Inference {
        &self.inference
    }
}
