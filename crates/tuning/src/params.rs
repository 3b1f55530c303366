//! The parameters of tuning, unchecked and checked, as linfa's algorithms have them.

use linfa::ParamGuard;

use super::error::{MAX_WEIGHT, TuningError};

/// How strongly weights are held to the defaults when nothing else is set.
///
/// In `cargo bench --bench tuning` known weights come back as well with 3 and less well with 30, by .03 of nDCG@10 at 100 pairs and
/// .004 at 1,000. Simulated students share one set of weights and real ones do not, so the firmer of the good ones is the default.
const DEFAULT_LAMBDA: f64 = 10.0;

/// How many steps the solver may take; it needs 20 to 100.
const DEFAULT_MAX_ITERATIONS: u64 = 1000;

/// What weights are pulled towards when data are scarce.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shrinkage {
    /// The direction of the default weights; their length, which is how decided the answers are, stays free.
    #[default]
    Defaults,
    /// Zero: the plain ridge. With few pairs it is worse than not tuning; it exists for comparison.
    Zero,
}

/// Which weights are allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Signs {
    /// No weight below zero.
    #[default]
    NonNegative,
    /// Any. A negative weight says that a criterion runs against what people prefer.
    Free,
}

/// Checked parameters of [`WeightTuner`].
#[derive(Debug, Clone, PartialEq)]
pub struct ValidWeightTuner {
    pub(super) lambda: f64,
    pub(super) shrinkage: Shrinkage,
    pub(super) signs: Signs,
    pub(super) prior: Vec<(String, f64)>,
    pub(super) fixed: Vec<(String, f64)>,
    pub(super) max_iterations: u64,
}

/// Fits weights to preferences: pairwise logistic regression that keeps to the default weights where data are few.
///
/// The dataset has one row per pair, the contrast « criterion values of the first minus those of the second », and `true` where the
/// first one is preferred. [`Preferences::dataset`](super::Preferences::dataset) makes one.
///
/// | parameter | default | purpose | range |
/// | --- | --- | --- | --- |
/// | `lambda` | 10 | how strongly weights are held to the defaults; free of units | finite, above 0 |
/// | `shrinkage` | [`Shrinkage::Defaults`] | what they are pulled towards | |
/// | `signs` | [`Signs::NonNegative`] | whether weights may be negative | |
/// | `prior` | see below | the default weights, by feature | from 0 to 1e40, one above 0 |
/// | `fixed` | none | weights that stay as they are, by feature | from 0 to 1e40 |
/// | `max_iterations` | 1000 | steps of the solver | at least 1 |
///
/// Without a `prior`, features that are all named like criteria have the weights of [`Weights::default`](boussole::Weights); others
/// have equal ones.
///
/// # Formula
///
/// ```text
/// min_v Σ_p ln(1 + e^(−e_p·v)) + (λ·τ̄/2) · [‖v‖² − (1 − ε)(û·v)²],   v ≥ 0;   v_j = w_j / u_j,   e_pj = u_j · d_pj
/// ```
///
/// where `d_p` is preferred minus other, `u_j` the default weight, so that a deviation counts in units of its default, `τ̄` the mean of all
/// squared `e`, `û` the unit vector of the defaults in these units (all equal), `ε` = 0.001. A criterion whose default is 0 has the smallest
/// default above 0 as its unit. With [`Shrinkage::Zero`] every unit is 1.
///
/// Fixed weights `f_i` of sum `F` below 1 are shares: the others make up `1 − F`, so that each free contrast is
/// `d_j + Σ_i f_i / (1 − F) · d_i`. Larger ones are a unit in which the others are found.
///
/// The model has no intercept: it would be a preference for whichever stands first.
///
/// ```
/// use boussole_tuning::WeightTuner;
/// use linfa::{Dataset, traits::Fit};
/// use ndarray::array;
/// let contrasts = array![[0.4, -0.1], [0.1, 0.3], [-0.2, 0.2]];
/// let dataset = Dataset::new(contrasts, array![true, true, false]).with_feature_names(vec!["interest", "status"]);
/// let tuned = WeightTuner::params().lambda(10.0).fit(&dataset)?;
/// assert!(0.5 < tuned.share("interest").expect("it is a feature"));
/// # Ok::<(), boussole_tuning::TuningError>(())
/// ```
///
/// # References
///
/// - R. Bradley, M. Terry, « Rank analysis of incomplete block designs », 1952, DOI 10.2307/2334029
/// - C. Burges et al., « Learning to rank using gradient descent », 2005, DOI 10.1145/1102351.1102363
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct WeightTuner(ValidWeightTuner);

impl Default for WeightTuner {
    fn default() -> Self {
        Self(ValidWeightTuner {
            lambda: DEFAULT_LAMBDA,
            shrinkage: Shrinkage::default(),
            signs: Signs::default(),
            prior: Vec::new(),
            fixed: Vec::new(),
            max_iterations: DEFAULT_MAX_ITERATIONS,
        })
    }
}

impl WeightTuner {
    /// The default parameters, to be changed.
    pub fn params() -> Self {
        Self::default()
    }

    /// How strongly weights are held to the defaults.
    pub fn lambda(mut self, lambda: f64) -> Self {
        self.0.lambda = lambda;
        self
    }

    /// What weights are pulled towards.
    pub fn shrinkage(mut self, shrinkage: Shrinkage) -> Self {
        self.0.shrinkage = shrinkage;
        self
    }

    /// Whether weights may be negative.
    pub fn signs(mut self, signs: Signs) -> Self {
        self.0.signs = signs;
        self
    }

    /// The default weights, by feature; only their ratios matter.
    pub fn prior<N: Into<String>>(mut self, prior: impl IntoIterator<Item = (N, f64)>) -> Self {
        self.0.prior = prior.into_iter().map(|(name, weight)| (name.into(), weight)).collect();
        self
    }

    /// Weights that stay as they are, by feature: shares of the whole when their sum is below 1, otherwise the unit of the others.
    pub fn fixed<N: Into<String>>(mut self, fixed: impl IntoIterator<Item = (N, f64)>) -> Self {
        self.0.fixed = fixed.into_iter().map(|(name, weight)| (name.into(), weight)).collect();
        self
    }

    /// How many steps the solver may take.
    pub fn max_iterations(mut self, max_iterations: u64) -> Self {
        self.0.max_iterations = max_iterations;
        self
    }
}

impl ParamGuard for WeightTuner {
    type Checked = ValidWeightTuner;
    type Error = TuningError;

    fn check_ref(&self) -> Result<&ValidWeightTuner, TuningError> {
        let params = &self.0;
        if !(params.lambda.is_finite() && 0.0 < params.lambda) {
            return Err(TuningError::Lambda { found: params.lambda });
        }
        if params.max_iterations == 0 {
            return Err(TuningError::MaxIterations);
        }
        for list in [&params.prior, &params.fixed] {
            for (place, (name, found)) in list.iter().enumerate() {
                if !(0.0..=MAX_WEIGHT).contains(found) {
                    return Err(TuningError::Weight { name: name.clone(), found: *found });
                }
                if list[..place].iter().any(|(earlier, _)| earlier == name) {
                    return Err(TuningError::Repeated { name: name.clone() });
                }
            }
        }
        if !params.prior.is_empty() && params.prior.iter().all(|(_, weight)| *weight == 0.0) {
            return Err(TuningError::EmptyPrior);
        }
        Ok(params)
    }

    fn check(self) -> Result<ValidWeightTuner, TuningError> {
        self.check_ref()?;
        Ok(self.0)
    }
}
