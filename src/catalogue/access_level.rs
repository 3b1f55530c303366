//! The ladder of access levels, from « sans diplôme » to « Bac + 9 et plus ».

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::label::heading_key;
use super::quoted::quoted;

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

    /// Parses a label of the ladder in any typography (« bac+5 », « Bac + 5 »), a diploma of the table in `docs/reading.md`, or a level of
    /// the national framework (« niveau 4 »).
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(level) = Self::ALL.into_iter().find(|level| level.label() == text) {
            return Ok(level);
        }
        let unknown = || UnknownAccessLevel { found: quoted(text) };
        if MAX_LEVEL_BYTES < text.len() {
            return Err(unknown());
        }
        known_level(&level_key(text)).ok_or_else(unknown)
    }
}

/// A longer text is a sentence.
const MAX_LEVEL_BYTES: usize = 100;

/// What people write for a rung: diplomas, and levels of the framework of 2019 in digits and of 1969 in Roman numerals.
const SPELLINGS: [(AccessLevel, &[&str]); 9] = [
    (AccessLevel::SansDiplome, &["sans diplôme", "aucun diplôme", "sans diplôme particulier", "sans qualification"]),
    (AccessLevel::Troisieme, &["3e", "3ème", "troisième", "fin de 3e", "classe de 3e", "collège"]),
    (AccessLevel::Brevet, &["diplôme national du brevet", "brevet", "brevet des collèges", "DNB"]),
    (
        AccessLevel::Cap,
        &[
            "CAP",
            "BEP",
            "CAP BEP",
            "CAP, BEP",
            "CAP agricole",
            "CAPA",
            "BEPA",
            "niveau 3",
            "niveau V",
            "titre professionnel de niveau 3",
        ],
    ),
    (
        AccessLevel::Bac,
        &[
            "bac",
            "baccalauréat",
            "bac général",
            "bac technologique",
            "bac techno",
            "bac pro",
            "bac professionnel",
            "baccalauréat professionnel",
            "baccalauréat général",
            "baccalauréat technologique",
            "BP",
            "brevet professionnel",
            "BMA",
            "brevet des métiers d'art",
            "terminale",
            "niveau 4",
            "niveau IV",
        ],
    ),
    (AccessLevel::BacPlus2, &["BTS", "BTSA", "DUT", "DEUG", "DEUST", "classe prépa", "prépa", "CPGE", "niveau 5", "niveau III"]),
    (
        AccessLevel::BacPlus3,
        &[
            "licence",
            "licence pro",
            "licence professionnelle",
            "bachelor",
            "BUT",
            "DCG",
            "DN MADE",
            "DNMADE",
            "L3",
            "niveau 6",
            "niveau II",
        ],
    ),
    (AccessLevel::BacPlus4, &["maîtrise", "master 1", "M1"]),
    (
        AccessLevel::BacPlus5,
        &[
            "master",
            "master 2",
            "M2",
            "master pro",
            "master professionnel",
            "mastère",
            "mastère spécialisé",
            "DESS",
            "DEA",
            "DSCG",
            "ingénieur",
            "diplôme d'ingénieur",
            "école d'ingénieurs",
            "école de commerce",
            "niveau 7",
            "niveau I",
        ],
    ),
];

/// Doctorates, which have a rung of their own at the top of the table.
const DOCTORATES: [&str; 5] = ["doctorat", "thèse", "PhD", "niveau 8", "doctorat d'État"];

/// Words around a level that change nothing.
const PREFIXES: [&str; 11] =
    ["apres ", "niveau ", "a partir de ", "a partir du ", "la ", "le ", "l'", "les ", "un ", "une ", "de "];
const SUFFIXES: [&str; 11] = [
    " ou equivalent",
    " ou equivalents",
    " et plus",
    " ou plus",
    " minimum",
    " min",
    " ans",
    " requis",
    " exige",
    " au moins",
    " et +",
];

/// The text without typography, remarks in brackets and words that change nothing.
fn level_key(text: &str) -> String {
    let without_remark = text.split_once(['(', '[']).map_or(text, |(before, _)| before);
    let text = if without_remark.trim().is_empty() { text } else { without_remark };
    let spaced: String = text.chars().map(|letter| if matches!(letter, '-' | '_' | '/' | '–') { ' ' } else { letter }).collect();
    let mut key = heading_key(&spaced).replace(" plus ", " + ").replace('ᵉ', "e").replace("3eme", "3e");
    key = key.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    while let Some(shorter) = SUFFIXES.iter().find_map(|suffix| key.strip_suffix(suffix)) {
        key = shorter.to_owned();
    }
    key
}

/// The level of a key, or of what stands behind words that change nothing.
fn known_level(key: &str) -> Option<AccessLevel> {
    let is_key = |spelling: &&str| level_key(spelling) == key;
    if let Some((level, _)) = SPELLINGS.iter().find(|(_, spellings)| spellings.iter().any(&is_key)) {
        return Some(*level);
    }
    if DOCTORATES.iter().any(is_key) {
        return Some(AccessLevel::BacPlus8);
    }
    years_after_bac(key)
        .map(AccessLevel::bac_plus)
        .or_else(|| PREFIXES.iter().find_map(|prefix| known_level(key.strip_prefix(prefix)?)))
}

/// The years, at least one, in « bac + 3 »; the lower ones of « bac + 2/3 ».
fn years_after_bac(key: &str) -> Option<u8> {
    let years = key.strip_prefix("bac + ")?;
    let years = years.strip_suffix(" +").unwrap_or(years).split([' ', 'a']).find(|years| !years.is_empty())?;
    let is_range = key.strip_prefix("bac + ")?.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'+' | b'a'));
    years.parse().ok().filter(|years| is_range && (1..=15).contains(years))
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

    /// What people write for a level, and the rung that it means.
    #[test]
    fn levels_as_people_write_them() {
        for (level, texts) in [
            (AccessLevel::SansDiplome, &["sans diplome", "Aucun diplôme"][..]),
            (AccessLevel::Troisieme, &["après la 3e", "Après la 3ᵉ", "fin de 3ème"]),
            (AccessLevel::Brevet, &["brevet", "DNB", "le brevet des collèges"]),
            (AccessLevel::Cap, &["CAP-BEP", "CAP/BEP", "CAP, BEP ou équivalent", "niveau 3", "Niveau V", "CAP ou équivalent "]),
            (
                AccessLevel::Bac,
                &["bac pro", "Bac professionnel", "niveau 4 (bac ou équivalent)", "niveau bac", "brevet professionnel"],
            ),
            (
                AccessLevel::BacPlus2,
                &["BTS", "un BTS", "DUT", "bac plus 2", "BAC +2/3", "Bac + 2 minimum", "niveau bac + 2", "bac+2 à 3"],
            ),
            (AccessLevel::BacPlus3, &["Licence", "licence pro", "BUT", "Niveau 6", "bachelor", "bac + 3 ans"]),
            (AccessLevel::BacPlus4, &["master 1", "bac plus 4"]),
            (
                AccessLevel::BacPlus5,
                &["Master", "bac plus 5", "bac + 5 et plus", "niveau 7", "diplôme d'ingénieur", "BAC+5", "Bac + 5 ou plus"],
            ),
            (AccessLevel::BacPlus8, &["doctorat", "niveau 8", "bac+8"]),
        ] {
            for text in texts {
                reads(text, level);
            }
        }
    }

    #[test]
    fn no_spelling_means_two_levels_and_all_are_documented() {
        let mut seen = std::collections::BTreeMap::new();
        let mut table = "| level | also |\n| --- | --- |\n".to_owned();
        for (level, spellings) in SPELLINGS.into_iter().chain([(AccessLevel::BacPlus8, &DOCTORATES[..])]) {
            for spelling in spellings {
                let first = seen.insert(level_key(spelling), level);
                assert!(first.is_none_or(|first| first == level), "{spelling}");
                reads(spelling, level);
            }
            table.push_str(&["| ", &level.to_string(), " | ", &spellings.join(", "), " |\n"].concat());
        }
        assert!(include_str!("../../docs/reading.md").contains(&table), "docs/reading.md lacks:\n{table}");
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", "bac + ", "bac + 0", "bac + x", "CAPE", "bac + 300", "niveau", "niveau 1", "le", "(bac)", "un métier"] {
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
