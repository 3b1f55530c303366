//! What readers accept: the forms of values in each format, encodings, archives, and limits.

use std::io::Write;

use boussole::catalogue::{AccessLevel, Catalogue, Loaded, Metier, ReadError, Section, StudyPath, TrainingId};

#[track_caller]
fn read(name: &str, bytes: &[u8]) -> Loaded {
    Catalogue::read_bytes(name, bytes).unwrap_or_else(|error| panic!("{error}"))
}

/// The one métier of a text without problems.
#[track_caller]
fn only(name: &str, text: &str) -> Metier {
    let loaded = read(name, text.as_bytes());
    assert_eq!(problems(&loaded), [""; 0]);
    assert_eq!(loaded.catalogue.len(), 1);
    loaded.catalogue.metiers()[0].as_ref().clone()
}

/// The métier of an XML fiche that has these elements beside its identifier and name.
#[track_caller]
fn xml(elements: &str) -> Metier {
    only(
        "t.xml",
        &format!("<metiers><metier><identifiant>MET.1</identifiant><nom_metier>mime</nom_metier>{elements}</metier></metiers>"),
    )
}

fn problems(loaded: &Loaded) -> Vec<String> {
    loaded.problems.iter().map(ToString::to_string).collect()
}

fn texts<L: AsRef<str>>(labels: &[L]) -> Vec<&str> {
    labels.iter().map(AsRef::as_ref).collect()
}

#[test]
fn a_list_in_xml_has_five_forms() {
    for form in [
        "<statuts><statut><id>T.1</id><libelle>artisan</libelle></statut></statuts>",
        "<statuts><statut id='T.1' libelle=\"artisan\"/></statuts>",
        "<statuts><id>T.1</id><libelle>artisan</libelle></statuts>",
        "<statut><id>T.1</id><libelle><![CDATA[artisan]]></libelle></statut>",
        "<statuts><statut id=\"T.1\">arti&#115;an</statut></statuts>",
    ] {
        assert_eq!(texts(&xml(form).statuses), ["artisan"], "{form}");
    }
    for form in ["<statuts/>", "<statuts></statuts>", "<statuts>\n  </statuts>", ""] {
        assert!(xml(form).statuses.is_empty(), "{form}");
    }
}

#[test]
fn identifiers_of_labels_are_kept_and_survive_conversion() {
    let fiche = |id: u32, labels: &str| {
        format!(
            "<metier><identifiant>MET.{id}</identifiant><nom_metier>x</nom_metier><centres_interet>{labels}</centres_interet></metier>"
        )
    };
    let label = |id: &str, label: &str| format!("<centre_interet id='{id}' libelle='{label}'/>");
    let text = [fiche(1, &label("T.1", "voler")), fiche(2, &label("T.1", "planer")), fiche(3, &label("T.2", "nager"))].concat();
    let catalogue = read("t.xml", format!("<m>{text}</m>").as_bytes()).catalogue;
    let again = read("t.json", catalogue.to_json().as_bytes()).catalogue;
    for catalogue in [&catalogue, &again] {
        let terms = catalogue.interests().terms();
        assert_eq!(terms.len(), 2);
        assert_eq!((terms[1].label.as_str(), terms[1].id.as_deref(), terms[1].n_metiers), ("planer", Some("T.1"), 2));
        assert_eq!(catalogue.interests().find("Voler"), Ok(1));
        assert_eq!(texts(&catalogue.metiers()[0].interests), ["planer"]);
    }
    assert_eq!(again.fingerprint(), catalogue.fingerprint());
    assert_eq!(again.interests(), catalogue.interests());
}

#[test]
fn an_access_level_is_known_by_label_or_identifier() {
    let level = |inner: &str| xml(&format!("<niveau_acces_min>{inner}</niveau_acces_min>")).access_level;
    assert_eq!(level("<id>REF.413</id><libelle/>"), Some(AccessLevel::Cap));
    assert_eq!(level("<id>REF.421</id>"), Some(AccessLevel::BacPlus3));
    assert_eq!(level("<id>REF.410</id><libelle></libelle>"), Some(AccessLevel::BacPlus5));
    assert_eq!(level("<id>REF.413</id><libelle>bac+2</libelle>"), Some(AccessLevel::BacPlus2));
    assert_eq!(level("bac"), Some(AccessLevel::Bac));
    assert_eq!(level("<id/><libelle/>"), None);
    assert_eq!(xml("<niveau_acces_min id='REF.410'/>").access_level, Some(AccessLevel::BacPlus5));
}

#[test]
fn html_in_cdata_becomes_paragraphs() {
    let metier =
        xml("<accroche_metier><![CDATA[<p>Sans  un mot&nbsp;:</p><p>le <b>corps</b> &amp; le geste.</p>]]></accroche_metier>");
    assert_eq!(metier.presentation.as_deref(), Some("Sans un mot :\n\nle corps & le geste."));
    let escaped = xml("<accroche_metier>&lt;p&gt;Un&lt;/p&gt;&lt;p&gt;deux&lt;/p&gt;</accroche_metier>");
    assert_eq!(escaped.presentation.as_deref(), Some("Un\n\ndeux"));
    assert_eq!(xml("<accroche_metier><![CDATA[<p></p>]]></accroche_metier>").presentation, None);
}

#[test]
fn short_forms_hold_the_overview_and_the_studies() {
    let one = "<formats_courts><format_court><type>bref</type><libelle>En bref</libelle><descriptif><![CDATA[<p>Jouer.</p>\
               <h3>Durée des études</h3><h4>Après la 3e</h4><p>2 ans.</p><h4>Après le bac</h4><p>3 ans</p><p>ou plus.</p>]]>\
               </descriptif></format_court></formats_courts>";
    let two = "<formats_courts><format_court><libelle>En bref</libelle><descriptif>Jouer.</descriptif></format_court>\
               <format_court><type>duree_etudes</type><descriptif><![CDATA[<p><strong>Après la 3e</strong></p><p>2 ans.</p>\
               <p>Après le bac</p><p>3 ans</p><p>ou plus.</p>]]></descriptif></format_court></formats_courts>";
    for form in [one, two] {
        let metier = xml(form);
        assert_eq!(metier.overview.as_deref(), Some("Jouer."));
        let expected =
            [StudyPath::new("Après la 3e", "2 ans.".into()), StudyPath::new("Après le bac", "3 ans\n\nou plus.".into())];
        assert_eq!(metier.studies, expected);
    }
}

#[test]
fn other_elements_are_kept_where_they_say_something() {
    let metier = xml("<competences><![CDATA[<ul><li>souplesse</li><li>écoute</li></ul>]]></competences><condition_travail/>\
         <synonymes><synonyme><nom_metier>pantomime</nom_metier></synonyme></synonymes>\
         <metiers_associes><metier_associe><id>MET.2</id><libelle>clown</libelle></metier_associe></metiers_associes>\
         <sources_numeriques><source><valeur>site.example</valeur><commentaire>le site</commentaire></source></sources_numeriques>");
    let section = |heading: &str, text: &str| Section { heading: heading.into(), text: text.into() };
    let expected = [
        section("competences", "- souplesse\n- écoute"),
        section("synonymes", "- pantomime"),
        section("metiers_associes", "- clown (ID: MET.2)"),
        section("sources_numeriques", "- site.example : le site"),
    ];
    assert_eq!(metier.other_sections, expected);
}

#[test]
fn a_declared_encoding_is_honoured() {
    let text = "<?xml version='1.0' encoding='ISO-8859-1'?><metiers><metier><identifiant>MET.1</identifiant>\
                <nom_metier>décorateur</nom_metier></metier></metiers>";
    let latin1: Vec<u8> = text.chars().map(|character| u8::try_from(u32::from(character)).expect("is Latin-1")).collect();
    let loaded = read("t.xml", &latin1);
    assert_eq!(loaded.catalogue.metiers()[0].title.heading, "décorateur");
    assert_eq!(problems(&loaded), [""; 0]);
    let utf16: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read("t.xml", &utf16).catalogue.metiers()[0].title.heading, "décorateur");
    // A byte order mark overrules the declaration.
    let marked = read("t.xml", format!("\u{feff}{text}").as_bytes());
    assert_eq!(marked.catalogue.metiers()[0].title.heading, "décorateur");
}

#[test]
fn fiches_in_a_comment_are_skipped() {
    let text = "<metiers><!-- <metier><identifiant>MET.2</identifiant></metier> --><metier><identifiant>MET.1</identifiant>\
                <nom_metier>mime</nom_metier></metier></metiers>";
    assert_eq!(only("t.xml", text).id.as_str(), "MET.1");
}

#[test]
fn a_table_may_be_written_in_several_ways() {
    for table in [
        "id,libelle,statuts,riasec\nMET.1,mime / mime,artisan|libéral,Ac\n",
        "\u{feff}id;libelle;statuts;riasec\r\nMET.1;mime / mime;\"artisan | libéral\";AC\r\n",
        "# commentaire\n\"Identifiant\",\"Libellé\",\"Statuts\",\"RIASEC\"\n\nMET.1,mime / mime,artisan|libéral,AC",
    ] {
        let metier = only("t.csv", table);
        assert_eq!(texts(&metier.statuses), ["artisan", "libéral"], "{table}");
        assert_eq!(metier.riasec[0].to_string(), "AC");
        assert_eq!(metier.title.masculine, "mime");
    }
    let metier =
        only("t.csv", "id,libelle,domaines,formations,couleur\nMET.1,mime,arts/scène|arts/cirque,CAP (ID: FOR.1),rouge\n");
    assert_eq!(metier.domains, ["arts/scène", "arts/cirque"]);
    assert_eq!(metier.trainings[0].id.as_ref().map(TrainingId::as_str), Some("FOR.1"));
    assert_eq!(metier.other_sections, [Section { heading: "couleur".into(), text: "rouge".into() }]);
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        writer.start_file(*name, options).expect("can be written");
        writer.write_all(bytes).expect("can be written");
    }
    writer.finish().expect("can be written").into_inner()
}

#[test]
fn an_archive_is_read_file_by_file_in_the_order_of_names() {
    let bytes = archive(&[
        ("b.xml", b"<metier><identifiant>MET.2</identifiant><nom_metier>clown</nom_metier></metier>"),
        ("a/fiche.md", b"# mime\n**ID:** MET.1"),
        ("c.csv", b"id,libelle\nMET.2,autre\n"),
        (".cache.md", b"# rien\n**ID:** MET.9"),
        ("__MACOSX/x.md", b"# rien\n**ID:** MET.9"),
        ("lisez-moi.txt", b"rien"),
    ]);
    let loaded = read("onisep.zip", &bytes);
    let ids: Vec<&str> = loaded.catalogue.metiers().iter().map(|metier| metier.id.as_str()).collect();
    assert_eq!(ids, ["MET.1", "MET.2"]);
    assert_eq!(
        problems(&loaded),
        ["onisep.zip!c.csv:2: MET.2: id: expected each id once, found it again (first in onisep.zip!b.xml:1); \
          remove or rename one, the first is kept"]
    );
}

#[test]
fn a_bomb_is_stopped_at_the_stated_limit() {
    // 600 million spaces take half a megabyte.
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("a.md", zip::write::SimpleFileOptions::default()).expect("can be written");
    writer.write_all(b"# mime\n**ID:** MET.1").expect("can be written");
    writer.start_file("b.xml", zip::write::SimpleFileOptions::default()).expect("can be written");
    writer.write_all(b"<metiers>").expect("can be written");
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..600 {
        writer.write_all(&spaces).expect("can be written");
    }
    let bytes = writer.finish().expect("can be written").into_inner();
    let loaded = read("bomb.zip", &bytes);
    assert_eq!(loaded.catalogue.len(), 1);
    assert_eq!(
        problems(&loaded),
        ["bomb.zip!b.xml: expected at most 134217728 bytes, found more; split it, the file is left out"]
    );
}

#[test]
fn a_fiche_beyond_the_limit_costs_no_other() {
    let endless = "x".repeat((1 << 20) + 1);
    let fiche = |id: u32, text: &str| {
        format!("<metier>\n<identifiant>MET.{id}</identifiant>\n<nom_metier>x</nom_metier><a>{text}</a></metier>\n")
    };
    let loaded = read("t.xml", format!("<m>\n{}{}{}</m>", fiche(1, ""), fiche(2, &endless), fiche(3, "")).as_bytes());
    assert_eq!(loaded.catalogue.len(), 2);
    let message = "expected a fiche of at most 1048576 bytes, found a larger one; close or split it, the fiche is left out";
    assert_eq!(problems(&loaded), [format!("t.xml:5: MET.2: {message}")]);
    let loaded = read("t.md", format!("# a\n**ID:** MET.1\n# b\n**ID:** MET.2\n{endless}\n# c\n**ID:** MET.3").as_bytes());
    assert_eq!(loaded.catalogue.len(), 2);
    assert_eq!(problems(&loaded), [format!("t.md:3: MET.2: {message}")]);
}

#[test]
fn too_many_problems_are_counted() {
    let rows: Vec<String> = (0..1500).map(|row| format!("{row},x")).collect();
    let Err(ReadError::NoFiche { problems, .. }) =
        Catalogue::read_bytes("t.csv", format!("id,libelle\n{}", rows.join("\n")).as_bytes())
    else {
        panic!("has no fiche")
    };
    assert_eq!(problems.len(), 1001);
    assert_eq!(
        problems[1000].to_string(),
        "t.csv: expected at most 1000 problems in one file, found 500 more; correct the first ones, the others are not listed"
    );
}

#[test]
fn behind_many_headings_without_a_field_nothing_is_read() {
    let loaded = read("t.md", format!("# a\n**ID:** MET.1\n{}# b\n**ID:** MET.2\n", "# x\n".repeat(200_001)).as_bytes());
    assert_eq!(loaded.catalogue.len(), 1);
    assert_eq!(
        problems(&loaded),
        ["t.md: expected at most 200000 fiches, found more; split the catalogue, the rest is left out"]
    );
}

#[test]
fn a_file_read_whole_has_a_limit() {
    let bytes = vec![b' '; (128 << 20) + 1];
    let Err(ReadError::NoFiche { problems, .. }) = Catalogue::read_bytes("t.json", &bytes) else { panic!("has no fiche") };
    assert_eq!(problems[0].to_string(), "t.json: expected at most 134217728 bytes, found more; split it, the file is left out");
}
