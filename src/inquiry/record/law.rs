//! What French law lists for an individual decision that an algorithm supports, as far as it follows from the data.
//!
//! # References
//!
//! Code des relations entre le public et l'administration, article R311-3-1-2: degree and mode of contribution of the processing; data
//! processed and their sources; parameters and, where applicable, their weighting, applied to the person; operations carried out.
//! An engineer's reading, no legal advice: a list of suggestions is probably no decision, but these four items are what to tell.

use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::criteria::{FALL_ABOVE, FALL_BELOW, Origin, Query};
use crate::features::{Criterion, INTEREST_SHRINKAGE};
use crate::profile::Profile;
use crate::ranking::{Diversity, SCORE_DECIMALS};

/// The four items.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FourItems {
    contribution: ContributionOfProcessing,
    data: Vec<DataUsed>,
    parameters: Parameters,
    operations: Vec<Operation>,
}

/// Degree and mode of contribution of the processing.
#[derive(Debug, Clone, Serialize)]
struct ContributionOfProcessing {
    /// What the result is.
    degree: &'static str,
    /// Who decides.
    mode: &'static str,
}

/// Data that were processed, and where they are from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DataUsed {
    /// What: a part of the profile, or of the catalogue.
    pub data: &'static str,
    /// Where it is from.
    pub source: SourceOfData,
    /// How many answers or métiers.
    pub n: usize,
}

/// Where data are from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SourceOfData {
    /// The student, or who fills in the profile with them.
    Student,
    /// The sheets of the catalogue.
    Catalogue,
}

/// What was applied to this person.
#[derive(Debug, Clone, Serialize)]
struct Parameters {
    criteria: Vec<CriterionUsed>,
    interest_shrinkage: f64,
    fall_above_willing: f64,
    fall_below_reached: f64,
}

#[derive(Debug, Clone, Serialize)]
struct CriterionUsed {
    criterion: Criterion,
    weight: f64,
    origin: Origin,
}

/// What was done, in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "operation")]
#[non_exhaustive]
pub enum Operation {
    /// Métiers that the student's own filters do not let through are left out.
    Filter {
        /// How many were left out.
        n_metiers: usize,
    },
    /// Each métier gets the sum of its contributions.
    Score {
        /// What is summed.
        formula: &'static str,
    },
    /// Highest score first; equal ones, after rounding, by a draw that the seed fixes.
    Order {
        /// Decimals to which scores are rounded.
        decimals: u32,
        /// The draw.
        draw: &'static str,
        /// The seed of the draw.
        seed: u64,
    },
    /// The list is varied.
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
    pub(super) fn of(
        catalogue: &Catalogue,
        profile: &Profile,
        query: &Query,
        n_filtered: usize,
        k: usize,
        diversity: Diversity,
    ) -> Self {
        Self {
            contribution: ContributionOfProcessing { degree: "orders_suggestions", mode: "support_of_a_person_who_decides" },
            data: data(catalogue, profile),
            parameters: Parameters {
                criteria: criteria(query),
                interest_shrinkage: INTEREST_SHRINKAGE,
                fall_above_willing: FALL_ABOVE,
                fall_below_reached: FALL_BELOW,
            },
            operations: operations(profile, n_filtered, k, diversity),
        }
    }
}

/// What was used; parts without an answer are left out.
fn data(catalogue: &Catalogue, profile: &Profile) -> Vec<DataUsed> {
    let levels = [profile.reached(), profile.willing()];
    let gates = profile.gates();
    let n_gates = usize::from(gates.max_access_level.is_some()) + gates.statuses.len() + gates.sectors.len();
    let given = [
        ("interests", profile.interests().len()),
        ("access_level", levels.iter().flatten().count()),
        ("statuses", profile.statuses().len()),
        ("sectors", profile.sectors().len()),
        ("riasec", usize::from(profile.riasec().is_some())),
        ("liked_metiers", profile.liked_metiers().len()),
        ("excluded_metiers", profile.excluded_metiers().len()),
        ("gates", n_gates),
    ];
    let by_student = given.into_iter().map(|(data, n)| DataUsed { data, source: SourceOfData::Student, n });
    let sheets = DataUsed { data: "metiers", source: SourceOfData::Catalogue, n: catalogue.len() };
    by_student.filter(|used| 0 < used.n).chain([sheets]).collect()
}

fn criteria(query: &Query) -> Vec<CriterionUsed> {
    let counted = query.weights().iter().filter(|(_, weight)| 0.0 < *weight);
    counted.map(|(criterion, weight)| CriterionUsed { criterion, weight, origin: query.origin(criterion) }).collect()
}

fn operations(profile: &Profile, n_filtered: usize, k: usize, diversity: Diversity) -> Vec<Operation> {
    let mut operations = vec![
        Operation::Filter { n_metiers: n_filtered },
        Operation::Score { formula: FORMULA },
        Operation::Order { decimals: SCORE_DECIMALS, draw: DRAW, seed: profile.seed() },
    ];
    operations.extend(diversity.is_on().then(|| Operation::Vary { method: diversity.to_string() }));
    operations.push(Operation::Cut { k });
    operations
}
