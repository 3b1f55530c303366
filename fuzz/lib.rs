//! What all targets share: how inputs are changed, how many of them could be read, and what is asked of every reader of catalogues.

mod mutation;

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use boussole::catalogue::Catalogue;
use boussole::{Recommender, Weights};
#[doc(hidden)]
pub use libfuzzer_sys;
pub use mutation::mutate;

/// The recommender of the demonstration.
pub static DEMO: LazyLock<Recommender> =
    LazyLock::new(|| Recommender::new(Catalogue::demo(), Weights::default()).expect("the demonstration has métiers"));

/// A target of text: `reads` says whether an input can be read, `check` panics when a promise is broken.
#[macro_export]
macro_rules! text_target {
    ($name:literal, $reads:expr, $check:expr) => {
        $crate::target!(
            $name,
            |bytes: &[u8]| std::str::from_utf8(bytes).is_ok_and($reads),
            |bytes: &[u8]| std::str::from_utf8(bytes).into_iter().for_each($check)
        );
    };
}

/// A target of bytes, like [`text_target`].
#[macro_export]
macro_rules! target {
    ($name:literal, $reads:expr, $check:expr) => {
        $crate::libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
            let reads: fn(&[u8]) -> bool = $reads;
            let check: fn(&[u8]) = $check;
            $crate::count(reads(bytes));
            check(bytes);
        });
        $crate::libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            let reads: fn(&[u8]) -> bool = $reads;
            $crate::mutate($name, reads, data, size, max_size, seed)
        });
    };
}

/// Counts a run, and tells now and then how many inputs could be read.
pub fn count(is_read: bool) {
    static N_RUNS: AtomicU64 = AtomicU64::new(0);
    static N_READ: AtomicU64 = AtomicU64::new(0);
    let n_read = N_READ.fetch_add(is_read.into(), Ordering::Relaxed) + u64::from(is_read);
    let n_runs = N_RUNS.fetch_add(1, Ordering::Relaxed) + 1;
    if 1_000 <= n_runs && (n_runs.is_power_of_two() || n_runs % 100_000 == 0) {
        eprintln!("read: {n_read} of {n_runs} runs, {} %", n_read * 100 / n_runs);
    }
}

/// Whether there is a catalogue in the content of a file of this name.
pub fn reads(name: &str, bytes: &[u8]) -> bool {
    Catalogue::read_bytes(name, bytes).is_ok()
}

/// Reads bytes as the content of a file of this name, and checks that what was read converts and reads back to the same fingerprint.
///
/// # Panics
///
/// When the reader breaks its promise: that is a finding.
pub fn read_and_convert(name: &str, bytes: &[u8]) {
    let Ok(loaded) = Catalogue::read_bytes(name, bytes) else { return };
    let json = loaded.catalogue.to_json();
    let again = Catalogue::read_bytes("again.json", json.as_bytes()).expect("what was converted is a catalogue");
    assert_eq!(again.catalogue.fingerprint(), loaded.catalogue.fingerprint(), "converting changed the catalogue");
}
