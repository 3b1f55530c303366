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

/// Places of keys, sorted by hash.
///
/// Labels begin alike (« j'aime … »), so numbers are compared faster than they are: finding the answers of a student by text takes a
/// third longer for the whole query. The index says where a key *may* be, and who asks compares the texts; of two keys with one hash, only the first is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct KeyIndex {
    sorted: Vec<(KeyHash, usize)>,
}

impl KeyIndex {
    /// The places of keys, in their order.
    pub(super) fn of<'a>(keys: impl Iterator<Item = &'a str>) -> Self {
        let mut sorted: Vec<(KeyHash, usize)> = keys.enumerate().map(|(place, key)| (KeyHash::of(key), place)).collect();
        sorted.sort_unstable();
        sorted.dedup_by_key(|(hash, _)| *hash);
        Self { sorted }
    }

    /// The place of the first key with this hash.
    pub(super) fn find(&self, hash: KeyHash) -> Option<usize> {
        self.sorted.binary_search_by_key(&hash, |(hash, _)| *hash).ok().map(|index| self.sorted[index].1)
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
