//! What other weights would change for a student: which métiers move in the ranking.

use std::sync::Arc;

use boussole::catalogue::Metier;
use boussole::profile::{Profile, ProfileError};
use boussole::ranking::Recommender;
use boussole::serialize_keys;

/// How many métiers a student is shown, and therefore how many are compared.
pub const N_COMPARED: usize = 10;

serialize_keys!(impl RankMoves as this {
    "profile" => this.profile,
    "n_kept" => this.n_kept,
    "metiers" => this.moves,
});

serialize_keys!(impl RankMove as this {
    "id" => this.metier.id,
    "rank" => this.after,
    "before" => this.before,
});

/// The first métiers of a student by tuned weights, and where they stood before.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RankMoves {
    /// Whose ranking it is: the name of a reference profile.
    pub profile: String,
    /// The first métiers by the tuned weights, in order.
    pub moves: Vec<RankMove>,
    /// How many of them were among the first before.
    pub n_kept: usize,
}

/// One métier, before and after.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RankMove {
    /// The métier.
    pub metier: Arc<Metier>,
    /// Its rank by the default weights, from 1.
    pub before: usize,
    /// Its rank by the tuned weights, from 1.
    pub after: usize,
}

impl RankMoves {
    /// Compares the first [`N_COMPARED`] métiers by two recommenders over one catalogue.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] when the profile names labels or métiers that the catalogue does not have.
    pub fn between(before: &Recommender, after: &Recommender, name: &str, profile: &Profile) -> Result<Self, ProfileError> {
        let old = before.recommend(profile, before.catalogue().len())?;
        let new = after.recommend(profile, N_COMPARED)?;
        let moves: Vec<RankMove> = new
            .into_iter()
            .filter_map(|recommendation| {
                let metier = Arc::clone(&recommendation.metier);
                let before = old.into_iter().find(|other| other.metier.id == metier.id)?.standing.rank;
                Some(RankMove { metier, before, after: recommendation.standing.rank })
            })
            .collect();
        let n_kept = moves.iter().filter(|moved| moved.before <= N_COMPARED).count();
        Ok(Self { profile: name.to_owned(), moves, n_kept })
    }
}
