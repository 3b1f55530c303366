//! Métiers that no answer can distinguish: groups with equal facts.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::facts::{FACTS, MetierFact};
use crate::catalogue::{Catalogue, FicheField, MetierId};

/// All métiers, grouped by their values in some fields.
///
/// Two métiers of a group have the same score for every student whose answers concern only these fields.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Patterns {
    fields: Vec<FicheField>,
    groups: Vec<PatternGroup>,
}

/// The métiers that share a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PatternGroup {
    /// The sorted values of each field, shape (`n_fields`); an empty list if the fiches leave the field empty.
    pub values: Vec<Vec<Arc<str>>>,
    /// The métiers, in the order of the catalogue; at least one.
    pub metiers: Vec<MetierId>,
}

impl Patterns {
    /// Patterns by the first fact, by the first two, and so on.
    pub(super) fn growing(catalogue: &Catalogue) -> Vec<Self> {
        let mut texts = BTreeSet::new();
        (1..=FACTS.len()).map(|n_facts| Self::by(&FACTS[..n_facts], catalogue, &mut texts)).collect()
    }

    /// Equal values are one text, however many métiers have them.
    fn by(facts: &[MetierFact], catalogue: &Catalogue, texts: &mut BTreeSet<Arc<str>>) -> Self {
        let mut shared = |value: Arc<str>| {
            let known = texts.get(&value).cloned();
            known.unwrap_or_else(|| {
                texts.insert(value.clone());
                value
            })
        };
        let mut by_values: BTreeMap<Vec<Vec<Arc<str>>>, Vec<MetierId>> = BTreeMap::new();
        for metier in catalogue.metiers() {
            let values = facts.iter().map(|fact| fact.values(metier).into_iter().map(&mut shared).collect()).collect();
            // Most patterns are those of one métier.
            by_values.entry(values).or_insert_with(|| Vec::with_capacity(1)).push(metier.id.clone());
        }
        let mut groups: Vec<PatternGroup> =
            by_values.into_iter().map(|(values, metiers)| PatternGroup { values, metiers }).collect();
        groups.sort_by(|left, right| {
            (Reverse(left.metiers.len()), &left.metiers).cmp(&(Reverse(right.metiers.len()), &right.metiers))
        });
        Self { fields: facts.iter().map(|fact| fact.field).collect(), groups }
    }

    /// The fields that make a pattern.
    pub fn fields(&self) -> &[FicheField] {
        &self.fields
    }

    /// The groups, largest first, equal sizes by their first métier.
    pub fn groups(&self) -> &[PatternGroup] {
        &self.groups
    }

    /// The groups of at least two métiers, largest first.
    pub fn tied_groups(&self) -> &[PatternGroup] {
        let n_tied_groups = self.groups.partition_point(|group| 1 < group.metiers.len());
        &self.groups[..n_tied_groups]
    }

    /// The number of métiers in all groups.
    pub fn n_metiers(&self) -> usize {
        n_metiers(&self.groups)
    }

    /// The number of distinct patterns.
    pub fn n_patterns(&self) -> usize {
        self.groups.len()
    }

    /// The number of métiers with a pattern of their own.
    pub fn n_alone(&self) -> usize {
        self.groups.len() - self.tied_groups().len()
    }

    /// The number of métiers that share their pattern with another.
    pub fn n_tied(&self) -> usize {
        n_metiers(self.tied_groups())
    }

    /// The share of métiers that share their pattern with another, in [0, 1]; 0 without métiers.
    pub fn tied_share(&self) -> f64 {
        self.n_tied() as f64 / self.n_metiers().max(1) as f64
    }

    /// The information in the pattern of a random métier, in bits: from 0 if all are alike to log2 of the number of métiers.
    ///
    /// # Formula
    ///
    /// ```text
    /// H = −Σ_g n_g/M · log2(n_g/M)
    /// ```
    ///
    /// where `n_g` is the size of group `g` and `M` the number of métiers. Questions on these fields cannot reveal more.
    ///
    /// # References
    ///
    /// C. E. Shannon, « A mathematical theory of communication », 1948, DOI 10.1002/j.1538-7305.1948.tb01338.x.
    pub fn entropy_bits(&self) -> f64 {
        let n_metiers = self.n_metiers() as f64;
        let bits = |group: &PatternGroup| {
            let share = group.metiers.len() as f64 / n_metiers;
            share * libm::log2(1.0 / share)
        };
        // Starts at 0.0, because the empty sum is −0.0.
        self.groups.iter().map(bits).fold(0.0, |sum, bits| sum + bits)
    }
}

fn n_metiers(groups: &[PatternGroup]) -> usize {
    groups.iter().map(|group| group.metiers.len()).sum()
}
