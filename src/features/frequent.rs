//! Which interests others are learned from: all of a real catalogue, the most frequent ones of a very large one.

use super::{Criterion, FeatureMatrix, FeatureSpace};

/// The most interests that are learned from. Real catalogues have about thirty; what is learned takes the square of their number, and the
/// time for it the cube.
const MAX_LEARNED_FROM: usize = 500;

/// The most products of a table of predictors with itself, about a fifth of a second.
const MAX_PRODUCTS: usize = 200_000_000;

/// Some interests of a catalogue, and their places among themselves.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Frequent {
    places: Vec<Option<usize>>,
    len: usize,
}

impl Frequent {
    /// Those that are learned from: carried by most métiers, in the order of the vocabulary.
    pub(super) fn of(matrix: &FeatureMatrix, space: &FeatureSpace) -> Self {
        let group = space.group(Criterion::Interest);
        let mut counts = vec![0_usize; group.len()];
        for row in matrix.rows().filter(|row| row.knows(Criterion::Interest)) {
            row.entries_in(&group).for_each(|(interest, _)| counts[interest] += 1);
        }
        Self::most_frequent(&counts, most(matrix.n_metiers()))
    }

    fn most_frequent(counts: &[usize], most: usize) -> Self {
        let mut order: Vec<usize> = (0..counts.len()).collect();
        order.sort_by_key(|interest| (std::cmp::Reverse(counts[*interest]), *interest));
        order.truncate(most);
        order.sort_unstable();
        let mut places = vec![None; counts.len()];
        for (place, interest) in order.iter().enumerate() {
            places[*interest] = Some(place);
        }
        Self { places, len: order.len() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// How many interests the catalogue has.
    #[cfg(feature = "vectors")]
    pub(super) fn n_interests(&self) -> usize {
        self.places.len()
    }

    /// The place of an interest among them.
    pub(super) fn place(&self, interest: usize) -> Option<usize> {
        self.places[interest]
    }
}

/// How many interests can be learned from that many métiers.
fn most(n_metiers: usize) -> usize {
    (MAX_PRODUCTS / n_metiers.max(1)).isqrt().clamp(1, MAX_LEARNED_FROM)
}

#[cfg(test)]
mod tests {
    //! Property: all are learned from, or the most frequent ones, the first of equal ones, in their order.

    use super::*;
    use crate::catalogue::{Catalogue, Interest, Metier, Title};
    use crate::features::FeatureModel;

    #[test]
    fn the_more_metiers_the_fewer_interests() {
        assert_eq!([0, 734, 800, 1_800, 200_000_000, usize::MAX].map(most), [500, 500, 500, 333, 1, 1]);
    }

    #[test]
    fn those_that_most_metiers_carry_are_kept() {
        let labels: Vec<String> = (0..=MAX_LEARNED_FROM).map(|number| format!("{number:03}")).collect();
        let metier = |id: &str, labels: &[String]| Metier {
            interests: labels.iter().map(|label| Interest::new(label)).collect(),
            ..Metier::new(id.parse().expect("an id"), Title::from_heading("x"))
        };
        let metiers = [metier("MET.1", &labels), metier("MET.2", &labels[1..])];
        let model = FeatureModel::of(&Catalogue::from_metiers(metiers).catalogue);
        let frequent = Frequent::of(model.matrix(), model.space());
        assert_eq!(
            [0, 1, MAX_LEARNED_FROM].map(|interest| frequent.place(interest)),
            [None, Some(0), Some(MAX_LEARNED_FROM - 1)]
        );
    }

    #[test]
    fn the_most_frequent_are_kept_in_order() {
        let frequent = Frequent::most_frequent(&[2, 9, 2, 5], 3);
        assert_eq!(frequent.places, [Some(0), Some(1), None, Some(2)]);
        let all = Frequent::most_frequent(&[2, 9, 2, 5], 4);
        assert_eq!((all.places, all.len), (vec![Some(0), Some(1), Some(2), Some(3)], 4));
    }
}
