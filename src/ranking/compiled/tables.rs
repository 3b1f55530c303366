//! What each distinct part contributes to the scores of one student.

use std::ops::Range;

use super::barrier::Barrier;
use super::layout::Layout;
use crate::criteria::Query;
use crate::explanation::Points;
use crate::features::Criterion;

/// So many patterns are passed over at once when none of them can matter.
pub(super) const PEAK_WIDTH: usize = 8;

/// The contributions of all distinct parts, and the largest that the parts below a pattern or a branch can add.
///
/// It is kept from student to student, so that the memory is there already.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// By pattern: the neutral parts of all criteria and what the interests contribute.
    pub(super) patterns: Vec<f64>,
    /// The largest of each [`PEAK_WIDTH`] patterns.
    pub(super) peaks: Vec<f64>,
    /// The neutral parts of all criteria.
    pub(super) neutral: f64,
    /// By distinct part, all kinds in one list: see [`Layout::kinds`].
    pub(super) parts: Vec<f64>,
    /// By row; empty unless the student likes métiers.
    pub(super) similar: Vec<f64>,
    /// The most that anything besides interests and sectors adds.
    pub(super) max_of_row: f64,
    /// The most that anything besides interests adds.
    pub(super) max_of_branch: f64,
    levels: Vec<f64>,
    statuses: Vec<f64>,
}

impl Tables {
    /// Works out everything for one student.
    pub(super) fn fill(&mut self, layout: &Layout, query: &Query, barrier: &Barrier) {
        let coefficients = |criterion| query.coefficients(layout.space.group(criterion));
        let counts = |criterion| 0.0 < query.weights().get(criterion);
        let neutral: Points = query.neutral_parts().map(|(_, neutral)| Points::of(neutral, 1.0)).sum();
        self.neutral = neutral.value();
        self.patterns.clear();
        self.patterns.resize(layout.n_patterns(), self.neutral);
        layout.interests.add(coefficients(Criterion::Interest), &mut self.patterns);
        // A related interest has the value of the interest itself.
        if counts(Criterion::Related) {
            layout.interests.add(coefficients(Criterion::Related), &mut self.patterns);
        }
        peaks(&self.patterns, &mut self.peaks);
        self.parts.clear();
        layout.sectors.points(coefficients(Criterion::Sector), &mut self.parts);
        self.add_level_statuses(layout, coefficients(Criterion::AccessLevel), coefficients(Criterion::Status));
        layout.letters.points(coefficients(Criterion::Riasec), &mut self.parts);
        layout.domains.points(coefficients(Criterion::Domain), &mut self.parts);
        self.similar.clear();
        if counts(Criterion::Similar) {
            self.similar.resize(layout.rows.len(), 0.0);
            layout.similar.add(coefficients(Criterion::Similar), &mut self.similar);
        }
        let [sectors, level_statuses, letters, domains] = layout.kinds();
        barrier.close(&mut self.parts, level_statuses.start);
        let max_of = |kind: Range<usize>| max(&self.parts[kind]);
        let max_of_sectors = max_of(sectors);
        self.max_of_row = max_of(level_statuses) + max_of(letters) + max_of(domains);
        if !self.similar.is_empty() {
            self.max_of_row += max(&self.similar);
        }
        self.max_of_branch = max_of_sectors + self.max_of_row;
    }

    fn add_level_statuses(&mut self, layout: &Layout, levels: &[f64], statuses: &[f64]) {
        self.levels.clear();
        self.statuses.clear();
        layout.levels.points(levels, &mut self.levels);
        layout.statuses.points(statuses, &mut self.statuses);
        let pairs = layout.level_statuses.iter();
        self.parts.extend(pairs.map(|[level, status]| self.levels[*level as usize] + self.statuses[*status as usize]));
    }
}

/// The larger of two numbers that are not NaN: one instruction.
#[inline]
fn larger(left: f64, right: f64) -> f64 {
    if left < right { right } else { left }
}

/// The largest of some numbers, −∞ without any. In four lanes, so that no maximum waits for the one before.
pub(super) fn max(values: &[f64]) -> f64 {
    let mut lanes = [f64::NEG_INFINITY; 4];
    let chunks = values.chunks_exact(lanes.len());
    let mut largest = f64::NEG_INFINITY;
    for value in chunks.remainder() {
        largest = larger(largest, *value);
    }
    for chunk in chunks {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            *lane = larger(*lane, *value);
        }
    }
    lanes.into_iter().fold(largest, larger)
}

/// The largest of each [`PEAK_WIDTH`] patterns.
fn peaks(patterns: &[f64], peaks: &mut Vec<f64>) {
    peaks.clear();
    let chunks = patterns.chunks_exact(PEAK_WIDTH);
    let rest = chunks.remainder();
    peaks.extend(chunks.map(|chunk| {
        let eight: &[f64; PEAK_WIDTH] = chunk.try_into().expect("chunks are exact");
        let four: [f64; 4] = std::array::from_fn(|place| larger(eight[place], eight[place + 4]));
        larger(larger(four[0], four[1]), larger(four[2], four[3]))
    }));
    if !rest.is_empty() {
        peaks.push(max(rest));
    }
}
