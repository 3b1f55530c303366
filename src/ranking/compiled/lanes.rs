//! Eight small integers at a time: loops over fixed arrays that the compiler turns into vector instructions.

/// Eight integers: what the smallest vector registers hold.
pub(super) type Lanes = [i16; 8];

/// How many integers are in [`Lanes`].
pub(super) const N_LANES: usize = 8;

/// Adds the upper half of each product: `sum + ⌊factor · value / 2¹⁶⌋`.
#[inline]
pub(super) fn add_products(sums: Lanes, factors: &Lanes, values: &Lanes) -> Lanes {
    std::array::from_fn(|lane| sums[lane].wrapping_add(upper_half(factors[lane], values[lane])))
}

#[inline]
#[allow(clippy::cast_possible_truncation, reason = "the upper half of 32 bits has 16")]
fn upper_half(left: i16, right: i16) -> i16 {
    ((i32::from(left) * i32::from(right)) >> 16) as i16
}

/// The larger in each lane.
#[inline]
pub(super) fn larger(left: Lanes, right: Lanes) -> Lanes {
    std::array::from_fn(|lane| left[lane].max(right[lane]))
}

/// Many integers, `G` times [`Lanes`] at a time with the largest of each lane, so that few are looked at to find the large ones.
#[derive(Debug, Default)]
pub(super) struct Peaked<const G: usize> {
    values: Vec<[Lanes; G]>,
    peaks: Vec<Lanes>,
    classes: Vec<Lanes>,
}

impl<const G: usize> Peaked<G> {
    /// How many integers stand together.
    pub(super) const WIDTH: usize = G * N_LANES;

    pub(super) fn clear(&mut self) {
        self.values.clear();
        self.peaks.clear();
    }

    #[inline]
    pub(super) fn push(&mut self, values: [Lanes; G]) {
        self.peaks.push(values.iter().skip(1).fold(values[0], |left, right| larger(left, *right)));
        self.values.push(values);
    }

    /// A number that at least `k` integers reach, and few more; the smallest of all numbers if there may not be so many.
    ///
    /// Every integer is in one of three to six `k` classes; that of rank `k` among the largest of each class is the number. Neighbours, which
    /// are alike, are in different classes, so that few of the largest hide behind each other.
    pub(super) fn reached(&mut self, k: usize) -> i16 {
        let n_classes = self.peaks.len().min(k.saturating_mul(3).div_ceil(N_LANES));
        if n_classes * N_LANES < k {
            return i16::MIN;
        }
        self.classes.clear();
        self.classes.extend_from_slice(&self.peaks[..n_classes]);
        for peaks in self.peaks[n_classes..].chunks(n_classes) {
            for (class, peaks) in self.classes.iter_mut().zip(peaks) {
                *class = larger(*class, *peaks);
            }
        }
        let classes = self.classes.as_flattened_mut();
        let (_, kth, _) = classes.select_nth_unstable_by(k - 1, |left, right| right.cmp(left));
        *kth
    }

    /// Tells place and value of each integer that is `low` or more.
    #[inline]
    #[allow(clippy::needless_bitwise_bool, reason = "|| would be a branch")]
    pub(super) fn each_from(&self, low: i16, mut told: impl FnMut(usize, i16)) {
        for (group, peaks) in self.peaks.iter().enumerate() {
            if !peaks.iter().fold(false, |any, peak| any | (low <= *peak)) {
                continue;
            }
            for (lane, _) in peaks.iter().enumerate().filter(|(_, peak)| low <= **peak) {
                for (row, values) in self.values[group].iter().enumerate() {
                    if low <= values[lane] {
                        told((group * G + row) * N_LANES + lane, values[lane]);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    //! Properties: products are rounded down, at least `k` integers are what they are said to reach, and none is missed.

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn products_are_rounded_down() {
        let of = |factor, value| add_products([100; N_LANES], &[factor; N_LANES], &[value; N_LANES])[0];
        assert_eq!(of(i16::MAX, i16::MAX), 100 + 16383);
        assert_eq!(of(i16::MAX, -1), 99);
        assert_eq!(of(256, 255), 100);
        assert_eq!(of(256, 256), 101);
    }

    proptest! {
        #[test]
        fn k_integers_are_what_they_are_said_to_reach(
            groups in prop::collection::vec(prop::array::uniform2(prop::array::uniform8(-50..50_i16)), 1..40),
            k in 1..60_usize,
        ) {
            let mut peaked = Peaked::<2>::default();
            for group in &groups {
                peaked.push(*group);
            }
            let all = groups.as_flattened().as_flattened();
            let reached = peaked.reached(k);
            if groups.len() * N_LANES < k {
                prop_assert_eq!(reached, i16::MIN);
            } else {
                prop_assert!(i16::MIN < reached);
                prop_assert!(k <= all.iter().filter(|value| reached <= **value).count());
            }
            let mut told = Vec::new();
            peaked.each_from(reached, |place, value| told.push((place, value)));
            told.sort_unstable();
            let expected = all.iter().copied().enumerate().filter(|(_, value)| reached <= *value);
            prop_assert_eq!(told, expected.collect::<Vec<_>>());
        }
    }
}
