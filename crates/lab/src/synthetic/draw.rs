//! Draws with the frequencies of real catalogues.

use std::collections::BTreeSet;

use boussole::random::SplitMix64;

/// Seeded draws of places and lists.
#[derive(Debug, Clone)]
pub struct Draw {
    random: SplitMix64,
}

impl Draw {
    /// The draws of one seed.
    pub fn new(seed: u64) -> Self {
        Self { random: SplitMix64::new(seed) }
    }

    /// A number below `n`, which must be above 0.
    pub fn below(&mut self, n: usize) -> usize {
        self.random.index_below(n)
    }

    /// A number below `n`, low ones more often: the first tenth of them comes in a third of all draws.
    pub fn skewed(&mut self, n: usize) -> usize {
        self.below(n) * self.below(n) / n
    }

    /// True in so many of a hundred times.
    pub fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// A place in a list of counts, as often as its count.
    pub fn weighted(&mut self, counts: &[usize]) -> usize {
        let mut rest = self.below(counts.iter().sum());
        for (place, count) in counts.iter().enumerate() {
            if rest < *count {
                return place;
            }
            rest -= count;
        }
        unreachable!("the rest is below the sum of the counts")
    }

    /// At most `n` distinct draws, in order.
    pub fn some(&mut self, n: usize, mut one: impl FnMut(&mut Self) -> usize) -> BTreeSet<usize> {
        let mut drawn = BTreeSet::new();
        for _ in 0..4 * n {
            if drawn.len() < n {
                drawn.insert(one(self));
            }
        }
        drawn
    }

    /// Puts a list in random order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        self.random.shuffle(list);
    }
}
