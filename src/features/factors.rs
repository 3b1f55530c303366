//! How much single interests count beside their rarity, as somebody decided.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::catalogue::{Catalogue, UnknownLabel, label_key, quoted};

/// The largest factor: what counts a thousand times as much has no rival, and sums of weights stay finite.
pub const LARGEST_FACTOR: f64 = 1000.0;

/// The most factors: no vocabulary has as many interests.
pub const MAX_FACTORS: usize = 10_000;

/// Factors of interests by label: 1 for each that is not named.
///
/// A factor multiplies the weight that an interest has from its rarity ([`interest_weights`](super::interest_weights)) in what each
/// métier has of it; with 0 the interest counts for nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InterestFactors {
    /// Label and factor by key, so that each interest has one factor whatever its spelling.
    by_key: Arc<BTreeMap<String, (String, f64)>>,
}

/// Why factors were refused.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FactorError {
    /// A factor is negative, too large or not a number.
    #[error("interests: « {label} »: expected a factor from 0 to {LARGEST_FACTOR}, found {found}")]
    OutOfRange {
        /// The interest.
        label: String,
        /// The factor.
        found: f64,
    },
    /// There are more factors than any vocabulary has interests.
    #[error("interests: expected at most {MAX_FACTORS} factors, found more")]
    TooMany,
    /// An interest has two factors, in two spellings.
    #[error("interests: « {label} »: expected one factor, found two")]
    Repeated {
        /// The interest, as it was named the second time.
        label: String,
    },
}

/// Why factors do not suit a catalogue: every interest that it does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", listed(.unknown, .repeated))]
#[non_exhaustive]
pub struct UnsuitedFactors {
    /// Labels that no métier carries.
    pub unknown: Vec<UnknownLabel>,
    /// Interests of the catalogue that two labels name.
    pub repeated: Vec<String>,
}

fn listed(unknown: &[UnknownLabel], repeated: &[String]) -> String {
    let unknown = unknown.iter().map(|error| format!("weights: interests: {error}"));
    let repeated = repeated.iter().map(|label| format!("weights: interests: « {label} »: expected one factor, found two"));
    unknown.chain(repeated).collect::<Vec<_>>().join("\n")
}

impl InterestFactors {
    /// Factors by label, in any spelling.
    ///
    /// # Errors
    ///
    /// [`FactorError`] when a factor is not from 0 to [`LARGEST_FACTOR`], an interest has two, or there are more than [`MAX_FACTORS`].
    pub fn new(factors: impl IntoIterator<Item = (impl Into<String>, f64)>) -> Result<Self, FactorError> {
        let mut checked = Self::default();
        for (label, found) in factors {
            checked.add(label.into(), found)?;
        }
        Ok(checked)
    }

    pub(crate) fn add(&mut self, label: String, found: f64) -> Result<(), FactorError> {
        if MAX_FACTORS <= self.by_key.len() {
            return Err(FactorError::TooMany);
        }
        if !(0.0..=LARGEST_FACTOR).contains(&found) {
            return Err(FactorError::OutOfRange { label: quoted(&label), found });
        }
        let shown = quoted(&label);
        // Adding 0 makes 0 of −0.
        match Arc::make_mut(&mut self.by_key).insert(label_key(&label), (label, found + 0.0)) {
            None => Ok(()),
            Some(_) => Err(FactorError::Repeated { label: shown }),
        }
    }

    /// Whether every interest has factor 1 because none is named.
    pub fn is_empty(&self) -> bool {
        self.by_key.is_empty()
    }

    /// Label and factor of each interest that is named, in the order of keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, f64)> {
        self.by_key.values().map(|(label, factor)| (label.as_str(), *factor))
    }

    /// The factor of an interest in any spelling; 1 where it is not named.
    pub fn get(&self, label: &str) -> f64 {
        self.by_key.get(&label_key(label)).map_or(1.0, |(_, factor)| *factor)
    }

    /// The factor of each interest of a catalogue, shape (`n_interests`).
    ///
    /// # Errors
    ///
    /// [`UnsuitedFactors`] when no métier carries an interest that is named, or two names are one interest.
    pub fn of_catalogue(&self, catalogue: &Catalogue) -> Result<Vec<f64>, UnsuitedFactors> {
        let vocabulary = catalogue.interests();
        let mut factors: Vec<Option<f64>> = vec![None; vocabulary.len()];
        let (mut unknown, mut repeated) = (Vec::new(), Vec::new());
        for (label, factor) in self.iter() {
            match vocabulary.find(label) {
                Err(error) => unknown.push(error),
                Ok(place) if factors[place].replace(factor).is_some() => repeated.push(vocabulary.terms()[place].label.clone()),
                Ok(_) => {}
            }
        }
        if unknown.is_empty() && repeated.is_empty() {
            return Ok(factors.into_iter().map(|factor| factor.unwrap_or(1.0)).collect());
        }
        Err(UnsuitedFactors { unknown, repeated })
    }
}

impl Serialize for InterestFactors {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

#[cfg(test)]
mod tests {
    //! Properties: one factor for each interest in any spelling, nothing negative or NaN, every unknown interest with the nearest ones.

    use super::*;
    use crate::catalogue::{Interest, Metier, Title};

    fn catalogue() -> Catalogue {
        let mut metier = Metier::new("MET.1".parse().expect("an id"), Title::from_heading("x"));
        metier.interests = ["j'aime bouger", "je veux m'occuper d'enfants"].map(Interest::new).into();
        Catalogue::from_metiers([metier]).catalogue
    }

    #[track_caller]
    fn refused(factors: &[(&str, f64)], message: &str) {
        assert_eq!(InterestFactors::new(factors.iter().copied()).map_err(|error| error.to_string()), Err(message.to_owned()));
    }

    #[track_caller]
    fn of_catalogue(factors: &[(&str, f64)]) -> Result<Vec<f64>, String> {
        let factors = InterestFactors::new(factors.iter().copied()).expect("they are factors");
        factors.of_catalogue(&catalogue()).map_err(|error| error.to_string())
    }

    #[test]
    fn nonsense_is_refused() {
        refused(&[("a", -0.5)], "interests: « a »: expected a factor from 0 to 1000, found -0.5");
        refused(&[("a", f64::NAN)], "interests: « a »: expected a factor from 0 to 1000, found NaN");
        refused(&[("a", 1001.0)], "interests: « a »: expected a factor from 0 to 1000, found 1001");
        refused(
            &[("J’aime bouger", 1.0), ("j'aime bouger", 1.0)],
            "interests: « j'aime bouger »: expected one factor, found two",
        );
    }

    #[test]
    fn the_factor_of_a_name_is_had_in_any_spelling() {
        let factors = InterestFactors::new([("J’aime bouger", 2.0), ("compter", -0.0)]).expect("they are factors");
        assert_eq!(["j'aime bouger", "compter", "dessiner"].map(|label| factors.get(label)), [2.0, 0.0, 1.0]);
        assert!(factors.get("compter").is_sign_positive());
        assert_eq!([factors.is_empty(), InterestFactors::default().is_empty()], [false, true]);
    }

    #[test]
    fn each_interest_of_a_catalogue_has_its_factor() {
        assert_eq!(of_catalogue(&[]), Ok(vec![1.0, 1.0]));
        assert_eq!(of_catalogue(&[("J’aime bouger", 2.0)]), Ok(vec![2.0, 1.0]));
        assert_eq!(of_catalogue(&[("J'aime le contact avec les enfants", -0.0)]), Ok(vec![1.0, 0.0]));
    }

    #[test]
    fn unknown_interests_come_with_the_nearest() {
        let expected = "weights: interests: expected an interest of the catalogue, found « j'aime bougé »; the nearest are « j'aime bouger »\n\
                        weights: interests: expected an interest of the catalogue, found « xyz »; it has none like it";
        assert_eq!(of_catalogue(&[("xyz", 1.0), ("j'aime bougé", 1.0)]), Err(expected.to_owned()));
        let twice = [("j'aime le contact avec les enfants", 1.0), ("je veux m'occuper d'enfants", 1.0)];
        let expected = "weights: interests: « je veux m'occuper d'enfants »: expected one factor, found two";
        assert_eq!(of_catalogue(&twice), Err(expected.to_owned()));
    }
}
