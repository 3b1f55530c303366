//! Recommendations and explanations as JSON documents.

use serde::Serialize;

use super::grouping::{ToldGroup, groups};
use super::lead::Lead;
use super::render::set;
use super::statement::Known;
use super::subject::{ExplanationReport, RecommendationReport};
use super::versioned::Versioned;
use super::voice::Voice;
use boussole::catalogue::CatalogueUsed;
use boussole::inquiry::MetierStability;
use boussole::profile::{Portrait, Profile};
use boussole::ranking::{Excluded, Explained, Loosening, Recommendation, Recommender, Unheard};
use boussole::weights::{Shares, Weights};

/// The schema of the JSON of a [`RecommendationReport`].
pub const RECOMMENDATION_SCHEMA: &str = "boussole/recommendation/3";

/// The schema of the JSON of an [`ExplanationReport`].
pub const EXPLANATION_SCHEMA: &str = "boussole/explanation/3";

/// What was asked, and of what: both documents begin with it.
#[derive(Serialize)]
struct Question<'a> {
    catalogue: CatalogueUsed<'a>,
    weights: Shares<'a>,
    applied_weights: Shares<'a>,
    profile: &'a Profile,
}

impl<'a> Question<'a> {
    fn of(recommender: &'a Recommender, applied_weights: &'a Weights, profile: &'a Profile) -> Self {
        let weights = recommender.weights().shares();
        Self {
            catalogue: CatalogueUsed::of(recommender.catalogue()),
            weights,
            applied_weights: applied_weights.shares(),
            profile,
        }
    }
}

#[derive(Serialize)]
struct Recommended<'a> {
    #[serde(flatten)]
    question: Question<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    diversity: Option<String>,
    recommendations: Vec<ToldRecommendation<'a>>,
    excluded: &'a [Excluded],
    n_ranked: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    loosen: Option<&'a [Loosening]>,
    portrait: &'a Portrait,
    groups: Vec<ToldGroup<'a>>,
    warnings: Vec<Warning>,
}

/// A recommendation, and what is told about it.
#[derive(Serialize)]
struct ToldRecommendation<'a> {
    #[serde(flatten)]
    recommendation: &'a Recommendation,
    #[serde(flatten)]
    lead: Lead<'a>,
}

#[derive(Serialize)]
struct ExplainedPlace<'a> {
    #[serde(flatten)]
    question: Question<'a>,
    #[serde(flatten)]
    explained: &'a Explained,
    #[serde(flatten)]
    lead: Lead<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a MetierStability>,
    portrait: &'a Portrait,
    warnings: Vec<Warning>,
}

/// What a student said that the catalogue cannot hear.
#[derive(Serialize)]
struct Warning {
    text: String,
    #[serde(flatten)]
    unheard: Unheard,
}

impl Warning {
    fn all(recommender: &Recommender, profile: &Profile, voice: Voice) -> Vec<Self> {
        let unheard = recommender.unheard(profile).into_iter();
        unheard.map(|unheard| Self { text: set(&voice.unheard(&unheard)), unheard }).collect()
    }
}

impl RecommendationReport<'_> {
    /// What the JSON document holds.
    pub(super) fn value<'a>(&'a self, known: &'a Known<'a>, voice: Voice) -> impl Serialize + use<'a> {
        let ranking = self.ranking;
        let score = move |one: &'a Recommendation| self.score(one, known, voice);
        let told = |recommendation: &'a Recommendation| {
            let lead = Lead::of(score(recommendation), self.place_of(&recommendation.metier));
            ToldRecommendation { recommendation, lead }
        };
        let reasons = |one| score(one).reasons().iter().map(|reason| set(&voice.reason(reason))).collect::<Vec<String>>();
        let result = Recommended {
            question: Question::of(self.recommender, &ranking.weights, &self.profile),
            diversity: ranking.diversity.is_on().then(|| ranking.diversity.to_string()),
            recommendations: ranking.iter().map(told).collect(),
            excluded: &ranking.excluded,
            n_ranked: ranking.n_ranked,
            loosen: (ranking.n_ranked == 0).then_some(&ranking.loosen),
            portrait: &known.portrait,
            groups: groups(self, reasons, voice),
            warnings: Warning::all(self.recommender, &self.profile, voice),
        };
        Versioned { schema: RECOMMENDATION_SCHEMA, result }
    }
}

impl ExplanationReport<'_> {
    /// What the JSON document holds.
    pub(super) fn value<'a>(&'a self, known: &'a Known<'a>, voice: Voice) -> impl Serialize + use<'a> {
        let result = ExplainedPlace {
            question: Question::of(self.recommender, &self.explained.weights, &self.profile),
            explained: self.explained,
            lead: Lead::of(self.score(known, voice), self.stability),
            place: self.stability,
            portrait: &known.portrait,
            warnings: Warning::all(self.recommender, &self.profile, voice),
        };
        Versioned { schema: EXPLANATION_SCHEMA, result }
    }
}
