//! How counts of rows, columns and entries are stored.

/// A number of rows, columns or entries as it is stored.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).expect("a catalogue has far fewer than 2^32 entries")
}
