//! Text that no browser takes for markup, its language, and the spaces that French typography keeps together.

use crate::Voice;

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

impl Voice {
    /// A sentence of the page, escaped. In an English one, what stands in quotation marks is a label of the catalogue, hence French.
    pub(super) fn typeset(self, sentence: &str) -> String {
        if self.is_french() {
            return french(sentence);
        }
        let mut out = String::with_capacity(sentence.len());
        let mut rest = sentence;
        while let Some((before, quoted)) = rest.split_once('“') {
            let Some((label, after)) = quoted.split_once('”') else { break };
            out.extend([&escape(before), "“", &self.label(label), "”"]);
            rest = after;
        }
        out + &escape(rest)
    }

    /// A label or a text of the catalogue, escaped, and marked as French where the page is not.
    pub(super) fn label(self, label: &str) -> String {
        if self.is_french() { french(label) } else { format!("<span lang=\"fr\">{}</span>", french(label)) }
    }

    /// The attribute of an element whose whole text is of the catalogue.
    pub(super) fn label_lang(self) -> &'static str {
        self.tell("", " lang=\"fr\"")
    }
}

/// French text, escaped, with no line break inside of quotation marks' edges, before « : » or around « + ».
pub(super) fn french(text: &str) -> String {
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
    use crate::{Audience, Language};

    #[test]
    fn markup_becomes_text() {
        assert_eq!(escape("<b a=\"1\">R&D</b>"), "&lt;b a=&quot;1&quot;&gt;R&amp;D&lt;/b&gt;");
        assert_eq!(escape("a\u{0}b\u{1b}c\u{85}d\u{ffff}e\tf"), "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\tf");
    }

    #[test]
    fn spaces_are_bound() {
        let said = Voice::default().typeset("« Bac + 2 » : oui ?");
        assert_eq!(said, "«\u{a0}Bac\u{a0}+\u{a0}2\u{a0}»\u{a0}: oui\u{a0}?");
    }

    #[test]
    fn labels_in_english_are_french() {
        let english = Voice { language: Language::English, audience: Audience::Pupil };
        let said = english.typeset("You said “a <b> : c” & “d”, then “e");
        let label = "“<span lang=\"fr\">a &lt;b&gt;\u{a0}: c</span>”";
        assert_eq!(said, format!("You said {label} &amp; “<span lang=\"fr\">d</span>”, then “e"));
        assert_eq!(Voice::default().label_lang(), "");
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
