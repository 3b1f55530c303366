//! What each answer of a student does to the score of a métier.

use serde::Serialize;

use super::recommender::Recommender;
use crate::catalogue::{AccessLevel, MetierId};
use crate::criteria::Answered;
use crate::explanation::{Points, score};
use crate::profile::{AnswerField, Profile, ProfileError};

/// What one answer does to a score: the score as it is, less the score without the answer.
///
/// This is more than the answer's own term in the [`Explanation`](crate::Explanation): what is inferred from an answer on interests
/// changes in other columns too, and when a criterion falls silent the weights of the others grow. So the effects of all answers need
/// not sum to the score.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AnswerEffect {
    /// The part of the profile, named as in a profile file: `interests`, `statuses`, `sectors`, `access_level.reached`,
    /// `access_level.willing`, `riasec`, `constraints`, `words` or `metiers.likes`.
    pub field: &'static str,
    /// The label in the catalogue's spelling, the level, the word as written, or the identifier of the constraint or the métier; `None` for
    /// `riasec`, which is one answer.
    pub label: Option<String>,
    /// The difference, exact.
    pub effect: Points,
}

impl Recommender {
    /// The exact effect of each answer on the score of one métier, ranked or not, in the order of a profile file.
    ///
    /// Answers of 0 are none and have no effect. Exclusions and gates change no score.
    ///
    /// # Formula
    ///
    /// ```text
    /// effect(answer) = S(m | all answers) − S(m | all answers but this one)
    /// ```
    ///
    /// # Errors
    ///
    /// Like [`explain`](Self::explain).
    ///
    /// ```
    /// # #[cfg(feature = "demo")] {
    /// use boussole::{Catalogue, Profile, Recommender, Weights};
    /// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    /// let profile = Profile::builder().likes("j'ai le sens du contact").likes("j'aime la nature").build()?;
    /// let id = "MET.7829".parse()?;
    /// let effects = recommender.answer_effects(&profile, &id)?;
    /// let without = Profile::builder().likes("j'aime la nature").build()?;
    /// let scores = [&profile, &without].map(|profile| recommender.explain(profile, &id).map(|one| one.explanation.score()));
    /// let [score, without] = scores;
    /// assert_eq!(effects[0].label.as_deref(), Some("j'ai le sens du contact"));
    /// assert_eq!(effects[0].effect, score? - without?);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn answer_effects(&self, profile: &Profile, id: &MetierId) -> Result<Vec<AnswerEffect>, ProfileError> {
        let answered = Answered::find(profile, self.catalogue(), self.model().lexicon())?;
        let row = self.model().matrix().row(self.position(id)?);
        let score_of = |answered: &Answered| score(&self.query_of(answered, self.weights()), row);
        let whole = score_of(&answered);
        let of = |Erasure { field, label, without }| AnswerEffect { field, label, effect: whole - score_of(&without) };
        Ok(self.erasures(&answered, profile).into_iter().map(of).collect())
    }

    /// Each answer, and all others.
    fn erasures(&self, answered: &Answered, profile: &Profile) -> Vec<Erasure> {
        let erase = |field, label, erase: &dyn Fn(&mut Answered)| {
            let mut without = answered.clone();
            erase(&mut without);
            Erasure { field, label, without }
        };
        let labels = |field: AnswerField| {
            let terms = field.vocabulary(self.catalogue()).terms();
            let given = answered.answers(field).iter().enumerate().filter(|(_, answer)| **answer != 0.0);
            let one = |(place, _): (usize, &f64)| {
                erase(field.name(), Some(terms[place].label.clone()), &|answered| answered.set(field, place, 0.0))
            };
            given.map(one).collect::<Vec<_>>()
        };
        let level = |level: AccessLevel| Some(level.label().to_owned());
        let reached = answered.reached.map(|reached| erase("access_level.reached", level(reached), &|one| one.reached = None));
        let willing = answered.willing.map(|willing| erase("access_level.willing", level(willing), &|one| one.willing = None));
        let riasec = answered.riasec.map(|_| erase("riasec", None, &|one| one.riasec = None));
        let constraints = profile.constraints().iter().map(|one| {
            let without = answered.without_constraint(profile, self.catalogue(), one.id());
            Erasure { field: "constraints", label: Some(one.id().to_owned()), without }
        });
        let liked = answered.liked.iter().enumerate().map(|(index, position)| {
            let id = self.catalogue().metiers()[*position].id.to_string();
            erase("metiers.likes", Some(id), &|one| _ = one.liked.remove(index))
        });
        let words = answered
            .words
            .iter()
            .enumerate()
            .map(|(index, word)| erase("words", Some(word.written.to_string()), &|one| _ = one.words.remove(index)));
        let labelled = labels(AnswerField::Interests).into_iter().chain(reached).chain(willing);
        let labelled = labelled.chain(labels(AnswerField::Statuses)).chain(labels(AnswerField::Sectors));
        labelled.chain(riasec).chain(constraints).chain(words).chain(liked).collect()
    }
}

/// An answer, and the answers that are left when it is erased.
struct Erasure {
    field: &'static str,
    label: Option<String>,
    without: Answered,
}

#[cfg(test)]
mod tests {
    //! Property: of two constraints on one interest the stronger counts, and erasing it leaves the weaker.

    use super::*;
    use crate::Weights;
    use crate::catalogue::{Catalogue, Interest, Metier, Title};
    use crate::features::Criterion;
    use crate::profile::{Constraint, ConstraintKind};

    #[test]
    fn erasing_a_constraint_leaves_the_others() {
        let mut metier = Metier::new("MET.1".parse().expect("an id"), Title::from_heading("x"));
        metier.interests = vec![Interest::new("A")];
        let id = metier.id.clone();
        let weights = Weights::new([(Criterion::Interest, 1.0)]).expect("one weight is above 0");
        let recommender = Recommender::new(Catalogue::from_metiers([metier]).catalogue, weights).expect("has a métier");
        let limit = |id, by| Constraint::new(id, ConstraintKind::Bothers, "x", "x").lowering("A", by);
        let profile = Profile::builder().likes("A").constraint(limit("strong", 1.0)).constraint(limit("weak", 0.5));
        let effects = recommender.answer_effects(&profile.build().expect("is a profile"), &id).expect("is there");
        let effect = |name| effects.iter().find(|one| one.label.as_deref() == Some(name)).map(|one| one.effect.value());
        // One interest weighs 1: x = 1 / (1 + 3). The score moves by half of what the answer, 0 or ½, gives it.
        assert_eq!((effect("strong"), effect("weak")), (Some(-0.0625), Some(0.0)));
    }
}
