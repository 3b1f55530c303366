//! Preferences as JSON lines.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use xxhash_rust::xxh3::xxh3_128;

use super::collector::PairCollector;
use super::preference::{Choice, Preference, PreferencePlace, PreferenceProblem, PreferencesError, quoted};
use super::preferences::Preferences;
use super::values::Grain;
use boussole::catalogue::MetierId;
use boussole::profile::Profile;
use boussole::ranking::Recommender;

/// The least propensity that counts: what is hardly ever seen would otherwise decide alone.
pub const MIN_PROPENSITY: f64 = 0.1;

#[derive(Deserialize)]
#[serde(expecting = "a table of names and values")]
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
    #[serde(default)]
    weight: Option<f64>,
    #[serde(default)]
    count: Option<f64>,
    /// How likely what was preferred was seen at its place, in (0, 1].
    #[serde(default)]
    propensity: Option<f64>,
    /// Where what was preferred stood in the list; says nothing without a propensity.
    #[serde(default, rename = "position")]
    _position: IgnoredAny,
    /// When it was; says nothing here.
    #[serde(default, rename = "timestamp")]
    _timestamp: IgnoredAny,
    #[serde(flatten)]
    #[allow(clippy::zero_sized_map_values, reason = "serde flattens into maps; only the names are wanted")]
    others: BTreeMap<String, IgnoredAny>,
}

/// A name or a number.
#[derive(Deserialize)]
#[serde(untagged, expecting = "student: expected a name or a whole number")]
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
    /// `"student"` says whose it is, `"simulated": true` that a simulator made it; both may be left out. A pair counts `weight · count /
    /// max(propensity, 0.1)` times, each 1 where it is left out; `"position"` and `"timestamp"` may be there and say nothing. A line that is
    /// wrong is left out, and [`remarks`](Self::remarks) tell each kind once.
    ///
    /// # References
    ///
    /// T. Joachims, A. Swaminathan, T. Schnabel, « Unbiased learning-to-rank with biased feedback », 2017, DOI 10.1145/3018661.3018699:
    /// inverse propensities, clipped.
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
    /// [`PreferencesError`] with every wrong line and its number, at once, when more than [`MAX_LEFT_OUT`](super::MAX_LEFT_OUT) is wrong, or no line is
    /// left; and one problem when each interest is to have its own weight and the lines hold scores.
    pub fn from_json_lines(text: &str, recommender: &Recommender, grain: Grain) -> Result<Self, PreferencesError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let (mut read, mut n_bad) = (Vec::new(), 0);
        for (index, line) in lines {
            let preference = parse(line);
            n_bad += usize::from(preference.is_err());
            read.push((PreferencePlace::Line(index + 1), preference));
            if MAX_BAD_LINES < n_bad {
                break;
            }
        }
        let mut good = read.iter().filter_map(|(place, read)| Some((*place, &read.as_ref().ok()?.0.choice)));
        let mut collector = match (good.next(), grain) {
            (Some((place, Choice::Scores { .. })), Grain::Interest) => {
                let problems = vec![(place, PreferenceProblem::NoInterests)];
                return Err(PreferencesError { problems, n_left_out: read.len(), n_lines: read.len() });
            }
            (Some((_, Choice::Scores { .. })), Grain::Criterion) => PairCollector::of_scores(recommender.weights()),
            _ => PairCollector::of_metiers(recommender, grain),
        };
        for (place, preference) in read {
            match preference {
                Ok((preference, others)) => {
                    collector.add(place, &preference);
                    for name in others {
                        collector.remark(place, PreferenceProblem::ExtraField { name });
                    }
                }
                Err(problem) => collector.problem(place, problem),
            }
        }
        if MAX_BAD_LINES < n_bad { Err(collector.refusal()) } else { collector.finish() }
    }
}

/// After so many lines that are none, the rest of a file is not read: of the largest file these are more than may be left out.
const MAX_BAD_LINES: usize = 200_000;

/// The fingerprint of a file of preferences: `xxh3_128:` and 32 hexadecimal digits, as `xxhsum -H2` prints them.
pub(super) fn data_hash(bytes: &[u8]) -> String {
    format!("xxh3_128:{:032x}", xxh3_128(bytes))
}

/// A preference, and fields that say nothing.
fn parse(line: &str) -> Result<(Preference, Vec<String>), PreferenceProblem> {
    let line: Line = serde_json::from_str(line).map_err(|error| PreferenceProblem::Syntax { reason: reason(&error) })?;
    let weight = weight(&line)?;
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
    let others = line.others.into_keys().map(|name| quoted(&name)).collect();
    Ok((Preference { student, is_simulated: line.simulated, weight, choice }, others))
}

/// How much a line counts.
fn weight(line: &Line) -> Result<f64, PreferenceProblem> {
    let number = |field, found: Option<f64>, expected, is_valid: fn(f64) -> bool| match found.unwrap_or(1.0) {
        found if found.is_finite() && is_valid(found) => Ok(found),
        found => Err(PreferenceProblem::Weight { field, expected, found }),
    };
    let weight = number("weight", line.weight, "a finite number above 0", |weight| 0.0 < weight)?;
    let count = number("count", line.count, "a number from 1", |count| 1.0 <= count)?;
    let seen = number("propensity", line.propensity, "a number above 0, at most 1", |seen| 0.0 < seen && seen <= 1.0)?;
    Ok(weight * count / seen.max(MIN_PROPENSITY))
}

fn side(side: &'static str, value: Value) -> Result<Side, PreferenceProblem> {
    let wrong = |value: &dyn fmt::Display| PreferenceProblem::Side { side, found: quoted(&value.to_string()) };
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
