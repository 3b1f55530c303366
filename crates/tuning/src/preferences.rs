//! Preferences as data: students, and for each of their pairs the contrast of the two sides by named feature.

use linfa::Dataset;
use ndarray::{Array1, Array2};

use super::algorithm::PairDataset;
use super::pairs::Pairs;
use super::params::WeightTuner;
use super::preference::Remark;
use boussole::random::SplitMix64;

/// Preferences of students, each a contrast « values of the preferred minus values of the other » over named features.
///
/// Students and their pairs are kept in an order of their own, so the order in which they are given changes nothing. Pairs whose sides
/// have equal values say nothing about weights; they are counted and left out.
///
/// ```
/// use boussole_lab::Survey;
/// use boussole_tuning::{Grain, Preferences};
/// use boussole::{Catalogue, Recommender, Weights, features::Criterion};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let truth = Weights::new([(Criterion::Interest, 0.5), (Criterion::AccessLevel, 0.5)])?;
/// let simulated = Survey::default().on_catalogue(&recommender, &truth);
/// let preferences = Preferences::from_profiles(&recommender, &simulated, Grain::Criterion)?;
/// assert_eq!(preferences.names()[0], "interest");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Preferences {
    pub(super) names: Vec<String>,
    pub(super) prior: Vec<f64>,
    pub(super) students: Vec<Vec<Pair>>,
    pub(super) n_equal: usize,
    pub(super) n_unnamed: usize,
    pub(super) n_simulated: usize,
    pub(super) n_repeated: usize,
    pub(super) remarks: Vec<Remark>,
    pub(super) n_left_out: usize,
}

/// One pair of a student.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pair {
    /// Values of the preferred minus values of the other, shape (`n_features`).
    pub(super) contrast: Contrast,
    /// How often it counts.
    pub(super) weight: f64,
}

/// Values of the preferred minus values of the other, shape (`n_features`).
pub(super) type Contrast = Vec<f64>;

impl Preferences {
    /// The features.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The default weight of each feature, shape (`n_features`).
    pub fn prior(&self) -> &[f64] {
        &self.prior
    }

    /// How many pairs differ in at least one feature.
    pub fn n_pairs(&self) -> usize {
        self.students.iter().map(Vec::len).sum()
    }

    /// How many students have such a pair.
    pub fn n_students(&self) -> usize {
        self.students.len()
    }

    /// How many pairs were left out because their sides have equal values.
    pub fn n_equal(&self) -> usize {
        self.n_equal
    }

    /// How many pairs do not say whose they are.
    pub fn n_unnamed(&self) -> usize {
        self.n_unnamed
    }

    /// How many pairs a simulator made.
    pub fn n_simulated(&self) -> usize {
        self.n_simulated
    }

    /// How many lines repeat a pair of the same student; a pair counts once, with the weight of all its lines.
    pub fn n_repeated(&self) -> usize {
        self.n_repeated
    }

    /// What was left out, or taken with a remark, by kind.
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// How many lines were left out.
    pub fn n_left_out(&self) -> usize {
        self.n_left_out
    }

    /// How many pairs differ in a feature.
    ///
    /// # Panics
    ///
    /// If the feature does not exist.
    pub fn n_pairs_with(&self, feature: usize) -> usize {
        self.students.iter().flatten().filter(|pair| pair.contrast[feature] != 0.0).count()
    }

    /// The pairs as linfa takes them: one row per pair, `true` where the first is preferred, the features named.
    ///
    /// Every second pair is turned round, so that both classes are there and any classifier of linfa can be used.
    pub fn dataset(&self) -> PairDataset {
        let Pairs { contrasts: mut records, counts } = self.pairs();
        for mut row in records.rows_mut().into_iter().skip(1).step_by(2) {
            row.mapv_inplace(|value| 0.0 - value);
        }
        let is_first_preferred: Array1<bool> = (0..records.nrows()).map(|row| row % 2 == 0).collect();
        #[allow(clippy::cast_possible_truncation, reason = "linfa keeps the weights of records so")]
        let weights = counts.mapv(|count| count as f32);
        Dataset::new(records, is_first_preferred).with_feature_names(self.names.clone()).with_weights(weights)
    }

    /// A tuner that shrinks towards the defaults of these preferences.
    pub fn tuner(&self) -> WeightTuner {
        WeightTuner::params().prior(self.names.iter().cloned().zip(self.prior.iter().copied()))
    }

    /// The same preferences with at most `max` pairs per student, drawn by the seed, so that nobody's taste decides alone.
    #[must_use]
    pub fn capped(&self, max: usize, seed: u64) -> Self {
        let mut random = SplitMix64::new(seed);
        let students = self.students.iter().map(|pairs| {
            let mut chosen = random.distinct_below(pairs.len(), max);
            chosen.sort_unstable();
            chosen.into_iter().map(|place| pairs[place].clone()).collect()
        });
        Self { students: students.collect(), ..self.clone() }
    }

    /// The pairs of each student.
    pub(super) fn students(&self) -> &[Vec<Pair>] {
        &self.students
    }

    /// The pairs of all students.
    pub(super) fn pairs(&self) -> Pairs {
        self.pairs_of(&vec![1; self.students.len()])
    }

    /// The pairs of students who count so many `times`, shape (`n_students`).
    pub(super) fn pairs_of(&self, times: &[u32]) -> Pairs {
        let (mut values, mut counts) = (Vec::new(), Vec::new());
        for (pairs, times) in self.students.iter().zip(times).filter(|(_, times)| 0 < **times) {
            for Pair { contrast, weight } in pairs {
                values.extend_from_slice(contrast);
                counts.push(f64::from(*times) * weight);
            }
        }
        let contrasts = Array2::from_shape_vec((counts.len(), self.names.len()), values);
        Pairs { contrasts: contrasts.expect("each contrast has a value for each feature"), counts: counts.into() }
    }
}
