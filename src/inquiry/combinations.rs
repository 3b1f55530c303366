//! All ways to choose some of several things, in order.

/// The number of ways to choose `size` of `n` things, at most `usize::MAX`.
///
/// ```text
/// C(n, s) = n · (n − 1) ⋯ (n − s + 1) / s!
/// ```
pub(super) fn n_combinations(n: usize, size: usize) -> usize {
    if n < size {
        return 0;
    }
    // C(n, j + 1) = C(n, j) · (n − j) / (j + 1), without a remainder.
    let next = |count: u128, j: usize| Some(count.checked_mul((n - j) as u128)? / (j as u128 + 1));
    let count = (0..size).try_fold(1, next);
    count.and_then(|count| usize::try_from(count).ok()).unwrap_or(usize::MAX)
}

/// All ways to choose `size` of the numbers below `n`: each ascending, in lexicographic order.
pub(super) fn combinations(n: usize, size: usize) -> impl Iterator<Item = Vec<usize>> {
    let first = (size <= n).then(|| (0..size).collect());
    std::iter::successors(first, move |chosen: &Vec<usize>| following(chosen, n))
}

fn following(chosen: &[usize], n: usize) -> Option<Vec<usize>> {
    let size = chosen.len();
    // The last place that can still rise: the number at place p may be at most n − size + p.
    let place = (0..size).rev().find(|place| chosen[*place] < n - size + place)?;
    let mut next = chosen.to_vec();
    let raised = chosen[place] + 1;
    for (offset, number) in next[place..].iter_mut().enumerate() {
        *number = raised + offset;
    }
    Some(next)
}

#[cfg(test)]
mod tests {
    //! Properties: every choice once, in order, as many as the formula says; no overflow.

    use super::*;

    #[test]
    fn two_of_four() {
        let all: Vec<Vec<usize>> = combinations(4, 2).collect();
        assert_eq!(all, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
    }

    #[test]
    fn as_many_as_the_formula_says() {
        for n in 0..9 {
            for size in 0..10 {
                let all: Vec<Vec<usize>> = combinations(n, size).collect();
                assert_eq!(all.len(), n_combinations(n, size), "{size} of {n}");
                assert!(all.is_sorted_by(|left, right| left < right), "{size} of {n}");
            }
        }
        assert_eq!((1..=3).map(|size| n_combinations(25, size)).sum::<usize>(), 2_625);
    }

    #[test]
    fn huge_numbers_stop_at_the_largest() {
        assert_eq!(n_combinations(10_000, 5_000), usize::MAX);
    }
}
