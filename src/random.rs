//! `SplitMix64`: a small seeded generator, the same on every machine and in every release.
//!
//! An own generator keeps draws reproducible bit for bit without a dependency whose next version may
//! draw differently. It is fit for resampling and for shaken weights, not for cryptography.
//!
//! # References
//!
//! - Steele, Lea & Flood 2014, *Fast splittable pseudorandom number generators*,
//!   doi:10.1145/2660193.2660195; constants of the public-domain `splitmix64.c` by Vigna
//! - Lemire 2019, *Fast random integer generation in an interval*, doi:10.1145/3230636

/// The increment of the state: 2^64 divided by the golden ratio, made odd.
const GOLDEN_GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;
/// The two multipliers of the mixing function ("variant 13" of Stafford).
const MIX_1: u64 = 0xBF58_476D_1CE4_E5B9;
const MIX_2: u64 = 0x94D0_49BB_1331_11EB;

/// A stream of 64-bit numbers, set by its seed.
#[derive(Debug, Clone)]
pub struct SplitMix64 {
    state: u64,
}

impl SplitMix64 {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// A stream of its own for each number, so that student 17 is the same whether 20 or 2,000 are drawn, and whichever thread draws.
    pub fn numbered(seed: u64, number: u64) -> Self {
        Self::new(seed ^ Self::new(number).next_u64())
    }

    /// The next number, uniform over all of `u64`.
    pub fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(GOLDEN_GAMMA);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(MIX_1);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(MIX_2);
        mixed ^ (mixed >> 31)
    }

    /// A number uniform in [0, 1), on a grid of 2⁻⁵³.
    pub fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A uniform index below `n`, without bias (Lemire's multiplication with rejection).
    ///
    /// `n` must be above 0: there is no index below 0.
    pub fn index_below(&mut self, n: usize) -> usize {
        let n = n as u64;
        loop {
            let product = u128::from(self.next_u64()) * u128::from(n);
            #[allow(clippy::cast_possible_truncation, reason = "the low half is wanted")]
            let low = product as u64;
            // 2^64 mod n of the low halves would be drawn once too often; n bounds it cheaply.
            if low >= n || low >= n.wrapping_neg() % n {
                #[allow(clippy::cast_possible_truncation, reason = "it is below n, which was a usize")]
                return (product >> 64) as usize;
            }
        }
    }

    /// A standard normal number, by the method of Box and Muller (1958, doi:10.1214/aoms/1177706645).
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(1.0 - self.unit())).sqrt();
        radius * libm::cos(std::f64::consts::TAU * self.unit())
    }

    /// Puts a list in a random order, each order as likely as any other (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.index_below(end + 1));
        }
    }

    /// Distinct indices below `n` in random order: `n_drawn` of them, or all when there are fewer.
    pub fn distinct_below(&mut self, n: usize, n_drawn: usize) -> Vec<usize> {
        let mut indices: Vec<usize> = (0..n).collect();
        for place in 0..n_drawn.min(n) {
            indices.swap(place, place + self.index_below(n - place));
        }
        indices.truncate(n_drawn);
        indices
    }
}

#[cfg(test)]
mod tests {
    //! - The stream is the published one.
    //! - Numbers of the unit interval are in it, even, and reach both halves of its finest grid.
    //! - Indices are in range and even, in small and huge ranges.
    //! - Normal numbers have mean 0 and variance 1; numbered streams differ and repeat.
    //! - A shuffle loses nothing and leaves no place alone; distinct indices are distinct.

    use super::SplitMix64;

    /// First outputs for seed 1234567, from <https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64>.
    const PUBLISHED: [u64; 5] = [
        6_457_827_717_110_365_317,
        3_203_168_211_198_807_973,
        9_817_491_932_198_370_423,
        4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
    ];

    #[test]
    fn gives_the_published_stream() {
        let mut random = SplitMix64::new(1_234_567);
        assert_eq!([(); 5].map(|()| random.next_u64()), PUBLISHED);
    }

    #[test]
    fn unit_numbers_are_even() {
        let mut random = SplitMix64::new(7);
        let numbers: Vec<f64> = (0..50_000).map(|_| random.unit()).collect();
        assert!(numbers.iter().all(|number| (0.0..1.0).contains(number)));
        let mean = numbers.iter().sum::<f64>() / 50_000.0;
        // Six standard deviations of the mean (.0013) around ½.
        assert!((mean - 0.5).abs() < 0.0078, "{mean}");
    }

    #[test]
    fn indices_are_even() {
        let mut random = SplitMix64::new(7);
        let mut counts = [0_u32; 5];
        for _ in 0..50_000 {
            counts[random.index_below(5)] += 1;
        }
        // Six standard deviations (89 each) around 10 000.
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 540), "{counts:?}");
        assert_eq!(random.index_below(1), 0);
    }

    #[test]
    fn indices_are_even_in_a_huge_range() {
        // Without rejection, half of all indices below ¾·2^64 would be multiples of 3.
        let mut random = SplitMix64::new(7);
        let n_multiples = (0..30_000).filter(|_| random.index_below(3 << (usize::BITS - 2)).is_multiple_of(3)).count();
        // Six standard deviations (82) around 10 000.
        assert!(n_multiples.abs_diff(10_000) < 490, "{n_multiples}");
    }

    #[test]
    fn normal_numbers_have_their_moments() {
        let mut random = SplitMix64::new(1);
        let numbers: Vec<f64> = (0..20_000).map(|_| random.normal()).collect();
        let mean = numbers.iter().sum::<f64>() / 20_000.0;
        let variance = numbers.iter().map(|number| (number - mean) * (number - mean)).sum::<f64>() / 20_000.0;
        // Six standard errors each.
        assert!(mean.abs() < 0.0425 && (variance - 1.0).abs() < 0.06, "{mean} {variance}");
    }

    #[test]
    fn numbered_streams_differ_and_repeat() {
        let first = |seed, number| SplitMix64::numbered(seed, number).next_u64();
        assert_eq!(first(1, 2), first(1, 2));
        assert_ne!(first(1, 2), first(1, 3));
        assert_ne!(first(1, 2), first(2, 2));
    }

    #[test]
    fn a_shuffle_loses_nothing_and_moves_everything() {
        let mut random = SplitMix64::new(7);
        let mut n_first_stays = 0;
        for _ in 0..1000 {
            let mut list = [0, 1, 2, 3, 4];
            random.shuffle(&mut list);
            n_first_stays += u32::from(list[0] == 0);
            list.sort_unstable();
            assert_eq!(list, [0, 1, 2, 3, 4]);
        }
        // Six standard deviations (12.6) around 200.
        assert!(n_first_stays.abs_diff(200) < 76, "{n_first_stays}");
    }

    #[test]
    fn distinct_indices_are_distinct() {
        let mut random = SplitMix64::new(7);
        for _ in 0..100 {
            let drawn = random.distinct_below(5, 3);
            assert!(drawn.len() == 3 && drawn.iter().all(|index| *index < 5), "{drawn:?}");
            assert!(drawn[0] != drawn[1] && drawn[1] != drawn[2] && drawn[0] != drawn[2], "{drawn:?}");
        }
        assert_eq!(random.distinct_below(2, 9).len(), 2);
    }
}
