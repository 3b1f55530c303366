//! The stability of a whole ranking, or of the place of one métier.

use std::sync::Arc;

use serde::Serialize;

use super::acceptability::{N_DRAWS, Robustness, SPREAD, STABLE, n_in_top};
use super::intervals::{WeightInterval, order_intervals, set_intervals};
use super::ranks::{RankInterval, rank_intervals};
use crate::catalogue::{Metier, MetierId};
use crate::features::Criterion;
use crate::inquiry::rerank::Rerank;
use crate::profile::{Profile, ProfileError};
use crate::ranking::{Recommender, Rounded};
use crate::serialize_keys;

/// How certain a list of the first métiers is.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Stability {
    /// How many métiers are shown.
    pub top: usize,
    /// How many métiers are ranked.
    pub n_ranked: usize,
    /// The métiers that are shown, best first.
    pub metiers: Vec<MetierStability>,
    /// The criteria that count for this student, in the order of criteria.
    pub criteria: Vec<CriterionStability>,
}

/// How certain the place of one métier is.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MetierStability {
    /// The métier.
    pub metier: Arc<Metier>,
    /// How many métiers are shown.
    pub top: usize,
    /// Its rank, from 1.
    pub rank: usize,
    /// Its ranks when any one answer is left out or moved by one step.
    pub ranks: RankInterval,
    /// In how many of [`N_DRAWS`] draws of shaken weights it is among the first `top`.
    pub n_in_top: usize,
    /// How many métiers have its score, itself included.
    pub n_tied: usize,
    /// How many criteria count for this student.
    pub n_criteria: usize,
}

/// Between which values the weight of one criterion may lie.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CriterionStability {
    /// The criterion.
    pub criterion: Criterion,
    /// Its weight for this student.
    pub weight: f64,
    /// The values for which the same métiers are shown, in any order.
    pub set: WeightInterval,
    /// The values for which all ranked métiers keep their order.
    pub order: WeightInterval,
}

impl MetierStability {
    /// The share of draws in which it is among the first `top`, in [0, 1].
    pub fn acceptability(&self) -> f64 {
        self.n_in_top as f64 / N_DRAWS as f64
    }

    /// How certain it is that it is shown, or that it is not.
    ///
    /// Where only one criterion counts, shaking weights tells nothing, so no place is called stable.
    pub fn robustness(&self) -> Robustness {
        let share = self.acceptability();
        let (share, stays) = if self.rank <= self.top {
            (share, self.ranks.unluckiest <= self.top)
        } else {
            (1.0 - share, self.top < self.ranks.luckiest)
        };
        match self.n_tied {
            2.. => Robustness::Lot,
            _ if 1 < self.n_criteria && STABLE <= share && stays => Robustness::Stable,
            _ => Robustness::Fragile,
        }
    }
}

serialize_keys!(impl Stability as this {
    "top" => this.top,
    "n_ranked" => this.n_ranked,
    "n_draws" => N_DRAWS,
    "spread" => SPREAD,
    "metiers" => this.metiers,
    "criteria" => this.criteria,
});

serialize_keys!(impl MetierStability as this {
    "id" => this.metier.id,
    "top" => this.top,
    "rank" => this.rank,
    "best_rank" => this.ranks.best,
    "best_change" => this.ranks.best_change,
    "worst_rank" => this.ranks.worst,
    "worst_change" => this.ranks.worst_change,
    "n_in_top" => this.n_in_top,
    "acceptability" => this.acceptability(),
    "n_tied" => this.n_tied,
    "n_criteria" => this.n_criteria,
    "label" => this.robustness(),
});

/// How certain the first `top` métiers for a profile are.
///
/// Three questions are answered by ranking again: where a métier goes when any one answer is left out or moved by one step; how often it
/// stays when the weights are shaken; between which values each weight may lie, the others unchanged.
///
/// ```
/// # #[cfg(feature = "demo")] {
/// use boussole::{Catalogue, Profile, Recommender, Weights, inquiry::stability};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'aime la nature").likes("j'aime bouger").build()?;
/// let found = stability(&recommender, &profile, 3)?;
/// assert!(found.metiers.iter().all(|one| one.ranks.best <= one.rank && one.rank <= one.ranks.worst));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`ProfileError`] when the profile is not of the catalogue.
pub fn stability(recommender: &Recommender, profile: &Profile, top: usize) -> Result<Stability, ProfileError> {
    let rerank = Rerank::new(recommender, profile)?;
    let scores = rerank.scores(&rerank.answered);
    let order = rerank.field.order(&scores);
    let shown: Vec<usize> = order.iter().copied().take(top).collect();
    Ok(Stability {
        top,
        n_ranked: order.len(),
        metiers: metiers(&rerank, &scores, &shown, top, profile.seed()),
        criteria: criteria(&rerank, &order, top),
    })
}

/// How certain the place of one métier is; `None` when a gate keeps it out.
///
/// # Errors
///
/// [`ProfileError`] when the profile or the métier is not of the catalogue.
pub fn metier_stability(
    recommender: &Recommender,
    profile: &Profile,
    id: &MetierId,
    top: usize,
) -> Result<Option<MetierStability>, ProfileError> {
    let position = recommender.position(id)?;
    let rerank = Rerank::new(recommender, profile)?;
    let Some(contender) = rerank.field.contender(position) else { return Ok(None) };
    Ok(metiers(&rerank, &rerank.scores(&rerank.answered), &[contender], top, profile.seed()).pop())
}

/// The stability of some contenders; the scores are those of all.
fn metiers(rerank: &Rerank<'_>, scores: &[Rounded], contenders: &[usize], top: usize, seed: u64) -> Vec<MetierStability> {
    let ranks: Vec<usize> = contenders.iter().map(|contender| rerank.field.rank(*contender, scores)).collect();
    let n_tied = |contender: usize| scores.iter().filter(|score| **score == scores[contender]).count();
    let query = rerank.recommender.query_of(&rerank.answered, rerank.recommender.weights());
    let n_criteria = query.weights().iter().filter(|(_, weight)| 0.0 < *weight).count();
    let intervals = rank_intervals(rerank, contenders, &ranks);
    let counts = n_in_top(rerank, contenders, top, seed);
    let metier = |contender: &usize| &rerank.recommender.catalogue().metiers()[rerank.field.positions()[*contender]];
    let all = contenders.iter().zip(&ranks).zip(intervals).zip(counts);
    let of_one = |(((contender, rank), ranks), n_in_top): (((&usize, &usize), RankInterval), usize)| MetierStability {
        metier: Arc::clone(metier(contender)),
        top,
        rank: *rank,
        ranks,
        n_in_top,
        n_tied: n_tied(*contender),
        n_criteria,
    };
    all.map(of_one).collect()
}

fn criteria(rerank: &Rerank<'_>, order: &[usize], top: usize) -> Vec<CriterionStability> {
    let (model, matrix) = (rerank.recommender.model(), rerank.recommender.model().matrix());
    let query = rerank.recommender.query_of(&rerank.answered, rerank.recommender.weights());
    let counted: Vec<(Criterion, f64)> = query.weights().iter().filter(|(_, weight)| 0.0 < *weight).collect();
    let utility = |contender: usize, criterion: Criterion| {
        let group = model.space().group(criterion);
        let entries = matrix.row(rerank.field.positions()[contender]).entries().filter(|(column, _)| group.contains(column));
        0.5 + 0.5 * entries.map(|(column, value)| query.answer(column) * value).sum::<f64>()
    };
    let of_one = |contender: &usize| counted.iter().map(|(criterion, _)| utility(*contender, *criterion)).collect();
    let utilities: Vec<Vec<f64>> = order.iter().map(of_one).collect();
    let weights: Vec<f64> = counted.iter().map(|(_, weight)| *weight).collect();
    let (sets, orders) = (set_intervals(&utilities, &weights, top), order_intervals(&utilities, &weights));
    let with = |((counted, set), order): (((Criterion, f64), WeightInterval), WeightInterval)| CriterionStability {
        criterion: counted.0,
        weight: counted.1,
        set,
        order,
    };
    counted.into_iter().zip(sets).zip(orders).map(with).collect()
}

#[cfg(feature = "demo")]
#[cfg(test)]
mod tests {
    //! Properties: ranks and counts agree with real rankings; the set of the first ones changes just outside of an interval of
    //! weights and not inside; a métier alone has the stability that it has in its list.

    use std::collections::BTreeSet;

    use super::*;
    use crate::catalogue::{AccessLevel, Catalogue, Interest, Status, Title};
    use crate::profile::AnswerField;
    use crate::weights::Weights;

    /// Far above rounding, far below any other bound of the demonstration.
    const NEAR: f64 = 1e-5;

    fn recommender(weights: Weights) -> Recommender {
        Recommender::new(Catalogue::demo(), weights).expect("there are métiers")
    }

    fn profile() -> Profile {
        let builder = Profile::builder().likes("j'aime la nature").interest("j'aimerais travailler dehors", 0.5);
        let builder = builder.dislikes("j'aime jongler avec les chiffres").status("indépendant", 1.0);
        builder.reached(AccessLevel::Bac).willing(AccessLevel::BacPlus2).build().expect("is valid")
    }

    fn first(recommender: &Recommender, top: usize) -> BTreeSet<MetierId> {
        let ranking = recommender.recommend(&profile(), top).expect("the labels are of the catalogue");
        ranking.iter().map(|one| one.metier.id.clone()).collect()
    }

    #[test]
    fn ranks_are_those_of_changed_profiles() {
        let recommender = recommender(Weights::default());
        let profile = recommender.understood(&profile());
        for one in stability(&recommender, &profile, 10).expect("is of the catalogue").metiers {
            for (rank, change) in [(one.ranks.best, &one.ranks.best_change), (one.ranks.worst, &one.ranks.worst_change)] {
                let changed = change.as_ref().map_or_else(|| profile.clone(), |change| change.apply(&profile));
                let explained = recommender.explain(&changed, &one.metier.id).expect("is of the catalogue");
                assert_eq!(explained.standing.map(|standing| standing.rank), Ok(rank));
            }
            let alone = metier_stability(&recommender, &profile, &one.metier.id, 10).expect("is of the catalogue");
            assert_eq!(alone, Some(one));
        }
    }

    /// Each answer left out or moved by a half, and the wish for study left out or moved by a rung.
    fn changed(profile: &Profile) -> Vec<Profile> {
        let mut changed = Vec::new();
        for field in AnswerField::ALL {
            for (label, answer) in profile.answers(field).iter() {
                let others = [0.0, (answer - 0.5).max(-1.0), (answer + 0.5).min(1.0)];
                changed.extend(others.map(|other| profile.with_answer(field, label, other)));
            }
        }
        let willing = profile.willing().expect("the student has a wish").rung();
        let rungs = [willing - 1, willing + 1].map(|rung| Some(AccessLevel::ALL[rung]));
        changed.extend([None].into_iter().chain(rungs).map(|willing| profile.with_willing(willing)));
        changed
    }

    #[test]
    fn ranks_are_the_extremes_of_all_small_changes() {
        let recommender = recommender(Weights::default());
        // To take back a plain no, or to come to one, changes who is ranked.
        let refusing = Profile::builder().likes("j'aime la nature").status("salarié", -1.0).status("artisan", -0.5);
        let refusing = refusing.willing(AccessLevel::BacPlus2).build().expect("is valid");
        for profile in [profile(), refusing] {
            check_extremes(&recommender, &recommender.understood(&profile));
        }
    }

    fn check_extremes(recommender: &Recommender, profile: &Profile) {
        let changed = changed(profile);
        let rankings = changed.iter().map(|changed| recommender.recommend(changed, usize::MAX).expect("is valid"));
        let rankings: Vec<_> = rankings.collect();
        let n_criteria = recommender.query(profile).expect("is of the catalogue").neutral_parts().count();
        for one in stability(recommender, profile, 10).expect("is of the catalogue").metiers {
            assert_eq!(one.n_criteria, n_criteria);
            let mut expected = [one.rank; 4];
            for ranking in &rankings {
                let standings = || ranking.iter().map(|other| other.standing);
                let found = ranking.iter().find(|other| other.metier.id == one.metier.id).map(|other| other.standing);
                // Who is kept out stands behind all that are ranked.
                let ranks = found.map_or([ranking.n_ranked + 1; 3], |found| {
                    let n_ahead = standings().filter(|other| other.tie_group < found.tie_group).count();
                    [found.rank, n_ahead + 1, n_ahead + found.n_tied]
                });
                let [best, worst, luckiest, unluckiest] = expected;
                expected = [best.min(ranks[0]), worst.max(ranks[0]), luckiest.min(ranks[1]), unluckiest.max(ranks[2])];
            }
            let found = [one.ranks.best, one.ranks.worst, one.ranks.luckiest, one.ranks.unluckiest];
            assert_eq!(found, expected, "{}", one.metier.id);
            let is_silent = [&one.ranks.best_change, &one.ranks.worst_change].map(Option::is_none);
            assert_eq!(
                is_silent,
                [one.ranks.best, one.ranks.worst].map(|rank| rank == one.rank),
                "no change leads to its own rank"
            );
        }
    }

    /// By hand: the first has two liked interests, so it stays first whichever is left out, until « s » is refused plainly. Then it is
    /// left aside, behind the one that is ranked.
    #[test]
    fn who_may_be_left_aside_stands_behind_all() {
        let metiers = [("MET.1", "ab", "s"), ("MET.2", "c", "t")].map(|(id, interests, status)| Metier {
            interests: interests.chars().map(|label| Interest::new(&label.to_string())).collect(),
            statuses: vec![Status::new(status)],
            ..Metier::new(id.parse().expect("an identifier"), Title::from_heading("x"))
        });
        let weights = Weights::new([(Criterion::Interest, 0.9), (Criterion::Status, 0.1)]).expect("are weights");
        let recommender = Recommender::new(Catalogue::from_metiers(metiers).catalogue, weights).expect("there are métiers");
        let profile = Profile::builder().likes("a").likes("b").status("s", -0.5).build().expect("is valid");
        let found = stability(&recommender, &profile, 2).expect("is of the catalogue").metiers;
        let ranks = |one: &MetierStability| [one.rank, one.ranks.best, one.ranks.worst, one.ranks.luckiest, one.ranks.unluckiest];
        assert_eq!(found.iter().map(ranks).collect::<Vec<_>>(), [[1, 1, 2, 1, 2], [2, 1, 2, 1, 2]]);
        let changes = |one: &MetierStability| [one.ranks.best_change.is_some(), one.ranks.worst_change.is_some()];
        assert_eq!(found.iter().map(changes).collect::<Vec<_>>(), [[false, true], [true, false]]);
    }

    #[test]
    fn the_first_ones_change_just_outside_of_the_interval() {
        let recommender_now = recommender(Weights::default());
        let now = first(&recommender_now, 10);
        let found = stability(&recommender_now, &profile(), 10).expect("is of the catalogue");
        assert!(3 <= found.criteria.len() && found.criteria.iter().all(|one| 0.0 < one.weight));
        for one in &found.criteria {
            let with = |weight: f64| {
                let others = found.criteria.iter().map(|other| (other.criterion, other.weight));
                let weights = others.map(|(criterion, old)| (criterion, if criterion == one.criterion { weight } else { old }));
                first(&recommender(Weights::new(weights).expect("some are above 0")), 10)
            };
            assert_eq!(with((one.set.low + NEAR).min(one.weight)), now, "{one:?}");
            if NEAR < one.set.low {
                assert_ne!(with(one.set.low - NEAR), now, "{one:?}");
            }
            if let Some(high) = one.set.high {
                assert_eq!(with((high - NEAR).max(one.weight)), now, "{one:?}");
                assert_ne!(with(high + NEAR), now, "{one:?}");
            }
        }
    }

    #[test]
    fn words_say_what_was_found() {
        let recommender = recommender(Weights::default());
        let found = |profile: Profile| stability(&recommender, &profile, 10).expect("is of the catalogue").metiers;
        let words = |found: &[MetierStability]| found.iter().map(MetierStability::robustness).collect::<BTreeSet<_>>();
        // Nothing was said, or one thing that many share: a draw.
        assert_eq!(words(&found(Profile::default())), BTreeSet::from([Robustness::Lot]));
        // One criterion is never enough.
        let level = found(Profile::builder().willing(AccessLevel::BacPlus5).build().expect("is valid"));
        assert!(!words(&level).contains(&Robustness::Stable));
        let mut n_stable = 0;
        for one in found(profile()) {
            let stays = one.ranks.unluckiest <= 10 && 180 <= one.n_in_top;
            assert!(one.ranks.luckiest <= one.ranks.best && one.ranks.worst <= one.ranks.unluckiest);
            n_stable += usize::from(stays);
            assert_eq!(one.robustness() == Robustness::Stable, stays && one.n_tied == 1, "{one:?}");
        }
        assert!(0 < n_stable);
    }

    #[test]
    fn a_place_is_stable_when_draws_and_changed_answers_leave_it() {
        let metier = recommender(Weights::default()).catalogue().metiers()[0].clone();
        let of = |rank, [luckiest, unluckiest]: [usize; 2], n_in_top, n_tied, n_criteria| {
            let ranks = RankInterval { best: rank, best_change: None, worst: rank, worst_change: None, luckiest, unluckiest };
            let one = MetierStability { metier: Arc::clone(&metier), top: 10, rank, ranks, n_in_top, n_tied, n_criteria };
            (one.robustness(), one.acceptability())
        };
        let (stable, fragile, lot) = (Robustness::Stable, Robustness::Fragile, Robustness::Lot);
        // Of 200 draws, 180 are enough. It is shown, in the last place or before it …
        assert_eq!(of(10, [1, 10], 200, 1, 2), (stable, 1.0));
        assert_eq!(of(3, [1, 10], 180, 1, 2), (stable, 0.9));
        assert_eq!(of(3, [1, 10], 179, 1, 2).0, fragile);
        assert_eq!(of(3, [1, 11], 200, 1, 2).0, fragile);
        assert_eq!(of(3, [1, 10], 200, 1, 1).0, fragile);
        assert_eq!(of(3, [1, 10], 200, 2, 2).0, lot);
        // … or it is not.
        assert_eq!(of(11, [11, 30], 0, 1, 2), (stable, 0.0));
        assert_eq!(of(11, [11, 30], 20, 1, 2), (stable, 0.1));
        assert_eq!(of(11, [11, 30], 21, 1, 2).0, fragile);
        assert_eq!(of(11, [10, 30], 0, 1, 2).0, fragile);
        assert_eq!(of(11, [11, 30], 0, 2, 2).0, lot);
    }

    #[test]
    fn who_is_kept_out_has_no_place() {
        let recommender = recommender(Weights::default());
        let id: MetierId = "MET.10".parse().expect("an identifier");
        let profile = Profile::builder().excludes(id.clone()).build().expect("is valid");
        assert_eq!(metier_stability(&recommender, &profile, &id, 10), Ok(None));
    }
}
