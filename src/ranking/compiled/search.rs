//! Finding the first rows without reading the others.

use std::cell::RefCell;

use super::barrier::Barrier;
use super::blocks::{Blocks, Column, N_BOUNDS, N_ROWS, N_VECTORS};
use super::count;
use super::filter::Filter;
use super::lanes::{Lanes, N_LANES, Peaked, add_products};
use super::layout::Layout;
use crate::criteria::Query;
use crate::explanation::Points;
use crate::features::{Criterion, FeatureModel};
use crate::ranking::order::Candidate;
use crate::weights::Weights;

/// When gates leave too few rows in the blocks with the highest bounds, so many times more are opened.
const MORE: usize = 8;

/// The sum of a row that is kept out: below every other.
const KEPT_OUT: i16 = i16::MIN;

thread_local! {
    /// The memory of the last student of this thread; every number in it is written before it is read.
    static MEMORY: RefCell<Memory> = RefCell::default();
}

#[derive(Debug, Default)]
struct Memory {
    filter: Filter,
    bounds: Peaked<N_BOUNDS>,
    sums: Peaked<N_VECTORS>,
    /// The blocks of `sums`.
    opened: Vec<u32>,
    similar: Vec<f64>,
    found: Vec<(i16, u32)>,
}

/// One student's question.
#[derive(Debug, Clone, Copy)]
pub(in crate::ranking) struct Question<'a> {
    pub(in crate::ranking) model: &'a FeatureModel,
    pub(in crate::ranking) weights: &'a Weights,
    pub(in crate::ranking) query: &'a Query,
    pub(in crate::ranking) barrier: &'a Barrier,
}

impl Layout {
    /// The rows that may be among the first `k`, or tie with rank `k`; no others matter.
    pub(in crate::ranking) fn first(&self, question: Question<'_>, k: usize) -> Vec<Candidate> {
        if k == 0 {
            return Vec::new();
        }
        MEMORY.with_borrow_mut(|memory| {
            let Question { model, weights, query, barrier } = question;
            memory.similar = self.similar(question);
            if !memory.filter.fill(model, &self.blocks, weights, query, &memory.similar) {
                return self.all(question);
            }
            Search { layout: self, barrier, k, memory }.run();
            let scorer = Scorer::new(self, question, &memory.similar);
            memory.found.iter().map(|(_, row)| scorer.candidate(*row as usize)).collect()
        })
    }

    /// The score of every row that no gate keeps out, by its place in the catalogue.
    pub(in crate::ranking) fn each_score(&self, question: Question<'_>, mut told: impl FnMut(usize, Points)) {
        let similar = self.similar(question);
        let scorer = Scorer::new(self, question, &similar);
        for row in self.open_rows(question.barrier) {
            told(self.terms.position(row), scorer.points(row));
        }
    }

    /// What likeness to liked métiers adds to each row; empty without any.
    fn similar(&self, question: Question<'_>) -> Vec<f64> {
        let Question { model, query, .. } = question;
        if query.weights().get(Criterion::Similar) == 0.0 {
            return Vec::new();
        }
        let mut similar = vec![0.0; self.terms.n_rows()];
        self.similar.add(query.coefficients(model.space().group(Criterion::Similar)), &mut similar);
        similar
    }

    fn all(&self, question: Question<'_>) -> Vec<Candidate> {
        let similar = self.similar(question);
        let scorer = Scorer::new(self, question, &similar);
        self.open_rows(question.barrier).map(|row| scorer.candidate(row)).collect()
    }

    /// The rows that are not kept out.
    fn open_rows<'a>(&'a self, barrier: &'a Barrier) -> impl Iterator<Item = usize> + use<'a> {
        (0..self.terms.n_rows()).filter(move |row| !barrier.refuses(self, *row))
    }
}

/// Exact scores of rows.
struct Scorer<'a> {
    layout: &'a Layout,
    neutral: Points,
    coefficients: &'a [f64],
    similar: &'a [f64],
}

impl<'a> Scorer<'a> {
    fn new(layout: &'a Layout, question: Question<'a>, similar: &'a [f64]) -> Self {
        let Question { model, query, .. } = question;
        let neutral = query.neutral_parts().map(|(_, neutral)| Points::of(neutral, 1.0)).sum();
        let coefficients = query.coefficients(0..model.space().group(Criterion::Similar).start);
        Self { layout, neutral, coefficients, similar }
    }

    #[inline]
    fn points(&self, row: usize) -> Points {
        let similar = self.similar.get(row).map_or(Points::ZERO, |similar| Points::exactly(*similar));
        self.neutral + self.layout.terms.sum(row, self.coefficients) + similar
    }

    fn candidate(&self, row: usize) -> Candidate {
        Candidate::new(self.layout.terms.position(row), self.points(row))
    }
}

/// One search.
struct Search<'a> {
    layout: &'a Layout,
    barrier: &'a Barrier,
    k: usize,
    memory: &'a mut Memory,
}

impl Search<'_> {
    /// Opens the blocks with the highest bounds, then all others that can still matter, and gathers their best rows.
    fn run(&mut self) {
        self.bound();
        let margin = self.memory.filter.margin;
        let (mut n, mut high, mut reached) = (self.k, i16::MAX, KEPT_OUT);
        self.memory.sums.clear();
        self.memory.opened.clear();
        while high != KEPT_OUT {
            let low = if reached == KEPT_OUT { self.memory.bounds.reached(n) } else { reached.saturating_sub(margin) };
            if low < high {
                self.open_from(low, high);
                (high, reached) = (low, self.memory.sums.reached(self.k));
            } else if reached != KEPT_OUT {
                break;
            }
            n = n.saturating_mul(MORE);
        }
        self.gather(reached.saturating_sub(margin));
    }

    /// The largest sum that a row of each block can have.
    fn bound(&mut self) {
        let (blocks, filter) = (&self.layout.blocks, &self.memory.filter);
        self.memory.bounds.clear();
        for place in 0..blocks.stride() {
            let mut sums = [[filter.max_similar; N_LANES]; N_BOUNDS];
            for (column, factor) in &filter.factors {
                let bounds = blocks.bounds(*column as usize, place, 0 <= factor[0]);
                for (sum, bounds) in sums.iter_mut().zip(bounds) {
                    *sum = add_products(*sum, factor, bounds);
                }
            }
            let n_bounded = blocks.len() - place * Peaked::<N_BOUNDS>::WIDTH;
            if n_bounded < Peaked::<N_BOUNDS>::WIDTH {
                sums.as_flattened_mut()[n_bounded..].fill(KEPT_OUT);
            }
            self.memory.bounds.push(sums);
        }
    }

    /// Opens the blocks with bounds from one sum to below another.
    fn open_from(&mut self, low: i16, high: i16) {
        let first = self.memory.opened.len();
        let opened = &mut self.memory.opened;
        self.memory.bounds.each_from(low.max(KEPT_OUT + 1), |block, bound| {
            if bound < high {
                opened.push(count(block));
            }
        });
        let Memory { filter, sums, opened, .. } = &mut *self.memory;
        let (blocks, factors) = (&self.layout.blocks, &filter.factors[..]);
        let is_plain = filter.similar.is_empty() && self.barrier.is_open();
        for block in &opened[first..] {
            let block = *block as usize;
            let sum = sum(blocks, block, factors);
            let is_whole = block + 1 < blocks.len();
            sums.push(if is_plain && is_whole { sum } else { adjusted(self.layout, self.barrier, &filter.similar, block, sum) });
        }
    }

    /// The rows of opened blocks that may be among the first.
    fn gather(&mut self, low: i16) {
        let Memory { sums, opened, found, filter, .. } = &mut *self.memory;
        found.clear();
        sums.each_from(low.max(KEPT_OUT + 1), |place, sum| {
            found.push((sum, opened[place / N_ROWS] * count(N_ROWS) + count(place % N_ROWS)));
        });
        if self.k < found.len() {
            let (_, kth, _) = found.select_nth_unstable_by(self.k - 1, |left, right| right.cmp(left));
            let low = kth.0.saturating_sub(filter.margin);
            found.retain(|(sum, _)| low <= *sum);
        }
    }
}

/// The sums of a block with what likeness adds, and rows that are kept out or do not exist below all others.
#[inline(never)]
fn adjusted(layout: &Layout, barrier: &Barrier, similar: &[i16], block: usize, mut sums: Column) -> Column {
    let (first, n_rows) = (block * N_ROWS, layout.blocks.n_rows_of(block));
    let (rows, beyond) = sums.as_flattened_mut().split_at_mut(n_rows);
    beyond.fill(KEPT_OUT);
    for (sum, similar) in rows.iter_mut().zip(similar.get(first..).unwrap_or_default()) {
        *sum += similar;
    }
    if !barrier.is_open() {
        for (_, sum) in (first..).zip(rows).filter(|(row, _)| barrier.refuses(layout, *row)) {
            *sum = KEPT_OUT;
        }
    }
    sums
}

/// Adds the columns of a block times their factors. The compiler keeps the four vectors in registers.
#[inline]
fn sum(blocks: &Blocks, block: usize, factors: &[(u32, Lanes)]) -> Column {
    let mut sums = [[0; N_LANES]; N_VECTORS];
    for (column, factor) in factors {
        for (sum, values) in sums.iter_mut().zip(&blocks.column(*column as usize)[block]) {
            *sum = add_products(*sum, factor, values);
        }
    }
    sums
}

#[cfg(feature = "demo")]
#[cfg(test)]
mod tests {
    //! Properties: sums that are a margin apart have scores in the same order, for answers of every kind; a block's bound is above its sums.

    use super::*;
    use crate::catalogue::{AccessLevel, Catalogue};
    use crate::profile::{Profile, ProfileBuilder};

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
        let (model, weights, barrier) = (FeatureModel::of(&catalogue), Weights::default(), Barrier::default());
        let layout = Layout::of(&model, &weights);
        for profile in profiles(&catalogue) {
            let query = Query::compile(&profile, &catalogue, &model, &weights).expect("labels are known");
            let question = Question { model: &model, weights: &weights, query: &query, barrier: &barrier };
            let mut memory = Memory { similar: layout.similar(question), ..Memory::default() };
            assert!(memory.filter.fill(&model, &layout.blocks, &weights, &query, &memory.similar));
            let mut search = Search { layout: &layout, barrier: &barrier, k: usize::MAX, memory: &mut memory };
            search.run();
            let scorer = Scorer::new(&layout, question, &memory.similar);
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
            let mut bounds = Vec::new();
            memory.bounds.each_from(KEPT_OUT + 1, |block, bound| bounds.push((block, bound)));
            for (block, bound) in bounds {
                let in_block = memory.found.iter().filter(|(_, row)| *row as usize / N_ROWS == block);
                assert!(in_block.map(|(sum, _)| *sum).max() <= Some(bound), "{profile:?}");
            }
        }
    }
}
