//! Results as JSON documents with a versioned schema.

use serde::Serialize;

use super::document::pretty;
use super::stability::MetierStabilityJson;
use super::subject::{ExplanationReport, RecommendationReport};
use boussole::catalogue::{MetierId, Title};
use boussole::explanation::Contribution;
use boussole::features::Criterion;
use boussole::profile::Profile;
use boussole::ranking::{Excluded, GateReason, Loosening, Move, Recommender};
use boussole::weights::Weights;

/// The schema of [`RecommendationReport::json`].
pub const RECOMMENDATION_SCHEMA: &str = "boussole/recommendation/2";

/// The schema of [`ExplanationReport::json`].
pub const EXPLANATION_SCHEMA: &str = "boussole/explanation/2";

#[derive(Serialize)]
pub(super) struct CatalogueJson<'a> {
    pub(super) n_metiers: usize,
    pub(super) fingerprint: &'a str,
}

#[derive(Serialize)]
struct TitleJson<'a> {
    feminine: &'a str,
    masculine: &'a str,
}

/// What both documents begin with.
#[derive(Serialize)]
struct HeadJson<'a> {
    schema: &'static str,
    catalogue: CatalogueJson<'a>,
    weights: &'a Weights,
    applied_weights: &'a Weights,
    profile: &'a Profile,
}

#[derive(Serialize)]
struct RecommendationJson<'a> {
    rank: usize,
    id: &'a MetierId,
    title: TitleJson<'a>,
    score: f64,
    tie_group: usize,
    n_tied: usize,
    contributions: Vec<Contribution<'a>>,
    missing: Vec<Criterion>,
    #[serde(skip_serializing_if = "Option::is_none")]
    moved: Option<MoveJson<'a>>,
}

/// What diversity made of a place: here when diversity is on.
#[derive(Serialize)]
struct MoveJson<'a> {
    raw_rank: usize,
    relevance_gain: f64,
    diversity_gain: f64,
    aspect: Option<&'a str>,
    n_above_with_aspect: Option<usize>,
}

#[derive(Serialize)]
struct RankingJson<'a> {
    #[serde(flatten)]
    head: HeadJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    diversity: Option<String>,
    recommendations: Vec<RecommendationJson<'a>>,
    excluded: &'a [Excluded],
    n_ranked: usize,
    /// Here when nothing is ranked.
    #[serde(skip_serializing_if = "Option::is_none")]
    loosen: Option<&'a [Loosening]>,
}

#[derive(Serialize)]
struct ExplainedJson<'a> {
    #[serde(flatten)]
    head: HeadJson<'a>,
    id: &'a MetierId,
    title: TitleJson<'a>,
    score: f64,
    rank: Option<usize>,
    tie_group: Option<usize>,
    n_tied: Option<usize>,
    excluded_by: Option<GateReason>,
    n_ranked: usize,
    contributions: Vec<Contribution<'a>>,
    missing: Vec<Criterion>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stability: Option<MetierStabilityJson<'a>>,
}

fn head<'a>(schema: &'static str, recommender: &'a Recommender, applied: &'a Weights, profile: &'a Profile) -> HeadJson<'a> {
    let catalogue = recommender.catalogue();
    HeadJson {
        schema,
        catalogue: CatalogueJson { n_metiers: catalogue.len(), fingerprint: catalogue.fingerprint() },
        weights: recommender.weights(),
        applied_weights: applied,
        profile,
    }
}

fn moved(moved: &Move) -> MoveJson<'_> {
    MoveJson {
        raw_rank: moved.raw_rank,
        relevance_gain: moved.relevance_gain.value(),
        diversity_gain: moved.diversity_gain.value(),
        aspect: moved.aspect.as_ref().map(|aspect| aspect.interest.as_ref()),
        n_above_with_aspect: moved.aspect.as_ref().map(|aspect| aspect.n_above),
    }
}

fn title(title: &Title) -> TitleJson<'_> {
    TitleJson { feminine: &title.feminine, masculine: &title.masculine }
}

impl RecommendationReport<'_> {
    /// The ranking as one JSON document, schema [`RECOMMENDATION_SCHEMA`].
    ///
    /// Numbers are written so that they read back to the same bits: `score` is the sum of its `points`, exactly.
    pub fn json(&self) -> String {
        pretty(&self.document())
    }

    /// What the document holds, for others that contain it.
    pub(super) fn document(&self) -> impl Serialize {
        let recommendations = self.ranking.into_iter().map(|recommendation| RecommendationJson {
            rank: recommendation.standing.rank,
            id: &recommendation.metier.id,
            title: title(&recommendation.metier.title),
            score: recommendation.score().value(),
            tie_group: recommendation.standing.tie_group,
            n_tied: recommendation.standing.n_tied,
            contributions: recommendation.explanation.contributions().collect(),
            missing: recommendation.explanation.missing().collect(),
            moved: recommendation.moved.as_ref().map(moved),
        });
        RankingJson {
            head: head(RECOMMENDATION_SCHEMA, self.recommender, &self.ranking.weights, &self.profile),
            diversity: self.ranking.diversity.is_on().then(|| self.ranking.diversity.to_string()),
            recommendations: recommendations.collect(),
            excluded: &self.ranking.excluded,
            n_ranked: self.ranking.n_ranked,
            loosen: (self.ranking.n_ranked == 0).then_some(&self.ranking.loosen),
        }
    }
}

impl ExplanationReport<'_> {
    /// The explanation as one JSON document, schema [`EXPLANATION_SCHEMA`].
    pub fn json(&self) -> String {
        let explained = self.explained;
        let standing = explained.standing.ok();
        pretty(&ExplainedJson {
            head: head(EXPLANATION_SCHEMA, self.recommender, &explained.weights, &self.profile),
            id: &explained.metier.id,
            title: title(&explained.metier.title),
            score: explained.explanation.score().value(),
            rank: standing.map(|standing| standing.rank),
            tie_group: standing.map(|standing| standing.tie_group),
            n_tied: standing.map(|standing| standing.n_tied),
            excluded_by: explained.standing.err(),
            n_ranked: explained.n_ranked,
            contributions: explained.explanation.contributions().collect(),
            missing: explained.explanation.missing().collect(),
            stability: self.stability.map(MetierStabilityJson::from),
        })
    }
}
