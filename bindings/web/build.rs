//! Writes the demonstration as the data that every app may bring instead: a catalogue in its canonical form, and questions as JSON. So the module needs no
//! reader of Markdown or TOML for it.

fn main() {
    #[cfg(feature = "demo")]
    demonstration::write();
}

#[cfg(feature = "demo")]
mod demonstration {
    #![allow(clippy::disallowed_methods, reason = "a build script writes to the build folder")]

    use std::path::PathBuf;
    use std::{env, fs};

    use boussole_documents::{Interviewer, Shelf};

    pub(super) fn write() {
        println!("cargo::rerun-if-changed=build.rs");
        let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
        let write = |name: &str, text: String| fs::write(out.join(name), text).expect("the build folder can be written to");
        let shelf = Shelf::demo();
        write("catalogue.json", shelf.catalogue().to_json());
        let questions = Interviewer::demo(shelf.catalogue()).questions();
        write("questions.json", format!("{{\"schema\":\"boussole/quiz/1\",\"question\":{questions}}}\n"));
    }
}
