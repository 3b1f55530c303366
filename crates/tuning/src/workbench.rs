//! How good are some weights? Every judge there is, on one catalogue: to compare two files, or to sweep one weight.

use std::collections::BTreeSet;

use serde::Serialize;

use super::moves::N_COMPARED;
use super::preferences::Preferences;
use boussole::catalogue::{Catalogue, Metier, MetierId};
use boussole::features::Criterion;
use boussole::profile::{Profile, ProfileError};
use boussole::ranking::{Recommender, RecommenderError};
use boussole::serialize_keys;
use boussole::weights::{Weights, WeightsError};
use boussole_evaluation::{
    Comparison, Cutoff, Gain, Interval, Judged, Paired, Qrels, RankedList, Resampling, Ties, compare, mean, ndcg, summarize,
};

/// By what a weight is multiplied in a sweep.
const FACTORS: [f64; 9] = [0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0];

/// The shares of a sweep when the weight is 0 so far.
const SHARES: [f64; 9] = [0.0, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4];

/// Who judges weights, beside the métiers of the catalogue themselves.
#[derive(Debug, Clone, Copy, Default)]
pub struct Judges<'a> {
    /// Which métiers are relevant for a student with the interests and the level of a métier: its identifier is the query.
    pub qrels: Option<&'a Qrels>,
    /// What students prefer.
    pub preferences: Option<&'a Preferences>,
}

/// What a measure is a mean of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureKind {
    /// nDCG@10 of each query that is judged, ties in their order.
    Ndcg,
    /// The share of a student's pairs in which the preferred one scores higher, of each student.
    Accuracy,
    /// Whether a student made of a métier is shown that métier among the first ten, of each métier with interests.
    Own,
    /// Whether a métier is shown to any of these students but its own, of each métier.
    Coverage,
}

/// A measure of some weights: one value for each of what it is a mean of, in [0, 1], higher is better.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Measure {
    /// What it is a mean of.
    pub kind: MeasureKind,
    /// The values, in an order that depends on catalogue and judges alone.
    pub values: Vec<f64>,
}

/// One measure of two sets of weights.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct MeasureChange {
    /// What it is a mean of.
    pub kind: MeasureKind,
    /// The mean by the first weights.
    pub before: f64,
    /// The mean by the second weights.
    pub after: f64,
    /// The interval of the second mean.
    pub interval: Interval,
    /// How the second compares with the first, value by value.
    pub comparison: Comparison,
}

serialize_keys!(impl MeasureChange as this {
    "measure" => this.kind,
    "before" => this.before,
    "after" => this.after,
    "interval" => this.interval,
    "difference" => this.comparison.mean_difference,
    "difference_interval" => this.comparison.interval,
    "p_value" => this.comparison.p_value.value(),
    "n_wins" => this.comparison.n_wins,
    "n_ties" => this.comparison.n_ties,
    "n_losses" => this.comparison.n_losses,
});

/// One weight at one share, the others scaled to what is left.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SweepPoint {
    /// The share.
    pub share: f64,
    /// Whether this is the share so far.
    pub is_present: bool,
    /// Each measure, compared with the weights so far.
    pub measures: Vec<MeasureChange>,
}

serialize_keys!(impl SweepPoint as this {
    "share" => this.share,
    "is_present" => this.is_present,
    "measures" => this.measures,
});

/// Why weights could not be measured.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WorkbenchError {
    /// No métier to rank.
    #[error(transparent)]
    Recommender(#[from] RecommenderError),
    /// The labels of a métier are not those of its catalogue.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// Nothing is left for the other weights.
    #[error(transparent)]
    Weights(#[from] WeightsError),
}

/// Measures weights on a catalogue.
///
/// # Errors
///
/// [`WorkbenchError`] for a catalogue without métiers.
pub fn measures(catalogue: &Catalogue, weights: &Weights, judges: Judges<'_>) -> Result<Vec<Measure>, WorkbenchError> {
    let recommender = Recommender::new(catalogue.clone(), weights.clone())?;
    let lists = lists(&recommender)?;
    let metiers = catalogue.metiers();
    let own = lists.iter().map(|list| f64::from(u8::from(list.has_own))).collect();
    let shown: BTreeSet<&MetierId> = lists.iter().flat_map(|list| &list.others).copied().collect();
    let coverage = metiers.iter().map(|metier| f64::from(u8::from(shown.contains(&metier.id)))).collect();
    let mut measures = Vec::new();
    if let Some(qrels) = judges.qrels {
        measures.push(Measure { kind: MeasureKind::Ndcg, values: ndcgs(qrels, &lists) });
    }
    if let Some(preferences) = judges.preferences {
        measures.push(Measure { kind: MeasureKind::Accuracy, values: preferences.accuracies(weights) });
    }
    measures.push(Measure { kind: MeasureKind::Own, values: own });
    measures.push(Measure { kind: MeasureKind::Coverage, values: coverage });
    measures.retain(|measure| !measure.values.is_empty());
    Ok(measures)
}

/// Compares two sets of weights on a catalogue.
///
/// # Errors
///
/// Like [`measures`].
pub fn compare_weights(
    catalogue: &Catalogue,
    [before, after]: [&Weights; 2],
    judges: Judges<'_>,
) -> Result<Vec<MeasureChange>, WorkbenchError> {
    Ok(changes(&measures(catalogue, before, judges)?, &measures(catalogue, after, judges)?))
}

/// Measures a weight at several shares, from 0 to four times what it is, the others scaled to what is left.
///
/// # Errors
///
/// Like [`measures`].
pub fn sweep(
    catalogue: &Catalogue,
    weights: &Weights,
    criterion: Criterion,
    judges: Judges<'_>,
) -> Result<Vec<SweepPoint>, WorkbenchError> {
    let present = weights.get(criterion);
    let before = measures(catalogue, weights, judges)?;
    let shares = if 0.0 < present { FACTORS.map(|factor| factor * present) } else { SHARES };
    // More than nearly everything leaves the others nothing, and so does the only weight there is.
    let shares = shares.into_iter().filter(|share| *share <= 0.95 && present < 1.0);
    let point = |share: f64| {
        let left = (1.0 - share) / (1.0 - present);
        let scaled = weights.iter().map(|(other, weight)| (other, if other == criterion { share } else { left * weight }));
        let scaled = Weights::new(scaled)?.with_interest_factors(weights.interest_factors().clone());
        let after = measures(catalogue, &scaled, judges)?;
        Ok(SweepPoint { share, is_present: share == present, measures: changes(&before, &after) })
    };
    shares.map(point).collect()
}

fn changes(before: &[Measure], after: &[Measure]) -> Vec<MeasureChange> {
    let resampling = Resampling::default();
    let change = |(before, after): (&Measure, &Measure)| {
        let paired = Paired::new(&after.values, &before.values).ok()?;
        Some(MeasureChange {
            kind: after.kind,
            before: mean(&before.values),
            after: mean(&after.values),
            interval: summarize(&after.values, &resampling)?.interval,
            comparison: compare(paired, &resampling),
        })
    };
    before.iter().zip(after).filter_map(change).collect()
}

/// What a student made of a métier is shown.
struct List<'a> {
    id: &'a MetierId,
    /// Whether the métier itself is among the first ten.
    has_own: bool,
    /// The first ten others.
    others: Vec<&'a MetierId>,
}

/// The lists of students who like the interests of a métier and want its level, one for each métier with interests.
fn lists(recommender: &Recommender) -> Result<Vec<List<'_>>, ProfileError> {
    let metiers = recommender.catalogue().metiers();
    let list = |metier: &'_ Metier| -> Result<(bool, Vec<usize>), ProfileError> {
        let mut builder = metier.interests.iter().fold(Profile::builder(), |builder, interest| builder.likes(interest.as_str()));
        if let Some(level) = metier.access_level {
            builder = builder.willing(level);
        }
        let first = recommender.shortlist(&builder.build()?, N_COMPARED + 1)?;
        let places: Vec<usize> = first.iter().map(|placed| placed.position).collect();
        let is_own = |place: &usize| metiers[*place].id == metier.id;
        Ok((places.iter().take(N_COMPARED).any(is_own), places.into_iter().filter(|place| !is_own(place)).collect()))
    };
    let with_interests = metiers.iter().filter(|metier| !metier.interests.is_empty());
    let lists = with_interests.map(|metier| {
        let (has_own, others) = list(metier)?;
        let others = others.into_iter().take(N_COMPARED).map(|place| &metiers[place].id).collect();
        Ok(List { id: &metier.id, has_own, others })
    });
    lists.collect()
}

/// nDCG@10 of each list that is judged.
fn ndcgs(qrels: &Qrels, lists: &[List<'_>]) -> Vec<f64> {
    let cutoff = Cutoff::top(N_COMPARED).expect("10 > 0");
    let of_list = |list: &List<'_>| {
        let judgements = qrels.judgements(list.id.as_str())?;
        let ranked = RankedList::in_order(list.others.iter().map(ToString::to_string)).expect("métiers are distinct");
        Some(ndcg(&Judged::new(&ranked, judgements, Ties::Strict), Gain::Linear, cutoff))
    };
    lists.iter().filter_map(of_list).collect()
}

impl Preferences {
    /// The share of pairs in which the preferred one scores higher by these weights, of each student, in [0, 1]; equal scores count half.
    pub(super) fn accuracies(&self, weights: &Weights) -> Vec<f64> {
        let of_name = |name: &String| name.parse().map_or(0.0, |criterion: Criterion| weights.get(criterion));
        let weights: Vec<f64> = self.names().iter().map(of_name).collect();
        let of_pair = |contrast: &[f64]| {
            let margin: f64 = contrast.iter().zip(&weights).map(|(value, weight)| value * weight).sum();
            if margin == 0.0 { 0.5 } else { f64::from(u8::from(0.0 < margin)) }
        };
        let of_student =
            |pairs: &Vec<super::preferences::Pair>| mean(&pairs.iter().map(|pair| of_pair(&pair.contrast)).collect::<Vec<_>>());
        self.students().iter().map(of_student).collect()
    }
}
