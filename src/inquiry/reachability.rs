//! Which métiers can come first for anybody, and which only by a tie-break?

use std::collections::{BTreeMap, BTreeSet};

use super::combinations::{combinations, n_combinations};
use crate::catalogue::{Interest, Metier, MetierId};
use crate::explanation::Explanation;
use crate::profile::{Profile, ProfileBuilder, ProfileError};
use crate::ranking::{Cutoff, Recommender, Rounded};
use crate::serialize_keys;

/// Which profiles are tried, and how far down their rankings métiers count as shown.
///
/// | field | default | purpose | range |
/// | --- | --- | --- | --- |
/// | `top` | 10 | how many métiers a student is shown | from 1; with 0 nothing is ever shown |
/// | `max_likes` | 3 | how many interests a profile likes at most | from 1; with 0 no profile is tried |
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReachabilityScope {
    /// How many métiers a student is shown.
    pub top: usize,
    /// Each profile likes between 1 and this many interests.
    pub max_likes: usize,
}

impl Default for ReachabilityScope {
    /// The first 10 of profiles of one to three interests: what a first screen shows after a short quiz.
    fn default() -> Self {
        Self { top: 10, max_likes: 3 }
    }
}

/// So many scores are worked out at most; beyond it profiles of fewer interests are tried, of one at least.
pub const MAX_REACHABILITY_SCORES: usize = 30_000_000;

impl ReachabilityScope {
    /// The scope that a catalogue allows.
    fn within(self, n_interests: usize, n_metiers: usize) -> Self {
        let asked = self.max_likes.min(n_interests);
        let is_allowed =
            |likes: &usize| *likes <= 1 || n_profiles(n_interests, *likes).saturating_mul(n_metiers) <= MAX_REACHABILITY_SCORES;
        let max_likes = (0..=asked).take_while(is_allowed).last().unwrap_or_default();
        // What was asked for is said unless it was too much.
        if max_likes == asked { self } else { Self { max_likes, ..self } }
    }
}

/// How many profiles like one to `max_likes` interests.
fn n_profiles(n_interests: usize, max_likes: usize) -> usize {
    (1..=max_likes.min(n_interests)).map(|size| n_combinations(n_interests, size)).fold(0, usize::saturating_add)
}

/// Which métiers came first in some ranking. Every métier is in exactly one of `reached`, `only_by_tie_break` and `never`, in the
/// order of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reachability {
    /// What was tried: fewer likes than was asked for when that were more than [`MAX_REACHABILITY_SCORES`].
    pub scope: ReachabilityScope,
    /// How many profiles were tried.
    pub n_profiles: usize,
    /// Métiers that are shown to at least one profile, however ties are broken.
    pub reached: Vec<MetierId>,
    /// Métiers that are shown to some profiles, but only when a tie is broken in their favour.
    pub only_by_tie_break: Vec<MetierId>,
    /// Those of [`only_by_tie_break`](Self::only_by_tie_break) that only fill lists: whenever they are shown, they have none of the
    /// interests the profile likes.
    pub only_as_filler: Vec<MetierId>,
    /// Métiers that are never shown to any profile.
    pub never: Vec<MetierId>,
    /// Métiers that are not among the first `top` of their own perfect student, who likes their interests and wants to study as far as
    /// they ask, even if every tie-break favours them. Fiches without interests have no such student.
    pub lost: Vec<MetierId>,
}

serialize_keys!(impl Reachability as this {
    "top" => this.scope.top,
    "max_likes" => this.scope.max_likes,
    "n_profiles" => this.n_profiles,
    "n_reached" => this.reached.len(),
    "n_only_by_tie_break" => this.only_by_tie_break.len(),
    "n_only_as_filler" => this.only_as_filler.len(),
    "n_never" => this.never.len(),
    "n_lost" => this.lost.len(),
    "reached" => this.reached,
    "only_by_tie_break" => this.only_by_tie_break,
    "only_as_filler" => this.only_as_filler,
    "never" => this.never,
    "lost" => this.lost,
});

/// Ranks the catalogue for every profile that likes one to `max_likes` interests and answers nothing else.
///
/// # Formula
///
/// ```text
/// best(m, p)  = 1 + |{n : S_p(n) > S_p(m)}|     the rank of m if every tie-break favours it
/// worst(m, p) =     |{n : S_p(n) ≥ S_p(m)}|     its rank if none does
///
/// reached            some p with worst(m, p) ≤ top
/// only by tie-break  else some p with best(m, p) ≤ top
/// never              else
/// ```
///
/// where `S_p` are the scores for profile `p`, rounded as they are compared ([`SCORE_DECIMALS`](crate::ranking::SCORE_DECIMALS)).
/// With likes alone, the weights go to the interest criterion and to what the recommender infers from likes (sectors, letters,
/// domains), unless these have no weight.
/// The number of profiles is `Σ_s C(n_interests, s)`: 2,625 for 25 interests and up to 3 likes.
///
/// `progress` is called after each profile with the number of profiles done and of all.
///
/// ```
/// # #[cfg(feature = "demo")] {
/// use boussole::inquiry::{ReachabilityScope, reachability};
/// use boussole::{Catalogue, Recommender, Weights};
///
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let found = reachability(&recommender, ReachabilityScope { top: 10, max_likes: 1 }, |_done, _total| ())?;
/// assert_eq!(found.n_profiles, 25);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`ProfileError`] when a profile is refused. This should not happen: the labels of a catalogue are known to it and not empty.
pub fn reachability(
    recommender: &Recommender,
    scope: ReachabilityScope,
    mut progress: impl FnMut(usize, usize),
) -> Result<Reachability, ProfileError> {
    let n_interests = recommender.catalogue().interests().len();
    let scope = scope.within(n_interests, recommender.catalogue().len());
    let sizes = 1..=scope.max_likes.min(n_interests);
    let n_profiles = n_profiles(n_interests, scope.max_likes);
    let interests = interests_of_metiers(recommender);
    let mut shown = vec![HowShown::Never; recommender.catalogue().len()];
    let mut n_done = 0;
    for likes in sizes.flat_map(|size| combinations(n_interests, size)) {
        let scores = recommender.scores(&profile(recommender, &likes)?)?.into_iter().map(Rounded::of).collect::<Vec<_>>();
        let has_liked = |metier: usize| interests[metier].iter().any(|interest| likes.contains(interest));
        record(&scores, scope.top, has_liked, &mut shown);
        n_done += 1;
        progress(n_done, n_profiles);
    }
    Ok(Reachability { lost: lost(recommender, scope.top)?, ..Reachability::of(recommender, scope, n_profiles, &shown) })
}

/// How a métier has been shown at best so far, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum HowShown {
    Never,
    AsFiller,
    ByTieBreak,
    Always,
}

/// The profile that likes the interests at these positions of the vocabulary.
fn profile(recommender: &Recommender, likes: &[usize]) -> Result<Profile, ProfileError> {
    let terms = recommender.catalogue().interests().terms();
    likes.iter().fold(Profile::builder(), |builder, place| builder.likes(&terms[*place].label)).build()
}

/// The métiers that are not among the first of their own perfect student, in the order of the catalogue.
///
/// Métiers with the same interests and level have the same student, whose list is short: all scores of every student would take the square
/// of the number of métiers.
fn lost(recommender: &Recommender, top: usize) -> Result<Vec<MetierId>, ProfileError> {
    let mut students: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    let metiers = recommender.catalogue().metiers();
    for (position, metier) in metiers.iter().enumerate().filter(|(_, metier)| !metier.interests.is_empty()) {
        let interests: BTreeSet<&str> = metier.interests.iter().map(Interest::as_str).collect();
        students.entry((interests, metier.access_level)).or_default().push(position);
    }
    let mut lost = Vec::new();
    for ((interests, level), positions) in students {
        let likes = interests.into_iter().fold(Profile::builder(), ProfileBuilder::likes);
        let student = level.into_iter().fold(likes, ProfileBuilder::willing).build()?;
        let shortlist = recommender.shortlist(&student, top)?;
        let Some(cutoff) = shortlist.last().filter(|_| shortlist.len() == top) else {
            lost.extend(positions.into_iter().filter(|_| top == 0));
            continue;
        };
        let ids: Vec<&MetierId> = positions.iter().map(|position| &metiers[*position].id).collect();
        let own = recommender.explanations(&student, recommender.weights(), &ids)?;
        let is_lost = |own: &Explanation| Rounded::of(own.score()) < Rounded::of(cutoff.score);
        lost.extend(positions.into_iter().zip(&own).filter(|(_, own)| is_lost(own)).map(|(position, _)| position));
    }
    lost.sort_unstable();
    Ok(lost.into_iter().map(|position| metiers[position].id.clone()).collect())
}

/// For each métier, the positions of its interests in the vocabulary.
fn interests_of_metiers(recommender: &Recommender) -> Vec<Vec<usize>> {
    let catalogue = recommender.catalogue();
    let places = |metier: &Metier| {
        let found = metier.interests.iter().map(|interest| catalogue.interests().find(interest.as_str()));
        found.map(|place| place.expect("the vocabulary of a catalogue has the labels of its métiers")).collect()
    };
    catalogue.metiers().iter().map(|metier| places(metier)).collect()
}

/// Records where each métier stands in one ranking.
///
/// Those with the last score shown are all shown when a place is left for each; otherwise a tie-break chooses among them.
fn record(scores: &[Rounded], top: usize, has_liked: impl Fn(usize) -> bool, shown: &mut [HowShown]) {
    let Some(cutoff) = Cutoff::of(scores, top) else { return };
    let is_clean_cut = cutoff.n_left == cutoff.n_tied;
    for (metier, (how, score)) in shown.iter_mut().zip(scores).enumerate() {
        let now = match score.cmp(&cutoff.last) {
            std::cmp::Ordering::Less => HowShown::Never,
            std::cmp::Ordering::Equal if is_clean_cut => HowShown::Always,
            std::cmp::Ordering::Equal if has_liked(metier) => HowShown::ByTieBreak,
            std::cmp::Ordering::Equal => HowShown::AsFiller,
            std::cmp::Ordering::Greater => HowShown::Always,
        };
        *how = now.max(*how);
    }
}

impl Reachability {
    fn of(recommender: &Recommender, scope: ReachabilityScope, n_profiles: usize, shown: &[HowShown]) -> Self {
        let those = |is_wanted: fn(HowShown) -> bool| {
            let metiers = recommender.catalogue().metiers().iter().zip(shown);
            metiers.filter(|(_, how)| is_wanted(**how)).map(|(metier, _)| metier.id.clone()).collect()
        };
        Self {
            scope,
            n_profiles,
            reached: those(|how| how == HowShown::Always),
            only_by_tie_break: those(|how| matches!(how, HowShown::ByTieBreak | HowShown::AsFiller)),
            only_as_filler: those(|how| how == HowShown::AsFiller),
            never: those(|how| how == HowShown::Never),
            lost: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    //! Properties: a toy catalogue by hand; the lists cover the catalogue; agreement with real rankings; progress counts to the end;
    //! scopes at the edge; who has no liked interest is a filler, whatever is inferred.

    use super::*;
    use crate::catalogue::{Catalogue, Interest, Sector, Title};
    use crate::ranking::Recommendation;
    use crate::weights::Weights;

    fn recommender(metiers: &[(&str, &[&str])]) -> Recommender {
        let metiers = metiers.iter().map(|(id, interests)| {
            let mut metier = Metier::new(id.parse().expect("an identifier"), Title::from_heading("métier"));
            metier.interests = interests.iter().map(|label| Interest::new(label)).collect();
            metier
        });
        Recommender::new(Catalogue::from_metiers(metiers).catalogue, Weights::default()).expect("there are métiers")
    }

    fn toy() -> Recommender {
        recommender(&[("MET.1", &["a"]), ("MET.2", &["a"]), ("MET.3", &["a", "b"]), ("MET.4", &["c"]), ("MET.5", &[])])
    }

    fn find(recommender: &Recommender, top: usize, max_likes: usize) -> Reachability {
        reachability(recommender, ReachabilityScope { top, max_likes }, |_, _| ()).expect("labels have names")
    }

    #[track_caller]
    fn lists(found: &Reachability, expected: [&[&str]; 4]) {
        let lists = [&found.reached, &found.only_by_tie_break, &found.only_as_filler, &found.never];
        let texts = lists.map(|ids| ids.iter().map(MetierId::as_str).collect::<Vec<_>>());
        assert_eq!(texts, expected.map(<[&str]>::to_vec));
    }

    /// By hand, one place to win, likes of one interest. « a »: 1 and 2 share the first score, above 3, which has another interest too.
    /// « b »: 3 alone. « c »: 4 alone. 5 has no interest, so it always has the neutral score, and always somebody has more.
    #[test]
    fn one_place_and_one_like() {
        let found = find(&toy(), 1, 1);
        assert_eq!(found.n_profiles, 3);
        lists(&found, [&["MET.3", "MET.4"], &["MET.1", "MET.2"], &[], &["MET.5"]]);
    }

    /// By hand, two places. « a »: 1 and 2 are shown. « b » and « c »: 3 and 4 are, and all others tie for the second place
    /// at the neutral score.
    #[test]
    fn with_a_place_to_fill_everybody_may_fill_it() {
        lists(&find(&toy(), 2, 1), [&["MET.1", "MET.2", "MET.3", "MET.4"], &["MET.5"], &["MET.5"], &[]]);
    }

    /// Who likes « a » and « b » is guessed to like the sector « s », in which 1, 2 and 3 are and 4 is not. Who likes « c » meets 5 and 6
    /// alike. 7 names no interest, so it has no student.
    #[test]
    fn who_stands_behind_for_their_own_student_is_lost() {
        let metier = |(number, (interests, sector)): (usize, (&[&str], &str))| Metier {
            interests: interests.iter().map(|label| Interest::new(label)).collect(),
            sectors: vec![Sector::new(sector)],
            ..Metier::new(format!("MET.{}", number + 1).parse().expect("an identifier"), Title::from_heading("métier"))
        };
        let both: &[&str] = &["a", "b"];
        let facts = [(both, "s"), (both, "s"), (both, "s"), (both, "t"), (&["c"], "t"), (&["c"], "t"), (&[], "t")];
        let catalogue = Catalogue::from_metiers(facts.into_iter().enumerate().map(metier)).catalogue;
        let recommender = Recommender::new(catalogue, Weights::default()).expect("there are métiers");
        for (top, expected) in [(0, vec![1, 2, 3, 4, 5, 6]), (1, vec![4]), (3, vec![4]), (4, vec![]), (7, vec![]), (8, vec![])] {
            let expected: Vec<String> = expected.into_iter().map(|number| format!("MET.{number}")).collect();
            let found = lost(&recommender, top).expect("labels are of the catalogue");
            assert_eq!(found.iter().map(MetierId::as_str).collect::<Vec<_>>(), expected, "of the first {top}");
        }
    }

    /// By hand, two places and one like. The first is 1, which has « a ». Of 2 and 3, which name no interest and share its sector, « a » is
    /// guessed; they have no interest of their own, so they only fill.
    #[test]
    fn a_guessed_interest_is_no_shared_one() {
        let metier = |id: &str, interests: &[&str], sector: &str| {
            let mut metier = Metier::new(id.parse().expect("an identifier"), Title::from_heading("métier"));
            metier.interests = interests.iter().map(|label| Interest::new(label)).collect();
            metier.sectors = vec![Sector::new(sector)];
            metier
        };
        let metiers =
            [metier("MET.1", &["a"], "s"), metier("MET.2", &[], "s"), metier("MET.3", &[], "s"), metier("MET.4", &["b"], "t")];
        let catalogue = Catalogue::from_metiers(metiers).catalogue;
        let recommender = Recommender::new(catalogue, Weights::default()).expect("there are métiers");
        let profile = Profile::builder().likes("a").build().expect("one answer");
        let ranking = recommender.recommend(&profile, 4).expect("a label of the catalogue");
        let scores: Vec<_> = ranking.into_iter().map(Recommendation::score).collect();
        assert!(scores[1] == scores[2] && scores[3] < scores[2], "{scores:?}");
        lists(&find(&recommender, 2, 1), [&["MET.1", "MET.4"], &["MET.2", "MET.3"], &["MET.2", "MET.3"], &[]]);
    }

    #[test]
    fn edges() {
        let everybody: &[&str] = &["MET.1", "MET.2", "MET.3", "MET.4", "MET.5"];
        lists(&find(&toy(), 0, 3), [&[], &[], &[], everybody]);
        lists(&find(&toy(), 10, 0), [&[], &[], &[], everybody]);
        lists(&find(&toy(), 5, 1), [everybody, &[], &[], &[]]);
        assert_eq!(find(&toy(), 5, 99).n_profiles, 7);
        let silent = recommender(&[("MET.1", &[])]);
        assert_eq!(find(&silent, 10, 3).n_profiles, 0);
    }

    #[test]
    fn too_many_profiles_are_not_tried() {
        let scope = |max_likes| ReachabilityScope { top: 10, max_likes };
        assert_eq!(ReachabilityScope::default().within(25, 2000), scope(3));
        assert_eq!(ReachabilityScope::default().within(200, 440), scope(2));
        assert_eq!(scope(99).within(5, 10), scope(99), "all five may be liked");
        assert_eq!(scope(99).within(100_000, 200_000), scope(1));
        assert_eq!(scope(0).within(100_000, 200_000), scope(0));
    }

    #[test]
    fn progress_counts_to_the_end() {
        let mut calls = Vec::new();
        let scope = ReachabilityScope { top: 1, max_likes: 2 };
        reachability(&toy(), scope, |done, total| calls.push((done, total))).expect("labels have names");
        assert_eq!(calls, [(1, 6), (2, 6), (3, 6), (4, 6), (5, 6), (6, 6)]);
    }

    /// A métier that is reached is recommended whatever the seed; one that is never shown is not, whatever the seed.
    #[cfg(feature = "demo")]
    #[test]
    fn agrees_with_recommendations() {
        let interests = Weights::new([(crate::features::Criterion::Interest, 1.0)]).expect("one weight is above 0");
        let recommender = Recommender::new(Catalogue::demo(), interests).expect("there are métiers");
        let scope = ReachabilityScope { top: 3, max_likes: 1 };
        let found = reachability(&recommender, scope, |_, _| ()).expect("labels have names");
        assert!(!found.only_by_tie_break.is_empty() && !found.never.is_empty());
        assert_eq!(found.reached.len() + found.only_by_tie_break.len() + found.never.len(), recommender.catalogue().len());
        for seed in 0..5 {
            let mut shown = BTreeSet::new();
            for term in recommender.catalogue().interests().terms() {
                let profile = Profile::builder().likes(&term.label).seed(seed).build().expect("one answer");
                let ranking = recommender.recommend(&profile, scope.top).expect("a label of the catalogue");
                shown.extend(ranking.into_iter().map(|recommendation| recommendation.metier.id.clone()));
            }
            assert!(found.reached.iter().all(|id| shown.contains(id)), "seed {seed}");
            assert!(found.never.iter().all(|id| !shown.contains(id)), "seed {seed}");
        }
    }
}
