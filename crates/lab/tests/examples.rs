//! Every file in `examples` runs, and says something.
//!
//! - Each example, without arguments, ends with status 0, a result on standard output and nothing on standard error.
//! - What `recommend` and `explain` print is in `tests/snapshots`; refresh it with `INSTA_UPDATE=always cargo test --test examples`.
//! - An example has at most 60 lines; a folder of `examples` is a small program, and is run by `.ci/run`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use assert_cmd::assert::OutputAssertExt;

/// The most lines of an example, so that it can be read at a glance.
const MAX_LINES: usize = 60;

/// The names of the examples, sorted.
fn names() -> Vec<String> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("examples");
    let paths = fs::read_dir(folder).expect("there are examples").map(|entry| entry.expect("can be listed").path());
    let sources = paths.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let mut names: Vec<String> =
        sources.map(|path| path.file_stem().expect("has a name").to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The compiled example: `cargo test` puts it beside the folder of the tests. If it is not there, it is built now.
fn compiled(name: &str) -> PathBuf {
    let test = env::current_exe().expect("this test is a file");
    let target = test.parent().and_then(Path::parent).expect("tests are in a folder of the target folder");
    let path = target.join("examples").join(format!("{name}{}", env::consts::EXE_SUFFIX));
    if !path.exists() {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).args([
            "build",
            "--quiet",
            "--all-features",
            "--example",
            name,
        ]);
        cargo.assert().success();
    }
    path
}

fn output(name: &str) -> String {
    let assert = Command::new(compiled(name)).assert().success().stderr("");
    String::from_utf8(assert.get_output().stdout.clone()).expect("output is UTF-8")
}

#[test]
fn every_example_runs_and_says_something() {
    let names = names();
    assert!(names.contains(&"recommend".to_owned()), "{names:?}");
    for name in names {
        assert!(!output(&name).trim().is_empty(), "{name} says nothing");
    }
}

#[test]
fn recommend_prints_scores_and_reasons() {
    insta::assert_snapshot!("example_recommend", output("recommend"));
}

#[test]
fn explain_prints_why_what_if_and_how_sure() {
    insta::assert_snapshot!("example_explain", output("explain"));
}

#[test]
fn examples_are_short() {
    for name in names() {
        let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("examples").join(format!("{name}.rs"));
        let n_lines = fs::read_to_string(path).expect("is there").lines().count();
        assert!(n_lines <= MAX_LINES, "{name}: expected at most {MAX_LINES} lines, found {n_lines}");
    }
}
