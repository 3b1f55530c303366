//! Identifiers of Onisep and France Travail: `MET.7829`, `FOR.7112`, `K2104`.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::quoted::quoted;

/// The longest run of digits that an Onisep identifier may have; real ones have at most seven.
const MAX_DIGITS: usize = 12;

/// The longest identifier of Onisep: three letters, a dot and digits.
pub(crate) const MAX_ID_BYTES: usize = 4 + MAX_DIGITS;

/// The error for text that is not an identifier of the expected form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an identifier such as {example}, found « {found} »")]
pub struct InvalidIdentifier {
    /// One valid identifier of that kind.
    pub example: &'static str,
    /// The text that was found.
    pub found: String,
}

/// Declares an identifier with a checking constructor.
macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident, $example:literal, $is_valid:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// The identifier as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidIdentifier;

            /// Parses an identifier; surrounding spaces and case are ignored.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let is_valid: fn(&str) -> bool = $is_valid;
                if is_valid(text) {
                    return Ok(Self(text.into()));
                }
                let upper = text.trim().to_ascii_uppercase();
                if is_valid(&upper) {
                    Ok(Self(upper.into()))
                } else {
                    Err(InvalidIdentifier { example: $example, found: quoted(text) })
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidIdentifier;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.as_str().to_owned()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

identifier! {
    /// The identifier of an occupation sheet: `MET.` and digits.
    ///
    /// ```
    /// use boussole::catalogue::MetierId;
    /// let id: MetierId = "MET.7829".parse()?;
    /// assert_eq!(id.as_str(), "MET.7829");
    /// # Ok::<(), boussole::catalogue::InvalidIdentifier>(())
    /// ```
    MetierId, "MET.7829", |text| is_onisep(text, "MET.")
}
identifier! {
    /// The identifier of a training: `FOR.` and digits.
    TrainingId, "FOR.7112", |text| is_onisep(text, "FOR.")
}
identifier! {
    /// A code of the ROME, the French directory of occupations: one letter from A to N and four digits.
    RomeCode, "K2104", is_rome
}

fn is_onisep(text: &str, prefix: &str) -> bool {
    text.strip_prefix(prefix)
        .is_some_and(|digits| (1..=MAX_DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_rome(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 5 && (b'A'..=b'N').contains(&bytes[0]) && bytes[1..].iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    //! Properties: real identifiers are parsed, anything else is refused with the text that was found.

    use super::*;

    #[test]
    fn real_identifiers_are_read() {
        assert_eq!(" met.7829 ".parse::<MetierId>().map(|id| id.to_string()), Ok("MET.7829".into()));
        assert!("FOR.7112".parse::<TrainingId>().is_ok());
        assert!("k2104".parse::<RomeCode>().is_ok());
    }

    #[test]
    fn others_are_refused() {
        for text in ["", "MET.", "MET.12a", "MET.1234567890123", "FOR.1", "7829", "MET.١"] {
            assert!(text.parse::<MetierId>().is_err(), "{text:?}");
        }
        for text in ["K210", "K21045", "Z2104", "21045", "ÉÉ1"] {
            assert!(text.parse::<RomeCode>().is_err(), "{text:?}");
        }
        assert_eq!(
            "K210".parse::<RomeCode>().map_err(|error| error.to_string()),
            Err("expected an identifier such as K2104, found « K210 »".into())
        );
    }
}
