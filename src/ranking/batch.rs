//! Many students: one after the other, or a chunk at a time on all processors, always in their order.

use std::borrow::Borrow;

use super::recommender::Recommender;
use super::result::Placed;
use crate::profile::{Profile, ProfileError};

/// So many items for each thread are worked on between two looks at the source: enough to keep it busy, few enough for their results to stay
/// in its cache.
#[cfg(feature = "parallel")]
const CHUNK: usize = 512;

/// Applies a function to each item, and gives the results in the order of the items.
///
/// Items are taken as they are needed: the memory does not grow with their number. With the feature `parallel` the function runs on
/// the threads of rayon (the pool in which this is called), while the next items are read; without it, one after the other. The
/// results are the same.
pub fn in_order<T, R, I, F>(items: I, function: F) -> impl Iterator<Item = R> + use<T, R, I, F>
where
    T: Send,
    R: Send,
    I: IntoIterator<Item = T, IntoIter: Send>,
    F: Fn(T) -> R + Sync,
{
    #[cfg(feature = "parallel")]
    return Chunks { items: items.into_iter(), function, waiting: Vec::new(), done: Vec::new().into_iter() };
    #[cfg(not(feature = "parallel"))]
    return items.into_iter().map(function);
}

/// Results of the chunk that is done, and the next chunk.
#[cfg(feature = "parallel")]
struct Chunks<T, R, I, F> {
    items: I,
    function: F,
    waiting: Vec<T>,
    done: std::vec::IntoIter<R>,
}

#[cfg(feature = "parallel")]
impl<T: Send, R: Send, I: Iterator<Item = T> + Send, F: Fn(T) -> R + Sync> Iterator for Chunks<T, R, I, F> {
    type Item = R;

    fn next(&mut self) -> Option<R> {
        use rayon::iter::{IntoParallelIterator, ParallelIterator};
        if let Some(result) = self.done.next() {
            return Some(result);
        }
        let (items, function) = (&mut self.items, &self.function);
        let n = CHUNK * rayon::current_num_threads();
        let mut chunk = std::mem::take(&mut self.waiting);
        if chunk.is_empty() {
            chunk.extend(items.take(n));
        }
        let (done, waiting): (Vec<R>, Vec<T>) =
            rayon::join(|| chunk.into_par_iter().map(function).collect(), || items.take(n).collect());
        self.waiting = waiting;
        self.done = done.into_iter();
        self.done.next()
    }
}

impl Recommender {
    /// The [`shortlist`](Self::shortlist) of each profile, in the order of the profiles; one that can not be ranked does not stop the
    /// others.
    ///
    /// Profiles are taken as they are needed, see [`in_order`]: any number of them fits in the memory.
    ///
    /// ```
    /// use boussole::{Catalogue, Profile, Recommender, Weights};
    /// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    /// let profiles = [Profile::builder().likes("j'ai le sens du contact").build()?, Profile::builder().likes("rien").build()?];
    /// let results: Vec<_> = recommender.batch(profiles, 10).collect();
    /// assert_eq!(results[0].as_ref().map(Vec::len), Ok(10));
    /// assert!(results[1].is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn batch<P, I>(&self, profiles: I, k: usize) -> impl Iterator<Item = Result<Vec<Placed>, ProfileError>> + use<'_, P, I>
    where
        P: Borrow<Profile> + Send,
        I: IntoIterator<Item = P, IntoIter: Send>,
    {
        in_order(profiles, move |profile: P| self.shortlist(profile.borrow(), k))
    }
}
