//! The demonstration catalogue: the fiches of `fixtures/fiches`, compiled into the library.

use std::sync::Arc;

use super::builder::CatalogueBuilder;
use super::collection::{Catalogue, Loaded};
use super::read::read_markdown;
use super::rome_letters::RomeLetters;

/// File name and content of each fiche.
const FICHES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/demo_fiches.rs"));

impl Catalogue {
    /// The demonstration catalogue: about 150 real métiers with real labels, levels, statuses, interests and RIASEC letters. Their
    /// texts were written for the demonstration.
    ///
    /// ```
    /// let catalogue = boussole::Catalogue::demo();
    /// assert!(catalogue.len() >= 150);
    /// ```
    ///
    /// # Panics
    ///
    /// Never: the fiches are part of the library, and a test checks that they have no problem.
    pub fn demo() -> Self {
        load().catalogue.with_rome_letters(RomeLetters::embedded()).0
    }
}

fn load() -> Loaded {
    let mut builder = CatalogueBuilder::default();
    for (name, bytes) in FICHES {
        let source: Arc<str> = format!("demo/{name}").into();
        read_markdown(&source, bytes, &mut builder);
        builder.finish_file(&source);
    }
    Catalogue::assemble(builder)
}

#[cfg(test)]
mod tests {
    //! Properties: the embedded fiches have no problem, none is lost, and they are as varied as a demonstration needs.

    use super::*;
    use crate::catalogue::AccessLevel;

    #[test]
    fn the_embedded_fiches_have_no_problem() {
        let loaded = load();
        assert_eq!(loaded.problems, []);
        assert_eq!(loaded.catalogue.len(), FICHES.len());
    }

    #[test]
    fn the_embedded_fiches_cover_the_field() {
        let catalogue = Catalogue::demo();
        assert!(catalogue.metiers().iter().all(|metier| !metier.riasec.is_empty()));
        assert!(catalogue.interests().terms().iter().all(|term| 5 <= term.n_metiers), "{:?}", catalogue.interests());
        assert_eq!(catalogue.interests().len(), 25);
        assert_eq!(catalogue.statuses().len(), 9);
        assert!(20 <= catalogue.sectors().len());
        for level in &AccessLevel::ALL[..=AccessLevel::BacPlus8.rung()] {
            assert!(catalogue.metiers().iter().any(|metier| metier.access_level == Some(*level)), "no métier at {level}");
        }
    }

    #[test]
    fn the_embedded_texts_have_the_length_of_a_sheet() {
        for metier in Catalogue::demo().metiers() {
            let n_words = |text: &Option<String>| text.as_deref().unwrap_or_default().split_whitespace().count();
            let total = n_words(&metier.presentation) + n_words(&metier.overview);
            assert!((60..=150).contains(&total), "{}: {total} words", metier.id);
            assert!(!metier.studies.is_empty() && !metier.trainings.is_empty(), "{}", metier.id);
        }
    }
}
