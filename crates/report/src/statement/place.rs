//! Why a métier stands where it does: a draw among equals, or diversity.

use boussole::ranking::{Move, Recommendation, Standing};

/// Others have the same score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tie {
    n_others: usize,
    is_varied: bool,
}

/// Neighbours of a list have one score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TiedGroup {
    n_shown: usize,
    tie: Tie,
}

/// Diversity gave a métier another rank.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Moved<'a> {
    raw_rank: usize,
    why: WhyMoved<'a>,
}

/// Why diversity moved a métier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WhyMoved<'a> {
    /// It covers an interest that so many above cover.
    Covers { interest: &'a str, n_above: usize },
    /// It came forward, past one that is closer to those above.
    Forward,
    /// It fell back behind others that bring more variety.
    Back,
}

impl Tie {
    /// The tie of a standing. Returns `None` when nobody else has this score.
    pub(crate) fn of(standing: Standing, is_varied: bool) -> Option<Self> {
        (1 < standing.n_tied).then(|| Self { n_others: standing.n_tied - 1, is_varied })
    }

    /// How many others have the score, shown or not; at least one.
    pub(crate) fn n_others(self) -> usize {
        self.n_others
    }

    /// Whether diversity comes before the draw.
    pub(crate) fn is_varied(self) -> bool {
        self.is_varied
    }
}

impl TiedGroup {
    /// The group that neighbours are. Returns `None` for one alone and for scores that differ.
    pub(crate) fn of(neighbours: &[&Recommendation]) -> Option<Self> {
        let (first, others) = neighbours.split_first()?;
        let is_same = |other: &&Recommendation| other.standing.tie_group == first.standing.tie_group;
        let is_varied = neighbours.iter().any(|one| one.moved.is_some());
        let tie = Tie::of(first.standing, is_varied).filter(|_| !others.is_empty() && others.iter().all(is_same))?;
        Some(Self { n_shown: neighbours.len(), tie })
    }

    /// How many are neighbours in the list, at least two.
    pub(crate) fn n_shown(self) -> usize {
        self.n_shown
    }

    /// How many others have the score beside them.
    pub(crate) fn n_beyond(self) -> usize {
        self.tie.n_others + 1 - self.n_shown
    }

    /// The tie of each of them.
    pub(crate) fn tie(self) -> Tie {
        self.tie
    }
}

impl<'a> Moved<'a> {
    /// What diversity did with a recommendation. Returns `None` when it kept its rank.
    pub(crate) fn of(recommendation: &'a Recommendation) -> Option<Self> {
        recommendation.moved.as_ref().and_then(|moved| Self::to(recommendation.standing.rank, moved))
    }

    fn to(rank: usize, moved: &'a Move) -> Option<Self> {
        let why = match &moved.aspect {
            _ if moved.raw_rank == rank => return None,
            _ if moved.raw_rank < rank => WhyMoved::Back,
            Some(aspect) => WhyMoved::Covers { interest: &aspect.interest, n_above: aspect.n_above },
            None => WhyMoved::Forward,
        };
        Some(Self { raw_rank: moved.raw_rank, why })
    }

    /// The rank without diversity.
    pub(crate) fn raw_rank(self) -> usize {
        self.raw_rank
    }

    /// Why it moved.
    pub(crate) fn why(self) -> WhyMoved<'a> {
        self.why
    }
}

#[cfg(test)]
mod tests {
    //! Properties: a métier that kept its rank did not move; only one that came forward covers something; one alone is no group.

    use super::*;
    use boussole::explanation::Points;
    use boussole::ranking::Aspect;

    #[track_caller]
    fn moves(raw_rank: usize, n_above: Option<usize>, expected: Option<WhyMoved<'_>>) {
        let aspect = n_above.map(|n_above| Aspect { interest: "j'aime la nature".into(), n_above });
        let moved = Move { raw_rank, relevance_gain: Points::ZERO, diversity_gain: Points::ZERO, aspect };
        assert_eq!(Moved::to(3, &moved).map(Moved::why), expected);
    }

    #[test]
    fn why_a_metier_moved() {
        moves(3, Some(0), None);
        moves(14, Some(2), Some(WhyMoved::Covers { interest: "j'aime la nature", n_above: 2 }));
        moves(14, None, Some(WhyMoved::Forward));
        moves(2, Some(0), Some(WhyMoved::Back));
    }

    #[test]
    fn one_alone_has_no_tie() {
        assert_eq!(Tie::of(Standing { rank: 1, tie_group: 1, n_tied: 1 }, false), None);
        assert_eq!(Tie::of(Standing { rank: 1, tie_group: 1, n_tied: 3 }, false).map(Tie::n_others), Some(2));
        assert_eq!(TiedGroup::of(&[]), None);
    }
}
