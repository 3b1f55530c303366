//! How sure places are: on which side of the cut a métier stays, and which places have one mark.

use boussole::inquiry::{MetierStability, N_DRAWS, Robustness, Stability};

/// Why a place has its mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sureness {
    /// Others have the same score.
    Lot,
    /// One criterion counts, or none, so shaken weights tell nothing.
    TooLittle,
    /// Other weights or another answer may take it to the other side of the cut.
    MayLeave,
    /// Neither do.
    Stays,
}

impl Sureness {
    /// Why a place has its mark.
    pub(crate) fn of(place: &MetierStability) -> Self {
        match place.robustness() {
            Robustness::Lot => Self::Lot,
            Robustness::Stable => Self::Stays,
            Robustness::Fragile if place.n_criteria < 2 => Self::TooLittle,
            Robustness::Fragile => Self::MayLeave,
        }
    }
}

/// On which side of the cut a métier is, and in how many draws it stays there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SideOfCut {
    is_among: bool,
    n_stays: usize,
}

impl SideOfCut {
    /// The side of a métier.
    pub(crate) fn of(place: &MetierStability) -> Self {
        let is_among = place.rank <= place.top;
        Self { is_among, n_stays: if is_among { place.n_in_top } else { N_DRAWS - place.n_in_top } }
    }

    /// Whether it is among the first ones.
    pub(crate) fn is_among(self) -> bool {
        self.is_among
    }

    /// In how many of [`N_DRAWS`] draws it stays on its side.
    pub(crate) fn n_stays(self) -> usize {
        self.n_stays
    }
}

/// All places of a list that have one mark: at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MarkedPlaces(Vec<usize>);

impl MarkedPlaces {
    /// The places with a mark. Returns `None` when no place has it.
    pub(crate) fn of(found: &Stability, mark: Robustness) -> Option<Self> {
        let marked = found.metiers.iter().filter(|place| place.robustness() == mark);
        let ranks: Vec<usize> = marked.map(|place| place.rank).collect();
        (!ranks.is_empty()).then_some(Self(ranks))
    }

    /// How many they are.
    pub(crate) fn n(&self) -> usize {
        self.0.len()
    }

    /// Their ranks, those that follow each other together.
    pub(crate) fn runs(&self) -> impl Iterator<Item = &[usize]> {
        self.0.chunk_by(|left, right| left + 1 == *right)
    }
}
