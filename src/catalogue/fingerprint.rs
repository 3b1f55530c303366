//! The fingerprint: a short name for the content of a catalogue.

use std::sync::Arc;

use xxhash_rust::xxh3::Xxh3;

use super::metier::Metier;
use super::vocabulary::Vocabulary;

/// The fingerprint of métiers in this order and of the identifiers of their labels: 128-bit XXH3 over every field, each text and
/// list preceded by its length.
///
/// The order of labels within a métier makes no difference.
///
/// # References
///
/// Y. Collet, *`XXH3` specification*, xxHash project, `doc/xxhash_spec.md`.
pub(super) fn fingerprint(metiers: &[Arc<Metier>], vocabularies: [&Vocabulary; 3]) -> String {
    let mut digest = CatalogueDigest { state: Xxh3::new(), bytes: Vec::new() };
    for metier in metiers {
        digest.metier(metier);
        digest.flush();
    }
    for vocabulary in vocabularies {
        digest.vocabulary(vocabulary);
        digest.flush();
    }
    format!("{:032x}", digest.state.digest128())
}

/// A longer text is digested where it is.
const LONG_BYTES: usize = 512;

struct CatalogueDigest {
    state: Xxh3,
    /// Bytes that are not yet digested: a few large pieces are faster than many small ones.
    bytes: Vec<u8>,
}

impl CatalogueDigest {
    fn flush(&mut self) {
        self.state.update(&self.bytes);
        self.bytes.clear();
    }

    fn length(&mut self, length: usize) {
        self.bytes.extend_from_slice(&(length as u64).to_le_bytes());
    }

    fn text(&mut self, text: &str) {
        self.length(text.len());
        if LONG_BYTES < text.len() {
            self.flush();
            self.state.update(text.as_bytes());
        } else {
            self.bytes.extend_from_slice(text.as_bytes());
        }
    }

    fn optional(&mut self, text: Option<&str>) {
        self.bytes.push(u8::from(text.is_some()));
        self.text(text.unwrap_or_default());
    }

    /// A list in sorted order, so that its order makes no difference.
    fn set<'a>(&mut self, labels: impl Iterator<Item = &'a str>) {
        let mut labels: Vec<&str> = labels.collect();
        labels.sort_unstable();
        self.list(&labels);
    }

    fn list(&mut self, texts: &[&str]) {
        self.length(texts.len());
        for text in texts {
            self.text(text);
        }
    }

    fn metier(&mut self, metier: &Metier) {
        self.text(metier.id.as_str());
        self.list(&[&metier.title.heading, &metier.title.feminine, &metier.title.masculine]);
        self.set(metier.rome_codes.iter().map(super::RomeCode::as_str));
        let mut letters = metier.riasec.clone();
        letters.sort_unstable();
        self.length(letters.len());
        for code in letters {
            let minor = code.minor().map_or(b' ', |minor| minor.as_char() as u8);
            self.bytes.extend([code.major().as_char() as u8, minor]);
        }
        self.optional(metier.access_level.map(super::AccessLevel::label));
        self.set(metier.statuses.iter().map(super::Status::as_str));
        self.set(metier.interests.iter().map(super::Interest::as_str));
        self.set(metier.sectors.iter().map(super::Sector::as_str));
        self.set(metier.domains.iter().map(String::as_str));
        self.length(metier.trainings.len());
        for training in &metier.trainings {
            self.optional(training.id.as_ref().map(super::TrainingId::as_str));
            self.text(&training.label);
        }
        self.optional(metier.presentation.as_deref());
        self.optional(metier.overview.as_deref());
        self.length(metier.studies.len());
        for path in &metier.studies {
            let after: Vec<&str> = path.after.iter().map(|level| level.label()).collect();
            self.list(&[&path.heading, &after.join(", "), &path.text]);
        }
        self.length(metier.other_sections.len());
        for section in &metier.other_sections {
            self.list(&[&section.heading, &section.text]);
        }
        // Only where there is one, so that catalogues without addresses keep the fingerprints they had.
        if let Some(url) = &metier.url {
            self.optional(Some(url));
        }
    }

    fn vocabulary(&mut self, vocabulary: &Vocabulary) {
        for term in vocabulary.terms() {
            if let Some(id) = &term.id {
                self.list(&[id, &term.label]);
                self.set(term.other_labels.iter().map(String::as_str));
            }
        }
    }
}
