//! The program of the README, as it is printed there.

use boussole::{AccessLevel, Catalogue, Profile, Recommender, Weights};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // With fiches of your own, and without the feature: Catalogue::read("fiches/")?.catalogue
    let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    let profile = Profile::builder()
        .likes("j'ai le sens du contact")
        .dislikes("j'aime jongler avec les chiffres")
        .reached(AccessLevel::Brevet)
        .willing(AccessLevel::BacPlus2)
        .build()?;
    let ranking = recommender.recommend(&profile, 10)?;
    for recommendation in &ranking {
        println!("{} {:.3}", recommendation.title(), recommendation.score()); // the sum of the terms below
        for term in recommendation.explanation.contributions() {
            println!("  {} {:?} {:+.3}", term.criterion, term.feature, term.points);
        }
    }
    Ok(())
}
