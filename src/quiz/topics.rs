//! Topics: questions grouped by the interests that they ask about.

use std::collections::BTreeMap;

use super::question::{Asks, Question, QuestionKind};
use crate::catalogue::{Catalogue, Metier, label_key};
use crate::criteria::columns_and_rows;
use crate::features::{Criterion, Row};

/// A set of interests, usually only one, and the questions that ask about exactly this set.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Topic {
    /// The interests by index in [`Catalogue::interests`], sorted; at least one.
    pub interests: Vec<usize>,
    /// The questions by index in [`Quiz::questions`](super::Quiz::questions), sorted by identifier; at least one.
    pub wordings: Vec<usize>,
    /// The rank in the order for paper; 0 is asked first.
    pub static_rank: usize,
}

/// A sector that questions ask about.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SectorTopic {
    /// The label.
    pub(super) label: String,
    /// The questions about this sector alone, by index, sorted by identifier.
    pub(super) questions: Vec<usize>,
}

/// The sectors that are asked about, one by one or in a list, in the order of their labels.
pub(super) fn sector_topics(questions: &[Question], by_id: &[usize]) -> Vec<SectorTopic> {
    let mut sectors: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &position in by_id {
        if let Asks::Sector(label) = &questions[position].asks {
            sectors.entry(label).or_default().push(position);
        }
        for choice in questions[position].sector_choices() {
            sectors.entry(&choice.sector).or_default();
        }
    }
    sectors.into_iter().map(|(label, questions)| SectorTopic { label: label.to_owned(), questions }).collect()
}

/// Groups questions about interests by their set of interests, in the order of the sets.
pub(super) fn topics(
    questions: &[Question],
    by_id: &[usize],
    loadings: &[Vec<(usize, f64)>],
    catalogue: &Catalogue,
) -> Vec<Topic> {
    let mut wordings: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for position in by_id.iter().copied().filter(|position| questions[*position].kind() == QuestionKind::Interest) {
        let mut interests: Vec<usize> = loadings[position].iter().map(|(place, _)| *place).collect();
        interests.sort_unstable();
        wordings.entry(interests).or_default().push(position);
    }
    let mut topics: Vec<Topic> =
        wordings.into_iter().map(|(interests, wordings)| Topic { interests, wordings, static_rank: 0 }).collect();
    let spreads = spreads(&topics, catalogue);
    let mut order: Vec<usize> = (0..topics.len()).collect();
    order.sort_by(|left, right| spreads[*right].total_cmp(&spreads[*left]).then(left.cmp(right)));
    for (rank, topic) in order.into_iter().enumerate() {
        topics[topic].static_rank = rank;
    }
    topics
}

/// How much an answer to each topic moves scores: the variance over métiers of what it adds, rounded so that the order of summation
/// cannot matter.
///
/// # Formula
///
/// ```text
/// spread(t) = Var over métiers m of Σ_{i ∈ t} x_mi,   x_mi = w_i / (W_m + κ) for the interests of m, else 0
/// ```
fn spreads(topics: &[Topic], catalogue: &Catalogue) -> Vec<f64> {
    let (space, matrix) = columns_and_rows(catalogue);
    let interests = space.group(Criterion::Interest);
    let n_metiers = matrix.n_metiers().max(1) as f64;
    let spread = |topic: &Topic| {
        let value = |row: Row<'_>| -> f64 {
            row.entries_in(&interests).filter(|(place, _)| topic.interests.contains(place)).map(|(_, value)| value).sum()
        };
        let values: Vec<f64> = matrix.rows().map(value).collect();
        let mean = values.iter().sum::<f64>() / n_metiers;
        let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / n_metiers;
        (variance * SPREAD_SCALE).round()
    };
    topics.iter().map(spread).collect()
}

/// Spreads are compared in billionths; smaller differences are due to rounding.
const SPREAD_SCALE: f64 = 1e9;

/// What each métier has of what is asked: topics of which it has an interest, then sectors, counted on from the topics.
pub(super) fn asked_of_metiers(topics: &[Topic], sectors: &[SectorTopic], catalogue: &Catalogue) -> Vec<Vec<usize>> {
    let vocabulary = catalogue.interests();
    let of_metier = |metier: &Metier| {
        let places: Vec<usize> = metier.interests.iter().filter_map(|label| vocabulary.find(label.as_str()).ok()).collect();
        let has = |topic: &Topic| topic.interests.iter().any(|interest| places.contains(interest));
        let in_sector =
            |sector: &SectorTopic| metier.sectors.iter().any(|own| label_key(own.as_str()) == label_key(&sector.label));
        let own = topics.iter().map(has).chain(sectors.iter().map(in_sector));
        own.enumerate().filter(|(_, has)| *has).map(|(place, _)| place).collect()
    };
    catalogue.metiers().iter().map(|metier| of_metier(metier)).collect()
}
