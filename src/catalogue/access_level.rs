//! The ladder of access levels, from « sans diplôme » to « Bac + 9 et plus ».

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::label::heading_key;

/// The minimum level of study that gives access to an occupation: one rung of an ordered ladder.
///
/// Variants are declared in the order of the ladder, so that they compare like levels.
///
/// ```
/// use boussole::catalogue::AccessLevel;
/// assert_eq!("bac+5".parse(), Ok(AccessLevel::BacPlus5));
/// assert!(AccessLevel::Cap < AccessLevel::Bac);
/// assert_eq!(AccessLevel::BacPlus3.to_string(), "Bac + 3");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[allow(missing_docs, reason = "the labels in `AccessLevel::label` say what each rung is")]
pub enum AccessLevel {
    SansDiplome,
    Troisieme,
    Brevet,
    Cap,
    Bac,
    BacPlus1,
    BacPlus2,
    BacPlus3,
    BacPlus4,
    BacPlus5,
    BacPlus6,
    BacPlus7,
    BacPlus8,
    BacPlus9AndMore,
}

impl AccessLevel {
    /// All rungs, lowest first.
    pub const ALL: [Self; 14] = [
        Self::SansDiplome,
        Self::Troisieme,
        Self::Brevet,
        Self::Cap,
        Self::Bac,
        Self::BacPlus1,
        Self::BacPlus2,
        Self::BacPlus3,
        Self::BacPlus4,
        Self::BacPlus5,
        Self::BacPlus6,
        Self::BacPlus7,
        Self::BacPlus8,
        Self::BacPlus9AndMore,
    ];

    /// The level after this many years of study beyond the baccalauréat: 0 for the bac itself, 9 or more for the top rung.
    ///
    /// ```
    /// use boussole::catalogue::AccessLevel;
    /// assert_eq!(AccessLevel::bac_plus(3), AccessLevel::BacPlus3);
    /// assert_eq!(AccessLevel::bac_plus(12), AccessLevel::BacPlus9AndMore);
    /// ```
    pub const fn bac_plus(years: u8) -> Self {
        let rung = Self::Bac.rung() + years as usize;
        if rung < Self::ALL.len() { Self::ALL[rung] } else { Self::BacPlus9AndMore }
    }

    /// The rung for an identifier of Onisep's reference lists, if it is one of the known REF.413, REF.421 and REF.410.
    pub(super) fn of_id(id: &str) -> Option<Self> {
        Some(match id.trim() {
            "REF.413" => Self::Cap,
            "REF.421" => Self::BacPlus3,
            "REF.410" => Self::BacPlus5,
            _ => return None,
        })
    }

    /// The place on the ladder, 0 for « sans diplôme » to 13 for « Bac + 9 et plus ».
    pub const fn rung(self) -> usize {
        self as usize
    }

    /// The label that Onisep prints.
    pub const fn label(self) -> &'static str {
        match self {
            Self::SansDiplome => "sans diplôme",
            Self::Troisieme => "3e",
            Self::Brevet => "diplôme national du brevet",
            Self::Cap => "CAP ou équivalent",
            Self::Bac => "Bac ou équivalent",
            Self::BacPlus1 => "Bac + 1",
            Self::BacPlus2 => "Bac + 2",
            Self::BacPlus3 => "Bac + 3",
            Self::BacPlus4 => "Bac + 4",
            Self::BacPlus5 => "Bac + 5",
            Self::BacPlus6 => "Bac + 6",
            Self::BacPlus7 => "Bac + 7",
            Self::BacPlus8 => "Bac + 8",
            Self::BacPlus9AndMore => "Bac + 9 et plus",
        }
    }
}

impl fmt::Display for AccessLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

impl From<AccessLevel> for String {
    fn from(level: AccessLevel) -> Self {
        level.label().to_owned()
    }
}

/// The error for text that names no rung of the ladder.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "expected an access level (« sans diplôme », « 3e », « diplôme national du brevet », « CAP ou équivalent », \
     « Bac ou équivalent », « Bac + 1 » to « Bac + 8 » or « Bac + 9 et plus »), found « {found} »"
)]
pub struct UnknownAccessLevel {
    /// The text that was found.
    pub found: String,
}

impl TryFrom<String> for AccessLevel {
    type Error = UnknownAccessLevel;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl FromStr for AccessLevel {
    type Err = UnknownAccessLevel;

    /// Parses a label of the ladder in any typography (« bac+5 », « Bac + 5 ») or a common short form.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(level) = Self::ALL.into_iter().find(|level| level.label() == text) {
            return Ok(level);
        }
        let key = heading_key(text);
        known_level(&key)
            .or_else(|| years_after_bac(&key).map(Self::bac_plus))
            .ok_or_else(|| UnknownAccessLevel { found: text.trim().to_owned() })
    }
}

fn known_level(key: &str) -> Option<AccessLevel> {
    Some(match key {
        "sans diplome" | "aucun diplome" | "sans diplome particulier" => AccessLevel::SansDiplome,
        "3e" | "3eme" | "fin de 3e" | "classe de 3e" | "troisieme" => AccessLevel::Troisieme,
        "diplome national du brevet" | "brevet" | "dnb" => AccessLevel::Brevet,
        "cap ou equivalent" | "cap" | "bep" | "cap/bep" | "cap, bep ou equivalent" => AccessLevel::Cap,
        "bac ou equivalent" | "bac" | "baccalaureat" | "baccalaureat ou equivalent" => AccessLevel::Bac,
        _ => return None,
    })
}

/// The years, at least one, in « bac + 3 », « bac + 3 ou équivalent » or « bac + 9 et plus ».
fn years_after_bac(key: &str) -> Option<u8> {
    let rest = key.strip_prefix("bac + ")?;
    let years = rest
        .strip_suffix(" ou equivalent")
        .or_else(|| rest.strip_suffix(" et plus"))
        .or_else(|| rest.strip_suffix(" ans"))
        .unwrap_or(rest);
    years.parse().ok().filter(|years| (1..=15).contains(years))
}

#[cfg(test)]
mod tests {
    //! Properties: every label parses back, all spellings of a rung parse to it, nonsense is refused with its text.

    use super::*;

    #[track_caller]
    fn reads(text: &str, level: AccessLevel) {
        assert_eq!(text.parse(), Ok(level), "{text:?}");
    }

    #[test]
    fn every_label_reads_back_in_order() {
        for (rung, level) in AccessLevel::ALL.into_iter().enumerate() {
            reads(level.label(), level);
            assert_eq!(level.rung(), rung);
        }
        assert!(AccessLevel::ALL.is_sorted());
    }

    #[test]
    fn spellings() {
        reads("Bac\u{a0}+\u{a0}5", AccessLevel::BacPlus5);
        reads("bac+5", AccessLevel::BacPlus5);
        reads("BAC +2", AccessLevel::BacPlus2);
        reads("CAP ou equivalent", AccessLevel::Cap);
        reads("Bac + 9 et plus", AccessLevel::BacPlus9AndMore);
        reads("bac+12", AccessLevel::BacPlus9AndMore);
        reads("Sans Diplôme", AccessLevel::SansDiplome);
        reads("3ème", AccessLevel::Troisieme);
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", "bac + ", "bac + 0", "bac + x", "CAPE", "bac + 300"] {
            assert!(text.parse::<AccessLevel>().is_err(), "{text:?}");
        }
        assert_eq!(
            "CAPE".parse::<AccessLevel>().map_err(|error| error.to_string()),
            Err("expected an access level (« sans diplôme », « 3e », « diplôme national du brevet », « CAP ou équivalent », « Bac ou équivalent », \
                 « Bac + 1 » to « Bac + 8 » or « Bac + 9 et plus »), found « CAPE »"
                .to_owned())
        );
    }
}
