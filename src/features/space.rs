//! The columns: which features there are, and what they are called.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::Criterion;
use crate::catalogue::{AccessLevel, Catalogue, RiasecLetter, RomeCode, Vocabulary};

/// How many characters of a ROME code name its professional domain: K21 of K2104.
const DOMAIN_LENGTH: usize = 3;

/// A named column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feature {
    /// The group that it belongs to.
    pub criterion: Criterion,
    /// Its name, mostly a label of the catalogue: « j'ai le sens du contact », « Bac + 2 », « salarié ».
    pub name: Arc<str>,
}

/// All columns of a catalogue, grouped by criterion in the order of [`Criterion::ALL`].
///
/// Inside a group the columns follow the catalogue's vocabulary, the ladder, or the letters R, I, A, S, E, C. The group of
/// [`Criterion::Similar`] has the interests, then the sectors, then the domains of the ROME (« K21 »).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeatureSpace {
    features: Vec<Feature>,
    starts: [usize; Criterion::COUNT + 1],
    domains: Vec<Arc<str>>,
}

impl FeatureSpace {
    /// The columns that a catalogue needs.
    pub fn of(catalogue: &Catalogue) -> Self {
        let codes = catalogue.metiers().iter().flat_map(|metier| &metier.rome_codes);
        let domains: BTreeSet<&str> = codes.map(domain_name).collect();
        let domains: Vec<Arc<str>> = domains.into_iter().map(Arc::from).collect();
        let mut features = Vec::new();
        let mut starts = [0; Criterion::COUNT + 1];
        for criterion in Criterion::ALL {
            let names: Vec<Arc<str>> = match criterion {
                Criterion::Interest | Criterion::Related => labels(catalogue.interests()),
                Criterion::AccessLevel => AccessLevel::ALL.iter().map(|level| level.label().into()).collect(),
                Criterion::Status => labels(catalogue.statuses()),
                Criterion::Sector => labels(catalogue.sectors()),
                Criterion::Riasec => RiasecLetter::ALL.iter().map(|letter| letter.to_string().into()).collect(),
                Criterion::Domain => domains.clone(),
                Criterion::Similar => [labels(catalogue.interests()), labels(catalogue.sectors()), domains.clone()].concat(),
            };
            features.extend(names.into_iter().map(|name| Feature { criterion, name }));
            starts[criterion.index() + 1] = features.len();
        }
        Self { features, starts, domains }
    }

    /// The columns, in order.
    pub fn features(&self) -> &[Feature] {
        &self.features
    }

    /// How many columns there are.
    pub fn n_features(&self) -> usize {
        self.features.len()
    }

    /// The columns of one criterion.
    pub fn group(&self, criterion: Criterion) -> Range<usize> {
        self.starts[criterion.index()]..self.starts[criterion.index() + 1]
    }

    /// The place of a code's domain among the domains of the catalogue.
    pub(super) fn domain(&self, code: &RomeCode) -> Option<usize> {
        self.domains.binary_search_by(|domain| domain.as_ref().cmp(domain_name(code))).ok()
    }
}

/// The professional domain of a ROME code: a letter and two digits.
fn domain_name(code: &RomeCode) -> &str {
    &code.as_str()[..DOMAIN_LENGTH]
}

fn labels(vocabulary: &Vocabulary) -> Vec<Arc<str>> {
    vocabulary.terms().iter().map(|term| term.label.as_str().into()).collect()
}
