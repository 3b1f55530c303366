//! The audit: a toy catalogue by hand, real fiches against numbers computed elsewhere, and the command with its three formats.
//!
//! After a wanted change of wording or of the demonstration fiches: `INSTA_UPDATE=always cargo test --test audit`, then read the
//! difference.

use std::path::{Path, PathBuf};
use std::{env, fs};

use assert_cmd::Command;
use boussole::catalogue::audit::{Implication, Patterns};
use boussole::catalogue::{AccessLevel, Audit, Catalogue, Interest, Loaded, Metier, Status, Title};
use boussole::features::Criterion;
use boussole::inquiry::{ReachabilityScope, reachability};
use boussole::{Recommender, Weights};
use boussole_report::AuditReport;
use serde_json::Value;

fn metier(id: &str, interests: &[&str], level: Option<AccessLevel>, statuses: &[&str]) -> Metier {
    let mut metier = Metier::new(id.parse().expect("an identifier"), Title::from_heading("métier"));
    metier.interests = interests.iter().map(|label| Interest::new(label)).collect();
    metier.access_level = level;
    metier.statuses = statuses.iter().map(|label| Status::new(label)).collect();
    metier
}

/// Seven métiers: five have « a » and « b », in either order; one « b » alone; one nothing.
fn toy() -> Loaded {
    let bac = Some(AccessLevel::Bac);
    Catalogue::from_metiers([
        metier("MET.1", &["a", "b"], bac, &["s"]),
        metier("MET.2", &["b", "a"], bac, &["s"]),
        metier("MET.3", &["a", "b"], bac, &["t"]),
        metier("MET.4", &["a", "b"], None, &["s"]),
        metier("MET.5", &["a", "b", "c"], bac, &["s"]),
        metier("MET.6", &["b"], bac, &[]),
        metier("MET.7", &[], None, &[]),
        metier("MET.7", &["c"], None, &[]),
    ])
}

/// Patterns, alone, tied.
fn shape(patterns: &Patterns) -> (usize, usize, usize) {
    (patterns.n_patterns(), patterns.n_alone(), patterns.n_tied())
}

#[test]
fn toy_by_hand() {
    let loaded = toy();
    let audit = Audit::of(&loaded.catalogue, &loaded.problems);
    assert_eq!(audit.n_metiers, 7);
    let frequencies: Vec<(&str, usize)> = audit.interests.iter().map(|term| (term.label.as_str(), term.n_metiers)).collect();
    assert_eq!(frequencies, [("b", 6), ("a", 5), ("c", 1)]);
    assert_eq!(audit.interest_counts, [1, 1, 4, 1]);
    assert!((audit.mean_interests() - 12.0 / 7.0).abs() < 1e-12);
    assert!((audit.density() - 12.0 / 21.0).abs() < 1e-12);
    let gaps: Vec<(String, usize)> = audit.gaps.iter().map(|gap| (gap.field.to_string(), gap.metiers.len())).collect();
    let expected = [("interests", 1), ("access level", 2), ("statuses", 2), ("sectors", 7)];
    assert_eq!(gaps[..4], expected.map(|(field, n)| (field.to_owned(), n)));
    // By interests: {1, 2, 3, 4}, {5}, {6}, {7}. With the level: 4 leaves its group. With statuses: 3 leaves it.
    assert_eq!(audit.patterns.iter().map(shape).collect::<Vec<_>>(), [(4, 3, 4), (5, 4, 3), (6, 5, 2), (6, 5, 2), (6, 5, 2)]);
    let largest = &audit.patterns[2].tied_groups()[0];
    assert_eq!(largest.metiers.iter().map(ToString::to_string).collect::<Vec<_>>(), ["MET.1", "MET.2"]);
    // 4/7 · log2(7/4) + 3 · 1/7 · log2(7)
    assert!((audit.patterns[0].entropy_bits() - 1.664_498).abs() < 1e-6);
}

#[test]
fn toy_relations_by_hand() {
    let loaded = toy();
    let relations = Audit::of(&loaded.catalogue, &loaded.problems).relations;
    // « c » goes with « a » and « b », but on one métier only; « b » stands without « a » once.
    let implication = Implication { interest: "a".into(), implied: "b".into(), n_metiers: 5 };
    assert_eq!(relations.implications, [implication]);
    assert_eq!((relations.n_never_together, relations.n_pairs), (0, 3));
    let apart = Catalogue::from_metiers([metier("MET.1", &["a", "b"], None, &[]), metier("MET.2", &["c"], None, &[])]);
    assert_eq!(Audit::of(&apart.catalogue, &[]).relations.n_never_together, 2);
}

#[test]
fn toy_problems_by_kind() {
    let loaded = toy();
    let audit = Audit::of(&loaded.catalogue, &loaded.problems);
    assert_eq!((audit.n_problems(), audit.problems.len()), (1, 1));
    assert_eq!(audit.problems[0].kind, "duplicate_id");
    let text = AuditReport::new(&audit, None).text();
    assert!(text.contains("1 × identifiant en double, la première fiche est gardée [duplicate_id]\n"), "{text}");
    assert!(text.contains("  - métier 8, MET.7, identifiant : déjà dans métier 7\n"), "{text}");
}

#[test]
fn the_order_of_fiches_makes_no_difference() {
    let metiers: Vec<Metier> = toy().catalogue.metiers().iter().map(|metier| Metier::clone(metier)).collect();
    let forwards = Catalogue::from_metiers(metiers.iter().cloned()).catalogue;
    let backwards = Catalogue::from_metiers(metiers.into_iter().rev()).catalogue;
    assert_eq!(Audit::of(&forwards, &[]), Audit::of(&backwards, &[]));
}

/// The folder of data that is not part of the project; nothing, and a word about it, when it is not there.
fn shared(name: &str) -> Option<PathBuf> {
    let root = env::var_os("BOUSSOLE_SHARED")
        .map_or_else(|| Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("../shared"), PathBuf::from);
    let path = root.join("data").join(name);
    if !path.exists() {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}

/// Values from a script in Python (standard library only) that shares no code with this crate: it reads the lines of the fiches with
/// string methods, groups by `frozenset` and scores with the formula of the interest criterion, rounded to nine decimals.
/// The same script gives the same values on the table that the fiches were written from.
#[test]
fn real_fiches_as_computed_elsewhere() {
    let Some(path) = shared("fiches_dev") else { return };
    let loaded = Catalogue::read(path).expect("there are fiches");
    let audit = Audit::of(&loaded.catalogue, &loaded.problems);
    assert_eq!(audit.n_metiers, 440);
    assert_eq!(audit.interest_counts, [20, 93, 115, 139, 54, 11, 6, 2]);
    assert_eq!((audit.interests.len(), audit.interests[0].n_metiers, audit.interests[24].n_metiers), (25, 137, 9));
    let gaps: Vec<usize> = audit.gaps[..5].iter().map(|gap| gap.metiers.len()).collect();
    assert_eq!(gaps, [20, 0, 1, 440, 0], "interests, level, statuses, sectors, ROME codes");
    let shapes: Vec<_> = audit.patterns[..4].iter().map(shape).collect();
    assert_eq!(shapes, [(164, 91, 349), (262, 185, 255), (322, 264, 176), (322, 264, 176)]);
    let largest: Vec<usize> = audit.patterns[0].groups()[..5].iter().map(|group| group.metiers.len()).collect();
    assert_eq!(largest, [20, 17, 13, 12, 12]);
    assert!((audit.patterns[0].entropy_bits() - 6.722_264).abs() < 1e-6);
    assert_eq!((audit.relations.n_never_together, audit.relations.n_pairs), (127, 300));
    let supports: Vec<usize> = audit.relations.implications.iter().map(|implication| implication.n_metiers).collect();
    assert_eq!(supports.iter().sum::<usize>(), 29 + 21 + 19 + 23);
    assert_eq!(supports.len(), 4);
    let interests = Weights::new([(Criterion::Interest, 1.0)]).expect("one weight is above 0");
    let recommender = Recommender::new(loaded.catalogue, interests).expect("there are métiers");
    let found = reachability(&recommender, ReachabilityScope::default(), |_, _| ()).expect("labels have names");
    assert_eq!(found.n_profiles, 2_625);
    assert_eq!((found.reached.len(), found.only_by_tie_break.len(), found.never.len()), (355, 85, 0));
    assert_eq!(found.only_as_filler.len(), 20, "those without interests");
}

fn boussole(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::cargo_bin("boussole").expect("the program is built").args(arguments).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[track_caller]
fn done(arguments: &[&str]) -> String {
    let (code, stdout, stderr) = boussole(arguments);
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{arguments:?}");
    stdout
}

#[test]
fn text_of_the_demonstration() {
    insta::assert_snapshot!(done(&["audit"]));
}

#[test]
fn markdown_says_what_the_text_says() {
    let markdown = done(&["audit", "--format", "markdown", "--no-reachability"]);
    assert!(markdown.starts_with("# Audit du catalogue\n\n## Contenu\n"), "{markdown}");
    let titles = |text: &str, is_title: fn(&str) -> Option<&str>| text.lines().filter_map(is_title).map(str::to_owned).collect();
    let in_markdown: Vec<String> = titles(&markdown, |line| line.strip_prefix("## "));
    let text = done(&["audit", "--no-reachability"]);
    let underlined = text.lines().zip(text.lines().skip(1)).filter(|(_, rule)| rule.starts_with("---"));
    assert_eq!(in_markdown, underlined.map(|(title, _)| title.to_owned()).collect::<Vec<_>>());
    assert!(markdown.contains("| salarié | 123 | 80,9 % |\n"), "{markdown}");
}

#[test]
fn json_of_the_demonstration() {
    let json: Value = serde_json::from_str(&done(&["audit", "--format", "json"])).expect("one document");
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
    let json: Value = serde_json::from_str(&done(&["audit", "--no-reachability", "--format", "json"])).expect("one document");
    assert_eq!(json["reachability"], Value::Null);
    assert!(done(&["audit", "--no-reachability"]).ends_with("\nPortée\n------\nNon calculée.\n"));
}

/// A folder with one fiche that has a problem, gone at the end of the test.
struct Folder(PathBuf);

impl Folder {
    fn with_a_problem(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("boussole-audit-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder in the temporary one");
        let fiche =
            "# botaniste\n**ID:** MET.1\n\n**Niveau d'accès minimum:** Bac + 33\n\n## Centres d'intérêt\n\n- j'aime la nature\n";
        fs::write(folder.join("MET.1.md"), fiche).expect("a file in it");
        Self(folder)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

#[test]
fn problems_are_in_the_result_and_not_beside_it() {
    let folder = Folder::with_a_problem("told");
    let text = done(&["audit", "--catalogue", folder.path()]);
    assert!(text.contains("× niveau d'accès inconnu, laissé de côté [unknown_access_level]\n"), "{text}");
    let json: Value =
        serde_json::from_str(&done(&["audit", "--catalogue", folder.path(), "--format", "json"])).expect("one document");
    let groups = json["problems"].as_array().expect("a list");
    let levels = groups.iter().find(|group| group["kind"] == "unknown_access_level").expect("the problem of the fiche");
    let problem = &levels["problems"][0];
    assert_eq!((&problem["kind"], &problem["found"]), (&"unknown_access_level".into(), &"Bac + 33".into()));
    assert_eq!(problem["place"]["line"], 4);
}

#[test]
fn strict_refuses_without_half_a_result() {
    let folder = Folder::with_a_problem("strict");
    let (code, stdout, stderr) = boussole(&["audit", "--strict", "--catalogue", folder.path()]);
    assert_eq!((code, stdout.as_str()), (Some(1), ""));
    assert!(stderr.starts_with("problem: "), "{stderr}");
    assert!(stderr.contains("problem in the catalogue, and --strict was given\n"), "{stderr}");
}

#[test]
fn strict_takes_every_real_source() {
    for name in ["ideo_dev.xml", "onisep_dev.csv", "fiches_dev"] {
        let Some(path) = shared(name) else { return };
        let path = path.to_str().expect("UTF-8");
        let text = done(&["audit", "--strict", "--no-reachability", "--catalogue", path]);
        assert!(text.contains("\n440 métiers, "), "{name}: {text}");
        done(&["recommend", "--strict", "--quiet", "--likes", "j'aime bouger", "--catalogue", path]);
    }
}

/// The statuses of this file have the identifiers of their places in the list, which no one can repair and which costs nothing.
#[test]
fn identifiers_that_number_places_are_a_remark() {
    let Some(path) = shared("ideo_dev.xml") else { return };
    let loaded = Catalogue::read(path).expect("there are fiches");
    assert_eq!(loaded.problems, []);
    let audit = Audit::of(&loaded.catalogue, &loaded.problems);
    let text = AuditReport::new(&audit, None).markdown();
    let remark = "À savoir : les identifiants des statuts (T-ITM.100 à T-ITM.103) numérotent les places dans chaque liste et ne désignent \
                  aucun libellé ; ils ne sont pas gardés, les libellés le sont tous.\n";
    assert!(text.contains(remark), "{text}");
    assert!(text.contains("Aucun problème rencontré à la lecture."), "{text}");
    let json: Value = serde_json::from_str(&AuditReport::new(&audit, None).json()).expect("one document");
    let ids = ["T-ITM.100", "T-ITM.101", "T-ITM.102", "T-ITM.103"];
    assert_eq!(json["place_numbers"], serde_json::json!([{"field": "statuses", "ids": ids}]));
}

/// Real data, damaged in three ways: every damage is told with its line, every other fiche is kept, `--strict` fails.
#[test]
fn a_damaged_real_file_fails_with_its_lines() {
    let Some(path) = shared("ideo_dev.xml") else { return };
    let whole = fs::read_to_string(path).expect("a text");
    let damaged = whole
        .replacen("<libelle>Bac + 5</libelle>", "<libelle>Bac + 55</libelle>", 1)
        .replacen("<id>T-ITM.101</id><libelle>", "<id>T-ITM.100</id><libelle>", 1)
        .replacen("<nom_metier>testeur / testeuse</nom_metier>", "<nom_metier>testeur / testeuse", 1);
    let line_of = |text: &str, behind: &str| {
        let from = damaged.find(behind).expect("is there");
        1 + damaged[..from + damaged[from..].find(text).expect("is behind it")].matches('\n').count()
    };
    let folder = Folder::with_a_problem("damaged");
    let file = folder.0.join("ideo.xml");
    fs::write(&file, &damaged).expect("a file in the folder");
    let file = file.to_str().expect("UTF-8");
    let loaded = Catalogue::read(file).expect("the other fiches");
    assert_eq!(loaded.catalogue.len(), 439);
    let (code, stdout, stderr) = boussole(&["audit", "--strict", "--catalogue", file]);
    assert_eq!((code, stdout.as_str()), (Some(1), ""));
    for expected in [
        format!("problem: {file}:{}: MET.9100365: expected well-formed XML", line_of("</metier>", "testeur / testeuse")),
        format!("problem: {file}:{}: MET.", line_of("Bac + 55", "")),
        "expected one label for the id « T-ITM.100 »".to_owned(),
    ] {
        assert!(stderr.contains(&expected), "{expected}\n{stderr}");
    }
}
