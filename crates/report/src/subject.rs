//! What a report is about: a result, and what is needed to speak about it.

use boussole::inquiry::{FourItems, MetierStability, Stability};
use boussole::profile::Profile;
use boussole::ranking::{Diversity, Explained, Ranking, Recommender};

/// A ranking with the profile and the recommender it came from, ready to be written.
///
/// ```
/// use boussole::{Catalogue, Profile, Recommender, Weights};
/// use boussole_report::{RecommendationReport, Report, Voice};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'ai le sens du contact").build()?;
/// let ranking = recommender.recommend(&profile, 3)?;
/// let text = RecommendationReport::new(&recommender, &profile, &ranking).text(Voice::default());
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
    /// A report on a ranking.
    pub fn new(recommender: &'a Recommender, profile: &Profile, ranking: &'a Ranking) -> Self {
        Self { recommender, profile: recommender.understood(profile), ranking, stability: None, link: None }
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
    /// A report on one métier.
    pub fn new(recommender: &'a Recommender, profile: &Profile, explained: &'a Explained) -> Self {
        Self { recommender, profile: recommender.understood(profile), explained, stability: None, link: None }
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
