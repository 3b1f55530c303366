//! Kendall's `τ_b` between two lists of numbers.

use std::cmp::Ordering;

use super::paired::Paired;

/// Kendall's `τ_b`, in [−1, 1]: how far two lists of numbers put the same things in the same order,
/// ties accounted for.
///
/// Use it for weights. For rankings of a whole catalogue it is ruled by the tail that nobody reads;
/// use [`rbo_ext`](super::rbo_ext) there. It is `None` when all numbers of one list are equal, and
/// so for a single pair: there is no order to compare.
///
/// # Formula
///
/// ```text
/// τ_b = (C − D) / √((N − A)(N − B)),   N = n(n−1)/2
/// ```
///
/// where C and D are the pairs of places ordered alike and oppositely, and A and B the pairs
/// tied in a and in b. All pairs are looked at: O(n²).
///
/// ```
/// use boussole_evaluation::{Paired, kendall_tau_b};
///
/// let paired = Paired::new(&[1.0, 2.0, 3.0], &[10.0, 30.0, 20.0])?;
/// assert_eq!(kendall_tau_b(paired), Some(1.0 / 3.0));
/// # Ok::<(), boussole_evaluation::PairedError>(())
/// ```
///
/// # References
///
/// - Kendall 1945, *The treatment of ties in ranking problems*, doi:10.1093/biomet/33.3.239
#[must_use]
pub fn kendall_tau_b(paired: Paired<'_>) -> Option<f64> {
    let mut balance = 0.0;
    let mut n_untied_a = 0.0;
    let mut n_untied_b = 0.0;
    let mut rest = paired.iter();
    while let Some((first_a, first_b)) = rest.next() {
        for (second_a, second_b) in rest.clone() {
            let (order_a, order_b) = (direction(first_a, second_a), direction(first_b, second_b));
            balance += order_a * order_b;
            n_untied_a += order_a.abs();
            n_untied_b += order_b.abs();
        }
    }
    let norm = (n_untied_a * n_untied_b).sqrt();
    // Rounding of the root may exceed the bounds.
    (norm > 0.0).then(|| (balance / norm).clamp(-1.0, 1.0))
}

/// 1 when the second number is larger, −1 when smaller, 0 when equal (as −0.0 and 0.0 are).
fn direction(first: f64, second: f64) -> f64 {
    match second.partial_cmp(&first) {
        Some(Ordering::Greater) => 1.0,
        Some(Ordering::Less) => -1.0,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    //! - The references of the science brief.
    //! - No order gives no value.
    //! - In [−1, 1], symmetric, 1 with itself, −1 with its reverse.

    use proptest::prelude::*;

    use super::kendall_tau_b;
    use crate::Paired;

    #[track_caller]
    fn check(a: &[f64], b: &[f64], expected: Option<f64>) {
        let found = kendall_tau_b(Paired::new(a, b).expect("valid pairs"));
        let close = match (found, expected) {
            (Some(found), Some(expected)) => (found - expected).abs() < 5e-7,
            (found, expected) => found == expected,
        };
        assert!(close, "{a:?} and {b:?}: {found:?}, expected {expected:?}");
    }

    /// Science brief, section 6 (scipy 1.17.1).
    #[test]
    fn matches_the_science_brief() {
        let straight = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        check(&straight, &[2.0, 1.0, 4.0, 3.0, 6.0, 5.0], Some(0.6));
        check(&straight, &[1.0, 1.0, 2.0, 3.0, 3.0, 4.0], Some(0.930_949));
    }

    #[test]
    fn no_order_gives_no_value() {
        check(&[1.0], &[2.0], None);
        check(&[1.0, 1.0, 1.0], &[1.0, 2.0, 3.0], None);
        check(&[0.0, -0.0], &[1.0, 2.0], None);
    }

    proptest! {
        #[test]
        fn is_a_symmetric_correlation(pairs in prop::collection::vec((-3_i8..3, -3_i8..3), 2..20)) {
            let (a, b): (Vec<f64>, Vec<f64>) = pairs.iter().map(|&(a, b)| (f64::from(a), f64::from(b))).unzip();
            let tau = |a: &[f64], b: &[f64]| kendall_tau_b(Paired::new(a, b).expect("valid pairs"));
            if let Some(found) = tau(&a, &b) {
                prop_assert!((-1.0..=1.0).contains(&found));
                prop_assert_eq!(tau(&b, &a), Some(found));
                let reversed: Vec<f64> = a.iter().map(|value| -value).collect();
                prop_assert_eq!(tau(&a, &a), Some(1.0));
                prop_assert_eq!(tau(&a, &reversed), Some(-1.0));
            }
        }
    }
}
