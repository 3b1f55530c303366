//! From preferences to data: contrasts by student, and what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};

use super::preference::{Choice, MAX_LEFT_OUT, Preference, PreferencePlace, PreferenceProblem, PreferencesError, Remark, quoted};
use super::preferences::{Contrast, Pair, Preferences};
use super::values::{Grain, MetierValues};
use boussole::features::Criterion;
use boussole::ranking::Recommender;
use boussole::weights::Weights;

/// The most that one pair weighs, repeated or not: the data of many students are wanted, not one click a thousand times.
const MAX_PAIR_WEIGHT: f64 = 30.0;

/// The largest score by name, whatever its unit: squares of larger ones could be infinite.
pub(super) const MAX_SCORE: f64 = 1e100;

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
    /// [`PreferencesError`] with every score that is no number up to 1e100 in size, or that only one side of a pair has.
    pub fn from_scores(weights: &Weights, pairs: &[Preference]) -> Result<Self, PreferencesError> {
        let mut collector = PairCollector::of_scores(weights);
        for (index, preference) in pairs.iter().enumerate() {
            collector.add(PreferencePlace::Pair(index + 1), preference);
        }
        collector.finish()
    }
}

/// Preferences on their way in, with the problems met so far.
pub(super) struct PairCollector<'a> {
    kind: PairKind<'a>,
    pairs: Vec<GivenPair>,
    problems: Vec<(PreferencePlace, PreferenceProblem)>,
    remarks: Vec<(PreferencePlace, PreferenceProblem)>,
    n_simulated: usize,
}

/// A pair as it was given.
struct GivenPair {
    student: StudentKey,
    contrast: BTreeMap<String, f64>,
    weight: f64,
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
        Self { kind, pairs: Vec::new(), problems: Vec::new(), remarks: Vec::new(), n_simulated: 0 }
    }

    /// Adds a problem that a reader found.
    pub(super) fn problem(&mut self, place: PreferencePlace, problem: PreferenceProblem) {
        self.problems.push((place, problem));
    }

    /// Adds a remark on a line that is taken.
    pub(super) fn remark(&mut self, place: PreferencePlace, problem: PreferenceProblem) {
        self.remarks.push((place, problem));
    }

    pub(super) fn add(&mut self, place: PreferencePlace, preference: &Preference) {
        let found = preference.weight;
        if !(found.is_finite() && 0.0 < found) {
            return self
                .problem(place, PreferenceProblem::Weight { field: "weight", expected: "a finite number above 0", found });
        }
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
                self.pairs.push(GivenPair { student: StudentKey::of(preference), contrast, weight: preference.weight });
                self.n_simulated += usize::from(preference.is_simulated);
            }
        }
    }

    /// The error with all problems met so far.
    pub(super) fn refusal(self) -> PreferencesError {
        let mut left_out: Vec<PreferencePlace> = self.problems.iter().map(|(place, _)| *place).collect();
        left_out.dedup();
        PreferencesError { n_left_out: left_out.len(), n_lines: left_out.len() + self.pairs.len(), problems: self.problems }
    }

    /// The preferences, if not too many lines are wrong.
    pub(super) fn finish(mut self) -> Result<Preferences, PreferencesError> {
        let mut left_out: Vec<PreferencePlace> = self.problems.iter().map(|(place, _)| *place).collect();
        left_out.dedup();
        let n_lines = left_out.len() + self.pairs.len();
        if n_lines == 0 {
            self.problems.push((PreferencePlace::Pair(1), PreferenceProblem::Empty));
        }
        if self.pairs.is_empty() || MAX_LEFT_OUT * (n_lines as f64) < left_out.len() as f64 {
            return Err(PreferencesError { problems: self.problems, n_left_out: left_out.len(), n_lines });
        }
        let (names, prior) = match &self.kind {
            PairKind::Metiers(values) => (values.names(), values.prior()),
            PairKind::Scores(weights) => score_names(weights, &self.pairs),
        };
        let n_unnamed = self.pairs.iter().filter(|pair| !matches!(pair.student, StudentKey::Named(_))).count();
        let rows = self.pairs.into_iter().map(|pair| {
            // A missing name is a criterion on which the student is silent. Adding 0 turns −0 into 0.
            let value = |name| pair.contrast.get(name).map_or(0.0, |value| value + 0.0);
            let contrast = names.iter().map(value).collect::<Contrast>();
            (pair.student, contrast, pair.weight)
        });
        let (equal, rows): (Vec<_>, Vec<_>) = rows.partition(|(_, row, _)| row.iter().all(|value| *value == 0.0));
        let (n_given, students) = (rows.len(), by_student(rows));
        let n_repeated = n_given - students.iter().map(Vec::len).sum::<usize>();
        let (n_left_out, n_equal, n_simulated) = (left_out.len(), equal.len(), self.n_simulated);
        let remarks = by_kind(self.problems.into_iter().chain(self.remarks));
        Ok(Preferences { names, prior, students, n_equal, n_unnamed, n_simulated, n_repeated, remarks, n_left_out })
    }
}

/// Remarks by kind, in the order of their first lines. A line with two problems of a kind is one line.
fn by_kind(remarks: impl Iterator<Item = (PreferencePlace, PreferenceProblem)>) -> Vec<Remark> {
    let mut kinds: Vec<(Remark, PreferencePlace)> = Vec::new();
    for (place, problem) in remarks {
        match kinds.iter_mut().find(|(known, _)| known.problem.kind() == problem.kind()) {
            Some((known, last)) => known.n_lines += usize::from(std::mem::replace(last, place) != place),
            None => kinds.push((Remark { place, problem, n_lines: 1 }, place)),
        }
    }
    kinds.into_iter().map(|(remark, _)| remark).collect()
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

/// Pairs by student: named ones by name, then those known by their answers, then each unknown one; pairs by value, equal ones as one.
fn by_student(mut rows: Vec<(StudentKey, Contrast, f64)>) -> Vec<Vec<Pair>> {
    let by_value = |left: &Contrast, right: &Contrast| {
        let values = left.iter().zip(right).map(|(left, right)| left.total_cmp(right));
        values.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
    };
    rows.sort_by(|left, right| {
        left.0.cmp(&right.0).then_with(|| by_value(&left.1, &right.1)).then_with(|| left.2.total_cmp(&right.2))
    });
    let is_same = |left: &(StudentKey, Contrast, f64), right: &(StudentKey, Contrast, f64)| {
        left.0 == right.0 && left.0 != StudentKey::Unknown
    };
    let students = rows.chunk_by(is_same).map(|pairs| {
        let repeated = pairs.chunk_by(|left, right| by_value(&left.1, &right.1).is_eq());
        repeated.map(|same| Pair { contrast: same[0].1.clone(), weight: weight(same) }).collect()
    });
    students.collect()
}

/// How often a pair counts.
fn weight(same: &[(StudentKey, Contrast, f64)]) -> f64 {
    same.iter().map(|(_, _, weight)| weight).sum::<f64>().min(MAX_PAIR_WEIGHT)
}

/// Preferred minus other by name, or what keeps the two from being compared.
fn score_contrast(
    preferred: &BTreeMap<String, f64>,
    over: &BTreeMap<String, f64>,
) -> Result<BTreeMap<String, f64>, Vec<PreferenceProblem>> {
    let mut problems = Vec::new();
    for (name, found) in preferred.iter().chain(over).filter(|(_, score)| !(-MAX_SCORE..=MAX_SCORE).contains(*score)) {
        problems.push(PreferenceProblem::OutOfRange { name: quoted(name), found: *found });
    }
    for (side, one, other) in [("preferred", preferred, over), ("over", over, preferred)] {
        for name in one.keys().filter(|name| !other.contains_key(*name)) {
            problems.push(PreferenceProblem::OneSided { name: quoted(name), side });
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(preferred.iter().map(|(name, score)| (name.clone(), score - over[name])).collect())
}

/// All criteria with their weights when every name is one, otherwise the names in their order with equal weights.
fn score_names(weights: &Weights, pairs: &[GivenPair]) -> (Vec<String>, Vec<f64>) {
    let names: BTreeSet<&String> = pairs.iter().flat_map(|pair| pair.contrast.keys()).collect();
    if names.iter().all(|name| name.parse::<Criterion>().is_ok()) {
        return weights.iter().map(|(criterion, weight)| (criterion.name().to_owned(), weight)).unzip();
    }
    names.into_iter().map(|name| (name.clone(), 1.0)).unzip()
}
