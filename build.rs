//! Writes the list of the fiches in `fixtures/fiches`, so that the demonstration catalogue holds all of them.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, error, fs};

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=fixtures/fiches");
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("fixtures/fiches");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let name = entry?.file_name().into_string().map_err(|name| format!("{} is no UTF-8", name.display()))?;
        if Path::new(&name).extension().is_some_and(|extension| extension == "md") {
            names.push(name);
        }
    }
    names.sort();
    let mut list = String::from("&[\n");
    for name in names {
        let path = folder.join(&name);
        let path = path.to_str().ok_or("the path of the package is no UTF-8")?;
        writeln!(list, "    ({name:?}, include_bytes!({path:?})),")?;
    }
    list.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("demo_fiches.rs"), list)?;
    Ok(())
}
