//! The recommender: a catalogue compiled once, asked many times.

use std::sync::Arc;

use super::diversity::{Diversity, Reranking};
use super::field::Field;
use super::gate::{Excluded, GateReason, Gatekeeper, Tally};
use super::order::{Candidate, Rounded, first};
use super::result::{Explained, Ranking, Recommendation, Standing};
use crate::catalogue::{Catalogue, Metier, MetierId};
use crate::criteria::{Query, unknown_metier};
use crate::explanation::{Explanation, Points, score};
use crate::features::FeatureModel;
use crate::profile::{AnswerField, Profile, ProfileError};
use crate::weights::Weights;

/// Ranks the métiers of a catalogue for a profile and says why.
///
/// It owns everything it needs, never changes, and can be shared between threads.
///
/// ```
/// use boussole::catalogue::{Catalogue, Interest, Metier, Title};
/// use boussole::{Profile, Recommender, Weights};
///
/// let mut botanist = Metier::new("MET.1".parse()?, Title::from_heading("botaniste"));
/// botanist.interests.push(Interest::new("j'aime la nature"));
/// let diver = Metier::new("MET.2".parse()?, Title::from_heading("plongeur / plongeuse"));
/// let catalogue = Catalogue::from_metiers([botanist, diver]).catalogue;
///
/// let recommender = Recommender::new(catalogue, Weights::default())?;
/// let profile = Profile::builder().likes("j'aime la nature").build()?;
/// let ranking = recommender.recommend(&profile, 10)?;
/// assert_eq!(ranking.recommendations[0].title(), "botaniste");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Recommender {
    catalogue: Catalogue,
    weights: Weights,
    model: FeatureModel,
}

/// Why no recommender could be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecommenderError {
    /// There is no métier to rank.
    #[error("expected a catalogue with at least one métier, found none")]
    EmptyCatalogue,
}

impl Recommender {
    /// Compiles a catalogue.
    ///
    /// # Errors
    ///
    /// [`RecommenderError::EmptyCatalogue`] when there is nothing to rank.
    pub fn new(catalogue: Catalogue, weights: Weights) -> Result<Self, RecommenderError> {
        if catalogue.is_empty() {
            return Err(RecommenderError::EmptyCatalogue);
        }
        let model = FeatureModel::of(&catalogue);
        Ok(Self { catalogue, weights, model })
    }

    /// The first `k` métiers for a profile, fewer when gates leave fewer.
    ///
    /// The list for `k` is the beginning of the list for `k + 1`.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] when the profile names labels or métiers that the catalogue does not have: all of them at once.
    pub fn recommend(&self, profile: &Profile, k: usize) -> Result<Ranking, ProfileError> {
        self.recommend_diverse(profile, k, Diversity::None)
    }

    /// The first `k` métiers for a profile, varied, fewer when gates leave fewer.
    ///
    /// Scores and gates are those of [`recommend`](Self::recommend), and so is the métier of rank 1; the others may change their
    /// places within the first [`POOL`](super::POOL), and [`Move`](super::Move) says why. The list for `k` is the beginning of
    /// the list for `k + 1`.
    ///
    /// # Errors
    ///
    /// Like [`recommend`](Self::recommend).
    ///
    /// ```
    /// use boussole::{Catalogue, Profile, Recommender, Weights, ranking::Diversity};
    /// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    /// let profile = Profile::builder().likes("j'ai le sens du contact").likes("j'aime la nature").build()?;
    /// let ranking = recommender.recommend_diverse(&profile, 10, Diversity::XQUAD)?;
    /// let first = &ranking.recommendations[0];
    /// assert_eq!(first.moved.as_ref().map(|moved| moved.raw_rank), Some(1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn recommend_diverse(&self, profile: &Profile, k: usize, diversity: Diversity) -> Result<Ranking, ProfileError> {
        let query = self.query(profile)?;
        let gatekeeper = Gatekeeper::new(profile, &self.catalogue);
        let (candidates, excluded) = self.candidates(&gatekeeper, &query);
        let n_ranked = candidates.len();
        let loosen = if n_ranked == 0 { gatekeeper.loosenings(&self.catalogue) } else { Vec::new() };
        let scores = sorted_scores(&candidates);
        let raw = self.first(candidates, Reranking::n_needed(diversity, k), profile);
        let chosen = match scores.last() {
            None => Vec::new(),
            Some(&lowest) => {
                let (catalogue, space, matrix) = (&self.catalogue, self.model.space(), self.model.matrix());
                Reranking { diversity, catalogue, space, matrix, query: &query, lowest }.first(k, &raw)
            }
        };
        let recommendations = chosen.into_iter().enumerate().map(|(index, (candidate, moved))| Recommendation {
            metier: Arc::clone(&self.catalogue.metiers()[candidate.position]),
            standing: standing(index + 1, candidate.score, &scores),
            explanation: Explanation::of(&query, self.model.matrix().row(candidate.position), self.model.space()),
            moved,
        });
        let recommendations = recommendations.collect();
        Ok(Ranking { recommendations, excluded, n_ranked, loosen, diversity, weights: query.weights().clone() })
    }

    /// The score of one métier and its reasons, whether it is ranked or not.
    ///
    /// # Errors
    ///
    /// Like [`recommend`](Self::recommend), and when the catalogue does not have the métier.
    pub fn explain(&self, profile: &Profile, id: &MetierId) -> Result<Explained, ProfileError> {
        let query = self.query(profile)?;
        let position = self.position(id)?;
        let metier = &self.catalogue.metiers()[position];
        let gatekeeper = Gatekeeper::new(profile, &self.catalogue);
        let (candidates, _) = self.candidates(&gatekeeper, &query);
        let n_ranked = candidates.len();
        let scores = sorted_scores(&candidates);
        let standing = if let Some(reason) = gatekeeper.refusal(metier) {
            Err(reason)
        } else {
            let order = self.first(candidates, n_ranked, profile);
            let index = order.iter().position(|candidate| candidate.position == position);
            let index = index.expect("a métier that no gate refuses is ranked");
            Ok(standing(index + 1, order[index].score, &scores))
        };
        Ok(Explained {
            metier: Arc::clone(metier),
            standing,
            explanation: Explanation::of(&query, self.model.matrix().row(position), self.model.space()),
            n_ranked,
            weights: query.weights().clone(),
        })
    }

    /// The score of every métier, gates left aside, in the order of the catalogue: shape (`n_metiers`).
    ///
    /// # Errors
    ///
    /// Like [`recommend`](Self::recommend).
    pub fn scores(&self, profile: &Profile) -> Result<Vec<Points>, ProfileError> {
        let query = self.query(profile)?;
        Ok(self.model.matrix().rows().map(|row| score(&query, row)).collect())
    }

    /// The profile with its labels in the spelling of the catalogue: what was understood.
    pub fn understood(&self, profile: &Profile) -> Profile {
        profile.respelled(|field, label| {
            let vocabulary = match field {
                AnswerField::Interests => self.catalogue.interests(),
                AnswerField::Statuses => self.catalogue.statuses(),
                AnswerField::Sectors => self.catalogue.sectors(),
            };
            vocabulary.find(label).map_or_else(|_| label.to_owned(), |place| vocabulary.terms()[place].label.clone())
        })
    }

    /// The catalogue that is ranked.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The weights before any criterion drops out.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// What was compiled from the catalogue: columns, rows, and what they teach.
    pub fn model(&self) -> &FeatureModel {
        &self.model
    }

    /// Who takes part in the ranking for a profile, and who comes first among equals.
    pub(crate) fn field(&self, profile: &Profile) -> Field {
        let gatekeeper = Gatekeeper::new(profile, &self.catalogue);
        Field::of(&self.catalogue, profile.seed(), |metier| gatekeeper.refusal(metier).is_none())
    }

    /// The gate that keeps a métier out of the ranking for a profile.
    pub(crate) fn refusal(&self, profile: &Profile, metier: &Metier) -> Option<GateReason> {
        Gatekeeper::new(profile, &self.catalogue).refusal(metier)
    }

    /// The place of a métier in the catalogue.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] when the catalogue does not have it.
    pub(crate) fn position(&self, id: &MetierId) -> Result<usize, ProfileError> {
        let unknown = || ProfileError { problems: unknown_metier(&self.catalogue, "id", id).into_iter().collect() };
        self.catalogue.position(id).ok_or_else(unknown)
    }

    /// The profile, compiled for this catalogue and these weights.
    ///
    /// # Errors
    ///
    /// Like [`recommend`](Self::recommend).
    pub fn query(&self, profile: &Profile) -> Result<Query, ProfileError> {
        Query::compile(profile, &self.catalogue, &self.model, &self.weights)
    }

    /// The métiers that no gate removes, with their scores, and what the gates removed.
    fn candidates(&self, gatekeeper: &Gatekeeper<'_>, query: &Query) -> (Vec<Candidate>, Vec<Excluded>) {
        let mut tally = Tally::default();
        let mut candidates = Vec::with_capacity(self.catalogue.len());
        for (position, (metier, row)) in self.catalogue.metiers().iter().zip(self.model.matrix().rows()).enumerate() {
            match gatekeeper.refusal(metier) {
                Some(reason) => tally.add(reason, metier),
                None => candidates.push(Candidate { position, score: Rounded::of(score(query, row)) }),
            }
        }
        (candidates, tally.into_excluded())
    }

    /// The first `k` of the raw order.
    fn first(&self, candidates: Vec<Candidate>, k: usize, profile: &Profile) -> Vec<Candidate> {
        first(candidates, k, profile.seed(), |position| &self.catalogue.metiers()[position].id)
    }
}

/// The scores of the whole ranking, highest first.
fn sorted_scores(candidates: &[Candidate]) -> Vec<Rounded> {
    let mut scores: Vec<Rounded> = candidates.iter().map(|candidate| candidate.score).collect();
    scores.sort_unstable_by(|left, right| right.cmp(left));
    scores
}

/// Rank and tie group from the scores of the whole ranking, highest first.
fn standing(rank: usize, score: Rounded, scores: &[Rounded]) -> Standing {
    let above = scores.partition_point(|other| score < *other);
    let through = scores.partition_point(|other| score <= *other);
    let n_groups_above = scores[..above].chunk_by(|left, right| left == right).count();
    Standing { rank, tie_group: n_groups_above + 1, n_tied: through - above }
}
