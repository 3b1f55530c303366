//! Recommendations and explanations as JSON documents.

use serde::Serialize;

use super::subject::{ExplanationReport, RecommendationReport};
use super::versioned::Versioned;
use boussole::catalogue::CatalogueUsed;
use boussole::inquiry::MetierStability;
use boussole::profile::Profile;
use boussole::ranking::{Explained, Ranking, Recommender};
use boussole::weights::Weights;

/// The schema of the JSON of a [`RecommendationReport`].
pub const RECOMMENDATION_SCHEMA: &str = "boussole/recommendation/2";

/// The schema of the JSON of an [`ExplanationReport`].
pub const EXPLANATION_SCHEMA: &str = "boussole/explanation/2";

/// What was asked, and of what: both documents begin with it.
#[derive(Serialize)]
struct Question<'a> {
    catalogue: CatalogueUsed<'a>,
    weights: &'a Weights,
    applied_weights: &'a Weights,
    profile: &'a Profile,
}

impl<'a> Question<'a> {
    fn of(recommender: &'a Recommender, applied_weights: &'a Weights, profile: &'a Profile) -> Self {
        Self { catalogue: CatalogueUsed::of(recommender.catalogue()), weights: recommender.weights(), applied_weights, profile }
    }
}

#[derive(Serialize)]
struct Recommended<'a> {
    #[serde(flatten)]
    question: Question<'a>,
    #[serde(flatten)]
    ranking: &'a Ranking,
}

#[derive(Serialize)]
struct ExplainedPlace<'a> {
    #[serde(flatten)]
    question: Question<'a>,
    #[serde(flatten)]
    explained: &'a Explained,
    #[serde(skip_serializing_if = "Option::is_none")]
    stability: Option<&'a MetierStability>,
}

impl RecommendationReport<'_> {
    /// What the JSON document holds.
    pub(super) fn value(&self) -> impl Serialize {
        let question = Question::of(self.recommender, &self.ranking.weights, &self.profile);
        Versioned { schema: RECOMMENDATION_SCHEMA, result: Recommended { question, ranking: self.ranking } }
    }
}

impl ExplanationReport<'_> {
    /// What the JSON document holds.
    pub(super) fn value(&self) -> impl Serialize {
        let question = Question::of(self.recommender, &self.explained.weights, &self.profile);
        let (explained, stability) = (self.explained, self.stability);
        Versioned { schema: EXPLANATION_SCHEMA, result: ExplainedPlace { question, explained, stability } }
    }
}
