//! Making a recorded list again, and finding what differs.

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::differences::{Difference, differences};
use super::four_items::FourItems;
use super::write::{RECORD_SCHEMA, write};
use crate::catalogue::Catalogue;
use crate::profile::{Profile, ProfileError};
use crate::ranking::{DiversityError, Recommender, RecommenderError};
use crate::serialize_keys;
use crate::weights::Weights;

/// What became of a recorded list when it was made again.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Replay {
    /// The record, made again.
    pub replayed: String,
    /// Where it differs from the record that was given, in the order of the record; at most twenty.
    pub differences: Vec<Difference>,
    /// The number of all differences.
    pub n_differences: usize,
    /// How many métiers were recommended.
    pub n_recommendations: usize,
    /// Whether the two are the same text, byte by byte.
    pub has_same_bytes: bool,
    /// The four items of the list that was made again.
    pub four_items: FourItems,
}

/// Why a record could not be replayed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ReplayError {
    /// The text is not JSON, or lacks what a replay needs.
    #[error("record: expected JSON that `boussole recommend --record` writes, found: {reason}")]
    Syntax {
        /// What the parser says.
        reason: String,
    },
    /// A record of another version of the format.
    #[error("record: expected schema \"{RECORD_SCHEMA}\", found \"{found}\"; replay it with the version that wrote it")]
    Schema {
        /// The schema that was found.
        found: String,
    },
    /// The recorded diversity is not valid.
    #[error("record: diversity: {0}")]
    Diversity(#[from] DiversityError),
    /// The catalogue lacks what the recorded profile names.
    #[error("record: {0}")]
    Profile(#[from] ProfileError),
    /// The catalogue is empty.
    #[error(transparent)]
    Recommender(#[from] RecommenderError),
}

#[derive(Deserialize)]
#[serde(expecting = "a table of names and values")]
struct Recorded<'a> {
    schema: String,
    /// Read when the schema is known.
    #[serde(borrow)]
    question: &'a RawValue,
}

#[derive(Deserialize)]
#[serde(expecting = "a table of names and values")]
struct RecordedQuestion {
    weights: Weights,
    weights_origin: Value,
    profile: Profile,
    k: usize,
    diversity: String,
}

impl Replay {
    /// Whether everything is as recorded, to the last bit of every number.
    pub fn is_identical(&self) -> bool {
        self.n_differences == 0
    }
}

serialize_keys!(impl Replay as this {
    "identical" => this.is_identical(),
    "same_bytes" => this.has_same_bytes,
    "n_recommendations" => this.n_recommendations,
    "n_differences" => this.n_differences,
    "differences" => this.differences,
});

/// Makes a recorded list again with a catalogue and compares the two, field by field.
///
/// Another catalogue or another version of this library is listed as a difference, and so is everything that follows from it.
///
/// # Errors
///
/// [`ReplayError`] when the text is not a record, or names what the catalogue does not have.
pub fn replay(text: &str, catalogue: Catalogue) -> Result<Replay, ReplayError> {
    let recorded: Recorded<'_> = serde_json::from_str(text).map_err(|error| syntax(&error))?;
    if recorded.schema != RECORD_SCHEMA {
        return Err(ReplayError::Schema { found: recorded.schema });
    }
    let question: RecordedQuestion = serde_json::from_str(recorded.question.get()).map_err(|error| in_question(&error))?;
    let recommender = Recommender::new(catalogue, question.weights)?;
    let diversity = question.diversity.parse()?;
    let (replayed, four_items) = write(&recommender, &question.profile, question.k, diversity, &question.weights_origin)?;
    let [before, after] = [text, &replayed].map(serde_json::from_str::<Value>);
    let (before, after) = (before.map_err(|error| syntax(&error))?, after.expect("it was just written"));
    let (differences, n_differences) = differences(&before, &after);
    let n_recommendations = after["answer"]["recommendations"].as_array().map_or(0, Vec::len);
    let has_same_bytes = text == replayed;
    Ok(Replay { replayed, differences, n_differences, n_recommendations, has_same_bytes, four_items })
}

/// An error without its place, which would be counted from the beginning of the question.
fn in_question(error: &serde_json::Error) -> ReplayError {
    let text = error.to_string();
    let end = text.rfind(" at line ").unwrap_or(text.len());
    ReplayError::Syntax { reason: text[..end].to_owned() }
}

fn syntax(error: &serde_json::Error) -> ReplayError {
    ReplayError::Syntax { reason: error.to_string() }
}

#[cfg(feature = "demo")]
#[cfg(test)]
mod tests {
    //! Properties: a record replays to the same bytes, whatever the weights and the diversity; what was changed by hand is found; text
    //! that is not a record is refused with a message that says what is.

    use super::*;
    use crate::features::Criterion;
    use crate::inquiry::{RecordedWeights, record};
    use crate::ranking::Diversity;

    fn profile() -> Profile {
        let builder =
            Profile::builder().seed(u64::MAX).likes("J’aime la nature").interest("j'aime bouger", -0.3).status("salarié", 0.1);
        builder.excludes("MET.10".parse().expect("an identifier")).build().expect("is valid")
    }

    fn recorded(weights: Weights, diversity: Diversity) -> String {
        let recommender = Recommender::new(Catalogue::demo(), weights).expect("there are métiers");
        record(&recommender, &profile(), 5, diversity, RecordedWeights::Given(None)).expect("the labels are of the catalogue")
    }

    #[test]
    fn same_bytes() {
        let odd = Weights::new([(Criterion::Interest, 0.1), (Criterion::Status, 0.7), (Criterion::Domain, 1.0 / 3.0)]);
        let factors = [("j'aime la nature", 0.1), ("J’aime bouger", 1.7)];
        let with_factors = Weights::default().with_interests(factors).expect("are factors");
        for weights in [Weights::default(), odd.expect("are weights"), with_factors] {
            for diversity in [Diversity::None, Diversity::XQUAD, Diversity::MMR] {
                let text = recorded(weights.clone(), diversity);
                let replay = replay(&text, Catalogue::demo()).expect("is a record");
                assert_eq!(replay.replayed, text);
                assert!(replay.is_identical() && replay.has_same_bytes && replay.n_recommendations == 5);
            }
        }
    }

    #[test]
    fn what_was_changed_is_found() {
        let text = recorded(Weights::default(), Diversity::None);
        let document: Value = serde_json::from_str(&text).expect("is JSON");
        let score = &document["answer"]["recommendations"][0]["score"];
        let tampered = text.replacen(&format!("\"score\": {score}"), "\"score\": 0.99", 1);
        let found = replay(&tampered, Catalogue::demo()).expect("is a record");
        assert!(!found.is_identical());
        let expected = Difference {
            place: "answer.recommendations[0].score".into(),
            recorded: Some("0.99".into()),
            replayed: Some(score.to_string()),
        };
        assert_eq!((found.differences, found.n_differences), (vec![expected], 1));
        let most = Catalogue::demo().metiers().iter().skip(5).map(|metier| metier.as_ref().clone()).collect::<Vec<_>>();
        let without_exclusion = text.replacen("\"exclude\": [\n          \"MET.10\"\n        ]", "\"exclude\": []", 1);
        assert_ne!(text, without_exclusion);
        let found = replay(&without_exclusion, Catalogue::from_metiers(most).catalogue);
        let places: Vec<String> = found.expect("is a record").differences.into_iter().map(|one| one.place).collect();
        assert!(places.contains(&"question.catalogue.fingerprint".to_owned()), "{places:?}");
    }

    #[track_caller]
    fn refused(text: &str, message: &str) {
        assert_eq!(replay(text, Catalogue::demo()).map_err(|error| error.to_string()), Err(message.to_owned()));
    }

    #[test]
    fn no_records_are_refused() {
        refused(
            "{}",
            "record: expected JSON that `boussole recommend --record` writes, found: missing field `schema` at line 1 column 2",
        );
        refused(
            r#"{"schema": "boussole/record/1", "question": {}}"#,
            "record: expected schema \"boussole/record/2\", found \"boussole/record/1\"; replay it with the version that wrote it",
        );
        let text = recorded(Weights::default(), Diversity::None);
        refused(
            &text.replacen("\"diversity\": \"none\"", "\"diversity\": \"dpp\"", 1),
            "record: diversity: expected « none », « xquad », « mmr », « xquad=λ » or « mmr=λ », found « dpp »",
        );
        refused(
            &text.replacen("\"related\": 0.0", "\"related\": -0.04", 1),
            "record: expected JSON that `boussole recommend --record` writes, found: related: expected a finite weight of at least 0, found -0.04",
        );
    }
}
