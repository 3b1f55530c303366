//! What data owners have: each kind of input that once lost data silently, or for a false reason, with its right value and other
//! members of the kind.
//!
//! Zero problems means that nothing is lost; what is lost is told.

use std::fmt::Write as _;
use std::io::Write as _;

use boussole::catalogue::{AccessLevel, Catalogue, Loaded, Metier, ReadError, TrainingId};

/// The problems of an input without any fiche, or of what was read.
fn problems(name: &str, bytes: &[u8]) -> Vec<String> {
    match Catalogue::read_bytes(name, bytes) {
        Ok(loaded) => told(&loaded),
        Err(ReadError::NoFiche { problems, .. }) => problems.iter().map(ToString::to_string).collect(),
        Err(error) => panic!("{error}"),
    }
}

fn told(loaded: &Loaded) -> Vec<String> {
    loaded.problems.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn read(name: &str, bytes: &[u8]) -> Loaded {
    Catalogue::read_bytes(name, bytes).unwrap_or_else(|error| panic!("{error}: {:?}", problems(name, bytes)))
}

/// The métiers of an input that has no problem.
#[track_caller]
fn clean(name: &str, text: &str) -> Vec<Metier> {
    let loaded = read(name, text.as_bytes());
    assert_eq!(told(&loaded), [""; 0], "{text}");
    loaded.catalogue.metiers().iter().map(|metier| metier.as_ref().clone()).collect()
}

#[track_caller]
fn only(name: &str, text: &str) -> Metier {
    let [metier] = &clean(name, text)[..] else { panic!("expected one métier of {text}") };
    metier.clone()
}

fn texts<L: AsRef<str>>(labels: &[L]) -> Vec<&str> {
    labels.iter().map(AsRef::as_ref).collect()
}

fn ids(metiers: &[Metier]) -> Vec<&str> {
    metiers.iter().map(|metier| metier.id.as_str()).collect()
}

fn xml(elements: &str) -> String {
    format!(
        "<?xml version='1.0'?>\n<metiers><metier>\n<identifiant>MET.1</identifiant><nom_metier>mime</nom_metier>\n{elements}\n</metier></metiers>"
    )
}

// A field under a nearly right name.

#[test]
fn columns_under_nearly_right_names_are_read() {
    let table = "Identifiant;Libellé métier;Niveau d'accès min;Centres d'intérêts;Secteur d'activité;Formation min requise\n\
                 MET.1;mime;Bac + 2;j'aime bouger;Art;FOR.12\nMET.2;clown;CAP ou équivalent;j'aime la nature;Sport;FOR.13\n";
    let metiers = clean("t.csv", table);
    let facts: Vec<_> = metiers
        .iter()
        .map(|metier| {
            let training = metier.trainings[0].id.as_ref().map(TrainingId::as_str);
            (metier.access_level, texts(&metier.interests), texts(&metier.sectors), training)
        })
        .collect();
    let expected = [
        (Some(AccessLevel::BacPlus2), vec!["j'aime bouger"], vec!["Art"], Some("FOR.12")),
        (Some(AccessLevel::Cap), vec!["j'aime la nature"], vec!["Sport"], Some("FOR.13")),
    ];
    assert_eq!(facts, expected);
}

#[test]
fn one_table_of_names_serves_every_format() {
    for name in ["Centres d’intérêt (2)", "centre d'intérêts", "CENTRES_INTERET", "Intérêts", "centresInteret"] {
        let column = format!("id;libelle;{name}\nMET.1;mime;j'aime bouger\n");
        let heading = format!("# mime\n**ID:** MET.1\n\n## {name}\n\n- j'aime bouger\n");
        let bold = format!("# mime\n**ID:** MET.1\n\n**{name} :**\n- j'aime bouger\n");
        let member = format!("[{{\"id\": \"MET.1\", \"libelle\": \"mime\", \"{name}\": [\"j'aime bouger\"]}}]");
        for (file, text) in [("t.csv", column), ("t.md", heading), ("t.md", bold), ("t.json", member)] {
            assert_eq!(texts(&only(file, &text).interests), ["j'aime bouger"], "{text}");
        }
    }
    for name in ["centres_interet", "centre_interets", "CENTRES_INTERET", "interets"] {
        let element = xml(&format!("<{name}>j'aime bouger</{name}>"));
        assert_eq!(texts(&only("t.xml", &element).interests), ["j'aime bouger"], "{name}");
    }
}

#[test]
fn a_name_near_a_field_is_told_once_a_file() {
    let expected = |place: &str, name: &str, nearest: &str| {
        format!(
            "{place}: expected the name of a field, found « {name} », which is near « {nearest} »; rename it, it is kept as a section"
        )
    };
    let table = "id;libelle;secteur principal;Centres d'interet favoris\nMET.1;mime;Art;a\nMET.2;clown;Art;b\n";
    assert_eq!(
        problems("t.csv", table.as_bytes()),
        [
            expected("t.csv:1", "secteur principal", "secteurs d'activité"),
            expected("t.csv:1", "Centres d'interet favoris", "centres d'intérêt")
        ]
    );
    let fiche = |id: u32| format!("# m{id}\n**ID:** MET.{id}\n\n## Secteurs d'activitté\n\n- Art\n\n");
    let told = problems("t.md", (fiche(1) + &fiche(2)).as_bytes());
    assert_eq!(told, [expected("t.md:4: MET.1", "Secteurs d'activitté", "secteurs d'activité")]);
    let told = problems("t.xml", xml("<secteur_principal>Art</secteur_principal>").as_bytes());
    assert_eq!(told, [expected("t.xml:4", "secteur_principal", "secteurs d'activité")]);
}

// Markup in comments, CDATA, processing instructions and nested elements is no fiche; the value of an element is all its text.

#[test]
fn markup_that_is_none_makes_no_fiche() {
    let level = "<niveau_acces_min><libelle>Bac + 2</libelle></niveau_acces_min>";
    for inside in [
        "<!-- retiré : <metier><identifiant>MET.99</identifiant><nom_metier>chapelier</nom_metier></metier> -->",
        "<nature_travail><![CDATA[<p>la balise <metier> et </metier></p>]]></nature_travail>",
        "<metiers_associes><metier><id>MET.2</id><libelle>clown</libelle></metier></metiers_associes>",
        "<?note <metier><identifiant>MET.3</identifiant></metier> ?>",
        "<lien cible=\"&lt;metier> MET.4 </metier>\"/>",
        "<a><b><metier/></b></a>",
    ] {
        let metier = only("t.xml", &xml(&format!("{inside}{level}")));
        assert_eq!((metier.id.as_str(), metier.access_level), ("MET.1", Some(AccessLevel::BacPlus2)), "{inside}");
    }
    let two = xml("") + "";
    let two =
        two.replace("</metiers>", "<METIER><IDENTIFIANT>MET.2</IDENTIFIANT><NOM_METIER>clown</NOM_METIER></METIER></metiers>");
    assert_eq!(ids(&clean("t.xml", &two)), ["MET.1", "MET.2"]);
}

#[test]
fn the_value_of_an_element_is_all_its_text() {
    let text = "<metiers><metier><identifiant>MET.1</identifiant><nom_metier>mime <b>de</b> <i>scène</i></nom_metier>\
                <centres_interet><centre_interet><libelle>j'ai le <em>sens</em> du contact</libelle></centre_interet></centres_interet>\
                <accroche_metier><p>Le <b>mime</b> joue.</p><p>Il tourne.</p></accroche_metier>\
                <nature_travail><h5>Jouer</h5><p>Sur <em>scène</em></p></nature_travail></metier></metiers>";
    let metier = only("t.xml", text);
    assert_eq!(metier.title.heading, "mime de scène");
    assert_eq!(texts(&metier.interests), ["j'ai le sens du contact"]);
    assert_eq!(metier.presentation.as_deref(), Some("Le mime joue.\n\nIl tourne."));
    assert_eq!(metier.other_sections[0].text, "Jouer\n\nSur scène");
}

#[test]
fn an_entity_of_html_is_its_character_and_glues_nothing() {
    for written in ["j&apos;aime&nbsp;bouger", "j&rsquo;aime bouger", "j'aime<br/>bouger", "<![CDATA[j'aime&nbsp;bouger]]>"] {
        let text =
            xml(&format!("<centres_interet><centre_interet><libelle>{written}</libelle></centre_interet></centres_interet>"));
        assert_eq!(texts(&only("t.xml", &text).interests), ["j'aime bouger"], "{written}");
    }
}

#[test]
fn a_type_says_what_a_short_form_is() {
    let form = |kind: &str, label: &str, text: &str| {
        format!(
            "<format_court><type>{kind}</type><libelle>{label}</libelle><descriptif><![CDATA[{text}]]></descriptif></format_court>"
        )
    };
    let dico = "<p>Il joue.</p><p>Il exerce seul.</p><h5>Durée des études</h5><h4>Après le bac</h4><p>De bac + 2 à bac + 3.</p>";
    let forms =
        form("Fiche métier (documentation)", "mime", "<p>Le mime mime.</p>") + &form("Dico des métiers", "mime / mimesse", dico);
    let metier = only("t.xml", &xml(&format!("<formats_courts>{forms}</formats_courts>")));
    assert_eq!(metier.overview.as_deref(), Some("Il joue.\n\nIl exerce seul."));
    assert_eq!(
        (metier.studies[0].after.as_slice(), metier.studies[0].text.as_str()),
        (&[AccessLevel::Bac][..], "De bac + 2 à bac + 3.")
    );
    let section = &metier.other_sections[0];
    assert_eq!((section.heading.as_str(), section.text.as_str()), ("Fiche métier (documentation)", "Le mime mime."));
}

// One fact stated twice.

#[test]
fn the_first_of_two_values_stands_and_the_other_is_told() {
    let title = "title: expected one value, found « MIME BIS » beside « mime »; remove one, the first is kept";
    let level = "access level: expected one value, found « Bac + 5 » beside « CAP »; remove one, the first is kept";
    let table = "id;libelle;metier;niveau_acces;niveau_acces_min\nMET.1;mime;MIME BIS;CAP;Bac + 5\n";
    assert_eq!(problems("t.csv", table.as_bytes()), [format!("t.csv:2: MET.1: {title}"), format!("t.csv:2: MET.1: {level}")]);
    let elements =
        "<nom_metier>MIME BIS</nom_metier><niveau_acces_min>CAP</niveau_acces_min><niveau_acces>Bac + 5</niveau_acces>";
    assert_eq!(
        problems("t.xml", xml(elements).as_bytes()),
        [format!("t.xml:4: MET.1: {title}"), format!("t.xml:4: MET.1: {level}")]
    );
    let record = "[\n{\"id\": \"MET.1\", \"libelle\": \"mime\",\n\"nom\": \"MIME BIS\", \"annee\": 1}]";
    assert_eq!(problems("t.json", record.as_bytes()), [format!("t.json:3: MET.1: {title}")]);
    // The same value twice is no problem.
    assert_eq!(only("t.csv", "id;libelle;metier\nMET.1;mime;Mime\n").title.heading, "mime");
}

// Levels as people write them: the table is tested beside it.

#[test]
fn advice_is_given_only_where_something_is_near() {
    let of = |level: &str| problems("t.csv", format!("id;libelle;niveau_acces\nMET.1;m;{level}\n").as_bytes());
    let near = "t.csv:2: MET.1: access level: expected a rung of the ladder, found « Bac ou équivalant »; the nearest is \
                « Bac ou équivalent », the level is left out";
    assert_eq!(of("Bac ou équivalant"), [near]);
    for level in ["variable", "selon la filière", "REF.1"] {
        let told = of(level);
        assert!(told[0].contains("write one of « sans diplôme »") && !told[0].contains("nearest"), "{told:?}");
    }
    assert_eq!(of("NULL"), [""; 0]);
}

// Archives.

fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("can be written");
        writer.write_all(text.as_bytes()).expect("can be written");
    }
    writer.finish().expect("can be written").into_inner()
}

#[test]
fn every_member_is_read_or_told_once() {
    let fiche = |id: u32| format!("<metier><identifiant>MET.{id}</identifiant><nom_metier>m{id}</nom_metier></metier>");
    let bytes = archive(&[
        ("./a.xml", &fiche(1)),
        ("b.xml", &fiche(2)),
        ("./c/./d.xml", &fiche(3)),
        ("README.md", "# Fiches\n\nCe dossier.\n\n## Usage\n\nRien.\n"),
        (".DS_Store", "x"),
        ("__MACOSX/a.xml", "x"),
        ("photo.jpg", "x"),
        ("notes.docx", "x"),
    ]);
    let loaded = read("a.zip", &bytes);
    assert_eq!(loaded.catalogue.len(), 3);
    let expected = "a.zip: expected files that can be read, found 2 others (« photo.jpg », « notes.docx »); remove them or give them \
                    another form, they are left out";
    assert_eq!(told(&loaded), [expected]);
}

#[test]
fn members_of_one_name_are_told() {
    // Writers refuse two members of one name, so the second is renamed in the bytes.
    let fiche = |id: u32| format!("<metier><identifiant>MET.{id}</identifiant><nom_metier>m{id}</nom_metier></metier>");
    let mut bytes = archive(&[("i.xml", &fiche(1)), ("j.xml", &fiche(2))]);
    for at in 0..bytes.len() - 5 {
        if &bytes[at..at + 5] == b"j.xml" {
            bytes[at] = b'i';
        }
    }
    let loaded = read("a.zip", &bytes);
    assert_eq!((loaded.catalogue.len(), loaded.problems.len()), (1, 1), "{:?}", loaded.problems);
    assert!(told(&loaded)[0].contains("members with the name of another"));
}

#[test]
fn files_beyond_the_number_are_told() {
    let names: Vec<String> = (0..10_003).map(|index| format!("{index}.md")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    let told = problems("a.zip", &archive(&files));
    assert!(told[0].starts_with("a.zip: expected files that can be read, found 3 others (« 9"), "{}", told[0]);
}

#[test]
fn other_documents_are_named_for_what_they_are() {
    let office = archive(&[("xl/workbook.xml", "<x/>"), ("[Content_Types].xml", "<x/>")]);
    for (name, bytes, found) in [
        ("t.xlsx", &office[..], "an Excel workbook; save it as CSV (UTF-8), the file is left out"),
        ("t.csv", &office[..], "an Excel workbook; save it as CSV (UTF-8), the file is left out"),
        (
            "t.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "a workbook or document of an old office program; save it as CSV (UTF-8), the file is left out",
        ),
        ("t.pdf", b"%PDF-1.7", "a PDF; take Onisep's « Idéo-Fiches métiers » (XML), the file is left out"),
        (
            "t.xml",
            b"<!DOCTYPE html><html>",
            "a web page; take the file that it offers, Onisep's « Idéo-Fiches métiers » (XML), the file is left out",
        ),
        (
            "rome.csv",
            "code_rome,intitule,riasec_majeur,riasec_mineur\nA1101,x,R,C\n".as_bytes(),
            "the table of RIASEC letters of the ROME; give it as letters of ROME codes (--rome-riasec), beside Onisep's \
             « Idéo-Fiches métiers », the file is left out",
        ),
        (
            "rome.csv",
            b"code_rome;code_fiche_metier;code_ogr;libelle_rome\nA1101;1;2;x\n",
            "a table of the ROME; take Onisep's « Idéo-Fiches métiers » (XML), whose fiches name ROME codes, the file is left out",
        ),
        (
            "t.xml",
            b"<?xml version='1.0'?><formations><formation><identifiant>FOR.1</identifiant></formation></formations>",
            "Onisep's table of trainings; take Onisep's « Idéo-Fiches métiers » (XML), the file is left out",
        ),
        (
            "t.json",
            br#"[{"code_uai": "0750001A", "nom": "x"}]"#,
            "a table of schools; take Onisep's « Idéo-Fiches métiers » (XML), the file is left out",
        ),
    ] {
        let told = problems(name, bytes);
        assert!(told[0].ends_with(&format!("expected fiches of métiers, found {found}")), "{name}: {told:?}");
    }
}

// Sniffing.

#[test]
fn the_ending_is_stronger_than_a_likely_beginning() {
    for start in ["<!-- SPDX-License-Identifier: etalab-2.0 -->\n", "<br>\n\n", "---\nlicence: ouverte\n---\n"] {
        let text = format!("{start}# mime\n**ID:** MET.1\n\n## Centres d'intérêt\n- j'aime bouger\n");
        assert_eq!(texts(&only("t.md", &text).interests), ["j'aime bouger"], "{start}");
    }
}

// CSV as it is saved.

#[test]
fn a_table_is_read_as_it_is_saved() {
    for (table, interests) in [
        (
            "id,libelle,centres_interet\nMET.1,mime,\"j'aime bouger\nj'aime la nature\"\n",
            &["j'aime bouger", "j'aime la nature"][..],
        ),
        (
            "id,libelle,centres_interet\r\nMET.1,mime,\"j'aime bouger\r\nj'aime la nature\r\n\"\r\n",
            &["j'aime bouger", "j'aime la nature"],
        ),
        ("id;libelle;centres_interet\r\nMET.1;mime;j'aime bouger;;\r\n", &["j'aime bouger"]),
        ("id;libelle;centres_interet;;\nMET.1;mime;j'aime bouger;;\n;;;;\n", &["j'aime bouger"]),
        ("id;libelle;niveau_acces;centres_interet\nMET.1;mime\n", &[]),
        ("libelle;id;centres_interet\n#community manager;MET.1;j'aime bouger\n", &["j'aime bouger"]),
        ("sep=;\r\nid;libelle;centres_interet\r\nMET.1;a, b, c, d;j'aime bouger\r\n", &["j'aime bouger"]),
        ("id\tlibelle\tcentres_interet\nMET.1\tmime\tj'aime bouger|j'aime la nature\n", &["j'aime bouger", "j'aime la nature"]),
    ] {
        assert_eq!(texts(&only("t.csv", table).interests), interests, "{table}");
    }
    for nothing in ["NULL", "N/A", "nan", "None", "-", "—", "aucun", "Aucune", "#N/A", "null", "Néant"] {
        let columns =
            "id;libelle;niveau_acces;statuts;centres_interet;secteurs;codes_rome;riasec;domaines;formations;presentation";
        let metier = only("t.csv", &format!("{columns}\nMET.1;mime;{}\n", [nothing; 8].join(";")));
        let expected = Metier::new(metier.id.clone(), metier.title.clone());
        assert_eq!(metier, expected, "{nothing}");
    }
    let loaded = read("t.csv", "id;libelle\nMET.1;mime;x;\nMET.2;clown\n".as_bytes());
    assert_eq!(told(&loaded), ["t.csv:2: expected at most 2 values as in the header, found 3; correct the row, it is left out"]);
}

#[test]
fn bytes_of_windows_1252_are_read_in_every_format_and_told_once() {
    let told_once = |name: &str, text: &str| {
        let bytes: Vec<u8> = text
            .chars()
            .map(|letter| if letter == '’' { 0x92 } else { u8::try_from(u32::from(letter)).expect("is Latin") })
            .collect();
        let loaded = read(name, &bytes);
        assert_eq!(loaded.problems.len(), 1, "{name}: {:?}", loaded.problems);
        assert!(told(&loaded)[0].contains("such bytes are read as windows-1252"));
        let metier = loaded.catalogue.metiers()[0].as_ref();
        assert_eq!(metier.title.heading, "ébéniste");
        assert_eq!((texts(&metier.interests), metier.access_level), (vec!["j'aime créer"], Some(AccessLevel::Bac)));
    };
    told_once("t.csv", "id;libelle;niveau_acces;centres_interet\r\nMET.1;ébéniste;Bac ou équivalent;j’aime créer\r\n");
    told_once(
        "t.md",
        "# ébéniste\n**ID:** MET.1\n\n**Niveau d'accès:** Bac ou équivalent\n\n## Centres d'intérêt\n- j’aime créer\n",
    );
    told_once(
        "t.xml",
        "<metier><identifiant>MET.1</identifiant><nom_metier>ébéniste</nom_metier><niveau_acces_min>Bac ou équivalent</niveau_acces_min>\
         <centres_interet>j’aime créer</centres_interet></metier>",
    );
    told_once(
        "t.json",
        "[{\"id\": \"MET.1\", \"libelle\": \"ébéniste\", \"niveau_acces\": \"Bac ou équivalent\", \"interets\": \"j’aime créer\"}]",
    );
}

#[test]
fn several_known_labels_in_one_value_are_read_and_told() {
    let loaded = read("t.csv", "id;libelle;centres_interet\nMET.1;mime;\"j'aime bouger, j'aime la nature\"\n".as_bytes());
    assert_eq!(texts(&loaded.catalogue.metiers()[0].interests), ["j'aime bouger", "j'aime la nature"]);
    let expected = "t.csv:2: MET.1: interests: expected one label, found 2 in « j'aime bouger, j'aime la nature »; separate them with \
                    « | » or as items, each is read";
    assert_eq!(told(&loaded), [expected]);
    // A comma inside a label is part of it.
    let metier = only("t.csv", "id;libelle;centres_interet\nMET.1;mime;\"danser, chanter\"\n");
    assert_eq!(texts(&metier.interests), ["danser, chanter"]);
}

// Control characters, long labels, many columns.

#[test]
fn no_control_character_reaches_a_terminal() {
    let text = "id;libelle;presentation\n\u{1b}[31mEVIL\u{1b}[0m;mime;x\nMET.1;\u{1b}[2J clown;un\u{7}deux\u{1b}]\n";
    let loaded = read("t\u{1b}.csv", text.as_bytes());
    let metier = loaded.catalogue.metiers()[0].as_ref();
    let shown = [told(&loaded).join(""), metier.title.heading.clone(), metier.presentation.clone().unwrap_or_default()].concat();
    assert!(!shown.chars().any(char::is_control), "{shown:?}");
    assert!(shown.contains("\\u{1b}[31mEVIL"), "{shown:?}");
    let lost = told(&loaded).into_iter().filter(|told| told.contains("the control character « \\u{1b} »")).count();
    assert_eq!(lost, 1, "what is not kept is told once a file");
}

#[test]
fn what_is_quoted_and_what_is_kept_is_bounded() {
    let long = "a".repeat(70_000);
    let table = format!("id;libelle;centres_interet\nMET.1;mime;{long}|j'aime bouger\nMET.2;{long};x\n{long};y;z\n");
    let loaded = read("t.csv", table.as_bytes());
    assert_eq!(loaded.catalogue.len(), 1);
    assert_eq!(texts(&loaded.catalogue.metiers()[0].interests), ["j'aime bouger"]);
    assert!(told(&loaded).iter().all(|problem| problem.len() < 1_000));
    assert!(told(&loaded)[0].contains("expected at most 1000 bytes, found 70000"));
    let header: Vec<String> = (0..10_000).map(|column| format!("c{column}")).collect();
    let row = vec!["x"; 10_000].join(";");
    let loaded = read("t.csv", format!("id;libelle;{}\nMET.1;mime;{row}\n", header.join(";")).as_bytes());
    assert_eq!(
        told(&loaded),
        ["t.csv:1: expected at most 500 columns, found 10002; remove those that are no field, the last ones are left out"]
    );
    assert_eq!(loaded.catalogue.metiers()[0].other_sections.len(), 498);
    // More cells than can be cut without much memory.
    let told = problems("t.csv", format!("id;libelle\nMET.1;mime\nMET.2;{}\n", ";".repeat(1 << 20)).as_bytes());
    assert_eq!(
        told,
        ["t.csv:3: expected a fiche of at most 1048576 bytes, found a larger one; close or split it, the file is left out"]
    );
    // More faults than anybody reads.
    let told = problems("t.csv", format!("id;libelle\n{}", "x;y\n".repeat(300_000)).as_bytes());
    assert!(told[1_000].contains("200001 more"), "{}", told[1_000]);
    assert!(told[1_001].contains("200000 fiches"), "{}", told[1_001]);
}

#[test]
fn a_table_of_identifiers_alone_is_told() {
    let told = problems("t.csv", b"id\nMET.1\nMET.2\n");
    let expected =
        "t.csv:1: expected a header with the columns id and libelle, found « id »; name the columns, the file is left out";
    assert_eq!(told, [expected]);
}

// Open data as it exists.

#[test]
fn ideo_metiers_is_read_as_csv_and_json() {
    let link = "https://www.onisep.fr/http/redirection/metier/slug/MET.1";
    let table = format!(
        "\"libellé métier\";\"lien site onisep.fr\";\"nom publication\";\"collection\";\"année\";\"GENCOD\";\"GFE\";\"code ROME\";\
         \"libellé ROME\";\"lien ROME\";\"domaine/sous-domaine\";\"date création\";\"date de modification\"\n\
         \"mime\";\"{link}\";\"\";\"\";\"\";\"\";\"\";\"L1204 | L1205\";\"a | b\";\"\";\"arts/cirque | arts/danse\";\"\";\"\"\n"
    );
    let record = format!(
        "[{{\"libelle_metier\": \"mime\", \"lien_site_onisepfr\": \"{link}\", \"annee\": 2020, \"gencod\": 9782273000000, \"gfe\": \"\", \
         \"code_rome\": \"L1204 | L1205\", \"libelle_rome\": \"a | b\", \"domainesous-domaine\": \"arts/cirque | arts/danse\"}}]"
    );
    for (name, text) in [("t.csv", &table), ("t.json", &record)] {
        let metier = only(name, text);
        assert_eq!((metier.id.as_str(), metier.title.heading.as_str()), ("MET.1", "mime"));
        assert_eq!(metier.url.as_deref(), Some(link));
        assert_eq!(metier.rome_codes.iter().map(ToString::to_string).collect::<Vec<_>>(), ["L1204", "L1205"]);
        assert_eq!(metier.domains, ["arts/cirque", "arts/danse"]);
    }
}

#[test]
fn the_xml_as_json_is_read_like_the_xml() {
    let metier = "{\"identifiant\": \"MET.1\", \"nom_metier\": \"mime\", \"romesV3\": {\"romeV3\": \"L1204\"}, \"synonymes\": null, \
                  \"centres_interet\": {\"centre_interet\": [{\"id\": \"T.1\", \"libelle\": \"j'ai le sens du contact\"}]}, \
                  \"secteurs_activite\": {\"secteur_activite\": {\"@id\": \"T.2\", \"libelle\": {\"#text\": \"Social\"}}}, \
                  \"niveau_acces_min\": {\"id\": \"REF.421\", \"libelle\": \"Bac + 3\"}, \
                  \"accroche_metier\": \"<p>Il joue.</p><p>Il tourne.</p>\"}";
    for document in [
        format!("{{\"metiers\": {{\"metier\": [{metier}]}}}}"),
        format!("{{\"metiers\": {{\"metier\": {metier}}}}}"),
        format!("{{\"total\": 1, \"results\": [{metier}]}}"),
        format!("[{metier}]"),
        metier.to_owned(),
    ] {
        let metier = only("t.json", &document);
        assert_eq!(
            (texts(&metier.interests), texts(&metier.sectors)),
            (vec!["j'ai le sens du contact"], vec!["Social"]),
            "{document}"
        );
        assert_eq!((metier.access_level, metier.rome_codes.len()), (Some(AccessLevel::BacPlus3), 1));
        assert_eq!(metier.presentation.as_deref(), Some("Il joue.\n\nIl tourne."));
    }
}

#[test]
fn problems_of_json_have_their_line() {
    let text = "{\"results\": [\n  {\"id\": \"MET.1\", \"libelle\": \"mime\",\n   \"niveau\": \"Bac + 2\"},\n  {\n   \"id\": \"MET.2\",\n   \
                \"libelle\": \"clown\",\n   \"niveau\": \"Bac + 99\",\n   \"code_rome\": [\"L1204\",\n \"x\"]}]}";
    let lines: Vec<String> =
        problems("t.json", text.as_bytes()).iter().map(|told| told.split(": ").take(3).collect::<Vec<_>>().join(": ")).collect();
    assert_eq!(lines, ["t.json:7: MET.2: access level", "t.json:9: MET.2: ROME codes"]);
}

#[test]
fn the_order_of_members_means_nothing_and_the_parser_gives_the_reason() {
    let metiers = "\"metiers\": [{\"id\": \"MET.1\", \"title\": {\"heading\": \"m\"}}]";
    let refused =
        "t.json: expected the schema « boussole/catalogue/1 », found « boussole/catalogue/2 »; convert the file, it is left out";
    for document in [
        format!("{{{metiers}, \"schema\": \"boussole/catalogue/2\"}}"),
        format!("{{\"schema\": \"boussole/catalogue/2\", {metiers}}}"),
    ] {
        assert_eq!(problems("t.json", document.as_bytes()), [refused]);
    }
    assert_eq!(only("t.json", &format!("{{{metiers}, \"schema\": \"boussole/catalogue/1\"}}")).id.as_str(), "MET.1");
    let told = problems("t.json", b"// export\n{\"schema\": \"boussole/catalogue/1\", \"metiers\": []}");
    assert_eq!(told, ["t.json:1: expected well-formed JSON, found: expected value; correct it, the file is left out"]);
}

#[test]
fn no_message_names_a_type_of_the_program() {
    for metier in [
        "7",
        "{\"id\": \"MET.1\", \"title\": 5}",
        "{\"id\": \"MET.1\", \"title\": {}, \"trainings\": [1]}",
        "{\"id\": {}, \"studies\": [2]}",
    ] {
        let told = problems("t.json", format!("{{\"schema\": \"boussole/catalogue/1\", \"metiers\": [{metier}]}}").as_bytes());
        assert!(
            !told.is_empty() && told.iter().all(|problem| !problem.contains("struct") && !problem.contains("Form")),
            "{told:?}"
        );
    }
}

// Markdown is a block format.

#[test]
fn markdown_is_read_as_its_page_shows_it() {
    let of = |body: &str| only("t.md", &format!("# mime\n**ID:** MET.1\n\n{body}"));
    for list in [
        "- je veux m'occuper\n  d'enfants\n- j'aime la nature\n",
        "* je veux m'occuper\n    d'enfants\n* j'aime la nature\n",
        "+ je veux m'occuper d'enfants\n\n+ j'aime la nature\n",
        "1. je veux m'occuper d'enfants\n2. j'aime la nature\n",
        "1) je veux m'occuper\nd'enfants\n2) j'aime la nature\n",
        "• je veux m'occuper d'enfants\n• j'aime la nature\n",
        "- je veux m'occuper d'enfants <!-- non -->\n<!-- - j'aime bouger -->\n\n- **j'aime** la [nature](x)\n",
        "- [ ] je veux m&rsquo;occuper d'enfants\n- [x] j'aime `la` nature\n",
        "- je veux m'occuper d'enfants\n  - j'aime la nature\n",
        "<ul><li>je veux m'occuper d'enfants</li><li>j'aime la nature</li></ul>\n",
    ] {
        for heading in [
            "## Centres d'intérêt\n\n",
            "Centres d'intérêt\n---\n",
            "**Centres d'intérêt:**\n\n",
            "## **Centres d'intérêt** ##\n",
        ] {
            let metier = of(&format!("{heading}{list}"));
            assert_eq!(texts(&metier.interests), ["je veux m'occuper d'enfants", "j'aime la nature"], "{heading}{list}");
        }
    }
    for studies in [
        "## En bref\n\nIl joue.\n\n<h3>Durée des études</h3>\n\n<h4>Après la 3ᵉ ou le CAP</h4>\n\n<p>2&nbsp;ans.</p>\n",
        "## En bref\n\nIl joue.\n\n            ### Durée des études\n            ##  Après la 3ᵉ ou le CAP\n            2 ans.\n",
        "## En bref\n\nIl joue.\n## Durée des études\n### Après la 3ᵉ ou le CAP\n2 ans.\n",
        "## En bref\n\nIl joue.\n    ### Durée des études\n    ### Après la 3ᵉ ou le CAP\n    2 ans.\n",
    ] {
        let metier = of(studies);
        assert_eq!(metier.overview.as_deref(), Some("Il joue."), "{studies}");
        let path = &metier.studies[0];
        assert_eq!(path.after, [AccessLevel::Troisieme, AccessLevel::Cap], "{studies}");
        assert_eq!(path.text.replace('\u{a0}', " "), "2 ans.");
    }
    let metier = of(
        "## Présentation\n\nUn *mot*,  \nun autre <b>ici</b> &amp; là.\n\n- a\n- b\n\n```\n# code\n```\n\n<!-- ## Secteurs\n- x -->\n",
    );
    assert_eq!(metier.presentation.as_deref(), Some("Un mot,\nun autre ici & là.\n\n- a\n- b\n\n# code"));
    assert!(metier.sectors.is_empty());
}

#[test]
fn many_bad_lines_cost_bounded_work_and_output() {
    let mut rows = "id;libelle;niveau_acces\n".to_owned();
    for row in 0..20_000 {
        writeln!(rows, "MET.{row};m;niveau inconnu {row}").expect("a string takes all");
    }
    assert_eq!(read("t.csv", rows.as_bytes()).problems.len(), 1_001);
    let broken = "<metier><!-- ".repeat(20_000);
    assert!(problems("t.xml", broken.as_bytes()).len() <= 1_001);
    let nested = "<metier>".repeat(20_000);
    assert!(problems("t.xml", nested.as_bytes()).len() <= 1_001);
    let quotes: String = (0..5_000).fold("id;libelle\n".to_owned(), |text, row| text + &format!("MET.{row};\"x\n"));
    assert!(problems("t.csv", quotes.as_bytes()).len() <= 1_001);
}

// Other members of the kinds above.

#[test]
fn a_text_that_says_nothing_is_none_in_every_format() {
    for nothing in ["NULL", "nan", "n. d.", "(vide)", "\\N", "…", "non renseigné(e)", "à compléter"] {
        let fields = "libelle_feminin;libelle_masculin;presentation;en_bref;duree_etudes;niveau;niveau_acces;url";
        let table = format!("id;libelle;{fields}\nMET.1;mime;{}\n", [nothing; 8].join(";"));
        let member = |name: &str| format!("\"{name}\": {}", serde_json::Value::from(nothing));
        let members: Vec<String> = fields.split(';').map(member).collect();
        let record = format!("[{{\"id\": \"MET.1\", \"libelle\": \"mime\", {}}}]", members.join(", "));
        let fiche = format!("# mime\n**ID:** MET.1\n\n**Niveau:** `{nothing}`\n\n## Présentation\n\n`{nothing}`\n");
        for (name, text) in [("t.csv", table), ("t.json", record), ("t.md", fiche)] {
            let metier = only(name, &text);
            assert_eq!(metier, Metier::new(metier.id.clone(), metier.title.clone()), "{text}");
        }
    }
    let told = problems("t.csv", b"id;libelle\nMET.1;NULL\n");
    assert_eq!(told, ["t.csv:2: MET.1: title: expected the name of the métier, found nothing; add it, the fiche is left out"]);
    // A value behind one that says nothing is the first.
    assert_eq!(only("t.csv", "id;libelle;niveau;niveau_acces\nMET.1;mime;NULL;CAP\n").access_level, Some(AccessLevel::Cap));
}

#[test]
fn values_of_a_cell_are_found_in_any_form_and_none_is_glued() {
    for cell in [
        "j'aime bouger\rj'aime la nature",
        "- j'aime bouger\n- j'aime la nature",
        "• j'aime bouger • j'aime la nature",
        "1. j'aime bouger\n2. j'aime la nature",
        "j'aime bouger<br>j&#39;aime la nature",
        "<ul><li>j'aime bouger</li><li>j'aime la nature</li></ul>",
    ] {
        let metier = only("t.csv", &format!("id,libelle,centres_interet\nMET.1,mime,\"{cell}\"\n"));
        assert_eq!(texts(&metier.interests), ["j'aime bouger", "j'aime la nature"], "{cell:?}");
    }
    for cell in [
        "j'aime bouger; j'aime la nature",
        "j'aime bouger / j'aime la nature",
        "j'aime bouger - j'aime la nature",
        "j'aime bouger et j'aime la nature",
        "[\"\"j'aime bouger\"\", \"\"j'aime la nature\"\"]",
    ] {
        let loaded = read("t.csv", format!("id,libelle,centres_interet\nMET.1,mime,\"{cell}\"\n").as_bytes());
        assert_eq!(texts(&loaded.catalogue.metiers()[0].interests), ["j'aime bouger", "j'aime la nature"], "{cell}");
        assert!(told(&loaded)[0].contains("expected one label, found 2 in « "), "{:?}", told(&loaded));
    }
    let metier = only(
        "t.csv",
        "id;libelle;code_rome;formations;presentation;niveau\nMET.1;a &amp b;L1204, L1205;BTS (FOR.1)|FOR.2 - CAP;<p>Un.</p><p>Deux</p>;Bac\u{a0}+ 2\n",
    );
    assert_eq!(metier.rome_codes.len(), 2);
    let trainings: Vec<_> =
        metier.trainings.iter().map(|one| (one.id.as_ref().map(TrainingId::as_str), one.label.as_str())).collect();
    assert_eq!(trainings, [(Some("FOR.1"), "BTS"), (Some("FOR.2"), "CAP")]);
    assert_eq!((metier.presentation.as_deref(), metier.title.heading.as_str()), (Some("Un.\n\nDeux"), "a &amp b"));
    assert_eq!(only("t.csv", "id;libelle\n=\"MET.1\";=\"mime\"\n").title.heading, "mime");
}

#[test]
fn a_text_without_a_mark_of_its_encoding_is_read_in_every_format() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for (name, text) in [
        ("t.csv", "id;libelle\nMET.1;ébéniste\n"),
        ("t", "id;libelle\nMET.1;ébéniste\n"),
        ("t.json", "[{\"id\": \"MET.1\", \"libelle\": \"ébéniste\"}]"),
        ("t.md", "# ébéniste\n**ID:** MET.1\n"),
        (
            "t.xml",
            "<?xml version='1.0' encoding='UTF-8'?><metier><identifiant>MET.1</identifiant><nom_metier>ébéniste</nom_metier></metier>",
        ),
    ] {
        let loaded = read(name, &utf16(text));
        assert_eq!((loaded.catalogue.metiers()[0].title.heading.as_str(), told(&loaded).len()), ("ébéniste", 0), "{name}");
    }
    let fiche = |encoding: &str| {
        format!(
            "<?xml version='1.0' encoding='{encoding}'?><metier><identifiant>MET.1</identifiant><nom_metier>c\u{153}ur é</nom_metier></metier>"
        )
    };
    // The declaration is wrong for whoever looks at the bytes.
    assert_eq!(only("t.xml", &fiche("ISO-8859-1")).title.heading, "cœur é");
    let latin_9: Vec<u8> = fiche("ISO-8859-15")
        .chars()
        .map(|letter| if letter == 'œ' { 0xbd } else { u8::try_from(u32::from(letter)).expect("is Latin") })
        .collect();
    assert_eq!(read("t.xml", &latin_9).catalogue.metiers()[0].title.heading, "cœur é");
}

#[test]
fn a_document_of_xml_loses_no_text_between_its_elements() {
    let inside = "<centres_interet>chanter<centre_interet><libelle>j'aime bouger</libelle></centre_interet></centres_interet>";
    assert_eq!(
        problems("t.xml", xml(inside).as_bytes()),
        ["t.xml:4: MET.1: interests: expected an item « - … », found « chanter »; write it as an item, it is left out"]
    );
    let metier = only("t.xml", &xml("<metier><identifiant>MET.2</identifiant><nom_metier>clown</nom_metier></metier>"));
    assert_eq!((metier.title.heading.as_str(), metier.other_sections[0].text.as_str()), ("mime", "- MET.2 : clown"));
    let listed = xml("<centres_interet>j'aime bouger<br/>j'aime la nature</centres_interet>");
    assert_eq!(texts(&only("t.xml", &listed).interests), ["j'aime bouger", "j'aime la nature"]);
    let declared = xml("").replace("<metiers>", "<!DOCTYPE metiers SYSTEM \"ideo.dtd\"><metiers>");
    assert_eq!(only("t.xml", &declared).id.as_str(), "MET.1");
    let attributes = "<metier id='MET.1' libelle='mime' salaire='2000' xmlns='u'/>";
    let metier = only("t.xml", attributes);
    assert_eq!((metier.other_sections.len(), metier.other_sections[0].text.as_str()), (1, "2000"));
}

#[test]
fn records_of_json_lose_nothing_silently() {
    let twice = "[{\"id\": \"MET.1\", \"libelle\": \"mime\", \"libelle\": \"clown\", \"niveau\": \"Bac\", \"niveau\": \"CAP\"}]";
    assert_eq!(problems("t.json", twice.as_bytes()).len(), 2);
    assert_eq!(read("t.json", twice.as_bytes()).catalogue.metiers()[0].access_level, Some(AccessLevel::Bac));
    let lines = "{\"id\": \"MET.1\", \"libelle\": \"mime\"}\n{\"id\": \"MET.2\", \"libelle\": \"clown\"}\n";
    for name in ["t.json", "t.jsonl", "t.ndjson", "t"] {
        assert_eq!(ids(&clean(name, lines)), ["MET.1", "MET.2"], "{name}");
    }
    let mixed = "[{\"id\": \"MET.1\", \"libelle\": \"mime\"}, {\"id\": \"MET.2\"}, {\"libelle\": \"clown\"}, {\"x\": 1}]";
    let told = problems("t.json", mixed.as_bytes());
    assert!(told[0].contains("MET.2: title: expected") && told[1].contains("id: expected") && told.len() == 4, "{told:?}");
    let metier = only(
        "t.json",
        "{\"id\": \"MET.1\", \"libelle\": \"mime\", \"secteurs\": [null, \"Art\"], \"niveau\": {\"@ref\": \"REF.1\", \"#text\": \"Bac + 2\"}}",
    );
    assert_eq!((texts(&metier.sectors), metier.access_level), (vec!["Art"], Some(AccessLevel::BacPlus2)));
    let several = "[{\"id\": \"MET.1\", \"libelle\": [\"mime\", \"clown\"]}]";
    assert!(problems("t.json", several.as_bytes())[0].contains("found « clown » beside « mime »"));
    let none = [
        "t.json: expected at least one fiche (an object with « id » and « libelle »), found none; remove the file or correct it",
    ];
    assert_eq!(problems("t.json", b"[[\"id\", \"libelle\"], [\"MET.1\", \"mime\"]]"), none);
}

#[test]
fn a_fiche_of_markdown_shows_its_fields_without_bold_too() {
    for body in [
        "---\nid: MET.1\ntitre: mime\nniveau: \"Bac + 2\"\nstatuts: [salarié, artisan]\nauteur: x\n---\n\n# mime\n",
        "---\nid: MET.1\nniveau: Bac + 2\nstatuts:\n  - salarié\n  - artisan\n---\n# mime\n**ID:** MET.1\n",
        "# mime\n\nID : MET.1\nNiveau d'accès minimum : Bac + 2\n\nStatuts :\n- salarié\n- artisan\n",
        "# mime\n\n**ID:** MET.1\n\n**Niveau d'accès**\n\nBac + 2\n\n**Statuts**\n\n— salarié\n— artisan\n",
        "# mime\n\nID: MET.1  \nNiveau: Bac + 2  \nStatuts: salarié, artisan\n",
        "<h1>mime</h1>\n<p><b>ID:</b> MET.1</p>\n<p><b>Niveau:</b> Bac + 2</p>\n<h2>Statuts</h2>\n<ul><li>salarié</li><li>artisan</li></ul>\n",
    ] {
        let metier = only("t.md", body);
        assert_eq!((metier.title.heading.as_str(), metier.access_level), ("mime", Some(AccessLevel::BacPlus2)), "{body}");
        assert_eq!(texts(&metier.statuses), ["salarié", "artisan"], "{body}");
    }
    let metier = only(
        "t.md",
        "# mime\n**ID:** MET.1\n\n## Présentation\n\nNiveau : élevé.\n\n## Centres d'intérêt {#ci}\n\n- j'aime bouger[^1]\n",
    );
    assert_eq!((metier.presentation.as_deref(), metier.access_level), (Some("Niveau : élevé."), None));
    assert_eq!(only("t.md", "# mime\n**ID:** MET.1\n\n## Présentation\n\n```\nNiveau: Bac\n```\n").access_level, None);
    // What speaks about fiches is none, whatever stands in bold.
    let bytes =
        archive(&[("a.md", "# m\n**ID:** MET.1\n"), ("README.md", "# Fiches\n\n**Statuts :** publié\n\n## Secteurs\n\n- x\n")]);
    assert_eq!(told(&read("a.zip", &bytes)), [""; 0]);
}

#[test]
fn no_file_is_taken_for_what_it_is_not() {
    let told = problems("t.csv", b"Numero;Nom;Formation(s)\n1;mime;BTS\n");
    assert!(told[0].contains("expected a header with the columns id and libelle"), "{told:?}");
    let bytes = archive(&[
        ("a.md", "# m\n**ID:** MET.1\n"),
        ("content.xml", "<metier><identifiant>MET.2</identifiant><nom_metier>n</nom_metier></metier>"),
    ]);
    assert_eq!(ids(&clean_bytes("a.zip", &bytes)), ["MET.1", "MET.2"]);
    for (bytes, found) in [
        (&b"\x1f\x8b\x08\0"[..], "a gzip archive"),
        (b"PAR1\0", "a Parquet file"),
        (b"{\\rtf1 x}", "a text document (RTF)"),
        (b"<!-- x --><!DOCTYPE html><html>", "a web page"),
    ] {
        let told = problems("t.bin", bytes);
        assert!(told[0].contains(&format!("expected fiches of métiers, found {found}; ")), "{told:?}");
    }
    for name in ["t.tsv", "t.tab"] {
        assert_eq!(ids(&clean(name, "id\tlibelle\nMET.1\tmime\n")), ["MET.1"]);
    }
}

/// The métiers of bytes without a problem.
#[track_caller]
fn clean_bytes(name: &str, bytes: &[u8]) -> Vec<Metier> {
    let loaded = read(name, bytes);
    assert_eq!(told(&loaded), [""; 0]);
    loaded.catalogue.metiers().iter().map(|metier| metier.as_ref().clone()).collect()
}
