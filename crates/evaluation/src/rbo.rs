//! Rank-biased overlap of two lists.

use std::collections::BTreeSet;

use thiserror::Error;

/// How far down the reader goes: the chance p to look at the next rank, in (0, 1).
///
/// With p = 0.9, the default, ranks 1 to 10 carry 86 % of the weight; with 0.8, 97 %; with 0.95,
/// 67 %.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Persistence(f64);

/// A number that is no [`Persistence`].
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[error("expected a persistence above 0 and below 1, found {found}")]
#[non_exhaustive]
pub struct PersistenceError {
    /// The number found.
    pub found: f64,
}

/// Extrapolated rank-biased overlap, in [0, 1]: how alike two lists of distinct ids are, the top
/// ranks first, assuming that the agreement seen so far goes on below.
///
/// It is symmetric, 1 for identical lists (two empty ones too) and 0 for lists that share nothing.
/// The lists may differ in length and in items. An id that is repeated in a list counts once.
///
/// # Formula
///
/// ```text
/// RBO_ext = (1−p)/p · ( Σ_{d=1}^{l} X_d/d · p^d + Σ_{d=s+1}^{l} X_s (d−s)/(s·d) · p^d )
///           + ( (X_l − X_s)/l + X_s/s ) · p^l
/// ```
///
/// where `X_d` is the number of ids shared by the first d of both, s the length of the shorter and l
/// of the longer list. With equal lengths k it is `X_k/k · p^k + (1−p)/p · Σ X_d/d · p^d`.
///
/// ```
/// use boussole_evaluation::{Persistence, rbo_ext};
///
/// let p = Persistence::default();
/// assert_eq!(rbo_ext(&["a", "b"], &["c", "d"], p), 0.0);
/// assert!(rbo_ext(&["a", "b", "c"], &["a", "c", "b"], p) > rbo_ext(&["a", "b", "c"], &["b", "a", "c"], p));
/// ```
///
/// # References
///
/// - Webber, Moffat & Zobel 2010, *A similarity measure for indefinite rankings*,
///   doi:10.1145/1852102.1852106, equation 32
#[must_use]
pub fn rbo_ext<Id: Ord>(left: &[Id], right: &[Id], persistence: Persistence) -> f64 {
    let Persistence(p) = persistence;
    let n_short = left.len().min(right.len());
    let n_long = left.len().max(right.len());
    if n_short == 0 {
        return if n_long == 0 { 1.0 } else { 0.0 };
    }
    let overlaps = overlaps(left, right, n_long);
    let overlap_short = overlaps[n_short - 1] as f64;
    let overlap_long = overlaps[n_long - 1] as f64;
    let short = n_short as f64;
    let seen: f64 = (1_usize..)
        .zip(&overlaps)
        .map(|(depth, &overlap)| {
            let unseen = overlap_short * depth.saturating_sub(n_short) as f64 / short;
            (overlap as f64 + unseen) / depth as f64 * power(p, depth)
        })
        .sum();
    let beyond = ((overlap_long - overlap_short) / n_long as f64 + overlap_short / short) * power(p, n_long);
    // Identical lists sum to 1 up to rounding.
    ((1.0 - p) / p * seen + beyond).min(1.0)
}

/// Truncated rank-biased overlap, in [0, 1): the part of the overlap that the common length proves,
/// and nothing more.
///
/// It is a lower bound of rank-biased overlap whatever comes, so identical lists of length k
/// give 1 − p^k, not 1. It looks at the length of the shorter list; an empty list gives 0.
///
/// # Formula
///
/// ```text
/// RBO_base = (1−p)/p · Σ_{d=1}^{s} X_d/d · p^d
/// ```
///
/// with the letters of [`rbo_ext`].
///
/// # References
///
/// As for [`rbo_ext`]; the definition of RBO, cut at s.
#[must_use]
pub fn rbo_base<Id: Ord>(left: &[Id], right: &[Id], persistence: Persistence) -> f64 {
    let Persistence(p) = persistence;
    let overlaps = overlaps(left, right, left.len().min(right.len()));
    let seen: f64 = (1_usize..).zip(&overlaps).map(|(depth, &overlap)| overlap as f64 / depth as f64 * power(p, depth)).sum();
    (1.0 - p) / p * seen
}

impl Persistence {
    /// Takes p, the chance to go on to the next rank.
    ///
    /// # Errors
    ///
    /// [`PersistenceError`] unless 0 < p < 1; NaN fails too.
    pub fn new(p: f64) -> Result<Self, PersistenceError> {
        if 0.0 < p && p < 1.0 { Ok(Self(p)) } else { Err(PersistenceError { found: p }) }
    }
}

impl Default for Persistence {
    /// 0.9, which suits lists of ten.
    fn default() -> Self {
        Self(0.9)
    }
}

/// `X_d` for d = 1 to `n_depths`: how many ids the first d of both lists share.
fn overlaps<Id: Ord>(left: &[Id], right: &[Id], n_depths: usize) -> Vec<usize> {
    let mut left_seen = BTreeSet::new();
    let mut right_seen = BTreeSet::new();
    let mut n_shared = 0;
    (0..n_depths)
        .map(|position| {
            if let Some(id) = left.get(position) {
                n_shared += usize::from(left_seen.insert(id) && right_seen.contains(id));
            }
            if let Some(id) = right.get(position) {
                n_shared += usize::from(right_seen.insert(id) && left_seen.contains(id));
            }
            n_shared
        })
        .collect()
}

/// p^depth; `powf`, because a depth may exceed `i32`.
fn power(p: f64, depth: usize) -> f64 {
    p.powf(depth as f64)
}

#[cfg(test)]
mod tests {
    //! - The references of the science brief.
    //! - Empty, one element, unequal lengths by hand.
    //! - Symmetric, in [0, 1], 1 for identical lists.

    use proptest::prelude::*;
    use proptest::sample::{Index, subsequence};

    use super::{Persistence, rbo_base, rbo_ext};

    fn p(value: f64) -> Persistence {
        Persistence::new(value).expect("in (0, 1)")
    }

    fn letters(word: &str) -> Vec<char> {
        word.chars().collect()
    }

    #[track_caller]
    fn check(rbo: fn(&[char], &[char], Persistence) -> f64, left: &str, right: &str, persistence: f64, expected: f64) {
        let found = rbo(&letters(left), &letters(right), p(persistence));
        assert!((found - expected).abs() < 5e-7, "{left} and {right} at {persistence}: {found}, expected {expected}");
    }

    /// Science brief, section 6 (`rbo` 0.1.3 and own code).
    #[test]
    fn matches_the_science_brief() {
        for (persistence, ext, base) in [(0.8, 0.940_949, 0.773_177), (0.9, 0.959_878, 0.529_411), (0.95, 0.976_813, 0.313_393)] {
            check(rbo_ext, "abcdefgh", "abdcfegh", persistence, ext);
            check(rbo_base, "abcdefgh", "abdcfegh", persistence, base);
        }
        for (persistence, ext) in [(0.8, 0.673_906), (0.9, 0.705_878), (0.95, 0.709_013)] {
            check(rbo_ext, "abcdefghij", "bacxdeyfgz", persistence, ext);
        }
    }

    #[test]
    fn short_lists_by_hand() {
        check(rbo_ext, "", "", 0.9, 1.0);
        check(rbo_ext, "", "a", 0.9, 0.0);
        check(rbo_base, "", "a", 0.9, 0.0);
        check(rbo_ext, "a", "a", 0.9, 1.0);
        check(rbo_base, "a", "a", 0.9, 0.1);
        // p = ½, s = 1, l = 2, X₁ = X₂ = 1: 1·(1·½ + (1 + 1·1)/2·¼) + (0 + 1)·¼ = 1.
        check(rbo_ext, "a", "ab", 0.5, 1.0);
        // X₁ = 0, X₂ = 1: 1·(0 + ½·¼) + (½ + 0)·¼ = ¼.
        check(rbo_ext, "b", "ab", 0.5, 0.25);
    }

    #[test]
    fn impossible_persistence_is_refused() {
        for (value, message) in [
            (1.0, "expected a persistence above 0 and below 1, found 1"),
            (0.0, "expected a persistence above 0 and below 1, found 0"),
            (f64::NAN, "expected a persistence above 0 and below 1, found NaN"),
        ] {
            assert_eq!(Persistence::new(value).expect_err("refused").to_string(), message);
        }
    }

    fn list() -> impl Strategy<Value = Vec<u8>> {
        subsequence((0..12).collect::<Vec<u8>>(), 0..=12).prop_shuffle()
    }

    proptest! {
        #[test]
        fn is_a_symmetric_similarity(left in list(), right in list(), at in any::<Index>()) {
            let persistence = p([0.5, 0.8, 0.9, 0.95][at.index(4)]);
            for rbo in [rbo_ext::<u8>, rbo_base::<u8>] {
                let found = rbo(&left, &right, persistence);
                prop_assert!((0.0..=1.0).contains(&found));
                prop_assert!((found - rbo(&right, &left, persistence)).abs() < 1e-12);
            }
            prop_assert!((rbo_ext(&left, &left, persistence) - 1.0).abs() < 1e-12);
            prop_assert!(rbo_base(&left, &right, persistence) <= rbo_ext(&left, &right, persistence) + 1e-12);
        }
    }
}
