//! The plain path, for tests only: every row is walked and every score sorted. The compiled rows must agree with it, to the bit.

use std::sync::Arc;

use super::diversity::{Diversity, Reranking};
use super::gate::Gatekeeper;
use super::order::{first, sorted_scores, standing};
use super::recommender::Recommender;
use super::result::{Ranking, Recommendation};
use crate::criteria::Query;
use crate::explanation::Explanation;
use crate::profile::{Profile, ProfileError};

impl Recommender {
    /// The result of [`query`](Self::query), with inferences worked out the plain way.
    ///
    /// # Errors
    ///
    /// Like [`query`](Self::query).
    pub fn query_plainly(&self, profile: &Profile) -> Result<Query, ProfileError> {
        Query::compile(profile, self.catalogue(), self.model(), self.weights())
    }

    /// The result of [`recommend_diverse`](Self::recommend_diverse) by the plain path: slower, but easy to check by reading.
    ///
    /// # Errors
    ///
    /// Like [`recommend`](Self::recommend).
    pub fn recommend_plainly(&self, profile: &Profile, k: usize, diversity: Diversity) -> Result<Ranking, ProfileError> {
        let query = self.query(profile)?;
        let catalogue = self.catalogue();
        let gatekeeper = Gatekeeper::new(profile, catalogue);
        let (candidates, excluded) = self.candidates(&gatekeeper, &query);
        let n_ranked = candidates.len();
        let loosen = if n_ranked == 0 { gatekeeper.loosenings(catalogue) } else { Vec::new() };
        let scores = sorted_scores(&candidates);
        let id = |position: usize| &catalogue.metiers()[position].id;
        let raw = first(candidates, Reranking::n_needed(diversity, k), profile.seed(), id);
        let chosen = match scores.last() {
            None => Vec::new(),
            Some(&lowest) => Reranking { diversity, model: self.model(), query: &query, lowest }.first(k, &raw),
        };
        let (weights, explanation) = (query.weights().clone(), Explanation::of(query, self.model(), 0));
        let recommendations = chosen.into_iter().enumerate().map(|(index, (candidate, moved))| Recommendation {
            metier: Arc::clone(&catalogue.metiers()[candidate.position]),
            standing: standing(index + 1, candidate.score, &scores),
            explanation: explanation.at(candidate.position),
            moved,
        });
        let recommendations = recommendations.collect();
        Ok(Ranking { recommendations, excluded, n_ranked, loosen, diversity, weights })
    }
}
