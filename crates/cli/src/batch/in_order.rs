//! Pieces that any thread answers and that leave in their order.

use std::collections::BTreeMap;
use std::io;
use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, MutexGuard};
use std::thread;

use crate::limits::MAX_HELD_PARTS;

/// Takes pieces as they come, answers them on `n_threads` threads, and lets the answers leave in the order of the pieces.
///
/// Each thread makes a worker for itself, takes a piece, answers it, and lets leave what is due: reading and writing have no thread of
/// their own. The memory does not grow with the number of pieces. A break when an answer leaves ends it all.
///
/// # Errors
///
/// When no thread can be started.
pub(super) fn in_order<P, A, W, F>(
    n_threads: usize,
    next: impl FnMut() -> Option<P> + Send,
    worker: impl Fn() -> W + Sync,
    answer: F,
    leave: impl FnMut(A) -> ControlFlow<()> + Send,
) -> io::Result<()>
where
    A: Send,
    F: Fn(&mut W, P) -> A + Sync,
{
    let (intake, outlet) = (Mutex::new(Intake { next, n_taken: 0 }), Outlet::new(leave, MAX_HELD_PARTS * n_threads));
    thread::scope(|scope| {
        for index in 0..n_threads {
            let work = || {
                let _ending = Ending(&outlet);
                let mut worker = worker();
                while let Some((number, piece)) = take(&intake, &outlet) {
                    outlet.put(number, answer(&mut worker, piece));
                }
            };
            match thread::Builder::new().spawn_scoped(scope, work) {
                Err(error) if index == 0 => return Err(error),
                // Fewer threads do it too.
                Err(_) => break,
                Ok(_) => {}
            }
        }
        Ok(())
    })
}

/// Where pieces come from.
struct Intake<N> {
    next: N,
    n_taken: usize,
}

/// The next piece and its number, once there is room for its answer.
fn take<P, A, L>(intake: &Mutex<Intake<impl FnMut() -> Option<P>>>, outlet: &Outlet<A, L>) -> Option<(usize, P)> {
    let mut intake = lock(intake);
    if !outlet.has_room(intake.n_taken) {
        return None;
    }
    let piece = (intake.next)()?;
    intake.n_taken += 1;
    Some((intake.n_taken - 1, piece))
}

/// Where answers leave in their order.
struct Outlet<A, L> {
    waiting: Mutex<Waiting<A, L>>,
    has_moved: Condvar,
    n_held: usize,
}

struct Waiting<A, L> {
    leave: L,
    answers: BTreeMap<usize, A>,
    n_left: usize,
    is_closed: bool,
}

impl<A, L> Outlet<A, L> {
    fn new(leave: L, n_held: usize) -> Self {
        let waiting = Waiting { leave, answers: BTreeMap::new(), n_left: 0, is_closed: false };
        Self { waiting: Mutex::new(waiting), has_moved: Condvar::new(), n_held }
    }

    /// Waits until a piece may be taken; false when no more is wanted.
    fn has_room(&self, n_taken: usize) -> bool {
        let is_full = |waiting: &mut Waiting<A, L>| !waiting.is_closed && waiting.n_left + self.n_held <= n_taken;
        let waiting = self.has_moved.wait_while(lock(&self.waiting), is_full).unwrap_or_else(std::sync::PoisonError::into_inner);
        !waiting.is_closed
    }

    fn close(&self) {
        lock(&self.waiting).is_closed = true;
        self.has_moved.notify_all();
    }
}

impl<A, L: FnMut(A) -> ControlFlow<()>> Outlet<A, L> {
    /// Lets an answer leave with those that wait for it, or wait for those before it.
    fn put(&self, number: usize, answer: A) {
        let mut waiting = lock(&self.waiting);
        let waiting = &mut *waiting;
        waiting.answers.insert(number, answer);
        while let Some(answer) = waiting.answers.remove(&waiting.n_left) {
            if waiting.is_closed || (waiting.leave)(answer).is_break() {
                waiting.is_closed = true;
                break;
            }
            waiting.n_left += 1;
        }
        self.has_moved.notify_all();
    }
}

/// Wakes the others when a thread ends in a panic, which none of them may wait for.
struct Ending<'a, A, L>(&'a Outlet<A, L>);

impl<A, L> Drop for Ending<'_, A, L> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.close();
        }
    }
}

/// What a thread left in a panic is not looked at again: the panic goes on when all threads have ended.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    //! Properties: pieces are taken as they are needed, and answers leave in their order; a break ends it.

    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn pieces_are_taken_as_they_are_needed_and_leave_in_order() {
        const N_THREADS: usize = 4;
        let (n_taken, mut n_left) = (AtomicUsize::new(0), 0);
        let mut pieces = 0..10_000_usize;
        let next = || pieces.next().inspect(|_| assert!(n_taken.fetch_add(1, Ordering::Relaxed) < 10_000));
        let answer = |n_answered: &mut usize, piece: usize| {
            *n_answered += 1;
            // Some pieces take longer than others.
            (0..piece % 7 * 1000).fold(piece, |piece, _| std::hint::black_box(piece))
        };
        let leave = |piece| {
            assert_eq!(piece, n_left);
            n_left += 1;
            let n_taken = n_taken.load(Ordering::Relaxed);
            assert!(n_taken <= n_left + MAX_HELD_PARTS * N_THREADS, "{n_taken} were taken before {n_left} left");
            ControlFlow::Continue(())
        };
        in_order(N_THREADS, next, || 0, answer, leave).expect("threads can be started");
        assert_eq!(n_left, 10_000);
    }

    #[test]
    fn a_break_ends_it() {
        let (mut pieces, mut left) = (0..usize::MAX, Vec::new());
        let leave = |piece| {
            left.push(piece);
            if left.len() < 3 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        in_order(2, || pieces.next(), || (), |(), piece| piece, leave).expect("threads can be started");
        assert_eq!(left, [0, 1, 2]);
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_stops_all_threads() {
        let mut pieces = 0..usize::MAX;
        let answer = |(): &mut (), piece| if piece == 9 { panic!("a fault") } else { piece };
        in_order(2, || pieces.next(), || (), answer, |_| ControlFlow::Continue(())).ok();
    }
}
