//! Two catalogues small enough to work out every criterion by hand.

use super::Query;
use crate::catalogue::{AccessLevel, Catalogue, Interest, Metier, MetierId, Sector, Status, Title};
use crate::features::{Criterion, FeatureModel};
use crate::profile::ProfileBuilder;
use crate::weights::Weights;

/// The digits to which values are worked out.
const TOLERANCE: f64 = 1e-6;

pub(super) fn id(number: usize) -> MetierId {
    format!("MET.{number}").parse().expect("digits make an identifier")
}

struct Facts<'a> {
    interests: &'a [&'a str],
    level: Option<AccessLevel>,
    statuses: &'a [&'a str],
    sectors: &'a [&'a str],
    rome: &'a [&'a str],
    riasec: &'a [&'a str],
}

fn catalogue(metiers: [Facts<'_>; 4]) -> Catalogue {
    let metiers = metiers.into_iter().enumerate().map(|(number, facts)| Metier {
        interests: facts.interests.iter().map(|label| Interest::new(label)).collect(),
        access_level: facts.level,
        statuses: facts.statuses.iter().map(|label| Status::new(label)).collect(),
        sectors: facts.sectors.iter().map(|label| Sector::new(label)).collect(),
        rome_codes: facts.rome.iter().map(|code| code.parse().expect("a ROME code")).collect(),
        riasec: facts.riasec.iter().map(|code| code.parse().expect("RIASEC letters")).collect(),
        ..Metier::new(id(number), Title::from_heading("botaniste"))
    });
    Catalogue::from_metiers(metiers).catalogue
}

/// Three métiers with something on every criterion, and one whose fiche is silent.
pub(super) fn four() -> Catalogue {
    catalogue([
        Facts {
            interests: &["A", "B"],
            level: Some(AccessLevel::Cap),
            statuses: &["salarié"],
            sectors: &["bois"],
            rome: &["K2104", "K2107"],
            riasec: &["RC"],
        },
        Facts {
            interests: &["A", "C"],
            level: Some(AccessLevel::Bac),
            statuses: &["salarié", "artisan"],
            sectors: &["bois", "mer"],
            rome: &["K2107", "A1203"],
            riasec: &["S"],
        },
        Facts {
            interests: &["B", "C"],
            level: Some(AccessLevel::BacPlus2),
            statuses: &["artisan"],
            sectors: &["mer"],
            rome: &["A1203"],
            riasec: &["S", "RC"],
        },
        Facts { interests: &[], level: None, statuses: &[], sectors: &[], rome: &[], riasec: &[] },
    ])
}

/// Two equal métiers of A and two of B, without levels: what follows from an answer on A can be worked out.
///
/// Centred, A is +½ for the first two and −½ for the others, B the opposite; so `G` = [[1, −1], [−1, 1]], to whose diagonal λ = .2 of it
/// is added. An outcome that is 1 for the first two and 0 for the others has `XᵀY` = [1, −1].
/// Of 1.2 p − q = 1 and q = −p follows p = 5/11, half of which is what one unit of A adds.
pub(super) fn pairs() -> Catalogue {
    let of_a = || Facts { interests: &["A"], level: None, statuses: &[], sectors: &["bois"], rome: &["K2104"], riasec: &["RC"] };
    let of_b = || Facts { interests: &["B"], level: None, statuses: &[], sectors: &["mer"], rome: &["A1203"], riasec: &["S"] };
    catalogue([of_a(), of_a(), of_b(), of_b()])
}

/// Checks `u` of each métier when only this criterion counts.
#[track_caller]
pub(super) fn check(criterion: Criterion, catalogue: &Catalogue, profile: ProfileBuilder, expected: [f64; 4]) {
    let model = FeatureModel::of(catalogue);
    let weights = Weights::new([(criterion, 1.0)]).expect("one weight is above 0");
    let profile = profile.build().expect("answers are in range");
    let query = Query::compile(&profile, catalogue, &model, &weights).expect("the catalogue has the labels");
    for (row, (number, expected)) in model.matrix().rows().zip(expected.into_iter().enumerate()) {
        let u = 0.5 + row.entries().map(|(column, value)| query.coefficient(column) * value).sum::<f64>();
        assert!((u - expected).abs() < TOLERANCE, "métier {number}: expected {expected}, found {u}");
    }
}

/// The names of a criterion's columns and what a métier has in them.
pub(super) fn row(criterion: Criterion, catalogue: &Catalogue, position: usize) -> Vec<(String, f64)> {
    let model = FeatureModel::of(catalogue);
    let group = model.space().group(criterion);
    let entries = model.matrix().row(position).entries_in(&group);
    entries.map(|(column, value)| (model.space().features()[group.start + column].name.to_string(), value)).collect()
}
