//! Finding the first rows without reading the others.

use std::cell::RefCell;
use std::ops::Range;

use super::barrier::Barrier;
use super::distinct::count;
use super::layout::{Layout, RowKeys};
use super::shortlist::Shortlist;
use super::tables::{PEAK_WIDTH, Tables, max};
use crate::criteria::Query;
use crate::explanation::Points;
use crate::ranking::order::Candidate;

/// The part of the best pattern's advantage over a pattern that nothing was said about which a pattern must have to be opened in the
/// first pass. The first pass raises the cut soon; the second looks at all others.
///
/// The time hardly differs from 0.4 to 0.7; at 0.9 it is a third longer.
const FIRST_PASS: f64 = 0.6;

/// A pattern of at most so many rows is read row by row; asking for each list of sectors first would cost more than it saves.
const FEW_ROWS: usize = 8;

thread_local! {
    /// The memory of the last student of this thread; every number in it is written before it is read.
    static MEMORY: RefCell<(Tables, Vec<u32>)> = RefCell::default();
}

impl Layout {
    /// The rows that may be among the first `k`, or tie with rank `k`; no others matter.
    pub(in crate::ranking) fn first(&self, query: &Query, barrier: &Barrier, k: usize) -> Vec<Candidate> {
        if k == 0 {
            return Vec::new();
        }
        MEMORY.with_borrow_mut(|(tables, waiting)| {
            tables.fill(self, query, barrier);
            let mut search = Search { layout: self, tables, excluded: &barrier.excluded, shortlist: Shortlist::new(k) };
            search.run(waiting);
            search.shortlist.into_candidates()
        })
    }

    /// The score of every row that no gate keeps out, by its place in the catalogue.
    pub(in crate::ranking) fn each_score(&self, query: &Query, barrier: &Barrier, mut told: impl FnMut(usize, Points)) {
        MEMORY.with_borrow_mut(|(tables, _)| {
            tables.fill(self, query, barrier);
            for (pattern, base) in tables.patterns.iter().enumerate() {
                for row in self.rows_of(pattern) {
                    let keys = &self.rows[row];
                    let score = base + tables.of_row(keys, row);
                    if score.is_finite() && barrier.excluded.binary_search(&keys.position).is_err() {
                        told(keys.position as usize, Points::exactly(score));
                    }
                }
            }
        });
    }

    fn rows_of(&self, pattern: usize) -> Range<usize> {
        self.row_starts[pattern] as usize..self.row_starts[pattern + 1] as usize
    }
}

impl Tables {
    /// What a row adds to its pattern.
    #[inline]
    fn of_row(&self, keys: &RowKeys, row: usize) -> f64 {
        let similar = if self.similar.is_empty() { 0.0 } else { self.similar[row] };
        sum(&self.parts, keys) + similar
    }
}

#[inline]
fn sum(parts: &[f64], keys: &RowKeys) -> f64 {
    let [sectors, level_statuses, letters, domains] = keys.parts.map(|part| parts[part as usize]);
    (sectors + level_statuses) + (letters + domains)
}

/// One search.
struct Search<'a> {
    layout: &'a Layout,
    tables: &'a Tables,
    excluded: &'a [u32],
    shortlist: Shortlist,
}

impl Search<'_> {
    /// Opens the best patterns, then all others that can still matter. `waiting` is memory for them.
    fn run(&mut self, waiting: &mut Vec<u32>) {
        let best = max(&self.tables.peaks);
        let first = self.tables.neutral + FIRST_PASS * (best - self.tables.neutral);
        let first = if best < first { best } else { first };
        let n_waiting = self.gather(waiting, first, f64::INFINITY);
        self.open_all(&waiting[..n_waiting]);
        self.shortlist.tighten();
        let n_waiting = self.gather(waiting, self.shortlist.cut() - self.tables.max_of_branch, first);
        self.open_all(&waiting[..n_waiting]);
    }

    /// Puts the patterns from one score to below another into `waiting`, and tells how many they are.
    #[allow(clippy::needless_bitwise_bool, reason = "&& would be a branch")]
    fn gather(&self, waiting: &mut Vec<u32>, low: f64, high: f64) -> usize {
        let patterns = &self.tables.patterns;
        // Once as large as the largest catalogue needs, it is written and never cleared.
        if waiting.len() < patterns.len() + PEAK_WIDTH {
            waiting.resize(patterns.len() + PEAK_WIDTH, 0);
        }
        let mut n_found = 0;
        for (peak, chunk) in patterns.chunks(PEAK_WIDTH).enumerate().filter(|(peak, _)| low <= self.tables.peaks[*peak]) {
            // Every pattern is written and only the found ones are kept: a branch would be mispredicted again and again.
            let (waiting, mut pattern, mut n) = (&mut waiting[n_found..n_found + PEAK_WIDTH], count(peak * PEAK_WIDTH), 0);
            for base in chunk {
                waiting[n % PEAK_WIDTH] = pattern;
                n += usize::from((low <= *base) & (*base < high));
                pattern += 1;
            }
            n_found += n;
        }
        n_found
    }

    fn open_all(&mut self, waiting: &[u32]) {
        for pattern in waiting {
            let base = self.tables.patterns[*pattern as usize];
            if self.shortlist.cut() <= base + self.tables.max_of_branch {
                self.open(*pattern as usize, base);
            }
        }
    }

    fn open(&mut self, pattern: usize, base: f64) {
        let rows = self.layout.rows_of(pattern);
        if rows.len() <= FEW_ROWS {
            return self.read(rows, base);
        }
        let (start, end) = (self.layout.pattern_starts[pattern] as usize, self.layout.pattern_starts[pattern + 1] as usize);
        for window in self.layout.branches[start..=end].windows(2) {
            if self.shortlist.cut() <= base + self.tables.parts[window[0].sectors as usize] + self.tables.max_of_row {
                self.read(window[0].first_row as usize..window[1].first_row as usize, base);
            }
        }
    }

    fn read(&mut self, rows: Range<usize>, base: f64) {
        if !self.tables.similar.is_empty() {
            return self.read_similar(rows, base);
        }
        // At hand in the loop, since nothing in it is changed but by a push.
        let (parts, mut cut) = (&self.tables.parts[..], self.shortlist.cut());
        for keys in &self.layout.rows[rows] {
            let score = base + sum(parts, keys);
            if cut <= score {
                self.push(score, keys);
                cut = self.shortlist.cut();
            }
        }
    }

    fn read_similar(&mut self, rows: Range<usize>, base: f64) {
        for row in rows {
            let keys = &self.layout.rows[row];
            let score = base + self.tables.of_row(keys, row);
            if self.shortlist.cut() <= score {
                self.push(score, keys);
            }
        }
    }

    fn push(&mut self, score: f64, keys: &RowKeys) {
        if self.excluded.is_empty() || self.excluded.binary_search(&keys.position).is_err() {
            self.shortlist.push(score, keys.position);
        }
    }
}
