//! What a ranking is made of.

use std::sync::Arc;

use serde::Serialize;

use super::diversity::{Diversity, Move};
use super::gate::{Excluded, GateReason, Loosening};
use super::order::Standing;
use crate::catalogue::{Metier, Title};
use crate::explanation::{Contribution, Explanation, Points};
use crate::features::Criterion;
use crate::profile::AnswerField;
use crate::serialize_keys;
use crate::weights::Weights;

/// A métier that is recommended, with the reasons. Of the métier, identifier and title are serialised.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Recommendation {
    /// The métier.
    pub metier: Arc<Metier>,
    /// Where it stands.
    pub standing: Standing,
    /// Where its score comes from.
    pub explanation: Explanation,
    /// What diversity made of its place; `None` when diversity is off, or below the métiers that it may move.
    pub moved: Option<Move>,
}

impl Recommendation {
    /// The score, as its explanation sums it.
    pub fn score(&self) -> Points {
        self.explanation.score()
    }

    /// Whether diversity gave it another rank than its score does.
    pub fn is_displaced(&self) -> bool {
        self.moved.as_ref().is_some_and(|moved| moved.raw_rank != self.standing.rank)
    }

    /// The heading of the fiche.
    pub fn title(&self) -> &str {
        &self.metier.title.heading
    }
}

/// A métier of a shortlist: what it scored and where it stands, without reasons.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Placed {
    /// The place of the métier in [`Catalogue::metiers`](crate::catalogue::Catalogue::metiers).
    pub position: usize,
    /// The score.
    pub score: Points,
    /// Where it stands.
    pub standing: Standing,
}

/// The first métiers for a profile, best first or varied.
///
/// The weights are not serialised with it: documents have them beside those of the recommender.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Ranking {
    /// The métiers that were asked for.
    pub recommendations: Vec<Recommendation>,
    /// What the gates removed, by gate.
    pub excluded: Vec<Excluded>,
    /// How many métiers were ranked: all that no gate removed.
    pub n_ranked: usize,
    /// When nothing was ranked: the gates of which one alone, once removed, lets métiers through.
    pub loosen: Vec<Loosening>,
    /// How the list was varied.
    pub diversity: Diversity,
    /// The weights applied to this student, 0 for criteria on which they did not speak.
    pub weights: Weights,
}

impl Ranking {
    /// The recommendations, best first.
    pub fn iter(&self) -> std::slice::Iter<'_, Recommendation> {
        self.recommendations.iter()
    }
}

impl<'a> IntoIterator for &'a Ranking {
    type Item = &'a Recommendation;
    type IntoIter = std::slice::Iter<'a, Recommendation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Answers that a catalogue cannot hear, because none of its fiches says anything of the kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Unheard {
    /// The part of the profile.
    #[serde(serialize_with = "field_name")]
    pub field: AnswerField,
    /// What was answered about, as the profile writes it.
    pub labels: Vec<String>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn field_name<S: serde::Serializer>(field: &AnswerField, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(field.name())
}

/// The score of one métier, ranked or not, with the reasons. It serialises like a [`Recommendation`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
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

/// The two forms of a title.
#[derive(Serialize)]
struct Forms<'a> {
    feminine: &'a str,
    masculine: &'a str,
}

impl<'a> Forms<'a> {
    fn of(title: &'a Title) -> Self {
        Self { feminine: &title.feminine, masculine: &title.masculine }
    }
}

serialize_keys!(impl Recommendation as this {
    "rank" => this.standing.rank,
    "id" => this.metier.id,
    "title" => Forms::of(&this.metier.title),
    "score" => this.score(),
    "tie_group" => this.standing.tie_group,
    "n_tied" => this.standing.n_tied,
    "contributions" => this.explanation.contributions().collect::<Vec<Contribution<'_>>>(),
    "missing" => this.explanation.missing().collect::<Vec<Criterion>>(),
    "moved" if this.moved.is_some() => this.moved,
});

serialize_keys!(impl Ranking as this {
    "diversity" if this.diversity.is_on() => this.diversity.to_string(),
    "recommendations" => this.recommendations,
    "excluded" => this.excluded,
    "n_ranked" => this.n_ranked,
    "loosen" if this.n_ranked == 0 => this.loosen,
});

serialize_keys!(impl Explained as this {
    "id" => this.metier.id,
    "title" => Forms::of(&this.metier.title),
    "score" => this.explanation.score(),
    "rank" => this.standing.ok().map(|standing| standing.rank),
    "tie_group" => this.standing.ok().map(|standing| standing.tie_group),
    "n_tied" => this.standing.ok().map(|standing| standing.n_tied),
    "excluded_by" => this.standing.err(),
    "n_ranked" => this.n_ranked,
    "contributions" => this.explanation.contributions().collect::<Vec<Contribution<'_>>>(),
    "missing" => this.explanation.missing().collect::<Vec<Criterion>>(),
});
