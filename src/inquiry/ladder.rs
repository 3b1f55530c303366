//! The same interests at each rung of the ladder of access levels.

use serde::Serialize;

use crate::catalogue::{AccessLevel, MetierId};
use crate::explanation::Points;
use crate::profile::{Profile, ProfileError};
use crate::ranking::{Recommendation, Recommender};
use crate::serialize_keys;

/// The best métiers at each access level, from what the student has to what they are willing to do.
///
/// It sorts one ranking by access level: scores, ranks and gates are those of [`Recommender::recommend`]. It never says which level a
/// student can reach.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Ladder {
    /// How many métiers are ranked.
    pub n_ranked: usize,
    /// How many of them are in none of the rungs because their fiche states no level.
    pub n_without_level: usize,
    /// How many of them are below the lowest or above the highest rung.
    pub n_outside: usize,
    /// The rungs, lowest first, including those without métiers.
    pub rungs: Vec<Rung>,
}

/// One access level. Serialisation writes the rank, the identifier and the score of each recommendation.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Rung {
    /// The level.
    pub level: AccessLevel,
    /// How many ranked métiers this level opens.
    pub n_metiers: usize,
    /// The first of them, with their ranks in the whole ranking.
    pub recommendations: Vec<Recommendation>,
}

serialize_keys!(impl Rung as this {
    "level" => this.level,
    "n_metiers" => this.n_metiers,
    "recommendations" => this.recommendations.iter().map(BriefRecommendation::of).collect::<Vec<BriefRecommendation<'_>>>(),
});

/// A recommendation in short, as it is serialised.
#[derive(Serialize)]
struct BriefRecommendation<'a> {
    rank: usize,
    id: &'a MetierId,
    score: Points,
}

impl<'a> BriefRecommendation<'a> {
    fn of(one: &'a Recommendation) -> Self {
        Self { rank: one.standing.rank, id: &one.metier.id, score: one.score() }
    }
}

/// The first `each` métiers at each rung, for a profile.
///
/// Without a level reached, the ladder begins at the lowest rung; without a wish for study, it ends at the highest.
///
/// ```
/// # #[cfg(feature = "demo")] {
/// use boussole::{Catalogue, Profile, Recommender, Weights, catalogue::AccessLevel, inquiry::ladder};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'aime la nature").reached(AccessLevel::Bac).willing(AccessLevel::BacPlus2).build()?;
/// let ladder = ladder(&recommender, &profile, 3)?;
/// let levels: Vec<AccessLevel> = ladder.rungs.iter().map(|rung| rung.level).collect();
/// assert_eq!(levels, [AccessLevel::Bac, AccessLevel::BacPlus1, AccessLevel::BacPlus2]);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`ProfileError`] when the profile is not of the catalogue.
pub fn ladder(recommender: &Recommender, profile: &Profile, each: usize) -> Result<Ladder, ProfileError> {
    let ranking = recommender.recommend(profile, recommender.catalogue().len())?;
    let [lowest, highest] = [AccessLevel::SansDiplome, AccessLevel::BacPlus9AndMore];
    let (one, other) = (profile.reached().unwrap_or(lowest), profile.willing().unwrap_or(highest));
    let (low, high) = (one.min(other), one.max(other));
    let levels = AccessLevel::ALL.into_iter().filter(|level| (low..=high).contains(level));
    let mut rungs: Vec<Rung> = levels.map(|level| Rung { level, n_metiers: 0, recommendations: Vec::new() }).collect();
    let (mut n_without_level, mut n_outside) = (0, 0);
    for recommendation in ranking.recommendations {
        let level = recommendation.metier.access_level;
        match rungs.iter_mut().find(|rung| Some(rung.level) == level) {
            Some(rung) => {
                rung.n_metiers += 1;
                if rung.recommendations.len() < each {
                    rung.recommendations.push(recommendation);
                }
            }
            None if level.is_none() => n_without_level += 1,
            None => n_outside += 1,
        }
    }
    Ok(Ladder { rungs, n_ranked: ranking.n_ranked, n_without_level, n_outside })
}

#[cfg(test)]
mod tests {
    //! Properties: every ranked métier is counted once; the first at each rung are the first of the ranking there; silence opens the end.

    use super::*;
    use crate::catalogue::{Catalogue, Metier, Title};
    use crate::weights::Weights;

    #[test]
    fn who_states_no_level_is_told_from_who_stands_outside() {
        let levels = [None, None, Some(AccessLevel::Cap), Some(AccessLevel::Bac), Some(AccessLevel::BacPlus5)];
        let metiers = levels.into_iter().enumerate().map(|(number, access_level)| Metier {
            access_level,
            ..Metier::new(format!("MET.{number}").parse().expect("an identifier"), Title::from_heading("x"))
        });
        let recommender = Recommender::new(Catalogue::from_metiers(metiers).catalogue, Weights::default()).expect("has métiers");
        let profile = Profile::builder().reached(AccessLevel::Bac).willing(AccessLevel::BacPlus2).build().expect("is valid");
        let ladder = ladder(&recommender, &profile, 2).expect("is of the catalogue");
        assert_eq!(ladder.rungs.iter().map(|rung| rung.n_metiers).collect::<Vec<_>>(), [1, 0, 0]);
        assert_eq!((ladder.n_ranked, ladder.n_without_level, ladder.n_outside), (5, 2, 2));
    }

    #[cfg(feature = "demo")]
    fn check(profile: &Profile, expected: (AccessLevel, AccessLevel)) {
        let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers");
        let ladder = ladder(&recommender, profile, 2).expect("the labels are of the catalogue");
        let ranking = recommender.recommend(profile, 1_000).expect("the labels are of the catalogue");
        let ends = (ladder.rungs[0].level, ladder.rungs[ladder.rungs.len() - 1].level);
        assert_eq!(ends, expected);
        let n_on_rungs: usize = ladder.rungs.iter().map(|rung| rung.n_metiers).sum();
        assert_eq!(n_on_rungs + ladder.n_without_level + ladder.n_outside, ranking.n_ranked);
        for rung in &ladder.rungs {
            let there = ranking.iter().filter(|one| one.metier.access_level == Some(rung.level));
            assert!(rung.recommendations.iter().eq(there.take(2)), "{}", rung.level);
        }
    }

    #[cfg(feature = "demo")]
    #[test]
    fn from_what_they_have_to_what_they_want() {
        let builder = || Profile::builder().likes("j'aime la nature");
        let (bac, bac_plus_3) = (AccessLevel::Bac, AccessLevel::BacPlus3);
        let [lowest, highest] = [AccessLevel::SansDiplome, AccessLevel::BacPlus9AndMore];
        check(&builder().reached(bac).willing(bac_plus_3).build().expect("is valid"), (bac, bac_plus_3));
        check(&builder().reached(bac_plus_3).willing(bac).build().expect("is valid"), (bac, bac_plus_3));
        check(&builder().reached(bac).build().expect("is valid"), (bac, highest));
        check(&builder().willing(bac).max_access_level(bac).build().expect("is valid"), (lowest, bac));
        check(&builder().build().expect("is valid"), (lowest, highest));
    }
}
