//! The one rule of spacing: which spaces bind what stands on both sides of them, and where lines are broken.

use textwrap::core::display_width;

/// Stands for a space at which a line is not broken.
pub(super) const BOUND_SPACE: char = '\u{a0}';

/// Text in which no line ends after « or begins with », « ; », « : », « ? » or « ! », as French typography has it, nor breaks around « + ».
pub(crate) fn bind(text: &str) -> String {
    let mut bound = text.replace("« ", "«\u{a0}").replace(" + ", "\u{a0}+\u{a0}");
    for mark in ["»", ":", ";", "?", "!"] {
        bound = bound.replace(&format!(" {mark}"), &format!("{BOUND_SPACE}{mark}"));
    }
    bound
}

/// A text in lines of at most this width where words allow, for a terminal. Lines after the first of a paragraph begin with the indent;
/// no line begins with « ? », « ! », « : » or « » », nor ends with « « ».
///
/// Colours have no width. Spaces inside a line stay.
pub fn wrapped(text: &str, width: usize, indent: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in bind(text).split_inclusive(' ') {
        let line = lines.last_mut().expect("there is always a line");
        if width < display_width(line) + display_width(word.trim_end_matches(' ')) && !line.trim().is_empty() {
            lines.push(format!("{indent}{word}"));
        } else {
            line.push_str(word);
        }
    }
    lines.into_iter().map(|line| line.trim_end_matches(' ').to_owned()).collect()
}

#[cfg(test)]
mod tests {
    //! Properties: no word is lost, no line is too long where words allow, and none is broken before a mark.

    use super::wrapped;

    #[test]
    fn words_are_wrapped_and_none_is_lost() {
        assert_eq!(wrapped("un deux trois", 8, ""), ["un deux", "trois"]);
        assert_eq!(wrapped("1  ni oui ni non", 10, "   "), ["1  ni oui", "   ni non"]);
        assert_eq!(wrapped("anticonstitutionnellement non", 16, ""), ["anticonstitutionnellement", "non"]);
        assert_eq!(wrapped("", 10, ""), [""]);
        assert_eq!(wrapped("ça te tente ?", 12, ""), ["ça te", "tente\u{a0}?"]);
        assert_eq!(wrapped("dis « oui »", 5, ""), ["dis", "«\u{a0}oui\u{a0}»"]);
        assert_eq!(wrapped("\u{1b}[1mun deux\u{1b}[0m", 7, ""), ["\u{1b}[1mun deux\u{1b}[0m"]);
    }
}
