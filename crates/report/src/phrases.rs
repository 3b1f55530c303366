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

    /// Whose answer it is: « Tu as dit oui ».
    pub(crate) fn said(self, answer: f64) -> String {
        let who = self.say(["Tu as dit", "L'élève a dit"], ["You said", "The student said"]);
        format!("{who} {}", self.answer(answer))
    }

    /// A colon with the space that French has before it.
    pub(crate) fn colon(self) -> &'static str {
        self.tell(" :", ":")
    }

    /// The heading of what only a counsellor needs.
    pub(crate) fn for_counsellor(self) -> &'static str {
        self.say(
            ["Pour qui accompagne : le détail du calcul", "Le détail du calcul"],
            ["For who advises you: the digits", "The digits"],
        )
    }
}
