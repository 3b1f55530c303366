//! Makes a constant for each message of `src/words/fr.ftl`, so that asking for a message that does not exist does not compile.

#![allow(clippy::disallowed_methods, reason = "a build script reads the package and writes to the build folder")]

use std::{env, fs, path::Path};

/// The file that names the messages; a test holds the other languages to it.
const MESSAGES: &str = "src/words/fr.ftl";

/// Messages whose names begin so are said only with the feature of the same name.
const GATED: [&str; 3] = ["evaluation", "simulation", "tuning"];

fn main() {
    println!("cargo::rerun-if-changed={MESSAGES}");
    let folder = env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let text = fs::read_to_string(Path::new(&folder).join(MESSAGES)).expect("the messages are in the package");
    let is_id = |id: &&str| id.starts_with(|first: char| first.is_ascii_lowercase());
    let ids = text.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id).filter(is_id);
    let constant = |id: &str| {
        let name = id.to_uppercase().replace('-', "_");
        let gate = GATED.iter().find(|part| id.starts_with(**part) && id[part.len()..].starts_with('-'));
        let gate = gate.map_or_else(String::new, |part| format!("#[cfg(feature = \"{part}\")]\n"));
        format!("/// The message `{id}`.\n{gate}pub(crate) const {name}: Message = Message(\"{id}\");\n")
    };
    let code: String = ids.map(constant).collect();
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("messages.rs"), code).expect("the build folder can be written to");
}
