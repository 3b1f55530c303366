//! Data that may lie beside the project and is never copied into it.

use std::env;
use std::path::{Path, PathBuf};

/// The path of a file or folder of the shared data, or nothing, with a message, where it is absent.
///
/// It is looked for in the folder that the variable `BOUSSOLE_SHARED` names, or else in `../shared`.
pub(crate) fn shared(relative: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let path = env::var_os("BOUSSOLE_SHARED").map_or_else(beside, PathBuf::from).join(relative);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: there is no {}", path.display());
    None
}
