//! Text that no browser takes for markup, with its language, and with the spaces that typography keeps together.

use maud::{Markup, PreEscaped, html};

use crate::render::typography::set;
use crate::voice::{Language, Voice};
use crate::words::is_gloss;

/// Sets the texts of a page. The markup crate escapes them; here their spaces are bound and their language is marked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Typesetter(pub(super) Voice);

impl Typesetter {
    /// A sentence of ours. In an English one, what stands in quotation marks is a label of the catalogue, hence French.
    pub(super) fn own(self, sentence: &str) -> Markup {
        if self.0.language == Language::French {
            return Self::french(sentence);
        }
        let (mut out, mut rest) = (String::with_capacity(sentence.len()), sentence);
        while let Some((before, quoted)) = rest.split_once('“') {
            let Some((label, after)) = quoted.split_once('”') else { break };
            out.push_str(&html! { (shown(before)) "“" (self.label(label)) "”" }.into_string());
            rest = after;
        }
        html! { (PreEscaped(out)) (shown(rest)) }
    }

    /// A label or a text of the catalogue, marked as French where the page is not; a label with a gloss is shown in English.
    pub(super) fn label(self, label: &str) -> Markup {
        match self.label_language().filter(|_| !is_gloss(label)) {
            None => Self::french(label),
            Some(language) => html! { span lang=(language) { (Self::french(label)) } },
        }
    }

    /// The language of an element whose whole text is of the catalogue, where the page has another one.
    pub(super) fn label_language(self) -> Option<&'static str> {
        (self.0.language == Language::English).then_some("fr")
    }

    /// French text: no line breaks inside of quotation marks' edges, before « : » or around « + ».
    pub(super) fn french(text: &str) -> Markup {
        html! { (shown(text)) }
    }

    /// A text without marks, for a title or a picture.
    pub(super) fn plain(text: &str) -> Markup {
        html! { (shown(text)) }
    }
}

/// A text in which no character is taken for markup, for a picture in a file of its own.
#[cfg(feature = "tuning")]
pub(crate) fn markup(text: &str) -> String {
    Typesetter::plain(text).into_string()
}

/// The text in its typography, without what no page may hold.
fn shown(text: &str) -> String {
    allowed(&set(text))
}

/// The text with U+FFFD in place of what the HTML standard calls an error: controls and noncharacters.
fn allowed(text: &str) -> String {
    text.chars().map(|character| if is_forbidden(character) { char::REPLACEMENT_CHARACTER } else { character }).collect()
}

fn is_forbidden(character: char) -> bool {
    let is_control = character.is_control() && !matches!(character, '\t' | '\n');
    let code = u32::from(character);
    is_control || (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    //! Properties: markup and forbidden characters cannot leave a text; spaces are bound; labels in English are marked as French.

    use super::*;
    use crate::voice::Audience;

    #[test]
    fn markup_becomes_text() {
        let plain = |text| Typesetter::plain(text).into_string();
        assert_eq!(plain("<b a=\"1\">R&D</b>"), "&lt;b a=&quot;1&quot;&gt;R&amp;D&lt;/b&gt;");
        assert_eq!(plain("a\u{0}b\u{1b}c\u{85}d\u{ffff}e\tf"), "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\tf");
    }

    #[test]
    fn spaces_are_bound() {
        let said = Typesetter(Voice::default()).own("« Bac + 2 » : oui ?").into_string();
        assert_eq!(said, "«\u{a0}Bac\u{a0}+\u{a0}2\u{a0}»\u{a0}: oui\u{a0}?");
    }

    #[test]
    fn labels_in_english_are_french() {
        let english = Typesetter(Voice { language: Language::English, audience: Audience::Pupil });
        let said = english.own("You said “a <b> : c” & “d”, then “e").into_string();
        let label = "“<span lang=\"fr\">a &lt;b&gt;\u{a0}: c</span>”";
        assert_eq!(said, format!("You said {label} &amp; “<span lang=\"fr\">d</span>”, then “e"));
        assert_eq!(Typesetter(Voice::default()).label_language(), None);
    }
}
