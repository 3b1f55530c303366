//! How much each criterion counts.

mod form;
mod origin;

pub use origin::{Fact, Provenance, TomlDate, WeightsOrigin};

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
    name: Option<String>,
    origin: Option<Box<WeightsOrigin>>,
}

/// Only the numbers of [`Weights`]: it is serialized as a map from criterion to weight, with factors of interests if there are any, without name
/// and origin.
#[derive(Debug, Clone, Copy)]
pub struct Shares<'a>(&'a Weights);

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
    /// The text is not TOML of the expected form, or holds a weight that is refused.
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

/// Weights as they come in, each checked.
#[derive(Default)]
struct Table([Option<f64>; Criterion::COUNT]);

impl Table {
    fn add(&mut self, criterion: Criterion, found: f64) -> Result<(), WeightsError> {
        if !(found.is_finite() && 0.0 <= found) {
            return Err(WeightsError::OutOfRange { criterion, found });
        }
        match self.0[criterion.index()].replace(found) {
            None => Ok(()),
            Some(_) => Err(WeightsError::Repeated { criterion }),
        }
    }

    fn weights(self) -> Result<Weights, WeightsError> {
        let values = self.0.map(Option::unwrap_or_default);
        // Divided by the largest first, because the sum of huge weights would be infinite.
        let largest = values.into_iter().fold(0.0, f64::max);
        if largest <= 0.0 {
            return Err(WeightsError::AllZero);
        }
        let is_scaled = (values.iter().sum::<f64>() - 1.0).abs() <= SUM_ROUNDING;
        Ok(if is_scaled { Weights::of(values) } else { Weights::scaled(values.map(|value| value / largest)) })
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self::scaled(Criterion::ALL.map(default_weight))
    }
}

const fn default_weight(criterion: Criterion) -> f64 {
    match criterion {
        Criterion::Interest => 0.44,
        Criterion::Related | Criterion::Domain => 0.0,
        Criterion::AccessLevel | Criterion::Similar => 0.2,
        Criterion::Riasec => 0.09,
        Criterion::Status => 0.04,
        Criterion::Sector => 0.26,
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
        let mut table = Table::default();
        for (criterion, found) in weights {
            table.add(criterion, found)?;
        }
        table.weights()
    }

    fn scaled(values: [f64; Criterion::COUNT]) -> Self {
        let sum: f64 = values.iter().sum();
        Self::of(values.map(|value| value / sum))
    }

    fn of(values: [f64; Criterion::COUNT]) -> Self {
        Self { values, interests: InterestFactors::default(), name: None, origin: None }
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

    /// The weights with a name, which files keep and scores do not know.
    #[must_use]
    pub fn with_name(self, name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), ..self }
    }

    /// The weights with what is known of where they come from.
    #[must_use]
    pub fn with_origin(self, origin: WeightsOrigin) -> Self {
        Self { origin: Some(Box::new(origin)), ..self }
    }

    /// What their author calls them.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Where they come from, as their file says.
    pub fn origin(&self) -> Option<&WeightsOrigin> {
        self.origin.as_deref()
    }

    /// The numbers alone, to be serialized.
    pub fn shares(&self) -> Shares<'_> {
        Shares(self)
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

#[cfg(feature = "toml")]
impl Weights {
    /// Writes weights as TOML that [`from_toml`](Self::from_toml) reads back, equal to 1e-15, with their factors, name and origin.
    ///
    /// ```
    /// use boussole::Weights;
    /// let text = Weights::default().with_name("defaults").to_toml();
    /// assert!(text.starts_with("schema = \"boussole/weights/1\"\nname = \"defaults\"\n\n[weights]\ninterest = "));
    /// # assert!(Weights::from_toml(&text).is_ok());
    /// ```
    ///
    /// # Panics
    ///
    /// Never: names and labels are keys, and integers are those of TOML.
    pub fn to_toml(&self) -> String {
        toml::to_string(self).expect("names and labels are keys, and integers are those of TOML")
    }

    /// Reads weights from TOML: `criterion = number`, bare or in a table `[weights]`; factors of interests in a table `[interests]`, with
    /// labels in any spelling; an optional `schema`, `name` and `[provenance]`.
    ///
    /// JSON of the same form is read by serde, since weights are `Deserialize`.
    ///
    /// ```
    /// use boussole::{Weights, features::Criterion};
    /// let weights = Weights::from_toml("name = \"ours\"\n[weights]\ninterest = 0.8\nstatus = 0.2")?;
    /// assert_eq!((weights.name(), weights.get(Criterion::Status)), (Some("ours"), 0.2));
    /// # Ok::<(), boussole::WeightsError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`WeightsError::Syntax`] for text of another form and for weights that [`new`](Self::new) refuses, with the line.
    pub fn from_toml(text: &str) -> Result<Self, WeightsError> {
        crate::toml_text::from_toml(text).map_err(|reason| WeightsError::Syntax { reason })
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
    fn what_rounding_leaves_of_a_half_goes_to_the_first_of_the_largest() {
        // 1/6 is 2,932,031,007,402 ⅔ units of 2⁻⁴⁴, rounded to 3; three of these are one unit more than ½.
        let equal = [Criterion::Status, Criterion::Sector, Criterion::Words];
        let halves = Weights::new(equal.map(|criterion| (criterion, 1.0))).expect("some are above 0").halves();
        let units = equal.map(|criterion| halves[criterion.index()] * (1_u64 << 44) as f64);
        assert_eq!(units, [2_932_031_007_402.0, 2_932_031_007_403.0, 2_932_031_007_403.0]);
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

    fn provenance(seed: u64) -> Provenance {
        Provenance {
            data: "xxh3_128:00".into(),
            n_pairs: 100,
            n_students: 20,
            n_simulated: 0,
            lambda: Some(10.0),
            seed,
            date: Some("2026-01-31".into()),
            version: "0.1.0".into(),
        }
    }

    fn tuned() -> Weights {
        let weights = Weights::new([(Criterion::Interest, 0.1), (Criterion::Status, 0.7), (Criterion::Sector, 1e-9)]);
        let weights = weights.expect("they are weights").with_interests([("j'aime la nature", 2.0)]).expect("it is a factor");
        weights.with_name("l'académie").with_origin(WeightsOrigin::Tuned(provenance(3)))
    }

    /// Only the last digits of weights may differ.
    #[track_caller]
    fn is_the_same(read: &Weights, written: &Weights) {
        assert_eq!((read.name(), read.origin()), (written.name(), written.origin()));
        assert_eq!(read.interest_factors(), written.interest_factors());
        assert!(written.iter().all(|(criterion, weight)| (read.get(criterion) - weight).abs() < 1e-15), "{read:?}");
    }

    #[test]
    fn json_keeps_name_and_origin() {
        let text = serde_json::to_string(&tuned()).expect("its keys are text");
        is_the_same(&serde_json::from_str(&text).expect("it was written by us"), &tuned());
        assert!(text.starts_with("{\"schema\":\"boussole/weights/1\",\"name\":\"l'académie\",\"weights\":{"), "{text}");
        assert!(text.contains(",\"interests\":{\"j'aime la nature\":2.0},\"provenance\":{"), "{text}");
        let shares = serde_json::to_string(&tuned().shares()).expect("its keys are text");
        assert!(shares.ends_with(",\"interests\":{\"j'aime la nature\":2.0}}"), "{shares}");
        let bare: Weights = serde_json::from_str(r#"{"interest": 3, "status": 1, "name": null}"#).expect("are weights");
        assert_eq!(bare, Weights::new([(Criterion::Interest, 3.0), (Criterion::Status, 1.0)]).expect("are weights"));
        let shares = serde_json::to_string(&bare.shares()).expect("its keys are text");
        assert!(shares.starts_with("{\"interest\":0.75,") && !shares.contains("interests"), "{shares}");
        let plain = serde_json::to_string(&bare).expect("its keys are text");
        assert!(plain.starts_with("{\"schema\":\"boussole/weights/1\",\"weights\":{") && plain.ends_with("}}"), "{plain}");
    }

    #[test]
    fn json_errors_have_the_line() {
        let message = |text| serde_json::from_str::<Weights>(text).map_err(|error| error.to_string()).expect_err("it is wrong");
        assert_eq!(
            message("{\n\"weights\": {\n\"interest\": 1,\n\"status\": -1\n}}"),
            "status: expected a finite weight of at least 0, found -1 at line 4 column 12"
        );
        assert_eq!(
            message("{\"interest\": 1,\n\"interest\": 1}"),
            "interest: expected one weight, found two at line 2 column 13"
        );
        assert_eq!(
            message("{\"interests\": 1}"),
            "invalid type: integer `1`, expected a table of interests and their factors at line 1 column 15"
        );
        assert_eq!(
            message("{\"weights\": 1}"),
            "invalid type: integer `1`, expected a table of criteria and their weights at line 1 column 13"
        );
        assert_eq!(message("[1]"), "invalid type: sequence, expected a table of names and values at line 1 column 0");
    }

    #[cfg(feature = "toml")]
    #[test]
    fn what_is_written_is_read_back() {
        let text = tuned().to_toml();
        is_the_same(&Weights::from_toml(&text).expect("it was written by us"), &tuned());
        let expected = "\n[provenance]\ndata = \"xxh3_128:00\"\nn_pairs = 100\nn_students = 20\nn_simulated = 0\nlambda = 10.0\nseed = 3\n\
                        date = \"2026-01-31\"\nversion = \"0.1.0\"\n";
        assert!(text.ends_with(expected), "{text}");
    }

    #[cfg(feature = "toml")]
    #[test]
    fn what_the_author_states_is_kept() {
        let stated = "interest = 1\n[provenance]\nby = \"nous\"\non = 2026-01-31\nn = 3\nshare = 0.5\nof = [true, {a = 1}]";
        let written = Weights::from_toml(stated).expect("are weights").to_toml();
        let expected = "\n[provenance]\nby = \"nous\"\nn = 3\nof = [true, { a = 1 }]\non = \"2026-01-31\"\nshare = 0.5\n";
        assert!(written.ends_with(expected), "{written}");
    }

    #[cfg(feature = "toml")]
    #[test]
    fn seeds_that_toml_has_no_number_for_are_written() {
        let text = tuned().with_origin(WeightsOrigin::Tuned(provenance(u64::MAX))).to_toml();
        assert!(text.contains("\nseed = \"18446744073709551615\"\n"), "{text}");
        assert!(matches!(Weights::from_toml(&text).as_ref().map(Weights::origin), Ok(Some(WeightsOrigin::Stated(_)))));
    }

    #[cfg(feature = "toml")]
    #[test]
    fn errors_of_files_point_at_their_line() {
        let place = |text| {
            let error = Weights::from_toml(text).expect_err("it is wrong").to_string();
            let place = error.split_once("TOML parse error at ").expect("there is a place").1;
            (place.lines().next().unwrap_or_default().to_owned(), place.lines().last().unwrap_or_default().to_owned())
        };
        let names = Criterion::ALL.map(Criterion::name).join(", ");
        let says = |text, line: &str, message: &str| assert_eq!(place(text), (line.to_owned(), message.to_owned()));
        says(
            "[weights]\nstatus = 1\ntaste = 1.0",
            "line 3, column 1",
            &format!("expected a criterion ({names}), found « taste »"),
        );
        says("status = 1\nsector = \"much\"", "line 2, column 10", "invalid type: string \"much\", expected a number");
        says("status = 1\nsector = -1", "line 2, column 10", "sector: expected a finite weight of at least 0, found -1");
        says("status = 1\n[weights]\nstatus = 1", "line 3, column 10", "status: expected one weight, found two");
        says(
            "[weights]\nstatus = 1\n[interests]\na = 1\nb = -2",
            "line 5, column 5",
            "interests: « b »: expected a factor from 0 to 1000, found -2",
        );
        // The parser gives keys in their order, so the second is « a ».
        says("[interests]\na = 1\n\"A\" = 2", "line 2, column 5", "interests: « a »: expected one factor, found two");
        says("[interests]\na = \"much\"", "line 2, column 5", "invalid type: string \"much\", expected a number");
        let schema =
            "expected schema \"boussole/weights/1\", found \"boussole/weights/9\"; write the weights anew with this version";
        says("\nschema = \"boussole/weights/9\"\n[weights]\nstatus = 1", "line 2, column 10", schema);
    }
}
