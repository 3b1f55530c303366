//! What a report is about: a result, and what is needed to speak about it.

use boussole::inquiry::{FourItems, MetierStability, Stability};
use boussole::profile::Profile;
use boussole::ranking::{Diversity, Explained, Ranking, Recommender};

/// The error for a result that a recommender does not make for a profile: that of another recommender, of another profile, or changed
/// since. A report on it would cite the wrong catalogue and weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "expected what this recommender makes for this profile, found another result; report it with the recommender and the profile that it \
     was made with"
)]
pub struct ForeignResult;

/// A ranking with the profile and the recommender it came from, ready to be written.
///
/// ```
/// use boussole::{Catalogue, Profile, Recommender, Weights};
/// use boussole_report::{RecommendationReport, Report, Voice};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'ai le sens du contact").build()?;
/// let ranking = recommender.recommend(&profile, 3)?;
/// let text = RecommendationReport::new(&recommender, &profile, &ranking)?.text(Voice::default());
/// assert!(text.contains("Tu as dit oui"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct RecommendationReport<'a> {
    pub(super) recommender: &'a Recommender,
    pub(super) profile: Profile,
    pub(super) ranking: &'a Ranking,
    pub(super) stability: Option<&'a Stability>,
    pub(super) link: Option<String>,
}

impl<'a> RecommendationReport<'a> {
    /// A report on a ranking, which is made again to see that it is this recommender's for this profile.
    ///
    /// # Errors
    ///
    /// [`ForeignResult`] if it is not.
    pub fn new(recommender: &'a Recommender, profile: &Profile, ranking: &'a Ranking) -> Result<Self, ForeignResult> {
        let again = recommender.recommend_diverse(profile, ranking.recommendations.len(), ranking.diversity);
        if again.as_ref() != Ok(ranking) {
            return Err(ForeignResult);
        }
        Ok(Self { recommender, profile: recommender.understood(profile), ranking, stability: None, link: None })
    }

    /// The same report with how sure the places are: [`stability`](boussole::inquiry::stability()) of the same profile and as many métiers.
    ///
    /// It is that of a list in the order of scores, so a varied list has none.
    #[must_use]
    pub fn with_stability(self, stability: Option<&'a Stability>) -> Self {
        Self { stability: stability.filter(|_| !self.ranking.diversity.is_on()), ..self }
    }

    /// The same report with links to fiches by this template, in which « {id} » stands for the identifier. Without one, identifiers of
    /// Onisep's list have a link to Onisep, and others none.
    #[must_use]
    pub fn with_link(self, template: Option<String>) -> Self {
        Self { link: template, ..self }
    }

    /// What the law wants told about this list.
    pub(super) fn four_items(&self) -> Option<FourItems> {
        let Ranking { n_ranked, recommendations, diversity, .. } = self.ranking;
        FourItems::of(self.recommender, &self.profile, *n_ranked, Some(recommendations.len()), *diversity).ok()
    }
}

/// The explanation of one métier with the profile and the recommender it came from, ready to be written.
#[derive(Debug, Clone)]
pub struct ExplanationReport<'a> {
    pub(super) recommender: &'a Recommender,
    pub(super) profile: Profile,
    pub(super) explained: &'a Explained,
    pub(super) stability: Option<&'a MetierStability>,
    pub(super) link: Option<String>,
}

impl<'a> ExplanationReport<'a> {
    /// A report on one métier, whose explanation is made again to see that it is this recommender's for this profile.
    ///
    /// # Errors
    ///
    /// [`ForeignResult`] if it is not.
    pub fn new(recommender: &'a Recommender, profile: &Profile, explained: &'a Explained) -> Result<Self, ForeignResult> {
        if recommender.explain(profile, &explained.metier.id).as_ref() != Ok(explained) {
            return Err(ForeignResult);
        }
        Ok(Self { recommender, profile: recommender.understood(profile), explained, stability: None, link: None })
    }

    /// The same report with how sure the place of the métier is.
    #[must_use]
    pub fn with_stability(self, stability: Option<&'a MetierStability>) -> Self {
        Self { stability, ..self }
    }

    /// The same report with links like [`RecommendationReport::with_link`].
    #[must_use]
    pub fn with_link(self, template: Option<String>) -> Self {
        Self { link: template, ..self }
    }

    /// What the law wants told about this score.
    pub(super) fn four_items(&self) -> Option<FourItems> {
        FourItems::of(self.recommender, &self.profile, self.explained.n_ranked, None, Diversity::None).ok()
    }
}

#[cfg(test)]
mod tests {
    //! Property: a report takes a result of its recommender and its profile, and no other.

    use boussole::catalogue::{AccessLevel, Catalogue};
    use boussole::{Criterion, Weights};

    use super::*;

    #[test]
    fn a_report_takes_no_result_of_another() {
        let demo = Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers");
        let profile = Profile::builder().likes("j'ai le sens du contact").willing(AccessLevel::BacPlus3);
        let profile = profile.build().expect("is a profile");
        let (ranking, id) = (demo.recommend(&profile, 3).expect("labels are known"), &demo.catalogue().metiers()[0].id);
        let explained = demo.explain(&profile, id).expect("is there");
        let taken = |recommender: &Recommender, profile: &Profile| {
            let list = RecommendationReport::new(recommender, profile, &ranking).map(|_| ());
            (list, ExplanationReport::new(recommender, profile, &explained).map(|_| ()))
        };
        assert_eq!(taken(&demo, &profile), (Ok(()), Ok(())));
        assert_eq!(
            taken(&Recommender::new(Catalogue::demo(), Weights::default()).expect("is the same"), &profile),
            (Ok(()), Ok(()))
        );
        let foreign = (Err(ForeignResult), Err(ForeignResult));
        let heavy = Weights::new([(Criterion::Interest, 1.0)]).expect("are weights");
        let small =
            Catalogue::from_metiers(Catalogue::demo().metiers()[..2].iter().map(|metier| metier.as_ref().clone())).catalogue;
        assert_eq!(taken(&Recommender::new(Catalogue::demo(), heavy).expect("there are métiers"), &profile), foreign);
        assert_eq!(taken(&Recommender::new(small, Weights::default()).expect("there are métiers"), &profile), foreign);
        let other = Profile::builder().dislikes("j'ai le sens du contact").build().expect("is a profile");
        assert_eq!(taken(&demo, &other), foreign);
        assert!(ForeignResult.to_string().starts_with("expected what this recommender makes"));
    }
}
