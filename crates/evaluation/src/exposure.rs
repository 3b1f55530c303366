//! Whether every group of items, such as an access level, gets its part of the attention.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::ndcg::discount;

/// What one student could have been shown, and was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Exposed<'a, Id> {
    /// The items shown, from the top.
    pub shown: &'a [Id],
    /// All items that could have been shown to this student.
    pub eligible: &'a BTreeSet<Id>,
}

/// The attention that a group gets, and the attention it would get from random orders.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct GroupExposure {
    /// Its share of the attention of all lists, in [0, 1].
    pub exposure_share: f64,
    /// Its share of the eligible items of the same students, in [0, 1].
    pub eligible_share: f64,
}

/// The exposure of each group over all students, by group.
///
/// An item of several groups is divided evenly among them, and an item without a group belongs to
/// `G::default()`. What is measured is what lists do to groups of items; whether that is right is
/// another question: a student who asks for short studies should see them. Shown items that are
/// not eligible, or shown again, keep their rank and get nothing. The exposure shares sum to 1, and
/// so do the eligible shares; without any eligible item shown the map is empty.
///
/// # Formula
///
/// ```text
/// exposure share(g) = Σ_students Σ_{ranks r: item in g} 1/log₂(1 + r) / Σ_students E
/// eligible share(g) = Σ_students E · |eligible in g| / |eligible|      / Σ_students E
/// ```
///
/// where E is the attention that the student's list gives out, Σ 1/log₂(1 + r). With this
/// weighting, random orders of the eligible items give equal shares.
///
/// ```
/// use std::collections::BTreeSet;
/// use boussole_evaluation::{Exposed, exposure_by_group, exposure_parity};
///
/// let eligible = BTreeSet::from(["bac nurse", "bac welder", "cap baker", "cap mason"]);
/// let student = Exposed { shown: &["bac nurse", "cap baker", "bac welder"][..], eligible: &eligible };
/// let by_level = exposure_by_group(&[student], |occupation| vec![&occupation[..3]]);
/// assert_eq!(by_level["bac"].eligible_share, 0.5);
/// assert!(by_level["bac"].ratio() > Some(1.4));
/// assert!(exposure_parity(&by_level) < Some(0.5));
/// ```
///
/// # References
///
/// - Singh & Joachims 2018, *Fairness of exposure in rankings*, doi:10.1145/3219819.3220088
#[must_use]
pub fn exposure_by_group<Id: Ord, G: Ord + Default>(
    students: &[Exposed<'_, Id>],
    groups_of: impl Fn(&Id) -> Vec<G>,
) -> BTreeMap<G, GroupExposure> {
    let mut groups = BTreeMap::new();
    let mut total = 0.0;
    for student in students {
        let attention = attention(student);
        let given: f64 = attention.iter().map(|(_, attention)| attention).sum();
        total += given;
        let per_eligible = given / student.eligible.len().max(1) as f64;
        for id in student.eligible {
            divide(&mut groups, groups_of(id), |group, part| group.eligible_share += part * per_eligible);
        }
        for (id, attention) in attention {
            divide(&mut groups, groups_of(id), |group, part| group.exposure_share += part * attention);
        }
    }
    if total <= 0.0 {
        return BTreeMap::new();
    }
    for exposure in groups.values_mut() {
        exposure.exposure_share /= total;
        exposure.eligible_share /= total;
    }
    groups
}

/// Parity of exposure, in [0, 1], higher is more even: the smallest [`GroupExposure::ratio`] over
/// the largest.
///
/// It is 1 when every group gets the attention that random orders would give it, and for one
/// group; 0 when a group that could be shown never is; `None` without any group that could be.
///
/// # Formula
///
/// ```text
/// parity = min_g ratio(g) / max_g ratio(g)
/// ```
///
/// # References
///
/// As for [`exposure_by_group`].
#[must_use]
pub fn exposure_parity<G>(groups: &BTreeMap<G, GroupExposure>) -> Option<f64> {
    let ratios: Vec<f64> = groups.values().filter_map(GroupExposure::ratio).collect();
    let largest = ratios.iter().copied().max_by(f64::total_cmp)?;
    let smallest = ratios.iter().copied().min_by(f64::total_cmp)?;
    (largest > 0.0).then(|| smallest / largest)
}

impl GroupExposure {
    /// Exposure share over eligible share: above 1 for a group shown more than random orders would
    /// show it; `None` when no item of the group could be shown.
    #[must_use]
    pub fn ratio(&self) -> Option<f64> {
        (self.eligible_share > 0.0).then(|| self.exposure_share / self.eligible_share)
    }
}

/// The eligible items of a list with the attention of their rank, each once.
fn attention<'a, Id: Ord>(student: &Exposed<'a, Id>) -> Vec<(&'a Id, f64)> {
    let mut seen = BTreeSet::new();
    let ranked = student.shown.iter().enumerate();
    ranked
        .filter(|&(_, id)| student.eligible.contains(id) && seen.insert(id))
        .map(|(position, id)| (id, discount(position)))
        .collect()
}

/// Adds to each group of one item the part of the item that it has.
fn divide<G: Ord + Default>(groups: &mut BTreeMap<G, GroupExposure>, mut own: Vec<G>, add: impl Fn(&mut GroupExposure, f64)) {
    if own.is_empty() {
        own.push(G::default());
    }
    let part = 1.0 / own.len() as f64;
    for group in own {
        add(groups.entry(group).or_insert(GroupExposure { exposure_share: 0.0, eligible_share: 0.0 }), part);
    }
}

#[cfg(test)]
mod tests {
    //! - By hand; a group never shown; nothing shown.
    //! - All orders together are at parity; shares sum to 1.

    use std::collections::{BTreeMap, BTreeSet};

    use super::{Exposed, GroupExposure, exposure_by_group, exposure_parity};

    /// Items are numbers; their group is even or odd.
    fn by_parity_of_number(students: &[Exposed<'_, u8>]) -> BTreeMap<u8, GroupExposure> {
        exposure_by_group(students, |number| vec![number % 2])
    }

    #[track_caller]
    fn check(found: Option<f64>, expected: f64) {
        assert!(found.is_some_and(|found| (found - expected).abs() < 1e-12), "{found:?}, expected {expected}");
    }

    #[test]
    fn by_hand() {
        let eligible = BTreeSet::from([0, 1, 2, 4]);
        // 1 is shown at rank 1 (attention 1), 2 at rank 3 (attention ½) and again; 9 is not eligible.
        let groups = by_parity_of_number(&[Exposed { shown: &[1, 9, 2, 2], eligible: &eligible }]);
        check(Some(groups[&0].exposure_share), 1.0 / 3.0);
        check(Some(groups[&1].exposure_share), 2.0 / 3.0);
        check(groups[&0].ratio(), 4.0 / 9.0);
        check(groups[&1].ratio(), 8.0 / 3.0);
        check(exposure_parity(&groups), 1.0 / 6.0);
    }

    #[test]
    fn an_item_is_divided_among_its_groups() {
        let eligible = BTreeSet::from([1, 2, 3, 6]);
        let groups_of = |number: &u8| [2, 3].into_iter().filter(|group| number.is_multiple_of(*group)).collect();
        let groups = exposure_by_group(&[Exposed { shown: &[6, 1], eligible: &eligible }], groups_of);
        let total = 1.0 + 1.0 / libm::log2(3.0);
        check(Some(groups[&2].exposure_share), 0.5 / total);
        check(Some(groups[&3].eligible_share), 1.5 / 4.0);
        check(Some(groups[&0].exposure_share), 1.0 - 1.0 / total);
    }

    #[test]
    fn all_orders_are_at_parity() {
        let (few, many) = (BTreeSet::from([0, 1, 3]), BTreeSet::from([0, 1, 2, 3]));
        let orders = [[0, 1, 3], [0, 3, 1], [1, 0, 3], [1, 3, 0], [3, 0, 1], [3, 1, 0]];
        let mut students: Vec<_> = orders.iter().map(|order| Exposed { shown: &order[..], eligible: &few }).collect();
        students.extend([[0], [1], [2], [3]].each_ref().map(|shown| Exposed { shown: &shown[..], eligible: &many }));
        let groups = by_parity_of_number(&students);
        check(exposure_parity(&groups), 1.0);
        check(Some(groups.values().map(|group| group.exposure_share).sum()), 1.0);
        check(Some(groups.values().map(|group| group.eligible_share).sum()), 1.0);
    }

    #[test]
    fn a_group_never_shown_has_no_parity() {
        let eligible = BTreeSet::from([0, 1]);
        let groups = by_parity_of_number(&[Exposed { shown: &[0, 0], eligible: &eligible }]);
        check(groups[&1].ratio(), 0.0);
        check(exposure_parity(&groups), 0.0);
    }

    #[test]
    fn one_group_and_nothing_shown() {
        let even = BTreeSet::from([0, 2]);
        check(exposure_parity(&by_parity_of_number(&[Exposed { shown: &[2], eligible: &even }])), 1.0);
        let silent = by_parity_of_number(&[Exposed { shown: &[1], eligible: &even }]);
        assert!(silent.is_empty());
        assert_eq!(exposure_parity(&silent), None);
    }
}
