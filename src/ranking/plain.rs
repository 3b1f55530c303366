//! The plain path: every row is walked and every score sorted. What the compiled rows must agree with, to the bit.

use std::sync::Arc;

use super::diversity::{Diversity, Reranking};
use super::gate::{Excluded, Gatekeeper, Tally};
use super::order::{Candidate, first, sorted_scores, standing};
use super::recommender::Recommender;
use super::result::{Ranking, Recommendation};
use crate::criteria::Query;
use crate::explanation::{Explanation, score};
use crate::profile::{Profile, ProfileError};

impl Recommender {
    /// What [`recommend_diverse`](Self::recommend_diverse) gives, by the plain path: slower, and easy to check by reading.
    ///
    /// # Errors
    ///
    /// Like [`recommend`](Self::recommend).
    #[doc(hidden)]
    pub fn recommend_plainly(&self, profile: &Profile, k: usize, diversity: Diversity) -> Result<Ranking, ProfileError> {
        let query = self.query(profile)?;
        let (catalogue, space, matrix) = (self.catalogue(), self.model().space(), self.model().matrix());
        let gatekeeper = Gatekeeper::new(profile, catalogue);
        let (candidates, excluded) = self.candidates(&gatekeeper, &query);
        let n_ranked = candidates.len();
        let loosen = if n_ranked == 0 { gatekeeper.loosenings(catalogue) } else { Vec::new() };
        let scores = sorted_scores(&candidates);
        let id = |position: usize| &catalogue.metiers()[position].id;
        let raw = first(candidates, Reranking::n_needed(diversity, k), profile.seed(), id);
        let chosen = match scores.last() {
            None => Vec::new(),
            Some(&lowest) => Reranking { diversity, catalogue, space, matrix, query: &query, lowest }.first(k, &raw),
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

    /// The métiers that no gate removes, with their scores, and what the gates removed.
    pub(super) fn candidates(&self, gatekeeper: &Gatekeeper<'_>, query: &Query) -> (Vec<Candidate>, Vec<Excluded>) {
        let mut tally = Tally::default();
        let mut candidates = Vec::with_capacity(self.catalogue().len());
        for (position, (metier, row)) in self.catalogue().metiers().iter().zip(self.model().matrix().rows()).enumerate() {
            match gatekeeper.refusal(metier) {
                Some(reason) => tally.add(reason, metier, 1),
                None => candidates.push(Candidate::new(position, score(query, row))),
            }
        }
        (candidates, tally.into_excluded())
    }
}
