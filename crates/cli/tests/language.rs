//! In which language the program speaks.
//!
//! - Results follow `--language`, for every command that prints words.
//! - What it says on standard error about files and options is plain English whatever the language, and so is `--help`.

mod support;

use support::{boussole, printed};

const LINA: &str = "fixtures/profiles/lina.toml";

/// Commands that print words, and what makes them fail.
const COMMANDS: [&[&str]; 8] = [
    &["recommend", "--profile", LINA],
    &["explain", "MET.171", "--profile", LINA],
    &["compare", "MET.171", "MET.547", "--profile", LINA],
    &["whatif", "MET.171", "--profile", LINA],
    &["stability", "--profile", LINA],
    &["ladder", "--profile", LINA],
    &["class", LINA],
    &["audit"],
];

#[test]
fn results_follow_the_language() {
    for command in COMMANDS {
        let [french, english] = ["fr", "en"].map(|language| printed(&[command, &["--language", language]].concat()));
        assert_ne!(french, english, "{command:?}");
        for word in ["Tu as dit", "À retenir", "Ce sont des pistes", "métiers comparés"] {
            assert!(!english.contains(word), "{command:?}: {word} in {english}");
        }
    }
}

#[test]
fn errors_and_help_are_plain_english() {
    for command in COMMANDS {
        let bad = [command, &["--catalogue", "absent.csv"]].concat();
        let told = |language: &str| {
            let run = boussole(&[&bad[..], &["--language", language]].concat()).assert().failure().stdout("");
            String::from_utf8_lossy(&run.get_output().stderr).into_owned()
        };
        let (french, english) = (told("fr"), told("en"));
        assert_eq!(french, english, "{command:?}");
        assert!(french.contains("absent.csv") && !french.contains('é'), "{french}");
        let help = printed(&[command[0], "--help"]);
        assert!(help.contains("Usage: boussole") && !help.contains(" les "), "{help}");
    }
}
