//! Thirty-two small integers at a time, in as few vectors as the processor allows.
//!
//! Functions of vectors are compiled into the caller that knows the processor, once for each kind: hence `inline(always)`, and loops
//! where closures would do, because those cannot be marked so.

#![allow(clippy::inline_always, reason = "what is not inlined is compiled for the smallest processor")]

use fearless_simd::i16x32;
use fearless_simd::prelude::*;

/// How many integers are in [`SmallIntegers`].
pub(super) const N_INTEGERS: usize = 32;

/// Thirty-two integers: one cache line.
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(align(64))]
pub(super) struct SmallIntegers(pub(super) [i16; N_INTEGERS]);

impl SmallIntegers {
    /// The same integer everywhere.
    pub(super) const fn all(value: i16) -> Self {
        Self([value; N_INTEGERS])
    }

    #[inline(always)]
    pub(super) fn load<S: Simd>(&self, simd: S) -> i16x32<S> {
        i16x32::load_array_ref(simd, &self.0)
    }
}

/// Adds the upper half of each product: `sum + ⌊factor · value / 2¹⁶⌋`.
#[inline(always)]
pub(super) fn add_products<S: Simd>(sums: i16x32<S>, factor: i16x32<S>, values: i16x32<S>) -> i16x32<S> {
    // Some processors have one instruction for this.
    let (first, last) = factor.widening_mul(values);
    sums + (first >> 16).narrow(last >> 16)
}

/// Calls `each` with the place of every integer that is at least `low`.
#[inline(always)]
fn each_place<S: Simd>(values: i16x32<S>, low: i16, mut each: impl FnMut(usize)) {
    let mut left = values.simd_ge(i16x32::splat(values.simd, low)).to_bitmask();
    while left != 0 {
        each(left.trailing_zeros() as usize);
        left &= left - 1;
    }
}

/// Calls `each` with place and value of every integer that is at least `low`.
#[inline(always)]
pub(super) fn each_from<S: Simd>(simd: S, values: &[SmallIntegers], low: i16, mut each: impl FnMut(usize, i16)) {
    for (group, lanes) in values.iter().enumerate() {
        each_place(lanes.load(simd), low, |lane| each(group * N_INTEGERS + lane, lanes.0[lane]));
    }
}

/// A number that at least `k` integers reach, and few more; [`i16::MIN`] when there are too few classes to find one.
///
/// Every integer is in one of at least 3 `k` classes; that of rank `k` among the largest of each class is the number. Neighbours, which are
/// alike, are in different classes, so that few of the largest hide behind each other. `classes` is working memory.
#[inline(always)]
pub(super) fn reached<S: Simd>(simd: S, values: &[SmallIntegers], k: usize, classes: &mut Vec<i16>) -> i16 {
    let n_classes = values.len().min(k.saturating_mul(3).div_ceil(N_INTEGERS));
    if n_classes * N_INTEGERS < k {
        return i16::MIN;
    }
    if n_classes == 1 {
        return kth(simd, &largest(simd, values, 1), k);
    }
    classes.clear();
    for class in 0..n_classes {
        classes.extend(largest(simd, &values[class..], n_classes).0);
    }
    let (_, kth, _) = classes.select_nth_unstable_by(k - 1, |left, right| right.cmp(left));
    *kth
}

/// The largest in each lane of every `step`th.
#[inline(always)]
fn largest<S: Simd>(simd: S, values: &[SmallIntegers], step: usize) -> SmallIntegers {
    let mut largest = i16x32::splat(simd, i16::MIN);
    for values in values.iter().step_by(step) {
        largest = largest.max(values.load(simd));
    }
    SmallIntegers(largest.to_array())
}

/// The integer of rank `k`, from 1 to [`N_INTEGERS`]. Each is compared with each, without a branch.
#[inline(always)]
pub(super) fn kth<S: Simd>(simd: S, values: &SmallIntegers, k: usize) -> i16 {
    let all = values.load(simd);
    let mut n_reaching = i16x32::splat(simd, 0);
    for value in values.0 {
        // A lane of the comparison is −1 where it holds.
        n_reaching -= all.simd_le(i16x32::splat(simd, value)).to_vector();
    }
    let k = i16::try_from(k).unwrap_or(i16::MAX);
    let reached = n_reaching.simd_ge(i16x32::splat(simd, k));
    reached.select(all, i16x32::splat(simd, i16::MIN)).reduce_max()
}

#[cfg(test)]
mod tests {
    //! Properties: products are rounded down, ranks are those of sorting, at least `k` integers are what they are said to reach, and none is
    //! missed; all with the smallest vectors of this processor, with those that are used, and with the widest.

    use fearless_simd::{Level, dispatch};
    use proptest::prelude::*;

    use super::*;
    use crate::ranking::compiled::processor::vectors;

    fn levels() -> [Level; 3] {
        [Level::baseline(), vectors(), Level::new()]
    }

    #[test]
    fn products_are_rounded_down() {
        for level in levels() {
            let of = |factor, value| {
                dispatch!(level, simd => {
                    let of = |value| i16x32::splat(simd, value);
                    add_products(of(100), of(factor), of(value)).to_array()
                })
            };
            for (factor, value, sum) in [
                (i16::MAX, i16::MAX, 100 + 16383),
                (i16::MAX, -1, 99),
                (256, 255, 100),
                (256, 256, 101),
                (-32000, 32767, 100 - 16000),
            ] {
                assert_eq!(of(factor, value), [sum; N_INTEGERS], "{level:?}: {factor} · {value}");
            }
        }
    }

    fn sorted(values: &[SmallIntegers]) -> Vec<i16> {
        let mut values: Vec<i16> = values.iter().flat_map(|lanes| lanes.0).collect();
        values.sort_unstable_by(|left, right| right.cmp(left));
        values
    }

    proptest! {
        #[test]
        fn k_integers_are_what_they_are_said_to_reach(
            groups in prop::collection::vec(prop::array::uniform32(-50..50_i16), 1..40),
            k in 1..60_usize,
        ) {
            let groups: Vec<SmallIntegers> = groups.into_iter().map(SmallIntegers).collect();
            let sorted = sorted(&groups);
            for level in levels() {
                let reached = dispatch!(level, simd => reached(simd, &groups, k, &mut Vec::new()));
                if groups.len() * N_INTEGERS < k {
                    prop_assert_eq!(reached, i16::MIN);
                    continue;
                }
                prop_assert!(i16::MIN < reached && reached <= sorted[k - 1]);
                let mut found = Vec::new();
                dispatch!(level, simd => each_from(simd, &groups, reached, |place, value| found.push((place, value))));
                let all = groups.iter().flat_map(|lanes| lanes.0).enumerate();
                prop_assert_eq!(found, all.filter(|(_, value)| reached <= *value).collect::<Vec<_>>());
            }
        }

        #[test]
        fn ranks_are_those_of_sorting(values in prop::array::uniform32(-20..20_i16), k in 1..=N_INTEGERS) {
            let values = SmallIntegers(values);
            for level in levels() {
                prop_assert_eq!(dispatch!(level, simd => kth(simd, &values, k)), sorted(&[values])[k - 1]);
            }
        }
    }
}
