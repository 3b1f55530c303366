//! Prints the tables of ratios from what `cargo bench` measured, and draws how cost grows.
//!
//! `cargo bench`, then `cargo run --release --example bench_table [-- PICTURE.svg]`; or `just bench`, which does both.

use boussole_lab::bench_table::{Estimates, picture, tables};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let estimates = Estimates::read();
    if estimates.is_empty() {
        println!("No benchmark was run yet: run `cargo bench` first.");
        return Ok(());
    }
    println!("{}", tables(&estimates));
    if let Some(path) = std::env::args().nth(1) {
        std::fs::write(&path, picture(&estimates))?;
        println!("wrote {path}");
    }
    Ok(())
}
