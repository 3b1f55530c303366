//! Rows in the order in which they are searched: neighbours have interests, level and sectors in common.

use std::mem::size_of_val;
use std::ops::Range;

#[cfg(feature = "vectors")]
use super::blocks::Blocks;
use super::contents::Contents;
use super::count::count;
use super::lots::Lots;
use super::parts::Parts;
use super::postings::{POSTED, Postings};
#[cfg(feature = "vectors")]
use super::slopes::InferenceSlopes;
use super::terms::Terms;
use crate::catalogue::Catalogue;
use crate::features::{Criterion, FeatureMatrix, FeatureModel, FeatureSpace, SlopeProducts};
use crate::weights::Weights;

/// All rows of a catalogue, in the order of their interests.
#[derive(Debug, Clone)]
pub(in crate::ranking) struct Layout {
    /// The exact terms of each row.
    pub(super) terms: Terms,
    /// The same by criterion, for the scores of all rows.
    pub(super) parts: Parts,
    /// By place in the catalogue, the row.
    pub(super) rows: Vec<u32>,
    /// What a filter reads instead of the rows.
    #[cfg(feature = "vectors")]
    pub(super) blocks: Blocks,
    /// Of criteria that are added from postings, by column the rows that have it.
    pub(super) posted: Vec<(Criterion, Postings)>,
    /// What gates look at.
    pub(super) contents: Contents,
    /// By which equals are drawn.
    pub(super) lots: Lots,
    /// The slopes from which queries infer answers.
    #[cfg(feature = "vectors")]
    slopes: InferenceSlopes,
}

impl Layout {
    /// Lays out the rows of a catalogue.
    pub(in crate::ranking) fn of(catalogue: &Catalogue, model: &FeatureModel, weights: &Weights) -> Self {
        let (space, matrix) = (model.space(), model.matrix());
        let positions = order(matrix, space);
        let mut rows = vec![0; positions.len()];
        for (row, position) in positions.iter().enumerate() {
            rows[*position as usize] = count(row);
        }
        Self {
            terms: Terms::of(model, weights, &positions),
            parts: Parts::of(model, weights, &positions),
            #[cfg(feature = "vectors")]
            blocks: Blocks::of(model, weights, &positions),
            posted: posted(model, weights, &positions),
            #[cfg(feature = "vectors")]
            slopes: InferenceSlopes::of(model.inference()),
            contents: Contents::of(matrix, space, &rows),
            lots: Lots::of(catalogue.metiers().iter().map(|metier| &**metier)),
            rows,
        }
    }

    /// How a query works out what is inferred.
    #[cfg(feature = "vectors")]
    pub(in crate::ranking) fn products<'a>(&'a self, _: &'a FeatureModel) -> &'a dyn SlopeProducts {
        &self.slopes
    }

    /// How a query works out what is inferred.
    #[cfg(not(feature = "vectors"))]
    #[allow(clippy::unused_self, reason = "with vectors the layout has them")]
    pub(in crate::ranking) fn products<'a>(&'a self, model: &'a FeatureModel) -> &'a dyn SlopeProducts {
        model.inference()
    }

    /// The memory used, in bytes.
    pub(in crate::ranking) fn n_bytes(&self) -> usize {
        #[cfg(feature = "vectors")]
        let filter = self.blocks.n_bytes() + self.slopes.n_bytes();
        #[cfg(not(feature = "vectors"))]
        let filter = 0;
        self.terms.n_bytes()
            + self.parts.n_bytes()
            + size_of_val(&self.rows[..])
            + self.contents.n_bytes()
            + self.lots.n_bytes()
            + self.posted.iter().map(|(_, postings)| postings.n_bytes()).sum::<usize>()
            + filter
    }
}

/// Rows by their interests, the rarest first, then by level, sectors and domains.
///
/// A scattered rare interest would raise the bound of many blocks, whereas a frequent one is everywhere anyway: of 100,000
/// métiers, a quarter fewer blocks are opened than with the most frequent interests first.
fn order(matrix: &FeatureMatrix, space: &FeatureSpace) -> Vec<u32> {
    let ranks = rarity(matrix, space);
    let interests = space.group(Criterion::Interest);
    let others = [Criterion::AccessLevel, Criterion::Sector, Criterion::Domain].map(|criterion| space.group(criterion));
    let key = |position: &u32| {
        let row = matrix.row(*position as usize);
        let mut key: Vec<u32> = row.within(&interests).0.iter().map(|column| ranks[*column as usize - interests.start]).collect();
        key.sort_unstable();
        for group in &others {
            // No column is 0, so the end of a list comes before everything else.
            key.push(0);
            key.extend(row.within(group).0.iter().map(|column| column + 1));
        }
        key
    };
    let mut order: Vec<u32> = (0..count(matrix.n_metiers())).collect();
    order.sort_by_cached_key(key);
    order
}

/// By interest, its place from the rarest on, from 1.
fn rarity(matrix: &FeatureMatrix, space: &FeatureSpace) -> Vec<u32> {
    let interests = space.group(Criterion::Interest);
    let mut frequencies = vec![0_u32; interests.len()];
    for column in matrix.rows().flat_map(|row| row.within(&interests).0) {
        frequencies[*column as usize - interests.start] += 1;
    }
    let mut columns: Vec<u32> = (0..count(interests.len())).collect();
    columns.sort_by_key(|column| frequencies[*column as usize]);
    let mut ranks = vec![0; columns.len()];
    for (rank, column) in (1..).zip(columns) {
        ranks[column as usize] = rank;
    }
    ranks
}

/// Of each criterion with a weight that is added from postings, by column the rows that have it.
fn posted(model: &FeatureModel, weights: &Weights, order: &[u32]) -> Vec<(Criterion, Postings)> {
    let counted = POSTED.into_iter().filter(|criterion| 0.0 < weights.get(*criterion));
    counted.map(|criterion| (criterion, postings(model.matrix(), model.space().group(criterion), order))).collect()
}

/// By column of a group, the rows that have it.
fn postings(matrix: &FeatureMatrix, group: Range<usize>, order: &[u32]) -> Postings {
    let (start, group) = (group.start, &group);
    let entries = order.iter().enumerate().flat_map(move |(row, position)| {
        let (columns, values) = matrix.row(*position as usize).within(group);
        columns.iter().zip(values).map(move |(column, value)| (*column as usize - start, count(row), *value))
    });
    Postings::of(group.len(), entries)
}
