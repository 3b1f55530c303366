//! What remains of the words in code; each report takes its words to `words/` as it is converted.

use crate::voice::{Language, Voice};

/// The most words of a sentence.
pub(crate) const MAX_WORDS: usize = 25;

impl Voice {
    /// One of four forms of a sentence.
    pub(crate) fn say<'a>(self, french: [&'a str; 2], english: [&'a str; 2]) -> &'a str {
        let forms = match self.language {
            Language::French => french,
            Language::English => english,
        };
        forms[usize::from(self.has_figures())]
    }

    /// One of two forms of a sentence that is the same for both readers.
    pub(crate) fn tell(self, french: &'static str, english: &'static str) -> &'static str {
        match self.language {
            Language::French => french,
            Language::English => english,
        }
    }

    pub(crate) fn is_french(self) -> bool {
        self.language == Language::French
    }

    /// A colon with the space that French has before it.
    pub(crate) fn colon(self) -> &'static str {
        self.tell(" :", ":")
    }
}
