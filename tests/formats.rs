//! All formats say the same: real data in three formats, our fiches through the canonical form, damage and what it costs.

use std::path::{Path, PathBuf};

use boussole::catalogue::{Catalogue, Loaded, Metier, RomeLetters};

/// The folder of real data, which is not part of the project.
fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("BOUSSOLE_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from)
        .join("data");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: {} is not there", folder.display());
    None
}

fn read(path: &Path) -> Loaded {
    Catalogue::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn fixtures() -> Loaded {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/fiches"))
}

/// What every format must agree on, in a form that shows differences.
fn facts(metier: &Metier) -> String {
    let sorted = |mut texts: Vec<&str>| {
        texts.sort_unstable();
        texts.join(" | ")
    };
    format!(
        "{} / {} / {} / {:?} / {} / {} / {}",
        metier.id,
        metier.title.feminine,
        metier.title.masculine,
        metier.access_level,
        sorted(metier.statuses.iter().map(AsRef::as_ref).collect()),
        sorted(metier.interests.iter().map(AsRef::as_ref).collect()),
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
fn real_data_says_the_same_in_three_formats() {
    let Some(folder) = shared() else { return };
    let fiches = read(&folder.join("fiches_dev"));
    let xml = read(&folder.join("ideo_dev.xml"));
    let table = read(&folder.join("onisep_dev.csv"));
    assert_eq!(problems(&fiches), [""; 0]);
    assert_eq!(problems(&table), [""; 0]);
    // That file numbers the statuses of each métier anew, so its identifiers mean nothing.
    for problem in problems(&xml) {
        assert!(problem.contains(": statuses: expected one label for the id « T-ITM.10"), "{problem}");
    }
    assert_eq!(fiches.catalogue.len(), 440);
    agree(&fiches.catalogue, &xml.catalogue);
    agree(&fiches.catalogue, &table.catalogue);
    // Those fiches say nothing of sectors.
    for (one, other) in xml.catalogue.metiers().iter().zip(table.catalogue.metiers()) {
        assert_eq!(one.sectors, other.sectors, "{}", one.id);
    }
    assert!(table.catalogue.metiers().iter().any(|metier| !metier.domains.is_empty()));
}

#[test]
fn every_format_converts_to_itself() {
    let Some(folder) = shared() else { return };
    for name in ["fiches_dev", "ideo_dev.xml", "onisep_dev.csv"] {
        let catalogue = read(&folder.join(name)).catalogue;
        let again = Catalogue::read_bytes("x", catalogue.to_json().as_bytes()).expect("is a catalogue");
        assert_eq!(problems(&again), [""; 0]);
        assert_eq!(again.catalogue.fingerprint(), catalogue.fingerprint(), "{name}");
        assert_eq!(again.catalogue.to_json(), catalogue.to_json());
    }
}

#[test]
fn letters_of_the_table_are_those_of_the_rome() {
    let Some(folder) = shared() else { return };
    let table = read(&folder.join("onisep_dev.csv")).catalogue;
    let letters = RomeLetters::read(folder.join("rome_riasec.csv")).expect("can be read");
    assert_eq!(letters.problems, []);
    assert_eq!(letters.letters.len(), 531);
    let (lettered, report) = table.clone().with_rome_letters(&letters.letters);
    assert_eq!(report.n_metiers, 440);
    println!("{report:?}");
    for (from_table, from_rome) in table.metiers().iter().zip(lettered.metiers()) {
        assert_eq!(from_table.riasec, from_rome.riasec, "{}", from_table.id);
    }
}

#[test]
fn a_damaged_fiche_costs_no_other() {
    let Some(folder) = shared() else { return };
    let text = std::fs::read_to_string(folder.join("ideo_dev.xml")).expect("can be read");
    let cases = [
        (
            "  <metier>\n    <identifiant>MET.686",
            "  <metier>\n    <identifiant MET.686",
            "48: expected well-formed XML, found: attribute key must be directly followed by `=` or space",
        ),
        (
            "<nom_metier>mécanicien-outilleur",
            "<nom_metier>< mécanicien-outilleur",
            "49: MET.686: expected well-formed XML, found: attribute key must be directly followed by `=` or space",
        ),
        (
            "MET.686</identifiant>",
            "MET.686</identifiants>",
            "48: MET.686: expected well-formed XML, found: « </identifiants> » where « </identifiant> » belongs",
        ),
        (
            "MET.686</identifiant>",
            "MET.686</identifiant><!-- ",
            "48: MET.686: expected well-formed XML, found: comment not closed: `-->` not found before end of input",
        ),
        (
            "MET.686</identifiant>",
            "MET.686</identifiant><![CDATA[ ",
            "54: MET.686: expected well-formed XML, found: « </accroche_metier> » where « </metier> » belongs",
        ),
        (
            "MET.686</identifiant>",
            "MET.686</identifiant><x a=\"></x>",
            "48: MET.686: expected well-formed XML, found: attribute value not closed: `\"` not found before end of input",
        ),
    ];
    let whole = Catalogue::read_bytes("whole.xml", text.as_bytes()).expect("has fiches");
    for (good, bad, told) in cases {
        let damaged = text.replacen(good, bad, 1);
        assert_ne!(damaged, text, "{good}");
        let loaded = Catalogue::read_bytes("bad.xml", damaged.as_bytes()).expect("has fiches");
        assert_eq!(loaded.catalogue.len(), 439, "{bad}");
        let new: Vec<String> = problems(&loaded).into_iter().filter(|problem| problem.contains("well-formed")).collect();
        assert_eq!(new, [format!("bad.xml:{told}; correct it, the fiche is left out")]);
        for metier in loaded.catalogue.metiers() {
            assert_eq!(whole.catalogue.get(&metier.id).map(|whole| facts(whole)), Some(facts(metier)));
        }
    }
}

#[test]
fn our_fiches_convert_and_read_back_to_the_same_fingerprint() {
    let catalogue = fixtures().catalogue;
    let json = catalogue.to_json();
    let again = Catalogue::read_bytes("catalogue.json", json.as_bytes()).expect("is a catalogue");
    assert_eq!(problems(&again), [""; 0]);
    assert_eq!(again.catalogue.fingerprint(), catalogue.fingerprint());
    assert_eq!(again.catalogue.metiers(), catalogue.metiers());
    assert_eq!(again.catalogue.to_json(), json);
}

#[test]
fn our_fiches_have_letters_but_for_one_code() {
    let (catalogue, report) = fixtures().catalogue.with_rome_letters(RomeLetters::embedded());
    let codes: Vec<&str> = report.codes.iter().map(boussole::catalogue::RomeCode::as_str).collect();
    assert_eq!(codes, ["I1404"]);
    assert_eq!(report.n_metiers, catalogue.len());
    assert!(0.0 < report.share_concerned() && report.share_concerned() < 0.05);
    let again = Catalogue::read_bytes("c.json", catalogue.to_json().as_bytes()).expect("is a catalogue").catalogue;
    assert_eq!(again.fingerprint(), catalogue.fingerprint());
}
