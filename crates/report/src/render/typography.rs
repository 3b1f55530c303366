//! The one rule of spacing: which spaces bind what stands on both sides of them.

/// Stands for a space at which a line is not broken.
pub(super) const BOUND_SPACE: char = '\u{a0}';

/// Text in which no line ends after « or begins with », « ; », « : », « ? » or « ! », as French typography has it, nor breaks around « + ».
pub(super) fn bind(text: &str) -> String {
    let mut bound = text.replace("« ", "«\u{a0}").replace(" + ", "\u{a0}+\u{a0}");
    for mark in ["»", ":", ";", "?", "!"] {
        bound = bound.replace(&format!(" {mark}"), &format!("{BOUND_SPACE}{mark}"));
    }
    bound
}
