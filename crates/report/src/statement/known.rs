//! What is known of a student and a catalogue before a single métier is spoken about; worked out once for a document.

use boussole::features::Criterion;
use boussole::profile::{Portrait, Profile};
use boussole::ranking::Recommender;

/// A share of fewer métiers is no share.
const MIN_OF_GROUP: usize = 2;

/// What sentences about any métier rest on.
#[derive(Debug)]
pub(crate) struct Known<'a> {
    pub(crate) recommender: &'a Recommender,
    pub(crate) profile: &'a Profile,
    pub(crate) portrait: Portrait,
    /// Whether the sheet of each métier has an interest that the student likes; shape (`n_metiers`).
    has_liked: Vec<bool>,
}

/// How many of the métiers that share something have an interest that the student likes: at least two, and more than elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Share {
    n: usize,
    total: usize,
}

impl<'a> Known<'a> {
    /// What is known; the labels of the profile are in the spelling of the catalogue.
    pub(crate) fn of(recommender: &'a Recommender, profile: &'a Profile) -> Self {
        let catalogue = recommender.catalogue();
        let liked: Vec<&str> = profile.interests().iter().filter(|(_, answer)| 0.0 < *answer).map(|(label, _)| label).collect();
        let has_liked = catalogue.metiers().iter();
        let has_liked = has_liked.map(|metier| metier.interests.iter().any(|interest| liked.contains(&interest.as_str())));
        Self { recommender, profile, portrait: Portrait::of(profile, catalogue), has_liked: has_liked.collect() }
    }

    /// The share among métiers with a column of a criterion.
    pub(crate) fn share(&self, criterion: Criterion, feature: &str) -> Option<Share> {
        let model = self.recommender.model();
        let (space, matrix) = (model.space(), model.matrix());
        let column = space.group(criterion).find(|column| space.features()[*column].name.as_ref() == feature)?;
        let has_column = |position: usize| matrix.row(position).entries().any(|(entry, value)| entry == column && 0.0 < value);
        let group: Vec<bool> =
            (0..matrix.n_metiers()).filter(|position| has_column(*position)).map(|position| self.has_liked[position]).collect();
        Share::of(&group, &self.has_liked)
    }

    /// Whether the student said nothing that tells métiers apart.
    pub(crate) fn is_silent(&self) -> bool {
        self.recommender.query(self.profile).is_ok_and(|query| query.is_silent())
    }
}

impl Share {
    /// The share in a group, of which all are a part. Returns `None` where it is no larger than among all, or of fewer than two.
    fn of(group: &[bool], all: &[bool]) -> Option<Self> {
        let count = |some: &[bool]| some.iter().filter(|has_liked| **has_liked).count();
        let (n, total) = (count(group), group.len());
        (MIN_OF_GROUP <= n && count(all) * total < n * all.len()).then_some(Self { n, total })
    }

    /// How many have one.
    pub(crate) fn n(self) -> usize {
        self.n
    }

    /// How many métiers there are.
    pub(crate) fn total(self) -> usize {
        self.total
    }
}

#[cfg(test)]
mod tests {
    //! Property: a share is told where it is larger than among all, and of two at least.

    use super::*;

    #[test]
    fn a_share_is_larger_than_elsewhere() {
        let all = [true, true, true, false, false, false];
        assert_eq!(Share::of(&all[..4], &all).map(|share| (share.n(), share.total())), Some((3, 4)));
        assert_eq!(Share::of(&all[2..], &all), None);
        assert_eq!(Share::of(&all, &all), None);
        assert_eq!(Share::of(&all[..1], &all), None);
    }
}
