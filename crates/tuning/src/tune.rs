//! Tuning with its guards: choose the shrinkage, fit, measure, and refuse what the data do not support.

use linfa::ParamGuard;
use serde::Serialize;

use super::cross_validation::{CrossValidation, LAMBDAS, MeanOverStudents, N_FOLDS, Prediction, cross_validate, n_partitions};
use super::error::TuningError;
use super::file::data_hash;
use super::guards::{MAX_NEGATIVE_PART, Refusal, improvement_refusal, size_refusals};
use super::params::{Signs, ValidWeightTuner};
use super::preference::Remark;
use super::preferences::Preferences;
use super::stability::{N_RESAMPLES, negative_parts, stability};
use super::tuned::{StopReason, TunedWeights, shares};
use boussole::{Provenance, serialize_keys};
use boussole_evaluation::Interval;

/// How to tune.
///
/// | field | default | meaning |
/// | --- | --- | --- |
/// | `lambda` | none | how strongly weights are held to the defaults; without it cross-validation chooses among [`LAMBDAS`] |
/// | `fixed` | none | weights that stay as they are, by feature |
/// | `max_pairs_per_student` | 30 | so that nobody's taste decides alone; more are drawn from by the seed |
/// | `seed` | 0 | sets folds, resamples and draws |
#[derive(Debug, Clone, PartialEq)]
pub struct TuningPlan {
    /// How strongly weights are held to the defaults.
    pub lambda: Option<f64>,
    /// Weights that stay as they are, by feature.
    pub fixed: Vec<(String, f64)>,
    /// The most pairs of one student that count.
    pub max_pairs_per_student: usize,
    /// Sets folds, resamples and draws.
    pub seed: u64,
}

impl Default for TuningPlan {
    fn default() -> Self {
        Self { lambda: None, fixed: Vec::new(), max_pairs_per_student: 30, seed: 0 }
    }
}

/// What tuning found, whether it may be used, and how certain it is.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TuningReport {
    /// Pairs that were used.
    pub n_pairs: usize,
    /// Students the pairs come from.
    pub n_students: usize,
    /// Pairs left out because a student had more than the plan allows.
    pub n_capped: usize,
    /// Pairs left out because their sides have equal values.
    pub n_equal: usize,
    /// Pairs that do not say whose they are.
    pub n_unnamed: usize,
    /// Pairs of the data that a simulator made, used or not.
    pub n_simulated: usize,
    /// Lines that repeat a pair; a pair counts once, with the weight of all its lines.
    pub n_repeated: usize,
    /// Lines that were left out because they are wrong.
    pub n_left_out: usize,
    /// What was left out, or taken with a remark, by kind.
    pub remarks: Vec<Remark>,
    /// The seed.
    pub seed: u64,
    /// The weights and how well they predict; `None` when the data are too few to fit any.
    pub fit: Option<TuningFit>,
    /// Why the default weights are to be kept; empty when the tuned ones may be used.
    pub refusals: Vec<Refusal>,
}

/// Fitted weights and how well they predict.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TuningFit {
    /// The weights.
    pub weights: TunedWeights,
    /// Each feature before and after.
    pub features: Vec<FeatureChange>,
    /// How well the weights predict students that were left out.
    pub cross_validation: CrossValidation,
    /// Features that preferences run against, beyond accident: they weigh 0.
    pub opposed: Vec<Opposed>,
}

/// A feature with a default weight that preferences run against.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Opposed {
    /// The feature.
    pub name: String,
    /// Its share when signs are free, below 0.
    pub value: f64,
    /// The part of resamples in which it is negative.
    pub negative_part: f64,
}

/// One weight before and after tuning, all as shares of their sum.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FeatureChange {
    /// The feature.
    pub name: String,
    /// Its default share.
    pub before: f64,
    /// Its tuned share; with fixed weights the tuned weight in their unit.
    pub after: f64,
    /// Where it lies in 95 % of resamples of the students.
    pub stability: Interval,
    /// Pairs whose sides differ in it.
    pub n_pairs: usize,
    /// Whether the weight was fixed.
    pub is_fixed: bool,
    /// Whether preferences run against it, so that it weighs 0.
    pub is_opposed: bool,
}

impl FeatureChange {
    /// Whether the default share lies outside the stability interval.
    pub fn is_told_apart(&self) -> bool {
        !(self.stability.lower <= self.before && self.before <= self.stability.upper)
    }
}

impl TuningReport {
    /// Whether the tuned weights may be used.
    pub fn is_accepted(&self) -> bool {
        self.fit.is_some() && self.refusals.is_empty()
    }

    /// Where the weights of this report come from: the text of the preferences, the plan by which they were tuned, and the date that the caller
    /// states.
    pub fn provenance(&self, preferences: &str, plan: &TuningPlan, date: Option<String>) -> Provenance {
        Provenance {
            data: data_hash(preferences.as_bytes()),
            n_pairs: self.n_pairs,
            n_students: self.n_students,
            n_simulated: self.n_simulated,
            lambda: self.fit.as_ref().map(|fit| fit.cross_validation.lambda()).or(plan.lambda),
            seed: plan.seed,
            date,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}

serialize_keys!(impl TuningReport as this {
    "is_accepted" => this.is_accepted(),
    "refusals" => this.refusals.iter().map(ToString::to_string).collect::<Vec<String>>(),
    "fit" => this.fit,
});

serialize_keys!(impl TuningFit as this {
    "lambda" => this.cross_validation.lambda(),
    "weights" => {
        let fitted = this.features.iter().zip(this.weights.values());
        fitted.map(|(feature, fitted)| FittedFeature { feature, fitted: *fitted }).collect::<Vec<FittedFeature<'_>>>()
    },
    "held_out" => HeldOut {
        default: this.cross_validation.defaults,
        tuned: this.cross_validation.tuned(),
        improvement: this.cross_validation.improvement,
    },
    "lambdas" => this.cross_validation.scores,
    "opposed" => this.opposed,
    "solver" => Solver {
        stop_reason: this.weights.stop_reason(),
        n_fits: this.weights.n_fits(),
        residual: this.weights.residual(),
    },
});

/// One weight before and after, and as it was fitted.
struct FittedFeature<'a> {
    feature: &'a FeatureChange,
    fitted: f64,
}

serialize_keys!(impl FittedFeature<'_> as this {
    "name" => this.feature.name,
    "before" => this.feature.before,
    "after" => this.feature.after,
    "stability" => this.feature.stability,
    "fitted" => this.fitted,
    "n_pairs" => this.feature.n_pairs,
    "is_fixed" => this.feature.is_fixed,
    "is_opposed" => this.feature.is_opposed,
    "is_told_apart" => this.feature.is_told_apart(),
});

/// How well students that were left out are predicted.
#[derive(Serialize)]
struct HeldOut {
    default: Prediction,
    tuned: Prediction,
    improvement: MeanOverStudents,
}

/// How the search for weights went.
#[derive(Serialize)]
struct Solver {
    stop_reason: StopReason,
    n_fits: usize,
    residual: f64,
}

/// The number of fits that [`tune`] makes in all, for a progress bar.
pub fn n_fits(preferences: &Preferences, plan: &TuningPlan) -> usize {
    plan.lambda.map_or(LAMBDAS.len(), |_| 1) * n_partitions(preferences.n_students()) * N_FOLDS + 1 + N_RESAMPLES
}

/// Tunes weights and says whether the data support them. `on_fit` is called after each fit.
///
/// ```
/// use boussole_lab::{RawWorld, Survey};
/// use boussole_tuning::{Preferences, TuningPlan, tune};
/// let world = RawWorld::new(4, 80, 1);
/// let survey = Survey { n_students: 40, noise: 0.1, ..Survey::default() };
/// let preferences = Preferences::from_scores(&boussole::Weights::default(), &survey.on_world(&world))?;
/// let report = tune(&preferences, &TuningPlan::default(), &mut || {})?;
/// assert_eq!((report.n_pairs, report.n_students), (400, 40));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`TuningError`] when no weights can be fitted at all. Weights that the data do not support are not an error but
/// [`refusals`](TuningReport::refusals).
pub fn tune(preferences: &Preferences, plan: &TuningPlan, on_fit: &mut dyn FnMut()) -> Result<TuningReport, TuningError> {
    let capped = preferences.capped(plan.max_pairs_per_student, plan.seed);
    let mut tuner = preferences.tuner().fixed(plan.fixed.clone());
    if let Some(lambda) = plan.lambda {
        tuner = tuner.lambda(lambda);
    }
    let tuner = tuner.check()?;
    let mut report = TuningReport {
        n_pairs: capped.n_pairs(),
        n_students: capped.n_students(),
        n_capped: preferences.n_pairs() - capped.n_pairs(),
        n_equal: preferences.n_equal(),
        n_unnamed: preferences.n_unnamed(),
        n_simulated: preferences.n_simulated(),
        n_repeated: preferences.n_repeated(),
        n_left_out: preferences.n_left_out(),
        remarks: preferences.remarks().to_vec(),
        seed: plan.seed,
        fit: None,
        refusals: size_refusals(capped.n_pairs(), capped.n_students()),
    };
    if report.refusals.is_empty() {
        let lambdas = plan.lambda.map_or_else(|| LAMBDAS.to_vec(), |lambda| vec![lambda]);
        match guarded_fit(&capped, &tuner, &lambdas, plan, on_fit) {
            Ok((fit, refusals)) => (report.fit, report.refusals) = (Some(fit), refusals),
            Err(error) => report.refusals.push(error.try_into()?),
        }
    }
    Ok(report)
}

/// Fits, and fits again without the features that preferences run against.
fn guarded_fit(
    preferences: &Preferences,
    tuner: &ValidWeightTuner,
    lambdas: &[f64],
    plan: &TuningPlan,
    on_fit: &mut dyn FnMut(),
) -> Result<(TuningFit, Vec<Refusal>), TuningError> {
    let mut tuner = tuner.clone();
    let mut opposed: Vec<Opposed> = Vec::new();
    let cross_validation = loop {
        let cross_validation = cross_validate(preferences, &tuner, lambdas, plan.seed, on_fit)?;
        tuner.lambda = cross_validation.lambda();
        let found = found_opposed(preferences, &tuner, plan.seed)?;
        let n_free = preferences.names().len() - tuner.fixed.len();
        if found.is_empty() || found.len() == n_free {
            let refusals = found.into_iter().map(Refusal::from).collect();
            break (cross_validation, refusals);
        }
        tuner.fixed.extend(found.iter().map(|opposed| (opposed.name.clone(), 0.0)));
        opposed.extend(found);
    };
    let (cross_validation, mut refusals): (CrossValidation, Vec<Refusal>) = cross_validation;
    let weights = tuner.fit_pairs(preferences.names(), preferences.pairs(), None)?;
    on_fit();
    let stability = stability(preferences, &tuner, &weights, plan.seed, on_fit)?;
    let features = changes(preferences, plan, &weights, &stability, &opposed);
    refusals.splice(0..0, improvement_refusal(cross_validation.improvement));
    if weights.stop_reason() != StopReason::Optimal {
        refusals.push(Refusal::NotConverged { residual: weights.residual() });
    }
    Ok((TuningFit { weights, features, cross_validation, opposed }, refusals))
}

/// Each feature before and after.
fn changes(
    preferences: &Preferences,
    plan: &TuningPlan,
    weights: &TunedWeights,
    stability: &[Interval],
    opposed: &[Opposed],
) -> Vec<FeatureChange> {
    // Fixed weights stay as they were given, and set the unit of the others.
    let unit = if plan.fixed.is_empty() { 1.0 } else { weights.values().iter().sum() };
    let after = if plan.fixed.is_empty() { weights.shares() } else { weights.values().to_vec() };
    let before = shares(preferences.prior());
    let change = |(feature, name): (usize, &String)| FeatureChange {
        name: name.clone(),
        before: before[feature],
        after: after[feature],
        stability: Interval { lower: unit * stability[feature].lower, upper: unit * stability[feature].upper },
        n_pairs: preferences.n_pairs_with(feature),
        is_fixed: plan.fixed.iter().any(|(fixed, _)| fixed == name),
        is_opposed: opposed.iter().any(|opposed| opposed.name == *name),
    };
    preferences.names().iter().enumerate().map(change).collect()
}

/// Features with a default weight that preferences run against, beyond accident.
fn found_opposed(preferences: &Preferences, tuner: &ValidWeightTuner, seed: u64) -> Result<Vec<Opposed>, TuningError> {
    let free = ValidWeightTuner { signs: Signs::Free, ..tuner.clone() };
    let free = free.fit_pairs(preferences.names(), preferences.pairs(), None)?;
    let values = free.shares();
    let flips = |feature: &usize| values[*feature] < 0.0 && 0.0 < preferences.prior()[*feature];
    let flipped: Vec<usize> = (0..values.len()).filter(flips).collect();
    if flipped.is_empty() {
        return Ok(Vec::new());
    }
    let negative = negative_parts(preferences, tuner, &free, seed)?;
    let beyond_accident = flipped.into_iter().filter(|feature| MAX_NEGATIVE_PART <= negative[*feature]);
    let opposed = |feature: usize| Opposed {
        name: preferences.names()[feature].clone(),
        value: values[feature],
        negative_part: negative[feature],
    };
    Ok(beyond_accident.map(opposed).collect())
}

impl From<Opposed> for Refusal {
    fn from(Opposed { name, value, negative_part }: Opposed) -> Self {
        Self::SignFlip { name, value, negative_part }
    }
}
