//! Many students, one after the other, always in their order.

use std::borrow::Borrow;

use super::recommender::Recommender;
use super::result::Placed;
use crate::profile::{Profile, ProfileError};

impl Recommender {
    /// The [`shortlist`](Self::shortlist) of each profile, in the order of the profiles; one that cannot be ranked does not stop the
    /// others.
    ///
    /// Profiles are taken as they are needed, so any number of them fits in the memory.
    ///
    /// ```
    /// # #[cfg(feature = "demo")] {
    /// use boussole::{Catalogue, Profile, Recommender, Weights};
    /// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    /// let profiles = [Profile::builder().likes("j'ai le sens du contact").build()?, Profile::builder().likes("rien").build()?];
    /// let results: Vec<_> = recommender.batch(profiles, 10).collect();
    /// assert_eq!(results[0].as_ref().map(Vec::len), Ok(10));
    /// assert!(results[1].is_err());
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn batch<P, I>(&self, profiles: I, k: usize) -> impl Iterator<Item = Result<Vec<Placed>, ProfileError>> + use<'_, P, I>
    where
        P: Borrow<Profile>,
        I: IntoIterator<Item = P>,
    {
        profiles.into_iter().map(move |profile: P| self.shortlist(profile.borrow(), k))
    }
}
