//! Ranking again with other answers or other weights: the scores and the order of the recommender, without finding labels again.

use crate::criteria::{Answered, Query};
use crate::explanation::score;
use crate::inquiry::change::{AnswerMove, all_moves};
use crate::profile::{Profile, ProfileError};
use crate::ranking::{Contenders, Recommender, Rounded};
use crate::weights::Weights;

/// One student's ranking, ready to be made again.
///
/// It compiles queries as [`Recommender::query`] does, and orders by the same rounding and the same draw among
/// equals, so its ranks are those of [`Recommender::recommend`].
pub(super) struct Rerank<'a> {
    pub(super) recommender: &'a Recommender,
    profile: Profile,
    pub(super) answered: Answered,
    pub(super) field: Contenders,
}

impl<'a> Rerank<'a> {
    pub(super) fn new(recommender: &'a Recommender, profile: &Profile) -> Result<Self, ProfileError> {
        let answered = Answered::find(profile, recommender.catalogue(), recommender.model().lexicon())?;
        Ok(Self { recommender, profile: recommender.understood(profile), answered, field: recommender.field(profile) })
    }

    /// Every change of an answer that keeps the field: where a plain no keeps métiers out like a gate, it is neither taken back nor said.
    pub(super) fn moves(&self) -> Vec<AnswerMove> {
        let mut moves = all_moves(&self.answered);
        moves.retain(|step| !self.is_about_the_field(step));
        moves
    }

    /// Who takes part after a change; `None` when they are the same.
    pub(super) fn field_after(&self, step: &AnswerMove) -> Option<Contenders> {
        let changed = || step.named(self.recommender.catalogue()).apply(&self.profile);
        self.is_about_the_field(step).then(|| self.recommender.field(&changed()))
    }

    fn is_about_the_field(&self, step: &AnswerMove) -> bool {
        !self.profile.gates().keep_refused && step.is_about_a_refusal()
    }

    /// The scores of all contenders for these answers.
    pub(super) fn scores(&self, answered: &Answered) -> Vec<Rounded> {
        self.scores_in(&self.field, answered)
    }

    /// The scores of all contenders for these answers and weights.
    pub(super) fn scores_with(&self, answered: &Answered, weights: &Weights) -> Vec<Rounded> {
        self.scores_of(&self.field, &self.recommender.query_of(answered, weights))
    }

    /// The scores of all métiers of a field for these answers.
    pub(super) fn scores_in(&self, field: &Contenders, answered: &Answered) -> Vec<Rounded> {
        self.scores_of(field, &self.recommender.query_of(answered, self.recommender.weights()))
    }

    fn scores_of(&self, field: &Contenders, query: &Query) -> Vec<Rounded> {
        let matrix = self.recommender.model().matrix();
        field.positions().iter().map(|position| Rounded::of(score(query, matrix.row(*position)))).collect()
    }
}

#[cfg(feature = "demo")]
#[cfg(test)]
mod tests {
    //! Properties: ranking again returns the order of the recommender, whatever the answers, gates and seed.

    use super::*;
    use crate::catalogue::Catalogue;

    #[test]
    fn the_order_is_that_of_the_recommender() {
        let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers");
        for seed in 0..20 {
            let mut builder = Profile::builder().seed(seed).excludes("MET.10".parse().expect("an identifier"));
            for term in
                recommender.catalogue().interests().terms().iter().skip(usize::try_from(seed).expect("is small")).step_by(7)
            {
                builder = builder.likes(&term.label);
            }
            let profile = builder.build().expect("one answer a label");
            let rerank = Rerank::new(&recommender, &profile).expect("labels of the catalogue");
            let scores = rerank.scores(&rerank.answered);
            let order = rerank.field.order(&scores);
            let ranking = recommender.recommend(&profile, 1_000).expect("labels of the catalogue");
            let positions: Vec<usize> = order.iter().map(|contender| rerank.field.positions()[*contender]).collect();
            let expected: Vec<usize> =
                ranking.iter().filter_map(|one| recommender.catalogue().position(&one.metier.id)).collect();
            assert_eq!(positions, expected, "seed {seed}");
            assert!(order.iter().enumerate().all(|(index, contender)| rerank.field.rank(*contender, &scores) == index + 1));
        }
    }
}
