//! An occupation as its sheet (*fiche*) describes it.

use serde::{Deserialize, Serialize};

use super::access_level::AccessLevel;
use super::identifier::{MetierId, RomeCode, TrainingId};
use super::label::{Interest, Sector, Status};
use super::riasec::RiasecCode;
use super::spelled_level::levels_named;
use super::title::Title;

/// One occupation (*métier*) with everything that its sheet states.
///
/// Any combination of values is valid, so the fields are public; what the sheet does not state is `None` or empty.
/// A [`Catalogue`](super::Catalogue) gives labels their common spelling and removes duplicates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Metier {
    /// The identifier, unique in a catalogue.
    pub id: MetierId,
    /// The name of the occupation, in its three forms.
    pub title: Title,
    /// Where the sheet is shown: an address that begins with « https:// » or « http:// ».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Codes of the ROME that the occupation belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rome_codes: Vec<RomeCode>,
    /// RIASEC letters: one entry per ROME code that has letters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub riasec: Vec<RiasecCode>,
    /// The lowest level of study that gives access.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_level: Option<AccessLevel>,
    /// Statuses under which the occupation can be exercised.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<Status>,
    /// *Centres d'intérêt* of the sheet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<Interest>,
    /// Sectors of the economy.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<Sector>,
    /// Domains of study and work of the occupation: « domain/sub-domain ».
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    /// Recommended trainings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trainings: Vec<Training>,
    /// The presentation, in paragraphs separated by an empty line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presentation: Option<String>,
    /// The text « En bref » without its part on studies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overview: Option<String>,
    /// The possible studies, and the level after which they begin.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub studies: Vec<StudyPath>,
    /// Sections with unknown headings, kept as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_sections: Vec<Section>,
}

impl Metier {
    /// An occupation with only an identifier and a name.
    pub fn new(id: MetierId, title: Title) -> Self {
        Self {
            id,
            title,
            url: None,
            rome_codes: Vec::new(),
            riasec: Vec::new(),
            access_level: None,
            statuses: Vec::new(),
            interests: Vec::new(),
            sectors: Vec::new(),
            domains: Vec::new(),
            trainings: Vec::new(),
            presentation: None,
            overview: None,
            studies: Vec::new(),
            other_sections: Vec::new(),
        }
    }
}

/// A recommended training.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// Its identifier, if the sheet states one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<TrainingId>,
    /// Its name.
    pub label: String,
}

/// Studies that lead to the occupation, beginning after one level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
pub struct StudyPath {
    /// The sub-heading as written: « Après la 3e ». Empty for text that stands before the first sub-heading.
    pub heading: String,
    /// The levels after which the studies begin, lowest first, as far as the sub-heading names them. In files one level is a text and
    /// several are a list.
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "one_or_several")]
    pub after: Vec<AccessLevel>,
    /// The duration and the diplomas.
    pub text: String,
}

impl StudyPath {
    /// A path from its sub-heading and text; levels are parsed from sub-headings like « Après la 3e » or « Après un BTS ou un BUT ».
    ///
    /// ```
    /// use boussole::catalogue::{AccessLevel, StudyPath};
    /// let path = StudyPath::new("Après un BTS ou un BUT", String::new());
    /// assert_eq!(path.after, [AccessLevel::BacPlus2, AccessLevel::BacPlus3]);
    /// ```
    pub fn new(heading: &str, text: String) -> Self {
        Self { heading: heading.to_owned(), after: levels_after(heading), text }
    }
}

fn levels_after(heading: &str) -> Vec<AccessLevel> {
    let mut levels: Vec<AccessLevel> = levels_named(heading).into_iter().flatten().collect();
    levels.sort_unstable();
    levels.dedup();
    levels
}

/// One level as a text, several as a list.
mod one_or_several {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::AccessLevel;

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Levels {
        One(AccessLevel),
        Several(Vec<AccessLevel>),
    }

    pub(super) fn serialize<S: Serializer>(levels: &[AccessLevel], serializer: S) -> Result<S::Ok, S::Error> {
        match levels {
            [level] => level.serialize(serializer),
            levels => levels.serialize(serializer),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<AccessLevel>, D::Error> {
        Ok(match Levels::deserialize(deserializer)? {
            Levels::One(level) => vec![level],
            Levels::Several(levels) => levels,
        })
    }
}

/// A section with an unknown heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The heading; empty for text that stands before any heading.
    pub heading: String,
    /// The text below it.
    pub text: String,
}

#[cfg(test)]
mod tests {
    //! Properties: a sub-heading yields its level.

    use super::*;

    #[test]
    fn level_of_a_sub_heading() {
        let after = |heading| StudyPath::new(heading, String::new()).after;
        assert_eq!(after("Après la 3e"), [AccessLevel::Troisieme]);
        assert_eq!(after("Après le bac"), [AccessLevel::Bac]);
        assert_eq!(after("Après un bac+2"), [AccessLevel::BacPlus2]);
        assert_eq!(after("Après un CAP ou équivalent"), [AccessLevel::Cap]);
        assert_eq!(after("Après la 3ᵉ ou le CAP"), [AccessLevel::Troisieme, AccessLevel::Cap]);
        assert_eq!(after("Après un BTS, un BUT ou une licence"), [AccessLevel::BacPlus2, AccessLevel::BacPlus3]);
        assert_eq!(after("Ailleurs"), []);
    }
}
