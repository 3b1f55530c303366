//! Finding what a profile names in a catalogue.

use std::iter::repeat_n;

use crate::catalogue::{Catalogue, MetierId, Vocabulary, nearest};
use crate::profile::{AnswerField, Answers, Constraint, Profile, ProfileError, ProfileProblem};

/// Finds a profile's labels in a catalogue and gathers those that are not there.
pub(super) struct Resolve<'a> {
    profile: &'a Profile,
    catalogue: &'a Catalogue,
    problems: Vec<ProfileProblem>,
}

impl<'a> Resolve<'a> {
    pub(super) fn new(profile: &'a Profile, catalogue: &'a Catalogue) -> Self {
        Self { profile, catalogue, problems: Vec::new() }
    }

    /// The problems, if a name in the profile is not in the catalogue.
    pub(super) fn finish(mut self) -> Result<(), ProfileError> {
        self.check_gates_and_metiers();
        if self.problems.is_empty() { Ok(()) } else { Err(ProfileError { problems: self.problems }) }
    }

    /// The answers of one part of the profile, by place in the vocabulary, 0 without one.
    pub(super) fn answers(&mut self, field: AnswerField) -> Vec<f64> {
        let (answers, vocabulary) = (self.profile.answers(field), field.vocabulary(self.catalogue));
        let mut columns: Vec<f64> = repeat_n(0.0, vocabulary.len()).collect();
        let mut is_exact = true;
        for answer in answers.keyed() {
            match vocabulary.place_of_key(&answer.key, answer.hash) {
                Some(place) => columns[place] = answer.value,
                None => is_exact = false,
            }
        }
        // Distinct keys have distinct places; only other spellings can be unknown, or contradict each other.
        if !is_exact {
            columns.fill(0.0);
            for (place, answer) in self.in_any_spelling(field, answers, vocabulary) {
                columns[place] = answer;
            }
        }
        columns
    }

    /// By how much constraints lower each interest, the greatest amount of each; empty when they lower none.
    pub(super) fn lowered(&mut self) -> Vec<f64> {
        let vocabulary = self.catalogue.interests();
        let mut lowered = Vec::new();
        for (label, by) in self.profile.constraints().iter().flat_map(Constraint::lowers) {
            match vocabulary.find(label) {
                Err(error) => self.problems.push(ProfileProblem::UnknownLabel { field: "constraints", error }),
                Ok(place) => {
                    lowered.resize(vocabulary.len(), 0.0);
                    lowered[place] = by.max(lowered[place]);
                }
            }
        }
        lowered
    }

    /// The answers by place in the vocabulary; unknown labels and contradictions are problems.
    fn in_any_spelling(&mut self, field: AnswerField, answers: &Answers, vocabulary: &Vocabulary) -> Vec<(usize, f64)> {
        let mut found: Vec<(usize, f64)> = Vec::with_capacity(answers.len());
        for (label, answer) in answers.iter() {
            match vocabulary.find(label) {
                Err(error) => self.problems.push(ProfileProblem::UnknownLabel { field: field.name(), error }),
                Ok(place) => match found.iter().find(|(seen, _)| *seen == place) {
                    Some((_, first)) if *first != answer => {
                        let label = vocabulary.terms()[place].label.clone();
                        self.problems.push(ProfileProblem::ContradictoryAnswers { field, label, first: *first, second: answer });
                    }
                    _ => found.push((place, answer)),
                },
            }
        }
        found
    }

    /// Gates name labels and métiers too.
    fn check_gates_and_metiers(&mut self) {
        let gates = self.profile.gates();
        for status in &gates.statuses {
            self.problems.extend(unknown_label(self.catalogue.statuses(), "gates.statuses", status.as_str()));
        }
        for sector in &gates.sectors {
            self.problems.extend(unknown_label(self.catalogue.sectors(), "gates.sectors", sector.as_str()));
        }
        for id in self.profile.liked_metiers() {
            self.problems.extend(unknown_metier(self.catalogue, "metiers.likes", id));
        }
        for id in self.profile.excluded_metiers() {
            self.problems.extend(unknown_metier(self.catalogue, "metiers.exclude", id));
        }
    }
}

/// The problem of an identifier that the catalogue does not have.
pub fn unknown_metier(catalogue: &Catalogue, field: &'static str, id: &MetierId) -> Option<ProfileProblem> {
    if catalogue.position(id).is_some() {
        return None;
    }
    let ids = nearest(id.as_str(), catalogue.metiers().iter().map(|metier| metier.id.as_str()), 3);
    let nearest = ids.into_iter().filter_map(|id| id.parse().ok()).collect();
    Some(ProfileProblem::UnknownMetier { field, id: id.clone(), nearest })
}

fn unknown_label(vocabulary: &Vocabulary, field: &'static str, label: &str) -> Option<ProfileProblem> {
    vocabulary.find(label).err().map(|error| ProfileProblem::UnknownLabel { field, error })
}
