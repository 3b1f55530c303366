//! Seeded numbers for simulated students: the hash of a counter.
//!
//! A hash is a generator when what it hashes is a count, and `XXH3` is already there for the order of ties. Each student has an own
//! stream, so student 17 is the same whether 20 or 2,000 are asked, and whichever thread asks.

use xxhash_rust::xxh3::xxh3_64_with_seed;

/// A stream of uniform numbers.
#[derive(Debug, Clone)]
pub(super) struct Dice {
    seed: u64,
    stream: u64,
    counter: u64,
}

/// 2⁻⁵³: the distance of two neighbours among the numbers drawn.
const STEP: f64 = 1.0 / (1_u64 << 53) as f64;

impl Dice {
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        Self { seed, stream, counter: 0 }
    }

    /// The next number, uniform in [0, 1).
    pub(super) fn uniform(&mut self) -> f64 {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.stream.to_le_bytes());
        bytes[8..].copy_from_slice(&self.counter.to_le_bytes());
        self.counter += 1;
        (xxh3_64_with_seed(&bytes, self.seed) >> 11) as f64 * STEP
    }

    /// A uniform place below `n`, which must be above 0; the bias is below n · 2⁻⁵³.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the product is in [0, n)")]
    pub(super) fn below(&mut self, n: usize) -> usize {
        ((self.uniform() * n as f64) as usize).min(n - 1)
    }

    /// A standard normal number, by the method of Box and Muller.
    pub(super) fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.uniform()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.uniform()).cos()
    }

    /// Puts a list in a random order.
    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.below(end + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    //! Properties: uniform and normal in mean and variance, streams differ, a shuffle loses nothing.

    use super::Dice;

    /// Mean and variance of 20 000 draws.
    fn moments(mut draw: impl FnMut() -> f64) -> (f64, f64) {
        let draws: Vec<f64> = (0..20_000).map(|_| draw()).collect();
        let mean = draws.iter().sum::<f64>() / 20_000.0;
        (mean, draws.iter().map(|draw| (draw - mean) * (draw - mean)).sum::<f64>() / 20_000.0)
    }

    #[test]
    fn moments_are_those_of_the_distributions() {
        // Six standard errors each.
        let mut dice = Dice::new(1, 1);
        let (mean, variance) = moments(|| dice.uniform());
        assert!((mean - 0.5).abs() < 0.0123 && (variance - 1.0 / 12.0).abs() < 0.0032, "{mean} {variance}");
        let (mean, variance) = moments(|| dice.normal());
        assert!(mean.abs() < 0.0425 && (variance - 1.0).abs() < 0.06, "{mean} {variance}");
    }

    #[test]
    fn streams_differ_and_repeat() {
        let first = |seed, stream| Dice::new(seed, stream).uniform().to_bits();
        assert_eq!(first(1, 2), first(1, 2));
        assert_ne!(first(1, 2), first(1, 3));
        assert_ne!(first(1, 2), first(2, 2));
    }

    #[test]
    fn a_shuffle_loses_nothing_and_moves_everything() {
        let mut n_first_stays = 0;
        for stream in 0..1000 {
            let mut list = [0, 1, 2, 3, 4];
            Dice::new(7, stream).shuffle(&mut list);
            n_first_stays += usize::from(list[0] == 0);
            list.sort_unstable();
            assert_eq!(list, [0, 1, 2, 3, 4]);
        }
        // Six standard deviations (12.6) around 200.
        assert!((124..276).contains(&n_first_stays), "{n_first_stays}");
    }
}
