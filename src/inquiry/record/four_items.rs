//! What French law lists for an individual decision that an algorithm supports, as far as it follows from the data.
//!
//! # References
//!
//! Code des relations entre le public et l'administration, article R311-3-1-2: degree and mode of contribution of the processing; data
//! processed and their sources; parameters and, where applicable, their weighting, applied to the person; operations carried out.
//! This is an engineer's reading, not legal advice: a list of suggestions is probably not a decision, but these four items are what to
//! communicate.

use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::criteria::{FALL_ABOVE_WILLING, FALL_BELOW_REACHED, FALL_BELOW_WILLING, FULL_LEVEL, Origin, Query};
use crate::features::{Criterion, INTEREST_SHRINKAGE, InterestFactors};
use crate::profile::{Profile, ProfileError};
use crate::ranking::{Diversity, Recommender, SCORE_DECIMALS};

/// The four items as data: records keep them, `boussole-report` puts them into words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FourItems {
    /// Degree and mode of contribution of the processing.
    pub contribution: ContributionOfProcessing,
    /// Data that were processed, and their sources.
    pub data: Vec<DataUsed>,
    /// Parameters and their weighting, applied to the person.
    pub parameters: Parameters,
    /// Operations carried out, in their order.
    pub operations: Vec<Operation>,
}

/// Degree and mode of contribution of the processing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ContributionOfProcessing {
    /// What the result is.
    pub degree: &'static str,
    /// Who decides.
    pub mode: &'static str,
}

/// Data that were processed, and where they come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DataUsed {
    /// What: a part of the profile, or of the catalogue.
    pub data: KindOfData,
    /// Where it comes from.
    pub source: SourceOfData,
    /// How many answers or métiers.
    pub n: usize,
}

/// The kind of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KindOfData {
    /// Answers on interests.
    Interests,
    /// The level reached, and how far the student wants to study.
    AccessLevel,
    /// Answers on statuses.
    Statuses,
    /// Answers on sectors.
    Sectors,
    /// Scores of the six letters.
    Riasec,
    /// Words of the student's own.
    Words,
    /// What bothers the student or is not possible for them.
    Constraints,
    /// Métiers that the student likes.
    LikedMetiers,
    /// Métiers that the student does not want to see.
    ExcludedMetiers,
    /// Filters.
    Gates,
    /// The sheets of métiers.
    Metiers,
}

/// Where data come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceOfData {
    /// The student, or whoever fills in the profile with them.
    Student,
    /// The sheets of the catalogue.
    Catalogue,
}

/// What was applied to this person.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Parameters {
    /// The criteria that counted.
    pub criteria: Vec<CriterionUsed>,
    /// How much single interests count beside their rarity.
    #[serde(skip_serializing_if = "InterestFactors::is_empty")]
    pub interest_factors: InterestFactors,
    /// [`INTEREST_SHRINKAGE`].
    pub interest_shrinkage: f64,
    /// [`FALL_ABOVE_WILLING`].
    pub fall_above_willing: f64,
    /// [`FALL_BELOW_WILLING`].
    pub fall_below_willing: f64,
    /// [`FALL_BELOW_REACHED`].
    pub fall_below_reached: f64,
    /// [`FULL_LEVEL`].
    pub full_level: usize,
}

/// A criterion that counted for this person.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CriterionUsed {
    /// The criterion.
    pub criterion: Criterion,
    /// Its weight; those of all criteria sum to 1.
    pub weight: f64,
    /// Whether the student answered about it, or whether it was inferred from their interests.
    pub origin: Origin,
}

/// What was done, in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "operation")]
pub enum Operation {
    /// Métiers that the student's own filters exclude are left out.
    Filter {
        /// How many were left out.
        n_metiers: usize,
    },
    /// Each métier gets the sum of its contributions.
    Score {
        /// What is summed.
        formula: &'static str,
    },
    /// Highest score first; ties after rounding are broken by a draw that the seed determines.
    Order {
        /// Decimals to which scores are rounded.
        decimals: u32,
        /// The draw.
        draw: &'static str,
        /// The seed of the draw.
        seed: u64,
    },
    /// The list is diversified.
    Vary {
        /// The method with its parameter.
        method: String,
    },
    /// The first ones are shown.
    Cut {
        /// How many.
        k: usize,
    },
}

/// What is summed, as in `criteria::Query`.
const FORMULA: &str = "S(m) = Σ_c ω_c/2 + Σ_j ω_c/2 · a_j · x_mj, each term rounded to a multiple of 2⁻⁴⁸";

/// What breaks ties, as in `ranking::tie_hash`.
const DRAW: &str = "XXH3_64bits_withSeed(identifier, seed), then identifier";

impl FourItems {
    /// The four items of a list of `k` métiers, or of the score of one métier without a `k`.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] when the profile is not of the catalogue.
    pub fn of(
        recommender: &Recommender,
        profile: &Profile,
        n_ranked: usize,
        k: Option<usize>,
        diversity: Diversity,
    ) -> Result<Self, ProfileError> {
        let (query, catalogue) = (recommender.query(profile)?, recommender.catalogue());
        let n_filtered = catalogue.len() - n_ranked;
        Ok(Self {
            contribution: ContributionOfProcessing { degree: "orders_suggestions", mode: "support_of_a_person_who_decides" },
            data: data(catalogue, profile),
            parameters: Parameters {
                criteria: criteria(&query),
                interest_factors: recommender.weights().interest_factors().clone(),
                interest_shrinkage: INTEREST_SHRINKAGE,
                fall_above_willing: FALL_ABOVE_WILLING,
                fall_below_willing: FALL_BELOW_WILLING,
                fall_below_reached: FALL_BELOW_REACHED,
                full_level: FULL_LEVEL,
            },
            operations: operations(profile, n_filtered, k, diversity),
        })
    }
}

/// What was used; parts without an answer are left out.
fn data(catalogue: &Catalogue, profile: &Profile) -> Vec<DataUsed> {
    let levels = [profile.reached(), profile.willing()];
    let gates = profile.gates();
    let n_gates = usize::from(gates.max_access_level.is_some()) + gates.statuses.len() + gates.sectors.len();
    let given = [
        (KindOfData::Interests, profile.interests().len()),
        (KindOfData::AccessLevel, levels.iter().flatten().count()),
        (KindOfData::Statuses, profile.statuses().len()),
        (KindOfData::Sectors, profile.sectors().len()),
        (KindOfData::Riasec, usize::from(profile.riasec().is_some())),
        (KindOfData::Words, profile.words().len()),
        (KindOfData::Constraints, profile.constraints().len()),
        (KindOfData::LikedMetiers, profile.liked_metiers().len()),
        (KindOfData::ExcludedMetiers, profile.excluded_metiers().len()),
        (KindOfData::Gates, n_gates),
    ];
    let by_student = given.into_iter().map(|(data, n)| DataUsed { data, source: SourceOfData::Student, n });
    let sheets = DataUsed { data: KindOfData::Metiers, source: SourceOfData::Catalogue, n: catalogue.len() };
    by_student.filter(|used| 0 < used.n).chain([sheets]).collect()
}

fn criteria(query: &Query) -> Vec<CriterionUsed> {
    let counted = query.weights().iter().filter(|(_, weight)| 0.0 < *weight);
    counted.map(|(criterion, weight)| CriterionUsed { criterion, weight, origin: query.origin(criterion) }).collect()
}

fn operations(profile: &Profile, n_filtered: usize, k: Option<usize>, diversity: Diversity) -> Vec<Operation> {
    let mut operations = vec![
        Operation::Filter { n_metiers: n_filtered },
        Operation::Score { formula: FORMULA },
        Operation::Order { decimals: SCORE_DECIMALS, draw: DRAW, seed: profile.seed() },
    ];
    operations.extend(diversity.is_on().then(|| Operation::Vary { method: diversity.to_string() }));
    operations.extend(k.map(|k| Operation::Cut { k }));
    operations
}

#[cfg(test)]
mod tests {
    //! Properties: each part of a profile is told with its number, silent parts are not; what was done is told in its order; only
    //! criteria that count are told.

    use super::*;
    use crate::catalogue::{AccessLevel, Interest, Metier, Sector, Status, Title};
    use crate::profile::{Constraint, ConstraintKind};
    use crate::weights::Weights;

    fn recommender() -> Recommender {
        let metiers = [("MET.1", "a"), ("MET.2", "b"), ("MET.3", "a")].map(|(id, interest)| Metier {
            interests: vec![Interest::new(interest)],
            statuses: vec![Status::new("s")],
            sectors: vec![Sector::new(interest)],
            ..Metier::new(id.parse().expect("an identifier"), Title::from_heading("métier"))
        });
        Recommender::new(Catalogue::from_metiers(metiers).catalogue, Weights::default()).expect("there are métiers")
    }

    #[test]
    fn each_part_of_a_profile_is_told() {
        let constraint = |id: &str| Constraint::new(id, ConstraintKind::Bothers, "ceci", "this").lowering("a", 0.5);
        let answers = Profile::builder().seed(9).likes("a").dislikes("b").reached(AccessLevel::Cap).willing(AccessLevel::Bac);
        let more = answers.status("s", 0.5).sector("a", 0.5).sector("b", 0.5).riasec([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).words("un");
        let more =
            more.constraint(constraint("c")).constraint(constraint("d")).likes_metier("MET.3".parse().expect("an identifier"));
        let metiers = ["MET.1", "MET.2"].map(|id| id.parse().expect("an identifier"));
        let metiers = metiers.into_iter().fold(more, crate::profile::ProfileBuilder::excludes);
        let gates = metiers.max_access_level(AccessLevel::BacPlus5).only_status("s").only_sector("a").only_sector("b");
        let profile = gates.build().expect("it is right");
        let items = FourItems::of(&recommender(), &profile, 1, Some(4), Diversity::XQUAD).expect("is of the catalogue");
        let told: Vec<_> = items.data.iter().map(|used| (used.data, used.source, used.n)).collect();
        let student = [
            (KindOfData::Interests, 2),
            (KindOfData::AccessLevel, 2),
            (KindOfData::Statuses, 1),
            (KindOfData::Sectors, 2),
            (KindOfData::Riasec, 1),
            (KindOfData::Words, 1),
            (KindOfData::Constraints, 2),
            (KindOfData::LikedMetiers, 1),
            (KindOfData::ExcludedMetiers, 2),
            (KindOfData::Gates, 4),
        ];
        let expected = student.map(|(data, n)| (data, SourceOfData::Student, n)).into_iter();
        assert_eq!(told, expected.chain([(KindOfData::Metiers, SourceOfData::Catalogue, 3)]).collect::<Vec<_>>());
        let expected = [
            Operation::Filter { n_metiers: 2 },
            Operation::Score { formula: FORMULA },
            Operation::Order { decimals: SCORE_DECIMALS, draw: DRAW, seed: 9 },
            Operation::Vary { method: "xquad=0.5".to_owned() },
            Operation::Cut { k: 4 },
        ];
        assert_eq!(items.operations, expected);
    }

    #[test]
    fn what_is_not_said_is_not_told() {
        let profile = Profile::builder().likes("a").build().expect("it is right");
        let items = FourItems::of(&recommender(), &profile, 3, None, Diversity::None).expect("is of the catalogue");
        let told: Vec<_> = items.data.iter().map(|used| (used.data, used.n)).collect();
        assert_eq!(told, [(KindOfData::Interests, 1), (KindOfData::Metiers, 3)]);
        assert_eq!(items.operations.len(), 3);
        let criteria: Vec<_> = items.parameters.criteria.iter().map(|used| (used.criterion, used.weight, used.origin)).collect();
        assert_eq!(criteria, [(Criterion::Interest, 1.0, Origin::Answer)]);
    }
}
