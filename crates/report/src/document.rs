//! JSON documents as all reports write them.

use serde::Serialize;

/// One document on several lines, ended by a line feed.
pub(super) fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("maps have text keys and numbers are finite");
    text.push('\n');
    text
}
