//! The catalogue that a result is about.

use serde::Serialize;

use super::collection::Catalogue;

/// The size and fingerprint of a catalogue, which identify it in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CatalogueUsed<'a> {
    /// The number of métiers.
    pub n_metiers: usize,
    /// Its fingerprint.
    pub fingerprint: &'a str,
}

impl<'a> CatalogueUsed<'a> {
    /// The size and fingerprint of this catalogue.
    pub fn of(catalogue: &'a Catalogue) -> Self {
        Self { n_metiers: catalogue.len(), fingerprint: catalogue.fingerprint() }
    }
}
