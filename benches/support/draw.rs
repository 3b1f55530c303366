//! Numbers that look random and are the same on every machine.

/// A linear congruential generator.
///
/// The multiplier and increment are those of Knuth's MMIX (*The Art of Computer Programming*, vol. 2, 3.3.4).
#[derive(Debug, Clone)]
pub(crate) struct Draw {
    state: u64,
}

const MULTIPLIER: u64 = 6_364_136_223_846_793_005;
const INCREMENT: u64 = 1_442_695_040_888_963_407;

impl Draw {
    /// The draws of one seed.
    pub(crate) fn new(seed: u64) -> Self {
        let mut draw = Self { state: seed };
        // The first numbers of neighbouring seeds resemble each other.
        draw.below(1);
        draw.below(1);
        draw
    }

    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.state = self.state.wrapping_mul(MULTIPLIER).wrapping_add(INCREMENT);
        // The high bits are the random ones.
        ((self.state >> 33) % n as u64) as usize
    }

    /// A number below `n`, low ones more often: the first tenth of them comes in a third of all draws.
    pub(crate) fn skewed(&mut self, n: usize) -> usize {
        self.below(n) * self.below(n) / n
    }

    /// True in so many of a hundred times.
    pub(crate) fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// A place in a list of counts, as often as its count.
    pub(crate) fn weighted(&mut self, counts: &[usize]) -> usize {
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
    pub(crate) fn some(
        &mut self,
        n: usize,
        mut one: impl FnMut(&mut Self) -> usize,
    ) -> std::collections::btree_set::IntoIter<usize> {
        let mut drawn = std::collections::BTreeSet::new();
        for _ in 0..4 * n {
            if drawn.len() < n {
                drawn.insert(one(self));
            }
        }
        drawn.into_iter()
    }

    /// Puts a list in random order.
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.below(end + 1));
        }
    }
}
