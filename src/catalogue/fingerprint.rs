//! A short name for the content of a catalogue.

use xxhash_rust::xxh3::Xxh3;

use super::metier::Metier;

/// The fingerprint of métiers in the order given: XXH3 with 128 bits over every field, each text with its length before it.
///
/// The order of labels inside a métier does not count.
///
/// # References
///
/// Y. Collet, *`XXH3` specification*, xxHash project, `doc/xxhash_spec.md`.
pub(super) fn fingerprint(metiers: &[Metier]) -> String {
    let mut digest = Digest(Xxh3::new());
    for metier in metiers {
        digest.metier(metier);
    }
    format!("{:032x}", digest.0.digest128())
}

struct Digest(Xxh3);

impl Digest {
    fn text(&mut self, text: &str) {
        self.0.update(&(text.len() as u64).to_le_bytes());
        self.0.update(text.as_bytes());
    }

    fn optional(&mut self, text: Option<&str>) {
        self.0.update(&[u8::from(text.is_some())]);
        self.text(text.unwrap_or_default());
    }

    /// A list whose order does not count.
    fn set<'a>(&mut self, labels: impl Iterator<Item = &'a str>) {
        let mut labels: Vec<&str> = labels.collect();
        labels.sort_unstable();
        self.list(&labels);
    }

    fn list(&mut self, texts: &[&str]) {
        self.0.update(&(texts.len() as u64).to_le_bytes());
        for text in texts {
            self.text(text);
        }
    }

    fn metier(&mut self, metier: &Metier) {
        self.text(metier.id.as_str());
        self.list(&[&metier.title.heading, &metier.title.feminine, &metier.title.masculine]);
        self.set(metier.rome_codes.iter().map(super::RomeCode::as_str));
        self.optional(metier.access_level.map(super::AccessLevel::label));
        self.set(metier.statuses.iter().map(super::Status::as_str));
        self.set(metier.interests.iter().map(super::Interest::as_str));
        self.set(metier.sectors.iter().map(super::Sector::as_str));
        let letters: Vec<String> = metier.riasec.iter().map(ToString::to_string).collect();
        self.set(letters.iter().map(String::as_str));
        self.set(metier.domains.iter().map(String::as_str));
        for training in &metier.trainings {
            self.optional(training.id.as_ref().map(super::TrainingId::as_str));
            self.text(&training.label);
        }
        self.optional(metier.presentation.as_deref());
        self.optional(metier.overview.as_deref());
        for path in &metier.studies {
            self.list(&[&path.heading, &path.text]);
        }
        for section in &metier.other_sections {
            self.list(&[&section.heading, &section.text]);
        }
    }
}
