//! Which catalogue a result is about.

use serde::Serialize;

use super::collection::Catalogue;

/// What names a catalogue in a document: its size and its fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CatalogueUsed<'a> {
    /// How many métiers it has.
    pub n_metiers: usize,
    /// Its fingerprint.
    pub fingerprint: &'a str,
}

impl<'a> CatalogueUsed<'a> {
    /// What names this catalogue.
    pub fn of(catalogue: &'a Catalogue) -> Self {
        Self { n_metiers: catalogue.len(), fingerprint: catalogue.fingerprint() }
    }
}
