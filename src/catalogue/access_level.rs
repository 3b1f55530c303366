//! The ladder of access levels, from « sans diplôme » to « Bac + 9 et plus ».

use std::fmt;

use serde::{Deserialize, Serialize};

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

#[cfg(test)]
mod tests {
    //! Properties: every label parses back, in the order of the ladder.

    use super::*;

    #[test]
    fn every_label_reads_back_in_order() {
        for (rung, level) in AccessLevel::ALL.into_iter().enumerate() {
            assert_eq!(level.label().parse(), Ok(level));
            assert_eq!(level.rung(), rung);
        }
        assert!(AccessLevel::ALL.is_sorted());
    }
}
