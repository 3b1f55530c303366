//! The width of vectors to use on this processor.

use fearless_simd::Level;

/// The vectors to compute with: the widest up to 256 bits.
///
/// Those of 512 bits were slower by a tenth to a third in the search for the first métiers, see `docs/performance.md`. Every level
/// yields the same bits.
#[inline]
pub(super) fn vectors() -> Level {
    let level = Level::new();
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    if let Some(avx2) = level.as_avx2() {
        return Level::Avx2(avx2);
    }
    level
}
