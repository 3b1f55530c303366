//! Ranks the demonstration catalogue for one profile and prints each métier with its score and where the score comes from.
//!
//! Run it with `cargo run --example recommend [PROFILE.toml]`.

use std::error::Error;
use std::{env, fs};

use boussole::{Catalogue, Profile, Recommender, Weights};

fn main() -> Result<(), Box<dyn Error>> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/profiles/lina.toml");
    let path = env::args().nth(1).unwrap_or_else(|| default.to_owned());
    let profile = Profile::from_toml(&fs::read_to_string(path)?)?;

    let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    let ranking = recommender.recommend(&profile, 3)?;

    for recommendation in &ranking {
        println!("{:>2}. {}: {:.4}", recommendation.standing.rank, recommendation.title(), recommendation.score());
        for term in recommendation.explanation.contributions() {
            let feature = term.feature.unwrap_or("(neutral part)");
            println!("    {:+.4}  {}: {feature}", term.points, term.criterion);
        }
        for criterion in recommendation.explanation.missing() {
            println!("            {criterion}: the sheet does not say");
        }
    }
    println!("{} métiers were ranked.", ranking.n_ranked);
    Ok(())
}
