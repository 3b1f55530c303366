//! The result for one student of many, as one line of JSON.

use boussole::catalogue::Catalogue;
use boussole::ranking::Placed;

/// Writes the lines of a batch over one catalogue; what is the same for each student is made once.
#[derive(Debug, Clone)]
pub struct BatchLines {
    /// `},{"id":"MET.1","score":` of each métier, in the order of the catalogue.
    entries: Vec<Box<str>>,
}

impl BatchLines {
    /// The lines over a catalogue.
    pub fn new(catalogue: &Catalogue) -> Self {
        let entry = |id| format!("}},{{\"id\":{},\"score\":", serde_json::to_string(id).expect("a text can be written"));
        Self { entries: catalogue.metiers().iter().map(|metier| entry(&metier.id).into()).collect() }
    }

    /// Appends one line: `{"id": …, "recommendations": [{"id": "MET.1", "score": 0.7}]}`, without a line end.
    ///
    /// The identifier is JSON as it was read, null without one.
    pub fn write(&self, id: Option<&str>, placed: &[Placed], line: &mut Vec<u8>) {
        write_id(id, line);
        line.extend_from_slice(b",\"recommendations\":[");
        for (index, one) in placed.iter().enumerate() {
            // Before the first entry there is none to end.
            let begin = if index == 0 { "},".len() } else { 0 };
            line.extend_from_slice(&self.entries[one.position].as_bytes()[begin..]);
            serde_json::to_writer(&mut *line, &one.score.value()).expect("a finite number can be written");
        }
        line.extend_from_slice(if placed.is_empty() { b"]}" } else { b"}]}" });
    }

    /// Appends one line: `{"id": …, "error": "…"}`, without a line end.
    pub fn write_error(id: Option<&str>, error: &str, line: &mut Vec<u8>) {
        write_id(id, line);
        line.extend_from_slice(b",\"error\":");
        serde_json::to_writer(&mut *line, error).expect("a text can be written");
        line.push(b'}');
    }
}

fn write_id(id: Option<&str>, line: &mut Vec<u8>) {
    line.extend_from_slice(b"{\"id\":");
    line.extend_from_slice(id.unwrap_or("null").as_bytes());
}
