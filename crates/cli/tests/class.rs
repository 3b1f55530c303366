//! `boussole class`, and names in place of identifiers.
//!
//! - Every pupil is on the page with their likes and first métiers, in the order given; what two share is said with its count.
//! - A saved session of a quiz is a pupil like a profile.
//! - A line that cannot be read is told with its number, and the rest is shown.
//! - A clear name stands for an identifier; otherwise métiers to choose from are offered, in the language asked for.

mod support;

use support::{Folder, boussole, plain, printed};

const LINA: &str = "fixtures/profiles/lina.toml";
const MAELLE: &str = "fixtures/profiles/maelle.toml";

#[test]
fn two_pupils_stand_side_by_side() {
    let text = printed(&["class", LINA, MAELLE]);
    assert!(text.starts_with("La classe : 2 élèves\n"), "{text}");
    let (lina, maelle) = (text.find("\nlina\n").expect("is there"), text.find("\nmaelle\n").expect("is there"));
    assert!(lina < maelle);
    let english = printed(&["class", LINA, MAELLE, "--language", "en"]);
    assert!(english.starts_with("The class: 2 students\n"), "{english}");
    let html = printed(&["class", LINA, MAELLE, "--format", "html"]);
    assert_eq!(html.matches("<article class=\"pupil\">").count(), 2);
    assert_eq!(html.matches("class=\"notes\"").count(), 2);
}

#[test]
fn what_a_class_shares_is_counted() {
    let folder = Folder::new("class_shared");
    let line = |id: &str, label: &str| format!("{{\"id\": \"{id}\", \"interests\": {{\"{label}\": 1.0}}}}\n");
    let lines =
        line("Noé", "j'aime la nature") + &line("Inès", "j'aime la nature") + "perhaps\n" + &line("Karim", "j'aime bouger");
    let path = folder.write("class.jsonl", lines);
    let run = boussole(&["class", "--profiles", path.to_str().expect("is UTF-8")]).assert().code(1);
    let told = |bytes: &[u8]| plain(&String::from_utf8_lossy(bytes));
    let (out, err) = (told(&run.get_output().stdout), told(&run.get_output().stderr));
    assert!(out.contains("2 élèves sur 3 disent oui à « j'aime la nature »."), "{out}");
    assert!(!out.contains("disent oui à « j'aime bouger »"), "{out}");
    assert!(err.contains("class.jsonl: line 3: expected a profile with an \"id\""), "{err}");
}

#[test]
fn a_saved_session_is_a_pupil() {
    let folder = Folder::new("class_session");
    let session = r#"{"schema": "boussole/session/2", "given": [{"question": "art-1", "answer": "yes"}]}"#;
    let path = folder.write("zoé.json", session);
    let text = printed(&["class", LINA, path.to_str().expect("is UTF-8")]);
    let zoe = text.split_once("\nzoé\n").expect("is there").1;
    assert!(plain(zoe).contains("je rêve d'un métier artistique"), "{text}");
    let wrong = folder.write("max.json", session.replace("art-1", "art-9"));
    let run = boussole(&["class", LINA, wrong.to_str().expect("is UTF-8")]).assert().code(1);
    let err = plain(&String::from_utf8_lossy(&run.get_output().stderr));
    assert!(err.contains("max.json: session: expected a question of the quiz, found « art-9 »"), "{err}");
    assert!(String::from_utf8_lossy(&run.get_output().stdout).contains("lina"), "the rest is shown");
}

#[test]
fn a_clear_name_stands_for_an_identifier() {
    let by_id = printed(&["explain", "MET.171", "--profile", LINA, "--format", "json"]);
    assert_eq!(printed(&["explain", "vétérinaire", "--profile", LINA, "--format", "json"]), by_id);
    let compared = printed(&["compare", "Vétérinaire", "agricultrice", "--profile", LINA]);
    assert_eq!(compared, printed(&["compare", "MET.171", "MET.547", "--profile", LINA]));
    assert_eq!(printed(&["whatif", "botaniste", "--profile", LINA]), printed(&["whatif", "MET.424", "--profile", LINA]));
}

#[test]
fn an_unclear_name_comes_with_metiers_to_choose_from() {
    let told = |arguments: &[&str]| {
        let run = boussole(arguments).assert().code(1).stdout("");
        plain(&String::from_utf8_lossy(&run.get_output().stderr))
    };
    let several = told(&["explain", "conseiller", "--profile", LINA]);
    assert!(several.contains("métiers peuvent s'appeler « conseiller »") && several.contains("MET."), "{several}");
    let none = told(&["whatif", "veterinere", "--profile", LINA]);
    assert!(
        none.contains("Aucun métier n'a pour nom ou pour identifiant « veterinere »") && none.contains("Vétérinaire (MET.171)"),
        "{none}"
    );
    let english = told(&["whatif", "veterinere", "--profile", LINA, "--language", "en"]);
    assert!(english.contains("No occupation has the name or identifier “veterinere”"), "{english}");
    let missing = told(&["explain", "MET.1710", "--profile", LINA]);
    assert!(missing.contains("(MET.171)"), "{missing}");
}
