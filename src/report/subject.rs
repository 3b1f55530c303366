//! What a report is about: a result, and what is needed to speak about it.

use crate::inquiry::{MetierStability, Robustness};
use crate::profile::Profile;
use crate::ranking::{Explained, Ranking, Recommender};

/// A ranking with the profile and the recommender it came from, ready to be written.
///
/// ```
/// use boussole::{Catalogue, Profile, Recommender, Weights, report::RecommendationReport};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'ai le sens du contact").build()?;
/// let ranking = recommender.recommend(&profile, 3)?;
/// let text = RecommendationReport::new(&recommender, &profile, &ranking).text();
/// assert!(text.contains("Tu as dit oui à « j'ai le sens du contact »."));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct RecommendationReport<'a> {
    pub(super) recommender: &'a Recommender,
    pub(super) profile: Profile,
    pub(super) ranking: &'a Ranking,
    pub(super) stability: Vec<Robustness>,
}

impl<'a> RecommendationReport<'a> {
    /// A report on a ranking.
    pub fn new(recommender: &'a Recommender, profile: &Profile, ranking: &'a Ranking) -> Self {
        Self { recommender, profile: recommender.understood(profile), ranking, stability: Vec::new() }
    }

    /// The report with a mark beside each métier: one for each recommendation, in their order. Métiers beyond the marks have none.
    #[must_use]
    pub fn with_stability(mut self, marks: impl IntoIterator<Item = Robustness>) -> Self {
        self.stability = marks.into_iter().collect();
        self
    }
}

/// The explanation of one métier with the profile and the recommender it came from, ready to be written.
#[derive(Debug, Clone)]
pub struct ExplanationReport<'a> {
    pub(super) recommender: &'a Recommender,
    pub(super) profile: Profile,
    pub(super) explained: &'a Explained,
    pub(super) stability: Option<&'a MetierStability>,
}

impl<'a> ExplanationReport<'a> {
    /// A report on one métier.
    pub fn new(recommender: &'a Recommender, profile: &Profile, explained: &'a Explained) -> Self {
        Self { recommender, profile: recommender.understood(profile), explained, stability: None }
    }

    /// The same report with how sure the place of the métier is.
    #[must_use]
    pub fn with_stability(self, stability: Option<&'a MetierStability>) -> Self {
        Self { stability, ..self }
    }
}
