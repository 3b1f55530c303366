//! Ranks arbitrary small catalogues for arbitrary students by the compiled rows and by the plain path: they agree, to the bit.

#![no_main]

use boussole::catalogue::{AccessLevel, Catalogue, Interest, Metier, Sector, Status, Title};
use boussole::ranking::Diversity;
use boussole::{Criterion, Profile, Recommender, Weights};
use boussole_fuzz::libfuzzer_sys::arbitrary::{Result, Unstructured};
use boussole_fuzz::{count, libfuzzer_sys::fuzz_target};

const LABELS: [&str; 8] = ["bouger", "compter", "dessiner", "écrire", "nager", "planter", "soigner", "vendre"];

/// Some labels, each at most once.
fn labels(bytes: &mut Unstructured<'_>) -> Result<Vec<&'static str>> {
    let chosen: u8 = bytes.arbitrary()?;
    Ok(LABELS.into_iter().enumerate().filter(|(place, _)| chosen >> place & 1 == 1).map(|(_, label)| label).collect())
}

fn level(bytes: &mut Unstructured<'_>) -> Result<Option<AccessLevel>> {
    Ok(if bytes.arbitrary()? { Some(*bytes.choose(&AccessLevel::ALL)?) } else { None })
}

fn metiers(bytes: &mut Unstructured<'_>) -> Result<Vec<Metier>> {
    let n = bytes.int_in_range(1..=40)?;
    (1..=n)
        .map(|number| {
            let id = format!("MET.{number}").parse().expect("digits make an identifier");
            let mut metier = Metier::new(id, Title::from_heading(bytes.choose(&LABELS)?));
            metier.interests.extend(labels(bytes)?.into_iter().map(Interest::new));
            metier.sectors.extend(labels(bytes)?.into_iter().take(2).map(Sector::new));
            metier.statuses.extend(labels(bytes)?.into_iter().take(2).map(Status::new));
            metier.access_level = level(bytes)?;
            Ok(metier)
        })
        .collect()
}

fn profile(bytes: &mut Unstructured<'_>, catalogue: &Catalogue) -> Result<Profile> {
    let mut builder = Profile::builder().seed(u64::from(bytes.arbitrary::<u8>()?));
    let answer = |bytes: &mut Unstructured<'_>| Ok(f64::from(bytes.int_in_range(-4..=4i8)?) / 4.0);
    for label in labels(bytes)?.into_iter().filter(|label| catalogue.interests().find(label).is_ok()) {
        builder = builder.interest(label, answer(bytes)?);
    }
    for label in labels(bytes)?.into_iter().filter(|label| catalogue.sectors().find(label).is_ok()) {
        builder = builder.sector(label, answer(bytes)?);
    }
    for label in labels(bytes)?.into_iter().filter(|label| catalogue.statuses().find(label).is_ok()) {
        builder = builder.status(label, answer(bytes)?);
    }
    if let Some(willing) = level(bytes)? {
        builder = builder.willing(willing);
    }
    if let Some(highest) = level(bytes)? {
        builder = builder.max_access_level(highest);
    }
    let liked = format!("MET.{}", bytes.int_in_range(1..=60)?).parse().expect("digits make an identifier");
    if catalogue.position(&liked).is_some() {
        builder = builder.likes_metier(liked);
    }
    builder = builder.words(bytes.choose(&LABELS)?);
    Ok(builder.build().expect("answers are in range"))
}

fn check(bytes: &mut Unstructured<'_>) -> Result<()> {
    let catalogue = Catalogue::from_metiers(metiers(bytes)?).catalogue;
    let mut values = [0.0; Criterion::COUNT];
    for value in &mut values {
        *value = f64::from(bytes.arbitrary::<u8>()?);
    }
    let weights = Weights::new(Criterion::ALL.into_iter().zip(values)).unwrap_or_default();
    let profile = profile(bytes, &catalogue)?;
    let k = bytes.int_in_range(0..=45)?;
    let diversity = *bytes.choose(&[Diversity::None, Diversity::XQUAD, Diversity::MMR])?;
    let recommender = Recommender::new(catalogue, weights).expect("there are métiers");
    let compiled = recommender.recommend_diverse(&profile, k, diversity).expect("labels are known");
    let plain = recommender.recommend_plainly(&profile, k, diversity).expect("labels are known");
    assert_eq!(compiled, plain);
    assert!(compiled.iter().all(|one| (0.0..=1.0).contains(&one.score().value())));
    Ok(())
}

fuzz_target!(|bytes: &[u8]| {
    count(check(&mut Unstructured::new(bytes)).is_ok());
});
