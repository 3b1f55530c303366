//! Labels in any typography, as properties of arbitrary texts.
//!
//! - Cleaning is idempotent, and so is taking the key.
//! - A profile finds a label of a métier by the text from which the label was made.
//! - Spellings that differ in case, spaces, apostrophes, dashes or Unicode form are one label; accents distinguish labels.

mod support;

use boussole::catalogue::{AccessLevel, Catalogue, Interest, Metier, Title, clean_label, label_key};
use boussole::{Profile, Recommender};
use proptest::prelude::*;
use support::{cases, id, interest_only, metier};

/// Characters in which spellings of one label differ, and combining ones.
fn tricky() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "É",
        "e\u{301}",
        "e\u{200d}\u{301}",
        "J\u{30c}",
        "\u{a0}",
        "\u{202f}",
        " ",
        "’",
        "ʼ",
        "'",
        "–",
        "-",
        "+",
        "\u{feff}",
        "\u{ad}",
        ".",
        ";",
        "İ",
        "ΑΣ",
        "\u{1fef}",
        "\u{301}",
        "ﬁ",
        "ẞ",
        "\t",
        "Å",
    ]);
    prop::collection::vec(pieces, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn cleaning_twice_is_cleaning_once(text in prop_oneof![tricky(), any::<String>()]) {
        let cleaned = clean_label(&text);
        assert_eq!(clean_label(&cleaned), cleaned);
        assert_eq!(label_key(&label_key(&text)), label_key(&text));
        assert_eq!(label_key(&cleaned), label_key(&text));
    }

    #[test]
    fn a_label_is_found_under_the_text_it_was_made_from(text in prop_oneof![tricky(), any::<String>()]) {
        // A dash alone says that there is none.
        prop_assume!(clean_label(&text).contains(char::is_alphanumeric));
        let metiers = [metier(1, &[&text]), metier(2, &["bouger"])];
        let recommender = Recommender::new(Catalogue::from_metiers(metiers).catalogue, interest_only()).expect("there are two");
        assert!(recommender.catalogue().interests().find(&text).is_ok(), "{:?}", recommender.catalogue().interests());
        let profile = Profile::builder().likes(&text).build().expect("the label is not empty");
        let ranking = recommender.recommend(&profile, 1).expect("the label is known");
        assert!(label_key(&text) == "bouger" || ranking.recommendations[0].metier.id == id(1));
    }

    #[test]
    fn no_text_makes_a_level_or_an_identifier_panic(text in any::<String>()) {
        let level = text.parse::<AccessLevel>();
        assert!(level.is_ok() || level.is_err_and(|error| error.to_string().contains(text.trim())));
        let title = Title::from_heading(&text);
        assert_eq!(title.heading, text.trim());
        // Marks alone say that there is no name.
        let is_named = clean_label(&title.heading).contains(char::is_alphanumeric);
        let mut metier = Metier::new(id(1), title);
        metier.interests.push(Interest::new(&text));
        let loaded = Catalogue::from_metiers([metier]);
        assert!(!is_named || loaded.catalogue.len() == 1, "{:?}", loaded.problems);
        assert!(loaded.catalogue.len() == 1 || !loaded.problems.is_empty(), "what is left out is reported");
    }
}

#[track_caller]
fn one_label(left: &str, right: &str) {
    let metiers = [metier(1, &[left]), metier(2, &[right])];
    let catalogue = Catalogue::from_metiers(metiers).catalogue;
    assert_eq!(catalogue.interests().len(), 1, "{left:?} and {right:?}: {:?}", catalogue.interests());
    assert_eq!(catalogue.metiers()[0].interests, catalogue.metiers()[1].interests);
}

#[test]
fn typography_does_not_count() {
    one_label("j'ai le sens du contact", "J’AI LE\u{a0}SENS DU  CONTACT.");
    one_label("organiser - gérer", "Organiser – ge\u{301}rer");
    one_label("bac + 5", "BAC+5");
    one_label("j'aime le contact avec les enfants", "je veux m'occuper d'enfants");
}

#[test]
fn accents_count() {
    let metiers = [metier(1, &["pécheur"]), metier(2, &["pêcheur"])];
    assert_eq!(Catalogue::from_metiers(metiers).catalogue.interests().len(), 2);
}

#[test]
fn the_spelling_does_not_depend_on_which_metier_has_it() {
    let spelling = |first, second| {
        let catalogue = Catalogue::from_metiers([metier(1, &[first]), metier(2, &[second])]).catalogue;
        catalogue.interests().terms()[0].label.clone()
    };
    assert_eq!(spelling("fouiller", "FOUILLER"), "FOUILLER");
    assert_eq!(spelling("FOUILLER", "fouiller"), "FOUILLER");
    // The thesaurus overrules both.
    assert_eq!(spelling("J'AIME BOUGER", "J'aime bouger"), "j'aime bouger");
}
