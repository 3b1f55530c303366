//! `--diversity` and empty results on the command line.
//!
//! Properties:
//! - without the flag, and with `none`, nothing in the output speaks of diversity;
//! - with it, JSON and text say from which rank a métier came and why, and the gains explain the order;
//! - what is no method or no λ is a usage error;
//! - an empty result says which filter to loosen.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::process::Output;

use serde_json::Value;

const LIKES: [&str; 4] = ["--likes", "j'ai le sens du contact", "j'aime la nature", "j'aime jongler avec les chiffres"];

fn recommend(arguments: &[&str]) -> Output {
    assert_cmd::Command::cargo_bin("boussole").unwrap().arg("recommend").args(arguments).output().unwrap()
}

#[track_caller]
fn stdout(arguments: &[&str]) -> String {
    let output = recommend(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ").replace('’', "'")
}

fn liked(arguments: &[&str]) -> String {
    stdout(&[&LIKES, arguments].concat())
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&liked(&[arguments, &["--format", "json"]].concat())).unwrap()
}

#[test]
fn off_by_default() {
    for format in ["text", "json", "markdown"] {
        let plain = liked(&["--format", format]);
        assert_eq!(plain, liked(&["--format", format, "--diversity", "none"]));
        assert!(!plain.contains("diversit") && !plain.contains("moved") && !plain.contains("loosen"));
    }
}

#[test]
fn json_says_where_each_came_from_and_why() {
    let raw = json(&["--top", "100"]);
    for (flag, name) in [("xquad", "xquad=0.5"), ("xquad=0.8", "xquad=0.8"), ("mmr", "mmr=0.9"), ("mmr=0.5", "mmr=0.5")] {
        let varied = json(&["--diversity", flag]);
        assert_eq!(varied["diversity"], name);
        let list = varied["recommendations"].as_array().unwrap();
        let sums = list.iter().map(|one| {
            let gain = |name: &str| one["moved"][name].as_f64().unwrap();
            gain("relevance_gain") + gain("diversity_gain")
        });
        let sums: Vec<f64> = sums.skip(1).collect();
        assert!(sums.is_sorted_by(|upper, lower| *lower <= upper + 1e-9), "{sums:?}");
        for one in list {
            let raw_rank = one["moved"]["raw_rank"].as_u64().unwrap();
            assert_eq!(raw["recommendations"][usize::try_from(raw_rank).unwrap() - 1]["id"], one["id"]);
            assert_eq!(one["moved"]["aspect"].is_null(), one["moved"]["n_above_with_aspect"].is_null());
        }
        assert!(list.iter().any(|one| one["moved"]["raw_rank"] != one["rank"]), "{flag}");
        let has_aspect = list.iter().any(|one| one["moved"]["aspect"].is_string());
        assert_eq!(has_aspect, flag.starts_with("xquad"));
    }
}

#[test]
fn text_says_from_which_rank_and_why() {
    let why = [
        "passent devant.",
        "ne couvrent pas encore.",
        "couvre déjà.",
        "couvrent déjà.",
        "plus proche de ceux qui sont au-dessus.",
    ];
    for flag in ["xquad=0.8", "mmr=0.5"] {
        for format in ["text", "markdown"] {
            let text = liked(&["--diversity", flag, "--format", format]);
            let moved: Vec<&str> = text.lines().filter(|line| line.contains("Ce métier est placé ici (rang ")).collect();
            assert!(!moved.is_empty() && moved.iter().all(|line| why.iter().any(|why| line.ends_with(why))), "{moved:?}");
            assert!(text.contains("Cette liste est variée"));
            assert!(!text.contains("leur ordre a été tiré au sort"));
        }
    }
}

#[test]
fn no_method_and_no_lambda_are_usage_errors() {
    for (flag, message) in [
        ("dpp", "expected « none », « xquad », « mmr », « xquad=λ » or « mmr=λ », found « dpp »"),
        ("mmr=2", "expected λ from 0 to 1 after « mmr= », such as « mmr=0.5 », found « 2 »"),
        ("xquad=x", "expected λ from 0 to 1 after « xquad= », such as « xquad=0.5 », found « x »"),
    ] {
        let output = recommend(&["--diversity", flag]);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(output.stdout, b"");
        let first = format!("error: invalid value '{flag}' for '--diversity <METHOD[=λ]>': {message}");
        assert_eq!(String::from_utf8(output.stderr).unwrap().lines().next(), Some(&*first));
    }
}

#[test]
fn an_empty_result_says_which_filter_to_loosen() {
    let folder = std::env::temp_dir().join(format!("boussole-diversity-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("profile.toml");
    let profile =
        "[gates]\nmax_access_level = \"sans diplôme\"\nstatuses = [\"fonctionnaire\"]\n[metiers]\nexclude = [\"MET.578\"]\n";
    fs::write(&path, profile).unwrap();
    let profile = ["--profile", path.to_str().unwrap()];
    let (text, document) = (stdout(&profile), stdout(&[&profile[..], &["--format", "json"]].concat()));
    let markdown = stdout(&[&profile[..], &["--format", "markdown"]].concat());
    fs::remove_dir_all(&folder).unwrap();

    let document: Value = serde_json::from_str(&document).unwrap();
    assert_eq!(document["n_ranked"], 0);
    let loosen: Vec<(&str, u64, Option<&str>)> = document["loosen"].as_array().unwrap().iter().map(loosening).collect();
    let (level, n_level, lowest) = loosen[1];
    assert_eq!(loosen, [("exclude", 1, None), (level, n_level, lowest), ("statuses", 1, None)]);
    assert_eq!((level, lowest), ("max_access_level", Some("diplôme national du brevet")));
    let lines = [
        "Des pistes à explorer, d'après tes réponses",
        "",
        "Aucun métier ne passe tes filtres.",
        "Si tu enlèves ta liste de métiers à ne pas voir, 1 métier revient.",
        &format!(
            "Si tu enlèves ton filtre de niveau « Sans diplôme », {n_level} métiers reviennent. \
             Il suffit d'accepter le niveau « Diplôme national du brevet (DNB) » pour en voir."
        ),
        "Si tu enlèves ton filtre de statut, 1 métier revient.",
    ];
    assert_eq!(text.lines().take(lines.len()).collect::<Vec<_>>(), lines);
    assert!(lines[2..].iter().all(|line| markdown.contains(line)), "{markdown}");
}

fn loosening(one: &Value) -> (&str, u64, Option<&str>) {
    (one["reason"].as_str().unwrap(), one["n_metiers"].as_u64().unwrap(), one["lowest_level"].as_str())
}
