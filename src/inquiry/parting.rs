//! Métiers that are equal across the end of a list, and the question whose answer would part them best.

use std::sync::Arc;

use serde::Serialize;

use crate::catalogue::Metier;
use crate::features::Criterion;
use crate::inquiry::rerank::Rerank;
use crate::profile::{AnswerField, Profile, ProfileError};
use crate::ranking::Recommender;

/// Métiers of one score, of which some are shown and others not: a draw decides which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TiedAcross {
    /// How many they are.
    pub n_metiers: usize,
    /// How many of them are shown, at least one.
    pub n_shown: usize,
    /// What to ask, if an answer that was not given would part them.
    pub question: Option<Parting>,
}

/// A question without an answer, and how many of the equal métiers it concerns: neither all nor none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Parting {
    /// The part of the profile.
    #[serde(serialize_with = "name")]
    pub field: AnswerField,
    /// The label, in the spelling of the catalogue.
    pub label: Arc<str>,
    /// How many of the equal métiers have the label on their sheet.
    pub n_with: usize,
}

/// The métiers that have the score of the last one shown, when some of them are not shown.
///
/// The question is the one that comes closest to halving them: an interest without an answer, otherwise a sector, otherwise a status,
/// if it counts at all. Of equally good ones it is the first in the vocabulary.
///
/// # Errors
///
/// [`ProfileError`] when the profile is not of the catalogue.
///
/// ```
/// # #[cfg(feature = "demo")] {
/// use boussole::{Catalogue, Profile, Recommender, Weights, inquiry::tied_across};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let tied = tied_across(&recommender, &Profile::default(), 10)?.expect("nothing was said");
/// assert_eq!((tied.n_metiers, tied.n_shown), (recommender.catalogue().len(), 10));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn tied_across(recommender: &Recommender, profile: &Profile, top: usize) -> Result<Option<TiedAcross>, ProfileError> {
    let rerank = Rerank::new(recommender, profile)?;
    let scores = rerank.scores(&rerank.answered);
    let order = rerank.field.order(&scores);
    let Some(last) = order.get(..top).and_then(<[usize]>::last) else { return Ok(None) };
    let is_equal = |contender: &&usize| scores[**contender] == scores[*last];
    let equal: Vec<usize> = order.iter().filter(is_equal).copied().collect();
    let n_shown = order[..top].iter().filter(is_equal).count();
    if n_shown == equal.len() {
        return Ok(None);
    }
    let metiers = recommender.catalogue().metiers();
    let equal: Vec<&Metier> = equal.iter().map(|contender| metiers[rerank.field.positions()[*contender]].as_ref()).collect();
    let fields = [AnswerField::Interests, AnswerField::Sectors, AnswerField::Statuses];
    let question = fields.into_iter().find_map(|field| parting(&rerank, field, &equal));
    Ok(Some(TiedAcross { n_metiers: equal.len(), n_shown, question }))
}

/// The question of a part of the profile that comes closest to halving these métiers.
fn parting(rerank: &Rerank<'_>, field: AnswerField, equal: &[&Metier]) -> Option<Parting> {
    let criterion = match field {
        AnswerField::Interests => Criterion::Interest,
        AnswerField::Statuses => Criterion::Status,
        AnswerField::Sectors => Criterion::Sector,
    };
    if rerank.recommender.weights().get(criterion) == 0.0 {
        return None;
    }
    let answers = rerank.answered.answers(field);
    let terms = field.vocabulary(rerank.recommender.catalogue()).terms();
    let mut best: Option<Parting> = None;
    let smaller_half = |n_with: usize| n_with.min(equal.len() - n_with);
    for (term, _) in terms.iter().zip(answers).filter(|(_, answer)| **answer == 0.0) {
        let n_with = equal.iter().filter(|metier| has(metier, field, &term.label)).count();
        if best.as_ref().map_or(0, |best| smaller_half(best.n_with)) < smaller_half(n_with) {
            best = Some(Parting { field, label: term.label.as_str().into(), n_with });
        }
    }
    best
}

/// Whether a métier has a label, in the spelling of the catalogue.
fn has(metier: &Metier, field: AnswerField, label: &str) -> bool {
    match field {
        AnswerField::Interests => metier.interests.iter().any(|one| one.as_str() == label),
        AnswerField::Statuses => metier.statuses.iter().any(|one| one.as_str() == label),
        AnswerField::Sectors => metier.sectors.iter().any(|one| one.as_str() == label),
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn name<S: serde::Serializer>(field: &AnswerField, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(field.name())
}

#[cfg(test)]
mod tests {
    //! Properties: equal ones are counted as the recommender counts them; answering the question parts them; the question halves them as
    //! well as any, by hand.

    use super::*;
    use crate::catalogue::{Catalogue, Interest, Metier, Sector, Status, Title};
    use crate::weights::Weights;

    #[test]
    fn the_question_that_halves_best_is_asked() {
        let facts = [("st", "u"), ("sw", "v"), ("tw", "v"), ("s", "u"), ("s", "")];
        let labels = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        let metiers = facts.into_iter().enumerate().map(|(number, (statuses, sectors))| Metier {
            interests: vec![Interest::new("a")],
            statuses: labels(statuses).iter().map(|label| Status::new(label)).collect(),
            sectors: labels(sectors).iter().map(|label| Sector::new(label)).collect(),
            ..Metier::new(format!("MET.{number}").parse().expect("an identifier"), Title::from_heading("x"))
        });
        let catalogue = Catalogue::from_metiers(metiers).catalogue;
        let asked = |counted: &[Criterion], top| {
            let weights = Weights::new(counted.iter().map(|criterion| (*criterion, 1.0))).expect("some are above 0");
            let recommender = Recommender::new(catalogue.clone(), weights).expect("there are métiers");
            let profile = Profile::builder().likes("a").build().expect("is valid");
            let tied = tied_across(&recommender, &profile, top).expect("is of the catalogue")?;
            let question = tied.question.map(|question| (question.field, question.label.to_string(), question.n_with));
            Some((tied.n_metiers, tied.n_shown, question))
        };
        let (interest, sector, status) = (Criterion::Interest, Criterion::Sector, Criterion::Status);
        // « u » and « v » each have two of five; « t » and « w » too, and « s » has four.
        assert_eq!(asked(&[interest, sector, status], 2), Some((5, 2, Some((AnswerField::Sectors, "u".to_owned(), 2)))));
        assert_eq!(asked(&[interest, status], 1), Some((5, 1, Some((AnswerField::Statuses, "t".to_owned(), 2)))));
        assert_eq!(asked(&[interest], 4), Some((5, 4, None)));
        assert_eq!(asked(&[interest], 5), None);
        assert_eq!(asked(&[interest], 6), None);
    }

    #[test]
    fn of_equal_metiers_the_interest_that_some_have_is_asked() {
        // « b » and « c » are equally rare, so all four are equal for whoever likes « a ».
        let metiers = ["ab", "ab", "ac", "ac"].into_iter().enumerate().map(|(number, interests)| Metier {
            interests: interests.chars().map(|label| Interest::new(&label.to_string())).collect(),
            ..Metier::new(format!("MET.{number}").parse().expect("an identifier"), Title::from_heading("x"))
        });
        let recommender = Recommender::new(Catalogue::from_metiers(metiers).catalogue, Weights::default()).expect("has métiers");
        let profile = Profile::builder().likes("a").build().expect("is valid");
        let tied = tied_across(&recommender, &profile, 1).expect("is of the catalogue").expect("all are equal");
        let expected = Parting { field: AnswerField::Interests, label: "b".into(), n_with: 2 };
        assert_eq!((tied.n_metiers, tied.question), (4, Some(expected)));
    }

    #[cfg(feature = "demo")]
    #[test]
    fn the_question_parts_equal_ones() {
        let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers");
        let mut n_asked = 0;
        for term in recommender.catalogue().interests().terms() {
            let profile = Profile::builder().likes(&term.label).build().expect("one answer a label");
            let ranking = recommender.recommend(&profile, usize::MAX).expect("labels of the catalogue").recommendations;
            let group = ranking[9].standing.tie_group;
            let equal: Vec<_> = ranking.iter().filter(|one| one.standing.tie_group == group).collect();
            let found = tied_across(&recommender, &profile, 10).expect("labels of the catalogue");
            assert_eq!(found.is_some(), ranking[10].standing.tie_group == group);
            let Some(found) = found else { continue };
            assert_eq!(found.n_metiers, equal.len());
            let Some(question) = found.question.filter(|question| question.field == AnswerField::Interests) else { continue };
            n_asked += 1;
            let answered = Profile::builder().likes(&term.label).likes(&question.label).build().expect("one answer a label");
            let after: std::collections::BTreeSet<_> = equal
                .iter()
                .map(|one| {
                    recommender.explain(&answered, &one.metier.id).expect("is there").standing.expect("is ranked").tie_group
                })
                .collect();
            assert!(1 < after.len(), "{}", question.label);
        }
        assert!(0 < n_asked);
    }
}
