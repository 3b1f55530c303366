//! What texts in many spellings were found to mean, remembered.

use xxhash_rust::xxh3::xxh3_64;

/// So many spellings are remembered at most, those of several times a real catalogue.
const N_SLOTS: usize = 1 << 12;

/// A text is looked for in so many places before an older one makes way for it.
const N_PROBES: usize = 4;

/// A longer text is no label, and not worth the memory.
const MAX_BYTES: usize = 300;

/// The meanings of texts that were met before: a table of fixed size, so that no stream of texts fills the memory.
///
/// What was forgotten is found again by the function that knows, so results do not depend on what is remembered.
#[derive(Debug, Clone)]
pub(super) struct Spellings<T> {
    slots: Vec<Option<(u64, Box<str>, T)>>,
}

impl<T: Copy> Spellings<T> {
    pub(super) fn new() -> Self {
        Self { slots: std::iter::repeat_with(|| None).take(N_SLOTS).collect() }
    }

    /// What a text means, by a function that always says the same of it; nothing is remembered of texts without a meaning.
    #[inline]
    pub(super) fn meaning(&mut self, text: &str, find: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let hash = xxh3_64(text.as_bytes());
        for place in places(hash) {
            match &self.slots[place] {
                Some((other, known, meaning)) if *other == hash && **known == *text => return Some(*meaning),
                Some(_) => {}
                None => break,
            }
        }
        self.learn(hash, text, find)
    }

    #[cold]
    fn learn(&mut self, hash: u64, text: &str, find: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let meaning = find(text)?;
        if text.len() <= MAX_BYTES {
            let free = places(hash).find(|place| self.slots[*place].is_none());
            let place = free.or_else(|| places(hash).next()).expect("there is a first place");
            self.slots[place] = Some((hash, text.into(), meaning));
        }
        Some(meaning)
    }
}

/// Where a text may stand.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "the lowest bits are as good as any")]
fn places(hash: u64) -> impl Iterator<Item = usize> {
    (0..N_PROBES).map(move |probe| (hash as usize).wrapping_add(probe) % N_SLOTS)
}

#[cfg(test)]
mod tests {
    //! Properties: a text is looked up once, whatever fills the table its meaning stays right, and the table does not grow.

    use super::*;

    #[test]
    fn a_known_text_is_not_looked_up_again() {
        let mut spellings = Spellings::new();
        assert_eq!(spellings.meaning("a", |_| Some(1)), Some(1));
        assert_eq!(spellings.meaning("a", |_| unreachable!("it is known")), Some(1));
        assert_eq!(spellings.meaning("b", |_| None), None);
        assert_eq!(spellings.meaning("b", |_| Some(2)), Some(2), "what had no meaning was not remembered");
    }

    #[test]
    fn any_number_of_texts_is_understood_in_bounded_memory() {
        let mut spellings = Spellings::new();
        for number in (0..3 * N_SLOTS).chain(0..3 * N_SLOTS) {
            assert_eq!(spellings.meaning(&number.to_string(), |text| text.parse().ok()), Some(number));
        }
        assert_eq!(spellings.slots.len(), N_SLOTS);
        assert_eq!(spellings.meaning(&"x".repeat(MAX_BYTES + 1), |_| Some(7)), Some(7));
        assert_eq!(spellings.meaning(&"x".repeat(MAX_BYTES + 1), |_| Some(7)), Some(7));
    }
}
