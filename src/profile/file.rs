//! Profiles as TOML or JSON text.

use super::error::ProfileError;
use super::form::ProfileForm;
use super::student::Profile;
use super::unchecked::UncheckedProfile;
#[cfg(feature = "toml")]
use crate::toml_text::from_toml;

/// The error for text that is not a valid profile.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ProfileFileError {
    /// The text does not have the form of a profile.
    #[error("profile: expected {format} with the parts of a profile, found: {reason}")]
    Syntax {
        /// TOML or JSON.
        format: &'static str,
        /// The message of the parser, with line and column.
        reason: String,
    },
    /// The form is right, but some answers are not.
    #[error(transparent)]
    Profile(#[from] ProfileError),
}

impl Profile {
    /// Reads a profile from JSON if the text begins with `{`, otherwise from TOML, where this build reads it.
    ///
    /// # Errors
    ///
    /// [`ProfileFileError`], either with line and column of a syntax error, or with every wrong answer.
    #[cfg(feature = "json")]
    pub fn from_text(text: &str) -> Result<Self, ProfileFileError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        #[cfg(feature = "toml")]
        if !text.trim_start().starts_with('{') {
            return Self::from_toml(text);
        }
        Self::from_json(text)
    }

    /// Reads a profile from TOML.
    ///
    /// ```
    /// use boussole::Profile;
    /// let profile = Profile::from_toml("[interests]\n\"j'aime bouger\" = 0.5\n[access_level]\nwilling = \"bac+2\"")?;
    /// assert_eq!(profile.interests().iter().next(), Some(("j'aime bouger", 0.5)));
    /// # Ok::<(), boussole::profile::ProfileFileError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ProfileFileError`], either with line and column of a syntax error, or with every wrong answer.
    #[cfg(feature = "toml")]
    pub fn from_toml(text: &str) -> Result<Self, ProfileFileError> {
        let form: ProfileForm<'_> = from_toml(text).map_err(|error| syntax("TOML", &error))?;
        Ok(UncheckedProfile::from(form).check()?)
    }

    /// Reads a profile from JSON.
    ///
    /// # Errors
    ///
    /// [`ProfileFileError`], either with line and column of a syntax error, or with every wrong answer.
    #[cfg(feature = "json")]
    pub fn from_json(text: &str) -> Result<Self, ProfileFileError> {
        let form: ProfileForm<'_> = serde_json::from_str(text).map_err(|error| syntax("JSON", &error))?;
        Ok(UncheckedProfile::from(form).check()?)
    }
}

#[cfg(feature = "json")]
impl<'a> UncheckedProfile<'a> {
    /// Reads a line of a batch: who asks, as JSON, and what they say, not yet checked.
    ///
    /// ```
    /// use boussole::profile::UncheckedProfile;
    /// let line = r#"{"id": "a7", "interests": {"j'aime bouger": 1}}"#;
    /// let (id, student) = UncheckedProfile::from_json_line(line)?;
    /// assert_eq!((id, student.interests.len()), (Some("\"a7\""), 1));
    /// # Ok::<(), boussole::profile::ProfileFileError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ProfileFileError::Syntax`], with the place.
    pub fn from_json_line(text: &'a str) -> Result<(Option<&'a str>, Self), ProfileFileError> {
        type Identified<'a> = ProfileForm<'a, Option<&'a serde_json::value::RawValue>>;
        let form: Identified<'a> = serde_json::from_str(text).map_err(|error| syntax("JSON", &error))?;
        Ok((form.id.map(serde_json::value::RawValue::get), form.into()))
    }
}

fn syntax(format: &'static str, error: &dyn std::fmt::Display) -> ProfileFileError {
    ProfileFileError::Syntax { format, reason: error.to_string().trim_end().to_owned() }
}
