//! A recommender that is asked and answers in text.

use boussole::catalogue::MetierId;
use boussole::inquiry::{RecordedWeights, record, replay};
#[cfg(feature = "toml")]
use boussole::toml_text::from_toml;
use boussole::{Catalogue, Profile, Recommender, Weights};
use boussole_report::{ReplayReport, Voice};
use serde::Deserialize;

use crate::answers::{by_level, compare, explain, how_sure, recommend, what_if, written};
use crate::failure::{Failure, FailureKind};
use crate::options::{
    CompareOptions, ExplainOptions, LadderOptions, ListOptions, RecordOptions, ReplayOptions, TopOptions, options_of,
};

/// A recommender over a catalogue and weights.
///
/// A profile is the text of a profile file, JSON or, where this build reads it, TOML. Options are JSON, and an empty text states none. A métier is named by its identifier or
/// by a clear name. Each call returns a document, and fails with a [`Failure`] when the profile, the métier or the options are at fault.
///
/// ```
/// use boussole_documents::{Advisor, Shelf};
/// # #[cfg(feature = "demo")] {
/// let advisor = Advisor::new(Shelf::demo().catalogue(), "")?;
/// let document = advisor.recommend(r#"{"interests": {"j'ai le sens du contact": 1}}"#, r#"{"top": 3}"#)?;
/// assert!(document.starts_with("{\n  \"schema\": \"boussole/recommendation/"));
/// # }
/// # Ok::<(), boussole_documents::Failure>(())
/// ```
#[derive(Debug, Clone)]
pub struct Advisor {
    recommender: Recommender,
    origin: RecordedWeights,
}

#[allow(clippy::missing_errors_doc, reason = "stated once, on the type")]
impl Advisor {
    /// An advisor. Weights are the default ones for an empty text, else JSON with a number for each criterion, or a file of weights, in JSON or, where
    /// this build reads it, in the TOML that `boussole tune` writes.
    pub fn new(catalogue: &Catalogue, weights: &str) -> Result<Self, Failure> {
        let (weights, origin) = given_weights(weights)?;
        Ok(Self { recommender: Recommender::new(catalogue.clone(), weights)?, origin })
    }

    /// The recommender.
    pub fn recommender(&self) -> &Recommender {
        &self.recommender
    }

    /// The first métiers for a profile, with their reasons. Options: [`ListOptions`].
    pub fn recommend(&self, profile: &str, options: &str) -> Result<String, Failure> {
        let options: ListOptions = options_of(options)?;
        Ok(recommend(&self.recommender, &Profile::from_text(profile)?, &options)?)
    }

    /// Why a métier has its score, ranked or not. Options: [`ExplainOptions`].
    pub fn explain(&self, profile: &str, metier: &str, options: &str) -> Result<String, Failure> {
        let options: ExplainOptions = options_of(options)?;
        let id = self.metier(metier, options.voice())?;
        Ok(explain(&self.recommender, &Profile::from_text(profile)?, &id, &options)?)
    }

    /// Why one métier comes before another. Options: [`CompareOptions`].
    pub fn compare(&self, profile: &str, first: &str, second: &str, options: &str) -> Result<String, Failure> {
        let options: CompareOptions = options_of(options)?;
        let (first, second) = (self.metier(first, options.voice())?, self.metier(second, options.voice())?);
        Ok(compare(&self.recommender, &Profile::from_text(profile)?, [&first, &second], &options)?)
    }

    /// The smallest changes of answers that bring a métier into the list, or take it out. Options: [`TopOptions`].
    pub fn what_if(&self, profile: &str, metier: &str, options: &str) -> Result<String, Failure> {
        let options: TopOptions = options_of(options)?;
        let id = self.metier(metier, options.voice())?;
        Ok(what_if(&self.recommender, &Profile::from_text(profile)?, &id, &options)?)
    }

    /// How sure a list is. Options: [`TopOptions`].
    pub fn stability(&self, profile: &str, options: &str) -> Result<String, Failure> {
        let options: TopOptions = options_of(options)?;
        Ok(how_sure(&self.recommender, &Profile::from_text(profile)?, &options)?)
    }

    /// The best métiers at each level. Options: [`LadderOptions`].
    pub fn ladder(&self, profile: &str, options: &str) -> Result<String, Failure> {
        let options: LadderOptions = options_of(options)?;
        Ok(by_level(&self.recommender, &Profile::from_text(profile)?, &options)?)
    }

    /// What is needed to make a list again, byte for byte, and to say how it came about. Options: `top` and `diversity`.
    pub fn record(&self, profile: &str, options: &str) -> Result<String, Failure> {
        let RecordOptions { top, diversity } = options_of(options)?;
        Ok(record(&self.recommender, &Profile::from_text(profile)?, top, diversity, self.origin.clone())?)
    }

    /// Makes a recorded list again with the weights that it records, and says whether it is identical. Options: [`ReplayOptions`].
    pub fn replay(&self, record: &str, options: &str) -> Result<String, Failure> {
        let options: ReplayOptions = options_of(options)?;
        let found = replay(record, self.recommender.catalogue().clone())?;
        Ok(written(&ReplayReport::new(&found), options.format, options.voice()))
    }

    fn metier(&self, text: &str, voice: Voice) -> Result<MetierId, Failure> {
        let found = self.recommender.catalogue().find(text);
        found.map(|metier| metier.id.clone()).map_err(|error| Failure::of_name(&error, voice))
    }
}

/// Weights from a text as [`Advisor::new`] takes it, and where they are from.
///
/// # Errors
///
/// [`Failure`] of the kind `weights` for a text of another form, an unknown criterion, or weights that are negative or all zero.
pub fn given_weights(text: &str) -> Result<(Weights, RecordedWeights), Failure> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim();
    if text.is_empty() {
        return Ok((Weights::default(), RecordedWeights::Defaults));
    }
    #[cfg(feature = "toml")]
    if !text.starts_with('{') {
        let stated = from_toml(text).ok().and_then(|Stated { provenance }| provenance);
        return Ok((Weights::from_toml(text)?, RecordedWeights::Given(stated)));
    }
    let expected = |error| {
        Failure::new(FailureKind::Weights, format!("weights: expected JSON with a number for each criterion, found: {error}"))
    };
    let stated = serde_json::from_str(text).ok().and_then(|Stated { provenance }| provenance);
    Ok((serde_json::from_str(text).map_err(expected)?, RecordedWeights::Given(stated)))
}

/// What a file of weights says about where it is from.
#[derive(Deserialize)]
struct Stated {
    provenance: Option<serde_json::Value>,
}
