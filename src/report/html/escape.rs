//! Text that no browser takes for markup, and the spaces that French typography keeps together.

/// Text for the inside of an element or of a double-quoted attribute; the page quotes attributes in no other way.
///
/// Characters that HTML forbids (controls, noncharacters) become U+FFFD.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(if is_forbidden(character) { char::REPLACEMENT_CHARACTER } else { character }),
        }
    }
    escaped
}

/// A sentence or a label, escaped, with no line break inside of quotation marks' edges, before « : » or around « + ».
pub(super) fn typeset(text: &str) -> String {
    let mut bound = text.replace("« ", "«\u{a0}").replace(" + ", "\u{a0}+\u{a0}");
    for mark in ["»", ":", ";", "?", "!"] {
        bound = bound.replace(&format!(" {mark}"), &format!("\u{a0}{mark}"));
    }
    escape(&bound)
}

/// The beginning of a text, at most so many characters, broken after a sentence or else between words.
pub(super) fn shortened(text: &str, max_chars: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = words.join(" ");
    if whole.chars().count() <= max_chars {
        return whole;
    }
    let beginning: String = whole.chars().take(max_chars).collect();
    let sentence = beginning.rfind(". ").map(|end| &beginning[..=end]);
    if let Some(sentence) = sentence.filter(|sentence| max_chars < 2 * sentence.chars().count()) {
        return sentence.to_owned();
    }
    let between = beginning.rfind(' ').map_or(beginning.as_str(), |space| &beginning[..space]);
    format!("{}…", between.trim_end_matches([',', ';', ':', ' ', '«', '-']))
}

/// Whether the HTML standard calls this character in a text an error.
fn is_forbidden(character: char) -> bool {
    let is_control = character.is_control() && !matches!(character, '\t' | '\n');
    let code = u32::from(character);
    is_control || (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    //! Properties: markup and forbidden characters can not leave a text; spaces are bound; texts are cut where a reader would.

    use super::*;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(escape("<b a=\"1\">R&D</b>"), "&lt;b a=&quot;1&quot;&gt;R&amp;D&lt;/b&gt;");
        assert_eq!(escape("a\u{0}b\u{1b}c\u{85}d\u{ffff}e\tf"), "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\tf");
    }

    #[test]
    fn spaces_are_bound() {
        assert_eq!(typeset("« Bac + 2 » : oui ?"), "«\u{a0}Bac\u{a0}+\u{a0}2\u{a0}»\u{a0}: oui\u{a0}?");
    }

    #[test]
    fn texts_are_cut_after_a_sentence_or_a_word() {
        assert_eq!(shortened("Un  mot.\n", 20), "Un mot.");
        assert_eq!(shortened("Une phrase. Une autre phrase.", 20), "Une phrase.");
        assert_eq!(shortened("Une. Une phrase bien plus longue.", 20), "Une. Une phrase…");
        assert_eq!(shortened("Des pierres, des bois.", 14), "Des pierres…");
        assert_eq!(shortened("anticonstitutionnellement", 4), "anti…");
    }
}
