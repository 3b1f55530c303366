//! Finding a key among many by its hash.

use xxhash_rust::xxh3::xxh3_64;

/// The hash of a key of a label, [`label_key`](super::label_key): worked out once when an answer is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct KeyHash(u64);

impl KeyHash {
    pub(crate) fn of(key: &str) -> Self {
        Self(xxh3_64(key.as_bytes()))
    }
}

/// Places of keys by hash, in a table with open addressing.
///
/// Labels begin alike (« j'aime … »), so numbers are compared faster than they are; and where a search among sorted numbers
/// would go can not be foreseen. The index says where a key *may* be, and who asks compares the texts; of two keys with one hash,
/// only the first is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct KeyIndex {
    /// Each key in the slot of its hash, or in the first free one after it. At least half of the slots are free; empty without keys.
    slots: Vec<Option<(KeyHash, usize)>>,
}

impl KeyIndex {
    /// The places of keys, in their order.
    pub(super) fn of<'a>(keys: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let n_slots = if keys.len() == 0 { 0 } else { (2 * keys.len()).next_power_of_two() };
        let mut index = Self { slots: vec![None; n_slots] };
        for (place, key) in keys.enumerate() {
            let hash = KeyHash::of(key);
            let slot = index.slot(hash);
            index.slots[slot].get_or_insert((hash, place));
        }
        index
    }

    /// The place of the first key with this hash.
    pub(super) fn find(&self, hash: KeyHash) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots[self.slot(hash)].map(|(_, place)| place)
    }

    /// The slot with this hash, or the free one where it would be.
    #[allow(clippy::cast_possible_truncation, reason = "the lowest bits are wanted")]
    fn slot(&self, hash: KeyHash) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = hash.0 as usize & last;
        while self.slots[slot].is_some_and(|(other, _)| other != hash) {
            slot = (slot + 1) & last;
        }
        slot
    }
}

#[cfg(test)]
mod tests {
    //! Properties: every key is found, others are not, an empty index finds nothing.

    use super::*;

    #[test]
    fn every_key_is_found_and_no_other() {
        for n_keys in [0, 1, 2, 3, 25, 1000] {
            let keys: Vec<String> = (0..n_keys).map(|number| format!("label {number}")).collect();
            let index = KeyIndex::of(keys.iter().map(String::as_str));
            for (place, key) in keys.iter().enumerate() {
                assert_eq!(index.find(KeyHash::of(key)), Some(place));
            }
            assert_eq!(index.find(KeyHash::of("another label")), None);
        }
        assert_eq!(KeyIndex::default().find(KeyHash::of("")), None);
    }
}
