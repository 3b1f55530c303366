//! Holland's six vocational types, and the code of an occupation in the ROME.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// One of Holland's six vocational types.
///
/// # References
///
/// J. L. Holland, « A theory of vocational choice », *Journal of Counseling Psychology* 6(1), 1959, doi:10.1037/h0040767.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RiasecLetter {
    /// Realistic: works with hands, tools, machines, outdoors.
    R,
    /// Investigative: observes, analyses, understands.
    I,
    /// Artistic: creates and expresses.
    A,
    /// Social: helps, teaches, cares.
    S,
    /// Enterprising: leads, persuades, sells.
    E,
    /// Conventional: orders, counts, follows rules.
    C,
}

impl RiasecLetter {
    /// All letters, in the order of the name RIASEC.
    pub const ALL: [Self; 6] = [Self::R, Self::I, Self::A, Self::S, Self::E, Self::C];

    /// The letter as a character.
    pub const fn as_char(self) -> char {
        match self {
            Self::R => 'R',
            Self::I => 'I',
            Self::A => 'A',
            Self::S => 'S',
            Self::E => 'E',
            Self::C => 'C',
        }
    }

    fn named(character: char) -> Option<Self> {
        let upper = character.to_ascii_uppercase();
        Self::ALL.into_iter().find(|letter| letter.as_char() == upper)
    }
}

impl fmt::Display for RiasecLetter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.as_char())
    }
}

/// The letters of one ROME code: a major type and perhaps another, minor one.
///
/// ```
/// use boussole::catalogue::{RiasecCode, RiasecLetter};
/// let code: RiasecCode = "Rc".parse()?;
/// assert_eq!((code.major(), code.minor()), (RiasecLetter::R, Some(RiasecLetter::C)));
/// assert_eq!("RR".parse::<RiasecCode>()?.minor(), None);
/// # Ok::<(), boussole::catalogue::InvalidRiasec>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RiasecCode {
    major: RiasecLetter,
    minor: Option<RiasecLetter>,
}

impl RiasecCode {
    /// A code; a minor letter that equals the major one is dropped.
    pub fn new(major: RiasecLetter, minor: Option<RiasecLetter>) -> Self {
        Self { major, minor: minor.filter(|minor| *minor != major) }
    }

    /// The type that describes the occupation best.
    pub fn major(self) -> RiasecLetter {
        self.major
    }

    /// The second type, if the code has one.
    pub fn minor(self) -> Option<RiasecLetter> {
        self.minor
    }
}

/// The error for text that is not a RIASEC code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected one or two letters of RIASEC, found « {found} »")]
pub struct InvalidRiasec {
    /// The text that was found.
    pub found: String,
}

impl FromStr for RiasecCode {
    type Err = InvalidRiasec;

    /// Parses one letter or two; case is ignored.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let invalid = || InvalidRiasec { found: text.trim().to_owned() };
        let mut letters = text.trim().chars().map(RiasecLetter::named);
        let major = letters.next().flatten().ok_or_else(invalid)?;
        let minor = letters.next().map(|letter| letter.ok_or_else(invalid)).transpose()?;
        if letters.next().is_some() { Err(invalid()) } else { Ok(Self::new(major, minor)) }
    }
}

impl TryFrom<String> for RiasecCode {
    type Error = InvalidRiasec;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<RiasecCode> for String {
    fn from(code: RiasecCode) -> Self {
        code.to_string()
    }
}

impl fmt::Display for RiasecCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.major)?;
        self.minor.map_or(Ok(()), |minor| write!(f, "{minor}"))
    }
}

#[cfg(test)]
mod tests {
    //! Properties: every code parses back, other texts are refused with the text that was found.

    use super::*;

    #[test]
    fn every_code_reads_back() {
        for major in RiasecLetter::ALL {
            for minor in RiasecLetter::ALL.map(Some).into_iter().chain([None]) {
                let code = RiasecCode::new(major, minor);
                assert_eq!(code.to_string().parse(), Ok(code));
                assert_eq!(code.to_string().to_lowercase().parse(), Ok(code));
            }
        }
    }

    #[test]
    fn others_are_refused() {
        for text in ["", "X", "RX", "RIA", "R C", "É"] {
            assert!(text.parse::<RiasecCode>().is_err(), "{text:?}");
        }
        assert_eq!(
            " RX ".parse::<RiasecCode>().map_err(|error| error.to_string()),
            Err("expected one or two letters of RIASEC, found « RX »".to_owned())
        );
    }
}
