//! Preferences as data: students, and for each of their pairs the contrast of the two sides by named feature.

use std::collections::{BTreeMap, BTreeSet};

use linfa::Dataset;
use ndarray::{Array1, Array2};

use super::algorithm::PairDataset;
use super::params::WeightTuner;
use super::preference::{Choice, Preference, PreferencePlace, PreferenceProblem, PreferencesError};
use super::values::{Grain, MetierValues};
use boussole::features::Criterion;
use boussole::random::SplitMix64;
use boussole::ranking::Recommender;
use boussole::weights::Weights;

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
    names: Vec<String>,
    prior: Vec<f64>,
    students: Vec<Vec<Contrast>>,
    n_equal: usize,
    n_unnamed: usize,
    n_simulated: usize,
}

/// Values of the preferred minus values of the other, shape (`n_features`).
pub(super) type Contrast = Vec<f64>;

impl Preferences {
    /// Preferences between métiers of the recommender's catalogue; its weights are the defaults to be tuned.
    ///
    /// # Formula
    ///
    /// ```text
    /// φ_c(m) = u_c(m) where the student spoke about criterion c, 0 elsewhere;   d_c = φ_c(preferred) − φ_c(over)
    /// ```
    ///
    /// where `u_c` is the part of criterion `c` in the explanation, divided by the weight it was given: the arithmetic is the
    /// explanation's. With [`Grain::Interest`] every interest is a feature of its own, `φ_i(m) = ½ · a_i · x_mi`.
    ///
    /// # Errors
    ///
    /// [`PreferencesError`] with every label and métier that the catalogue does not have, and every pair of a métier with itself.
    pub fn from_profiles(recommender: &Recommender, pairs: &[Preference], grain: Grain) -> Result<Self, PreferencesError> {
        let mut collector = PairCollector::of_metiers(recommender, grain);
        for (index, preference) in pairs.iter().enumerate() {
            collector.add(PreferencePlace::Pair(index + 1), preference);
        }
        collector.finish()
    }

    /// Preferences between scores by name. When all names are criteria, `weights` are the defaults; otherwise equal weights are.
    ///
    /// # Errors
    ///
    /// [`PreferencesError`] with every score that is not finite or that only one side of a pair has.
    pub fn from_scores(weights: &Weights, pairs: &[Preference]) -> Result<Self, PreferencesError> {
        let mut collector = PairCollector::of_scores(weights);
        for (index, preference) in pairs.iter().enumerate() {
            collector.add(PreferencePlace::Pair(index + 1), preference);
        }
        collector.finish()
    }

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

    /// How many pairs differ in a feature.
    ///
    /// # Panics
    ///
    /// If the feature does not exist.
    pub fn n_pairs_with(&self, feature: usize) -> usize {
        self.students.iter().flatten().filter(|contrast| contrast[feature] != 0.0).count()
    }

    /// The pairs as linfa takes them: one row per pair, `true` where the first is preferred, the features named.
    ///
    /// Every second pair is turned round, so that both classes are there and any classifier of linfa can be used.
    pub fn dataset(&self) -> PairDataset {
        let mut records = self.contrasts();
        for mut row in records.rows_mut().into_iter().skip(1).step_by(2) {
            row.mapv_inplace(|value| 0.0 - value);
        }
        let is_first_preferred: Array1<bool> = (0..records.nrows()).map(|row| row % 2 == 0).collect();
        Dataset::new(records, is_first_preferred).with_feature_names(self.names.clone())
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
    pub(super) fn students(&self) -> &[Vec<Contrast>] {
        &self.students
    }

    /// All contrasts, shape (`n_pairs`, `n_features`).
    pub(super) fn contrasts(&self) -> Array2<f64> {
        self.contrasts_of(0..self.students.len())
    }

    /// The contrasts of some students, who may be named several times.
    pub(super) fn contrasts_of(&self, students: impl IntoIterator<Item = usize>) -> Array2<f64> {
        let rows: Vec<&Contrast> = students.into_iter().flat_map(|student| &self.students[student]).collect();
        let mut contrasts = Array2::zeros((rows.len(), self.names.len()));
        for (mut row, contrast) in contrasts.rows_mut().into_iter().zip(rows) {
            row.iter_mut().zip(contrast).for_each(|(to, from)| *to = *from);
        }
        contrasts
    }
}

/// Preferences on their way in, with the problems met so far.
pub(super) struct PairCollector<'a> {
    kind: PairKind<'a>,
    pairs: Vec<(StudentKey, BTreeMap<String, f64>)>,
    problems: Vec<(PreferencePlace, PreferenceProblem)>,
    n_simulated: usize,
}

enum PairKind<'a> {
    Metiers(Box<MetierValues<'a>>),
    Scores(&'a Weights),
}

/// What identifies the student of a pair.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum StudentKey {
    Named(String),
    /// Someone with this profile.
    Answering(String),
    /// Unknown: counted as a separate student.
    Unknown,
}

impl<'a> PairCollector<'a> {
    pub(super) fn of_metiers(recommender: &'a Recommender, grain: Grain) -> Self {
        Self::of(PairKind::Metiers(Box::new(MetierValues::new(recommender, grain))))
    }

    pub(super) fn of_scores(weights: &'a Weights) -> Self {
        Self::of(PairKind::Scores(weights))
    }

    fn of(kind: PairKind<'a>) -> Self {
        Self { kind, pairs: Vec::new(), problems: Vec::new(), n_simulated: 0 }
    }

    /// Adds a problem that a reader found.
    pub(super) fn problem(&mut self, place: PreferencePlace, problem: PreferenceProblem) {
        self.problems.push((place, problem));
    }

    pub(super) fn add(&mut self, place: PreferencePlace, preference: &Preference) {
        let contrast = match (&self.kind, &preference.choice) {
            (PairKind::Metiers(values), Choice::Metiers { profile, preferred, over }) => {
                values.contrast(profile, preferred, over)
            }
            (PairKind::Scores(_), Choice::Scores { preferred, over }) => score_contrast(preferred, over),
            (kind, choice) => Err(vec![PreferenceProblem::Mixed { expected: kind.name(), found: choice.kind_name() }]),
        };
        match contrast {
            Err(problems) => self.problems.extend(problems.into_iter().map(|problem| (place, problem))),
            Ok(contrast) => {
                self.pairs.push((StudentKey::of(preference), contrast));
                self.n_simulated += usize::from(preference.is_simulated);
            }
        }
    }

    pub(super) fn finish(self) -> Result<Preferences, PreferencesError> {
        let mut problems = self.problems;
        if self.pairs.is_empty() && problems.is_empty() {
            problems.push((PreferencePlace::Pair(1), PreferenceProblem::Empty));
        }
        if !problems.is_empty() {
            return Err(PreferencesError { problems });
        }
        let (names, prior) = match &self.kind {
            PairKind::Metiers(values) => (values.names(), values.prior()),
            PairKind::Scores(weights) => score_names(weights, &self.pairs),
        };
        let n_unnamed = self.pairs.iter().filter(|(key, _)| !matches!(key, StudentKey::Named(_))).count();
        let rows = self.pairs.into_iter().map(|(key, contrast)| {
            // A missing name is a criterion on which the student is silent. Adding 0 turns −0 into 0.
            (key, names.iter().map(|name| contrast.get(name).map_or(0.0, |value| value + 0.0)).collect::<Contrast>())
        });
        let (equal, rows): (Vec<_>, Vec<_>) = rows.partition(|(_, row)| row.iter().all(|value| *value == 0.0));
        let students = by_student(rows);
        Ok(Preferences { names, prior, students, n_equal: equal.len(), n_unnamed, n_simulated: self.n_simulated })
    }
}

impl PairKind<'_> {
    fn name(&self) -> &'static str {
        match self {
            Self::Metiers(_) => "a profile and two métiers",
            Self::Scores(_) => "scores by name",
        }
    }
}

impl Choice {
    fn kind_name(&self) -> &'static str {
        match self {
            Self::Metiers { .. } => "a profile and two métiers",
            Self::Scores { .. } => "scores by name",
        }
    }
}

impl StudentKey {
    fn of(preference: &Preference) -> Self {
        match (&preference.student, &preference.choice) {
            (Some(name), _) => Self::Named(name.clone()),
            // The debug form has every answer in an order of its own: equal profiles have equal ones.
            (None, Choice::Metiers { profile, .. }) => Self::Answering(format!("{profile:?}")),
            (None, Choice::Scores { .. }) => Self::Unknown,
        }
    }
}

/// Contrasts by student: named ones by name, then those known by their answers, then each unknown one; pairs by value.
fn by_student(mut rows: Vec<(StudentKey, Contrast)>) -> Vec<Vec<Contrast>> {
    rows.sort_by(|(left_key, left), (right_key, right)| {
        let values = left.iter().zip(right).map(|(left, right)| left.total_cmp(right));
        left_key.cmp(right_key).then_with(|| values.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then))
    });
    let is_same =
        |left: &(StudentKey, Contrast), right: &(StudentKey, Contrast)| left.0 == right.0 && left.0 != StudentKey::Unknown;
    let students = rows.chunk_by(is_same);
    students.map(|pairs| pairs.iter().map(|(_, contrast)| contrast.clone()).collect()).collect()
}

/// Preferred minus other by name, or what keeps the two from being compared.
fn score_contrast(
    preferred: &BTreeMap<String, f64>,
    over: &BTreeMap<String, f64>,
) -> Result<BTreeMap<String, f64>, Vec<PreferenceProblem>> {
    let mut problems = Vec::new();
    for (name, found) in preferred.iter().chain(over).filter(|(_, score)| !score.is_finite()) {
        problems.push(PreferenceProblem::NotFinite { name: name.clone(), found: *found });
    }
    for (side, one, other) in [("preferred", preferred, over), ("over", over, preferred)] {
        for name in one.keys().filter(|name| !other.contains_key(*name)) {
            problems.push(PreferenceProblem::OneSided { name: name.clone(), side });
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(preferred.iter().map(|(name, score)| (name.clone(), score - over[name])).collect())
}

/// All criteria with their weights when every name is one, otherwise the names in their order with equal weights.
fn score_names(weights: &Weights, pairs: &[(StudentKey, BTreeMap<String, f64>)]) -> (Vec<String>, Vec<f64>) {
    let names: BTreeSet<&String> = pairs.iter().flat_map(|(_, contrast)| contrast.keys()).collect();
    if names.iter().all(|name| name.parse::<Criterion>().is_ok()) {
        return weights.iter().map(|(criterion, weight)| (criterion.name().to_owned(), weight)).unzip();
    }
    names.into_iter().map(|name| (name.clone(), 1.0)).unzip()
}
