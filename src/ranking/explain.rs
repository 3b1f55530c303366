//! The score of one métier, ranked or not, and where it stands among all.

use std::sync::Arc;

use super::gate::{Excluded, GateCounts, Gatekeeper};
use super::order::{Candidate, first, sorted_scores, standing};
use super::recommender::Recommender;
use super::result::Explained;
use crate::catalogue::MetierId;
use crate::criteria::{Answered, Query};
use crate::explanation::{Explanation, score};
use crate::profile::{Profile, ProfileError};
use crate::weights::Weights;

impl Recommender {
    /// The score of one métier and its reasons, whether it is ranked or not.
    ///
    /// # Errors
    ///
    /// Like [`recommend`](Self::recommend), and when the catalogue does not have the métier.
    pub fn explain(&self, profile: &Profile, id: &MetierId) -> Result<Explained, ProfileError> {
        let query = self.query(profile)?;
        let position = self.position(id)?;
        let metier = &self.catalogue().metiers()[position];
        let gatekeeper = Gatekeeper::new(profile, self.catalogue());
        let (candidates, _) = self.candidates(&gatekeeper, &query);
        let n_ranked = candidates.len();
        let scores = sorted_scores(&candidates);
        let standing = if let Some(reason) = gatekeeper.refusal(metier) {
            Err(reason)
        } else {
            let order = first(candidates, n_ranked, profile.seed(), |position| &self.catalogue().metiers()[position].id);
            let index = order.iter().position(|candidate| candidate.position == position);
            let index = index.expect("a métier that no gate refuses is ranked");
            Ok(standing(index + 1, order[index].score, &scores))
        };
        Ok(Explained {
            metier: Arc::clone(metier),
            standing,
            weights: query.weights().clone(),
            explanation: Explanation::of(query, self.model(), position),
            n_ranked,
        })
    }

    /// The reasons of some métiers for one student, under weights that may be others than those of the recommender: in their order,
    /// shape (`ids`). Gates do not count.
    ///
    /// # Errors
    ///
    /// Like [`explain`](Self::explain).
    pub fn explanations(
        &self,
        profile: &Profile,
        weights: &Weights,
        ids: &[&MetierId],
    ) -> Result<Vec<Explanation>, ProfileError> {
        let query = self.query_of(&Answered::find(profile, self.catalogue(), self.model().lexicon())?, weights);
        let first = Explanation::of(query, self.model(), 0);
        ids.iter().map(|id| Ok(first.at(self.position(id)?))).collect()
    }

    /// The métiers that no gate removes, with their scores, and what the gates removed.
    pub(super) fn candidates(&self, gatekeeper: &Gatekeeper<'_>, query: &Query) -> (Vec<Candidate>, Vec<Excluded>) {
        let mut counts = GateCounts::default();
        let mut candidates = Vec::with_capacity(self.catalogue().len());
        for (position, (metier, row)) in self.catalogue().metiers().iter().zip(self.model().matrix().rows()).enumerate() {
            match gatekeeper.refusal(metier) {
                Some(reason) => counts.add(reason, metier, 1),
                None => candidates.push(Candidate::new(position, score(query, row))),
            }
        }
        (candidates, counts.into_excluded())
    }
}
