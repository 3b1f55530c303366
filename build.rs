//! Writes the lists of what is compiled in: the fiches of the demonstration catalogue and the reference profiles.

#![allow(clippy::disallowed_methods, reason = "a build script reads and writes files")]

use std::fmt::Write as _;
use std::path::Path;
use std::{env, error, fs};

fn main() -> Result<(), Box<dyn error::Error>> {
    let fixtures = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("fixtures");
    let out = env::var("OUT_DIR")?;
    list(&fixtures.join("fiches"), ".md", "include_bytes", &Path::new(&out).join("demo_fiches.rs"))?;
    list(&fixtures.join("profiles"), ".toml", "include_str", &Path::new(&out).join("reference_profiles.rs"))
}

/// Writes an array of name and content of each file with this ending; an empty one without the folder.
fn list(folder: &Path, ending: &str, include: &str, to: &Path) -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            let name = entry?.file_name().into_string().map_err(|name| format!("{} is no UTF-8", name.display()))?;
            if name.ends_with(ending) {
                names.push(name);
            }
        }
    }
    names.sort();
    let mut list = String::from("&[\n");
    for name in names {
        let path = folder.join(&name);
        let path = path.to_str().ok_or("the path of the package is no UTF-8")?;
        writeln!(list, "    ({name:?}, {include}!({path:?})),")?;
    }
    list.push_str("]\n");
    fs::write(to, list)?;
    Ok(())
}
