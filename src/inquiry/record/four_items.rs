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
