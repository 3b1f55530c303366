//! Writing a record: what was asked, what came out, and what French law requires to be stated.

use serde::Serialize;
use serde_json::Value;

use super::four_items::FourItems;
use crate::catalogue::{CatalogueUsed, MetierId};
use crate::explanation::Contribution;
use crate::features::Criterion;
use crate::profile::{Profile, ProfileError};
use crate::ranking::{Diversity, Excluded, Move, Recommendation, Recommender};
use crate::weights::Shares;

/// The schema of [`record`].
pub(super) const RECORD_SCHEMA: &str = "boussole/record/2";

/// Where the weights come from.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "from", content = "provenance")]
pub enum RecordedWeights {
    /// They are the defaults of this version.
    #[default]
    Defaults,
    /// They were given, with the provenance that their file states, if any.
    Given(Option<Value>),
}

#[derive(Serialize)]
struct RecordDocument<'a> {
    schema: &'static str,
    version: &'static str,
    question: RecordQuestion<'a>,
    answer: Answer<'a>,
    four_items: &'a FourItems,
}

/// Everything that a replay needs.
#[derive(Serialize)]
struct RecordQuestion<'a> {
    catalogue: CatalogueUsed<'a>,
    weights: Shares<'a>,
    weights_origin: &'a Value,
    profile: &'a Profile,
    k: usize,
    diversity: String,
}

/// Everything that a replay must find again.
#[derive(Serialize)]
struct Answer<'a> {
    applied_weights: Shares<'a>,
    n_ranked: usize,
    excluded: &'a [Excluded],
    recommendations: Vec<RecordedRecommendation<'a>>,
}

#[derive(Serialize)]
struct RecordedRecommendation<'a> {
    rank: usize,
    id: &'a MetierId,
    score: f64,
    tie_group: usize,
    n_tied: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    moved: Option<Moved<'a>>,
    contributions: Vec<Contribution<'a>>,
    missing: Vec<Criterion>,
}

#[derive(Serialize)]
struct Moved<'a> {
    raw_rank: usize,
    relevance_gain: f64,
    diversity_gain: f64,
    aspect: Option<&'a str>,
}

/// One JSON document about the first `k` métiers for a profile: enough to make the list again, to the same bytes, and the four items
/// that French law lists for a decision that an algorithm supports.
///
/// It holds the fingerprint of the catalogue, not the catalogue; [`replay`](super::replay()) needs the same catalogue. It holds the
/// answers of the student, so store it as they would want it stored.
///
/// ```
/// # #[cfg(feature = "demo")] {
/// use boussole::inquiry::{RecordedWeights, record, replay};
/// use boussole::{Catalogue, Profile, Recommender, Weights, ranking::Diversity};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'aime la nature").build()?;
/// let text = record(&recommender, &profile, 3, Diversity::None, RecordedWeights::Defaults)?;
/// assert!(replay(&text, Catalogue::demo())?.is_identical());
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`ProfileError`] when the profile is not of the catalogue.
pub fn record(
    recommender: &Recommender,
    profile: &Profile,
    k: usize,
    diversity: Diversity,
    weights: RecordedWeights,
) -> Result<String, ProfileError> {
    let origin = serde_json::to_value(weights).expect("its keys are text");
    Ok(write(recommender, profile, k, diversity, &origin)?.0)
}

/// Writes a record with the origin of the weights, and returns the four items as well, for callers that put them in words.
pub(super) fn write(
    recommender: &Recommender,
    profile: &Profile,
    k: usize,
    diversity: Diversity,
    weights_origin: &Value,
) -> Result<(String, FourItems), ProfileError> {
    let profile = recommender.understood(profile);
    let ranking = recommender.recommend_diverse(&profile, k, diversity)?;
    let four_items = FourItems::of(recommender, &profile, ranking.n_ranked, Some(k), diversity)?;
    let document = RecordDocument {
        schema: RECORD_SCHEMA,
        version: env!("CARGO_PKG_VERSION"),
        question: RecordQuestion {
            catalogue: CatalogueUsed::of(recommender.catalogue()),
            weights: recommender.weights().shares(),
            weights_origin,
            profile: &profile,
            k,
            diversity: diversity.to_string(),
        },
        answer: Answer {
            applied_weights: ranking.weights.shares(),
            n_ranked: ranking.n_ranked,
            excluded: &ranking.excluded,
            recommendations: ranking.iter().map(recommended).collect(),
        },
        four_items: &four_items,
    };
    let mut text = serde_json::to_string_pretty(&document).expect("maps have text keys and numbers are finite");
    text.push('\n');
    Ok((text, four_items))
}

fn recommended<'a>(recommendation: &'a Recommendation) -> RecordedRecommendation<'a> {
    let moved = |Move { raw_rank, relevance_gain, diversity_gain, aspect }: &'a Move| {
        let aspect = aspect.as_ref().map(|aspect| aspect.interest.as_ref());
        Moved { raw_rank: *raw_rank, relevance_gain: relevance_gain.value(), diversity_gain: diversity_gain.value(), aspect }
    };
    RecordedRecommendation {
        rank: recommendation.standing.rank,
        id: &recommendation.metier.id,
        score: recommendation.score().value(),
        tie_group: recommendation.standing.tie_group,
        n_tied: recommendation.standing.n_tied,
        moved: recommendation.moved.as_ref().map(moved),
        contributions: recommendation.explanation.contributions().collect(),
        missing: recommendation.explanation.missing().collect(),
    }
}
