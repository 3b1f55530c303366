//! What data owners type: sources that join, targets of an audit, and the conventions of other evaluators.

mod support;

use support::{Folder, boussole, printed};

const FICHES: &str = "<metiers><metier><identifiant>MET.1</identifiant><nom_metier>mime</nom_metier>\
    <centres_interet>j'ai le sens du contact</centres_interet><niveau_acces_min>Bac</niveau_acces_min></metier>\
    <metier><identifiant>MET.2</identifiant><nom_metier>clown</nom_metier></metier></metiers>";

fn stderr(arguments: &[&str], code: i32) -> String {
    let assert = boussole(arguments).assert().code(code);
    String::from_utf8(assert.get_output().stderr.clone()).expect("messages are UTF-8")
}

#[test]
fn sources_complement_each_other_by_identifier() {
    let folder = Folder::new("data_join");
    folder.write("fiches.xml", FICHES);
    folder.write(
        "domains.csv",
        "id;libelle;domaines;codes_rome;niveau\nMET.1;MIME;arts/cirque;L1204;Bac + 2\nMET.3;jongleur;arts/cirque;L1204;\n",
    );
    let (fiches, domains, output) = (folder.file("fiches.xml"), folder.file("domains.csv"), folder.file("all.json"));
    let told = stderr(&["convert", "--catalogue", &fiches, "--catalogue", &domains, "--output", &output], 0);
    let expected = format!(
        "problem: {domains}:2: access level: expected the value of {fiches}:1, found « Bac + 2 » where it has « Bac ou équivalent »; \
         correct one, the first is kept\n"
    );
    assert_eq!(told, expected);
    let json = std::fs::read_to_string(&output).expect("was written");
    for fact in
        ["\"interests\":[\"j'ai le sens du contact\"],\"domains\":[\"arts/cirque\"]", "\"rome_codes\":[\"L1204\"]", "MET.3"]
    {
        assert!(json.contains(fact), "{fact} in {json}");
    }
    let strict = stderr(&["convert", "--strict", "--catalogue", &fiches, "--catalogue", &domains, "--output", &output], 1);
    assert!(strict.ends_with("1 problem in the catalogue, and --strict was given\n"), "{strict}");
}

#[test]
fn an_audit_says_what_falls_short_of_its_targets() {
    let folder = Folder::new("data_require");
    let audit = |targets: &str, code| {
        folder.write("fiches.xml", FICHES);
        let path = folder.write("targets.toml", targets);
        let path = path.to_str().expect("is UTF-8").to_owned();
        let told = stderr(&["audit", "--quiet", "--catalogue", &folder.file("fiches.xml"), "--require", &path], code);
        told.replace(&path, "<targets>")
    };
    assert_eq!(audit("interests = 0.5\nlevel = 0.5\nproblems = 0\ndistinct_patterns = 1\nreachable = 0\n", 0), "");
    assert_eq!(
        audit("interests = 0.95\ntrainings = 0.1\n", 1),
        "boussole: <targets>: interests: expected at least 0.95 of the métiers, found 0.5000 (1 of 2)\n\
         trainings: expected at least 0.1 of the métiers, found 0.0000 (0 of 2)\n"
    );
    assert_eq!(audit("doubtful_names = 0\nown_lost = 0\n", 0), "");
    assert_eq!(audit("problems = nan\n", 1), "boussole: <targets>: problems: expected a number from 0, found NaN\n");
    let unknown = audit("interets = 1\n", 1);
    assert!(unknown.starts_with("boussole: <targets>: expected one of interests, access_level, "), "{unknown}");
    assert!(unknown.ends_with(", reachable, problems, doubtful_names, own_lost, found « interets »\n"), "{unknown}");
    assert_eq!(audit("interests = 95\n", 1), "boussole: <targets>: interests: expected a share from 0 to 1, found 95\n");
}

#[test]
fn an_audit_holds_down_doubtful_names() {
    let folder = Folder::new("data_faults");
    folder
        .write("fiches.csv", "id;libelle;libelle_feminin;libelle_masculin\nMET.1;mime;;\nMET.2;x;médicale;biologiste médical\n");
    let path = folder.write("targets.toml", "doubtful_names = 0\n").display().to_string();
    let told = stderr(&["audit", "--quiet", "--catalogue", &folder.file("fiches.csv"), "--require", &path], 1);
    assert_eq!(told.replace(&path, "<targets>"), "boussole: <targets>: doubtful_names: expected at most 0, found 1\n");
}

/// Who likes « danser » and « chanter » is also taken to like the sector of ten métiers of eleven, so the eleventh is not among their ten.
#[test]
fn an_audit_holds_down_metiers_that_their_own_students_are_not_shown() {
    let folder = Folder::new("data_lost");
    let row = |number: usize, interests: &str, sector: &str| format!("MET.{number};mime {number};{interests};{sector}\n");
    let ten: String = (1..=10).map(|number| row(number, "danser|chanter", "Spectacle")).collect();
    let others = row(11, "danser|chanter", "Commerce") + &row(12, "compter", "Commerce");
    folder.write("fiches.csv", format!("id;libelle;centres_interet;secteurs\n{ten}{others}"));
    let audit = |most: usize, code| {
        let path = folder.write("targets.toml", format!("own_lost = {most}\n")).display().to_string();
        stderr(&["audit", "--quiet", "--catalogue", &folder.file("fiches.csv"), "--require", &path], code)
            .replace(&path, "<targets>")
    };
    assert_eq!(audit(1, 0), "");
    assert_eq!(audit(0, 1), "boussole: <targets>: own_lost: expected at most 0, found 1\n");
}

/// Every file of a folder is read or told once; a README beside fiches is neither.
#[test]
fn every_file_of_a_folder_is_read_or_told_once() {
    let folder = Folder::new("data_folder");
    std::fs::create_dir_all(folder.file("fiches/plus")).expect("can be made");
    for (name, text) in [
        ("fiches/a.xml", FICHES),
        ("fiches/b.md", "# mime\n**ID:** MET.8\n"),
        ("fiches/plus/c.csv", "id;libelle\nMET.9;clown\n"),
        ("fiches/README.md", "# Fiches\n\nCe dossier.\n\n## Usage\n\nRien.\n"),
        ("fiches/photo.jpg", "x"),
        ("fiches/notes.docx", "x"),
        ("fiches/.cache", "x"),
    ] {
        folder.write(name, text);
    }
    let source = folder.file("fiches");
    let told = stderr(&["convert", "--catalogue", &source, "--output", &folder.file("all.json")], 0);
    let expected = format!(
        "problem: {source}: expected files that can be read, found 2 others (« notes.docx », « photo.jpg »); remove them or give them another \
         form, they are left out\n"
    );
    assert_eq!(told, expected);
    let json = std::fs::read_to_string(folder.file("all.json")).expect("was written");
    let found: Vec<&str> = json.split("\"id\":\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(found, ["MET.1", "MET.2", "MET.8", "MET.9"]);
}

#[test]
fn no_metric_is_minus_zero_and_other_names_are_read() {
    let folder = Folder::new("data_evaluate");
    folder.write("q.txt", "q1 0 d1 2\nq1 0 d2 0\nq1 0 d3 1\nq2 0 d1 1\n");
    folder.write("empty.txt", "");
    folder.write("run.txt", "q1 Q0 d3 1 0.9 t\nq1 Q0 d1 2 0.8 t\n");
    let evaluate = |run: &str, more: &[&str]| {
        let arguments = ["evaluate", "--qrels", &folder.file("q.txt"), "--run", &folder.file(run)];
        printed(&[&arguments[..], more].concat())
    };
    let all = ["--metrics", "ndcg_cut_10,P_5,recip_rank,success_1,map,dcg@10,recall.5"];
    for format in ["text", "json", "markdown"] {
        let empty = evaluate("empty.txt", &[&all[..], &["--format", format]].concat());
        assert!(!empty.contains("-0"), "{empty}");
    }
    let mean = |level: &str, metric: &str| {
        let json = evaluate("run.txt", &["--metrics", metric, "--relevance-level", level, "--format", "json", "--per-query"]);
        let json: serde_json::Value = serde_json::from_str(&json).expect("is JSON");
        json["per_query"]["q1"][metric].as_f64().unwrap_or_else(|| panic!("{json}"))
    };
    // The first of the list has gain 1, the second gain 2.
    assert_eq!((mean("0", "rr"), mean("2", "rr")), (1.0, 0.5));
    assert_eq!(mean("0", "dcg@10"), mean("2", "dcg@10"));
}
