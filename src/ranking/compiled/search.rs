//! Finding the first rows without reading the others.

use std::cell::RefCell;

use super::barrier::Barrier;
use super::layout::{Layout, RowKeys};
use super::shortlist::Shortlist;
use super::tables::{Tables, max};
use crate::criteria::Query;
use crate::explanation::Points;
use crate::ranking::order::Candidate;

/// The part of the best pattern's advantage over the worst that a pattern must have to be opened in the first pass.
///
/// The first pass raises the cut soon; the second looks at all others. On 734 to 100,000 métiers anything from 0.6 to 0.9 costs
/// the same.
const FIRST_PASS: f64 = 0.75;

thread_local! {
    /// The memory of the last student of this thread; every number in it is written before it is read.
    static TABLES: RefCell<Tables> = RefCell::default();
}

impl Layout {
    /// The rows that may be among the first `k`, or tie with rank `k`; no others matter.
    pub(in crate::ranking) fn first(&self, query: &Query, barrier: &Barrier, k: usize) -> Vec<Candidate> {
        if k == 0 {
            return Vec::new();
        }
        TABLES.with_borrow_mut(|tables| {
            tables.fill(self, query, barrier);
            let mut search = Search { layout: self, tables, excluded: &barrier.excluded, shortlist: Shortlist::new(k) };
            search.run();
            search.shortlist.into_candidates()
        })
    }

    /// The score of every row that no gate keeps out, by its place in the catalogue.
    pub(in crate::ranking) fn each_score(&self, query: &Query, barrier: &Barrier, mut told: impl FnMut(usize, Points)) {
        TABLES.with_borrow_mut(|tables| {
            tables.fill(self, query, barrier);
            for (pattern, base) in tables.patterns.iter().enumerate() {
                for branch in self.branches_of(pattern) {
                    let base = base + tables.sectors[self.branches[branch].sectors as usize];
                    for row in self.rows_of(branch) {
                        let keys = &self.rows[row];
                        let score = base + tables.below_branch(keys, row);
                        if score.is_finite() && barrier.excluded.binary_search(&keys.position).is_err() {
                            told(keys.position as usize, Points::exactly(score));
                        }
                    }
                }
            }
        });
    }

    fn branches_of(&self, pattern: usize) -> std::ops::Range<usize> {
        self.pattern_starts[pattern] as usize..self.pattern_starts[pattern + 1] as usize
    }

    fn rows_of(&self, branch: usize) -> std::ops::Range<usize> {
        self.branches[branch].first_row as usize..self.branches[branch + 1].first_row as usize
    }
}

impl Tables {
    /// What a row adds to its branch.
    #[inline]
    fn below_branch(&self, keys: &RowKeys, row: usize) -> f64 {
        let similar = if self.similar.is_empty() { 0.0 } else { self.similar[row] };
        self.level_statuses[keys.level_statuses as usize]
            + self.letters[keys.letters as usize]
            + self.domains[keys.domains as usize]
            + similar
    }
}

/// One search.
struct Search<'a> {
    layout: &'a Layout,
    tables: &'a Tables,
    excluded: &'a [u32],
    shortlist: Shortlist,
}

impl Search<'_> {
    /// Opens the best patterns, then all others that can still matter.
    fn run(&mut self) {
        let patterns = &self.tables.patterns;
        let (best, worst) = (max(patterns), -max_of_negated(patterns));
        let first = worst + FIRST_PASS * (best - worst);
        for (pattern, base) in patterns.iter().enumerate() {
            if first <= *base && self.shortlist.cut() <= base + self.tables.max_of_branch {
                self.open(pattern, *base);
            }
        }
        self.shortlist.tighten();
        for (pattern, base) in patterns.iter().enumerate() {
            if self.shortlist.cut() <= base + self.tables.max_of_branch && *base < first {
                self.open(pattern, *base);
            }
        }
    }

    fn open(&mut self, pattern: usize, base: f64) {
        for branch in self.layout.branches_of(pattern) {
            let base = base + self.tables.sectors[self.layout.branches[branch].sectors as usize];
            if self.shortlist.cut() <= base + self.tables.max_of_row {
                self.read(branch, base);
            }
        }
    }

    fn read(&mut self, branch: usize, base: f64) {
        for row in self.layout.rows_of(branch) {
            let keys = &self.layout.rows[row];
            let score = base + self.tables.below_branch(keys, row);
            if self.shortlist.cut() <= score && (self.excluded.is_empty() || self.excluded.binary_search(&keys.position).is_err())
            {
                self.shortlist.push(score, keys.position);
            }
        }
    }
}

fn max_of_negated(values: &[f64]) -> f64 {
    values.iter().fold(f64::NEG_INFINITY, |largest, value| largest.max(-value))
}
