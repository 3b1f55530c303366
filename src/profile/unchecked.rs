//! A profile before any check: texts and numbers from a file, a table or a form.

use super::builder::ProfileBuilder;
use super::constraint::Constraint;
use super::error::{AnswerField, MAX_ANSWERS, ProfileError, ProfileProblem};
use super::student::Profile;
use crate::catalogue::{AccessLevel, MetierId};

/// A profile as unchecked texts and numbers, for readers of formats other than TOML and JSON.
///
/// A field with its default value stands for no answer.
///
/// ```
/// use boussole::profile::UncheckedProfile;
/// let mut row = UncheckedProfile::default();
/// row.interests = vec![("j'aime bouger".into(), 1.0)];
/// row.willing = Some("bac+2".into());
/// row.likes = vec!["7829".into()];
/// let error = row.check().expect_err("is no identifier");
/// assert_eq!(error.to_string(), "profile: metiers.likes: expected an identifier such as MET.7829, found « 7829 »");
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct UncheckedProfile {
    /// The number that decides the order of equal scores.
    pub seed: u64,
    /// Interests and the answer to each, from −1 (no) to 1 (yes).
    pub interests: Vec<(String, f64)>,
    /// The level that the student has.
    pub reached: Option<String>,
    /// How far the student wants to study.
    pub willing: Option<String>,
    /// Statuses and the preference for each, from −1 to 1.
    pub statuses: Vec<(String, f64)>,
    /// Sectors and the preference for each, from −1 to 1.
    pub sectors: Vec<(String, f64)>,
    /// Scores for the letters R, I, A, S, E, C, on any scale.
    pub riasec: Option<[f64; 6]>,
    /// Words of the student's own, one or several a text.
    pub words: Vec<String>,
    /// What bothers the student or is not possible for them.
    pub constraints: Vec<Constraint>,
    /// Identifiers of métiers that the student likes.
    pub likes: Vec<String>,
    /// Whether métiers that the student likes are shown as well.
    pub shows_liked: bool,
    /// Identifiers of métiers that are never shown.
    pub exclude: Vec<String>,
    /// Only métiers that ask for at most this level.
    pub max_access_level: Option<String>,
    /// Only métiers with one of these statuses; empty for any.
    pub gate_statuses: Vec<String>,
    /// Only métiers of one of these sectors; empty for any.
    pub gate_sectors: Vec<String>,
    /// Whether a plain no to all statuses or all sectors of a métier leaves it where it is.
    pub keep_refused: bool,
}

impl UncheckedProfile {
    /// The profile, if everything in it is right.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] with every problem: what [`ProfileBuilder::build`] refuses, levels that are not on the ladder, and
    /// identifiers of the wrong form.
    pub fn check(mut self) -> Result<Profile, ProfileError> {
        let mut builder = self.bounded();
        for (label, answer) in &self.interests {
            builder = builder.interest(label, *answer);
        }
        builder = level(builder, "access_level.reached", self.reached, ProfileBuilder::reached);
        builder = level(builder, "access_level.willing", self.willing, ProfileBuilder::willing);
        for (label, preference) in &self.statuses {
            builder = builder.status(label, *preference);
        }
        for (label, preference) in &self.sectors {
            builder = builder.sector(label, *preference);
        }
        if let Some(scores) = self.riasec {
            builder = builder.riasec(scores);
        }
        builder = self.words.iter().fold(builder, |builder, text| builder.words(text));
        builder = builder.shows_liked_metiers(self.shows_liked);
        builder = self.constraints.into_iter().fold(builder, ProfileBuilder::constraint);
        builder = metiers(builder, "metiers.likes", &self.likes, ProfileBuilder::likes_metier);
        builder = metiers(builder, "metiers.exclude", &self.exclude, ProfileBuilder::excludes);
        builder = level(builder, "gates.max_access_level", self.max_access_level, ProfileBuilder::max_access_level);
        for label in &self.gate_statuses {
            builder = builder.only_status(label);
        }
        for label in &self.gate_sectors {
            builder = builder.only_sector(label);
        }
        let profile = builder.build()?;
        Ok(if self.keep_refused { profile.keeping_refused() } else { profile })
    }

    /// Cuts lists that are too long, and tells it.
    fn bounded(&mut self) -> ProfileBuilder {
        let builder = Profile::builder().seed(self.seed);
        let builder = bounded(builder, AnswerField::Interests.name(), &mut self.interests);
        let builder = bounded(builder, AnswerField::Statuses.name(), &mut self.statuses);
        let builder = bounded(builder, AnswerField::Sectors.name(), &mut self.sectors);
        let builder = bounded(builder, "words", &mut self.words);
        let builder = bounded(builder, "constraints", &mut self.constraints);
        let builder = bounded(builder, "metiers.likes", &mut self.likes);
        let builder = bounded(builder, "metiers.exclude", &mut self.exclude);
        let builder = bounded(builder, "gates.statuses", &mut self.gate_statuses);
        bounded(builder, "gates.sectors", &mut self.gate_sectors)
    }
}

fn bounded<T>(builder: ProfileBuilder, field: &'static str, list: &mut Vec<T>) -> ProfileBuilder {
    let found = list.len();
    list.truncate(MAX_ANSWERS);
    if found <= MAX_ANSWERS { builder } else { builder.problem(ProfileProblem::TooManyAnswers { field, found }) }
}

fn level(
    builder: ProfileBuilder,
    field: &'static str,
    text: Option<String>,
    set: impl FnOnce(ProfileBuilder, AccessLevel) -> ProfileBuilder,
) -> ProfileBuilder {
    match text.map(|text| text.parse()) {
        None => builder,
        Some(Ok(level)) => set(builder, level),
        Some(Err(error)) => builder.problem(ProfileProblem::UnknownAccessLevel { field, error }),
    }
}

fn metiers(
    mut builder: ProfileBuilder,
    field: &'static str,
    ids: &[String],
    add: impl Fn(ProfileBuilder, MetierId) -> ProfileBuilder,
) -> ProfileBuilder {
    for id in ids {
        builder = match id.parse() {
            Ok(id) => add(builder, id),
            Err(error) => builder.problem(ProfileProblem::InvalidIdentifier { field, error }),
        };
    }
    builder
}
