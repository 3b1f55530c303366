//! Markdown fiches are read field by field, in any typography, from any bytes, and every fault is reported.
//!
//! - A fiche of the demonstration is read without a problem.
//! - Byte-order mark, line ends, no-break spaces, apostrophes, marks of lists and the order of sections change nothing.
//! - An unknown section is kept; a missing one is not a problem.
//! - A broken fiche is reported with its line, and the good ones beside it are read.
//! - No bytes make the reader panic, and its problems are in range and the same each time.

#![allow(clippy::disallowed_methods, reason = "a test reads and writes files")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use boussole::catalogue::{AccessLevel, Catalogue, Loaded, Metier, Problem, Section, StudyPath, TrainingId};
use proptest::prelude::*;
use support::{Folder, cases, id};

fn fixtures(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

/// The only métier of a file that has no problem.
#[track_caller]
fn only_metier(path: &Path) -> Metier {
    let Loaded { catalogue, problems } = Catalogue::read(path).expect("the file holds a fiche");
    assert_eq!(problems, []);
    let [metier] = catalogue.metiers() else { panic!("expected one métier, found {}", catalogue.len()) };
    Metier::clone(metier)
}

fn variant(name: &str) -> Metier {
    only_metier(&fixtures("fiche_variants").join(name))
}

/// The texts of labels, identifiers and the like.
fn texts<T: ToString>(values: &[T]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

/// Problems as they are shown, without the path of the file.
fn lines(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| problem.to_string().split_off(problem.place.source.len())).collect()
}

#[test]
fn a_fiche_of_the_demonstration_is_read_field_by_field() {
    let metier = only_metier(&fixtures("fiches/MET.7829.md"));
    assert_eq!(metier.id.as_str(), "MET.7829");
    assert_eq!(metier.title.heading, "accompagnant / accompagnante d'élèves en situation de handicap");
    assert_eq!(metier.title.feminine, "accompagnante d'élèves en situation de handicap");
    assert_eq!(metier.title.masculine, "accompagnant d'élèves en situation de handicap");
    assert_eq!(texts(&metier.rome_codes), ["K2104"]);
    assert_eq!(metier.access_level, Some(AccessLevel::Cap));
    assert_eq!(texts(&metier.statuses), ["salarié"]);
    assert_eq!(
        texts(&metier.interests),
        ["j'ai le sens du contact", "je veux être utile aux autres", "je veux m'occuper d'enfants"]
    );
    assert_eq!(texts(&metier.sectors), ["Enseignement - Formations"]);
    let trainings: Vec<_> =
        metier.trainings.iter().map(|one| (one.id.as_ref().map(TrainingId::as_str), one.label.as_str())).collect();
    let expected = [
        (Some("FOR.7112"), "diplôme d'État d'accompagnant éducatif et social"),
        (None, "CAP accompagnant éducatif petite enfance"),
    ];
    assert_eq!(trainings, expected);
    let presentation = metier.presentation.expect("is there");
    assert!(presentation.starts_with("De la maternelle") && presentation.ends_with("en autonomie."), "{presentation}");
    let overview = metier.overview.expect("is there");
    assert!(overview.starts_with("Installer le matériel") && overview.ends_with("sont essentielles."), "{overview}");
    let [first, second] = &metier.studies[..] else { panic!("expected two paths, found {:?}", metier.studies) };
    assert_eq!((first.heading.as_str(), first.after.clone()), ("Après la 3e", vec![AccessLevel::Troisieme]));
    assert!(first.text.starts_with("2 ans pour préparer") && first.text.ends_with("d'environ 1 an."), "{}", first.text);
    assert_eq!((second.heading.as_str(), second.after.clone()), ("Après le bac", vec![AccessLevel::Bac]));
    assert!(second.text.starts_with("Le recrutement") && second.text.ends_with("après l'embauche."), "{}", second.text);
    assert_eq!(metier.other_sections, []);
}

#[test]
fn a_heading_with_a_slash_inside_a_word_stands_for_itself_and_studies_keep_their_paragraphs() {
    let text = "# accompagnant/e d'élèves\n**ID:** MET.1\n\n**Appellations:**\n- Féminin: accompagnante d'élèves\n- Masculin: \
                accompagnant d'élèves\n\n## En bref\n\nEn classe.\n\n            ### Durée des études\n            ##  Après la 3e\n\
                \x20           Un an au minimum.\n\n            Puis une formation continue.\n";
    let metier = only_metier(&Folder::new("slash_in_a_word").write("a.md", text));
    assert_eq!(metier.title.heading, "accompagnant/e d'élèves");
    assert_eq!(
        (metier.title.feminine.as_str(), metier.title.masculine.as_str()),
        ("accompagnante d'élèves", "accompagnant d'élèves")
    );
    assert_eq!(metier.overview.as_deref(), Some("En classe."));
    assert_eq!(metier.studies, [StudyPath::new("Après la 3e", "Un an au minimum.\n\nPuis une formation continue.".into())]);
}

#[test]
fn a_plain_fiche_is_read_field_by_field() {
    let metier = variant("plain.md");
    assert_eq!(metier.id, id(900_001));
    assert_eq!(metier.title.heading, "gardien / gardienne de phare");
    assert_eq!((metier.title.feminine.as_str(), metier.title.masculine.as_str()), ("gardienne de phare", "gardien de phare"));
    assert_eq!(texts(&metier.rome_codes), ["A1204", "K2503"]);
    assert_eq!(metier.access_level, Some(AccessLevel::BacPlus5));
    assert_eq!(texts(&metier.statuses), ["fonctionnaire", "salarié"]);
    assert_eq!(texts(&metier.sectors), ["Environnement"]);
    assert_eq!(texts(&metier.interests), ["j'aime la nature", "j'aimerais travailler dehors", "je suis branché high tech"]);
    let trainings: Vec<_> =
        metier.trainings.iter().map(|one| (one.id.as_ref().map(TrainingId::as_str), one.label.as_str())).collect();
    assert_eq!(trainings, [(Some("FOR.1234"), "CAP maritime de matelot"), (None, "brevet de l'État")]);
    let presentation = "Le gardien ou la gardienne de phare veille sur la lumière.\n\nUn second paragraphe, sur deux lignes.";
    assert_eq!(metier.presentation.as_deref(), Some(presentation));
    assert_eq!(metier.overview.as_deref(), Some("On y observe la mer, on y tient un registre."));
    let after = |heading: &str, level, text: &str| StudyPath { heading: heading.into(), after: vec![level], text: text.into() };
    let studies = [
        after("Après la 3e", AccessLevel::Troisieme, "2 ans pour un CAP, puis d'autres voies."),
        after("Après un bac + 2", AccessLevel::BacPlus2, "3 ans de plus."),
    ];
    assert_eq!(metier.studies, studies);
    assert_eq!(metier.other_sections, []);
}

#[test]
fn typography_changes_nothing() {
    let text = fs::read_to_string(fixtures("fiche_variants/typography.md")).expect("is there");
    for mark in ["\u{feff}#", "\r\n", "**ID :**", "’", "\u{a0}", "\u{202f}", "bac+5", "e\u{301}", "\n* ", "\n•"] {
        assert!(text.contains(mark), "the variant has lost its {mark:?}");
    }
    assert_eq!(variant("typography.md"), variant("plain.md"));
}

#[test]
fn the_order_of_sections_changes_nothing_and_unknown_ones_are_kept() {
    let mut metier = variant("order.md");
    let section = |heading: &str, text: &str| Section { heading: heading.into(), text: text.into() };
    let others = std::mem::take(&mut metier.other_sections);
    assert_eq!(others, [section("Où exercer", "En mer, ou presque."), section("Matériel", "une lampe")]);
    assert_eq!(metier, variant("plain.md"));
}

#[test]
fn missing_sections_are_no_problem() {
    let metier = variant("bare.md");
    assert_eq!(metier, Metier::new(id(900_001), variant("plain.md").title));
}

/// The demonstration fiches, each text changed.
fn demo_with(name: &str, change: impl Fn(&str) -> String) -> Catalogue {
    let folder = Folder::new(name);
    for entry in fs::read_dir(fixtures("fiches")).expect("is there") {
        let path = entry.expect("can be listed").path();
        let text = fs::read_to_string(&path).expect("is a text");
        folder.write(&path.file_name().expect("is a file").to_string_lossy(), change(&text));
    }
    let loaded = Catalogue::read(folder.path()).expect("there are fiches");
    assert_eq!(loaded.problems, []);
    loaded.catalogue
}

#[test]
fn line_ends_and_marks_change_no_fiche_of_the_demonstration() {
    let expected = demo_with("as_is", str::to_owned).fingerprint().to_owned();
    #[cfg(feature = "demo")]
    assert_eq!(Catalogue::demo().len(), demo_with("as_is", str::to_owned).len());
    let crlf = demo_with("crlf", |text| format!("\u{feff}{}", text.replace('\n', "\r\n")));
    assert_eq!(crlf.fingerprint(), expected);
    let trailing = demo_with("trailing", |text| text.replace('\n', " \t\n").trim_end().to_owned());
    assert_eq!(trailing.fingerprint(), expected);
    let colons = demo_with("colons", |text| text.replace(":**", "\u{a0}:**").replace("\n- ", "\n* "));
    assert_eq!(colons.fingerprint(), expected);
}

#[test]
fn labels_are_the_same_in_any_typography() {
    let curly = demo_with("curly", |text| text.replace('\'', "’").replace(" - ", " – "));
    let plain = demo_with("plain", str::to_owned);
    for (left, right) in curly.metiers().iter().zip(plain.metiers()) {
        assert_eq!((&left.interests, &left.statuses, &left.sectors), (&right.interests, &right.statuses, &right.sectors));
        assert_eq!((&left.title.feminine, &left.title.masculine), (&right.title.feminine, &right.title.masculine));
    }
}

#[test]
fn every_fault_of_a_fiche_is_reported_with_its_line() {
    let loaded = Catalogue::read(fixtures("fiche_variants/faulty.md")).expect("one of the two can be read");
    let expected = [
        ":5: MET.900002: ROME codes: expected an identifier such as K2104, found « Z9 »; correct it, it is left out",
        ":8: MET.900002: access level: expected a rung of the ladder, found « selon la filière »; write one of « sans diplôme », \
         « 3e », « diplôme national du brevet », « CAP ou équivalent », « Bac ou équivalent », « Bac + 1 » and so on, the level is left out",
        ":11: MET.900002: statuses: expected an item « - … », found « salarié en mer »; write it as an item, it is left out",
        ":13: MET.900002: statuses: expected a value in the list, found nothing; write it or remove the item",
        ":14: MET.900002: statuses: expected each value once, found « Salarié » again; remove one, it is kept once",
        ":18: MET.900002: trainings: expected an identifier such as FOR.7112, found « 1234 »; correct it, it is left out",
        ":24: MET.900002: interests: expected the field once, found it again (first on line 20); remove one, the first is kept",
        ":28: id: expected an identifier such as MET.7829, found nothing; add it, the fiche is left out",
    ];
    assert_eq!(lines(&loaded.problems), expected);
    let [metier] = loaded.catalogue.metiers() else { panic!("expected one métier, found {}", loaded.catalogue.len()) };
    assert_eq!(texts(&metier.rome_codes), ["A1204"]);
    assert_eq!(texts(&metier.statuses), ["salarié"]);
    assert_eq!(texts(&metier.interests), ["j'aime la nature"]);
    assert_eq!((metier.access_level, metier.trainings.len()), (None, 1));
}

#[test]
fn a_broken_fiche_does_not_harm_the_good_ones() {
    let folder = Folder::new("broken_among_good");
    folder.write("a.md", "# avant\n**ID:** MET.1\n");
    folder.write("b.md", "# cassé\n\n**ID:** MET.un\n");
    folder.write("c.md", b"# apr\xe8s\n**ID:** MET.3\n");
    folder.write("d.md", "# double\n**ID:** MET.1\n");
    folder.write("deep/e.MD", "# profond\n**ID:** MET.5\n");
    folder.write(".hidden.md", "# cache\n**ID:** MET.6\n");
    folder.write("note.txt", "# note\n**ID:** MET.7\n");
    let loaded = Catalogue::read(folder.path()).expect("there are good ones");
    let ids: Vec<&str> = loaded.catalogue.metiers().iter().map(|metier| metier.id.as_str()).collect();
    assert_eq!(ids, ["MET.1", "MET.3", "MET.5"]);
    let messages: Vec<String> = loaded.problems.iter().map(|problem| folder.masked(&problem.to_string())).collect();
    let expected = [
        "<folder>: expected files that can be read, found 1 other (« note.txt »); remove them or give them another form, they are left out",
        "<folder>/b.md:3: MET.un: id: expected an identifier such as MET.7829, found « MET.un »; correct it, it is left out",
        "<folder>/c.md:1: expected UTF-8, found the byte 0xE8; save the file as UTF-8, such bytes are read as windows-1252",
        "<folder>/d.md:1: MET.1: id: expected each id once, found it again (first in <folder>/a.md:1); remove or rename one, \
         the first is kept",
    ];
    assert_eq!(messages, expected);
}

#[test]
fn several_fiches_of_one_file_keep_their_lines() {
    let folder = Folder::new("several");
    let text = "# un\n**ID:** MET.1\n## Centres d'intérêt\n- bouger\n\n# deux\n**ID:** MET.2\n**Niveau d'accès minimum:** jamais\n\n# un\n**ID:** MET.1\n";
    let loaded = folder.read("several.md", text);
    assert_eq!(loaded.catalogue.len(), 2);
    let places: Vec<_> = loaded.problems.iter().map(|problem| (problem.place.line, problem.place.metier.as_deref())).collect();
    assert_eq!(places, [(Some(8), Some("MET.2")), (Some(10), Some("MET.1"))]);
}

/// Texts that the reader looks for.
const PIECES: [&str; 35] = [
    "# ",
    "## ",
    "            ##  ",
    "#",
    "**",
    "**ID:** MET.1",
    "**ID:**",
    "MET.",
    "MET.2",
    "**Appellations:**",
    "- Féminin: ",
    "- Masculin",
    "**Codes ROME:** K2104,,",
    "## Présentation",
    "## En bref",
    "### Durée des études",
    "## Après la 3e",
    "**Niveau d'accès minimum:**",
    "Bac + ",
    "bac+99999999999999999999",
    "## Formations recommandées",
    "- x (ID: FOR.1)",
    "(ID:",
    ")",
    "## Centres d'intérêt",
    "- ",
    "* ",
    "•",
    "\u{feff}",
    "\u{a0}",
    "’",
    "\u{301}",
    ":",
    "\r",
    "\t",
];

/// Pieces of fiches, and bytes that are not text.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let known = prop::sample::select(&PIECES[..]);
    prop_oneof![
        4 => known.prop_map(|text| text.as_bytes().to_vec()),
        4 => Just(b"\n".to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ]
}

/// Reads bytes twice and checks their problems.
fn check_bytes(folder: &Folder, bytes: &[u8]) {
    let path = folder.write("any.md", bytes);
    let n_lines = bytes.split(|byte| *byte == b'\n').count();
    let read = || match Catalogue::read(&path) {
        Ok(loaded) => (Some(loaded.catalogue.fingerprint().to_owned()), loaded.problems),
        Err(boussole::catalogue::ReadError::NoFiche { problems, .. }) => (None, problems),
        Err(error) => panic!("{error}"),
    };
    let (catalogue, problems) = read();
    assert!(catalogue.is_some() || !problems.is_empty(), "what is left out is reported");
    for problem in &problems {
        // Problems of a whole file, such as bytes that begin like another format, have no line.
        assert!(problem.place.line.is_none_or(|line| (1..=n_lines).contains(&line)), "{problem} of {n_lines} lines");
        assert_eq!(problem.place.source, path.display().to_string());
    }
    assert_eq!(read(), (catalogue, problems));
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check_bytes(&Folder::new("any_bytes"), &bytes);
    }

    #[test]
    fn no_pieces_of_fiches_make_the_reader_panic(pieces in prop::collection::vec(piece(), 0..60)) {
        check_bytes(&Folder::new("any_pieces"), &pieces.concat());
    }
}

#[test]
fn no_beginning_of_a_fiche_makes_the_reader_panic() {
    let folder = Folder::new("beginnings");
    for name in ["plain.md", "typography.md", "order.md", "faulty.md"] {
        let bytes = fs::read(fixtures("fiche_variants").join(name)).expect("is there");
        for end in (0..bytes.len()).step_by(3) {
            check_bytes(&folder, &bytes[..end]);
        }
    }
}
