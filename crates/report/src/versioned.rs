//! JSON documents as all reports write them: a result, and the schema that promises its keys.

use serde::Serialize;

/// A result with the name and number of its schema in front.
#[derive(Serialize)]
pub(crate) struct Versioned<T> {
    pub(crate) schema: &'static str,
    #[serde(flatten)]
    pub(crate) result: T,
}

impl<T: Serialize> Versioned<T> {
    /// The document on several lines, ended by a line feed.
    pub(crate) fn json(schema: &'static str, result: T) -> String {
        pretty(&Self { schema, result })
    }
}

/// One value on several lines, ended by a line feed.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("maps have text keys and numbers are finite");
    text.push('\n');
    text
}
