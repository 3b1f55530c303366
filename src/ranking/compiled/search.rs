//! Finding the first rows without reading the others.

#![allow(clippy::inline_always, reason = "what is not inlined is compiled for the smallest processor")]

use std::cell::RefCell;

use fearless_simd::prelude::*;
use fearless_simd::{dispatch, i16x32};

use super::blocks::{Blocks, N_BOUNDED, N_ROWS};
use super::count::count;
use super::exact::{Question, Scorer};
use super::filter::{End, Filter, Scaled};
use super::layout::Layout;
use super::processor::vectors;
use super::small_integers::{N_INTEGERS, SmallIntegers, add_products, each_from, kth, reached};
use crate::ranking::order::{Candidate, Rounded};

/// By how much the number of opened blocks grows while gates leave too few rows in those with the highest bounds.
const MORE: usize = 8;

/// Up to this many blocks are opened without looking at their bounds, since nearly all of them would be.
const FEW_BLOCKS: usize = 40;

/// The sum of a row that is kept out: below all others.
const KEPT_OUT: i16 = i16::MIN;

thread_local! {
    /// The memory of the last student of this thread; every number in it is written before it is read.
    static MEMORY: RefCell<Memory> = RefCell::default();
}

#[derive(Debug, Default)]
struct Memory {
    filter: Filter,
    bounds: Vec<SmallIntegers>,
    /// The opened blocks, and the sums of their rows.
    opened: Vec<u32>,
    sums: Vec<SmallIntegers>,
    classes: Vec<i16>,
    posted: Vec<f64>,
    found: Vec<(i16, u32)>,
}

impl Layout {
    /// The rows that may be among the first `k`, or tie with rank `k`; no others matter.
    pub(in crate::ranking) fn first(&self, question: Question<'_>, k: usize) -> Vec<Candidate> {
        if k == 0 {
            return Vec::new();
        }
        MEMORY.with_borrow_mut(|memory| match self.found(question, k, End::Highest, memory) {
            Some(found) => found.collect(),
            None => self.all(question),
        })
    }

    /// The lowest score of a row that no gate keeps out, if there is one.
    pub(in crate::ranking) fn lowest(&self, question: Question<'_>) -> Option<Rounded> {
        MEMORY.with_borrow_mut(|memory| match self.found(question, 1, End::Lowest, memory) {
            Some(found) => found.map(|candidate| candidate.score).min(),
            None => self.lowest_of_all(question),
        })
    }

    /// The rows that may be among the first `k` from one end, unless the filter does not apply to this student.
    fn found<'a>(
        &'a self,
        question: Question<'a>,
        k: usize,
        end: End,
        memory: &'a mut Memory,
    ) -> Option<impl Iterator<Item = Candidate> + use<'a>> {
        memory.posted = self.posted(question);
        let mut search = Search { layout: self, question, k, end, memory };
        if !dispatch!(vectors(), simd => search.run(simd)) {
            return None;
        }
        let scorer = Scorer::new(self, question, &memory.posted);
        Some(memory.found.iter().map(move |(_, row)| scorer.candidate(*row as usize)))
    }
}

/// One search.
struct Search<'a> {
    layout: &'a Layout,
    question: Question<'a>,
    k: usize,
    end: End,
    memory: &'a mut Memory,
}

impl Search<'_> {
    /// Opens all blocks that can matter and gathers their best rows. Returns whether the filter applies to this student, see
    /// [`Filter::fill`]; if not, no rows are gathered.
    #[inline(always)]
    fn run<S: Simd>(&mut self, simd: S) -> bool {
        let Memory { filter, posted, .. } = &mut *self.memory;
        if !filter.fill(self.question, &self.layout.blocks, posted, self.end) {
            return false;
        }
        self.memory.sums.clear();
        self.memory.opened.clear();
        let reached = if self.layout.blocks.len() <= FEW_BLOCKS { self.open_all(simd) } else { self.open_best(simd) };
        self.gather(simd, reached.saturating_sub(self.memory.filter.margin));
        true
    }

    /// Opens all blocks; returns a sum that `k` rows reach.
    #[inline(always)]
    fn open_all<S: Simd>(&mut self, simd: S) -> i16 {
        self.memory.opened.extend(0..count(self.layout.blocks.len()));
        self.sum_opened(simd, 0)
    }

    /// Opens the blocks with the highest bounds, then all others that can still matter; returns a sum that `k` rows reach.
    #[inline(always)]
    fn open_best<S: Simd>(&mut self, simd: S) -> i16 {
        self.bound(simd);
        let margin = self.memory.filter.margin;
        let (mut n, mut high, mut kth) = (self.k, i16::MAX, KEPT_OUT);
        while high != KEPT_OUT {
            let Memory { bounds, classes, .. } = &mut *self.memory;
            let low = if kth == KEPT_OUT { reached(simd, bounds, n, classes) } else { kth.saturating_sub(margin) };
            if low < high {
                (high, kth) = (low, self.open_from(simd, low, high));
            } else if kth != KEPT_OUT {
                break;
            }
            n = n.saturating_mul(MORE);
        }
        kth
    }

    /// The largest sum that a row of each block can have.
    #[inline(always)]
    fn bound<S: Simd>(&mut self, simd: S) {
        let Memory { filter, bounds, .. } = &mut *self.memory;
        let blocks = &self.layout.blocks;
        bounds.resize(blocks.stride(), SmallIntegers::all(KEPT_OUT));
        for (place, bounds) in bounds.iter_mut().enumerate() {
            let mut sums = i16x32::splat(simd, filter.max_posted);
            for Scaled { first_bounds, factor, .. } in &filter.factors {
                let bounds = blocks.bounds(*first_bounds as usize, place).load(simd);
                sums = add_products(sums, i16x32::splat(simd, *factor), bounds);
            }
            sums.store_array(&mut bounds.0);
        }
        if let (Some(last), n @ 1..) = (bounds.last_mut(), blocks.len() % N_BOUNDED) {
            last.0[n..].fill(KEPT_OUT);
        }
    }

    /// Opens the blocks with bounds from one sum to below another; returns a sum that `k` rows reach.
    #[inline(always)]
    fn open_from<S: Simd>(&mut self, simd: S, low: i16, high: i16) -> i16 {
        let Memory { bounds, opened, .. } = &mut *self.memory;
        let first = opened.len();
        each_from(simd, bounds, low.max(KEPT_OUT + 1), |block, bound| {
            if bound < high {
                opened.push(count(block));
            }
        });
        self.sum_opened(simd, first)
    }

    /// Sums the opened blocks from a place on; returns a sum that `k` rows reach.
    #[inline(always)]
    fn sum_opened<S: Simd>(&mut self, simd: S, first: usize) -> i16 {
        let Memory { filter, sums, opened, classes, .. } = &mut *self.memory;
        let (layout, closed_rows, factors) = (self.layout, self.question.closed_rows, &filter.factors[..]);
        sums.resize(opened.len(), SmallIntegers::all(KEPT_OUT));
        for (block, sums) in opened[first..].iter().zip(&mut sums[first..]) {
            let block = *block as usize;
            sum(simd, &layout.blocks, block, factors).store_array(&mut sums.0);
            let closed = closed_rows.of_block(block);
            let is_whole = block + 1 < layout.blocks.len();
            if !(is_whole && closed == 0 && filter.posted.is_empty()) {
                adjust(layout, closed, &filter.posted, block, sums);
            }
        }
        reached(simd, sums, self.k, classes)
    }

    /// The rows of opened blocks that may be among the first.
    #[inline(always)]
    fn gather<S: Simd>(&mut self, simd: S, low: i16) {
        let Memory { sums, opened, found, filter, .. } = &mut *self.memory;
        found.clear();
        each_from(simd, sums, low.max(KEPT_OUT + 1), |place, sum| {
            found.push((sum, opened[place / N_ROWS] * count(N_ROWS) + count(place % N_ROWS)));
        });
        if self.k < found.len() {
            let low = kth_found(simd, found, self.k).saturating_sub(filter.margin);
            found.retain(|(sum, _)| low <= *sum);
        }
    }
}

/// The sum of rank `k`.
#[inline(always)]
fn kth_found<S: Simd>(simd: S, found: &mut [(i16, u32)], k: usize) -> i16 {
    if found.len() <= N_INTEGERS {
        let mut sums = SmallIntegers::all(KEPT_OUT);
        for (sum, (found, _)) in sums.0.iter_mut().zip(found) {
            *sum = *found;
        }
        return kth(simd, &sums, k);
    }
    let (_, kth, _) = found.select_nth_unstable_by(k - 1, |left, right| right.cmp(left));
    kth.0
}

/// Adds what postings bring to the sums of a block, and puts rows that are kept out or do not exist below all others.
#[inline(never)]
fn adjust(layout: &Layout, closed: u32, posted: &[i16], block: usize, sums: &mut SmallIntegers) {
    let (first, n_rows) = (block * N_ROWS, layout.blocks.n_rows_of(block));
    let (rows, beyond) = sums.0.split_at_mut(n_rows);
    beyond.fill(KEPT_OUT);
    for (sum, posted) in rows.iter_mut().zip(posted.get(first..).unwrap_or_default()) {
        *sum += posted;
    }
    for (place, sum) in rows.iter_mut().enumerate() {
        *sum = if closed >> place & 1 == 1 { KEPT_OUT } else { *sum };
    }
}

/// Adds the columns of a block times their factors.
#[inline(always)]
fn sum<S: Simd>(simd: S, blocks: &Blocks, block: usize, factors: &[Scaled]) -> i16x32<S> {
    let mut sums = i16x32::splat(simd, 0);
    for Scaled { first, factor, .. } in factors {
        let values = blocks.values(*first as usize, block).load(simd);
        sums = add_products(sums, i16x32::splat(simd, *factor), values);
    }
    sums
}

#[cfg(feature = "demo")]
#[cfg(test)]
mod tests {
    //! Properties: sums that are a margin apart have scores in the same order, for answers of every kind; a block's bound is above its sums.

    use super::*;
    use crate::catalogue::{AccessLevel, Catalogue};
    use crate::criteria::Query;
    use crate::features::FeatureModel;
    use crate::profile::{Profile, ProfileBuilder};
    use crate::ranking::compiled::closed_rows::ClosedRows;
    use crate::weights::Weights;

    fn profiles(catalogue: &Catalogue) -> Vec<Profile> {
        let label = |place: usize| catalogue.interests().terms()[place % catalogue.interests().len()].label.as_str();
        let interests = |n: usize| {
            let answer = |profile: ProfileBuilder, place: usize| profile.interest(label(7 * place), [1.0, -0.5, 0.25][place % 3]);
            (0..n).fold(Profile::builder(), answer)
        };
        let sector = catalogue.sectors().terms()[0].label.as_str();
        let status = catalogue.statuses().terms()[0].label.as_str();
        let liked = catalogue.metiers()[3].id.clone();
        let builders = [
            interests(1),
            interests(5),
            interests(6).reached(AccessLevel::Cap).willing(AccessLevel::BacPlus5),
            interests(3).sector(sector, 1.0).status(status, -1.0),
            interests(4).riasec([1.0, 5.0, 2.0, 8.0, 3.0, 4.0]).likes_metier(liked),
            Profile::builder().willing(AccessLevel::Bac),
            Profile::builder(),
        ];
        builders.map(|builder| builder.build().expect("answers are in range")).into()
    }

    #[test]
    fn sums_a_margin_apart_have_scores_in_the_same_order() {
        let catalogue = Catalogue::demo();
        let (model, weights, closed_rows) = (FeatureModel::of(&catalogue), Weights::default(), ClosedRows::default());
        let layout = Layout::of(&catalogue, &model, &weights);
        for profile in profiles(&catalogue) {
            let query = Query::compile(&profile, &catalogue, &model, &weights).expect("labels are known");
            let question = Question { model: &model, weights: &weights, query: &query, closed_rows: &closed_rows };
            let mut memory = Memory { posted: layout.posted(question), ..Memory::default() };
            let mut search = Search { layout: &layout, question, k: usize::MAX, end: End::Highest, memory: &mut memory };
            assert!(dispatch!(vectors(), simd => search.run(simd)));
            dispatch!(vectors(), simd => search.bound(simd));
            let scorer = Scorer::new(&layout, question, &memory.posted);
            let mut rows: Vec<_> = memory.found.iter().map(|(sum, row)| (*sum, scorer.candidate(*row as usize).score)).collect();
            assert_eq!(rows.len(), catalogue.len());
            rows.sort_unstable();
            let mut highest = None;
            let mut below = rows.iter().peekable();
            for (sum, score) in &rows {
                while let Some((_, low)) = below.next_if(|(low, _)| *low <= sum.saturating_sub(memory.filter.margin)) {
                    highest = highest.max(Some(*low));
                }
                assert!(highest < Some(*score), "{profile:?}");
            }
            let bounds = memory.bounds.iter().flat_map(|bounds| bounds.0).take(layout.blocks.len());
            for (block, bound) in bounds.enumerate() {
                let in_block = memory.found.iter().filter(|(_, row)| *row as usize / N_ROWS == block);
                assert!(in_block.map(|(sum, _)| *sum).max() <= Some(bound), "{profile:?}");
            }
        }
    }
}
