//! Builds a profile answer by answer, and reports all problems at the end.

use super::answers::Answers;
use super::constraint::Constraint;
use super::error::{AnswerField, Problems, ProfileError, ProfileProblem};
use super::gates::Gates;
use super::student::{Profile, Riasec};
use crate::catalogue::{AccessLevel, MetierId, Sector, Status, clean_label};

/// How many characters of their own words a student may write: words are asked for, not pages.
pub(crate) const MAX_WRITTEN: usize = 2000;

/// Collects answers; [`build`](Self::build) checks them.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct ProfileBuilder {
    profile: Profile,
    problems: Problems,
}

impl Profile {
    /// Starts a profile without answers.
    pub fn builder() -> ProfileBuilder {
        ProfileBuilder::default()
    }
}

impl ProfileBuilder {
    /// A clear yes to an interest: answer 1.
    pub fn likes(self, interest: &str) -> Self {
        self.interest(interest, 1.0)
    }

    /// A clear no to an interest: answer −1.
    pub fn dislikes(self, interest: &str) -> Self {
        self.interest(interest, -1.0)
    }

    /// An answer to an interest, from −1 (no) to 1 (yes).
    pub fn interest(mut self, label: &str, answer: f64) -> Self {
        let added = self.profile.interests.add(AnswerField::Interests, label, answer);
        self.problems.extend(added.err());
        self
    }

    /// The level that the student has.
    pub fn reached(mut self, level: AccessLevel) -> Self {
        self.profile.reached = Some(level);
        self
    }

    /// How far the student wants to study.
    pub fn willing(mut self, level: AccessLevel) -> Self {
        self.profile.willing = Some(level);
        self
    }

    /// A preference for a status, from −1 (no) to 1 (yes).
    pub fn status(mut self, label: &str, preference: f64) -> Self {
        let added = self.profile.statuses.add(AnswerField::Statuses, label, preference);
        self.problems.extend(added.err());
        self
    }

    /// A preference for a sector, from −1 (no) to 1 (yes).
    pub fn sector(mut self, label: &str, preference: f64) -> Self {
        let added = self.profile.sectors.add(AnswerField::Sectors, label, preference);
        self.problems.extend(added.err());
        self
    }

    /// Raw scores for the letters R, I, A, S, E, C, on any scale.
    pub fn riasec(mut self, scores: [f64; 6]) -> Self {
        for (letter, found) in Riasec::LETTERS.into_iter().zip(scores) {
            if !found.is_finite() {
                self.problems.add(|| ProfileProblem::RiasecNotFinite { letter, found });
            }
        }
        self.profile.riasec = Some(Riasec(scores.map(|score| score + 0.0)));
        self
    }

    /// Words of the student's own: « dessiner », « mangas, ordinateurs ». Empty text says nothing.
    pub fn words(mut self, text: &str) -> Self {
        let text = clean_label(text);
        if !text.is_empty() {
            insert(&mut self.profile.words, text);
        }
        self
    }

    /// Something that bothers the student or is not possible for them. It may only lower answers on interests.
    pub fn constraint(mut self, constraint: Constraint) -> Self {
        self.problems.extend(constraint.problems());
        match self.profile.constraints.binary_search_by(|other| other.id.cmp(&constraint.id)) {
            Err(place) => self.profile.constraints.insert(place, constraint),
            Ok(place) if self.profile.constraints[place] == constraint => {}
            Ok(_) => self.problems.add(|| ProfileProblem::RepeatedConstraint { id: constraint.id }),
        }
        self
    }

    /// A métier that the student likes. It is not shown unless [`shows_liked_metiers`](Self::shows_liked_metiers) asks for it.
    pub fn likes_metier(mut self, id: MetierId) -> Self {
        insert(&mut self.profile.liked_metiers, id);
        self
    }

    /// Shows métiers that the student likes as well, which the list leaves out otherwise.
    pub fn shows_liked_metiers(mut self, shows: bool) -> Self {
        self.profile.shows_liked_metiers = shows;
        self
    }

    /// A métier that is never shown.
    pub fn excludes(mut self, id: MetierId) -> Self {
        insert(&mut self.profile.excluded_metiers, id);
        self
    }

    /// Only métiers that ask for at most this level.
    pub fn max_access_level(mut self, level: AccessLevel) -> Self {
        self.profile.gates.max_access_level = Some(level);
        self
    }

    /// Only métiers with this status, or with another one added in the same way.
    pub fn only_status(mut self, label: &str) -> Self {
        insert(&mut self.profile.gates.statuses, Status::new(label));
        self
    }

    /// Only métiers of this sector, or of another one added in the same way.
    pub fn only_sector(mut self, label: &str) -> Self {
        insert(&mut self.profile.gates.sectors, Sector::new(label));
        self
    }

    /// The number that decides the order of equal scores; 0 by default.
    pub fn seed(mut self, seed: u64) -> Self {
        self.profile.seed = seed;
        self
    }

    /// The profile, if everything in it is right.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] with every problem: answers outside [−1, 1], a label with two answers, scores that are not finite, more
    /// than 2,000 characters of words.
    pub fn build(mut self) -> Result<Profile, ProfileError> {
        let found = self.profile.words.iter().map(|text| text.chars().count()).sum();
        if MAX_WRITTEN < found {
            self.problems.add(|| ProfileProblem::TooMuchWritten { max: MAX_WRITTEN, found });
        }
        self.problems.finish().map(|()| self.profile)
    }

    /// Adds a problem found before the builder was called.
    pub(super) fn problem(mut self, problem: ProfileProblem) -> Self {
        self.problems.add(|| problem);
        self
    }
}

impl Profile {
    /// The same profile with labels in other spellings, namely those of a catalogue.
    pub(crate) fn respelled(&self, respell: impl Fn(AnswerField, &str) -> String) -> Self {
        let rename = |field, answers: &Answers| {
            let mut renamed = Answers::default();
            for (label, answer) in answers.iter() {
                renamed.add(field, &respell(field, label), answer).ok();
            }
            renamed
        };
        let gates = Gates {
            statuses: self.gates.statuses.iter().map(|s| Status::new(&respell(AnswerField::Statuses, s.as_str()))).collect(),
            sectors: self.gates.sectors.iter().map(|s| Sector::new(&respell(AnswerField::Sectors, s.as_str()))).collect(),
            ..self.gates.clone()
        };
        Self {
            interests: rename(AnswerField::Interests, &self.interests),
            statuses: rename(AnswerField::Statuses, &self.statuses),
            sectors: rename(AnswerField::Sectors, &self.sectors),
            constraints: self.constraints.iter().map(|one| one.respelled(|l| respell(AnswerField::Interests, l))).collect(),
            gates,
            ..self.clone()
        }
    }
}

impl Profile {
    /// The same profile with another answer, in [−1, 1], to one label.
    pub(crate) fn with_answer(&self, field: AnswerField, label: &str, answer: f64) -> Self {
        let mut profile = self.clone();
        let answers = match field {
            AnswerField::Interests => &mut profile.interests,
            AnswerField::Statuses => &mut profile.statuses,
            AnswerField::Sectors => &mut profile.sectors,
        };
        answers.replace(label, answer);
        profile
    }

    /// The same profile with métiers left aside that ask for more than this level, or than a lower limit it has.
    #[must_use]
    pub fn with_max_access_level(mut self, level: AccessLevel) -> Self {
        self.gates.max_access_level = Some(self.gates.max_access_level.map_or(level, |limit| limit.min(level)));
        self
    }

    /// The same profile, in which a plain no to statuses or sectors leaves no métier aside.
    #[must_use]
    pub fn keeping_refused(mut self) -> Self {
        self.gates.keep_refused = true;
        self
    }

    /// The same profile, in which métiers that the student likes are shown, too.
    #[must_use]
    pub fn showing_liked(mut self) -> Self {
        self.shows_liked_metiers = true;
        self
    }

    /// The same profile with another wish for study.
    pub(crate) fn with_willing(&self, willing: Option<AccessLevel>) -> Self {
        Self { willing, ..self.clone() }
    }
}

/// Inserts into a sorted list without duplicates, so that the order of answers cannot matter.
fn insert<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(place) = list.binary_search(&item) {
        list.insert(place, item);
    }
}
