//! `boussole audit` as a person types it: its three formats, and what is told of files that are at fault.
//!
//! After a wanted change of wording or of the demonstration fiches: `INSTA_UPDATE=always cargo test -p boussole-cli --test audit`,
//! then read the difference.

mod support;

use boussole::Catalogue;
use serde_json::Value;
use support::{Folder, REAL, boussole, printed};

/// A fiche with a problem.
const FAULTY: &str =
    "# botaniste\n**ID:** MET.1\n\n**Niveau d'accès minimum:** Bac + 33\n\n## Centres d'intérêt\n\n- j'aime la nature\n";

/// What the program says of an input that it refuses, without a word on standard output.
#[track_caller]
fn refused(arguments: &[&str]) -> String {
    let assert = boussole(arguments).assert().code(1).stdout("");
    String::from_utf8(assert.get_output().stderr.clone()).expect("messages are UTF-8")
}

#[test]
fn text_of_the_demonstration() {
    insta::assert_snapshot!(printed(&["audit"]));
}

#[test]
fn markdown_says_what_the_text_says() {
    let markdown = printed(&["audit", "--format", "markdown", "--no-reachability"]);
    assert!(markdown.starts_with("# Audit du catalogue\n\n## Contenu\n"), "{markdown}");
    let titles = |text: &str, is_title: fn(&str) -> Option<&str>| text.lines().filter_map(is_title).map(str::to_owned).collect();
    let in_markdown: Vec<String> = titles(&markdown, |line| line.strip_prefix("## "));
    let text = printed(&["audit", "--no-reachability"]);
    let underlined = text.lines().zip(text.lines().skip(1)).filter(|(_, rule)| rule.starts_with("---"));
    assert_eq!(in_markdown, underlined.map(|(title, _)| title.to_owned()).collect::<Vec<_>>());
    assert!(markdown.contains("| salarié | 123 | 80,9 % |\n"), "{markdown}");
}

#[test]
fn json_of_the_demonstration() {
    let json: Value = serde_json::from_str(&printed(&["audit", "--format", "json"])).expect("one document");
    assert_eq!(json["schema"], "boussole/audit/1");
    let catalogue = Catalogue::demo();
    assert_eq!(json["catalogue"]["n_metiers"], catalogue.len());
    assert_eq!(json["catalogue"]["fingerprint"], catalogue.fingerprint());
    assert_eq!(json["vocabulary"]["interests"].as_array().map(Vec::len), Some(catalogue.interests().len()));
    assert_eq!(json["missing"][0]["field"], "interests");
    assert_eq!(json["patterns"][1]["fields"], serde_json::json!(["interests", "access_level"]));
    assert_eq!(json["n_problems"], 0);
    let reachability = &json["reachability"];
    assert_eq!((&reachability["top"], &reachability["n_profiles"]), (&10.into(), &2_625.into()));
    let n_in = |list: &str| reachability[list].as_array().map_or(0, Vec::len);
    assert_eq!(n_in("reached") + n_in("only_by_tie_break") + n_in("never"), catalogue.len());
}

#[test]
fn without_reachability() {
    let json: Value = serde_json::from_str(&printed(&["audit", "--no-reachability", "--format", "json"])).expect("one document");
    assert_eq!(json["reachability"], Value::Null);
    assert!(printed(&["audit", "--no-reachability"]).ends_with("\nPortée\n------\nNon calculée.\n"));
}

#[test]
fn problems_are_in_the_result_and_not_beside_it() {
    let folder = Folder::new("audit_told");
    folder.write("MET.1.md", FAULTY);
    let path = folder.path().to_str().expect("is UTF-8");
    let text = printed(&["audit", "--catalogue", path]);
    assert!(text.contains("× niveau d'accès inconnu, laissé de côté [unknown_access_level]\n"), "{text}");
    let json: Value = serde_json::from_str(&printed(&["audit", "--catalogue", path, "--format", "json"])).expect("one document");
    let groups = json["problems"].as_array().expect("a list");
    let levels = groups.iter().find(|group| group["kind"] == "unknown_access_level").expect("the problem of the fiche");
    let problem = &levels["problems"][0];
    assert_eq!((&problem["kind"], &problem["found"]), (&"unknown_access_level".into(), &"Bac + 33".into()));
    assert_eq!(problem["place"]["line"], 4);
}

#[test]
fn strict_refuses_without_half_a_result() {
    let folder = Folder::new("audit_strict");
    let fiche = folder.write("MET.1.md", FAULTY);
    let stderr = refused(&["audit", "--strict", "--catalogue", fiche.to_str().expect("is UTF-8")]);
    assert!(stderr.starts_with("problem: "), "{stderr}");
    assert!(stderr.contains("problem in the catalogue, and --strict was given\n"), "{stderr}");
}

#[test]
fn fiches_with_one_id_are_grouped_by_kind() {
    let folder = Folder::new("audit_one_id");
    folder.write("a.md", "# mime\n**ID:** MET.1\n");
    folder.write("b.md", "# clown\n**ID:** MET.1\n");
    let both = ["--catalogue", folder.path().to_str().expect("is UTF-8")];
    let text = printed(&[&["audit", "--no-reachability"], &both[..]].concat());
    assert!(text.contains("1 × identifiant en double, la première fiche est gardée [duplicate_id]\n"), "{text}");
    assert!(text.contains("/b.md, ligne 1, MET.1, identifiant : déjà dans\n"), "{text}");
}

#[test]
fn strict_takes_the_real_table() {
    let text = printed(&["audit", "--strict", "--no-reachability", "--catalogue", REAL]);
    assert!(text.contains("\n440 métiers, "), "{text}");
    printed(&["recommend", "--strict", "--quiet", "--likes", "j'aime bouger", "--catalogue", REAL]);
}

/// Three métiers in Idéo XML whose statuses are numbered by their places in each list, as in files of Onisep.
fn numbered() -> String {
    let metier = |(id, name, statuses): (&str, &str, &[&str])| {
        let status =
            |(place, label): (usize, &&str)| format!("<statut><id>T-ITM.{}</id><libelle>{label}</libelle></statut>", 100 + place);
        let statuses: String = statuses.iter().enumerate().map(status).collect();
        format!(
            "<metier>\n<identifiant>{id}</identifiant>\n<nom_metier>{name}</nom_metier>\n\
             <niveau_acces_min>\n<id>REF.410</id><libelle>Bac + 5</libelle>\n</niveau_acces_min>\n\
             <statuts>\n{statuses}\n</statuts>\n</metier>\n"
        )
    };
    let metiers = [
        ("MET.1", "botaniste", &["salarié", "fonctionnaire"][..]),
        ("MET.2", "testeur / testeuse", &["fonctionnaire", "salarié"]),
        ("MET.3", "halieute", &["artisan", "indépendant"]),
    ];
    format!("<metiers>\n{}</metiers>\n", metiers.map(metier).concat())
}

/// No one can repair such identifiers, and they cost nothing.
#[test]
fn identifiers_that_number_places_are_a_remark() {
    let folder = Folder::new("audit_numbered");
    let file = folder.write("ideo.xml", numbered());
    let arguments = ["audit", "--strict", "--no-reachability", "--catalogue", file.to_str().expect("is UTF-8"), "--format"];
    let text = printed(&[&arguments[..], &["markdown"]].concat());
    let remark = "À savoir : les identifiants des statuts (T-ITM.100 à T-ITM.101) numérotent les places dans chaque liste et ne désignent \
                  aucun libellé ; ils ne sont pas gardés, les libellés le sont tous.\n";
    assert!(text.contains(remark), "{text}");
    assert!(text.contains("Aucun problème rencontré à la lecture."), "{text}");
    let json: Value = serde_json::from_str(&printed(&[&arguments[..], &["json"]].concat())).expect("one document");
    assert_eq!(json["place_numbers"], serde_json::json!([{"field": "statuses", "ids": ["T-ITM.100", "T-ITM.101"]}]));
}

/// Every damage is told with its line, every other fiche is kept, `--strict` fails.
#[test]
fn a_damaged_file_fails_with_its_lines() {
    let damaged = numbered().replacen("<libelle>Bac + 5</libelle>", "<libelle>Bac + 55</libelle>", 1).replacen(
        "<nom_metier>testeur / testeuse</nom_metier>",
        "<nom_metier>testeur / testeuse",
        1,
    );
    let line_of = |text: &str| 1 + damaged[..damaged.find(text).expect("is there")].matches('\n').count();
    let folder = Folder::new("audit_damaged");
    let file = folder.write("ideo.xml", &damaged);
    let file = file.to_str().expect("is UTF-8");
    let json: Value = serde_json::from_str(&printed(&["audit", "--no-reachability", "--catalogue", file, "--format", "json"]))
        .expect("one document");
    assert_eq!(json["catalogue"]["n_metiers"], 2);
    let stderr = refused(&["audit", "--strict", "--catalogue", file]);
    let end = line_of("<nom_metier>halieute") - 3;
    for expected in [
        format!("problem: {file}:{end}: MET.2: expected well-formed XML"),
        format!("problem: {file}:{}: MET.1: ", line_of("<niveau_acces_min>")),
    ] {
        assert!(stderr.contains(&expected), "{expected}\n{stderr}");
    }
}
