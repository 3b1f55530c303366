//! One line of a batch: who asks, and what they get.

use boussole::Profile;
use boussole::profile::UncheckedProfile;
use boussole::ranking::{Placed, Worker};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::limits::MAX_LINE_BYTES;

/// Who asks, as JSON, and what they get, or why nothing.
pub(super) struct Asked<'a> {
    pub(super) id: Option<&'a str>,
    pub(super) outcome: Result<Vec<Placed>, String>,
}

/// The part of a line that is not of the profile.
#[derive(Deserialize)]
#[serde(expecting = "a table of names and values")]
struct Named<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
}

impl<'a> Asked<'a> {
    /// Reads a line once and ranks.
    pub(super) fn of(line: &'a [u8], worker: &mut Worker<'_>, k: usize) -> Self {
        if MAX_LINE_BYTES < line.len() {
            return Self::too_long(line.len());
        }
        let text = match std::str::from_utf8(line) {
            Ok(text) => text.trim_start_matches('\u{feff}').trim(),
            Err(error) => return Self::wrong(format!("expected UTF-8 text, found: {error}")),
        };
        // A list is read as the parts of a profile in their order, but names nobody.
        match UncheckedProfile::from_json_line(text) {
            Ok((Some(id), profile)) if text.starts_with('{') => {
                Self { id: Some(id), outcome: worker.shortlist(&profile, k).map_err(|error| error.to_string()) }
            }
            _ => Self::without_form(text, worker, k),
        }
    }

    /// A line that was not taken for its length.
    pub(super) fn too_long(n_bytes: usize) -> Self {
        Self::wrong(format!("expected a line of at most {MAX_LINE_BYTES} bytes, found {n_bytes}"))
    }

    /// A line of nobody.
    pub(super) fn wrong(error: String) -> Self {
        Self { id: None, outcome: Err(error) }
    }

    /// A line that is no profile with an identifier: who asks may be known nonetheless.
    fn without_form(text: &'a str, worker: &Worker<'_>, k: usize) -> Self {
        let named = serde_json::from_str::<Named<'_>>(text);
        if let Ok(Named { id: None }) = named {
            return Self::wrong("expected a profile with an \"id\", found none".to_owned());
        }
        let profile = Profile::from_json(text).map_err(|error| error.to_string());
        let shortlist = |profile| worker.recommender().shortlist(&profile, k).map_err(|error| error.to_string());
        Self { id: named.ok().and_then(|named| named.id).map(RawValue::get), outcome: profile.and_then(shortlist) }
    }
}
