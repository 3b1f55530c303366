//! The result for one student of many, as one line of JSON.

use serde::Serialize;
use serde_json::value::RawValue;

use boussole::catalogue::{Catalogue, MetierId};
use boussole::ranking::Placed;

/// What a line of a batch is answered with.
#[derive(Debug, Clone)]
pub enum BatchOutcome<'a> {
    /// The métiers that were found.
    Shortlist {
        /// The catalogue that was ranked.
        catalogue: &'a Catalogue,
        /// The métiers, best first.
        placed: Vec<Placed>,
    },
    /// Why there are none.
    Error(String),
}

#[derive(Serialize)]
struct Line<'a> {
    id: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    recommendations: Option<Vec<Entry<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a MetierId,
    score: f64,
}

impl BatchOutcome<'_> {
    /// One line: `{"id": …, "recommendations": [{"id": "MET.1", "score": 0.7}]}`, or `{"id": …, "error": "…"}`, without a line end.
    ///
    /// The identifier is JSON as it was read, null without one.
    pub fn json_line(&self, id: Option<&RawValue>) -> String {
        let line = match self {
            Self::Error(error) => Line { id, recommendations: None, error: Some(error) },
            Self::Shortlist { catalogue, placed } => {
                let entry = |one: &Placed| Entry { id: &catalogue.metiers()[one.position].id, score: one.score.value() };
                Line { id, recommendations: Some(placed.iter().map(entry).collect()), error: None }
            }
        };
        serde_json::to_string(&line).expect("texts and finite numbers can be written")
    }
}
