//! The profile: the answers of a student.

use super::answers::Answers;
use super::constraint::Constraint;
use super::error::AnswerField;
use super::gates::Gates;
use crate::catalogue::{AccessLevel, MetierId};

/// The answers of a student.
///
/// Every profile has been checked: answers are in [−1, 1], each label occurs once, levels are rungs of the ladder. A recommender
/// checks whether its catalogue knows the labels. A profile contains no name, age, gender, place or grade.
///
/// ```
/// use boussole::{Profile, catalogue::AccessLevel};
/// let profile = Profile::builder()
///     .likes("j'ai le sens du contact")
///     .dislikes("j'aime jongler avec les chiffres")
///     .reached(AccessLevel::Bac)
///     .willing(AccessLevel::BacPlus3)
///     .build()?;
/// assert_eq!(profile.interests().len(), 2);
/// # Ok::<(), boussole::ProfileError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    pub(super) seed: u64,
    pub(super) interests: Answers,
    pub(super) reached: Option<AccessLevel>,
    pub(super) willing: Option<AccessLevel>,
    pub(super) statuses: Answers,
    pub(super) sectors: Answers,
    pub(super) riasec: Option<Riasec>,
    pub(super) words: Vec<String>,
    pub(super) constraints: Vec<Constraint>,
    pub(super) liked_metiers: Vec<MetierId>,
    pub(super) shows_liked_metiers: bool,
    pub(super) excluded_metiers: Vec<MetierId>,
    pub(super) gates: Gates,
}

/// Raw scores for the six letters R, I, A, S, E, C of Holland's model, on any scale; all are finite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Riasec(pub(super) [f64; 6]);

impl Riasec {
    /// The letters, in the order of the scores.
    pub const LETTERS: [char; 6] = ['R', 'I', 'A', 'S', 'E', 'C'];

    /// The scores in the order of [`LETTERS`](Self::LETTERS), shape (6).
    pub fn scores(self) -> [f64; 6] {
        self.0
    }
}

impl Profile {
    /// The number that decides the order of equal scores, together with the identifier of the métier.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The answers of one part of the profile.
    pub(crate) fn answers(&self, field: AnswerField) -> &Answers {
        match field {
            AnswerField::Interests => &self.interests,
            AnswerField::Statuses => &self.statuses,
            AnswerField::Sectors => &self.sectors,
        }
    }

    /// Answers on interests.
    pub fn interests(&self) -> &Answers {
        &self.interests
    }

    /// The level that the student has.
    pub fn reached(&self) -> Option<AccessLevel> {
        self.reached
    }

    /// How far the student wants to study.
    pub fn willing(&self) -> Option<AccessLevel> {
        self.willing
    }

    /// Preferences on statuses.
    pub fn statuses(&self) -> &Answers {
        &self.statuses
    }

    /// Preferences on sectors.
    pub fn sectors(&self) -> &Answers {
        &self.sectors
    }

    /// Scores for the six letters of Holland's model.
    pub fn riasec(&self) -> Option<Riasec> {
        self.riasec
    }

    /// What the student wrote, sorted: words that fiches may contain, one or several a text.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// What bothers the student or is not possible for them, sorted by identifier.
    pub fn constraints(&self) -> &[Constraint] {
        &self.constraints
    }

    /// Métiers that the student likes, sorted.
    pub fn liked_metiers(&self) -> &[MetierId] {
        &self.liked_metiers
    }

    /// Whether métiers that the student likes are shown as well; they are not unless it is asked for.
    pub fn shows_liked_metiers(&self) -> bool {
        self.shows_liked_metiers
    }

    /// Métiers that are never shown, sorted.
    pub fn excluded_metiers(&self) -> &[MetierId] {
        &self.excluded_metiers
    }

    /// Hard filters.
    pub fn gates(&self) -> &Gates {
        &self.gates
    }
}
