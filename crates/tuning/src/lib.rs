//! Which weights fit what people prefer? Pairwise logistic regression through linfa, held to the defaults and guarded.
//!
//! A student who prefers métier A to métier B reveals something about weights: `σ(w · (φ(A) − φ(B)))` is the probability of the answer,
//! with `φ` the criterion values of the explanation. [`WeightTuner`] fits `w`; [`tune`] also chooses how strongly to hold it to
//! the default weights, measures it on students that were left out, and refuses it when the data do not support it.
//!
//! The crate has the files of a linfa algorithm (`error`, `params`, `algorithm`, on `logistic`, `objective` and `tuned`), then the
//! data (`preference`, `values`, `preferences`, `collector`, `file`), then the guards (`cross_validation`, `stability`, `guards`, `tune`), factors of interests (`factors`) and what
//! new weights change for a student (`moves`) and on every judge (`workbench`).
//!
//! ```
//! use boussole_lab::Survey;
//! use boussole_tuning::{Grain, Preferences, TuningPlan, tune};
//! use boussole::{Catalogue, Recommender, Weights, features::Criterion};
//! use linfa::traits::Fit;
//!
//! let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
//! let truth = Weights::new([(Criterion::Interest, 0.4), (Criterion::AccessLevel, 0.4), (Criterion::Sector, 0.2)])?;
//! let pairs = Survey::default().on_catalogue(&recommender, &truth);
//!
//! let preferences = Preferences::from_profiles(&recommender, &pairs, Grain::Criterion)?;
//! let tuned = preferences.tuner().lambda(10.0).fit(&preferences.dataset())?;
//! assert!(Weights::default().get(Criterion::AccessLevel) < tuned.to_weights()?.get(Criterion::AccessLevel));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
mod params;
mod pairs;
mod newton;
mod objective;
mod tuned;
mod algorithm;
mod preference;
mod values;
mod preferences;
mod collector;
mod file;
mod cross_validation;
mod stability;
mod guards;
mod tune;
mod factors;
mod moves;
mod workbench;

#[cfg(test)]
mod tests;

pub use algorithm::PairDataset;
pub use cross_validation::{CrossValidation, LAMBDAS, LambdaScore, MeanOverStudents, Prediction};
pub use error::TuningError;
pub use factors::{interest_factors, with_found_factors};
pub use file::MIN_PROPENSITY;
pub use guards::{MIN_PAIRS, MIN_STUDENTS, Refusal};
pub use moves::{N_COMPARED, RankMove, RankMoves};
pub use params::{Shrinkage, Signs, ValidWeightTuner, WeightTuner};
pub use preference::{Choice, MAX_LEFT_OUT, Preference, PreferencePlace, PreferenceProblem, PreferencesError, Remark};
pub use preferences::Preferences;
pub use tune::{FeatureChange, Opposed, TuningFit, TuningPlan, TuningReport, n_fits, tune};
pub use tuned::{StopReason, TunedWeights};
pub use values::Grain;
pub use workbench::{Judges, Measure, MeasureChange, MeasureKind, SweepPoint, WorkbenchError, compare_weights, measures, sweep};
