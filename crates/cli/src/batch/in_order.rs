//! Many items, a chunk at a time on all processors, always in their order.

/// So many items for each thread are worked on between two looks at the source: enough to keep it busy, few enough for their results to stay
/// in its cache.
const CHUNK: usize = 512;

/// Applies a function to each item, and gives the results in the order of the items.
///
/// Items are taken as they are needed: the memory does not grow with their number. The function runs on
/// the threads of rayon (the pool in which this is called), while the next items are read.
pub(super) fn in_order<T, R, I, F>(items: I, function: F) -> impl Iterator<Item = R> + use<T, R, I, F>
where
    T: Send,
    R: Send,
    I: IntoIterator<Item = T, IntoIter: Send>,
    F: Fn(T) -> R + Sync,
{
    Chunks { items: items.into_iter(), function, waiting: Vec::new(), done: Vec::new().into_iter() }
}

/// Results of the chunk that is done, and the next chunk.
struct Chunks<T, R, I, F> {
    items: I,
    function: F,
    waiting: Vec<T>,
    done: std::vec::IntoIter<R>,
}

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

#[cfg(test)]
mod tests {
    //! Property: items are taken as they are needed, and results come in their order.

    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn items_are_taken_as_they_are_needed_and_answered_in_order() {
        let n_taken = AtomicUsize::new(0);
        let source = (0..1_000_000_usize).inspect(|_| {
            n_taken.fetch_add(1, Ordering::Relaxed);
        });
        let results: Vec<usize> = in_order(source, |item| 2 * item).take(10_000).collect();
        assert!(results.iter().enumerate().all(|(place, result)| *result == 2 * place));
        let n_taken = n_taken.into_inner();
        assert!(n_taken < 30_000, "{n_taken} items were taken for 10,000 results");
    }
}
