//! How the build, which reads the files of words, hands a message to the library, which fills its values in.
//!
//! A message is one text. A value stands in it as `VALUE name VALUE`; a choice as `CHOICE name`, then `CASE key IS text` for each case, of which the
//! last has no key and stands for all others, and `CHOICE`. Marks are control characters, which no sentence holds; a choice holds no choice.

/// Before and after the name of a value.
pub(crate) const VALUE: char = '\u{1}';

/// Before and after a choice.
pub(crate) const CHOICE: char = '\u{2}';

/// Before the key of a case.
pub(crate) const CASE: char = '\u{3}';

/// Between the key of a case and its text.
pub(crate) const IS: char = '\u{4}';
