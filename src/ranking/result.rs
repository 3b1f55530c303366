//! What a ranking is made of.

use std::sync::Arc;

use super::gate::{Excluded, GateReason, Loosening};
use crate::catalogue::Metier;
use crate::explanation::{Explanation, Points};
use crate::weights::Weights;

/// Where a métier stands in a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The place, from 1.
    pub rank: usize,
    /// The number of its tie group, from 1: métiers with one number have equal scores.
    pub tie_group: usize,
    /// How many métiers of the whole ranking have this score, itself included, shown or not.
    pub n_tied: usize,
}

/// A métier that is recommended, with the reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommendation {
    /// The métier.
    pub metier: Arc<Metier>,
    /// Where it stands.
    pub standing: Standing,
    /// Where its score comes from.
    pub explanation: Explanation,
}

impl Recommendation {
    /// The score, as its explanation sums it.
    pub fn score(&self) -> Points {
        self.explanation.score()
    }

    /// The heading of the fiche.
    pub fn title(&self) -> &str {
        &self.metier.title.heading
    }
}

/// The first métiers for a profile, best first.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// The métiers that were asked for.
    pub recommendations: Vec<Recommendation>,
    /// What the gates removed, by gate.
    pub excluded: Vec<Excluded>,
    /// How many métiers were ranked: all that no gate removed.
    pub n_ranked: usize,
    /// When nothing was ranked: the gates of which one alone, once removed, lets métiers through.
    pub loosen: Vec<Loosening>,
    /// The weights applied to this student, 0 for criteria on which they did not speak.
    pub weights: Weights,
}

impl<'a> IntoIterator for &'a Ranking {
    type Item = &'a Recommendation;
    type IntoIter = std::slice::Iter<'a, Recommendation>;

    fn into_iter(self) -> Self::IntoIter {
        self.recommendations.iter()
    }
}

/// The score of one métier, ranked or not, with the reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// The métier.
    pub metier: Arc<Metier>,
    /// Where it stands, or which gate keeps it out.
    pub standing: Result<Standing, GateReason>,
    /// Where its score comes from.
    pub explanation: Explanation,
    /// How many métiers were ranked.
    pub n_ranked: usize,
    /// The weights applied to this student, 0 for criteria on which they did not speak.
    pub weights: Weights,
}
