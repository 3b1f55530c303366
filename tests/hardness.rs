//! No bytes make a reader panic or exceed its limits: arbitrary bytes, pieces of each format, and damaged files.
//!
//! Properties: reading ends without a panic; a catalogue converts and reads back with the same fingerprint; the number of problems
//! stays within its limit.

mod support;

use boussole::catalogue::{Catalogue, ReadError, RomeLetters};
use proptest::prelude::*;
use support::cases;

/// The largest number of problems of a file: 1000 listed, and one that counts the others.
const MAX_PROBLEMS: usize = 1_001;

/// One problem a row, of kinds that are seen row by row and of kinds that are seen when all is read.
#[test]
fn problems_of_a_file_are_counted_beyond_a_limit() {
    for row in ["MET.1,botaniste\n", "1,botaniste\n"] {
        let text = format!("id,libelle\nMET.2,botaniste\n{}", row.repeat(5_000));
        let loaded = Catalogue::read_bytes("t.csv", text.as_bytes()).expect("it is a table");
        assert_eq!(loaded.problems.len(), MAX_PROBLEMS, "{row}");
        let last = loaded.problems.last().expect("there are problems").to_string();
        assert!(last.contains("more"), "{last}");
    }
}

/// Names that no métier can have are compared with none: this would take minutes.
#[test]
fn long_names_are_none() {
    let metiers: String = (0..5_000).map(|id| format!("MET.{id},botaniste {id}\n")).collect();
    let catalogue = Catalogue::read_bytes("t.csv", format!("id,libelle\n{metiers}").as_bytes()).expect("it is a table").catalogue;
    for piece in ["botaniste ", "MET.", "<", "7"] {
        let error = catalogue.find(&piece.repeat(300_000)).expect_err("there is no such name");
        assert!(error.offered.is_empty() && error.found.chars().count() <= 100);
    }
    let table = format!("id,libelle,{}\nMET.1,botaniste,x\n", "centres d'interet ".repeat(50_000));
    assert_eq!(Catalogue::read_bytes("t.csv", table.as_bytes()).expect("it is a table").catalogue.len(), 1);
}

/// A small good file of each format.
const GOOD: [(&str, &[u8]); 5] = [
    ("t.md", include_bytes!("../fixtures/fiches/MET.7829.md")),
    ("t.xml", include_bytes!("../fixtures/invalid/xml/unknown_entity.xml")),
    ("t.csv", include_bytes!("../fixtures/invalid/csv/invalid_riasec.csv")),
    ("t.json", include_bytes!("../fixtures/invalid/json/ambiguous_id.json")),
    ("t.zip", include_bytes!("../fixtures/invalid/zip/member_problem.zip")),
];

/// Texts that readers look for, so that random combinations reach deep into them.
const PIECES: [&str; 48] = [
    "<metier>",
    "</metier>",
    "<metier",
    "<metier/>",
    "<identifiant>",
    "</identifiant>",
    "MET.1",
    "MET.2",
    "<nom_metier>",
    "</nom_metier>",
    "<statuts>",
    "</statuts>",
    "<statut>",
    "</statut>",
    "<libelle>",
    "</libelle>",
    "<id>",
    "</id>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<!DOCTYPE",
    "&amp;",
    "&#0;",
    "&x;",
    "&",
    "<p>",
    "</p>",
    "<",
    ">",
    "\"",
    "'",
    "=",
    "<?xml encoding='latin1'?>",
    "# mime\n",
    "**ID:** ",
    "**Statuts possibles:**\n- ",
    "\n",
    "id,libelle,statuts\n",
    ",",
    ";",
    "|",
    "{\"schema\": \"boussole/catalogue/1\",",
    "\"metiers\": [",
    "{\"id\": \"MET.1\", \"title\": {\"heading\": \"x\"}}",
    "]}",
    "é",
];

#[track_caller]
fn check(name: &str, bytes: &[u8]) {
    match Catalogue::read_bytes(name, bytes) {
        Ok(loaded) => {
            assert!(loaded.problems.len() <= MAX_PROBLEMS + loaded.catalogue.len() + bytes.len());
            let json = loaded.catalogue.to_json();
            let again = Catalogue::read_bytes("again.json", json.as_bytes()).expect("was a catalogue").catalogue;
            assert_eq!(again.fingerprint(), loaded.catalogue.fingerprint(), "{json}");
        }
        Err(ReadError::NoFiche { problems, .. }) => assert!(problems.len() <= MAX_PROBLEMS * 2),
        Err(error) => panic!("no file is opened: {error}"),
    }
    let _ = RomeLetters::read_bytes(name, bytes);
}

/// A good file with some bytes removed, doubled, replaced or inserted.
fn damaged() -> impl Strategy<Value = (&'static str, Vec<u8>)> {
    let change = (any::<prop::sample::Index>(), 0..4_usize, any::<u8>(), 1..40_usize);
    (prop::sample::select(&GOOD[..]), prop::collection::vec(change, 1..6)).prop_map(|((name, good), changes)| {
        let mut bytes = good.to_vec();
        for (place, kind, byte, length) in changes {
            let at = place.index(bytes.len().max(1)).min(bytes.len());
            let end = (at + length).min(bytes.len());
            match kind {
                0 => drop(bytes.drain(at..end)),
                1 => bytes.extend_from_within(at..end),
                2 if at < bytes.len() => bytes[at] = byte,
                _ => bytes.insert(at, byte),
            }
        }
        (name, bytes)
    })
}

/// Repeated, each would take hours if reading it again were part of reading on.
const REPEATED: [&str; 18] = [
    "<",
    "<!--",
    "<![CDATA[",
    "<metier>",
    "<metier",
    "</metier",
    "&",
    "[",
    "{\"a\":",
    "\"",
    "'",
    "- ",
    "> ",
    "*",
    "_",
    "`",
    "](",
    "MET.1,x\n",
];

#[test]
fn repeated_pieces_are_read_in_bounded_work() {
    for piece in REPEATED {
        let text = piece.repeat(300_000 / piece.len());
        for name in ["fiches.xml", "fiche.md", "fiches.json", "fiches.csv", "unnamed"] {
            check(name, text.as_bytes());
        }
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn arbitrary_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for (name, _) in GOOD {
            check(name, &bytes);
        }
    }

    #[test]
    fn pieces_of_formats(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40)) {
        let text = pieces.concat();
        for (name, _) in GOOD {
            check(name, text.as_bytes());
        }
    }

    #[test]
    fn damaged_files((name, bytes) in damaged()) {
        check(name, &bytes);
    }

    #[test]
    fn marked_labels_convert_to_themselves(labels in prop::collection::vec("[a-cA-C ’'+.;,é\u{301}\u{a0}İß-]{0,6}", 0..5)) {
        let items = labels.iter().map(|label| format!("- {label}")).collect::<Vec<_>>().join("\n") + "\n";
        let text = format!("# {}\n**ID:** MET.1\n## Centres d'intérêt\n{items}## Statuts\n{items}## Secteurs\n{items}", labels.join("/"));
        check("t.md", text.as_bytes());
    }
}
