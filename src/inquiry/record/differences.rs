//! Where two JSON documents differ.

use serde::Serialize;
use serde_json::Value;

/// How many differences are listed; after a change of the catalogue there may be thousands.
pub(super) const MAX_DIFFERENCES: usize = 20;

/// The parts of a record that make others differ; they are listed first.
const CAUSES: [&str; 3] = ["schema", "version", "question"];

/// One place at which two documents differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Difference {
    /// The place: `answer.recommendations[0].score`.
    pub place: String,
    /// What was recorded, as JSON; `None` when the record lacks the place.
    pub recorded: Option<String>,
    /// What the replay has there, as JSON; `None` when it lacks the place.
    pub replayed: Option<String>,
}

/// The first differences between two objects, causes first, and the number of all differences.
pub(super) fn differences(recorded: &Value, replayed: &Value) -> (Vec<Difference>, usize) {
    let mut search = DifferenceList { found: Vec::new(), n: 0 };
    let (mut causes, mut effects) = (Vec::new(), Vec::new());
    for document in [recorded, replayed] {
        let keys = document.as_object().into_iter().flat_map(serde_json::Map::keys);
        for key in keys {
            let keys = if CAUSES.contains(&key.as_str()) { &mut causes } else { &mut effects };
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    for key in causes.into_iter().chain(effects) {
        search.compare(key, recorded.get(key), replayed.get(key));
    }
    (search.found, search.n)
}

struct DifferenceList {
    found: Vec<Difference>,
    n: usize,
}

impl DifferenceList {
    fn compare(&mut self, place: &str, recorded: Option<&Value>, replayed: Option<&Value>) {
        match (recorded, replayed) {
            (Some(Value::Object(left)), Some(Value::Object(right))) => {
                let new = right.keys().filter(|key| !left.contains_key(*key));
                for key in left.keys().chain(new) {
                    self.compare(&format!("{place}.{key}"), left.get(key), right.get(key));
                }
            }
            (Some(Value::Array(left)), Some(Value::Array(right))) => {
                for index in 0..left.len().max(right.len()) {
                    self.compare(&format!("{place}[{index}]"), left.get(index), right.get(index));
                }
            }
            _ if is_same(recorded, replayed) => {}
            _ => self.add(place, recorded, replayed),
        }
    }

    fn add(&mut self, place: &str, recorded: Option<&Value>, replayed: Option<&Value>) {
        self.n += 1;
        if self.found.len() < MAX_DIFFERENCES {
            let text = |value: Option<&Value>| value.map(Value::to_string);
            self.found.push(Difference { place: place.to_owned(), recorded: text(recorded), replayed: text(replayed) });
        }
    }
}

/// Numbers are the same when they are written the same, that is, to the bit.
fn is_same(left: Option<&Value>, right: Option<&Value>) -> bool {
    match (left, right) {
        (Some(Value::Number(left)), Some(Value::Number(right))) => left.to_string() == right.to_string(),
        _ => left == right,
    }
}

#[cfg(test)]
mod tests {
    //! Properties: places are written as a person would write them; what is missing on one side is a difference;
    //! causes are listed before their effects; the rest is counted.

    use super::*;

    #[test]
    fn places() {
        let left = serde_json::json!({"a": [1, {"b": 2.0}], "c": null, "d": "x"});
        let right = serde_json::json!({"a": [1, {"b": 2.5}, 3], "c": null, "e": "x"});
        let told = |place: &str, recorded: Option<&str>, replayed: Option<&str>| Difference {
            place: place.into(),
            recorded: recorded.map(str::to_owned),
            replayed: replayed.map(str::to_owned),
        };
        let expected = [
            told("a[1].b", Some("2.0"), Some("2.5")),
            told("a[2]", None, Some("3")),
            told("d", Some("\"x\""), None),
            told("e", None, Some("\"x\"")),
        ];
        assert_eq!(differences(&left, &right), (expected.to_vec(), 4));
        assert_eq!(differences(&left, &left), (Vec::new(), 0));
    }

    #[test]
    fn numbers_are_the_same_to_the_bit() {
        let is_found = |left: f64, right: f64| differences(&serde_json::json!({"a": left}), &serde_json::json!({"a": right})).1;
        assert_eq!([is_found(0.0, -0.0), is_found(0.5, 0.5), is_found(1.0, 1.0 + f64::EPSILON)], [1, 0, 1]);
    }

    #[test]
    fn causes_come_first() {
        let (left, right) = (serde_json::json!({"answer": 1, "question": 1}), serde_json::json!({"answer": 2, "question": 2}));
        let (found, _) = differences(&left, &right);
        assert_eq!(found.iter().map(|one| one.place.as_str()).collect::<Vec<_>>(), ["question", "answer"]);
    }

    #[test]
    fn the_rest_is_counted() {
        let (found, n) = differences(&serde_json::json!({"a": vec![0; 100]}), &serde_json::json!({"a": vec![1; 100]}));
        assert_eq!((found.len(), n), (MAX_DIFFERENCES, 100));
    }
}
