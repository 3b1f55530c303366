//! Finding what a profile names in a catalogue.

use std::collections::BTreeMap;
use std::iter::repeat_n;

use crate::catalogue::{Catalogue, MetierId, Vocabulary, nearest_ids};
use crate::profile::{AnswerField, Answers, Constraint, Problems, Profile, ProfileError, ProfileProblem};

/// Finds a profile's labels in a catalogue and gathers those that are not there.
pub(super) struct Resolve<'a> {
    profile: &'a Profile,
    catalogue: &'a Catalogue,
    problems: Problems,
}

impl<'a> Resolve<'a> {
    pub(super) fn new(profile: &'a Profile, catalogue: &'a Catalogue) -> Self {
        Self { profile, catalogue, problems: Problems::default() }
    }

    /// The problems, if a name in the profile is not in the catalogue.
    pub(super) fn finish(mut self) -> Result<(), ProfileError> {
        self.check_gates_and_metiers();
        self.problems.finish()
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

    /// By how much those constraints that count lower each interest, the greatest amount of each; empty when they lower none.
    pub(super) fn lowered(&mut self, counts: impl Fn(&Constraint) -> bool) -> Vec<f64> {
        let vocabulary = self.catalogue.interests();
        let mut lowered = Vec::new();
        for (label, by) in self.profile.constraints().iter().filter(|one| counts(one)).flat_map(Constraint::lowers) {
            match vocabulary.place(label) {
                None => self.unknown_label(vocabulary, "constraints", label),
                Some(place) => {
                    lowered.resize(vocabulary.len(), 0.0);
                    lowered[place] = by.max(lowered[place]);
                }
            }
        }
        lowered
    }

    /// The answers by place in the vocabulary, none where that is empty; unknown labels and contradictions are problems.
    fn in_any_spelling(&mut self, field: AnswerField, answers: &Answers, vocabulary: &Vocabulary) -> Vec<(usize, f64)> {
        // A catalogue without any such label hears nobody; that is told, and no error.
        if vocabulary.is_empty() {
            return Vec::new();
        }
        let mut found = BTreeMap::new();
        for (label, second) in answers.iter() {
            let Some(place) = vocabulary.place(label) else {
                self.unknown_label(vocabulary, field.name(), label);
                continue;
            };
            let first = *found.entry(place).or_insert(second);
            if first != second {
                let label = || vocabulary.terms()[place].label.clone();
                self.problems.add(|| ProfileProblem::ContradictoryAnswers { field, label: label(), first, second });
            }
        }
        found.into_iter().collect()
    }

    /// Gates name labels and métiers too.
    fn check_gates_and_metiers(&mut self) {
        let gates = self.profile.gates();
        for status in &gates.statuses {
            self.check_label(self.catalogue.statuses(), "gates.statuses", status.as_str());
        }
        for sector in &gates.sectors {
            self.check_label(self.catalogue.sectors(), "gates.sectors", sector.as_str());
        }
        for id in self.profile.liked_metiers() {
            self.check_metier("metiers.likes", id);
        }
        for id in self.profile.excluded_metiers() {
            self.check_metier("metiers.exclude", id);
        }
    }

    fn check_label(&mut self, vocabulary: &Vocabulary, field: &'static str, label: &str) {
        if vocabulary.place(label).is_none() {
            self.unknown_label(vocabulary, field, label);
        }
    }

    fn unknown_label(&mut self, vocabulary: &Vocabulary, field: &'static str, label: &str) {
        self.problems.add(|| ProfileProblem::UnknownLabel { field, error: vocabulary.unknown(label) });
    }

    fn check_metier(&mut self, field: &'static str, id: &MetierId) {
        if self.catalogue.position(id).is_none() {
            let catalogue = self.catalogue;
            self.problems.add(|| missing_metier(catalogue, field, id));
        }
    }
}

/// The problem of an identifier that the catalogue does not have.
pub fn unknown_metier(catalogue: &Catalogue, field: &'static str, id: &MetierId) -> Option<ProfileProblem> {
    catalogue.position(id).is_none().then(|| missing_metier(catalogue, field, id))
}

fn missing_metier(catalogue: &Catalogue, field: &'static str, id: &MetierId) -> ProfileProblem {
    let ids = nearest_ids(id.as_str(), catalogue.metiers().iter().map(|metier| metier.id.as_str()), 3);
    let nearest = ids.into_iter().filter_map(|id| id.parse().ok()).collect();
    ProfileProblem::UnknownMetier { field, id: id.clone(), nearest }
}
