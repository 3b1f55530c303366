//! What the README prints is what this crate compiles: the lines of its manifest, and the program, which ranks and explains.

use std::process::Command;

const README: &str = include_str!("../../../README.md");

/// The block of the README in a language, inside the part « In an app ».
fn block(language: &str) -> &'static str {
    let part = README.split("\n## In an app\n").nth(1).expect("the README has this part");
    let block = part.split(&format!("\n```{language}\n")).nth(1).expect("the part has this block");
    block.split("```").next().expect("a block ends")
}

#[test]
fn the_manifest_is_the_one_that_is_printed() {
    let manifest = include_str!("../Cargo.toml");
    assert_eq!(&manifest[manifest.find("[dependencies]").expect("has dependencies")..], block("toml"));
}

#[test]
fn the_program_is_the_one_that_is_printed() {
    let (docs, program) =
        include_str!("../examples/readme.rs").split_once("\n\n").expect("a line of documentation, then the program");
    assert!(docs.starts_with("//!"));
    assert_eq!(program, block("rust"));
}

#[test]
fn the_program_ranks_and_explains() {
    let arguments = ["run", "--quiet", "--profile", "test", "--package", "app-snippet", "--example", "readme"];
    let output = Command::new(env!("CARGO")).args(arguments).output().expect("it runs");
    let text = String::from_utf8(output.stdout).expect("it prints UTF-8");
    assert!(output.status.success());
    assert_eq!(text.lines().filter(|line| !line.starts_with(' ')).count(), 10);
    assert!(text.contains("  interest Some(\"j'ai le sens du contact\") +0."), "{text}");
}
