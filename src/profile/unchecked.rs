//! A profile before any check: texts and numbers from a file, a table or a form.

use std::borrow::Cow;

use super::builder::ProfileBuilder;
use super::constraint::Constraint;
use super::error::{AnswerField, MAX_ANSWERS, ProfileError, ProfileProblem};
use super::student::Profile;
use crate::catalogue::{AccessLevel, MetierId};

/// A profile as unchecked texts and numbers, for readers of formats other than TOML and JSON.
///
/// A field with its default value stands for no answer. Texts may be borrowed from what was read.
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
pub struct UncheckedProfile<'a> {
    /// The number that decides the order of equal scores.
    pub seed: u64,
    /// Interests and the answer to each, from −1 (no) to 1 (yes).
    pub interests: Vec<(Cow<'a, str>, f64)>,
    /// The level that the student has.
    pub reached: Option<Cow<'a, str>>,
    /// How far the student wants to study.
    pub willing: Option<Cow<'a, str>>,
    /// Statuses and the preference for each, from −1 to 1.
    pub statuses: Vec<(Cow<'a, str>, f64)>,
    /// Sectors and the preference for each, from −1 to 1.
    pub sectors: Vec<(Cow<'a, str>, f64)>,
    /// Scores for the letters R, I, A, S, E, C, on any scale.
    pub riasec: Option<[f64; 6]>,
    /// Words of the student's own, one or several a text.
    pub words: Vec<Cow<'a, str>>,
    /// What bothers the student or is not possible for them.
    pub constraints: Vec<Constraint>,
    /// Identifiers of métiers that the student likes.
    pub likes: Vec<Cow<'a, str>>,
    /// Whether métiers that the student likes are shown as well.
    pub shows_liked: bool,
    /// Identifiers of métiers that are never shown.
    pub exclude: Vec<Cow<'a, str>>,
    /// Only métiers that ask for at most this level.
    pub max_access_level: Option<Cow<'a, str>>,
    /// Only métiers with one of these statuses; empty for any.
    pub gate_statuses: Vec<Cow<'a, str>>,
    /// Only métiers of one of these sectors; empty for any.
    pub gate_sectors: Vec<Cow<'a, str>>,
    /// Whether a plain no to all statuses or all sectors of a métier leaves it where it is.
    pub keep_refused: bool,
}

impl UncheckedProfile<'_> {
    /// The profile, if everything in it is right.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] with every problem: what [`ProfileBuilder::build`] refuses, levels that are not on the ladder, and
    /// identifiers of the wrong form.
    pub fn check(&self) -> Result<Profile, ProfileError> {
        let mut builder = self.bounded();
        for (label, answer) in most(&self.interests) {
            builder = builder.interest(label, *answer);
        }
        builder = level(builder, "access_level.reached", self.reached.as_deref(), ProfileBuilder::reached);
        builder = level(builder, "access_level.willing", self.willing.as_deref(), ProfileBuilder::willing);
        for (label, preference) in most(&self.statuses) {
            builder = builder.status(label, *preference);
        }
        for (label, preference) in most(&self.sectors) {
            builder = builder.sector(label, *preference);
        }
        if let Some(scores) = self.riasec {
            builder = builder.riasec(scores);
        }
        for text in most(&self.words) {
            builder = builder.words(text);
        }
        builder = builder.shows_liked_metiers(self.shows_liked);
        for constraint in most(&self.constraints) {
            builder = builder.constraint(constraint.clone());
        }
        builder = metiers(builder, "metiers.likes", &self.likes, ProfileBuilder::likes_metier);
        builder = metiers(builder, "metiers.exclude", &self.exclude, ProfileBuilder::excludes);
        builder = level(builder, "gates.max_access_level", self.max_access_level.as_deref(), ProfileBuilder::max_access_level);
        for label in most(&self.gate_statuses) {
            builder = builder.only_status(label);
        }
        for label in most(&self.gate_sectors) {
            builder = builder.only_sector(label);
        }
        let profile = builder.build()?;
        Ok(if self.keep_refused { profile.keeping_refused() } else { profile })
    }

    /// Tells lists that are too long.
    fn bounded(&self) -> ProfileBuilder {
        let lists = [
            (AnswerField::Interests.name(), self.interests.len()),
            (AnswerField::Statuses.name(), self.statuses.len()),
            (AnswerField::Sectors.name(), self.sectors.len()),
            ("words", self.words.len()),
            ("constraints", self.constraints.len()),
            ("metiers.likes", self.likes.len()),
            ("metiers.exclude", self.exclude.len()),
            ("gates.statuses", self.gate_statuses.len()),
            ("gates.sectors", self.gate_sectors.len()),
        ];
        let too_long = lists.into_iter().filter(|(_, found)| MAX_ANSWERS < *found);
        let builder = Profile::builder().seed(self.seed);
        too_long.fold(builder, |builder, (field, found)| builder.problem(ProfileProblem::TooManyAnswers { field, found }))
    }
}

/// What is taken of a list.
fn most<T>(list: &[T]) -> impl Iterator<Item = &T> {
    list.iter().take(MAX_ANSWERS)
}

fn level(
    builder: ProfileBuilder,
    field: &'static str,
    text: Option<&str>,
    set: impl FnOnce(ProfileBuilder, AccessLevel) -> ProfileBuilder,
) -> ProfileBuilder {
    match text.map(str::parse) {
        None => builder,
        Some(Ok(level)) => set(builder, level),
        Some(Err(error)) => builder.problem(ProfileProblem::UnknownAccessLevel { field, error }),
    }
}

fn metiers(
    mut builder: ProfileBuilder,
    field: &'static str,
    ids: &[Cow<'_, str>],
    add: impl Fn(ProfileBuilder, MetierId) -> ProfileBuilder,
) -> ProfileBuilder {
    for id in most(ids) {
        builder = match id.parse() {
            Ok(id) => add(builder, id),
            Err(error) => builder.problem(ProfileProblem::InvalidIdentifier { field, error }),
        };
    }
    builder
}
