//! The typography of what people read: apostrophes, spaces that bind what stands on both sides of them, and where
//! lines are broken.

use textwrap::core::display_width;

/// Stands for a space at which a line is not broken.
const BOUND_SPACE: char = '\u{a0}';

/// The text as it is shown: ’ between letters, and no line that ends after « or begins with », « ; », « : », « ? » or « ! », as French
/// typography has it, nor breaks around « + ».
///
/// Setting a text again changes nothing. Data keep the typography of their source.
pub(crate) fn set(text: &str) -> String {
    let mut set = text.replace("« ", "«\u{a0}").replace(" + ", "\u{a0}+\u{a0}");
    for mark in ["»", ":", ";", "?", "!"] {
        set = set.replace(&format!(" {mark}"), &format!("{BOUND_SPACE}{mark}"));
    }
    with_apostrophes(&set)
}

/// « l’eau », « students’ »: an apostrophe follows a letter; other straight marks may quote code.
fn with_apostrophes(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    for character in text.chars() {
        let follows_letter = set.chars().next_back().is_some_and(char::is_alphanumeric);
        set.push(if character == '\'' && follows_letter { '’' } else { character });
    }
    set
}

/// A text in lines of at most this width where words allow, for a terminal. Lines after the first of a paragraph begin with the indent;
/// no line begins with « ? », « ! », « : » or « » », nor ends with « « ».
///
/// Colours have no width. Spaces inside a line stay.
pub fn wrapped(text: &str, width: usize, indent: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in set(text).split_inclusive(' ') {
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
    //! Properties: what French binds is bound, apostrophes are curved, setting twice is setting once; no word is lost, no line is too long where words allow, and none is broken before a mark.

    use super::{set, wrapped};

    #[test]
    fn texts_are_set() {
        let shown = set("« j'aime l'eau » : oui ? Bac + 2");
        assert_eq!(shown, "«\u{a0}j’aime l’eau\u{a0}»\u{a0}: oui\u{a0}? Bac\u{a0}+\u{a0}2");
        assert_eq!(set(&shown), shown);
        assert_eq!(set("12:30, 'quoted'"), "12:30, 'quoted’");
    }

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
