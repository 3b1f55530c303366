//! How much each criterion counts.

#[cfg(any(feature = "toml", feature = "json"))]
use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::features::{Criterion, FactorError, InterestFactors};

/// The weights of the criteria: by name, none negative, with sum 1.
///
/// For one student, [`over`](Self::over) scales the weights of the criteria on which that student spoke to sum 1; the others drop out
/// for the whole ranking. So the score has one fixed scale, and what a student did not answer favours nobody.
///
/// The default was chosen by measurement, see « Where do the default weights come from? » in `DESIGN.md`.
///
/// ```
/// use boussole::{Weights, features::Criterion};
/// let weights = Weights::new([(Criterion::Interest, 3.0), (Criterion::AccessLevel, 1.0)])?;
/// assert_eq!(weights.get(Criterion::Interest), 0.75);
/// # Ok::<(), boussole::WeightsError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    values: [f64; Criterion::COUNT],
    interests: InterestFactors,
}

/// Why weights were refused.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum WeightsError {
    /// A weight is negative, infinite or not a number.
    #[error("{criterion}: expected a finite weight of at least 0, found {found}")]
    OutOfRange {
        /// The criterion.
        criterion: Criterion,
        /// The weight.
        found: f64,
    },
    /// A criterion has two weights.
    #[error("{criterion}: expected one weight, found two")]
    Repeated {
        /// The criterion.
        criterion: Criterion,
    },
    /// No weight is above zero, so nothing could be ranked.
    #[error("expected at least one weight above 0, found none")]
    AllZero,
    /// A name that is not that of a criterion.
    #[error(transparent)]
    UnknownCriterion(#[from] crate::features::UnknownCriterion),
    /// A factor of an interest is no factor, or an interest has two.
    #[error(transparent)]
    Factor(#[from] FactorError),
    /// The text is not TOML of the expected form.
    #[error("expected TOML with lines « criterion = number », found: {reason}")]
    Syntax {
        /// What the parser says, with line and column.
        reason: String,
    },
    /// Weights of another version of the format.
    #[error("expected schema \"{expected}\", found \"{found}\"; write the weights anew with this version")]
    Schema {
        /// The schema that this version reads.
        expected: &'static str,
        /// The schema that was found.
        found: String,
    },
}

/// Adding this and subtracting it again rounds to a multiple of 2⁻⁴⁴, the distance between two `f64` from 256 to 512.
const HALF_ROUNDING: f64 = 384.0;

/// Rounding of so few weights leaves their sum closer to 1.
const SUM_ROUNDING: f64 = 1e-12;

impl Default for Weights {
    fn default() -> Self {
        Self::scaled(Criterion::ALL.map(default_weight))
    }
}

const fn default_weight(criterion: Criterion) -> f64 {
    match criterion {
        Criterion::Interest => 0.44,
        Criterion::Related | Criterion::Domain => 0.0,
        Criterion::AccessLevel | Criterion::Riasec => 0.09,
        Criterion::Status => 0.04,
        Criterion::Sector => 0.26,
        Criterion::Similar => 0.2,
        Criterion::Words => 0.4,
    }
}

impl Weights {
    /// Weights by criterion; criteria that are left out weigh 0. The weights are divided by their sum, unless it is 1 up to rounding:
    /// then they stay as they are, to the bit.
    ///
    /// # Errors
    ///
    /// [`WeightsError`] when a weight is negative or not finite, when a criterion has two weights, or when all are 0.
    pub fn new(weights: impl IntoIterator<Item = (Criterion, f64)>) -> Result<Self, WeightsError> {
        let mut values: [Option<f64>; Criterion::COUNT] = [None; Criterion::COUNT];
        for (criterion, found) in weights {
            if !(found.is_finite() && 0.0 <= found) {
                return Err(WeightsError::OutOfRange { criterion, found });
            }
            if values[criterion.index()].replace(found).is_some() {
                return Err(WeightsError::Repeated { criterion });
            }
        }
        let values = values.map(Option::unwrap_or_default);
        // Divided by the largest first, because the sum of huge weights would be infinite.
        let largest = values.into_iter().fold(0.0, f64::max);
        if largest <= 0.0 {
            return Err(WeightsError::AllZero);
        }
        let is_scaled = (values.iter().sum::<f64>() - 1.0).abs() <= SUM_ROUNDING;
        Ok(if is_scaled { Self::of(values) } else { Self::scaled(values.map(|value| value / largest)) })
    }

    fn scaled(values: [f64; Criterion::COUNT]) -> Self {
        let sum: f64 = values.iter().sum();
        Self::of(values.map(|value| value / sum))
    }

    fn of(values: [f64; Criterion::COUNT]) -> Self {
        Self { values, interests: InterestFactors::default() }
    }

    /// The same weights with factors of interests: how much each counts beside its rarity, 1 where none is named.
    ///
    /// They count in the criteria `interest` and `related`. Labels may have any spelling; a [`Recommender`](crate::Recommender)
    /// refuses those that its catalogue does not have.
    ///
    /// # Errors
    ///
    /// [`WeightsError::Factor`] when a factor is not from 0 to [`LARGEST_FACTOR`](crate::features::LARGEST_FACTOR), or an interest has two.
    ///
    /// ```
    /// use boussole::Weights;
    /// let weights = Weights::default().with_interests([("j'aime la nature", 2.0)])?;
    /// assert_eq!(weights.interest_factors().get("J’aime la nature"), 2.0);
    /// # Ok::<(), boussole::WeightsError>(())
    /// ```
    pub fn with_interests(self, factors: impl IntoIterator<Item = (impl Into<String>, f64)>) -> Result<Self, WeightsError> {
        Ok(self.with_interest_factors(InterestFactors::new(factors)?))
    }

    /// The same weights with these factors of interests.
    #[must_use]
    pub fn with_interest_factors(self, interests: InterestFactors) -> Self {
        Self { interests, ..self }
    }

    /// How much single interests count beside their rarity.
    pub fn interest_factors(&self) -> &InterestFactors {
        &self.interests
    }

    /// The weight of one criterion, in [0, 1].
    pub fn get(&self, criterion: Criterion) -> f64 {
        self.values[criterion.index()]
    }

    /// Criterion and weight of each, in the order of criteria.
    pub fn iter(&self) -> impl Iterator<Item = (Criterion, f64)> + '_ {
        Criterion::ALL.into_iter().map(|criterion| (criterion, self.get(criterion)))
    }

    /// Half of each weight, rounded to a multiple of 2⁻⁴⁴; what rounding leaves of ½ goes to the largest, so that they sum to ½ exactly.
    ///
    /// Scores are multiples of 2⁻⁴⁸, so half, a quarter, an eighth and a sixteenth of these is one too.
    pub(crate) fn halves(&self) -> [f64; Criterion::COUNT] {
        let mut halves = self.values.map(|weight| (weight / 2.0 + HALF_ROUNDING) - HALF_ROUNDING);
        let (mut rest, mut largest) = (0.5, 0);
        for (place, half) in halves.iter().enumerate() {
            rest -= half;
            if halves[largest] < *half {
                largest = place;
            }
        }
        halves[largest] += rest;
        halves
    }

    /// The weights scaled to sum 1 over some criteria, the others 0; `None` when none of them has a weight.
    pub fn over(&self, mut is_spoken: impl FnMut(Criterion) -> bool) -> Option<Self> {
        let mut values = self.values;
        for criterion in Criterion::ALL {
            if !is_spoken(criterion) {
                values[criterion.index()] = 0.0;
            }
        }
        values.iter().any(|value| 0.0 < *value).then(|| Self::scaled(values).with_interest_factors(self.interests.clone()))
    }
}

impl Serialize for Weights {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let has_factors = !self.interests.is_empty();
        let mut map = serializer.serialize_map(Some(Criterion::COUNT + usize::from(has_factors)))?;
        for (criterion, weight) in self.iter() {
            map.serialize_entry(criterion.name(), &weight)?;
        }
        if has_factors {
            map.serialize_entry("interests", &self.interests)?;
        }
        map.end()
    }
}

/// Weights as documents hold them: one number for each criterion, and factors of interests if there are any.
#[cfg(any(feature = "toml", feature = "json"))]
#[derive(Debug, serde::Deserialize)]
#[serde(expecting = "a table of names and values")]
pub(crate) struct WeightsForm {
    #[serde(default)]
    interests: BTreeMap<String, f64>,
    #[serde(flatten)]
    criteria: BTreeMap<String, f64>,
}

#[cfg(any(feature = "toml", feature = "json"))]
impl WeightsForm {
    /// The weights that are meant.
    ///
    /// # Errors
    ///
    /// [`WeightsError`] for the first that is none.
    pub(crate) fn weights(self) -> Result<Weights, WeightsError> {
        let weights = self.criteria.into_iter().map(|(name, weight)| Ok((name.parse()?, weight)));
        Weights::new(weights.collect::<Result<Vec<_>, WeightsError>>()?)?.with_interests(self.interests)
    }
}

/// Where tuned weights come from, so that they can be checked and tuned again.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Provenance {
    /// The fingerprint of the preferences.
    pub data: String,
    /// Pairs that were used.
    pub n_pairs: usize,
    /// Students that they are from.
    pub n_students: usize,
    /// Pairs of the data that a simulator made, used or not.
    pub n_simulated: usize,
    /// How strongly the weights were pulled towards the defaults.
    pub lambda: f64,
    /// The seed of folds and draws.
    pub seed: u64,
    /// The date, as stated by the caller; the library does not read the clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The version of this library.
    pub version: &'static str,
}

#[cfg(feature = "toml")]
mod file {
    //! The TOML form of weights.

    use std::collections::BTreeMap;

    use serde::{Deserialize, Serialize};

    use super::{InterestFactors, Provenance, Weights, WeightsError};

    /// The schema of the files that this version reads and writes.
    const SCHEMA: &str = "boussole/weights/1";

    #[derive(Deserialize)]
    #[serde(expecting = "a table of names and values")]
    struct File {
        #[serde(default)]
        schema: Option<String>,
        #[serde(default)]
        weights: BTreeMap<String, f64>,
        #[serde(default)]
        interests: BTreeMap<String, f64>,
        /// Where the weights come from: free text of the author, not needed for scoring.
        #[serde(default, rename = "provenance")]
        _provenance: Option<toml::Table>,
        /// Weights outside any table.
        #[serde(flatten)]
        bare: BTreeMap<String, f64>,
    }

    #[derive(Serialize)]
    struct Written<'a> {
        schema: &'static str,
        weights: &'a Weights,
        #[serde(skip_serializing_if = "InterestFactors::is_empty")]
        interests: &'a InterestFactors,
        #[serde(skip_serializing_if = "Option::is_none")]
        provenance: Option<&'a Provenance>,
    }

    impl Weights {
        /// Writes weights as TOML that [`from_toml`](Self::from_toml) reads back, equal to 1e-15.
        ///
        /// ```
        /// use boussole::Weights;
        /// let text = Weights::default().to_toml(None);
        /// assert!(text.starts_with("schema = \"boussole/weights/1\"\n\n[weights]\ninterest = "));
        /// # assert!(Weights::from_toml(&text).is_ok());
        /// ```
        ///
        /// # Panics
        ///
        /// Never: names and labels are keys, weights and factors are finite.
        pub fn to_toml(&self, provenance: Option<&Provenance>) -> String {
            let criteria = self.clone().with_interest_factors(InterestFactors::default());
            let written = Written { schema: SCHEMA, weights: &criteria, interests: &self.interests, provenance };
            toml::to_string(&written).expect("names and labels are keys, weights and factors are finite")
        }

        /// Reads weights from TOML: `criterion = number`, bare or in a table `[weights]`; factors of interests in a table `[interests]`, with
        /// labels in any spelling; an optional `schema` and `[provenance]`.
        ///
        /// ```
        /// use boussole::{Weights, features::Criterion};
        /// let weights = Weights::from_toml("[weights]\ninterest = 0.8\nstatus = 0.2")?;
        /// assert_eq!(weights.get(Criterion::Status), 0.2);
        /// # Ok::<(), boussole::WeightsError>(())
        /// ```
        ///
        /// # Errors
        ///
        /// [`WeightsError`] for text of another form, and like [`new`](Self::new).
        pub fn from_toml(text: &str) -> Result<Self, WeightsError> {
            let file: File =
                toml::from_str(text).map_err(|error| WeightsError::Syntax { reason: error.to_string().trim_end().to_owned() })?;
            if let Some(found) = file.schema.filter(|schema| schema != SCHEMA) {
                return Err(WeightsError::Schema { expected: SCHEMA, found });
            }
            let weights = file.weights.into_iter().chain(file.bare).map(|(name, weight)| Ok((name.parse()?, weight)));
            Self::new(weights.collect::<Result<Vec<_>, WeightsError>>()?)?.with_interests(file.interests)
        }
    }
}

#[cfg(test)]
mod tests {
    //! Properties: sum one, nothing negative or NaN, silence drops out.

    use super::*;

    #[track_caller]
    fn refused(weights: &[(Criterion, f64)], message: &str) {
        assert_eq!(Weights::new(weights.iter().copied()).map_err(|error| error.to_string()), Err(message.to_owned()));
    }

    #[test]
    fn default_sums_to_one() {
        let sum: f64 = Weights::default().iter().map(|(_, weight)| weight).sum();
        assert!((sum - 1.0).abs() < 1e-15);
    }

    #[test]
    fn nonsense_is_refused() {
        refused(&[(Criterion::Interest, f64::NAN)], "interest: expected a finite weight of at least 0, found NaN");
        refused(&[(Criterion::Status, f64::INFINITY)], "status: expected a finite weight of at least 0, found inf");
        refused(&[(Criterion::Status, -0.1)], "status: expected a finite weight of at least 0, found -0.1");
        refused(&[(Criterion::Status, 0.0)], "expected at least one weight above 0, found none");
        refused(&[], "expected at least one weight above 0, found none");
        refused(&[(Criterion::Status, 1.0), (Criterion::Status, 1.0)], "status: expected one weight, found two");
    }

    #[test]
    fn huge_and_tiny_weights_stay_finite() {
        let weights = Weights::new([(Criterion::Interest, f64::MAX), (Criterion::Status, f64::MAX)]);
        assert_eq!(weights.map(|weights| weights.get(Criterion::Status)), Ok(0.5));
    }

    #[test]
    fn over_scales_what_was_spoken_about() {
        let weights = Weights::default();
        let spoken = weights.over(|criterion| criterion == Criterion::Status);
        assert_eq!(spoken.map(|weights| weights.get(Criterion::Status)), Some(1.0));
        assert_eq!(weights.over(|_| false), None);
    }

    #[cfg(feature = "toml")]
    #[test]
    fn what_is_written_is_read_back() {
        let provenance = Provenance {
            data: "xxh3_128:00".into(),
            n_pairs: 100,
            n_students: 20,
            n_simulated: 0,
            lambda: 10.0,
            seed: 3,
            date: Some("2026-01-31".into()),
            version: "0.1.0",
        };
        let weights = Weights::new([(Criterion::Interest, 0.1), (Criterion::Status, 0.7), (Criterion::Sector, 1e-9)]);
        let weights = weights.expect("they are weights");
        let text = weights.to_toml(Some(&provenance));
        let read = Weights::from_toml(&text).expect("it was written by us");
        assert!(weights.iter().all(|(criterion, weight)| (read.get(criterion) - weight).abs() < 1e-15), "{text}");
        let expected = "\n[provenance]\ndata = \"xxh3_128:00\"\nn_pairs = 100\nn_students = 20\nn_simulated = 0\nlambda = 10.0\nseed = 3\n\
                        date = \"2026-01-31\"\nversion = \"0.1.0\"\n";
        assert!(text.ends_with(expected), "{text}");
    }

    #[cfg(feature = "toml")]
    #[test]
    fn errors_of_files_are_clear() {
        let message = |text| Weights::from_toml(text).map_err(|error| error.to_string());
        assert_eq!(
            message("[weights]\ntaste = 1.0"),
            Err("expected a criterion (interest, related, access_level, status, sector, riasec, domain, similar, words), found « taste »".into())
        );
        assert_eq!(
            message("schema = \"boussole/weights/9\"\n[weights]\nstatus = 1"),
            Err("expected schema \"boussole/weights/1\", found \"boussole/weights/9\"; write the weights anew with this version"
                .into())
        );
        let syntax = message("[weights]\nstatus = \"much\"").expect_err("a text is no number");
        assert!(syntax.contains("line 2"), "{syntax}");
    }
}
