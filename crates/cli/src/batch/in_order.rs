//! Many items, a chunk at a time on all processors, always in their order.

use crate::limits::MAX_HELD_BYTES;

/// So many items for each thread are worked on between two looks at the source: enough to keep it busy, few enough for their results to stay
/// in its cache.
const CHUNK: usize = 512;

/// Applies a function to each item, and gives the results in the order of the items.
///
/// Items are taken as they are needed: the memory does not grow with their number, and large items, by their bytes, are taken a few at a
/// time. The function runs on the threads of rayon (the pool in which this is called), while the next items are read.
pub(super) fn in_order<T, R, I, F>(items: I, n_bytes: fn(&T) -> usize, function: F) -> impl Iterator<Item = R> + use<T, R, I, F>
where
    T: Send,
    R: Send,
    I: IntoIterator<Item = T, IntoIter: Send>,
    F: Fn(T) -> R + Sync,
{
    Chunks { items: items.into_iter(), n_bytes, function, waiting: Vec::new(), done: Vec::new().into_iter() }
}

/// Results of the chunk that is done, and the next chunk.
struct Chunks<T, R, I, F> {
    items: I,
    n_bytes: fn(&T) -> usize,
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
        let (items, n_bytes, function) = (&mut self.items, self.n_bytes, &self.function);
        let mut chunk = std::mem::take(&mut self.waiting);
        if chunk.is_empty() {
            chunk = next_chunk(items, n_bytes);
        }
        let (done, waiting): (Vec<R>, Vec<T>) =
            rayon::join(|| chunk.into_par_iter().map(function).collect(), || next_chunk(items, n_bytes));
        self.waiting = waiting;
        self.done = done.into_iter();
        self.done.next()
    }
}

/// The next items, as many as keep the threads busy or as few as take the memory that may be held.
fn next_chunk<T>(items: &mut impl Iterator<Item = T>, n_bytes: fn(&T) -> usize) -> Vec<T> {
    let (mut chunk, mut n_held) = (Vec::new(), 0);
    while n_held < MAX_HELD_BYTES && chunk.len() < CHUNK * rayon::current_num_threads() {
        let Some(item) = items.next() else { break };
        n_held += n_bytes(&item);
        chunk.push(item);
    }
    chunk
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
        let results: Vec<usize> = in_order(source, |_| 1, |item| 2 * item).take(10_000).collect();
        assert!(results.iter().enumerate().all(|(place, result)| *result == 2 * place));
        let n_taken = n_taken.into_inner();
        assert!(n_taken < 30_000, "{n_taken} items were taken for 10,000 results");
    }

    #[test]
    fn few_large_items_are_held() {
        let n_taken = AtomicUsize::new(0);
        let source = (0..1_000_usize).inspect(|_| {
            n_taken.fetch_add(1, Ordering::Relaxed);
        });
        assert_eq!(in_order(source, |_| MAX_HELD_BYTES / 2, |item| item).next(), Some(0));
        assert_eq!(n_taken.into_inner(), 4, "two are worked on, two wait");
    }
}
