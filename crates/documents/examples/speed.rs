//! Prints what a recommendation costs as a document, in µs: the median of rounds over the students of `fixtures/identity`.
//! `bindings/web/bench.js` compares WebAssembly with it.
//!
//! ```sh
//! cargo run --release -p boussole-documents --example speed -- 15
//! ```

#![allow(clippy::disallowed_types, reason = "a measurement reads the clock")]

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use boussole_documents::{Advisor, Shelf};

/// The students, a profile per line.
const PROFILES: &str = include_str!("../../../fixtures/identity/profiles.jsonl");

fn main() -> Result<(), Box<dyn Error>> {
    let n_rounds: usize = std::env::args().nth(1).map_or(Ok(1), |number| number.parse())?;
    let advisor = Advisor::new(Shelf::demo().catalogue(), "")?;
    let profiles: Vec<&str> = PROFILES.lines().collect();
    let mut rounds = Vec::new();
    for _ in 0..n_rounds.max(1) {
        let start = Instant::now();
        for profile in &profiles {
            black_box(advisor.recommend(profile, r#"{"stability": false}"#)?);
        }
        rounds.push(start.elapsed().as_secs_f64() * 1e6 / profiles.len() as f64);
    }
    rounds.sort_by(f64::total_cmp);
    println!("{:.1}", rounds[rounds.len() / 2]);
    Ok(())
}
