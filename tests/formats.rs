//! All formats say the same: real data in three formats, our fiches through the canonical form, damage and what it costs.

mod support;

use std::path::Path;

use boussole::catalogue::{Catalogue, Loaded, Metier, RomeLetters};
use boussole::{Recommender, Weights};
use support::{Folder, ideo_xml, markdown};

/// Reads a file or folder of `fixtures`.
fn fixture(name: &str) -> Loaded {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
    Catalogue::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The 440 métiers of 2016, from their table.
fn table() -> Loaded {
    fixture("real/onisep_dev.csv")
}

/// The same facts as a folder of Markdown fiches, one a métier.
fn fiches(folder: &str) -> Loaded {
    let folder = Folder::new(folder);
    for metier in table().catalogue.metiers() {
        folder.write(&format!("{}.md", metier.id), markdown(metier));
    }
    Catalogue::read(folder.path()).expect("there are fiches")
}

/// The same facts as Idéo XML.
fn xml() -> Loaded {
    Catalogue::read_bytes("ideo.xml", ideo_xml(&table().catalogue).as_bytes()).expect("there are fiches")
}

/// What every format must agree on, in a form that shows differences.
fn facts(metier: &Metier) -> String {
    let sorted = |mut texts: Vec<&str>| {
        texts.sort_unstable();
        texts.join(" | ")
    };
    format!(
        "{} / {} / {} / {:?} / {} / {} / {} / {}",
        metier.id,
        metier.title.feminine,
        metier.title.masculine,
        metier.access_level,
        sorted(metier.statuses.iter().map(AsRef::as_ref).collect()),
        sorted(metier.interests.iter().map(AsRef::as_ref).collect()),
        sorted(metier.sectors.iter().map(AsRef::as_ref).collect()),
        sorted(metier.rome_codes.iter().map(boussole::catalogue::RomeCode::as_str).collect()),
    )
}

#[track_caller]
fn agree(left: &Catalogue, right: &Catalogue) {
    for (one, other) in left.metiers().iter().zip(right.metiers()) {
        assert_eq!(facts(one), facts(other));
    }
    assert_eq!(left.len(), right.len());
}

fn problems(loaded: &Loaded) -> Vec<String> {
    loaded.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn real_data_say_the_same_in_three_formats() {
    let (fiches, xml, table) = (fiches("three_formats"), xml(), table());
    assert_eq!(problems(&fiches), [""; 0]);
    assert_eq!(problems(&xml), [""; 0]);
    assert_eq!(problems(&table), [""; 0]);
    // The identifiers of statuses number the places in each fiche, so they name no label.
    assert!(!xml.catalogue.statuses().place_numbers().is_empty());
    assert_eq!(table.catalogue.len(), 440);
    agree(&fiches.catalogue, &xml.catalogue);
    agree(&fiches.catalogue, &table.catalogue);
    assert!(table.catalogue.metiers().iter().any(|metier| !metier.domains.is_empty()));
}

#[test]
fn the_real_metiers_have_what_the_table_says() {
    let loaded = fiches("real_fiches");
    let without = |is_empty: fn(&Metier) -> bool| loaded.catalogue.metiers().iter().filter(|metier| is_empty(metier)).count();
    // Counted in the table by another CSV reader.
    assert_eq!(without(|metier| metier.interests.is_empty()), 20);
    assert_eq!(without(|metier| metier.access_level.is_none()), 0);
    assert_eq!(without(|metier| metier.statuses.is_empty()), 1);
    assert_eq!(without(|metier| metier.rome_codes.is_empty()), 0);
    assert_eq!(loaded.catalogue.interests().len(), 25);
    let contact = loaded.catalogue.interests().find("j'ai le sens du contact").expect("is there");
    assert_eq!(loaded.catalogue.interests().terms()[contact].n_metiers, 137);
    assert!(Recommender::new(loaded.catalogue, Weights::default()).is_ok());
}

#[test]
fn every_format_converts_to_itself() {
    for loaded in [fiches("converts"), xml(), table()] {
        let catalogue = loaded.catalogue;
        let again = Catalogue::read_bytes("x", catalogue.to_json().as_bytes()).expect("is a catalogue");
        assert_eq!(problems(&again), [""; 0]);
        assert_eq!(again.catalogue.fingerprint(), catalogue.fingerprint());
        assert_eq!(again.catalogue.to_json(), catalogue.to_json());
    }
}

#[test]
fn letters_of_the_table_are_those_of_the_rome() {
    let table = table().catalogue;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/real/rome_riasec.csv");
    let letters = RomeLetters::read(path).expect("can be read");
    assert_eq!(letters.problems, []);
    assert_eq!(letters.letters.len(), 531);
    let (lettered, report) = table.clone().with_rome_letters(&letters.letters);
    assert_eq!(report.n_metiers, 440);
    for (from_table, from_rome) in table.metiers().iter().zip(lettered.metiers()) {
        assert_eq!(from_table.riasec, from_rome.riasec, "{}", from_table.id);
    }
}

/// Damages to the fiche MET.686: the text, what replaces it, how many lines below the identifier the fault is, and the message.
const DAMAGES: [(&str, &str, usize, &str); 6] = [
    (
        "<identifiant>MET.686<",
        "<identifiant MET.686<",
        0,
        "expected well-formed XML, found: attribute key must be directly followed by `=` or space",
    ),
    (
        "<nom_metier>mécanicien-outilleur",
        "<nom_metier>< mécanicien-outilleur",
        1,
        "MET.686: expected well-formed XML, found: attribute key must be directly followed by `=` or space",
    ),
    (
        "MET.686</identifiant>",
        "MET.686</identifiants>",
        0,
        "MET.686: expected well-formed XML, found: « </identifiants> » where « </identifiant> » belongs",
    ),
    (
        "MET.686</identifiant>",
        "MET.686</identifiant><!-- ",
        0,
        "MET.686: expected well-formed XML, found: comment not closed: `-->` not found before end of input",
    ),
    (
        "MET.686</identifiant>",
        "MET.686</identifiant><![CDATA[ ",
        5,
        "MET.686: expected well-formed XML, found: « </accroche_metier> » where « </metier> » belongs",
    ),
    (
        "MET.686</identifiant>",
        "MET.686</identifiant><x a=\"></x>",
        0,
        "MET.686: expected well-formed XML, found: attribute value not closed: `\"` not found before end of input",
    ),
];

#[test]
fn a_damaged_fiche_costs_no_other() {
    let text = ideo_xml(&table().catalogue);
    let whole = Catalogue::read_bytes("whole.xml", text.as_bytes()).expect("has fiches");
    let identifier = 1 + text.lines().position(|line| line.contains("MET.686<")).expect("is there");
    for (good, bad, n_below, message) in DAMAGES {
        let damaged = text.replacen(good, bad, 1);
        assert_ne!(damaged, text, "{good}");
        let loaded = Catalogue::read_bytes("bad.xml", damaged.as_bytes()).expect("has fiches");
        assert_eq!(loaded.catalogue.len(), 439, "{bad}");
        let line = identifier + n_below;
        assert_eq!(problems(&loaded), [format!("bad.xml:{line}: {message}; correct it, the fiche is left out")]);
        for metier in loaded.catalogue.metiers() {
            assert_eq!(whole.catalogue.get(&metier.id).map(|whole| facts(whole)), Some(facts(metier)));
        }
    }
}

#[test]
fn our_fiches_convert_and_read_back_to_the_same_fingerprint() {
    let catalogue = fixture("fiches").catalogue;
    let json = catalogue.to_json();
    let again = Catalogue::read_bytes("catalogue.json", json.as_bytes()).expect("is a catalogue");
    assert_eq!(problems(&again), [""; 0]);
    assert_eq!(again.catalogue.fingerprint(), catalogue.fingerprint());
    assert_eq!(again.catalogue.metiers(), catalogue.metiers());
    assert_eq!(again.catalogue.to_json(), json);
}

#[test]
fn our_fiches_have_letters_but_for_one_code() {
    let (catalogue, report) = fixture("fiches").catalogue.with_rome_letters(RomeLetters::embedded());
    let codes: Vec<&str> = report.codes.iter().map(boussole::catalogue::RomeCode::as_str).collect();
    assert_eq!(codes, ["I1404"]);
    assert_eq!(report.n_metiers, catalogue.len());
    let n_with_code =
        catalogue.metiers().iter().filter(|metier| metier.rome_codes.iter().any(|code| code.as_str() == "I1404")).count();
    assert_eq!(report.n_concerned, n_with_code);
    let again = Catalogue::read_bytes("c.json", catalogue.to_json().as_bytes()).expect("is a catalogue").catalogue;
    assert_eq!(again.fingerprint(), catalogue.fingerprint());
}
