//! Prints the SHA-256 of documents that must have the same bytes on every machine, as `fixtures/identity/sha256.txt` holds them.
//!
//! ```sh
//! cargo run --release --example identity
//! ```

use std::error::Error;

use boussole_lab::identity::{PROFILES, sums};

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", sums(PROFILES)?);
    Ok(())
}
