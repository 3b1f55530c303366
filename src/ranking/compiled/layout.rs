//! Rows in the order in which they are searched: by interests, then by sectors.

use std::mem::size_of_val;
use std::ops::Range;

use super::distinct::{Distinct, count};
use super::postings::Postings;
use crate::features::{Criterion, FeatureMatrix, FeatureModel, FeatureSpace};

/// All rows of a catalogue, grouped by what they have in common.
///
/// A *pattern* is a distinct list of interests; its *branches* are the distinct lists of sectors that it occurs with; the rows
/// of a branch differ in level, statuses, letters and domains only, unless they are equal.
#[derive(Debug, Clone)]
pub(in crate::ranking) struct Layout {
    pub(super) space: FeatureSpace,
    /// By interest, the patterns that have it.
    pub(super) interests: Postings,
    /// The first branch of each pattern, and the number of all branches.
    pub(super) pattern_starts: Vec<u32>,
    /// The branches, and a last one where the rows end.
    pub(super) branches: Vec<Branch>,
    /// The first row of each pattern, and the number of all rows.
    pub(super) row_starts: Vec<u32>,
    pub(super) rows: Vec<RowKeys>,
    /// Distinct pairs of level and statuses, as places in `levels` and `statuses`.
    pub(super) level_statuses: Vec<[u32; 2]>,
    pub(super) levels: Distinct,
    pub(super) statuses: Distinct,
    pub(super) sectors: Distinct,
    pub(super) letters: Distinct,
    pub(super) domains: Distinct,
    /// By column of the similar criterion, the rows that have it, by their place in `rows`.
    pub(super) similar: Postings,
    /// Métiers with equal level, statuses and sectors: what gates look at.
    pub(super) cells: Vec<Cell>,
}

/// The rows of one pattern with one list of sectors.
#[derive(Debug, Clone, Copy)]
pub(super) struct Branch {
    pub(super) sectors: u32,
    pub(super) first_row: u32,
}

/// Which distinct parts a row is made of, besides interests.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowKeys {
    /// Sectors, level and statuses, letters, domains: places in the list of all parts.
    pub(super) parts: [u32; 4],
    /// The place of the métier in the catalogue.
    pub(super) position: u32,
}

/// How many métiers have a pair of level and statuses, and sectors.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    pub(super) level_statuses: u32,
    pub(super) sectors: u32,
    pub(super) n_metiers: u32,
    /// One of them.
    pub(super) example: u32,
}

impl Layout {
    /// Lays out the rows of a catalogue.
    pub(in crate::ranking) fn of(model: &FeatureModel) -> Self {
        let (space, matrix) = (model.space(), model.matrix());
        let part = |criterion| Distinct::of(matrix, &space.group(criterion));
        let (patterns, pattern_of) = part(Criterion::Interest);
        let (levels, level_of) = part(Criterion::AccessLevel);
        let (statuses, status_of) = part(Criterion::Status);
        let (sectors, sector_of) = part(Criterion::Sector);
        let (letters, letters_of) = part(Criterion::Riasec);
        let (domains, domains_of) = part(Criterion::Domain);
        let (level_statuses, level_status_of) = pairs(&level_of, &status_of);
        let kinds = [sectors.len(), level_statuses.len(), letters.len(), domains.len()];
        let of_kinds = [&sector_of, &level_status_of, &letters_of, &domains_of];
        let keys: Vec<RowKeys> = (0..matrix.n_metiers())
            .map(|row| RowKeys { parts: placed(kinds, of_kinds.map(|of_rows| of_rows[row])), position: count(row) })
            .collect();
        let mut order: Vec<u32> = (0..count(keys.len())).collect();
        order.sort_unstable_by_key(|row| (pattern_of[*row as usize], keys[*row as usize].parts, *row));
        let ordered = order.iter().map(|row| (pattern_of[*row as usize], keys[*row as usize]));
        let (pattern_starts, branches) = branches(patterns.len(), ordered.clone());
        Self {
            row_starts: pattern_starts.iter().map(|branch| branches[*branch as usize].first_row).collect(),
            space: space.clone(),
            interests: by_interest(&patterns, space),
            pattern_starts,
            branches,
            rows: ordered.map(|(_, keys)| keys).collect(),
            similar: by_likeness(matrix, space, &order),
            cells: cells(&level_status_of, &sector_of),
            level_statuses,
            levels,
            statuses,
            sectors,
            letters,
            domains,
        }
    }

    /// Where sectors, pairs of level and statuses, letters and domains are in the list of all parts.
    pub(super) fn kinds(&self) -> [Range<usize>; 4] {
        let ends = ends([self.sectors.len(), self.level_statuses.len(), self.letters.len(), self.domains.len()]);
        [0..ends[0], ends[0]..ends[1], ends[1]..ends[2], ends[2]..ends[3]]
    }

    /// The memory that it takes, in bytes.
    pub(in crate::ranking) fn n_bytes(&self) -> usize {
        let starts = size_of_val(&self.pattern_starts[..]) + size_of_val(&self.row_starts[..]);
        let rows = size_of_val(&self.branches[..]) + size_of_val(&self.rows[..]);
        let pairs = size_of_val(&self.level_statuses[..]) + size_of_val(&self.cells[..]);
        let parts = [&self.levels, &self.statuses, &self.sectors, &self.letters, &self.domains].map(Distinct::n_bytes);
        starts + rows + pairs + parts.iter().sum::<usize>() + self.interests.n_bytes() + self.similar.n_bytes()
    }

    /// How many distinct lists of interests there are.
    pub(super) fn n_patterns(&self) -> usize {
        self.pattern_starts.len() - 1
    }
}

/// Where each kind ends in a list of all.
fn ends(mut lengths: [usize; 4]) -> [usize; 4] {
    for kind in 1..lengths.len() {
        lengths[kind] += lengths[kind - 1];
    }
    lengths
}

/// Places in the list of all parts of places in the lists of their kinds.
fn placed(lengths: [usize; 4], places: [u32; 4]) -> [u32; 4] {
    let ends = ends(lengths);
    std::array::from_fn(|kind| if kind == 0 { places[0] } else { count(ends[kind - 1]) + places[kind] })
}

/// By interest, the patterns that have it.
fn by_interest(patterns: &Distinct, space: &FeatureSpace) -> Postings {
    let entries = (0..patterns.len()).flat_map(|pattern| {
        let entries = patterns.entries(pattern);
        entries.map(move |(column, value)| (column, count(pattern), value))
    });
    Postings::of(space.group(Criterion::Interest).len(), entries)
}

/// By column of the similar criterion, the rows that have it.
fn by_likeness(matrix: &FeatureMatrix, space: &FeatureSpace, order: &[u32]) -> Postings {
    let group = space.group(Criterion::Similar);
    let (start, group) = (group.start, &group);
    let entries = order.iter().enumerate().flat_map(move |(row, position)| {
        let (columns, values) = matrix.row(*position as usize).within(group);
        columns.iter().zip(values).map(move |(column, value)| (*column as usize - start, count(row), *value))
    });
    Postings::of(group.len(), entries)
}

/// The distinct pairs of two keys, and for each row which of them it has.
fn pairs(left: &[u32], right: &[u32]) -> (Vec<[u32; 2]>, Vec<u32>) {
    let mut pairs: Vec<[u32; 2]> = left.iter().zip(right).map(|(left, right)| [*left, *right]).collect();
    let of_rows = pairs.clone();
    pairs.sort_unstable();
    pairs.dedup();
    let place = |pair: &[u32; 2]| count(pairs.binary_search(pair).expect("every pair is in the list"));
    let of_rows = of_rows.iter().map(place).collect();
    (pairs, of_rows)
}

/// The first branch of each pattern, and the branches, of rows in order.
fn branches(n_patterns: usize, rows: impl Iterator<Item = (u32, RowKeys)>) -> (Vec<u32>, Vec<Branch>) {
    let (mut starts, mut branches, mut last) = (Vec::with_capacity(n_patterns + 1), Vec::new(), None);
    let mut n_rows = 0;
    for (pattern, RowKeys { parts: [sectors, ..], .. }) in rows {
        if last != Some((pattern, sectors)) {
            if last.is_none_or(|(last, _)| last != pattern) {
                starts.push(count(branches.len()));
            }
            branches.push(Branch { sectors, first_row: n_rows });
            last = Some((pattern, sectors));
        }
        n_rows += 1;
    }
    starts.push(count(branches.len()));
    branches.push(Branch { sectors: 0, first_row: n_rows });
    (starts, branches)
}

/// Métiers with equal level, statuses and sectors.
fn cells(level_status_of: &[u32], sector_of: &[u32]) -> Vec<Cell> {
    let mut keyed: Vec<[u32; 3]> =
        (0..level_status_of.len()).map(|position| [level_status_of[position], sector_of[position], count(position)]).collect();
    keyed.sort_unstable();
    let cells = keyed.chunk_by(|left, right| left[..2] == right[..2]);
    let cell = |same: &[[u32; 3]]| {
        let [level_statuses, sectors, example] = same[0];
        Cell { level_statuses, sectors, n_metiers: count(same.len()), example }
    };
    cells.map(cell).collect()
}
