//! Asks why one métier comes before another, what would change that, and how sure the list is, for one profile.
//!
//! Run it with `cargo run --example explain [PROFILE.toml]`.

use std::error::Error;
use std::{env, fs};

use boussole::inquiry::{contrast, counterfactual, stability};
use boussole::{Catalogue, Profile, Recommender, Weights};
use boussole_report::{ContrastReport, Report, StabilityReport, Voice, WhatIfReport};

/// How many métiers the student is shown.
const TOP: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/profiles/maelle.toml");
    let path = env::args().nth(1).unwrap_or_else(|| default.to_owned());
    let profile = Profile::from_toml(&fs::read_to_string(path)?)?;

    let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    let ranking = recommender.recommend(&profile, TOP + 1)?;
    let [first, .., next] = ranking.recommendations.as_slice() else { return Ok(()) };
    let (first, next) = (&first.metier.id, &next.metier.id);

    let voice = Voice::default();
    let why = contrast(&recommender, &profile, first, next)?;
    println!("{}", ContrastReport::new(&why).text(voice));

    // The sum is exact: no term is left out, none is rounded away.
    let sum: boussole::Points = why.terms().iter().map(|term| term.points).sum();
    assert_eq!(sum, why.difference());

    let what_if = counterfactual(&recommender, &profile, next, TOP)?;
    println!("{}", WhatIfReport::new(&what_if).text(voice));

    let sure = stability(&recommender, &profile, TOP)?;
    print!("{}", StabilityReport::new(&sure).text(voice));
    Ok(())
}
