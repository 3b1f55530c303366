//! A student's answers, compiled once: one coefficient per named column.

use std::ops::Range;
use std::sync::Arc;

use super::answered::{Answered, is_spoken};
use super::origin::Origin;
use super::student::Student;
use super::table::definition;
use crate::catalogue::AccessLevel;
#[cfg(any(test, feature = "testing"))]
use crate::catalogue::Catalogue;
use crate::features::{Criterion, FeatureModel, SlopeProducts};
use crate::profile::AnswerField;
#[cfg(any(test, feature = "testing"))]
use crate::profile::{Profile, ProfileError};
use crate::weights::Weights;

/// What a profile asks of a catalogue: the query vector `q` of the dot product, and the neutral part of each criterion.
///
/// # Formula
///
/// ```text
/// S(m) = Σ_c ω_c · u_c(m) = Σ_c h_c + Σ_j q_j · x_mj,   q_j = h_c · a_j for the columns j of criterion c
/// ```
///
/// where `h_c` is `ω_c / 2`, rounded to multiples of 2⁻⁴⁴ so that all sum to ½ exactly. `ω` are the weights over the criteria on which the
/// student spoke (sum 1). A student spoke about a criterion when an answer to it is not 0, or when answers on interests say something
/// about it ([`Origin::Inference`]). Who spoke about nothing gets every criterion's neutral part, so each métier scores ½.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// `a_j` of each column, then `q_j` of each; without the words, which come last and are many, when none was written.
    columns: Vec<f64>,
    level: Option<AccessLevel>,
    weights: Weights,
    halves: [f64; Criterion::COUNT],
    origins: [Origin; Criterion::COUNT],
    /// The answers on interests before constraints lowered them; empty without a constraint.
    unlowered: Vec<f64>,
    /// Columns of words, and how the student wrote each.
    written: Vec<(usize, Arc<str>)>,
}

impl Query {
    /// Compiles a profile the plain way, for tests; the model has to be that of the catalogue.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn compile(
        profile: &Profile,
        catalogue: &Catalogue,
        model: &FeatureModel,
        weights: &Weights,
    ) -> Result<Self, ProfileError> {
        Ok(Self::of(&Answered::find(profile, catalogue, model.lexicon())?, model, weights, model.inference()))
    }

    /// Compiles answers whose labels were found, with a way to work out what is inferred.
    pub(crate) fn of(answered: &Answered, model: &FeatureModel, weights: &Weights, products: &dyn SlopeProducts) -> Self {
        let origins = Criterion::ALL.map(|criterion| definition(criterion).origin(answered));
        let (space, student) = (model.space(), Student::new(answered, model, &origins, products));
        let words = space.group(Criterion::Words);
        let n_columns = if answered.words.is_empty() { words.start } else { words.end };
        let mut columns = Vec::with_capacity(2 * n_columns);
        let mut speaks = [false; Criterion::COUNT];
        for criterion in Criterion::ALL {
            let group = within(space.group(criterion), n_columns);
            // What nobody said and nobody counts need not be worked out.
            if origins[criterion.index()] == Origin::Answer || 0.0 < weights.get(criterion) {
                definition(criterion).answers(&student, &mut columns);
            }
            let is_lowered = criterion == Criterion::Interest && answered.has_constraints();
            speaks[criterion.index()] = is_lowered || is_spoken(&columns[group.start..]);
            columns.resize(group.end, 0.0);
        }
        let applied = weights.over(|criterion| speaks[criterion.index()]);
        if applied.is_none() {
            // No criterion on which the student spoke has a weight: nothing is said about any.
            columns.fill(0.0);
        }
        let weights = applied.unwrap_or_else(|| weights.clone());
        let halves = weights.halves();
        for (criterion, half) in Criterion::ALL.into_iter().zip(halves) {
            let group = within(space.group(criterion), n_columns);
            if 0.0 < half {
                columns.extend_from_within(group.clone());
                for coefficient in &mut columns[n_columns..][group] {
                    *coefficient *= half;
                }
            } else {
                columns.resize(n_columns + group.end, 0.0);
            }
        }
        let unlowered = if answered.has_constraints() { answered.answers(AnswerField::Interests).to_vec() } else { Vec::new() };
        let written = answered.words.iter().map(|word| (words.start + word.place, Arc::clone(&word.written))).collect();
        Self { columns, level: answered.level(), weights, halves, origins, unlowered, written }
    }

    /// `a_j`: what the student's answers say about a column, in [−1, 1], or a standardised score in [−√5, √5] for RIASEC letters.
    ///
    /// 0 for a column that there is not.
    pub fn answer(&self, column: usize) -> f64 {
        self.all_answers().get(column).copied().unwrap_or_default()
    }

    /// `a_j` of some consecutive columns.
    pub(crate) fn answers(&self, columns: Range<usize>) -> &[f64] {
        &self.all_answers()[columns]
    }

    /// `q_j`: what one unit of a column adds to the score.
    ///
    /// 0 for a column that there is not.
    pub fn coefficient(&self, column: usize) -> f64 {
        self.coefficients().get(column).copied().unwrap_or_default()
    }

    /// `q_j` of all columns, without those of words when none was written.
    pub(crate) fn coefficients(&self) -> &[f64] {
        &self.columns[self.columns.len() / 2..]
    }

    /// The level that answers on interests are read with: how far the student wants to study, or else what they have.
    #[cfg_attr(not(feature = "vectors"), allow(dead_code, reason = "only the filter asks"))]
    pub(crate) fn level(&self) -> Option<AccessLevel> {
        self.level
    }

    /// The neutral part of each criterion that counts: `ω_c / 2`, a multiple of 2⁻⁴⁴. They sum to ½ exactly.
    pub fn neutral_parts(&self) -> impl Iterator<Item = (Criterion, f64)> + '_ {
        Criterion::ALL.into_iter().zip(self.halves).filter(|(_, half)| 0.0 < *half)
    }

    /// Whether the student spoke about a criterion, or its value has to be inferred from other answers.
    pub fn origin(&self, criterion: Criterion) -> Origin {
        self.origins[criterion.index()]
    }

    /// Whether constraints lower answers on interests.
    #[cfg_attr(not(feature = "vectors"), allow(dead_code, reason = "only the filter asks"))]
    pub(crate) fn is_lowered(&self) -> bool {
        !self.unlowered.is_empty()
    }

    /// The answer to an interest before constraints lowered it, by place among the interests.
    pub(crate) fn unlowered(&self, interest: usize) -> Option<f64> {
        self.unlowered.get(interest).copied()
    }

    /// The weights applied to this student: sum 1, 0 for criteria that dropped out.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// Whether the student's answers say nothing that could tell métiers apart.
    pub fn is_silent(&self) -> bool {
        !is_spoken(self.all_answers())
    }

    /// `a_j` of all columns, without those of words when none was written.
    pub(crate) fn all_answers(&self) -> &[f64] {
        &self.columns[..self.columns.len() / 2]
    }

    /// How the student wrote the word of a column; `None` for other columns.
    pub(crate) fn written(&self, column: usize) -> Option<&str> {
        self.written.iter().find(|(written, _)| *written == column).map(|(_, word)| word.as_ref())
    }
}

/// The columns of a group that are among the first `n`.
fn within(group: Range<usize>, n: usize) -> Range<usize> {
    group.start.min(n)..group.end.min(n)
}

#[cfg(test)]
mod tests {
    //! Properties: what is not said and does not count is not worked out; silence is silent; levels are read in their order.

    use super::*;
    use crate::catalogue::{Metier, Title};
    use crate::criteria::toy::{four, id};
    use crate::profile::{Constraint, ConstraintKind, ProfileBuilder};

    fn query(profile: ProfileBuilder, weights: &Weights) -> Query {
        let (catalogue, profile) = (four(), profile.build().expect("is valid"));
        Query::compile(&profile, &catalogue, &FeatureModel::of(&catalogue), weights).expect("the catalogue has the labels")
    }

    #[test]
    fn criteria_on_which_nothing_is_said_drop_out() {
        let counted =
            |profile| query(profile, &Weights::default()).neutral_parts().map(|(criterion, _)| criterion).collect::<Vec<_>>();
        assert_eq!(counted(Profile::builder().status("artisan", 1.0)), [Criterion::Status]);
        assert_eq!(counted(Profile::builder().likes("A")), [Criterion::Interest]);
        assert_eq!(counted(Profile::builder().likes("A").dislikes("B")), [Criterion::Interest, Criterion::Sector]);
        // Flat scores are an answer that says nothing.
        let flat = [Criterion::Interest, Criterion::Similar];
        assert_eq!(counted(Profile::builder().likes("A").riasec([2.0; 6]).likes_metier(id(0))), flat);
    }

    #[test]
    fn who_says_nothing_that_counts_gets_neutral_parts() {
        for profile in [Profile::builder(), Profile::builder().likes_metier(id(3)), Profile::builder().status("artisan", 0.0)] {
            let query = query(profile, &Weights::default());
            assert!(query.is_silent());
            assert_eq!(query.weights(), &Weights::default());
        }
        let only_similar = Weights::new([(Criterion::Similar, 1.0)]).expect("one weight is above 0");
        assert!(query(Profile::builder().likes("A"), &only_similar).is_silent());
    }

    #[test]
    fn who_says_something_that_counts_is_not_silent() {
        assert!(!query(Profile::builder().likes("A"), &Weights::default()).is_silent());
    }

    #[test]
    fn what_a_constraint_lowered_is_known() {
        let lowers_a = Constraint::new("c", ConstraintKind::Bothers, "ceci", "this").lowering("A", 0.5);
        let lowered = query(Profile::builder().likes("A").constraint(lowers_a), &Weights::default());
        let interests = four().interests().len();
        assert_eq!(
            (0..=interests).map(|place| lowered.unlowered(place)).collect::<Vec<_>>(),
            [Some(1.0), Some(0.0), Some(0.0), None]
        );
        assert_eq!((lowered.is_lowered(), lowered.answer(0)), (true, 0.5));
        let free = query(Profile::builder().likes("A"), &Weights::default());
        assert_eq!((free.is_lowered(), free.unlowered(0)), (false, None));
    }

    #[test]
    fn a_word_is_known_as_it_was_written() {
        let titles = ["botaniste", "soudeuse", "avocate"].map(Title::from_heading);
        let metiers = titles.into_iter().enumerate().map(|(number, title)| Metier::new(id(number), title));
        let catalogue = Catalogue::from_metiers(metiers).catalogue;
        let model = FeatureModel::of(&catalogue);
        let profile = Profile::builder().words("BOTANISTES").build().expect("is valid");
        let query = Query::compile(&profile, &catalogue, &model, &Weights::default()).expect("words are no labels");
        let words = model.space().group(Criterion::Words);
        assert_eq!(words.clone().filter_map(|column| query.written(column)).collect::<Vec<_>>(), ["botanistes"]);
        assert_eq!(query.written(words.end), None);
    }

    #[test]
    fn interests_are_read_with_the_level_that_is_wanted() {
        let level = |profile| query(profile, &Weights::default()).level();
        assert_eq!(
            level(Profile::builder().reached(AccessLevel::Bac).willing(AccessLevel::BacPlus5)),
            Some(AccessLevel::BacPlus5)
        );
        assert_eq!(level(Profile::builder().reached(AccessLevel::Bac)), Some(AccessLevel::Bac));
    }
}
