//! Preferences as JSON lines.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde_json::Value;
use xxhash_rust::xxh3::xxh3_128;

use super::preference::{Choice, Preference, PreferencePlace, PreferenceProblem, PreferencesError};
use super::preferences::{PairCollector, Preferences};
use super::values::Grain;
use boussole::catalogue::MetierId;
use boussole::profile::Profile;
use boussole::ranking::Recommender;

/// The most characters of a wrong value that a message quotes.
const MAX_QUOTED: usize = 40;

#[derive(Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
struct Line {
    #[serde(default)]
    student: Option<Student>,
    /// Whether a simulator made the pair.
    #[serde(default)]
    simulated: bool,
    #[serde(default)]
    profile: Option<Box<Profile>>,
    preferred: Value,
    over: Value,
}

/// A name or a number.
#[derive(Deserialize)]
#[serde(untagged)]
enum Student {
    Name(String),
    Number(i64),
}

enum Side {
    Metier(MetierId),
    Scores(BTreeMap<String, f64>),
}

impl Preferences {
    /// Reads preferences from lines of JSON; blank lines are skipped.
    ///
    /// A line is `{"profile": {…}, "preferred": "MET.1", "over": "MET.2"}`, or has scores by name on both sides and no profile.
    /// `"student"` says whose it is, `"simulated": true` that a simulator made it; both may be left out.
    ///
    /// ```
    /// use boussole_tuning::{Grain, Preferences};
    /// use boussole::{Catalogue, Recommender, Weights};
    /// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    /// let lines = r#"{"student": "a", "preferred": {"interest": 0.7, "status": 0.5}, "over": {"interest": 0.4, "status": 0.5}}"#;
    /// assert_eq!(Preferences::from_json_lines(lines, &recommender, Grain::Criterion)?.n_pairs(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`PreferencesError`] with every wrong line and its number, at once.
    pub fn from_json_lines(text: &str, recommender: &Recommender, grain: Grain) -> Result<Self, PreferencesError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let read: Vec<_> = lines.map(|(index, line)| (PreferencePlace::Line(index + 1), parse(line))).collect();
        let first = read.iter().find_map(|(_, preference)| preference.as_ref().ok());
        let mut collector = match first.map(|preference| &preference.choice) {
            Some(Choice::Scores { .. }) => PairCollector::of_scores(recommender.weights()),
            _ => PairCollector::of_metiers(recommender, grain),
        };
        for (place, preference) in read {
            match preference {
                Ok(preference) => collector.add(place, &preference),
                Err(problem) => collector.problem(place, problem),
            }
        }
        collector.finish()
    }
}

/// The fingerprint of a file of preferences: `xxh3_128:` and 32 hexadecimal digits, as `xxhsum -H2` prints them.
pub fn data_hash(bytes: &[u8]) -> String {
    format!("xxh3_128:{:032x}", xxh3_128(bytes))
}

fn parse(line: &str) -> Result<Preference, PreferenceProblem> {
    let line: Line = serde_json::from_str(line).map_err(|error| PreferenceProblem::Syntax { reason: reason(&error) })?;
    let student = line.student.map(|student| match student {
        Student::Name(name) => name,
        Student::Number(number) => number.to_string(),
    });
    let choice = match (line.profile, side("preferred", line.preferred)?, side("over", line.over)?) {
        (Some(profile), Side::Metier(preferred), Side::Metier(over)) => Choice::Metiers { profile, preferred, over },
        (None, Side::Scores(preferred), Side::Scores(over)) => Choice::Scores { preferred, over },
        (None, Side::Metier(_), Side::Metier(_)) => return Err(PreferenceProblem::NoProfile),
        _ => return Err(PreferenceProblem::Muddled),
    };
    Ok(Preference { student, is_simulated: line.simulated, choice })
}

fn side(side: &'static str, value: Value) -> Result<Side, PreferenceProblem> {
    let wrong = |value: &dyn fmt::Display| {
        let found: String = value.to_string().chars().take(MAX_QUOTED).collect();
        PreferenceProblem::Side { side, found }
    };
    match value {
        Value::String(text) => text.parse().map(Side::Metier).map_err(|_| wrong(&Value::String(text))),
        Value::Object(map) => {
            let score = |(name, value): (String, Value)| value.as_f64().map(|score| (name, score)).ok_or_else(|| wrong(&value));
            Ok(Side::Scores(map.into_iter().map(score).collect::<Result<_, _>>()?))
        }
        other => Err(wrong(&other)),
    }
}

/// What the parser says, on one line, without its line number: it is always 1.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let cut = text.rfind(" at line ").unwrap_or(text.len());
    let lines: Vec<&str> = text[..cut].lines().collect();
    format!("{} (column {})", lines.join("; "), error.column())
}
