//! From the question of one student to the answer, on any thread.

use boussole::ranking::Placed;
use boussole::{Profile, Recommender};
use boussole_report::BatchOutcome;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::question::{Content, Question};
#[cfg(feature = "arrow")]
use super::results::ResultRows;
use crate::message::shown;

/// In which form answers are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Line,
    #[cfg(feature = "arrow")]
    Row,
}

/// The answer to one question.
pub(super) struct Answer {
    pub(super) number: usize,
    pub(super) end: u64,
    /// What to tell about it.
    pub(super) problem: Option<String>,
    pub(super) told: Told,
}

/// What is written.
pub(super) enum Told {
    Line(String),
    #[cfg(feature = "arrow")]
    Row(ResultRows),
}

/// Who asks, as JSON, and what they get, or why nothing.
struct Found {
    id: Option<Box<RawValue>>,
    outcome: Result<Vec<Placed>, String>,
}

/// The part of a line that is not of the profile.
#[derive(Deserialize)]
#[serde(expecting = "a table of names and values")]
struct Named {
    id: Option<Box<RawValue>>,
}

impl Answer {
    pub(super) fn of(question: Question, recommender: &Recommender, k: usize, kind: Kind) -> Self {
        let found = match question.content {
            Content::Line(bytes) => of_line(bytes, recommender, k),
            Content::Broken(error) | Content::Refused(error) => Found { id: None, outcome: Err(error) },
            #[cfg(feature = "arrow")]
            Content::Row(row) => of_row(*row, recommender, k),
        };
        let found = Found { outcome: found.outcome.map_err(shown), ..found };
        let problem = found.outcome.as_ref().err().cloned();
        Self { number: question.number, end: question.end, problem, told: found.told(recommender, kind) }
    }
}

fn of_line(bytes: Vec<u8>, recommender: &Recommender, k: usize) -> Found {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Found { id: None, outcome: Err(format!("expected UTF-8 text, found: {error}")) },
    };
    let text = text.trim_start_matches('\u{feff}').trim();
    let named = serde_json::from_str::<Named>(text);
    if let Ok(Named { id: None }) = named {
        return Found { id: None, outcome: Err("expected a profile with an \"id\", found none".to_owned()) };
    }
    let profile = Profile::from_json(text).map_err(|error| error.to_string());
    Found { id: named.ok().and_then(|named| named.id), outcome: shortlist(profile, recommender, k) }
}

#[cfg(feature = "arrow")]
fn of_row(row: super::profiles::TableRow, recommender: &Recommender, k: usize) -> Found {
    let id = row.id.map(|id| serde_json::value::to_raw_value(&id).expect("a text can be written as JSON"));
    Found { id, outcome: shortlist(row.profile.map_err(|error| error.to_string()), recommender, k) }
}

fn shortlist(profile: Result<Profile, String>, recommender: &Recommender, k: usize) -> Result<Vec<Placed>, String> {
    recommender.shortlist(&profile?, k).map_err(|error| error.to_string())
}

impl Found {
    fn told(self, recommender: &Recommender, kind: Kind) -> Told {
        match kind {
            Kind::Line => {
                let catalogue = recommender.catalogue();
                let shortlist = |placed| BatchOutcome::Shortlist { catalogue, placed };
                let outcome = self.outcome.map_or_else(BatchOutcome::Error, shortlist);
                Told::Line(outcome.json_line(self.id.as_deref()) + "\n")
            }
            #[cfg(feature = "arrow")]
            Kind::Row => {
                // A text without its quotes; anything else as it is written.
                let plain = |id: Box<RawValue>| serde_json::from_str(id.get()).unwrap_or_else(|_| id.get().to_owned());
                Told::Row(ResultRows { id: self.id.map(plain), outcome: self.outcome })
            }
        }
    }
}
